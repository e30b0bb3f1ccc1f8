"""Who may do what in the generated API; nothing of it is there in apps without accounts."""

from appbuilder.compiler.fill import block
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.access import ANYONE, OWNER, SIGNED_IN, Action

NOBODY = "nobody"
NAMED = "named:"
_DONE = {"create": 201, "read": 200, "update": 200, "delete": 204}
ACTIONS: tuple[Action, ...] = ("create", "read", "update", "delete")


def who_may(spec: AppSpec, entity: Entity, action: Action) -> tuple[str, ...]:
    """Who may do it, with roles by their names; admins are always among them. Nobody is left out in open apps.

    Whom the entry names in a person field is ``named:`` with its column.
    """
    permissions = spec.permissions(entity)
    if permissions is None:
        return (ANYONE,)
    asked = permissions.of(action)
    if ANYONE in asked:
        return (ANYONE,)
    roles = [role.name for role in spec.access.roles if role.id in asked or role.is_admin]
    if SIGNED_IN in asked:
        return (SIGNED_IN,)
    named = [f"{NAMED}{field.column}" for field in entity.fields if field.id in asked]
    return (*([OWNER] if OWNER in asked else []), *named, *roles)


def names_people(spec: AppSpec) -> bool:
    """Whether entries give rights to whom they name."""
    rights = [rights for entity in spec.entities if (rights := spec.permissions(entity))]
    return any(each.startswith("f_") for right in rights for action in ACTIONS for each in right.of(action))


def named_readers(spec: AppSpec, entity: Entity) -> list[Field]:
    """The fields by which somebody without a special role comes to see an entry that is not for everybody."""
    readers = who_may(spec, entity, "read")
    usual = spec.access.role(spec.access.default_role or "").name if spec.access.has_accounts else ""
    can_change = entity.behaviours.update and usual not in readers and OWNER in readers
    return [field for field in entity.fields if can_change and f"{NAMED}{field.column}" in readers]


def named_fields(entity: Entity, who: tuple[str, ...]) -> list[str]:
    """The labels of the person fields among them."""
    return [field.label.lower() for field in entity.fields if f"{NAMED}{field.column}" in who]


def is_public(spec: AppSpec, entity: Entity, action: Action) -> bool:
    """Whether everybody may, signed in or not."""
    return who_may(spec, entity, action) == (ANYONE,)


def tuple_text(who: tuple[str, ...]) -> str:
    """As a tuple in Python."""
    inside = ", ".join(f'"{each}"' for each in who)
    return f"({inside}{',' if len(who) == 1 else ''})"


def permits(spec: AppSpec, entity: Entity) -> dict[str, str]:
    """The line of each route that refuses; empty where everybody may."""
    lines = {}
    for action in ACTIONS:
        entry = ", store.get(db, TABLE, entry_id)" if action in {"update", "delete"} else ""
        line = f'permit(person, TABLE, "{action}"{entry})'
        lines[f"permit_{action}"] = "" if is_public(spec, entity, action) else line
    return lines


def table_access(spec: AppSpec, entity: Entity) -> tuple[str, str, list[str]]:
    """The description of who may, its use in the table, and what both import from ``core.tables``."""
    if not spec.access.has_accounts:
        return "", "", []
    lines = [f"    {action}={tuple_text(who_may(spec, entity, action))}," for action in ACTIONS]
    rules = block(["ACCESS = Access(", *lines, ")", ""])
    names = ["CREATED_BY", "mine", *(["may"] if entity.behaviours.update or entity.behaviours.delete else [])]
    return rules, "access=ACCESS,", names


def link_readers(spec: AppSpec, parent: Entity) -> str:
    """The part of a link that keeps others from seeing entries that are not for them."""
    return "" if is_public(spec, parent, "read") else f", readers={tuple_text(who_may(spec, parent, 'read'))}"


def sees_own(spec: AppSpec, entity: Entity) -> bool:
    """Whether somebody of the usual role sees an entry of their own; who may change it but not see it finds none."""
    usual = spec.access.role(spec.access.default_role or "").name if spec.access.has_accounts else ""
    return bool({ANYONE, SIGNED_IN, OWNER, usual} & set(who_may(spec, entity, "read")))


def can_be_own(spec: AppSpec, entity: Entity) -> bool:
    """Whether people without a special role can have entries of their own, and see them."""
    readers = who_may(spec, entity, "read")
    return bool({ANYONE, SIGNED_IN, OWNER} & set(readers)) and bool(
        {ANYONE, SIGNED_IN} & set(who_may(spec, entity, "create"))
        or any(field.type == "person" for field in entity.fields)
    )


def may(spec: AppSpec, entity: Entity, action: Action, who: str) -> bool:
    """Whether somebody may do it with entries that others added."""
    allowed = who_may(spec, entity, action)
    return ANYONE in allowed or (who != NOBODY and (SIGNED_IN in allowed or who in allowed))


def status_for(spec: AppSpec, entity: Entity, action: Action, who: str) -> int:
    """What the API answers when they try it with an entry of others."""
    if who == NOBODY and not is_public(spec, entity, action):
        return 401
    has_own = any(each == OWNER or each.startswith(NAMED) for each in who_may(spec, entity, action))
    if action == "create":
        return 201 if may(spec, entity, action, who) else 403
    if not may(spec, entity, "read", who):
        return 404 if has_own or may(spec, entity, action, who) else 403
    return _DONE[action] if may(spec, entity, action, who) else 403


def lacks_parents(spec: AppSpec, entity: Entity, who: str) -> bool:
    """Whether a new entry needs others that were not added by this person, who must not read them."""
    parents = [spec.entity(field.reference) for field in entity.references if field.required and field.reference]
    return may(spec, entity, "create", who) and not all(may(spec, each, "read", who) for each in parents)
