"""Deleted entries: for a day they can be brought back as they were, with all that belongs to them."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi import APIRouter, HTTPException

# if accounts
from app.account.tables import ACCOUNTS
# end if
from app.core import store
from app.core.database import writing
from app.core.events import Event, Listener, announce
from app.core.models import EntryId
from app.core.problems import FieldProblems, Refused
from app.core.tables import CREATED_AT, UPDATED_AT, Column, Index, Table
from app.core.values import now, stamp, to_stored
# if people
from app.core.who import Who
# end if

KEPT = timedelta(days=1)
DELETED = Table(
    id="app_deleted",
    name="app_deleted",
    label="deleted entry",
    columns=(
        Column(id="entity", name="entity", kind="choice"),
        Column(id="entry", name="entry", kind="integer"),
        # What was stored, by the ids of the columns: their names may change meanwhile.
        Column(id="stored", name="stored"),
    ),
    indexes=(Index(("entity", "entry"), unique=True),),
)


def keep_deleted(*tables: Table) -> Listener:
    """Keeps what is deleted, and forgets for good what was deleted long ago."""

    def keep(db: sqlite3.Connection, event: Event) -> None:
        # if accounts
        if event.table is ACCOUNTS:
            _forget_person(db, tables, event.entry_id)
            return
        # end if
        if event.kind == "deleted" and event.before:
            stored = {column.id: to_stored(column.kind, event.before[column.name]) for column in _columns(event.table)}
            moment = now()
            db.execute(
                "INSERT INTO app_deleted (created_at, updated_at, entity, entry, stored) VALUES (?, ?, ?, ?, ?)",
                (moment, moment, event.table.id, event.entry_id, json.dumps(stored)),
            )
            forget_old(db, tables)

    return keep


def _columns(table: Table) -> tuple[Column, ...]:
    return (CREATED_AT, UPDATED_AT, *table.stored)


def forget_old(db: sqlite3.Connection, tables: Iterable[Table]) -> None:
    """From now on the entries and all that belonged to them are gone for good."""
    old = stamp(datetime.now(UTC) - KEPT)
    for table in tables:
        query = "SELECT entry FROM app_deleted WHERE entity = ? AND created_at < ?"
        for row in db.execute(query, (table.id, old)).fetchall():
            _forget(db, table, row["entry"])


def _forget(db: sqlite3.Connection, table: Table, entry_id: int) -> None:
    db.execute("DELETE FROM app_deleted WHERE entity = ? AND entry = ?", (table.id, entry_id))
    # if many
    for many in table.many:
        db.execute(f'DELETE FROM "{many.table.name}" WHERE entry_id = ?', (entry_id,))
    # end if
    announce(db, Event("forgotten", table, entry_id))


# if accounts
def _forget_person(db: sqlite3.Connection, tables: Iterable[Table], account_id: int) -> None:
    """When an account goes, no deleted entry that names it can come back."""
    for table in tables:
        people = [column.id for column in table.stored if column.link and column.link.table == ACCOUNTS.name]
        for row in db.execute("SELECT entry, stored FROM app_deleted WHERE entity = ?", (table.id,)).fetchall():
            stored = json.loads(row["stored"])
            if account_id in [stored.get(column) for column in people]:
                _forget(db, table, row["entry"])


# end if
def restore_routes(table: Table) -> APIRouter:
    # if accounts
    """The address below an entry's own, for those who may delete it."""
    # else
    """The address below an entry's own."""
    # end if
    router = APIRouter(prefix="/{entry_id}/restore")

    @router.post("", status_code=204)
    # if people
    def restore(entry_id: EntryId, person: Who) -> None:
        with writing(person) as db:
    # else
    def restore(entry_id: EntryId) -> None:
        with writing() as db:
    # end if
            if not bring_back(db, table, entry_id):
                raise HTTPException(404, f"There is no deleted {table.label} to bring back. It is gone for good.")

    return router


def bring_back(db: sqlite3.Connection, table: Table, entry_id: int) -> bool:
    # if accounts
    """Whether there was such an entry, and whoever asks may delete it; it is the same one with all it had."""
    # else
    """Whether there was such an entry; it is the same one with all it had."""
    # end if
    forget_old(db, [table])
    which = "FROM app_deleted WHERE entity = ? AND entry = ?"
    row = db.execute(f"SELECT stored {which}", (table.id, entry_id)).fetchone()
    if row is None:
        return False
    _put_back(db, table, entry_id, json.loads(row["stored"]))
    db.execute(f"DELETE {which}", (table.id, entry_id))
    entry = store.get(db, table, entry_id)
    # if accounts
    if entry is None or not entry["may_delete"]:
        return False
    # else
    if entry is None:
        return False
    # end if
    _refuse_lost(db, table, entry)
    try:
        announce(db, Event("restored", table, entry_id, after=entry))
    except FieldProblems as problems:
        raise Refused(" ".join(problems.fields.values())) from problems
    return True


def _put_back(db: sqlite3.Connection, table: Table, entry_id: int, stored: dict[str, Any]) -> None:
    row = {"id": entry_id, **{column.name: stored[column.id] for column in _columns(table) if column.id in stored}}
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    db.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', list(row.values()))


def _refuse_lost(db: sqlite3.Connection, table: Table, entry: store.Row) -> None:
    """An entry does not come back where its place was taken, or what it belongs to is gone."""
    for column in table.stored:
        value = to_stored(column.kind, entry[column.name])
        if value is None:
            continue
        what = column.name.removesuffix("_id").replace("_", " ")
        found = f'SELECT 1 FROM "{column.link.table}" WHERE id = ?' if column.link else ""
        if found and db.execute(found, (value,)).fetchone() is None:
            raise Refused(f"This {table.label} cannot come back: its {what} was deleted too.")
        if column.unique and store.is_taken(db, table, column, value, entry["id"]):
            raise Refused(f"This {table.label} cannot come back: its {what} is taken by another one now.")
