"""What becomes of what people added when their account goes: it stays without their name, private things go too."""

import sqlite3
from collections.abc import Collection
from contextlib import suppress

from app.account import accounts, sessions
from app.account.roles import ROLES
from app.account.tables import ACCOUNTS
from app.core import store
from app.core.events import Event, Listener, announce
from app.core.problems import Refused
from app.core.tables import Table

LAST_ADMIN = "This is the last admin. Make somebody else an admin first."


def remove_account(db: sqlite3.Connection, account_id: int) -> None:
    if accounts.is_last_admin(db, account_id):
        raise Refused(LAST_ADMIN)
    announce(db, Event("deleted", ACCOUNTS, account_id))
    sessions.end_all(db, account_id)
    db.execute("DELETE FROM app_accounts WHERE id = ?", (account_id,))


def let_go(*tables: Table) -> Listener:
    """For the entries of the tables."""

    def forget(db: sqlite3.Connection, event: Event) -> None:
        if event.table is not ACCOUNTS:
            return
        # What belongs to other entries comes after them, so it goes first.
        for table in reversed(tables):
            if is_private(table.access.read):
                _delete_own(db, table, event.entry_id)
        for table in tables:
            for column in table.stored:
                if column.link and column.link.table == ACCOUNTS.name:
                    unset = f'UPDATE "{table.name}" SET "{column.name}" = NULL WHERE "{column.name}" = ?'
                    db.execute(unset, (event.entry_id,))

    return forget


def is_private(readers: Collection[str]) -> bool:
    """Whether only who added an entry, and admins, can read it."""
    return "owner" in readers and set(readers) <= {"owner", *(role.name for role in ROLES if role.is_admin)}


def _delete_own(db: sqlite3.Connection, table: Table, account_id: int) -> None:
    own = db.execute(f'SELECT id FROM "{table.name}" WHERE created_by_id = ?', (account_id,)).fetchall()
    for row in own:
        # An entry that others still need stays, without a name.
        with suppress(Refused):
            store.delete(db, table, row["id"])
