"""Sessions: who is signed in. A session lasts 30 days from when it was last used."""

import hashlib
import secrets
import sqlite3
from datetime import UTC, datetime, timedelta

from app.core.values import stamp

COOKIE = "session"
LIFETIME = timedelta(days=30)
# Using a session moves its end; once a day is often enough.
RENEWAL = timedelta(days=1)


def start(db: sqlite3.Connection, account_id: int) -> str:
    """A new session; returns the token that its cookie holds."""
    moment = datetime.now(UTC)
    db.execute("DELETE FROM app_sessions WHERE expires_at < ?", (stamp(moment),))
    token = secrets.token_urlsafe(32)
    db.execute(
        "INSERT INTO app_sessions (created_at, updated_at, token, account, expires_at) VALUES (?, ?, ?, ?, ?)",
        (stamp(moment), stamp(moment), _hash(token), account_id, stamp(moment + LIFETIME)),
    )
    return token


def find(db: sqlite3.Connection, token: str) -> sqlite3.Row | None:
    """The account whose session this is, with ``is_old``: whether the session's end should be moved."""
    moment = datetime.now(UTC)
    row: sqlite3.Row | None = db.execute(
        "SELECT a.*, s.expires_at < ? AS is_old FROM app_sessions AS s JOIN app_accounts AS a ON a.id = s.account "
        "WHERE s.token = ? AND s.expires_at >= ?",
        (stamp(moment + LIFETIME - RENEWAL), _hash(token), stamp(moment)),
    ).fetchone()
    return row


def renew(db: sqlite3.Connection, token: str) -> None:
    end = stamp(datetime.now(UTC) + LIFETIME)
    db.execute("UPDATE app_sessions SET expires_at = ? WHERE token = ?", (end, _hash(token)))


def end(db: sqlite3.Connection, token: str) -> None:
    db.execute("DELETE FROM app_sessions WHERE token = ?", (_hash(token),))


def end_all(db: sqlite3.Connection, account_id: int, *, but: str = "") -> None:
    """Ends every session of the account, except the one of the token."""
    db.execute("DELETE FROM app_sessions WHERE account = ? AND token <> ?", (account_id, _hash(but)))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
