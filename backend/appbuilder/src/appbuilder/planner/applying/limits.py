"""Put rules on entities: order of dates, no double bookings, quotas, once only, stock, and worked-out fields."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

from collections.abc import Callable
from typing import Any, Literal

from appbuilder.planner import supported
from appbuilder.planner.applying.computed import apply_computed
from appbuilder.planner.editing import Editing
from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.limits import (
    BOOKINGS,
    CAPACITIES,
    ENDS,
    EXCLUSIVE,
    GIVING,
    JOININGS,
    LIMIT_PAIRS,
    STARTS,
    STOCKS,
    TAKING,
)
from appbuilder.planner.lexicon.speech import PEOPLE
from appbuilder.planner.reading.wishes import OnceFact, OverlapFact, QuotaFact
from appbuilder.planner.text import Span
from appbuilder.spec import (
    Adjust,
    AppSpec,
    Entity,
    Field,
    NoOverlap,
    Quota,
    Rule,
    Sequence,
    UniqueTogether,
    changed,
    replace_entity,
)
from appbuilder.spec.access import OWNER
from appbuilder.spec.fields import DATE_TYPES
from appbuilder.spec.names import new_id


def apply_limits(editing: Editing) -> None:
    """Apply the rules that are asked for, then those that hold in every such app."""
    apply_computed(editing)
    for fact in editing.reading.facts:
        if isinstance(fact, OverlapFact):
            _asked_overlap(editing, fact)
        elif isinstance(fact, QuotaFact):
            _quota(editing, fact)
        elif isinstance(fact, OnceFact):
            _once(editing, fact)
    for entity in editing.spec.entities:
        for rule in (_order, _free, _places, _stock):
            rule(editing, editing.spec.entity(entity.id))


def _put(editing: Editing, span: Span | None, entity: Entity, rule: Callable[[str], Rule], said: str) -> None:
    made = rule(new_id("u", _kind_name(rule("u_x")), {each.id for each in entity.rules}))
    if made.kind not in supported.SUPPORTED:
        if span is not None:
            editing.refuse(span, "rules that compare entries come later")
        return
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


def _find(entity: Entity, names: tuple[str, ...], types: frozenset[str]) -> Field | None:
    by_label = {field.label.lower(): field for field in entity.fields if field.type in types}
    return next((by_label[name] for name in names if name in by_label), None)


def _noun(entity: Entity) -> str:
    return entity.name.replace("_", " ")


def _order(editing: Editing, entity: Entity) -> None:
    """The end does not come before the start."""
    pairs = [(_find(entity, STARTS, DATE_TYPES), _find(entity, ENDS, DATE_TYPES))]
    numbers = DATE_TYPES | {"money", "integer"}
    pairs += [(_find(entity, (one,), numbers), _find(entity, (two,), numbers)) for one, two in LIMIT_PAIRS]
    for early, late in pairs:
        if early and late and early.id != late.id and early.type == late.type:
            said = f"{entity.plural_label}: {late.label.lower()} not before {early.label.lower()}"
            _put(
                editing,
                None,
                entity,
                _order_of(early, late),
                said,
            )
            entity = editing.spec.entity(entity.id)


def _order_of(early: Field, late: Field) -> Callable[[str], Rule]:
    return lambda made: Sequence(id=made, kind="sequence", earlier=early.id, later=late.id)


def _places_of(scope: Field, limit: Field) -> Callable[[str], Rule]:
    return lambda made: Quota(id=made, kind="quota", scope=(scope.id,), limit_field=limit.id)


def _stock_of(
    link: Field, target: Field, amount: Field, direction: Literal["add", "subtract"]
) -> Callable[[str], Rule]:
    return lambda made: Adjust(
        id=made, kind="adjust", reference=link.id, target=target.id, amount=amount.id, direction=direction
    )


def _times(entity: Entity) -> tuple[Field, Field | None] | None:
    start = _find(entity, STARTS, DATE_TYPES) or next(
        (field for field in entity.fields if field.type in DATE_TYPES), None
    )
    if start is None:
        return None
    end = _find(entity, ENDS, DATE_TYPES)
    return start, end if end and end.type == start.type and end.id != start.id else None


def _overlap(editing: Editing, span: Span | None, entity: Entity, resource: Field | None) -> bool:
    times = _times(entity)
    if times is None:
        return False
    start, end = times
    scope = (resource.id,) if resource else ()
    place = f"the same {resource.label.lower()}" if resource else "the same time"
    _put(
        editing,
        span,
        entity,
        lambda made: NoOverlap(id=made, kind="no_overlap", start=start.id, end=end.id if end else None, scope=scope),
        f"{entity.plural_label}: no two at the same time for {place}"
        if resource
        else f"{entity.plural_label}: no two at {place}",
    )
    return True


def _resource(editing: Editing, entity: Entity) -> Field | None:
    found = [
        field
        for field in entity.references
        if not field.many and _noun(editing.spec.entity(field.reference or "")) in EXCLUSIVE
    ]
    return found[0] if found else None


def _free(editing: Editing, entity: Entity) -> None:
    """What only one can have is not booked twice."""
    resource = _resource(editing, entity)
    if _noun(entity) in BOOKINGS and resource is not None:
        _overlap(editing, None, entity, resource)


def _asked_overlap(editing: Editing, fact: OverlapFact) -> None:
    named = editing.entity(fact.owner)
    bookings = [each for each in editing.spec.entities if _noun(each) in BOOKINGS]
    if named is not None and _noun(named) not in BOOKINGS:
        children = [each for each in editing.spec.children(named.id) if _times(each)]
        named = children[0] if children else named
    entity = named or next(iter(bookings), None) or editing.named_before(fact)
    if entity is None:
        editing.refuse(fact.span, "no record takes a time that could overlap")
        return
    resource = _resource(editing, entity) or next((field for field in entity.references if not field.many), None)
    if not _overlap(editing, fact.span, entity, resource):
        editing.refuse(fact.span, f"{entity.plural_label.lower()} have no date")


def _places(editing: Editing, entity: Entity) -> None:
    """Nobody registers for what is full."""
    if _noun(entity) not in JOININGS and _noun(entity).split()[-1] not in JOININGS:
        return
    for field in entity.references:
        parent = editing.spec.entity(field.reference or "")
        seats = _find(parent, CAPACITIES, frozenset({"integer"}))
        if seats is not None and not field.many and _noun(parent) not in EXCLUSIVE:
            said = f"{entity.plural_label}: no more than the {seats.label.lower()} of the {parent.label.lower()}"
            _put(
                editing,
                None,
                entity,
                _places_of(field, seats),
                said,
            )
            return


def _quota(editing: Editing, fact: QuotaFact) -> None:
    if fact.limit is None:
        children = [each for each in editing.spec.entities if _noun(each) in JOININGS]
        before = len(editing.spec.model_dump_json())
        for child in children:
            _places(editing, child)
        if len(editing.spec.model_dump_json()) > before or any(
            rule.kind == "quota" for each in children for rule in each.rules
        ):
            editing.trace.append((fact.span, "nobody registers for what is full"))
        else:
            editing.refuse(fact.span, "no record has a number of places")
        return
    entity, parent = editing.entity(fact.owner), editing.entity(fact.scope)
    who = singular(fact.scope or "")
    is_person = who in PEOPLE or parent is None
    if entity is None and parent is not None:
        joining = [each for each in editing.spec.children(parent.id) if _noun(each) in JOININGS]
        entity = joining[0] if joining else None
    entity = _between(editing, entity, parent)
    link = next((each for each in entity.references if parent and each.reference == parent.id), None) if entity else None
    if entity is not None and link is not None:
        scope: tuple[str, ...] = (link.id,)
    elif entity is not None and is_person and editing.spec.access.has_accounts:
        scope = (OWNER,)
    else:
        editing.refuse(fact.span, "no records that could be counted so are linked in this app")
        return
    limit = fact.limit
    said = f"{entity.plural_label}: at most {limit} for each {who or 'person'}"
    _put(editing, fact.span, entity, lambda made: Quota(id=made, kind="quota", scope=scope, limit=limit), said)


def _between(editing: Editing, entity: Entity | None, parent: Entity | None) -> Entity | None:
    """The records that are counted: of a member's books, the loans that point to both."""
    if entity is None or parent is None or any(field.reference == parent.id for field in entity.references):
        return entity
    both = [each for each in editing.spec.children(entity.id) if any(field.reference == parent.id for field in each.references)]
    return both[0] if both else entity


