"""What planning gives back: a spec with the trace of the request, or an honest refusal."""

from dataclasses import dataclass

from appbuilder.spec import AppSpec


@dataclass(frozen=True, slots=True)
class TraceLine:
    """`phrase` is a part of the request, `element` says in words what of the app answers it."""

    phrase: str
    element: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A spec, and what became of each part of the request.

    `not_included` holds "phrase: reason" lines; `changes` says what a follow-up changed and is empty for a first plan.
    """

    spec: AppSpec
    summary: str
    included: tuple[TraceLine, ...]
    not_included: tuple[str, ...]
    changes: tuple[str, ...] = ()


class RequestNotUnderstood(ValueError):
    """The request cannot be planned; `reason` says why, `suggestions` are two requests that would work."""

    def __init__(self, reason: str, suggestions: tuple[str, str]) -> None:
        super().__init__(f"{reason} Try for example: {suggestions[0]!r} or {suggestions[1]!r}.")
        self.reason = reason
        self.suggestions = suggestions
