"""Put worked-out fields into entities: "total = quantity x price"."""

from appbuilder.planner.editing import Editing
from appbuilder.planner.reading.wishes import ComputedFact
from appbuilder.spec import AppSpec, Entity, Field, add_field, changed, make_field, safe_field_name
from appbuilder.spec.fields import DATE_TYPES, NUMBER_TYPES

_ALIKE = {"quantity": ("stock", "amount", "units"), "price": ("unit price", "cost", "rate"), "hours": ("duration",)}


def apply_computed(editing: Editing) -> None:
    """Apply each formula to the entity that has both parts."""
    for fact in editing.reading.facts:
        if isinstance(fact, ComputedFact):
            _apply(editing, fact)


def _apply(editing: Editing, fact: ComputedFact) -> None:
    for entity in editing.spec.entities:
        left, right = _part(entity, fact.left), _part(entity, fact.right)
        if left is not None and right is not None:
            _put(editing, fact, entity, _expression(left, fact.operator, right))
            return
    editing.refuse(fact.span, f"no record has both {fact.left} and {fact.right} as numbers")


def _part(entity: Entity, words: str) -> Field | None:
    wanted = {words, safe_field_name(words), *_ALIKE.get(words, ())}
    able = [field for field in entity.fields if field.type in NUMBER_TYPES | DATE_TYPES]
    exact = [field for field in able if field.name in wanted or field.label.lower() in wanted]
    near = [field for field in able if words.rsplit(maxsplit=1)[-1] in field.label.lower().split()]
    return next(iter([*exact, *near]), None)


def _expression(left: Field, operator: str, right: Field) -> str:
    if left.type in DATE_TYPES and right.type in DATE_TYPES:
        return f"days({left.name}, {right.name})"
    return f"{left.name} {operator} {right.name}"


def _put(editing: Editing, fact: ComputedFact, entity: Entity, expression: str) -> None:
    name = safe_field_name(fact.name)
    said = f"{entity.plural_label}: {fact.name} = {expression}"

    def compute(spec: AppSpec) -> AppSpec:
        current = spec.entity(entity.id)
        made = make_field(name, "computed", expression=expression)
        old = current.find_field(name)
        if old is None:
            return add_field(spec, entity.id, made)
        replaced = changed(made, id=old.id, label=old.label)
        fields = tuple(replaced if field.id == old.id else field for field in current.fields)
        entities = tuple(changed(current, fields=fields) if each.id == entity.id else each for each in spec.entities)
        return changed(spec, entities=entities)

    editing.put(fact.span, compute, said, f"{fact.name} cannot be worked out so")
