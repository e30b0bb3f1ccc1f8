"""Errors of the daemon and their form on the wire, problem+json."""

from __future__ import annotations

from vmcontrol.schemas import State


class ProblemError(Exception):
    """A call that cannot be served: what happened and what to do, in one sentence or two."""

    def __init__(self, status: int, code: str, detail: str, *, retryable: bool = False) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.retryable = retryable
        self.state: State | None = None


def not_found(what: str) -> ProblemError:
    """There is no such thing here."""
    return ProblemError(404, "not_found", f"There is no {what}.")


def state_conflict(detail: str, state: State | None = None) -> ProblemError:
    """The call does not fit the state; `state` tells which it is."""
    problem = ProblemError(409, "state_conflict", detail)
    problem.state = state
    return problem


def agent_unreachable(detail: str) -> ProblemError:
    """The guest agent does not answer; another try may help."""
    return ProblemError(503, "agent_unreachable", detail, retryable=True)
