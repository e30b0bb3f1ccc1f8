"""The SQLite database: connections and transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from app.core.settings import DATA_DIR


class Known(Protocol):
    """Somebody who is recognized again; ``key`` tells them from all others."""

    @property
    def key(self) -> str: ...


def connect(person: Known | None = None) -> sqlite3.Connection:
    """A connection in which nothing is committed unless a transaction says so; SQL asks ``person_key()`` who it is for."""
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(DATA_DIR / "app.sqlite3", isolation_level=None, timeout=5)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    # SQLite folds only ASCII letters; with this, "Émile" is found by "émile".
    connection.create_function("fold", 1, lambda text: str(text).casefold() if text is not None else None)
    connection.create_function("person_key", 0, lambda: person.key if person else None)
    return connection


@contextmanager
def reading(person: Known | None = None) -> Iterator[sqlite3.Connection]:
    """A connection for queries."""
    connection = connect(person)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def writing(person: Known | None = None) -> Iterator[sqlite3.Connection]:
    """A transaction: all of it is kept, or nothing when an error leaves the block."""
    with reading(person) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
