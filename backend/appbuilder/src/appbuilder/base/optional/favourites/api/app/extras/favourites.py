"""Favourites: entries that a person marked for themselves."""

from fastapi import APIRouter

from app.core.database import writing
from app.core.models import EntryId
from app.core.tables import Column, Filter, Table
from app.core.who import Somebody
from app.extras.entries import ENTITY, ENTRY, ONCE_EACH, PERSON, about, drop_own, forget_with_entry, keep_own, readable

FAVOURITES = Table(
    id="app_favourites",
    name="app_favourites",
    label="favourite",
    columns=(ENTITY, ENTRY, PERSON, Column(id="value", name="value", kind="integer")),
    indexes=ONCE_EACH,
)
forget_favourites = forget_with_entry(FAVOURITES)


def _is_favourite(entity: str) -> str:
    return f"EXISTS (SELECT 1 {about('app_favourites', entity)} AND person = person_key())"


def favourite_column(entity: str) -> Column:
    """Whether an entry is a favourite of whoever asks."""
    return Column("is_favourite", "is_favourite", "boolean", expression=_is_favourite(entity))


def favourite_filter(entity: str) -> Filter:
    """Favourites only, or all others."""
    return Filter("favourites", f"{_is_favourite(entity)} = ?")


def favourite_routes(table: Table) -> APIRouter:
    """The address below an entry's own."""
    router = APIRouter(prefix="/{entry_id}/favourite")

    @router.put("", status_code=204)
    def mark_as_favourite(entry_id: EntryId, person: Somebody) -> None:
        with writing(person) as db:
            readable(db, table, entry_id)
            keep_own(db, FAVOURITES, table, entry_id, person.key, 1)

    @router.delete("", status_code=204)
    def unmark_as_favourite(entry_id: EntryId, person: Somebody) -> None:
        with writing(person) as db:
            readable(db, table, entry_id)
            drop_own(db, FAVOURITES, table, entry_id, person.key)

    return router
