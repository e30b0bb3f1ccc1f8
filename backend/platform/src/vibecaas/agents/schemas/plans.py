"""The plan as it crosses the door: in words, as a spec, and how it is edited."""

from typing import Annotated, Any, Literal

from pydantic import Field

from appbuilder.editing import EDITS_LIMIT, Edit
from vibecaas.kit.shapes import Document, Input, Output, Text
from vibecaas.projects.schemas import RunId


class PlanUpdate(Input):
    """The spec as it should be built (without one, the plan's), and edits of it in people's words."""

    spec: Document | None = None
    edits: Annotated[tuple[Edit, ...], Field(max_length=EDITS_LIMIT)] = ()


class PlanReject(Input):
    """Why the plan is not what was meant."""

    reason: Annotated[Text, Field(max_length=2000)] = ""


class OutlineField(Output):
    """A field in words."""

    name: str
    type: str
    required: bool
    note: str


class OutlineEntity(Output):
    """An entity in words."""

    name: str
    fields: list[OutlineField]
    behaviours: list[str]


class OutlinePage(Output):
    """A page in words."""

    title: str
    route: str
    layout: str


class OutlineTheme(Output):
    """The look."""

    mode: str
    accent: str
    background: str
    surface: str
    text: str


class Outline(Output):
    """The spec as a person reads it."""

    entities: list[OutlineEntity]
    pages: list[OutlinePage]
    theme: OutlineTheme


class Traced(Output):
    """Which part of the request is answered by what."""

    phrase: str
    element: str


class PlannedCheck(Output):
    """A check that will decide whether it is done."""

    id: str
    title: str
    kind: str


class Estimate(Output):
    """What the run will take; building offline costs nothing."""

    seconds: int
    amount_minor: int
    currency: str


class PlanChange(Output):
    """One difference between two specs, in words; `pointer` leads into the plan's `spec`."""

    kind: Literal["added", "removed", "changed"]
    what: str
    from_: Annotated[str | None, Field(serialization_alias="from")]
    to: str | None
    pointer: str


class PlanDiff(Output):
    """What the plan's spec changes of the one that was proposed, and of the app as it is; null for a new app."""

    proposed: list[PlanChange]
    current: list[PlanChange] | None


class Plan(Output):
    """What will be built, what not, and how it will be checked."""

    object: Literal["plan"]
    run_id: RunId
    status: Literal["proposed", "approved", "rejected"]
    summary: str
    spec: dict[str, Any]
    outline: Outline
    included: list[Traced]
    not_included: list[str]
    changes: list[str]
    diff: PlanDiff
    checks: list[PlannedCheck]
    estimate: Estimate
    etag: str
