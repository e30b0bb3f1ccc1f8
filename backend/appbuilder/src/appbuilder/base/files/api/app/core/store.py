"""Reading and writing entries; everything that is SQL about entries is in this file.

Names of tables and columns come from the app's own descriptions, values are always parameters.
"""

# if many
import json
# end if
import sqlite3
from typing import Any

from app.core.events import Event, announce
from app.core.models import ListQuery
from app.core.problems import FieldProblems, Refused
# if accounts
from app.core.tables import CREATED_AT, CREATED_BY, UPDATED_AT, Column, Link, Table, Total
# else
from app.core.tables import CREATED_AT, UPDATED_AT, Column, Table, Total
# end if
from app.core.values import from_stored, now, to_stored

Row = dict[str, Any]


def find(db: sqlite3.Connection, table: Table, query: ListQuery) -> Row:
    """One page of the entries that match: {"items": [...], "total": how many match}."""
    where, values = _conditions(table, query)
    total = db.execute(f'SELECT count(*) FROM "{table.name}" AS t{where}', values).fetchone()[0]
    rows = db.execute(
        f"{_select(table)}{where} ORDER BY {_order(table, query.sort)} LIMIT ? OFFSET ?",
        [*values, query.limit, query.offset],
    )
    return {"items": [_entry(table, row) for row in rows], "total": total}


def get(db: sqlite3.Connection, table: Table, entry_id: int) -> Row | None:
    # if accounts
    """The entry, if whoever asks may read it."""
    row = db.execute(f"{_select(table)} WHERE t.id = ? AND {table.readable}", (entry_id,)).fetchone()
    # else
    row = db.execute(f"{_select(table)} WHERE t.id = ?", (entry_id,)).fetchone()
    # end if
    return _entry(table, row) if row else None


def insert(db: sqlite3.Connection, table: Table, values: Row) -> Row:
    _check(db, table, values, entry_id=None)
    entry_id = put(db, table, values)
    entry = _entry(table, db.execute(f"{_select(table)} WHERE t.id = ?", (entry_id,)).fetchone())
    announce(db, Event("created", table, entry_id, after=entry))
    return entry


def put(db: sqlite3.Connection, table: Table, values: Row) -> int:
    """Stores values that are known to be right, and tells nobody; returns the entry's number."""
    stamp = now()
    row = {"created_at": stamp, "updated_at": stamp, **_stored(table, values)}
    # if accounts
    if table.column(CREATED_BY.name):
        row[CREATED_BY.name] = db.execute("SELECT person_id()").fetchone()[0]
    # end if
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    cursor = db.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', list(row.values()))
    # if many
    _link(db, table, cursor.lastrowid or 0, values)
    # end if
    return cursor.lastrowid or 0


# if many
def _link(db: sqlite3.Connection, table: Table, entry_id: int, values: Row) -> None:
    for many in table.many:
        if many.column in values:
            db.execute(f'DELETE FROM "{many.table.name}" WHERE entry_id = ?', (entry_id,))
            for target_id in dict.fromkeys(values[many.column]):
                put(db, many.table, {"entry_id": entry_id, "target_id": target_id})


# end if


def update(db: sqlite3.Connection, table: Table, entry_id: int, values: Row) -> Row | None:
    before = get(db, table, entry_id)
    if before is None:
        return None
    # if accounts
    # Where it points to something that this person may not read, that may stay.
    changed = {name: value for name, value in values.items() if value != before.get(name)}
    _check(db, table, changed, entry_id=entry_id)
    # else
    _check(db, table, values, entry_id=entry_id)
    # end if
    row = {"updated_at": now(), **_stored(table, values)}
    assignments = ", ".join(f'"{name}" = ?' for name in row)
    db.execute(f'UPDATE "{table.name}" SET {assignments} WHERE id = ?', [*row.values(), entry_id])
    # if many
    _link(db, table, entry_id, values)
    # end if
    after = get(db, table, entry_id)
    announce(db, Event("updated", table, entry_id, before, after))
    return after


