"""Comments on entries, and answers to comments."""

import sqlite3
from typing import Annotated

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, Field

# if accounts
from app.account.roles import ADMINS
from app.account.tables import ACCOUNTS
# end if
from app.core.database import reading, writing
# if follow
from app.core.events import Event, announce
# else
# if accounts
from app.core.events import Event
# end if
# end if
from app.core.models import EntryId, Input
from app.core.person import Person
from app.core.problems import Refused
from app.core.tables import Column, Index, Table
from app.core.values import now
from app.core.who import Somebody, Who
from app.extras.entries import ENTITY, ENTRY, forget_with_entry, readable

COMMENTS = Table(
    id="app_comments",
    name="app_comments",
    label="comment",
    columns=(
        ENTITY,
        ENTRY,
        Column(id="answer_to", name="answer_to", kind="integer"),
        Column(id="person", name="person", kind="choice"),
        Column(id="author", name="author"),
        Column(id="text", name="text"),
    ),
    indexes=(Index(("entity", "entry")),),
)
# if accounts


def forget_comments(db: sqlite3.Connection, event: Event) -> None:
    """Comments go with their entry. When an account goes, its comments stay without a name."""
    if event.table is ACCOUNTS:
        unnamed = "UPDATE app_comments SET author = 'Somebody', person = NULL WHERE person = ?"
        db.execute(unnamed, (f"person:{event.entry_id}",))
    else:
        forget_with_entry(COMMENTS)(db, event)
# else
forget_comments = forget_with_entry(COMMENTS)
# end if


class CommentInput(Input):
    """What writing a comment needs; ``answer_to`` is the comment that it answers."""

    # if open
    author: Annotated[str, Field(max_length=80)]
    # end if
    text: Annotated[str, Field(max_length=5000)]
    answer_to: EntryId | None = None


class Answer(BaseModel):
    """A comment; ``author`` and ``text`` are gone when it was deleted and has answers."""

    id: int
    author: str | None
    text: str | None
    created_at: str
    may_remove: bool


class Comment(Answer):
    answers: list[Answer]


class CommentList(BaseModel):
    """All comments of an entry, oldest first, and how many there are with the answers."""

    items: list[Comment]
    total: int


def comment_count(entity: str) -> Column:
    """How many comments an entry has."""
    count = f"SELECT count(*) FROM app_comments WHERE entity = '{entity}' AND entry = t.id AND text IS NOT NULL"
    return Column(id="comment_count", name="comment_count", kind="integer", expression=count)


def comment_routes(table: Table) -> APIRouter:
    """The addresses below an entry's own."""
    router = APIRouter(prefix="/{entry_id}/comments")

    @router.get("")
    def list_comments(entry_id: EntryId, person: Who) -> CommentList:
        with reading(person) as db:
            readable(db, table, entry_id)
            rows = db.execute(
                "SELECT * FROM app_comments WHERE entity = ? AND entry = ? ORDER BY id", (table.id, entry_id)
            ).fetchall()
        return _threads(rows, person)

    @router.post("", status_code=201)
    def write_comment(entry_id: EntryId, comment: CommentInput, person: Somebody) -> Answer:
        with writing(person) as db:
            # if follow
            entry = readable(db, table, entry_id)
            # else
            readable(db, table, entry_id)
            # end if
            if comment.answer_to is not None:
                _check_answered(db, table, entry_id, comment.answer_to)
            stamp = now()
            # if accounts
            author = person.name
            # else
            author = comment.author
            # end if
            cursor = db.execute(
                "INSERT INTO app_comments (created_at, updated_at, entity, entry, answer_to, person, author, text) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (stamp, stamp, table.id, entry_id, comment.answer_to, person.key, author, comment.text),
            )
            # if follow
            announce(db, Event("commented", table, entry_id, entry, entry))
            # end if
            row = db.execute("SELECT * FROM app_comments WHERE id = ?", (cursor.lastrowid,)).fetchone()
            return _answer(row, person)

    @router.delete("/{comment_id}", status_code=204)
    def delete_comment(entry_id: EntryId, comment_id: EntryId, person: Who) -> None:
        with writing(person) as db:
            readable(db, table, entry_id)
            comment = _find(db, table, entry_id, comment_id)
            if comment is None or comment["text"] is None:
                raise HTTPException(404, "This comment does not exist. It may have been deleted.")
            if not _may_remove(person, comment["person"]):
                raise HTTPException(403, "Only whoever wrote a comment can delete it.")
            _remove(db, comment)

    return router


def _find(db: sqlite3.Connection, table: Table, entry_id: int, comment_id: int) -> sqlite3.Row | None:
    found: sqlite3.Row | None = db.execute(
        "SELECT * FROM app_comments WHERE id = ? AND entity = ? AND entry = ?", (comment_id, table.id, entry_id)
    ).fetchone()
    return found


def _check_answered(db: sqlite3.Connection, table: Table, entry_id: int, comment_id: int) -> None:
    answered = _find(db, table, entry_id, comment_id)
    if answered is None or answered["text"] is None:
        raise Refused("The comment you answer no longer exists.")
    if answered["answer_to"] is not None:
        raise Refused("Answers cannot be answered; answer the comment above it.")


def _remove(db: sqlite3.Connection, comment: sqlite3.Row) -> None:
    """A comment with answers stays as an empty place, until the last answer goes too."""
    has_answers = "SELECT 1 FROM app_comments WHERE answer_to = ?"
    if db.execute(has_answers, (comment["id"],)).fetchone():
        db.execute("UPDATE app_comments SET text = NULL, author = NULL WHERE id = ?", (comment["id"],))
        return
    db.execute("DELETE FROM app_comments WHERE id = ?", (comment["id"],))
    if comment["answer_to"] is not None and not db.execute(has_answers, (comment["answer_to"],)).fetchone():
        db.execute("DELETE FROM app_comments WHERE id = ? AND text IS NULL", (comment["answer_to"],))


def _may_remove(person: Person | None, written_by: str) -> bool:
    # if accounts
    return person is not None and (person.key == written_by or person.role in ADMINS)
    # else
    return person is not None and person.key == written_by
    # end if


def _answer(row: sqlite3.Row, person: Person | None) -> Answer:
    removable = row["text"] is not None and _may_remove(person, row["person"])
    return Answer(
        id=row["id"], author=row["author"], text=row["text"], created_at=row["created_at"], may_remove=removable
    )


def _threads(rows: list[sqlite3.Row], person: Person | None) -> CommentList:
    answers: dict[int, list[Answer]] = {}
    for row in rows:
        if row["answer_to"] is not None:
            answers.setdefault(row["answer_to"], []).append(_answer(row, person))
    items = [
        Comment(**_answer(row, person).model_dump(), answers=answers.get(row["id"], []))
        for row in rows
        if row["answer_to"] is None
    ]
    return CommentList(items=items, total=sum(row["text"] is not None for row in rows))
