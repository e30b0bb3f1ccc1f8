"""Files that people upload: kept in the data folder, and shown to those who may read the entry they belong to."""

import secrets
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Query
from fastapi.responses import FileResponse
from pydantic import BaseModel, Field

from app.core import settings, store
from app.core.database import reading, writing
from app.core.events import Event
from app.core.person import Person
from app.core.problems import FieldProblems
from app.core.tables import Column, Index, Table
from app.core.values import now, stamp
from app.core.who import Somebody, Who
from app.extras.body import FILE_BODY, file_up_to
from app.extras.entries import ENTITY, ENTRY, PERSON
from app.extras.file_types import IMAGES, type_of

UPLOADS = Table(
    id="app_uploads",
    name="app_uploads",
    label="file",
    columns=(
        Column(id="key", name="key", kind="choice"),
        Column(id="name", name="name"),
        Column(id="size_bytes", name="size_bytes", kind="integer"),
        Column(id="content_type", name="content_type", kind="choice"),
        PERSON,
        ENTITY,
        ENTRY,
        # The column of the entry that holds the file; none for attachments.
        Column(id="place", name="place", kind="choice"),
    ),
    indexes=(Index(("key",), unique=True), Index(("entity", "entry"))),
)
UploadId = Annotated[str, Field(pattern=r"^[\w-]{22}$")]
Content = Annotated[bytes, Depends(file_up_to(10_000_000))]
Name = Annotated[str, Query(min_length=1, max_length=200)]
# What belongs to no entry goes after a day; until then a form may still be open.
KEPT_LOOSE = timedelta(days=1)
WRONG_KIND = "This kind of file is not accepted. Use an image, a PDF, a document, sound, video or text."
NO_FILE = "This file does not exist. It may have been deleted."


class Upload(BaseModel):
    id: str
    name: str
    size_bytes: int
    content_type: str


class Room(BaseModel):
    """What the files take that count for whoever asks, and what they may take."""

    used_bytes: int
    limit_bytes: int


def upload_name(name: str, *, of: str) -> Column:
    """The name of the file that a column of the entry holds. It is the entry's own, as what fields hold is."""
    found = f'SELECT name FROM app_uploads WHERE key = t."{of}"'
    return Column(id=f"f_{name}", name=name, expression=found)


def folder() -> Path:
    return settings.DATA_DIR / "uploads"


def upload_of(row: sqlite3.Row) -> Upload:
    return Upload(id=row["key"], name=row["name"], size_bytes=row["size_bytes"], content_type=row["content_type"])


def keep(db: sqlite3.Connection, content: bytes, name: str) -> Upload:
    """Stores a file that belongs to no entry yet."""
    kind = type_of(content)
    if not content or kind is None:
        raise HTTPException(415, WRONG_KIND)
    sweep(db)
    _refuse_without_room(db, len(content))
    key = secrets.token_urlsafe(16)
    folder().mkdir(parents=True, exist_ok=True)
    (folder() / key).write_bytes(content)
    moment = now()
    db.execute(
        "INSERT INTO app_uploads (created_at, updated_at, key, name, size_bytes, content_type, person) "
        "VALUES (?, ?, ?, ?, ?, ?, person_key())",
        (moment, moment, key, _tidy(name), len(content), kind),
    )
    return Upload(id=key, name=_tidy(name), size_bytes=len(content), content_type=kind)


def _used(db: sqlite3.Connection, whose: str = "1") -> int:
    used: int = db.execute(f"SELECT coalesce(sum(size_bytes), 0) FROM app_uploads WHERE {whose}").fetchone()[0]
    return used


def _refuse_without_room(db: sqlite3.Connection, size_bytes: int) -> None:
    # if accounts
    if _used(db, "person = person_key()") + size_bytes > settings.UPLOADS_PER_PERSON_BYTES:
        megabytes = settings.UPLOADS_PER_PERSON_BYTES // 1_000_000
        raise HTTPException(
            413,
            f"There is no room for this file: yours may take {megabytes} MB. "
            "Delete some that are not needed; a day later their room is free.",
        )
    # end if
    if _used(db) + size_bytes > settings.UPLOADS_BYTES:
        megabytes = settings.UPLOADS_BYTES // 1_000_000
        raise HTTPException(
            413,
            f"There is no room for this file: all files may take {megabytes} MB. "
            "Delete some that are not needed; a day later their room is free.",
        )


def content_of(row: sqlite3.Row) -> FileResponse:
    """Images to be shown, anything else to be saved."""
    is_image = row["content_type"] in IMAGES
    where = "inline" if is_image else "attachment"
    return FileResponse(
        folder() / row["key"],
        media_type=row["content_type"] if is_image else "application/octet-stream",
        headers={
            "Content-Disposition": f"{where}; filename*=UTF-8''{quote(row['name'], safe='')}",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, max-age=3600",
        },
    )


