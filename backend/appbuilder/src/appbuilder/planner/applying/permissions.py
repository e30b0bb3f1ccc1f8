"""Put rights on entities: who may add, see, change and delete."""

from appbuilder.planner.applying.guests import admit_guests, is_work
from appbuilder.planner.applying.states import with_moves
from appbuilder.planner.editing import Editing
from appbuilder.planner.lexicon.speech import PEOPLE
from appbuilder.planner.reading.wishes import PermissionFact
from appbuilder.spec import AppSpec, Entity, Permissions, changed, replace_entity
from appbuilder.spec.access import ANYONE, OWNER, SIGNED_IN

_ACTIONS = ("create", "read", "update", "delete")
_SAYING = {"create": "add", "read": "see", "update": "change", "delete": "delete"}


def apply_permissions(editing: Editing) -> None:
    """Apply each right to the entities it names; what owners take back comes last, when there are states for it."""
    facts = [fact for fact in editing.reading.facts if isinstance(fact, PermissionFact)]
    for fact in sorted(facts, key=lambda fact: OWNER in fact.who and bool(_states(fact))):
        if not editing.spec.access.has_accounts:
            if fact.who == (ANYONE,):
                editing.reading.quiet.append(fact.span)
            elif not fact.only:
                editing.trace.append((fact.span, "everybody may do this, since nobody signs in"))
            continue
        for entity in _meant(editing, fact):
            _apply(editing, fact, entity)
    if editing.spec.access.has_accounts:
        admit_guests(editing)
    _keep_inquiries(editing)


def _states(fact: PermissionFact) -> set[str]:
    return set(fact.acts) - set(_ACTIONS)


def _meant(editing: Editing, fact: PermissionFact) -> list[Entity]:
    """The entities a right is about: those it names, else the one spoken of; a state is that of one entity."""
    found = [entity for noun in fact.owners if (entity := editing.entity(noun))]
    if found:
        return list(dict.fromkeys(found))
    if not fact.owners and fact.for_all:
        return list(editing.spec.entities)
    named = editing.spoken_of(fact)
    if named is not None:
        return [named]
    if not _states(fact):
        return list(editing.spec.entities)
    return [next((each for each in editing.spec.entities if each.status_field), editing.main)]


def _apply(editing: Editing, fact: PermissionFact, entity: Entity) -> None:
    who = _who(editing.spec, fact)
    if fact.who == (OWNER,) and _states(fact) and entity.status_field is None:
        return  # what nobody decides about is taken back by deleting it
    changed_rights = _rights(editing, entity, fact, who)
    names = ", ".join(
        dict.fromkeys(
            {"anyone": "everybody", "signed_in": "whoever signed in", "owner": "whoever added it"}.get(each, each)
            for each in fact.who
        )
    )
    acts = ", ".join(_SAYING.get(act, f"set {act}") for act in fact.acts)
    said = f"{entity.plural_label}: {names} may {acts}{', nobody else' if fact.only else ''}"

    def allow(spec: AppSpec) -> AppSpec:
        spec = replace_entity(spec, changed(spec.entity(entity.id), permissions=changed_rights))
        return with_moves(spec, spec.entity(entity.id), fact, who)

    editing.put(fact.span, allow, said, f"these rights do not fit {entity.plural_label.lower()}")


def _who(spec: AppSpec, fact: PermissionFact) -> tuple[str, ...]:
    """The people as the spec names them; admins may everything anyway."""
    by_name = {role.label.lower(): role for role in spec.access.roles}
    found = []
    for each in fact.who:
        if each in {ANYONE, SIGNED_IN, OWNER}:
            found.append(each)
        elif each in by_name and not by_name[each].is_admin:
            found.append(by_name[each].id)
        elif each not in by_name and each in PEOPLE:
            found.append(SIGNED_IN)
    return tuple(dict.fromkeys(found))


def _rights(editing: Editing, entity: Entity, fact: PermissionFact, who: tuple[str, ...]) -> Permissions | None:
    base = entity.permissions or Permissions()
    rights = {act: base.of(act) for act in ("create", "read", "update", "delete")}
    takes_all = fact.only or fact.acts[:3] == ("create", "update", "delete")
    for act in _ACTIONS:
        if act not in fact.acts:
            continue
        may = tuple(each for each in who if act != "create" or each != OWNER)
        if act == "create" and not takes_all and rights[act] == (SIGNED_IN,) and is_work(editing, who):
            rights[act] = may
        elif takes_all:
            kept = (
                tuple(each for each in rights[act] if each.startswith("r_")) if OWNER in fact.who and fact.only else ()
            )
            rights[act] = (*may, *kept) if may or act != "create" or OWNER not in fact.who else rights[act]
        else:
            rights[act] = tuple(dict.fromkeys((*rights[act], *may)))
        rights[act] = _widest(rights[act])
    if fact.only and fact.who == (OWNER,) and "read" in fact.acts:
        rights = rights | {"update": rights["update"] or (OWNER,)}
    made = Permissions(**rights)
    return entity.permissions if made == base else made


def _widest(who: tuple[str, ...]) -> tuple[str, ...]:
    """Whoever everybody, or everybody with an account, includes need not be named."""
    return next(((group,) for group in (ANYONE, SIGNED_IN) if group in who), tuple(dict.fromkeys(who)))


def _keep_inquiries(editing: Editing) -> None:
    """Whoever writes to us need not sign in, and others do not read it."""
    entity = editing.spec.find_entity("inquiry")
    if entity is not None and editing.spec.access.has_accounts and entity.permissions is None:
        rights = Permissions(create=(ANYONE,), read=(), update=(), delete=())
        editing.put(
            None,
            lambda spec: replace_entity(spec, changed(entity, permissions=rights)),
            "Inquiries: everybody may write, admins read them",
            "",
        )
