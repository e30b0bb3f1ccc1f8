"""The entries that extras belong to: a row names its entry by the id of the entity, which never changes, and by number."""

import sqlite3

from fastapi import HTTPException

from app.core import store
from app.core.events import Event, Listener
from app.core.tables import Column, Table

ENTITY = Column(id="entity", name="entity", kind="choice")
ENTRY = Column(id="entry", name="entry", kind="integer")


def readable(db: sqlite3.Connection, table: Table, entry_id: int) -> store.Row:
    """The entry, if there is one for whoever asks."""
    entry = store.get(db, table, entry_id)
    if entry is None:
        raise HTTPException(404, f"This {table.label} does not exist. It may have been deleted.")
    return entry


def forget_with_entry(rows: Table) -> Listener:
    """Lets the rows go when the entry that they belong to is deleted."""

    def forget(db: sqlite3.Connection, event: Event) -> None:
        if event.kind == "deleted":
            db.execute(f'DELETE FROM "{rows.name}" WHERE entity = ? AND entry = ?', (event.table.id, event.entry_id))

    return forget
