"""Apply the wishes of a request to a spec, a new one or one that is there: each is an edit of the spec."""

from appbuilder.planner.applying.access import apply_access
from appbuilder.planner.applying.automation import apply_automation
from appbuilder.planner.applying.behaviours import apply_behaviours
from appbuilder.planner.applying.flows import apply_flows
from appbuilder.planner.applying.limits import apply_limits
from appbuilder.planner.applying.ownership import apply_ownership
from appbuilder.planner.applying.pages import apply_pages
from appbuilder.planner.applying.permissions import apply_permissions
from appbuilder.planner.applying.reports import apply_reports
from appbuilder.planner.applying.views import apply_views
from appbuilder.planner.editing import Editing

STEPS = (
    apply_access,
    apply_behaviours,
    apply_flows,
    apply_permissions,
    apply_ownership,
    apply_limits,
    apply_automation,
    apply_views,
    apply_reports,
    apply_pages,
)
"""In this order: rights need roles, jobs need a status, dashboards need reports."""


def apply_wishes(editing: Editing) -> None:
    """Edit the spec as the facts of the reading ask for."""
    for step in STEPS:
        step(editing)


__all__ = ["apply_wishes"]
