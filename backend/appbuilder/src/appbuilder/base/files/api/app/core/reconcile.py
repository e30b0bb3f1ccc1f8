"""Brings the database in step with the tables at start: adds and renames, never drops.

``app_names`` remembers under which name each id was stored. Columns and tables that the app no longer
knows are left alone, so an earlier or later state of the app finds its data again.
"""

import sqlite3
from collections.abc import Callable, Iterable
from functools import partial

from app.core.tables import Column, Index, Table


def reconcile(db: sqlite3.Connection, tables: Iterable[Table]) -> None:
    """Call it inside a transaction."""
    db.execute("CREATE TABLE IF NOT EXISTS app_names (id TEXT PRIMARY KEY, name TEXT NOT NULL)")
    for table in tables:
        _settle(db, table.id, table.name, _table_names(db), _rename_table, partial(_create, db, table))
        for column in table.stored:
            _settle(
                db,
                f"{table.id}.{column.id}",
                column.name,
                _column_names(db, table.name),
                partial(_rename_column, table=table),
                partial(_add, db, table, column),
            )
        for index in table.indexes:
            _index(db, table, index)


def _settle(
    db: sqlite3.Connection,
    identifier: str,
    name: str,
    existing: set[str],
    rename: Callable[[sqlite3.Connection, str, str], None],
    create: Callable[[], None],
) -> None:
    """Makes the thing with the id exist under the name."""
    stored = _stored_name(db, identifier)
    if stored == name and name in existing:
        return
    if name in existing:
        holder = _holder(db, identifier, name)
        if holder is None and stored not in existing:  # made by hand, or by a copy of the app: take it over
            _remember(db, identifier, name)
            return
        aside = _free_name(name, existing)
        rename(db, name, aside)
        if holder:
            _remember(db, holder, aside)
    if stored in existing:
        rename(db, stored, name)
    else:
        create()
    _remember(db, identifier, name)


def _stored_name(db: sqlite3.Connection, identifier: str) -> str | None:
    row = db.execute("SELECT name FROM app_names WHERE id = ?", (identifier,)).fetchone()
    return row[0] if row else None


def _holder(db: sqlite3.Connection, identifier: str, name: str) -> str | None:
    """The other id of the same kind (a table, or a column of the same table) that has the name now."""
    scope = identifier.partition(".")[0] + "." if "." in identifier else ""
    for row in db.execute("SELECT id FROM app_names WHERE name = ? AND id <> ?", (name, identifier)):
        if row[0].startswith(scope) and ("." in row[0]) == bool(scope):
            return str(row[0])
    return None


def _remember(db: sqlite3.Connection, identifier: str, name: str) -> None:
    known = "INSERT INTO app_names VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name"
    db.execute(known, (identifier, name))


def _free_name(name: str, existing: set[str]) -> str:
    number = 1
    while f"{name}__kept_{number}" in existing:
        number += 1
    return f"{name}__kept_{number}"


def _table_names(db: sqlite3.Connection) -> set[str]:
    return {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _column_names(db: sqlite3.Connection, table: str) -> set[str]:
    return {row["name"] for row in db.execute(f'PRAGMA table_info("{table}")')}


def _create(db: sqlite3.Connection, table: Table) -> None:
    # AUTOINCREMENT: the number of a deleted entry is never given to another one.
    db.execute(
        f'CREATE TABLE "{table.name}" '
        "(id INTEGER PRIMARY KEY AUTOINCREMENT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL)"
    )


def _add(db: sqlite3.Connection, table: Table, column: Column) -> None:
    # Rules such as "required" are the API's: a column that a later state of the app no longer fills must not object.
    default = f" DEFAULT {_literal(column.default)}" if column.default is not None else ""
    db.execute(f'ALTER TABLE "{table.name}" ADD COLUMN "{column.name}" {column.sql_type}{default}')


def _index(db: sqlite3.Connection, table: Table, index: Index) -> None:
    # Ids, because names may change: an index would be made again, or taken for another one.
    ids = (found.id if (found := table.column(column)) else column for column in index.columns)
    name = "_".join((table.id, "by", *ids))
    columns = ", ".join(f'"{column}"' for column in index.columns)
    db.execute(f'CREATE {"UNIQUE " if index.unique else ""}INDEX IF NOT EXISTS "{name}" ON "{table.name}" ({columns})')


def _literal(value: str | int | float) -> str:
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def _rename_table(db: sqlite3.Connection, old: str, new: str) -> None:
    db.execute(f'ALTER TABLE "{old}" RENAME TO "{new}"')


def _rename_column(db: sqlite3.Connection, old: str, new: str, *, table: Table) -> None:
    db.execute(f'ALTER TABLE "{table.name}" RENAME COLUMN "{old}" TO "{new}"')
