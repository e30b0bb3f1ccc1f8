"""Refuses what somebody may not do, and says what it would take."""

from fastapi import HTTPException

from app.core.person import Person
from app.account.roles import ROLES
# if named
from app.core.access import Action, allows, named_in
# else
from app.core.access import Action, allows
# end if
from app.core.store import Row
from app.core.tables import Table

VERBS: dict[Action, str] = {"create": "add", "read": "see", "update": "change", "delete": "delete"}


def permit(person: Person | None, table: Table, action: Action, entry: Row | None = None) -> None:
    """Goes on when the person may do it with the entry; without an entry, when they may do it at all."""
    who = table.access.of(action)
    own = person.id if person else None
    owner = entry["created_by_id"] if entry else own
    if allows(who, person, owner):
        return
    # if named
    named = named_in(who)
    if person and named and (entry is None or person.id in [entry[column] for column in named]):
        return
    # end if
    what = f"{VERBS[action]} {table.name.replace('_', ' ')}"
    if person is None:
        raise HTTPException(401, f"Sign in to {what}.")
    roles = " or ".join(role.label for role in ROLES if role.name in who)
    if "owner" in who:
        raise HTTPException(403, f"Only whoever added this {table.label} can {VERBS[action]} it, or the role {roles}.")
    raise HTTPException(403, f"You need the role {roles} to {what}.")
