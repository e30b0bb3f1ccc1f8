"""Put rights on entities: who may add, see, change and delete."""

from appbuilder.planner.editing import Editing
from appbuilder.planner.lexicon.speech import PEOPLE
from appbuilder.planner.reading.states import EVERY_MOVE
from appbuilder.planner.reading.wishes import PermissionFact
from appbuilder.spec import AppSpec, Entity, Permissions, Transition, changed, replace_entity
from appbuilder.spec.access import ANYONE, OWNER, SIGNED_IN

_ACTIONS = ("create", "read", "update", "delete")
_SAYING = {"create": "add", "read": "see", "update": "change", "delete": "delete"}


def apply_permissions(editing: Editing) -> None:
    """Apply each right to the entities it names."""
    for fact in editing.reading.facts:
        if not isinstance(fact, PermissionFact):
            continue
        if not editing.spec.access.has_accounts:
            if not fact.only:
                editing.trace.append((fact.span, "everybody may do this, since nobody signs in"))
            continue
        found = [entity for noun in fact.owners if (entity := editing.entity(noun))]
        named = None if found else editing.named_before(fact)
        for entity in found or ([named] if named else list(editing.spec.entities)):
            _apply(editing, fact, entity)
    _keep_inquiries(editing)


def _apply(editing: Editing, fact: PermissionFact, entity: Entity) -> None:
    who = _who(editing.spec, fact)
    changed_rights = _rights(entity, fact, who)
    moves = _moves(entity, fact, who)
    names = ", ".join(
        dict.fromkeys(
            {"anyone": "everybody", "signed_in": "whoever signed in", "owner": "whoever added it"}.get(each, each)
            for each in fact.who
        )
    )
    acts = ", ".join(_SAYING.get(act, f"set {act}") for act in fact.acts)
    said = f"{entity.plural_label}: {names} may {acts}{', nobody else' if fact.only else ''}"

    def allow(spec: AppSpec) -> AppSpec:
        return replace_entity(spec, changed(entity, permissions=changed_rights, workflow=moves))

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


def _rights(entity: Entity, fact: PermissionFact, who: tuple[str, ...]) -> Permissions | None:
    base = entity.permissions or Permissions()
    rights = {act: base.of(act) for act in ("create", "read", "update", "delete")}
    takes_all = fact.only or fact.acts[:3] == ("create", "update", "delete")
    for act in _ACTIONS:
        if act not in fact.acts:
            continue
        may = tuple(each for each in who if act != "create" or each != OWNER)
        if takes_all:
            kept = (
                tuple(each for each in rights[act] if each.startswith("r_")) if OWNER in fact.who and fact.only else ()
            )
            rights[act] = (*may, *kept) if may or act != "create" or OWNER not in fact.who else rights[act]
        else:
            rights[act] = tuple(dict.fromkeys((*rights[act], *may)))
    if fact.only and fact.who == (OWNER,) and "read" in fact.acts:
        rights = rights | {"update": rights["update"] or (OWNER,)}
    made = Permissions(**rights)
    return entity.permissions if made == base else made


def _moves(entity: Entity, fact: PermissionFact, who: tuple[str, ...]) -> tuple[Transition, ...]:
    """The workflow, in which only these people move entries to the states that the right names."""
    if not entity.status_field:
        return entity.workflow
    options = [option.value for option in entity.field(entity.status_field).options]
    states = {state.replace(" ", "_") for state in fact.acts} - set(_ACTIONS)
    states = set(options) if EVERY_MOVE in fact.acts else states
    if not states:
        return entity.workflow
    moves = (
        list(entity.workflow)
        or [Transition(source=one, target=two) for one in options for two in options if one != two][:60]
    )
    admins = ("r_admin",)
    return tuple(changed(move, who=who or admins) if move.target in states and fact.only else move for move in moves)


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
