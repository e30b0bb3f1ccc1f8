"""Put worked-out fields into entities: "total = quantity x price"."""

from appbuilder.planner.editing import Editing
from appbuilder.planner.inflect import singular
from appbuilder.planner.reading.facts import Fact
from appbuilder.planner.reading.wishes import ComputedFact, FormulaFact, GatherFact
from appbuilder.planner.reading.words import without_of
from appbuilder.spec import AppSpec, Entity, Field, add_field, changed, make_field, safe_field_name
from appbuilder.spec.fields import DATE_TYPES, NUMBER_TYPES

_SUMMED = frozenset({"money", "computed", "decimal"})
_PRODUCT = ("quantity", "*", "price")
_ALIKE = {"quantity": ("stock", "amount", "units"), "price": ("unit price", "cost", "rate"), "hours": ("duration",)}


def apply_computed(editing: Editing) -> None:
    """Apply each formula to the entity that has both parts."""
    for fact in editing.reading.facts:
        if isinstance(fact, ComputedFact):
            _apply(editing, fact)
        elif isinstance(fact, FormulaFact):
            _formula(editing, fact)
    for fact in editing.reading.facts:
        if isinstance(fact, GatherFact):
            _gather(editing, fact)


def _apply(editing: Editing, fact: ComputedFact) -> None:
    for entity in editing.spec.entities:
        left, right = _part(entity, fact.left), _part(entity, fact.right)
        if left is not None and right is not None:
            _put(editing, fact, entity, _expression(left, fact.operator, right), fact.name)
            return
    editing.refuse(fact.span, f"no record has both {fact.left} and {fact.right} as numbers")


def _part(entity: Entity, words: str) -> Field | None:
    wanted = {words, safe_field_name(words), *_ALIKE.get(words, ())}
    able = [field for field in entity.fields if field.type in NUMBER_TYPES | DATE_TYPES | {"computed"}]
    exact = [field for field in able if field.name in wanted or field.label.lower() in wanted]
    turned = " ".join(without_of(words.split()))
    exact += [field for field in able if turned in {field.name.replace("_", " "), field.label.lower()}]
    near = [
        field
        for field in able
        if {words.rsplit(maxsplit=1)[-1], words.split(maxsplit=1)[0]} & set(field.label.lower().split())
    ]
    return next(iter([*exact, *near]), None)


def _expression(left: Field, operator: str, right: Field) -> str:
    if left.type in DATE_TYPES and right.type in DATE_TYPES:
        return f"days({left.name}, {right.name})"
    return f"{left.name} {operator} {right.name}"


def _formula(editing: Editing, fact: FormulaFact) -> None:
    named = editing.entity(fact.owner)
    for entity in (named,) if named else editing.spec.entities:
        expression = _written(entity, fact.parts)
        if expression is not None:
            _put(editing, fact, entity, expression, fact.name)
            return
    editing.refuse(fact.span, f"no record has all of {', '.join(fact.parts[::2])} as numbers")


def _written(entity: Entity, parts: tuple[str, ...]) -> str | None:
    """The formula with the names of the entity's fields; None when one is not there."""
    terms = [part if part.replace(".", "").isdigit() else _part(entity, part) for part in parts[::2]]
    if any(term is None for term in terms):
        return None
    dated = [term for term in terms if isinstance(term, Field) and term.type in DATE_TYPES]
    if dated:
        is_days = len(dated) == len(terms) == 2 and parts[1] == "-"  # noqa: PLR2004 - from one date to the other
        return f"days({dated[0].name}, {dated[1].name})" if is_days else None
    words = [term.name if isinstance(term, Field) else str(term) for term in terms]
    return " ".join([words[0], *[f"{sign} {word}" for sign, word in zip(parts[1::2], words[1:], strict=True)]])


def _gather(editing: Editing, fact: GatherFact) -> None:
    """Put the sum, average or number of the records that belong to one into it."""
    child = editing.entity(fact.child) if fact.child else _lines_of(editing, fact.owner)
    parents = [editing.entity(fact.owner)] if fact.owner else []
    if child is not None and not any(parents):
        parents = [editing.spec.entity(each.reference or "") for each in child.references]
    parent = next((each for each in parents if each is not None), None)
    if child is None or parent is None or all(each.reference != parent.id for each in child.references):
        editing.refuse(fact.span, f"no {fact.child} belong to one record whose {fact.kind} could be shown")
        return
    if fact.kind == "count":
        _put(editing, fact, parent, f"count({child.plural})", fact.name or f"number of {child.plural_label.lower()}")
        return
    measured = _measured(editing, fact, child)
    if measured is None:
        editing.refuse(fact.span, f"{child.plural_label.lower()} have no such number")
        return
    name = fact.name or ("total" if fact.kind == "sum" else f"average {measured.replace('_', ' ')}")
    _put(editing, fact, parent, f"{fact.kind}({child.plural}.{measured})", name)


def _lines_of(editing: Editing, owner: str | None) -> Entity | None:
    """The records that a total sums up when nothing names them: those that have an amount or a price."""
    parent = editing.entity(owner)
    children = editing.spec.children(parent.id) if parent else ()
    return next((each for each in children if any(field.type in _SUMMED for field in each.fields)), None)


def _measured(editing: Editing, fact: GatherFact, child: Entity) -> str | None:
    """The number of the child that is gathered; a product is worked out in the child first."""
    parts = fact.parts or (_PRODUCT if not fact.child and _written(child, _PRODUCT) else ())
    if len(parts) > 1:
        expression = _written(child, parts)
        if expression is None:
            return None
        known = next((field for field in child.fields if field.expression == expression), None)
        if known is None:
            _put(editing, None, child, expression, "amount" if child.find_field("amount") is None else "line total")
            known = editing.spec.entity(child.id).fields[-1]
        return known.name
    if fact.parts and (found := _part(child, singular(fact.parts[0])) or _part(child, fact.parts[0])):
        return found.name
    worked_out = [field for field in child.fields if field.type == "computed"]
    kinds = (
        ("money", "decimal", "duration", "integer") if fact.kind == "sum" else ("rating", "decimal", "integer", "money")
    )
    numbers = sorted((each for each in child.fields if each.type in kinds), key=lambda each: kinds.index(each.type))
    return next((field.name for field in [*worked_out, *numbers]), None)


def _put(editing: Editing, fact: Fact | None, entity: Entity, expression: str, called: str) -> None:
    name = safe_field_name(called)
    said = f"{entity.plural_label}: {called} = {expression}"
    span = fact.span if fact is not None else None

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

    editing.put(span, compute, said, f"{called} cannot be worked out so")
