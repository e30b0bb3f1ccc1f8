"""Put rules on entities: order of dates, no double bookings, quotas, once only, stock, and worked-out fields."""

from appbuilder.planner.applying.computed import apply_computed
from appbuilder.planner.applying.rules import find_field, noun_of, put_overlap, put_rule, resource_of, times_of
from appbuilder.planner.applying.usual import USUAL, order_of, places, places_of, room_of
from appbuilder.planner.editing import Editing
from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.limits import (
    AMOUNTS,
    BOOKINGS,
    JOININGS,
)
from appbuilder.planner.lexicon.speech import PEOPLE
from appbuilder.planner.reading.wishes import CapacityFact, OnceFact, OverlapFact, QuotaFact, SequenceFact
from appbuilder.spec import (
    Entity,
    Field,
    Quota,
    UniqueTogether,
    add_field,
    make_field,
)
from appbuilder.spec.access import OWNER
from appbuilder.spec.fields import DATE_TYPES, NUMBER_TYPES


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
        elif isinstance(fact, SequenceFact):
            _sequence(editing, fact)
        elif isinstance(fact, CapacityFact):
            _capacity(editing, fact)
    for entity in editing.spec.entities:
        for rule in USUAL:
            rule(editing, editing.spec.entity(entity.id))


def _asked_overlap(editing: Editing, fact: OverlapFact) -> None:
    named = editing.entity(fact.owner)
    bookings = [each for each in editing.spec.entities if noun_of(each) in BOOKINGS]
    if named is not None and noun_of(named) not in BOOKINGS:
        children = [each for each in editing.spec.children(named.id) if times_of(each)]
        named = children[0] if children else named
    entity = named or next(iter(bookings), None) or editing.named_before(fact)
    if entity is None:
        editing.refuse(fact.span, "no record takes a time that could overlap")
        return
    entity = _with_time(editing, entity)
    resource = resource_of(editing, entity) or next((field for field in entity.references if not field.many), None)
    if not put_overlap(editing, fact.span, entity, resource):
        editing.refuse(fact.span, f"{entity.plural_label.lower()} have no date")


def _with_time(editing: Editing, entity: Entity) -> Entity:
    """The entity, or what is noted of it, with the time that the rule is about."""
    if times_of(entity) is not None:
        return entity
    child = next((each for each in editing.spec.children(entity.id) if times_of(each)), None)
    if child is None and noun_of(entity) in BOOKINGS:
        said = f"{entity.plural_label}: date and time"
        editing.put(None, lambda spec: add_field(spec, entity.id, make_field("date_and_time", "datetime")), said, "")
        return editing.spec.entity(entity.id)
    return child or entity


def _quota(editing: Editing, fact: QuotaFact) -> None:
    if fact.limit is None:
        children = [each for each in editing.spec.entities if noun_of(each) in JOININGS]
        before = len(editing.spec.model_dump_json())
        for child in children:
            places(editing, child)
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
        joining = [each for each in editing.spec.children(parent.id) if noun_of(each) in JOININGS]
        entity = joining[0] if joining else None
    entity = _between(editing, entity, parent)
    link = (
        next((each for each in entity.references if parent and each.reference == parent.id), None) if entity else None
    )
    if entity is not None and link is not None:
        scope: tuple[str, ...] = (link.id,)
    elif entity is not None and is_person and editing.spec.access.has_accounts:
        scope = (OWNER,)
    else:
        editing.refuse(fact.span, "no records that could be counted so are linked in this app")
        return
    limit = fact.limit
    said = f"{entity.plural_label}: at most {limit} for each {who or 'person'}"
    put_rule(editing, fact.span, entity, lambda made: Quota(id=made, kind="quota", scope=scope, limit=limit), said)


def _sequence(editing: Editing, fact: SequenceFact) -> None:
    """Put the order of two fields on the entity that has both."""
    for entity in editing.spec.entities:
        early, late = _comparable(entity, fact.earlier), _comparable(entity, fact.later)
        if early and late and early.id != late.id:
            said = f"{entity.plural_label}: {late.label.lower()} not before {early.label.lower()}"
            put_rule(editing, fact.span, entity, order_of(early, late), said)
            return
    editing.refuse(fact.span, f"no record has both {fact.earlier} and {fact.later} to compare")


def _comparable(entity: Entity, words: str) -> Field | None:
    able = [field for field in entity.fields if field.type in DATE_TYPES | NUMBER_TYPES]
    exact = [field for field in able if field.label.lower() == words or field.name.replace("_", " ") == words]
    near = [field for field in able if words in field.label.lower().split()]
    return next(iter([*exact, *near]), None)


def _capacity(editing: Editing, fact: CapacityFact) -> None:
    """Nobody takes a place in what is full: entries are counted, or the seats that each of them takes."""
    named = editing.entity(fact.parent)
    for child in editing.spec.entities:
        for link in child.references:
            parent = editing.spec.entity(link.reference or "")
            room = None if link.many else room_of(parent)
            if room is None or (named is not None and named.id not in {parent.id, child.id}):
                continue
            amount = find_field(child, AMOUNTS, frozenset({"integer"}))
            counted = f"{amount.label.lower()} together" if amount else child.plural_label.lower()
            said = (
                f"{child.plural_label}: {counted} no more than the {room.label.lower()} of the {parent.label.lower()}"
            )
            put_rule(editing, fact.span, child, places_of(link, room, amount), said)
            return
    editing.refuse(fact.span, "no record has a number of places that others could take")


def _between(editing: Editing, entity: Entity | None, parent: Entity | None) -> Entity | None:
    """The records that are counted: of a member's books, the loans that point to both."""
    if entity is None or parent is None or any(field.reference == parent.id for field in entity.references):
        return entity
    both = [
        each
        for each in editing.spec.children(entity.id)
        if any(field.reference == parent.id for field in each.references)
    ]
    return both[0] if both else entity


def _once(editing: Editing, fact: OnceFact) -> None:
    if "vote" in fact.span.of(editing.reading.text) and any(
        each.behaviours.votes != "off" for each in editing.spec.entities
    ):
        editing.trace.append((fact.span, "each person votes once"))
        return
    target = editing.entity(fact.owner)
    children = list(editing.spec.children(target.id)) if target else []
    joining = [each for each in children if noun_of(each) in JOININGS | {"vote", "review", "bid"}] or children
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
    put_rule(
        editing, fact.span, entity, lambda made: UniqueTogether(id=made, kind="unique_together", fields=fields), said
    )
