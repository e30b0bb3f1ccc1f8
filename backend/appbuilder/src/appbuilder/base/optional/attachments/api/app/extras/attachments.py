"""Files that people attach to entries."""

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

from app.core.database import reading, writing
from app.core.models import EntryId
from app.core.tables import Column, Table
from app.core.who import Somebody, Who
from app.extras.body import FILE_BODY
from app.extras.entries import about, changeable, readable
from app.extras.uploads import NO_FILE, Content, Name, Upload, UploadId, claim, keep, release, upload_of

ATTACHED = "entity = ? AND entry = ? AND place IS NULL"


class AttachmentList(BaseModel):
    items: list[Upload]
    total: int


def attachment_count(entity: str) -> Column:
    """How many files are attached to an entry."""
    count = f"SELECT count(*) {about('app_uploads', entity)} AND place IS NULL"
    return Column(id="attachment_count", name="attachment_count", kind="integer", expression=count)


def attachment_routes(table: Table) -> APIRouter:
    """The addresses below an entry's own."""
    router = APIRouter(prefix="/{entry_id}/attachments")

    @router.get("")
    def list_attachments(entry_id: EntryId, person: Who) -> AttachmentList:
        with reading(person) as db:
            readable(db, table, entry_id)
            found = f"SELECT * FROM app_uploads WHERE {ATTACHED} ORDER BY id"
            rows = db.execute(found, (table.id, entry_id)).fetchall()
        return AttachmentList(items=[upload_of(row) for row in rows], total=len(rows))

    @router.post("", status_code=201, openapi_extra=FILE_BODY)
    def attach(entry_id: EntryId, content: Content, name: Name, person: Somebody) -> Upload:
        with writing(person) as db:
            changeable(db, table, entry_id, person)
            upload = keep(db, content, name)
            claim(db, upload.id, table, entry_id, None)
            return upload

    @router.delete("/{key}", status_code=204)
    def detach(entry_id: EntryId, key: UploadId, person: Who) -> None:
        with writing(person) as db:
            changeable(db, table, entry_id, person)
            found = f"SELECT 1 FROM app_uploads WHERE key = ? AND {ATTACHED}"
            if db.execute(found, (key, table.id, entry_id)).fetchone() is None:
                raise HTTPException(404, NO_FILE)
            release(db, "key = ?", (key,))

    return router
