"""Rules across fields and entries. They are kept inside the transaction: a change that breaks one is undone."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

# if accounts
from fastapi import HTTPException

# end if
from app.core.events import Event, Listener
from app.core.problems import FieldProblems, Refused
from app.core.tables import Table
from app.core.values import from_stored, now, to_stored

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """An entry as the database held it before and holds it now; one is missing when it is new or gone."""

    table: Table
    entry_id: int
    before: Values | None
    after: Values | None
    # if undo
    # One that comes back has no state before, and is not new.
    # end if
    is_new: bool

    def touches(self, columns: Collection[str]) -> bool:
        """Whether any of the columns got another value; what was stored before a rule came may stay."""
        if self.before is None or self.after is None:
            return True
        return any(self.before[column] != self.after[column] for column in columns)


class Rule(Protocol):
    def check(self, db: sqlite3.Connection, change: Change) -> None:
        """Raises when the change breaks the rule."""


def keep_rules(table: Table, rules: Iterable[Rule]) -> Listener:
    """Listens to changes of the table's entries."""

    def keep(db: sqlite3.Connection, event: Event) -> None:
        if event.table.id == table.id:
            change = _change(db, event)
            for rule in rules:
                rule.check(db, change)

    return keep


def _change(db: sqlite3.Connection, event: Event) -> Change:
    table, before = event.table, event.before
    row = db.execute(f'SELECT * FROM "{table.name}" WHERE id = ?', (event.entry_id,)).fetchone()
    return Change(
        table,
        event.entry_id,
        {column.name: to_stored(column.kind, before[column.name]) for column in table.stored} if before else None,
        {column.name: row[column.name] for column in table.stored} if row else None,
        is_new=event.kind == "created",
    )


@dataclass(frozen=True)
class Sequence:
    """``later`` does not come before ``earlier``."""

    earlier: str
    later: str
    message: str

    def check(self, db: sqlite3.Connection, change: Change) -> None:
        if change.after is None or not change.touches((self.earlier, self.later)):
            return
        earlier, later = change.after[self.earlier], change.after[self.later]
        if earlier is not None and later is not None and later < earlier:
            raise FieldProblems({self.later: self.message})


@dataclass(frozen=True)
class NoOverlap:
    """No two entries with the same scope cover the same time. Days count as a whole, moments up to the end."""

    start: str
    end: str
    # The column that names entries, where one does.
    title: str = ""
    scope: tuple[str, ...] = ()
    whole_days: bool = False

    def check(self, db: sqlite3.Connection, change: Change) -> None:
        after = change.after
        if after is None or not change.touches((self.start, self.end, *self.scope)) or after[self.start] is None:
            return
        start, end = after[self.start], after[self.end] or after[self.start]
        same, values = _same(change, self.scope)
        before = "<=" if self.whole_days else "<"
        title = f't."{self.title}"' if self.title else "NULL"
        other_end = f'coalesce(t."{self.end}", t."{self.start}")'
        other = db.execute(
            # if accounts
            f'SELECT {title}, t."{self.start}", {other_end}, {change.table.readable} '
            # else
            f'SELECT {title}, t."{self.start}", {other_end}, 1 '
            # end if
            f'FROM "{change.table.name}" AS t WHERE t.id <> ? AND {same} AND '
            f'((t."{self.start}" {before} ? AND ? {before} {other_end}) OR t."{self.start}" = ?)',
            (change.entry_id, *values, end, start, start),
        ).fetchone()
        if other:
            raise FieldProblems({self.start: _collision(change.table.label, *other)})


def _collision(label: str, title: Any, start: str, end: str, is_readable: int) -> str:
    what = f"“{title}”" if is_readable and title is not None else f"another {label}"
    span = start if start == end else f"{start} to {end}"
    return f"This time is taken by {what} ({span.replace('T', ' ')})."


@dataclass(frozen=True)
class Quota:
    """At most so many entries with the same scope; with ``amount`` its values are added up instead."""

    many: str
    scope: tuple[str, ...] = ()
    limit: int | None = None
    # The table and column that hold the limit, in the entry that the first scope points to.
    limit_in: tuple[str, str] | None = None
    amount: str | None = None
    # Where the message appears; nowhere when people enter nothing that could be changed.
    field: str | None = None

    def check(self, db: sqlite3.Connection, change: Change) -> None:
        columns = (*self.scope, *([self.amount] if self.amount else []))
        if change.after is None or not change.touches(columns):
            return
        limit = self._limit(db, change.after)
        same, values = _same(change, self.scope)
        counted = f'coalesce(sum(t."{self.amount}"), 0)' if self.amount else "count(*)"
        query = f'SELECT {counted} FROM "{change.table.name}" AS t WHERE {same} AND t.id <> ?'
        others = db.execute(query, (*values, change.entry_id)).fetchone()[0]
        own = change.after[self.amount] or 0 if self.amount else 1
        if limit is None or others + own <= limit:
            return
        message = f"At most {limit} {self.many} are possible here, and there are {others} already."
        if self.amount:
            message = f"Only {max(0, limit - others)} of {limit} are left."
        raise FieldProblems({self.field: message}) if self.field else Refused(message)

    def _limit(self, db: sqlite3.Connection, after: Values) -> int | None:
        if self.limit_in is None:
            return self.limit
        table, column = self.limit_in
        found = db.execute(f'SELECT "{column}" FROM "{table}" WHERE id = ?', (after[self.scope[0]],)).fetchone()
        return found[0] if found else None


