"""Let guests leave entries for those who run the app, and keep strangers out where it is for insiders only."""

import re

from appbuilder.planner.editing import Editing
from appbuilder.planner.lexicon.rights import FOR_US, HANDED_IN, LEFT_BY_GUESTS
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.wishes import AccessFact, OwnFact, PermissionFact
from appbuilder.planner.reading.words import tokens
from appbuilder.spec import Entity, Permissions, changed, replace_entity
from appbuilder.spec.access import ANYONE, OWNER, SIGNED_IN

_NOBODY_ELSE = frozenset({"i", "we", "it", "you", "they", "who"})


def is_work(editing: Editing, who: tuple[str, ...]) -> bool:
    """Tell whether only these roles do it, since the request speaks of others too, who do something else."""
    access = editing.spec.access
    roles = {role.id: role.label.lower() for role in access.roles if role.id != access.default_role}
    if not who or not set(who) <= roles.keys():
        return False
    text = editing.reading.text
    named = {token.text for token in tokens(text, 0, len(text)) if is_people(token.text)} - _NOBODY_ELSE
    own = {form for each in who for word in roles[each].split() for form in (word, f"{word}s")}
    return bool(named - own)


def admit_guests(editing: Editing) -> None:
    """Decide for each entity whether guests add entries, and who then works with them."""
    facts = editing.reading.facts
    ways = [fact for fact in facts if isinstance(fact, AccessFact)]
    if any(fact.way == "inside" for fact in ways):
        _keep_inside(editing)
        return
    if editing.is_follow_up:
        return
    is_for_all = any(fact.way in {"accounts", "closed"} for fact in ways) or any(
        isinstance(fact, OwnFact) for fact in facts
    )
    told = [(fact, _left_by_guests(editing, fact)) for fact in ways if fact.way == "open"]
    editing.trace += [
        (fact.span, f"{entity.plural_label}: guests add them without signing in") for fact, entity in told
    ]
    left = {entity.id for _, entity in told}
    if not is_for_all:
        left |= {each.id for each in editing.spec.entities if _is_box(editing, each) or _is_left(editing, each)}
        left |= {each.id for each in editing.spec.entities if each.permissions and ANYONE in each.permissions.create}
    for entity in editing.spec.entities:
        if entity.id in left:
            _put(editing, entity, _boxed(editing, entity), "guests add them without signing in")
        elif left and not is_for_all and entity.permissions is None:
            staff = _staff(editing)
            rights = Permissions(create=staff, read=(ANYONE,), update=staff, delete=staff)
            _put(editing, entity, rights, "everybody sees them, those who run the app change them")
        elif is_for_all and entity.permissions and ANYONE in entity.permissions.create:
            rights = changed(entity.permissions, create=(SIGNED_IN,))
            _put(editing, entity, rights, "whoever signed in adds them")


def _left_by_guests(editing: Editing, fact: AccessFact) -> Entity:
    """The entity that the words "without signing in" are about: of those the sentence names, what guests hand in."""
    sentence = editing.reading.sentence_at(fact.span.start)
    rights = [each for each in editing.reading.facts if isinstance(each, PermissionFact) and each.who == (ANYONE,)]
    here = [each for each in rights if "create" in each.acts and sentence.start <= each.span.start < sentence.end]
    added = [entity for each in here for noun in each.owners if (entity := editing.entity(noun))]
    text = editing.reading.text[sentence.start : sentence.end]
    named = [each for each in editing.spec.entities if each.name.split("_")[-1] in text]
    boxes = added or [each for each in named if _is_handed_in(each)]
    boxes = boxes or [each for each in editing.spec.entities if _is_handed_in(each)]
    return next(iter(reversed(boxes)), None) or editing.named_before(fact) or editing.main


def _is_handed_in(entity: Entity) -> bool:
    return entity.name.split("_")[-1] in HANDED_IN


def _is_left(editing: Editing, entity: Entity) -> bool:
    """Tell what anybody leaves, such as feedback and the entries of a guestbook, where nobody else is named for it."""
    is_entry = entity.name == "entry" and re.search(r"\bguest ?book\b", editing.reading.text) is not None
    creates = entity.permissions.create if entity.permissions else (SIGNED_IN,)
    return (is_entry or entity.name.split("_")[-1] in LEFT_BY_GUESTS) and creates == (SIGNED_IN,)


def _is_box(editing: Editing, entity: Entity) -> bool:
    """Tell what only those who run the app read, so that it comes from guests."""
    rights = entity.permissions
    told = [
        fact
        for fact in editing.reading.facts
        if isinstance(fact, PermissionFact)
        and "create" in fact.acts
        and editing.entity(next(iter(fact.owners), None)) == entity
    ]
    is_kept_back = rights is not None and not {ANYONE, SIGNED_IN, OWNER} & set(rights.read)
    return is_kept_back and _is_handed_in(entity) and not told


def _boxed(editing: Editing, entity: Entity) -> Permissions:
    """Rights for what guests add: nobody owns it, so those who run the app change and delete it."""
    before = entity.permissions or Permissions()
    staff = tuple(
        dict.fromkeys((*_staff(editing), *(who for move in entity.workflow for who in move.who if who[:2] == "r_")))
    )
    is_open = bool({ANYONE, SIGNED_IN} & set(before.read)) and entity.name.split("_")[-1] not in FOR_US
    reads = before.read if is_open else tuple(who for who in before.read if who not in {ANYONE, SIGNED_IN, OWNER})
    told = [
        fact for fact in editing.reading.facts if isinstance(fact, PermissionFact) and "read" in fact.acts and fact.only
    ]
    reads = reads or (() if told else staff)
    changes = tuple(who for who in before.update if who != OWNER) or tuple(
        who for who in staff if who in reads or is_open
    )
    deletes = tuple(who for who in before.delete if who != OWNER)
    return Permissions(create=(ANYONE,), read=reads, update=changes, delete=deletes)


def _staff(editing: Editing) -> tuple[str, ...]:
    access = editing.spec.access
    return tuple(
        role.id for role in access.roles if not role.is_admin and role.id not in {access.default_role, "r_member"}
    )


def _keep_inside(editing: Editing) -> None:
    """Nobody sees or adds anything without an account."""
    for entity in editing.spec.entities:
        rights = entity.permissions or Permissions()
        kept = {
            act: tuple(dict.fromkeys(SIGNED_IN if who == ANYONE else who for who in rights.of(act)))
            for act in ("create", "read", "update", "delete")
        }
        _put(editing, entity, Permissions(**kept), "only people with an account see them")


def _put(editing: Editing, entity: Entity, rights: Permissions, said: str) -> None:
    if entity.permissions != rights:
        editing.put(
            None,
            lambda spec: replace_entity(spec, changed(spec.entity(entity.id), permissions=rights)),
            f"{entity.plural_label}: {said}",
            "",
        )
