"""An order of their own for entries: people move them, new ones come last."""

from typing import Literal

from fastapi import APIRouter
from pydantic import model_validator

from app.core.database import writing
from app.core.models import EntryId, Input
from app.core.tables import Column, Table
from app.core.who import Who
from app.extras.entries import changeable, readable

# Nothing for new entries: lists put them last.
POSITION = Column(id="position", name="position", kind="integer")


class Move(Input):
    """One step up or down, or to the place before another entry."""

    step: Literal["up", "down"] | None = None
    before: EntryId | None = None

    @model_validator(mode="after")
    def _says_where(self) -> "Move":
        if (self.step is None) == (self.before is None):
            raise ValueError("Say either a step, up or down, or the entry to come before.")
        return self


def position_routes(table: Table) -> APIRouter:
    """The address below an entry's own."""
    router = APIRouter(prefix="/{entry_id}/position")

    @router.put("", status_code=204)
    def move(entry_id: EntryId, move: Move, person: Who) -> None:
        with writing(person) as db:
            changeable(db, table, entry_id, person)
            if move.before is not None:
                readable(db, table, move.before)
            rows = db.execute(f'SELECT id FROM "{table.name}" ORDER BY position NULLS LAST, id').fetchall()
            order = moved([row["id"] for row in rows], entry_id, move)
            db.executemany(
                f'UPDATE "{table.name}" SET position = ? WHERE id = ?',
                [(position, each) for position, each in enumerate(order, 1)],
            )

    return router


def moved(order: list[int], entry_id: int, move: Move) -> list[int]:
    """The order after the move."""
    index = order.index(entry_id)
    others = [each for each in order if each != entry_id]
    if move.before is not None:
        place = others.index(move.before) if move.before in others else index
    else:
        place = max(0, index - 1) if move.step == "up" else index + 1
    return [*others[:place], entry_id, *others[place:]]