def delete(db: sqlite3.Connection, table: Table, entry_id: int) -> bool:
    """Whether there was such an entry. One that others point to is not deleted: Refused says which."""
    for use in table.used_by:
        count = db.execute(f'SELECT count(*) FROM "{use.table}" WHERE "{use.column}" = ?', (entry_id,)).fetchone()[0]
        if count:
            words = f"one {use.one}" if count == 1 else f"{count} {use.many}"
            raise Refused(f"This {table.label} still has {words}. Delete or move what belongs to it first.")
    before = get(db, table, entry_id)
    if before is None:
        return False
    db.execute(f'DELETE FROM "{table.name}" WHERE id = ?', (entry_id,))
    # if undo
    # else
    # if many
    _link(db, table, entry_id, {many.column: [] for many in table.many})
    # end if
    # end if
    announce(db, Event("deleted", table, entry_id, before))
    return True


def summary(db: sqlite3.Connection, table: Table) -> Row:
    """The table's totals by key: a number, or a list of {"value", "label", "result"} for each group."""
    return {total.key: _total(db, table, total) for total in table.totals}


def _total(db: sqlite3.Connection, table: Table, total: Total) -> Any:
    column = table.column(total.column) if total.column else None
    amount = {"count": "count(*)", "sum": "coalesce(sum({}), 0)", "average": "avg({})"}[total.kind]
    amount = amount.format(column.sql if column else "")
    by = table.column(total.by) if total.by else None
    # if archive
    entries = f'FROM "{table.name}" AS t{{join}} WHERE {table.counted}'
    # else
    # if accounts
    entries = f'FROM "{table.name}" AS t{{join}} WHERE {table.readable}'
    # else
    entries = f'FROM "{table.name}" AS t{{join}}'
    # end if
    # end if
    if by is None:
        return _result(column, db.execute(f"SELECT {amount} {entries.format(join='')}").fetchone()[0])
    label, join = by.sql, ""
    if by.link:
        label, join = f'p."{by.link.title}"', f' LEFT JOIN "{by.link.table}" AS p ON p.id = {by.sql}'
        # if accounts
        join += f" AND {by.link.readable('p')}"
        # end if
    rows = db.execute(f"SELECT {by.sql}, {label}, {amount} {entries.format(join=join)} GROUP BY 1 ORDER BY 3 DESC, 1")
    return [
        {
            "value": from_stored(by.kind, value),
            "label": None if label is None else str(label),
            "result": _result(column, result),
        }
        for value, label, result in rows
    ]


def _result(column: Column | None, amount: float | None) -> float | None:
    if amount is None:
        return None
    return round(amount / 100, 2) if column and column.kind == "money" else round(amount, 4)


def _select(table: Table) -> str:
    """Each linked entry's title comes along as ``<column>__title``."""
    columns, joins = ["t.id", "t.created_at", "t.updated_at"], ""
    for number, column in enumerate(table.columns):
        columns.append(f'{column.sql} AS "{column.name}"')
        if column.link:
            columns.append(f'l{number}."{column.link.title}" AS "{column.name}__title"')
            joins += f' LEFT JOIN "{column.link.table}" AS l{number} ON l{number}.id = {column.sql}'
            # if accounts
            joins += f" AND {column.link.readable(f'l{number}')}"
            # end if
    # if many
    columns += [f'{many.sql} AS "{many.name}"' for many in table.many]
    # end if
    return f'SELECT {", ".join(columns)} FROM "{table.name}" AS t{joins}'


def _conditions(table: Table, query: ListQuery) -> tuple[str, list[Any]]:
    # if accounts
    conditions = [table.readable]
    # else
    conditions: list[str] = []
    # end if
    values: list[Any] = []
    searched = [column for column in table.columns if column.search]
    for word in query.q.casefold().split() if searched else ():
        conditions.append("(" + " OR ".join(f"fold({column.sql}) LIKE ? ESCAPE '\\'" for column in searched) + ")")
        values += [_like(word)] * len(searched)
    for name, value in query.filters().items():
        condition, parameter = _filter(table, name, value)
        conditions.append(condition)
        values.append(parameter)
    return (" WHERE " + " AND ".join(conditions) if conditions else ""), values