@dataclass(frozen=True)
class UniqueTogether:
    """No two entries have the same values in all columns; nothing is never the same."""

    columns: tuple[str, ...]
    message: str
    field: str | None = None

    def check(self, db: sqlite3.Connection, change: Change) -> None:
        if change.after is None or not change.touches(self.columns):
            return
        same, values = _same(change, self.columns)
        query = f'SELECT 1 FROM "{change.table.name}" AS t WHERE {same} AND t.id <> ?'
        if db.execute(query, (*values, change.entry_id)).fetchone():
            raise FieldProblems({self.field: self.message}) if self.field else Refused(self.message)


def _same(change: Change, columns: Iterable[str]) -> tuple[str, list[Any]]:
    """The condition that another entry ``t`` has the same values; it never holds where there is none."""
    conditions, values = ["1"], []
    for name in columns:
        column = change.table.column(name)
        is_text = column is not None and column.kind == "text"
        conditions.append(f'fold(t."{name}") = fold(?)' if is_text else f't."{name}" = ?')
        values.append((change.after or {}).get(name))
    return " AND ".join(conditions), values


@dataclass(frozen=True)
class Adjust:
    """Adds ``sign`` times the amount to a number of the entry it points to, and takes it back when it goes."""

    reference: str
    amount: str
    sign: int
    target: Table
    column: str
    label: str
    low: float | None = None
    high: float | None = None

    def check(self, db: sqlite3.Connection, change: Change) -> None:
        if not change.touches((self.reference, self.amount)):
            return
        steps: dict[int, float] = {}
        for values, sign in ((change.before, -self.sign), (change.after, self.sign)):
            if values and values[self.reference] is not None:
                target_id = values[self.reference]
                steps[target_id] = steps.get(target_id, 0) + sign * (values[self.amount] or 0)
        for target_id, step in steps.items():
            if step:
                self._adjust(db, change, target_id, step)

    def _adjust(self, db: sqlite3.Connection, change: Change, target_id: int, step: float) -> None:
        table, column = self.target.name, self.column
        found = db.execute(f'SELECT coalesce("{column}", 0) FROM "{table}" WHERE id = ?', (target_id,)).fetchone()
        if found is None:
            return
        value = round(found[0] + step, 6)
        kept = self.target.column(column)
        shown = from_stored(kept.kind, value) if kept else value
        limit = self.low if step < 0 else self.high
        if limit is not None and isinstance(shown, int | float) and (shown < limit if step < 0 else shown > limit):
            end = "least" if step < 0 else "most"
            message = f"{self.label} would become {shown:g}, and must be at {end} {limit:g}."
            raise Refused(message) if change.after is None else FieldProblems({self.amount: message})
        update = f'UPDATE "{table}" SET "{column}" = ?, updated_at = ? WHERE id = ?'
        db.execute(update, (value, now(), target_id))


@dataclass(frozen=True)
class Workflow:
    """Where entries begin, and which status they can change to from each; with roles, who may change it so."""

    column: str
    start: str
    labels: Mapping[str, str]
    # if accounts
    moves: Mapping[str, Mapping[str, tuple[str, ...]]]
    # else
    moves: Mapping[str, tuple[str, ...]]
    # end if

    def check(self, db: sqlite3.Connection, change: Change) -> None:
        if change.after is None or not change.touches((self.column,)):
            return
        old = None if change.before is None else change.before[self.column]
        new = change.after[self.column]
        if change.is_new:
            if new != self.start and new is not None:
                raise FieldProblems({self.column: f"This begins as {self.labels[self.start]}."})
        elif old is not None and new not in self.moves.get(old, ()):
            raise Refused(self._possible(old))
        # if accounts
        elif old is not None and not self._allows(db, change, self.moves[old][new]):
            raise HTTPException(403, f"Your role may not change this from {self.labels[old]} to {self.labels[new]}.")
        # end if

    def _possible(self, old: str) -> str:
        names = [self.labels[name] for name in self.moves.get(old, ())]
        if not names:
            return f"This is {self.labels[old]} and stays so."
        return f"From {self.labels[old]} this can only become {' or '.join(names)}."
    # if accounts

    @staticmethod
    def _allows(db: sqlite3.Connection, change: Change, who: tuple[str, ...]) -> bool:
        owner = (change.after or {}).get("created_by_id")
        return bool(db.execute("SELECT allows(?, ?)", (" ".join(who), owner)).fetchone()[0])
    # end if
