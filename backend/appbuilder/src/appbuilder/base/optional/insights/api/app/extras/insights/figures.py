"""What a report says: SQL that counts, adds up or averages, in all, by a value or by period."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from app.core.tables import CREATED_AT, Column, Table
from app.core.values import from_stored

Period = Literal["day", "week", "month", "year"]
Row = dict[str, Any]

# The name of the period that a date lies in; a week is named by its Monday. What is no date is in none.
PERIODS = {
    "day": "date({})",
    "week": "date({}, 'weekday 0', '-6 days')",
    "month": "strftime('%Y-%m', {})",
    "year": "strftime('%Y', {})",
}
DATE = "CASE WHEN {0} GLOB '????-??-??*' THEN {0} END"
# A single date far away would otherwise fill pages with empty periods.
LONGEST_RUN = 400


@dataclass(frozen=True)
class Report:
    key: str
    title: str
    table: Table
    kind: Literal["count", "sum", "average"]
    measure: str
    column: str | None = None
    by: str | None = None
    by_label: str = ""
    period: Period | None = None
    # Names of the values of ``by``, in their order.
    names: dict[Any, str] = field(default_factory=dict)
    # Only the largest rows.
    limit: int | None = None


def figures(db: sqlite3.Connection, report: Report) -> Row:
    """The report's rows and, whatever they are split by, the number for all entries."""
    total = _result(report, db.execute(f"SELECT {_amount(report)} {_source(report)}").fetchone()[0])
    rows = [{"value": None, "label": "All", "result": total}]
    if report.by:
        rows = _rows(db, report)
    return {"title": report.title, "kind": report.kind, "rows": rows, "total": total}


def _source(report: Report, join: str = "") -> str:
    # if archive
    return f'FROM "{report.table.name}" AS t{join} WHERE {report.table.counted}'
    # else
    # if accounts
    return f'FROM "{report.table.name}" AS t{join} WHERE {report.table.readable}'
    # else
    return f'FROM "{report.table.name}" AS t{join}'
    # end if
    # end if


def _amount(report: Report) -> str:
    measured = report.table.column(report.column) if report.column else None
    sql = measured.sql if measured else ""
    return {"count": "count(*)", "sum": f"coalesce(sum({sql}), 0)", "average": f"avg({sql})"}[report.kind]


def _result(report: Report, amount: float | None) -> float | None:
    if amount is None:
        return None
    measured = report.table.column(report.column) if report.column else None
    return round(amount / 100, 2) if measured and measured.kind == "money" else round(amount, 4)


def _by(report: Report) -> Column:
    return CREATED_AT if report.by == CREATED_AT.name else next(c for c in report.table.columns if c.name == report.by)


def _rows(db: sqlite3.Connection, report: Report) -> list[Row]:
    by = _by(report)
    value, label, join = by.sql, "NULL", ""
    if report.period:
        value = PERIODS[report.period].format(DATE.format(by.sql))
    elif by.link:
        label = f'p."{by.link.title}"'
        # if accounts
        label = f"CASE WHEN {by.link.readable('p')} THEN {label} ELSE 'Not shown' END"
        # end if
        join = f' LEFT JOIN "{by.link.table}" AS p ON p.id = {by.sql}'
    select = f"SELECT {value}, {label}, {_amount(report)} {_source(report, join)}"
    rows = [_row(report, by, *row) for row in db.execute(f"{select} GROUP BY 1 ORDER BY 3 DESC, 2, 1")]
    if report.limit:
        return rows[: report.limit]
    if report.period:
        return list(_filled(report, sorted(rows, key=lambda row: (row["value"] is None, row["value"]))))
    order = list(report.names)
    return sorted(rows, key=lambda row: order.index(row["value"]) if row["value"] in order else len(order))


def _row(report: Report, by: Column, stored: Any, label: Any, amount: float | None) -> Row:
    value = stored if report.period else from_stored(by.kind, stored)
    if value is None:
        text = "None"
    elif report.period:
        text = period_name(report.period, str(value))
    else:
        text = report.names.get(value, str(value if label is None else label))
    return {"value": value, "label": text, "result": _result(report, amount)}


def _filled(report: Report, rows: list[Row]) -> Iterator[Row]:
    """With the periods in which there was nothing, so that a line does not hide a gap; averages have none there."""
    dated = [row for row in rows if row["value"] is not None]
    empty = None if report.kind == "average" else 0
    if report.period and dated:
        known = {row["value"]: row for row in dated}
        run = list(_run(report.period, dated[0]["value"], dated[-1]["value"]))
        for value in run if len(run) <= LONGEST_RUN else known:
            yield known.get(value) or {"value": value, "label": period_name(report.period, value), "result": empty}
    yield from (row for row in rows if row["value"] is None)


def _run(period: Period, first: str, last: str) -> Iterator[str]:
    """The periods from the first to the last; of a very long run, no more than tell that it is too long."""
    day = date.fromisoformat((first + "-01-01")[:10])
    length = {"year": 4, "month": 7}.get(period, 10)
    for _ in range(LONGEST_RUN + 1):
        value = day.isoformat()[:length]
        if value > last:
            return
        yield value
        day = _next(period, day)


def _next(period: Period, day: date) -> date:
    if period == "year":
        return day.replace(year=min(day.year + 1, 9999))
    if period == "month":
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day + timedelta(days=7 if period == "week" else 1)


def period_name(period: Period, value: str) -> str:
    """How people call it: ``2026``, ``Nov 2026``, ``24 Nov 2026``, ``week of 23 Nov 2026``."""
    if period == "year":
        return value
    day = date.fromisoformat((value + "-01")[:10])
    if period == "month":
        return f"{day:%b %Y}"
    return f"{'week of ' if period == 'week' else ''}{day.day} {day:%b %Y}"
