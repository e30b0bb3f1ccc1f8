"""Put a rule on an entity, and what rules look at: its times and what is booked."""

from collections.abc import Callable
from typing import Any

from appbuilder.planner.editing import Editing
from appbuilder.planner.lexicon.limits import (
    ENDS,
    EXCLUSIVE,
    STARTS,
)
from appbuilder.planner.text import Span
from appbuilder.spec import (
    AppSpec,
    Entity,
    Field,
    NoOverlap,
    Rule,
    changed,
    replace_entity,
)
from appbuilder.spec.fields import DATE_TYPES
from appbuilder.spec.names import new_id


def put_rule(editing: Editing, span: Span | None, entity: Entity, rule: Callable[[str], Rule], said: str) -> None:
    """Add the rule that the factory makes for an id, unless the entity has it already."""
    made = rule(new_id("u", _kind_name(rule("u_x")), {each.id for each in entity.rules}))
    if any(_same(made, each) for each in entity.rules):
        if span is not None:
            editing.trace.append((span, said))
        return

    def add(spec: AppSpec) -> AppSpec:
        current = spec.entity(entity.id)
        return replace_entity(spec, changed(current, rules=(*current.rules, made)))

    editing.put(span, add, said, f"{entity.plural_label.lower()} lack the fields for this rule")


def _kind_name(rule: Rule) -> str:
    return {"sequence": "order", "no_overlap": "free", "quota": "limit", "unique_together": "once", "adjust": "stock"}[
        rule.kind
    ]


def _same(one: Rule, other: Rule) -> bool:
    ignored: dict[str, Any] = {"id": "u_x"}
    if one.kind == other.kind == "no_overlap":
        return True
    return changed(one, **ignored) == changed(other, **ignored)


def find_field(entity: Entity, names: tuple[str, ...], types: frozenset[str]) -> Field | None:
    """Return the first field of one of the names and types, or None."""
    by_label = {field.label.lower(): field for field in entity.fields if field.type in types}
    return next((by_label[name] for name in names if name in by_label), None)


def noun_of(entity: Entity) -> str:
    """Return what the entity is called in the lexicon."""
    return entity.name.replace("_", " ")


def times_of(entity: Entity) -> tuple[Field, Field | None] | None:
    """Return the start and, when there is one, the end of what the entries take."""
    start = find_field(entity, STARTS, DATE_TYPES) or next(
        (field for field in entity.fields if field.type in DATE_TYPES), None
    )
    if start is None:
        return None
    end = find_field(entity, ENDS, DATE_TYPES)
    return start, end if end and end.type == start.type and end.id != start.id else None


def put_overlap(editing: Editing, span: Span | None, entity: Entity, resource: Field | None) -> bool:
    """Refuse two entries at the same time; tell whether the entity has a time at all."""
    times = times_of(entity)
    if times is None:
        return False
    start, end = times
    scope = (resource.id,) if resource else ()
    place = f"the same {resource.label.lower()}" if resource else "the same time"
    put_rule(
        editing,
        span,
        entity,
        lambda made: NoOverlap(id=made, kind="no_overlap", start=start.id, end=end.id if end else None, scope=scope),
        f"{entity.plural_label}: no two at the same time for {place}"
        if resource
        else f"{entity.plural_label}: no two at {place}",
    )
    return True


def resource_of(editing: Editing, entity: Entity) -> Field | None:
    """Return the link to what only one can have at a time, or None."""
    found = [
        field
        for field in entity.references
        if not field.many and noun_of(editing.spec.entity(field.reference or "")) in EXCLUSIVE
    ]
    return found[0] if found else None
