"""How often somebody may try to sign in: so that nobody tries out passwords."""

import hashlib
import sqlite3
from datetime import UTC, datetime, timedelta
from math import ceil

from fastapi import HTTPException

from app.core.database import writing
from app.core.values import stamp

WINDOW = timedelta(minutes=15)
LIMITS = {"email": 5, "address": 100}


def count_attempt(email: str, address: str) -> None:
    """Notes an attempt before it is made, so that many at once count too; refuses when there were too many."""
    moment = datetime.now(UTC)
    with writing() as db:
        db.execute("DELETE FROM app_attempts WHERE created_at < ?", (stamp(moment - WINDOW),))
        for kind, value in (("email", email), ("address", address)):
            wait = _wait(db, _source(kind, value), LIMITS[kind], moment)
            if wait:
                detail = f"There were too many attempts. Try again in {ceil(wait / 60)} minutes."
                raise HTTPException(429, detail, headers={"Retry-After": str(wait)})
        db.executemany(
            "INSERT INTO app_attempts (created_at, updated_at, source) VALUES (?, ?, ?)",
            [(stamp(moment), stamp(moment), _source(*each)) for each in (("email", email), ("address", address))],
        )


def forget_attempt(db: sqlite3.Connection, email: str, address: str) -> None:
    """Who got in may err again; of their address only this attempt is forgotten."""
    db.execute("DELETE FROM app_attempts WHERE source = ?", (_source("email", email),))
    latest = "SELECT max(id) FROM app_attempts WHERE source = ?"
    db.execute(f"DELETE FROM app_attempts WHERE id = ({latest})", (_source("address", address),))


def _wait(db: sqlite3.Connection, source: str, limit: int, moment: datetime) -> int:
    """Seconds until there may be another attempt; 0 when there may be one now."""
    rows = db.execute(
        "SELECT created_at FROM app_attempts WHERE source = ? ORDER BY created_at DESC LIMIT ?", (source, limit)
    ).fetchall()
    if len(rows) < limit:
        return 0
    free = datetime.fromisoformat(rows[-1]["created_at"]) + WINDOW
    return max(1, ceil((free - moment).total_seconds()))


def _source(kind: str, value: str) -> str:
    """What was tried is nobody's business, so only its hash is kept."""
    return f"{kind}:{hashlib.sha256(value.encode()).hexdigest()}"