def _once(editing: Editing, fact: OnceFact) -> None:
    if "vote" in fact.span.of(editing.reading.text) and any(
        each.behaviours.votes != "off" for each in editing.spec.entities
    ):
        editing.trace.append((fact.span, "each person votes once"))
        return
    target = editing.entity(fact.owner)
    children = list(editing.spec.children(target.id)) if target else []
    joining = [each for each in children if _noun(each) in JOININGS | {"vote", "review", "bid"}] or children
    entity = joining[0] if joining else target
    if entity is None:
        editing.refuse(fact.span, "no records that could be there only once are linked in this app")
        return
    link = next((field for field in entity.references if target and field.reference == target.id), None)
    person = editing.entity(fact.who)
    by = next((field for field in entity.references if person and field.reference == person.id), None)
    by = by or next((field for field in entity.fields if field.type == "email"), None)
    key = OWNER if editing.spec.access.has_accounts and (by is None or by.type == "email") else by.id if by else None
    if key is None:
        editing.refuse(fact.span, "nothing says who it is; ask for an e-mail address or for accounts")
        return
    fields = (key, link.id) if link else (key,)
    said = f"{entity.plural_label}: each person only once" + (
        f" for each {target.label.lower()}" if link and target else ""
    )
    _put(editing, fact.span, entity, lambda made: UniqueTogether(id=made, kind="unique_together", fields=fields), said)


def _stock(editing: Editing, entity: Entity) -> None:
    """What is sold is no longer in stock."""
    noun = _noun(entity)
    if noun not in TAKING | GIVING:
        return
    amount = _find(entity, ("quantity", "amount", "units"), frozenset({"integer"}))
    for field in entity.references:
        parent = editing.spec.entity(field.reference or "")
        target = _find(parent, STOCKS, frozenset({"integer"}))
        if amount and target and not field.many:
            said = f"{entity.plural_label}: the quantity is {'taken from' if noun in TAKING else 'added to'} the {parent.label.lower()}'s {target.label.lower()}"
            _put(
                editing,
                None,
                entity,
                _stock_of(field, target, amount, "subtract" if noun in TAKING else "add"),
                said,
            )
            return
