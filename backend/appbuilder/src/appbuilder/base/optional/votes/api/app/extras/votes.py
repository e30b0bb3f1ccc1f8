"""Votes on entries: one for each person and entry, or one for each person among the entries that share a parent."""

import sqlite3
from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from app.core import store
from app.core.database import writing
from app.core.models import EntryId, Input
from app.core.problems import FieldProblems
from app.core.tables import Column, Table
from app.core.who import Somebody
from app.extras.entries import ENTITY, ENTRY, ONCE_EACH, PERSON, about, drop_own, forget_with_entry, keep_own, readable

VOTES = Table(
    id="app_votes",
    name="app_votes",
    label="vote",
    columns=(ENTITY, ENTRY, PERSON, Column(id="value", name="value", kind="integer")),
    indexes=ONCE_EACH,
)
forget_votes = forget_with_entry(VOTES)


class VoteInput(Input):
    """A vote for the entry (1), or against it (-1)."""

    value: Annotated[int, Field(ge=-1, le=1)] = 1


def vote_columns(entity: str) -> tuple[Column, ...]:
    """How the votes stand, and what whoever asks voted: 1, -1, or 0 for nothing."""
    rows = about("app_votes", entity)
    own = f"coalesce((SELECT value {rows} AND person = person_key()), 0)"
    return (
        Column("vote_count", "vote_count", "integer", expression=f"SELECT coalesce(sum(value), 0) {rows}"),
        Column("my_vote", "my_vote", "integer", expression=own),
    )


def vote_routes(table: Table, *, down: bool = False, among: str | None = None) -> APIRouter:
    """The address below an entry's own.

    ``down`` allows votes against an entry. ``among`` is for a poll: of the entries with the same value in that
    column a person votes for one; the empty name stands for all entries of the table.
    """
    router = APIRouter(prefix="/{entry_id}/vote")

    @router.put("", status_code=204)
    def vote(entry_id: EntryId, vote: VoteInput, person: Somebody) -> None:
        if vote.value == 0 or (vote.value < 0 and not down):
            raise FieldProblems({"value": "Vote for the entry, or take your vote back."})
        with writing(person) as db:
            entry = readable(db, table, entry_id)
            if among is not None:
                _drop_others(db, table, entry, among, person.key)
            keep_own(db, VOTES, table, entry_id, person.key, vote.value)

    @router.delete("", status_code=204)
    def take_vote_back(entry_id: EntryId, person: Somebody) -> None:
        with writing(person) as db:
            readable(db, table, entry_id)
            drop_own(db, VOTES, table, entry_id, person.key)

    return router


def _drop_others(db: sqlite3.Connection, table: Table, entry: store.Row, among: str, person: str) -> None:
    # if undo
    # A vote for a deleted entry goes too: the entry may come back.
    # end if
    elsewhere = f'SELECT id FROM "{table.name}" WHERE ' + (f'"{among}" IS NOT ?' if among else "0")
    db.execute(
        f"DELETE FROM app_votes WHERE entity = ? AND person = ? AND entry NOT IN ({elsewhere})",
        [table.id, person, *([entry[among]] if among else [])],
    )
