"""Jobs: what happens to entries when a date comes. Each happens once for each entry and date."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
# if reminders
from datetime import UTC, datetime, timedelta
# else
from datetime import UTC, datetime
# end if
from typing import Any

from app.core import store
from app.core.database import reading, writing
from app.core.problems import FieldProblems, Refused
from app.core.tables import Column, Index, Table
from app.core.values import stamp
# if reminders
from app.extras.notifications import notify
# end if

# if reminders
STILL_NEWS = timedelta(days=7)
# end if


@dataclass(frozen=True)
class Job:
    """``days`` after the date in ``column`` (before it, when negative) the entry gets these ``values``."""

    id: str
    title: str
    table: Table
    column: str
    days: int
    values: dict[str, Any] = field(default_factory=dict)
    # if reminders
    # Whether it tells who added the entry.
    is_reminder: bool = False
    # end if


JOBS_DONE = Table(
    id="app_jobs_done",
    name="app_jobs_done",
    label="job",
    columns=(
        Column(id="job", name="job"),
        Column(id="entry_id", name="entry_id", kind="integer"),
        Column(id="moment", name="moment"),
        # What kept the app from doing it, if anything did.
        Column(id="problem", name="problem"),
    ),
    indexes=(Index(("job", "entry_id", "moment"), unique=True),),
)


def run_jobs(jobs: Sequence[Job], at: datetime | None = None) -> int:
    """How many entries were changed."""
    done = 0
    for job in jobs:
        with reading() as db:
            due = _due(db, job, at or datetime.now(UTC))
        for entry_id, moment in due:
            with writing() as db:
                done += _do(db, job, entry_id, moment)
    return done


def _due(db: sqlite3.Connection, job: Job, at: datetime) -> list[tuple[int, str]]:
    """Number and date of the entries whose time has come."""
    column = job.table.column(job.column)
    # People's dates are in the time of the place where the app runs; the app's own stamps are in UTC.
    moment = stamp(at.astimezone(UTC)) if column is None else at.astimezone().replace(tzinfo=None).isoformat()
    function = "date" if column is not None and column.kind == "date" else "datetime"
    days = f"{job.days:+d} days"
    rows = db.execute(
        f'SELECT t.id, t."{job.column}" FROM "{job.table.name}" AS t '
        f'WHERE {function}(t."{job.column}", ?) <= {function}(?) AND NOT EXISTS (SELECT 1 FROM app_jobs_done AS d '
        f'WHERE d.job = ? AND d.entry_id = t.id AND d.moment = t."{job.column}")',
        (days, moment, job.id),
    )
    return [(row[0], row[1]) for row in rows]


def _do(db: sqlite3.Connection, job: Job, entry_id: int, moment: str) -> bool:
    """Whether the entry was changed. What its rules forbid is left alone, and remembered."""
    entry, problem = store.get(db, job.table, entry_id), None
    # if reminders
    if job.is_reminder and entry and entry["created_by_id"] and moment >= _not_long_ago(job):
        notify(db, f"person:{entry['created_by_id']}", job.table, entry_id, "due")
    # end if
    is_new = entry is not None and any(entry.get(name) != value for name, value in job.values.items())
    if is_new:
        db.execute("SAVEPOINT job")
        try:
            store.update(db, job.table, entry_id, job.values)
        except FieldProblems as error:
            problem = " ".join(error.fields.values())
        except Refused as error:
            problem = str(error)
        if problem:
            db.execute("ROLLBACK TO job")
        db.execute("RELEASE job")
    done = {"job": job.id, "entry_id": entry_id, "moment": moment, "problem": problem}
    store.put(db, JOBS_DONE, done)
    return is_new and not problem


# if reminders
def _not_long_ago(job: Job) -> str:
    """The first date of which people are still reminded: an app that is new to them does not tell old stories."""
    return (datetime.now(UTC) - STILL_NEWS - timedelta(days=job.days)).date().isoformat()


# end if
def report_jobs(jobs: Sequence[Job]) -> list[dict[str, Any]]:
    """How often each job was done, and when last."""
    with reading() as db:
        rows = db.execute("SELECT job, count(*), max(created_at) FROM app_jobs_done GROUP BY job").fetchall()
    known = {row[0]: {"done": row[1], "last": row[2]} for row in rows}
    never = {"done": 0, "last": None}
    return [{"id": job.id, "title": job.title, **known.get(job.id, never)} for job in jobs]
