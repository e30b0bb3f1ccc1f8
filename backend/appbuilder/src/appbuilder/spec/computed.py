"""Computed fields: whether their expressions make sense, and what kind of value they give."""

from typing import TYPE_CHECKING, Literal

from appbuilder.spec.expressions import (
    Days,
    Gather,
    Name,
    Negative,
    Node,
    Number,
    Operation,
    gathers_in,
    names_in,
    parse,
)
from appbuilder.spec.fields import DATE_TYPES, Field

if TYPE_CHECKING:
    from appbuilder.spec.app import AppSpec
    from appbuilder.spec.entities import Entity

Unit = Literal["plain", "money", "duration"]
_UNITS: dict[str, Unit] = {
    "integer": "plain",
    "decimal": "plain",
    "rating": "plain",
    "money": "money",
    "duration": "duration",
}


class DoesNotFit(ValueError):
    """The expression names what is not there, or mixes units; the message says which."""


def check_computed(spec: "AppSpec") -> str | None:
    """What is wrong with the app's computed fields, or None."""
    for entity in spec.entities:
        for field in entity.fields:
            if field.expression is not None:
                try:
                    unit_of(spec, entity, field)
                except DoesNotFit as problem:
                    return f"the computed field {field.name!r} of {entity.name!r}: {problem}"
    return None


def unit_of(spec: "AppSpec", entity: "Entity", field: Field) -> Unit:
    """The unit of a number or computed field's value; raises DoesNotFit."""
    return _unit(spec, entity, field, seen=frozenset())


def currency_of(spec: "AppSpec", entity: "Entity", field: Field) -> str | None:
    """The currency of a field whose unit is money: its own, or that of the first money it is worked out from."""
    if field.expression is None:
        return field.currency
    node = parse(field.expression)
    found = [entity.find_field(name) for name in names_in(node)]
    owners = [entity] * len(found)
    for gather in gathers_in(node):
        child = _child(spec, entity, gather)
        found.append(child.find_field(gather.field) if gather.field else None)
        owners.append(child)
    return next(
        (
            currency_of(spec, owner, each)
            for owner, each in zip(owners, found, strict=True)
            if each and currency_of(spec, owner, each)
        ),
        None,
    )


def gathering_reference(spec: "AppSpec", entity: "Entity", gather: Gather) -> Field:
    """The field by which the entries that are gathered point to this entity; raises DoesNotFit."""
    child = _child(spec, entity, gather)
    found = [field for field in child.references if field.reference == entity.id and not field.many]
    if not found:
        raise DoesNotFit(f"{gather.plural!r} does not point to {entity.name!r}.")
    return found[0]


def dependents(spec: "AppSpec", entity: "Entity", field: Field) -> tuple[tuple[str, str], ...]:
    """The computed fields that use the field directly, as (entity id, field id)."""
    found = []
    for other in spec.entities:
        for each in other.fields:
            if each.expression is None or (other.id, each.id) == (entity.id, field.id):
                continue
            node = parse(each.expression)
            own = other.id == entity.id and field.name in names_in(node)
            gathered = any(
                gather.plural == entity.plural
                and (gather.field == field.name or gathering_reference(spec, other, gather).id == field.id)
                for gather in gathers_in(node)
            )
            if own or gathered:
                found.append((other.id, each.id))
    return tuple(found)


def _child(spec: "AppSpec", entity: "Entity", gather: Gather) -> "Entity":
    child = next((each for each in spec.entities if each.plural == gather.plural), None)
    if child is None:
        raise DoesNotFit(
            f"the app has no {gather.plural!r}; use the plural of an entity that points to {entity.name!r}."
        )
    return child


def _unit(spec: "AppSpec", entity: "Entity", field: Field, *, seen: frozenset[str]) -> Unit:
    if field.expression is None:
        if field.type not in _UNITS:
            raise DoesNotFit(f"{field.name!r} is no number.")
        return _UNITS[field.type]
    key = f"{entity.id}.{field.id}"
    if key in seen:
        raise DoesNotFit(f"{field.name!r} would need its own value.")
    return _node_unit(spec, entity, parse(field.expression), seen | {key})


def _node_unit(spec: "AppSpec", entity: "Entity", node: Node, seen: frozenset[str]) -> Unit:
    match node:
        case Number():
            return "plain"
        case Negative(of):
            return _node_unit(spec, entity, of, seen)
        case Name(name):
            return _unit(spec, entity, _named(entity, name), seen=seen)
        case Days(end, start):
            for each in (end, start):
                if _named(entity, each).type not in DATE_TYPES:
                    raise DoesNotFit(f"days are counted between dates, and {each!r} is none.")
            return "plain"
        case Gather():
            return _gathered_unit(spec, entity, node, seen)
        case Operation():
            one = _node_unit(spec, entity, node.left, seen)
            return _combined(node, one, _node_unit(spec, entity, node.right, seen))


def _named(entity: "Entity", name: str) -> Field:
    field = next((each for each in entity.fields if each.name == name), None)
    if field is None:
        raise DoesNotFit(f"{entity.name!r} has no field {name!r}.")
    return field


def _gathered_unit(spec: "AppSpec", entity: "Entity", gather: Gather, seen: frozenset[str]) -> Unit:
    gathering_reference(spec, entity, gather)
    if gather.field is None:
        return "plain"
    child = _child(spec, entity, gather)
    return _unit(spec, child, _named(child, gather.field), seen=seen)


def _combined(node: Operation, one: Unit, two: Unit) -> Unit:
    if node.operator in {"+", "-"}:
        if one != two:
            raise DoesNotFit(f"{one} and {two} values cannot be added or subtracted.")
        return one
    if node.operator == "/":
        if one == two:
            return "plain"
        if two == "plain":
            return one
        raise DoesNotFit(f"a {one} value cannot be divided by a {two} value.")
    if "plain" not in {one, two}:
        raise DoesNotFit(f"a {one} value cannot be multiplied by a {two} value.")
    return one if two == "plain" else two
