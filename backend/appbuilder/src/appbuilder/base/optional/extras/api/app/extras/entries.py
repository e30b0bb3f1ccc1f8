"""The entries that extras belong to: a row names its entry by number and by its table's id, which never changes."""

import sqlite3

from fastapi import HTTPException

# if accounts
from app.account.tables import ACCOUNTS
# end if
from app.core import store
from app.core.events import Event, Listener
# if accounts
from app.core.permissions import permit
# end if
from app.core.person import Person
from app.core.tables import Column, Index, Table
from app.core.values import now

ENTITY = Column(id="entity", name="entity", kind="choice")
ENTRY = Column(id="entry", name="entry", kind="integer")
PERSON = Column(id="person", name="person", kind="choice")
ONCE_EACH = (Index(("entity", "entry", "person"), unique=True),)


def readable(db: sqlite3.Connection, table: Table, entry_id: int) -> store.Row:
    """The entry, if there is one for whoever asks."""
    entry = store.get(db, table, entry_id)
    if entry is None:
        raise HTTPException(404, f"This {table.label} does not exist. It may have been deleted.")
    return entry


# if accounts
def changeable(db: sqlite3.Connection, table: Table, entry_id: int, person: Person | None) -> store.Row:
    """The entry, if the person may change it."""
    entry = readable(db, table, entry_id)
    permit(person, table, "update", entry)
    return entry
# else
def changeable(db: sqlite3.Connection, table: Table, entry_id: int, _: Person | None) -> store.Row:
    """The entry; everybody may change it."""
    return readable(db, table, entry_id)
# end if


def forget_with_entry(rows: Table) -> Listener:
    # if accounts
    """Lets the rows go with the entry that they belong to, and with the account of whoever made them."""
    # else
    """Lets the rows go with the entry that they belong to."""
    # end if

    def forget(db: sqlite3.Connection, event: Event) -> None:
        # if accounts
        if event.table is ACCOUNTS:
            db.execute(f'DELETE FROM "{rows.name}" WHERE person = ?', (f"person:{event.entry_id}",))
            return
        # end if
        # if undo
        if event.kind == "forgotten":
        # else
        if event.kind == "deleted":
        # end if
            db.execute(f'DELETE FROM "{rows.name}" WHERE entity = ? AND entry = ?', (event.table.id, event.entry_id))

    return forget


def keep_own(db: sqlite3.Connection, rows: Table, table: Table, entry_id: int, person: str, value: int) -> None:
    """Keeps what the person says about the entry in place of what they said before."""
    stamp = now()
    db.execute(
        f'INSERT INTO "{rows.name}" (created_at, updated_at, entity, entry, person, value) VALUES (?, ?, ?, ?, ?, ?) '
        "ON CONFLICT (entity, entry, person) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at",
        (stamp, stamp, table.id, entry_id, person, value),
    )


def drop_own(db: sqlite3.Connection, rows: Table, table: Table, entry_id: int, person: str) -> None:
    """Takes back what the person said about the entry."""
    db.execute(
        f'DELETE FROM "{rows.name}" WHERE entity = ? AND entry = ? AND person = ?', (table.id, entry_id, person)
    )


def about(rows: str, entity: str) -> str:
    """The rows about the entry ``t``, for expressions of columns."""
    return f"FROM {rows} WHERE entity = '{entity}' AND entry = t.id"