def find(db: sqlite3.Connection, key: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute("SELECT * FROM app_uploads WHERE key = ?", (key,)).fetchone()
    return row


def claim(db: sqlite3.Connection, key: str, table: Table, entry_id: int, place: str | None) -> sqlite3.Row | None:
    """Makes a loose file belong to the entry; None when there is none."""
    row = find(db, key)
    if row is None or row["entry"] is not None:
        return None
    db.execute(
        "UPDATE app_uploads SET entity = ?, entry = ?, place = ? WHERE key = ?", (table.id, entry_id, place, key)
    )
    return row


def release(db: sqlite3.Connection, condition: str, values: tuple[str | int, ...]) -> None:
    """Lets files go; they are removed later, for this may still be undone."""
    loose = "UPDATE app_uploads SET entity = NULL, entry = NULL, place = NULL, updated_at = ? WHERE "
    db.execute(loose + condition, (now(), *values))


def sweep(db: sqlite3.Connection) -> None:
    """Removes files that no entry has had for a day, such as those of a form that was never sent.

    A file that nothing is known about goes at once: its transaction was undone.
    """
    _remove(db, "entry IS NULL AND updated_at < ?", (stamp(datetime.now(UTC) - KEPT_LOOSE),))
    known = {row["key"] for row in db.execute("SELECT key FROM app_uploads")}
    for file in folder().glob("*"):
        if file.name not in known:
            file.unlink()


def _remove(db: sqlite3.Connection, condition: str, values: tuple[str | int, ...]) -> None:
    for row in db.execute(f"SELECT key FROM app_uploads WHERE {condition}", values).fetchall():
        (folder() / row["key"]).unlink(missing_ok=True)
        db.execute("DELETE FROM app_uploads WHERE key = ?", (row["key"],))


def _tidy(name: str) -> str:
    """The last part of a path, without what could break a header or a file system."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isprintable()).strip() or "file"


def claim_uploads(db: sqlite3.Connection, event: Event) -> None:
    """Files follow the fields of entries that hold them."""
    # if undo
    if event.kind == "forgotten":
        _remove(db, "entity = ? AND entry = ?", (event.table.id, event.entry_id))
    if event.kind not in ("created", "updated"):
        return
    # else
    if event.kind == "deleted":
        release(db, "entity = ? AND entry = ?", (event.table.id, event.entry_id))
        return
    # end if
    for column in event.table.stored:
        if column.kind not in ("image", "file") or not event.after:
            continue
        before, after = (event.before or {}).get(column.name), event.after[column.name]
        if before == after:
            continue
        if before:
            release(db, "key = ?", (before,))
        row = claim(db, after, event.table, event.entry_id, column.name) if after else None
        if after and row is None:
            raise FieldProblems({column.name: "This file is not there any more. Choose it again."})
        if row and column.kind == "image" and row["content_type"] not in IMAGES:
            raise FieldProblems({column.name: "Choose an image: PNG, JPEG, GIF or WebP."})


def upload_routes(*tables: Table) -> APIRouter:
    """The addresses below /api/uploads; ``tables`` are those whose entries have files."""
    router = APIRouter(prefix="/api/uploads", tags=["uploads"])
    by_id = {table.id: table for table in tables}

    def readable(db: sqlite3.Connection, key: str, person: Person | None) -> sqlite3.Row:
        """The file, if whoever asks may read its entry, or uploaded it."""
        row = find(db, key)
        if row is None:
            raise HTTPException(404, NO_FILE)
        if row["entry"] is None:
            is_ours = person is not None and person.key == row["person"]
        else:
            table = by_id.get(row["entity"])
            is_ours = table is not None and store.get(db, table, row["entry"]) is not None
        if not is_ours:
            raise HTTPException(404, NO_FILE)
        return row

    @router.post("", status_code=201, openapi_extra=FILE_BODY)
    def upload(content: Content, name: Name, person: Somebody) -> Upload:
        with writing(person) as db:
            return keep(db, content, name)

    @router.get("")
    def room(person: Somebody) -> Room:
        with reading(person) as db:
            # if accounts
            return Room(used_bytes=_used(db, "person = person_key()"), limit_bytes=settings.UPLOADS_PER_PERSON_BYTES)
            # else
            return Room(used_bytes=_used(db), limit_bytes=settings.UPLOADS_BYTES)
            # end if

    @router.get("/{key}")
    def download(key: UploadId, person: Who) -> FileResponse:
        with reading(person) as db:
            return content_of(readable(db, key, person))

    @router.get("/{key}/about")
    def describe(key: UploadId, person: Who) -> Upload:
        with reading(person) as db:
            return upload_of(readable(db, key, person))

    @router.delete("/{key}", status_code=204)
    def remove(key: UploadId, person: Who) -> None:
        """Only a file that belongs to no entry; others go with the field, the attachment or the entry."""
        with writing(person) as db:
            row = readable(db, key, person)
            if row["entry"] is not None:
                raise HTTPException(409, "This file belongs to an entry. Remove it there.")
            _remove(db, "key = ?", (key,))

    return router
