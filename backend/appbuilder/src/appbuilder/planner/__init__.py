"""The rule-based planner: from a request in English to a plan; pure and fast."""

from appbuilder.planner.following import plan_follow_up
from appbuilder.planner.model import Plan, RequestNotUnderstood, TraceLine
from appbuilder.planner.planning import plan

__all__ = ["Plan", "RequestNotUnderstood", "TraceLine", "plan", "plan_follow_up"]
