"""Keep records that only concern whoever made them for them, and let those who decide about entries change them."""

from appbuilder.planner.applying.rules import noun_of
from appbuilder.planner.editing import Editing
from appbuilder.planner.lexicon.access import ADDRESSED
from appbuilder.planner.lexicon.ownership import PRIVATE
from appbuilder.planner.reading.wishes import OwnFact, PermissionFact
from appbuilder.spec import Behaviours, Entity, Permissions, changed, replace_entity
from appbuilder.spec.access import ANYONE, GROUPS, OWNER, SIGNED_IN


def apply_ownership(editing: Editing) -> None:
    """Give rights to owners, and to the roles that work with what owners hand in."""
    if not editing.spec.access.has_accounts:
        return
    facts = [fact for fact in editing.reading.facts if isinstance(fact, OwnFact)]
    own = {entity.id for fact in facts if (entity := editing.entity(fact.owner))}
    makers = {fact.who for fact in facts if fact.who}
    for entity in editing.spec.entities:
        if noun_of(entity) in ADDRESSED:
            _addressed(editing, entity)
    for entity in editing.spec.entities:
        deciding = tuple(dict.fromkeys(who for move in entity.workflow for who in move.who if who.startswith("r_")))
        rights = entity.permissions or Permissions()
        is_private = noun_of(entity) in PRIVATE or _is_seen_by_some(editing, entity)
        if entity.id in own and is_private and ANYONE in rights.read:
            _put(editing, entity, _private(editing, entity, deciding, makers))
        elif deciding:
            _put(editing, entity, _with_deciding(entity, deciding))


def _addressed(editing: Editing, entity: Entity) -> None:
    """What is written to somebody is for the two of them, and whom it is for is told inside the app."""
    people = tuple(field.id for field in entity.fields if field.type == "person")
    if not people or entity.permissions is not None:
        return
    rights = Permissions(create=(SIGNED_IN,), read=(OWNER, *people), update=(OWNER, *people), delete=(OWNER,))
    behaviours = Behaviours(**(entity.behaviours.model_dump() | {"follow": True}))
    editing.put(
        None,
        lambda spec: replace_entity(spec, changed(entity, permissions=rights, behaviours=behaviours)),
        f"{entity.plural_label}: only for whoever wrote them and whom they are for, who is told inside the app",
        "",
    )


def _is_seen_by_some(editing: Editing, entity: Entity) -> bool:
    """Tell whether some see what others have: "customers see their tickets, agents see all"."""
    rights = [fact for fact in editing.reading.facts if isinstance(fact, PermissionFact)]
    seen = [fact for fact in rights if "read" in fact.acts and not fact.only and not set(fact.who) & set(GROUPS)]
    return any(not fact.owners or entity in [editing.entity(noun) for noun in fact.owners] for fact in seen)


def _private(editing: Editing, entity: Entity, deciding: tuple[str, ...], makers: set[str]) -> Permissions:
    """For owners and for roles that an admin gives, unless they are the ones who make such records."""
    access = editing.spec.access
    usual = {access.default_role, "r_member"}
    staff = tuple(
        role.id
        for role in access.roles
        if not role.is_admin and (role.id in deciding or (role.id not in usual and role.label.lower() not in makers))
    )
    rights = entity.permissions or Permissions()
    update = tuple(dict.fromkeys((*rights.update, *deciding)))
    return changed(rights, read=(OWNER, *staff), update=update)


def _with_deciding(entity: Entity, deciding: tuple[str, ...]) -> Permissions:
    rights = entity.permissions or Permissions()
    if {ANYONE, SIGNED_IN} & set(rights.update):
        return rights
    reads = rights.read if {ANYONE, SIGNED_IN} & set(rights.read) else tuple(dict.fromkeys((*rights.read, *deciding)))
    return changed(rights, update=tuple(dict.fromkeys((*rights.update, *deciding))), read=reads)


def _put(editing: Editing, entity: Entity, rights: Permissions) -> None:
    who = "whoever added it" if OWNER in rights.read else "everybody"
    if entity.permissions != rights:
        editing.put(
            None,
            lambda spec: replace_entity(spec, changed(entity, permissions=rights)),
            f"{entity.plural_label}: {who} sees them; those who decide about them change them",
            "",
        )
