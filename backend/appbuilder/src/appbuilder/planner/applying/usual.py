"""Rules that hold in every such app: the end after the start, no double bookings, places, stock."""

from collections.abc import Callable
from typing import Literal

from appbuilder.planner.applying.rules import find_field, noun_of, put_overlap, put_rule, resource_of
from appbuilder.planner.editing import Editing
from appbuilder.planner.lexicon.limits import (
    AMOUNTS,
    BED,
    BOOKINGS,
    CAPACITIES,
    ENDS,
    EXCLUSIVE,
    GIVING,
    JOININGS,
    LIMIT_PAIRS,
    ROOM_WORDS,
    STARTS,
    STOCKS,
    TAKING,
)
from appbuilder.spec import (
    Adjust,
    Entity,
    Field,
    Quota,
    Rule,
    Sequence,
)
from appbuilder.spec.fields import DATE_TYPES


def order(editing: Editing, entity: Entity) -> None:
    """The end does not come before the start."""
    pairs = [(find_field(entity, STARTS, DATE_TYPES), find_field(entity, ENDS, DATE_TYPES))]
    numbers = DATE_TYPES | {"money", "integer"}
    pairs += [(find_field(entity, (one,), numbers), find_field(entity, (two,), numbers)) for one, two in LIMIT_PAIRS]
    for early, late in pairs:
        if early and late and early.id != late.id and early.type == late.type:
            said = f"{entity.plural_label}: {late.label.lower()} not before {early.label.lower()}"
            put_rule(
                editing,
                None,
                entity,
                order_of(early, late),
                said,
            )
            entity = editing.spec.entity(entity.id)


def order_of(early: Field, late: Field) -> Callable[[str], Rule]:
    """The rule that one field does not come before the other."""
    return lambda made: Sequence(id=made, kind="sequence", earlier=early.id, later=late.id)


def places_of(scope: Field, limit: Field, amount: Field | None) -> Callable[[str], Rule]:
    """The rule that the entries of one, or what they take of it, stay within its places."""
    return lambda made: Quota(
        id=made, kind="quota", scope=(scope.id,), limit_field=limit.id, amount=amount.id if amount else None
    )


def room_of(entity: Entity) -> Field | None:
    """The number of places that an entry has, or None."""
    whole = frozenset({"integer"})
    named = (field for field in entity.fields if field.type in whole and set(field.name.split("_")) & ROOM_WORDS)
    return find_field(entity, CAPACITIES, whole) or next(named, None)


def _stock_of(
    link: Field, target: Field, amount: Field, direction: Literal["add", "subtract"]
) -> Callable[[str], Rule]:
    return lambda made: Adjust(
        id=made, kind="adjust", reference=link.id, target=target.id, amount=amount.id, direction=direction
    )


def free(editing: Editing, entity: Entity) -> None:
    """What only one can have is not booked twice."""
    resource = resource_of(editing, entity)
    if noun_of(entity) in BOOKINGS and resource is not None and not is_shared(editing, resource):
        put_overlap(editing, None, entity, resource)


def is_shared(editing: Editing, resource: Field) -> bool:
    """Whether several may have it at the same time: a room whose beds are taken one by one."""
    return any(BED & set(field.name.split("_")) for field in editing.spec.entity(resource.reference or "").fields)


def places(editing: Editing, entity: Entity) -> None:
    """Nobody registers for what is full."""
    if noun_of(entity) not in JOININGS and noun_of(entity).split()[-1] not in JOININGS:
        return
    for field in entity.references:
        parent = editing.spec.entity(field.reference or "")
        seats = room_of(parent)
        if seats is not None and not field.many and (noun_of(parent) not in EXCLUSIVE or is_shared(editing, field)):
            said = f"{entity.plural_label}: no more than the {seats.label.lower()} of the {parent.label.lower()}"
            put_rule(
                editing,
                None,
                entity,
                places_of(field, seats, find_field(entity, AMOUNTS, frozenset({"integer"}))),
                said,
            )
            return


def stock(editing: Editing, entity: Entity) -> None:
    """What is sold is no longer in stock."""
    noun = noun_of(entity)
    noun = noun if noun in GIVING else noun.split()[-1]
    if noun not in TAKING | GIVING:
        return
    amount = find_field(entity, ("quantity", "amount", "units"), frozenset({"integer"}))
    for field in entity.references:
        parent = editing.spec.entity(field.reference or "")
        target = find_field(parent, STOCKS, frozenset({"integer"}))
        if amount and target and not field.many:
            done = "taken from" if noun in TAKING else "added to"
            said = f"{entity.plural_label}: the quantity is {done} the {parent.label.lower()}'s {target.label.lower()}"
            put_rule(
                editing,
                None,
                entity,
                _stock_of(field, target, amount, "subtract" if noun in TAKING else "add"),
                said,
            )
            return


USUAL = (order, free, places, stock)