def _filter(table: Table, name: str, value: Any) -> tuple[str, Any]:
    """A text must hold the words, other values are equal; ``price_min`` and ``price_max`` are ends of a range."""
    own = next((each for each in table.filters if each.name == name), None)
    if own:
        return own.condition, value
    column = table.column(name)
    if column:
        if column.kind == "text":
            return f"fold({column.sql}) LIKE ? ESCAPE '\\'", _like(str(value).casefold())
        return f"{column.sql} = ?", to_stored(column.kind, value)
    base, _, end = name.rpartition("_")
    column = table.column(base)
    if column is None:
        raise FieldProblems({name: "There is no such filter."})
    return f"{column.sql} {'>=' if end == 'min' else '<='} ?", to_stored(column.kind, value)


def _like(text: str) -> str:
    for sign in "\\%_":
        text = text.replace(sign, f"\\{sign}")
    return f"%{text}%"


def _order(table: Table, sort: str) -> str:
    name, direction = sort.removeprefix("-"), "DESC" if sort.startswith("-") else "ASC"
    column = next(c for c in (CREATED_AT, UPDATED_AT, *table.columns) if c.name == name)
    value = f"fold({column.sql})" if column.kind == "text" else column.sql
    return f"{value} {direction} NULLS LAST, t.id {direction}"


def _stored(table: Table, values: Row) -> Row:
    return {c.name: to_stored(c.kind, values[c.name]) for c in table.stored if c.name in values}


def _entry(table: Table, row: sqlite3.Row) -> Row:
    entry: Row = {"id": row["id"], "created_at": row["created_at"], "updated_at": row["updated_at"]}
    for column in table.columns:
        entry[column.name] = from_stored(column.kind, row[column.name])
        if column.link:
            title = row[f"{column.name}__title"]
            linked = entry[column.name] is not None and title is not None
            entry[column.name.removesuffix("_id")] = {"id": entry[column.name], "title": str(title)} if linked else None
    # if many
    for many in table.many:
        entry[many.name] = json.loads(row[many.name])
        entry[many.column] = [linked["id"] for linked in entry[many.name]]
    # end if
    return entry


def _check(db: sqlite3.Connection, table: Table, values: Row, *, entry_id: int | None) -> None:
    """What only the database knows: linked entries exist, unique values are free."""
    problems: dict[str, str] = {}
    for column in table.stored:
        value = to_stored(column.kind, values.get(column.name))
        if value is None:
            continue
        # if accounts
        if column.link and not _is_readable(db, column.link, value):
        # else
        if column.link and not db.execute(f'SELECT 1 FROM "{column.link.table}" WHERE id = ?', (value,)).fetchone():
        # end if
            problems[column.name] = "This entry no longer exists. Choose another one."
        if column.unique and is_taken(db, table, column, value, entry_id):
            problems[column.name] = "This is already taken. Enter another one."
    # if many
    for many in table.many:
        for target_id in values.get(many.column, ()):
            # if accounts
            if not _is_readable(db, many.link, target_id):
            # else
            if not db.execute(f'SELECT 1 FROM "{many.link.table}" WHERE id = ?', (target_id,)).fetchone():
            # end if
                problems[many.column] = "One of these entries no longer exists. Choose again."
    # end if
    if problems:
        raise FieldProblems(problems)


# if accounts
def _is_readable(db: sqlite3.Connection, link: Link, entry_id: Any) -> bool:
    found = f'SELECT 1 FROM "{link.table}" AS t WHERE t.id = ? AND {link.readable("t")}'
    return db.execute(found, (entry_id,)).fetchone() is not None


# end if
def is_taken(db: sqlite3.Connection, table: Table, column: Column, value: Any, entry_id: int | None) -> bool:
    """Whether another entry has the stored value."""
    same = f'fold("{column.name}") = fold(?)' if column.kind == "text" else f'"{column.name}" = ?'
    taken = f'SELECT 1 FROM "{table.name}" WHERE {same} AND id IS NOT ?'
    return db.execute(taken, (value, entry_id)).fetchone() is not None
