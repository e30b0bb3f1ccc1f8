"""Examples that a new app begins with: filled in once, marked as such, and removed with one click."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

# if accounts
from fastapi import APIRouter, HTTPException
# else
from fastapi import APIRouter
# end if

from app.core import store
from app.core.database import reading, writing
from app.core.models import Input
from app.core.problems import FieldProblems, Refused
from app.core.settings import WITH_SAMPLES
from app.core.tables import Column, Table
# if accounts
from app.account.roles import ADMIN, ADMINS
from app.core.who import Who
# end if


SampleLink = tuple[str, int] | list[tuple[str, int]]


@dataclass(frozen=True)
class Sample:
    """Values as people enter them; ``links`` name other samples by their table and number, from 1."""

    table: Table
    entry: type[Input]
    values: dict[str, Any]
    links: dict[str, SampleLink] = field(default_factory=dict)


# One line for each example, and one without an entry for each table that got its examples or needs none any more.
KNOWN_SAMPLES = Table(
    id="app_samples",
    name="app_samples",
    label="example",
    columns=(
        Column(id="table_id", name="table_id"),
        Column(id="entry_id", name="entry_id", kind="integer"),
        Column(id="stamp", name="stamp"),
    ),
)


def fill_in(db: sqlite3.Connection, samples: Sequence[Sample]) -> None:
    """Gives each empty table its examples, once; what people deleted does not come back."""
    tables = {sample.table.id: sample.table for sample in samples}
    known = {row["table_id"] for row in db.execute("SELECT table_id FROM app_samples WHERE entry_id IS NULL")}
    new = {name for name in tables if name not in known}
    empty = {name for name in new if not db.execute(f'SELECT 1 FROM "{tables[name].name}" LIMIT 1').fetchone()}
    made: dict[tuple[str, int], int] = {}
    numbers: dict[str, int] = {}
    for sample in samples:
        numbers[sample.table.id] = numbers.get(sample.table.id, 0) + 1
        links = {column: found for column, link in sample.links.items() if (found := _found(link, made))}
        if sample.table.id in empty and links.keys() == sample.links.keys():
            values = sample.entry.model_validate(sample.values | links).model_dump()
            made[sample.table.id, numbers[sample.table.id]] = store.put(db, sample.table, values)
    for (table_id, _), entry_id in made.items():
        _remember(db, tables[table_id], entry_id)
    for name in new:
        _remember(db, tables[name], None)


def _found(link: SampleLink, made: dict[tuple[str, int], int]) -> int | list[int] | None:
    """What a link points to, as far as it is there."""
    return made.get(link) if isinstance(link, tuple) else [made[each] for each in link if each in made]


def _remember(db: sqlite3.Connection, table: Table, entry_id: int | None) -> None:
    found = db.execute(f'SELECT updated_at FROM "{table.name}" WHERE id = ?', (entry_id,)).fetchone()
    store.put(db, KNOWN_SAMPLES, {"table_id": table.id, "entry_id": entry_id, "stamp": found and found[0]})


def _unchanged(db: sqlite3.Connection, table: Table) -> list[int]:
    rows = db.execute(
        f'SELECT t.id FROM "{table.name}" AS t JOIN app_samples AS s ON s.entry_id = t.id '
        "WHERE s.table_id = ? AND s.stamp = t.updated_at ORDER BY t.id DESC",
        (table.id,),
    )
    return [row["id"] for row in rows]


def sample_routes(samples: Sequence[Sample]) -> APIRouter:
    """How many examples there are that nobody changed, and their removal."""
    router = APIRouter(prefix="/api/samples", tags=["samples"])
    # Those that point to others come last, and go first.
    tables = list({sample.table.id: sample.table for sample in samples}.values())

    @router.get("")
    # if accounts
    def count_samples(person: Who) -> dict[str, int]:
        if person is None or person.role not in ADMINS:
            return {table.id: 0 for table in tables}
    # else
    def count_samples() -> dict[str, int]:
    # end if
        with reading() as db:
            return {table.id: len(_unchanged(db, table)) for table in tables}

    @router.delete("", status_code=204)
    # if accounts
    def remove_samples(person: Who) -> None:
        if person is None or person.role not in ADMINS:
            raise HTTPException(403, f"Only the role {ADMIN.label} can remove the examples.")
    # else
    def remove_samples() -> None:
    # end if
        with writing() as db:
            _remove(db, [(table, _unchanged(db, table)) for table in reversed(tables)])

    return router


def _remove(db: sqlite3.Connection, examples: Iterable[tuple[Table, list[int]]]) -> None:
    """An example that somebody's entry points to stays."""
    for table, entries in examples:
        for entry_id in entries:
            db.execute("SAVEPOINT example")
            try:
                store.delete(db, table, entry_id)
            except (FieldProblems, Refused):
                db.execute("ROLLBACK TO example")
            db.execute("RELEASE example")


def fill_in_at_start(db: sqlite3.Connection, samples: Sequence[Sample]) -> None:
    """The same, unless the environment says APP_SAMPLES=0."""
    if WITH_SAMPLES:
        fill_in(db, samples)
