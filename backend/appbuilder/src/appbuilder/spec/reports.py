"""Reports: numbers, tables and charts about the entries of an entity."""

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic import Field as Setting

from appbuilder.spec.access import OWNER
from appbuilder.spec.fields import DATE_TYPES, GROUP_TYPES, NUMBER_TYPES, Identifier, Label

if TYPE_CHECKING:
    from appbuilder.spec.app import AppSpec

REPORTS_LIMIT = 24


class Report(BaseModel):
    """How many entries there are, or the sum or average of a number; in all, by a field, or by period.

    ``by`` is the id of an enum, boolean, reference, person, rating or date field, ``created_at``, or ``owner``;
    a date needs ``period``. ``number`` shows one number and has no ``by``. With ``limit`` only the largest
    rows are shown: a leaderboard.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    title: Label
    entity: Identifier
    kind: Literal["count", "sum", "average"]
    field: Identifier | None = None
    by: Annotated[str, Setting(pattern=r"^(owner|created_at|f_[a-z0-9_]+)$", max_length=60)] | None = None
    period: Literal["day", "week", "month", "year"] | None = None
    display: Literal["number", "table", "bar", "line", "pie"]
    limit: Annotated[int, Setting(ge=1, le=100)] | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        problem = None
        if (self.kind == "count") != (self.field is None):
            problem = "a count counts entries, a sum or average names a number field."
        elif (self.display == "number") != (self.by is None):
            problem = "a number is about all entries; a table or chart says by what it is split."
        elif self.limit is not None and self.by is None:
            problem = "only rows can be limited."
        if problem:
            raise ValueError(f"Report {self.title!r}: {problem}")
        return self

    @property
    def key(self) -> str:
        """Its name in addresses."""
        return self.id[2:].replace("_", "-")


def check_report(spec: "AppSpec", report: Report) -> str | None:
    """What is wrong with a report of this app, or None."""
    entity = next((each for each in spec.entities if each.id == report.entity), None)
    if entity is None:
        return f"it is about {report.entity!r}, which the app does not have."
    fields = {field.id: field for field in entity.fields}
    if report.field is not None:
        measured = fields.get(report.field)
        if measured is None or measured.type not in NUMBER_TYPES | {"computed"}:
            return f"it needs one of the number fields of {entity.name!r}, not {report.field!r}."
    if report.by == OWNER:
        return None if spec.access.has_accounts else "entries have an owner only in an app with accounts."
    if report.by is None or report.by == "created_at":
        has_date = report.by is not None
    else:
        by = fields.get(report.by)
        if by is None or by.many or by.type not in GROUP_TYPES | DATE_TYPES:
            return f"it can be split by a choice, a link, a person, a rating or a date, not by {report.by!r}."
        has_date = by.type in DATE_TYPES
    if has_date != (report.period is not None):
        return "a split by date says by which period, and only such a split does."
    return None
