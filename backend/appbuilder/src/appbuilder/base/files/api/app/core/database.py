"""The SQLite database: connections and transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

# if accounts
from app.core.access import allows
# end if
# if people
from app.core.person import THE_APP, Person
# end if
from app.core import settings


# if people
def connect(person: Person | None = THE_APP) -> sqlite3.Connection:
    """A connection in which nothing is committed unless a transaction says so, on behalf of the person."""
# else
def connect() -> sqlite3.Connection:
    """A connection in which nothing is committed unless a transaction says so."""
# end if
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(settings.DATA_DIR / "app.sqlite3", isolation_level=None, timeout=5)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    # SQLite folds only ASCII letters; with this, "Émile" is found by "émile".
    connection.create_function("fold", 1, lambda text: str(text).casefold() if text is not None else None)
    # if people
    connection.create_function("person_key", 0, lambda: person.key if person else None)
    # end if
    # if accounts
    connection.create_function("person_id", 0, lambda: (person and person.id) or None)
    connection.create_function("allows", 2, lambda who, owner: allows(who.split(), person, owner))
    # end if
    return connection


@contextmanager
# if people
def reading(person: Person | None = THE_APP) -> Iterator[sqlite3.Connection]:
    """A connection for queries."""
    connection = connect(person)
# else
def reading() -> Iterator[sqlite3.Connection]:
    """A connection for queries."""
    connection = connect()
# end if
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
# if people
def writing(person: Person | None = THE_APP) -> Iterator[sqlite3.Connection]:
    """A transaction: all of it is kept, or nothing when an error leaves the block."""
    with reading(person) as connection:
# else
def writing() -> Iterator[sqlite3.Connection]:
    """A transaction: all of it is kept, or nothing when an error leaves the block."""
    with reading() as connection:
# end if
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
