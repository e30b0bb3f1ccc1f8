"""Ratings of entries: one to five stars, once for each person."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from app.core.database import writing
from app.core.models import EntryId, Input
from app.core.tables import Column, Table
from app.core.who import Somebody
from app.extras.entries import ENTITY, ENTRY, ONCE_EACH, PERSON, about, drop_own, forget_with_entry, keep_own, readable

RATINGS = Table(
    id="app_ratings",
    name="app_ratings",
    label="rating",
    columns=(ENTITY, ENTRY, PERSON, Column(id="value", name="value", kind="integer")),
    indexes=ONCE_EACH,
)
forget_ratings = forget_with_entry(RATINGS)


class RatingInput(Input):
    stars: Annotated[int, Field(ge=1, le=5)]


def rating_columns(entity: str) -> tuple[Column, ...]:
    """How an entry is rated: on average, by how many, and by whoever asks."""
    rows = about("app_ratings", entity)
    own = f"SELECT value {rows} AND person = person_key()"
    return (
        Column("rating_average", "rating_average", "decimal", expression=f"SELECT round(avg(value), 2) {rows}"),
        Column("rating_count", "rating_count", "integer", expression=f"SELECT count(*) {rows}"),
        Column("my_rating", "my_rating", "integer", expression=own),
    )


def rating_routes(table: Table) -> APIRouter:
    """The address below an entry's own."""
    router = APIRouter(prefix="/{entry_id}/rating")

    @router.put("", status_code=204)
    def rate(entry_id: EntryId, rating: RatingInput, person: Somebody) -> None:
        with writing(person) as db:
            readable(db, table, entry_id)
            keep_own(db, RATINGS, table, entry_id, person.key, rating.stars)

    @router.delete("", status_code=204)
    def take_rating_back(entry_id: EntryId, person: Somebody) -> None:
        with writing(person) as db:
            readable(db, table, entry_id)
            drop_own(db, RATINGS, table, entry_id, person.key)

    return router
