"""Tests of the database's start: what was stored survives every change of the app."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from app.core.reconcile import reconcile
from app.core.tables import Column, Table

NAME = Column(id="f_name", name="name")
NOTE = Column(id="f_note", name="note")


def notes(*columns: Column, name: str = "notes", table_id: str = "e_note") -> Table:
    return Table(id=table_id, name=name, label="note", columns=columns)


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def add(db: sqlite3.Connection, table: str, **values: str) -> None:
    values |= {"created_at": "", "updated_at": ""}
    marks = ", ".join("?" for _ in values)
    db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", list(values.values()))


def read(db: sqlite3.Connection, table: str, column: str) -> list[str | None]:
    return [row[0] for row in db.execute(f"SELECT {column} FROM {table} ORDER BY id")]


def test_a_second_start_changes_nothing(db: sqlite3.Connection) -> None:
    reconcile(db, [notes(NAME)])
    add(db, "notes", name="one")
    reconcile(db, [notes(NAME)])
    assert read(db, "notes", "name") == ["one"]


def test_a_new_column_leaves_old_entries_alone(db: sqlite3.Connection) -> None:
    reconcile(db, [notes(NAME)])
    add(db, "notes", name="one")
    state = Column(id="f_state", name="state", kind="choice", default="it's open")
    reconcile(db, [notes(NAME, NOTE, state)])
    assert read(db, "notes", "name") == ["one"]
    assert read(db, "notes", "note") == [None]
    assert read(db, "notes", "state") == ["it's open"]


def test_a_renamed_column_keeps_its_values(db: sqlite3.Connection) -> None:
    reconcile(db, [notes(NAME)])
    add(db, "notes", name="one")
    reconcile(db, [notes(Column(id="f_name", name="title"))])
    assert read(db, "notes", "title") == ["one"]


def test_a_renamed_table_keeps_its_entries(db: sqlite3.Connection) -> None:
    reconcile(db, [notes(NAME)])
    add(db, "notes", name="one")
    reconcile(db, [notes(NAME, name="memos")])
    assert read(db, "memos", "name") == ["one"]


def test_what_was_removed_is_there_again_when_it_comes_back(db: sqlite3.Connection) -> None:
    reconcile(db, [notes(NAME, NOTE)])
    add(db, "notes", name="one", note="kept")
    reconcile(db, [notes(NAME)])
    add(db, "notes", name="two")
    reconcile(db, [notes(NAME, NOTE)])
    assert read(db, "notes", "note") == ["kept", None]


def test_two_columns_may_swap_their_names(db: sqlite3.Connection) -> None:
    reconcile(db, [notes(NAME, NOTE)])
    add(db, "notes", name="one", note="two")
    reconcile(db, [notes(Column(id="f_name", name="note"), Column(id="f_note", name="name"))])
    assert read(db, "notes", "note") == ["one"]
    assert read(db, "notes", "name") == ["two"]


def test_a_new_column_with_the_name_of_a_removed_one_begins_empty(db: sqlite3.Connection) -> None:
    reconcile(db, [notes(NAME, NOTE)])
    add(db, "notes", name="one", note="old")
    reconcile(db, [notes(NAME, Column(id="f_note_2", name="note"))])
    assert read(db, "notes", "note") == [None]
    reconcile(db, [notes(NAME, NOTE)])
    assert read(db, "notes", "note") == ["old"]


def test_a_new_table_with_the_name_of_a_removed_one_begins_empty(db: sqlite3.Connection) -> None:
    reconcile(db, [notes(NAME)])
    add(db, "notes", name="one")
    reconcile(db, [notes(NAME, table_id="e_note_2")])
    assert read(db, "notes", "name") == []


def test_a_table_made_by_hand_is_taken_over(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, created_at TEXT, updated_at TEXT, name TEXT, extra TEXT)")
    add(db, "notes", name="one")
    reconcile(db, [notes(NAME)])
    assert read(db, "notes", "name") == ["one"]
