"""Rules across fields and entries: what the API refuses, and what it adjusts elsewhere."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic import Field as Setting

from appbuilder.spec.access import OWNER
from appbuilder.spec.fields import DATE_TYPES, NUMBER_TYPES, Field, Identifier

if TYPE_CHECKING:
    from appbuilder.spec.app import AppSpec
    from appbuilder.spec.entities import Entity

Scope = Annotated[str, Setting(pattern=r"^(owner|f_[a-z0-9_]+)$", max_length=60)]
"""The id of a field, or ``owner``: entries that share its value belong together."""


class _Rule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier


class Sequence(_Rule):
    """``later`` does not come before ``earlier`` (dates), or is not smaller (numbers)."""

    kind: Literal["sequence"]
    earlier: Identifier
    later: Identifier


class NoOverlap(_Rule):
    """No two entries with the same scope cover the same time; ``end`` None means whole days or equal moments."""

    kind: Literal["no_overlap"]
    start: Identifier
    end: Identifier | None = None
    scope: tuple[Scope, ...] = ()


class Quota(_Rule):
    """At most so many entries with the same scope.

    ``limit`` is a number; or ``limit_field`` names a whole-number field of the entity that the first
    scope (a reference) points to: seats of an event. With ``amount`` its values are added up instead of counting.
    """

    kind: Literal["quota"]
    scope: tuple[Scope, ...] = ()
    limit: Annotated[int, Setting(ge=1, le=1_000_000)] | None = None
    limit_field: Identifier | None = None
    amount: Identifier | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if (self.limit is None) == (self.limit_field is None):
            raise ValueError("A quota has a limit, or a field of the linked entry that holds it.")
        return self


class UniqueTogether(_Rule):
    """No two entries have the same values in all of these."""

    kind: Literal["unique_together"]
    fields: Annotated[tuple[Scope, ...], Setting(min_length=1, max_length=6)]


class Adjust(_Rule):
    """An entry adds its ``amount`` to a number of the entry it points to, or takes it away; undone when it goes.

    A sale takes its quantity from the product's stock. What would leave the target's range is refused.
    """

    kind: Literal["adjust"]
    reference: Identifier
    target: Identifier
    amount: Identifier
    direction: Literal["add", "subtract"]


Rule = Annotated[Sequence | NoOverlap | Quota | UniqueTogether | Adjust, Setting(discriminator="kind")]


def check_rule(spec: "AppSpec", entity: "Entity", rule: Rule) -> str | None:
    """What is wrong with a rule of this entity, or None."""
    match rule:
        case Sequence():
            problem = _check_sequence(entity, rule)
        case NoOverlap():
            problem = _check_overlap(spec, entity, rule)
        case Quota():
            problem = _check_quota(spec, entity, rule)
        case UniqueTogether():
            problem = _check_scope(spec, entity, rule.fields)
        case Adjust():
            problem = _check_adjust(spec, entity, rule)
    return problem


def fields_of_rule(rule: Rule) -> frozenset[str]:
    """The fields of the rule's own entity that it leans on."""
    match rule:
        case Sequence():
            own: Iterable[str | None] = (rule.earlier, rule.later)
        case NoOverlap():
            own = (rule.start, rule.end, *rule.scope)
        case Quota():
            own = (*rule.scope, rule.amount)
        case UniqueTogether():
            own = rule.fields
        case Adjust():
            own = (rule.reference, rule.amount)
    return frozenset(each for each in own if each is not None and each != OWNER)


def looks_at(rule: Rule, references: Iterable[str], field_id: str) -> bool:
    """Whether the rule looks, through one of the references, at the field of the linked entity."""
    if isinstance(rule, Quota):
        return bool(rule.scope) and rule.scope[0] in references and rule.limit_field == field_id
    return isinstance(rule, Adjust) and rule.reference in references and rule.target == field_id


def _field(entity: "Entity", field_id: str | None) -> Field | None:
    return next((field for field in entity.fields if field.id == field_id), None)


def _check_sequence(entity: "Entity", rule: Sequence) -> str | None:
    one, two = _field(entity, rule.earlier), _field(entity, rule.later)
    if one is None or two is None or one is two:
        return "a sequence names two of its fields, earlier and later."
    alike = one.type == two.type or {one.type, two.type} <= NUMBER_TYPES - {"money"}
    if not alike or one.type not in DATE_TYPES | NUMBER_TYPES:
        return f"{one.name!r} and {two.name!r} cannot be compared; use two dates or two numbers."
    lowest, highest = one.range[0], two.range[1]
    if lowest is not None and highest is not None and lowest > highest:
        return f"{two.name!r} is at most {highest}, and {one.name!r} at least {lowest}: no entry could keep the order."
    return None


def _check_scope(spec: "AppSpec", entity: "Entity", scope: Iterable[str]) -> str | None:
    for each in scope:
        if each == OWNER:
            if not spec.access.has_accounts:
                return "entries have an owner only in an app with accounts."
            continue
        field = _field(entity, each)
        if field is None:
            return f"{each!r} is none of its fields."
        if field.many or field.type in {"computed", "long_text", "image", "file"}:
            return f"{field.name!r} cannot tell which entries belong together."
    return None


def _check_overlap(spec: "AppSpec", entity: "Entity", rule: NoOverlap) -> str | None:
    start, end = _field(entity, rule.start), _field(entity, rule.end)
    if start is None or start.type not in DATE_TYPES:
        return "bookings need a date or datetime field as their start."
    if rule.end is not None and (end is None or end.type != start.type):
        return f"the end of a booking is a {start.type} too, like its start."
    return _check_scope(spec, entity, rule.scope)


def _check_quota(spec: "AppSpec", entity: "Entity", rule: Quota) -> str | None:
    problem = _check_scope(spec, entity, rule.scope)
    if problem:
        return problem
    amount = _field(entity, rule.amount)
    if rule.amount is not None and (amount is None or amount.type != "integer"):
        return "the amount of a quota is one of its whole-number fields."
    if rule.limit_field is None:
        return None
    reference = _field(entity, rule.scope[0]) if rule.scope else None
    if reference is None or reference.reference is None:
        return "a limit that stands in a linked entry needs that reference as its first scope."
    limit = _field(spec.entity(reference.reference), rule.limit_field)
    return None if limit and limit.type == "integer" else "the limit must be a whole-number field of the linked entry."


def _check_adjust(spec: "AppSpec", entity: "Entity", rule: Adjust) -> str | None:
    reference, amount = _field(entity, rule.reference), _field(entity, rule.amount)
    if reference is None or reference.reference is None or reference.many:
        return "an adjustment follows one of its references."
    if amount is None or amount.type not in {"integer", "decimal", "money"}:
        return "the amount of an adjustment is one of its number fields."
    target = _field(spec.entity(reference.reference), rule.target)
    if target is None or target.type != amount.type:
        return f"the target of an adjustment is a number field of the linked entry, of the type {amount.type}."
    return None
