"""Entries that were put away: lists leave them out unless they are asked for."""

from fastapi import APIRouter

from app.core import store
from app.core.database import writing
from app.core.models import EntryId
from app.core.tables import Column, Table
from app.core.who import Who
from app.extras.entries import changeable

ARCHIVED = Column(id="archived", name="archived", kind="boolean", default=0)


def archive_routes(table: Table) -> APIRouter:
    """The address below an entry's own."""
    router = APIRouter(prefix="/{entry_id}/archive")

    @router.put("", status_code=204)
    def put_away(entry_id: EntryId, person: Who) -> None:
        with writing(person) as db:
            changeable(db, table, entry_id, person)
            store.update(db, table, entry_id, {"archived": True})

    @router.delete("", status_code=204)
    def bring_back(entry_id: EntryId, person: Who) -> None:
        with writing(person) as db:
            changeable(db, table, entry_id, person)
            store.update(db, table, entry_id, {"archived": False})

    return router
