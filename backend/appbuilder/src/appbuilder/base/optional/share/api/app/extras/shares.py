"""Links that show one entry to whoever has them, until they are withdrawn."""

import secrets
import sqlite3
from typing import Any

from fastapi import APIRouter, HTTPException
# if uploads
from fastapi.responses import FileResponse
# end if
from pydantic import BaseModel

from app.core import store
from app.core.database import reading, writing
from app.core.models import EntryId
from app.core.tables import Column, Index, Table
from app.core.values import now
from app.core.who import Who
from app.extras.entries import ENTITY, ENTRY, PERSON, changeable, forget_with_entry
# if uploads
from app.extras.uploads import UploadId, content_of, find
# end if

SHARES = Table(
    id="app_shares",
    name="app_shares",
    label="link",
    columns=(ENTITY, ENTRY, PERSON, Column(id="token", name="token", kind="choice")),
    indexes=(Index(("token",), unique=True), Index(("entity", "entry"), unique=True)),
)
forget_shares = forget_with_entry(SHARES)
NO_LINK = "This link does not work. It may have been withdrawn."


class Share(BaseModel):
    """The token is the secret part of the link; there is none when the entry is not shared."""

    token: str | None


class Shared(BaseModel):
    """The fields of a shared entry; ``kind`` is the address of its list."""

    kind: str
    entry: dict[str, Any]


def share_routes(table: Table) -> APIRouter:
    """The address below an entry's own, for those who may change the entry."""
    router = APIRouter(prefix="/{entry_id}/share")

    @router.get("")
    def read_link(entry_id: EntryId, person: Who) -> Share:
        with reading(person) as db:
            changeable(db, table, entry_id, person)
            return Share(token=_token(db, table, entry_id))

    @router.post("", status_code=201)
    def make_link(entry_id: EntryId, person: Who) -> Share:
        """The link there is, or a new one."""
        with writing(person) as db:
            changeable(db, table, entry_id, person)
            moment = now()
            db.execute(
                "INSERT INTO app_shares (created_at, updated_at, entity, entry, token, person) "
                "VALUES (?, ?, ?, ?, ?, person_key()) "
                "ON CONFLICT (entity, entry) DO NOTHING",
                (moment, moment, table.id, entry_id, secrets.token_urlsafe(32)),
            )
            return Share(token=_token(db, table, entry_id))

    @router.delete("", status_code=204)
    def withdraw_link(entry_id: EntryId, person: Who) -> None:
        with writing(person) as db:
            changeable(db, table, entry_id, person)
            db.execute("DELETE FROM app_shares WHERE entity = ? AND entry = ?", (table.id, entry_id))

    return router


def _token(db: sqlite3.Connection, table: Table, entry_id: int) -> str | None:
    row = db.execute("SELECT token FROM app_shares WHERE entity = ? AND entry = ?", (table.id, entry_id)).fetchone()
    return row["token"] if row else None


def shared_routes(*tables: Table) -> APIRouter:
    """The address of shared entries, for everybody."""
    router = APIRouter(prefix="/api/shared", tags=["shared"])
    by_id = {table.id: table for table in tables}

    @router.get("/{token}")
    def read_shared(token: str) -> Shared:
        # The link itself is the permission.
        with reading() as db:
            share = _share(db, token)
            table = by_id.get(share["entity"]) if share else None
            entry = store.get(db, table, share["entry"]) if share and table else None
        if table is None or entry is None:
            raise HTTPException(404, NO_LINK)
        return Shared(kind=table.name, entry=_shown(table, entry))

    # if uploads
    @router.get("/{token}/files/{key}")
    def read_shared_file(token: str, key: UploadId) -> FileResponse:
        with reading() as db:
            return content_of(_file(db, token, key))

    # end if
    return router


def _share(db: sqlite3.Connection, token: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute("SELECT entity, entry FROM app_shares WHERE token = ?", (token,)).fetchone()
    return row
# if uploads


def _file(db: sqlite3.Connection, token: str, key: str) -> sqlite3.Row:
    """A file that one of the shared entry's fields holds."""
    share, row = _share(db, token), find(db, key)
    if share is None or row is None or row["place"] is None or tuple(share) != (row["entity"], row["entry"]):
        raise HTTPException(404, NO_LINK)
    return row
# end if


def _shown(table: Table, entry: store.Row) -> store.Row:
    """The entry's own fields: nothing about other people, and nothing that differs between them."""
    own = [column for column in table.columns if column.id.startswith("f_")]
    shown = {name: entry[name] for name in ("id", "created_at", "updated_at")}
    for column in own:
        shown[column.name] = entry[column.name]
        if column.link:
            linked = column.name.removesuffix("_id")
            shown[linked] = entry[linked]
    return shown
