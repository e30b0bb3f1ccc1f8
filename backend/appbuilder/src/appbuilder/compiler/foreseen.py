"""Known values for computed fields and what must come of them, for the app's tests and for checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from appbuilder.compiler.computing import Known, dates_apart, gathered, looks, named, own_fields, worked_out
from appbuilder.spec import AppSpec, Entity, Field, NoOverlap, UniqueTogether
from appbuilder.spec import Sequence as Order
from appbuilder.spec.expressions import Gather

_AMOUNTS = (3, 5, 2, 7)
_CHILDREN = 2
Values = dict[str, float | str]
"""By field name, as people enter them."""


@dataclass(frozen=True)
class Children:
    """Entries that point to the one whose field is worked out."""

    entity: Entity
    reference: Field
    entries: tuple[Values, ...]


@dataclass(frozen=True)
class Foreseen:
    """An entry with these values, and these others pointing to it, has ``value`` in the computed field.

    ``alone`` is the value once those others are put away which can be.
    """

    own: Values
    children: tuple[Children, ...]
    value: float
    alone: float | None


def foresee(spec: AppSpec, entity: Entity, field: Field) -> Foreseen | None:
    """None when it looks at entries which look further, or when the values give nothing."""
    gathers = looks(spec, entity, field)
    children = tuple(
        Children(child, reference, tuple(_child_values(child, gathers, index) for index in range(_CHILDREN)))
        for child, reference in {
            (child.id, reference.id): (child, reference)
            for child, reference in (gathered(spec, entity, gather) for gather in gathers)
        }.values()
    )
    computed = [(each.entity, other) for each in children for other in each.entity.fields if other.type == "computed"]
    if any(each.entity.id == entity.id for each in children) or any(looks(spec, *each) for each in computed):
        return None
    if not all(_stand_together(each) for each in children):
        return None
    own = _values(entity, field, own_fields(entity, field), 0)
    if not all(_obeys(each.entity, one) for each in children for one in each.entries) or not _obeys(entity, own):
        return None

    def entries(gather: Gather, *, archived: bool = True) -> Sequence[Known]:
        return [
            _stored(each.entity, one)
            for each in children
            if each.entity.plural == gather.plural and (archived or not each.entity.behaviours.archive)
            for one in each.entries
        ]

    value = worked_out(spec, entity, field, _stored(entity, own), entries)
    alone = worked_out(spec, entity, field, _stored(entity, own), partial(entries, archived=False))
    return None if value is None else Foreseen(own, children, value, alone)


def _obeys(entity: Entity, values: Values) -> bool:
    """Whether the values stay in the order that the entity's rules ask for."""
    for rule in entity.rules:
        if isinstance(rule, Order):
            earlier, later = (values.get(entity.field(each).name) for each in (rule.earlier, rule.later))
            if (earlier is None) != (later is None) or (earlier is not None and later < earlier):  # type: ignore[operator]
                return False
    return True


def _stand_together(children: Children) -> bool:
    """Whether the rules let these entries, which have a date or a link in common, be there at the same time."""
    child, first, second = children.entity, *children.entries
    same = {name for name, value in first.items() if second.get(name) == value} | {children.reference.name}
    if any(field.unique and field.name in same for field in child.fields):
        return False
    for rule in child.rules:
        if isinstance(rule, NoOverlap) and child.field(rule.start).name in same:
            return False
        if isinstance(rule, UniqueTogether) and {child.field(each).name for each in rule.fields} <= same:
            return False
    return True


def _values(entity: Entity, field: Field, used: list[Field], index: int) -> Values:
    dates = dates_apart(entity, field) if field.expression else {}
    return {each.name: dates.get(each.id, _amount(each, index + place)) for place, each in enumerate(used)}


def _child_values(child: Entity, gathers: list[Gather], index: int) -> Values:
    """What is looked at, or what it is worked out from; other values for the second entry."""
    found: Values = {}
    for gather in gathers:
        if gather.plural == child.plural and gather.field is not None:
            field = named(child, gather.field)
            used = own_fields(child, field) if field.expression else [field]
            found = _values(child, field, used, len(found) + 2 * index) | found
    return found


def _amount(field: Field, index: int) -> float:
    """A valid amount that is not 0 where it can be helped, with a fraction where the type allows it."""
    low, high = field.range
    valid: float = _AMOUNTS[index % len(_AMOUNTS)]
    if field.type in {"money", "decimal"}:
        valid += 0.5
    if low is not None and valid < low:
        valid += low
    return high if high is not None and valid > high else valid


def _stored(entity: Entity, values: Values) -> Known:
    kinds = {field.name: field.type for field in entity.fields}
    return {
        name: round(value * 100) if kinds[name] == "money" and not isinstance(value, str) else value
        for name, value in values.items()
    }
