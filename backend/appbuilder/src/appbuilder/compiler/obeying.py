"""What values must be like so that entries of tests and checks obey the rules of their entity."""

from appbuilder.spec import Adjust, AppSpec, Entity, Field, NoOverlap, Quota, Sequence, UniqueTogether, changed
from appbuilder.spec.fields import DATE_TYPES, NUMBER_TYPES

# Enough for all that one test takes from it.
ROOM = 50


def prepared(spec: AppSpec) -> AppSpec:
    """The spec in which each status with a workflow has a default: where entries begin."""
    if not any(entity.workflow for entity in spec.entities):
        return spec
    return changed(spec, entities=tuple(_with_start(entity) for entity in spec.entities))


def _with_start(entity: Entity) -> Entity:
    fields = tuple(
        changed(field, default=start_of(entity, field)) if start_of(entity, field) else field for field in entity.fields
    )
    return changed(entity, fields=fields)


def start_of(entity: Entity, field: Field) -> str | None:
    """The value with which entries begin, when the field is the status of a workflow."""
    if not entity.workflow or field.id != entity.status_field:
        return None
    return str(field.default) if field.default is not None else field.options[0].value


def must_differ(entity: Entity) -> frozenset[str]:
    """The fields by which entries that follow each other must be told apart."""
    found: set[str] = set()
    for rule in entity.rules:
        match rule:
            case NoOverlap(start=start, end=end):
                found |= {start, *([end] if end else [])}
            case Quota(scope=scope) | UniqueTogether(fields=scope):
                found |= {each for each in scope if each in _telling(entity)}
            case _:
                pass
    # What stands in an order stays in it: both differ alike, or neither does.
    pairs = [{rule.earlier, rule.later} for rule in entity.rules if isinstance(rule, Sequence)]
    for pair in pairs:
        if any(entity.field(each).unique or each in found for each in pair):
            found |= pair
    return frozenset(found)


def in_order(entity: Entity, field: Field) -> Field:
    """A number that stands in an order with another one begins where both can be."""
    lows = [
        entity.field(each).range[0]
        for rule in entity.rules
        if isinstance(rule, Sequence) and field.id in {rule.earlier, rule.later} and field.type in NUMBER_TYPES
        for each in (rule.earlier, rule.later)
    ]
    low = max((each for each in lows if each is not None), default=None)
    return field if low is None else field.model_copy(update={"min": low})


def _telling(entity: Entity) -> set[str]:
    return {field.id for field in entity.fields if field.type in DATE_TYPES | NUMBER_TYPES - {"rating"}}


def need_room(spec: AppSpec, entity: Entity) -> frozenset[str]:
    """The fields of this entity that others take from, or that limit them."""
    found: set[str] = set()
    for other in spec.entities:
        for rule in other.rules:
            match rule:
                case Adjust(reference=reference, target=target, direction="subtract"):
                    found |= {target} if other.field(reference).reference == entity.id else set()
                case Quota(scope=(reference, *_), limit_field=str(limit)):
                    found |= {limit} if other.field(reference).reference == entity.id else set()
                case _:
                    pass
    return frozenset(found)


def with_room(field: Field) -> int | float:
    """A valid value of which much can be taken."""
    low, high = field.range
    amount = (low or 0) + ROOM
    return high if high is not None and amount > high else amount
