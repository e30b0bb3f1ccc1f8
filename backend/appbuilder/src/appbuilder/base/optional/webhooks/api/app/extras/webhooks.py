"""Webhooks: other systems are told what happened. What waits to be sent is stored, so nothing is lost at a stop."""

import hashlib
import hmac
import json
import os
import sqlite3
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from app.core import store
from app.core.database import reading, writing
from app.core.events import Event, EventKind, Listener
from app.core.tables import Column, Table
from app.core.values import now, stamp
from app.extras.automation import wake

# After the first try two more, each later than the one before.
DELAYS = (timedelta(minutes=1), timedelta(minutes=10))
KEPT = timedelta(days=30)
SHOWN = 50
TIMEOUT_SECONDS = 10


@dataclass(frozen=True)
class Webhook:
    """The address stands in the environment variable; ``<variable>_SECRET`` holds the key of the signature."""

    id: str
    table: Table
    events: tuple[EventKind, ...]
    variable: str

    @property
    def url(self) -> str:
        return os.environ.get(self.variable, "")

    def signature(self, body: bytes) -> str | None:
        """The SHA-256 HMAC by which the receiver knows that this app sent it."""
        secret = os.environ.get(f"{self.variable}_SECRET")
        return f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}" if secret else None


OUTBOX = Table(
    id="app_outbox",
    name="app_outbox",
    label="delivery",
    columns=(
        Column(id="webhook", name="webhook"),
        Column(id="event", name="event", kind="choice"),
        Column(id="entry_id", name="entry_id", kind="integer"),
        Column(id="body", name="body"),
        Column(id="state", name="state", kind="choice", default="waiting"),
        Column(id="tries", name="tries", kind="integer", default=0),
        Column(id="next_try", name="next_try"),
        Column(id="answer", name="answer"),
    ),
)


def call_webhooks(webhooks: Sequence[Webhook]) -> Listener:
    """Stores what is to be sent, in the same transaction as the change: either both are there or neither."""

    def note(db: sqlite3.Connection, event: Event) -> None:
        # if undo
        # To others what comes back is new: they were told that it was deleted.
        kind = "created" if event.kind == "restored" else event.kind
        # end if
        for webhook in webhooks:
            # if undo
            if event.table.id == webhook.table.id and kind in webhook.events and webhook.url:
            # else
            if event.table.id == webhook.table.id and event.kind in webhook.events and webhook.url:
            # end if
                entry = event.after or event.before or {"id": event.entry_id}
                # if undo
                body = {"event": kind, "kind": webhook.table.label, "at": now(), "entry": entry}
                values = {"webhook": webhook.id, "event": kind, "entry_id": event.entry_id}
                # else
                body = {"event": event.kind, "kind": webhook.table.label, "at": now(), "entry": entry}
                values = {"webhook": webhook.id, "event": event.kind, "entry_id": event.entry_id}
                # end if
                store.put(db, OUTBOX, values | {"body": json.dumps(body), "next_try": now()})
                wake()

    return note


def deliver(webhooks: Sequence[Webhook]) -> int:
    """Sends what waits and is due; how much arrived."""
    known = {webhook.id: webhook for webhook in webhooks}
    with reading() as db:
        due = db.execute("SELECT * FROM app_outbox WHERE state = 'waiting' AND next_try <= ?", (now(),)).fetchall()
    arrived = 0
    for row in due:
        if not _claim(row):
            continue
        webhook = known.get(row["webhook"])
        answer = _send(webhook, row) if webhook and webhook.url else "there is no address any more"
        arrived += answer == ""
        tries = row["tries"] + 1
        is_last = not webhook or tries > len(DELAYS)
        state = "sent" if answer == "" else "failed" if is_last else "waiting"
        next_try = None if state != "waiting" else stamp(datetime.now(UTC) + DELAYS[tries - 1])
        with writing() as db:
            db.execute(
                "UPDATE app_outbox SET state = ?, tries = ?, next_try = ?, answer = ?, updated_at = ? WHERE id = ?",
                (state, tries, next_try, answer, now(), row["id"]),
            )
    _forget_old()
    return arrived


def _claim(row: sqlite3.Row) -> bool:
    """Keeps it from being sent twice at the same time; after a stop in the middle it is tried again."""
    later = stamp(datetime.now(UTC) + DELAYS[0])
    with writing() as db:
        values = (later, row["id"], row["next_try"])
        return db.execute("UPDATE app_outbox SET next_try = ? WHERE id = ? AND next_try = ?", values).rowcount > 0


def _forget_old() -> None:
    before = stamp(datetime.now(UTC) - KEPT)
    with writing() as db:
        db.execute("DELETE FROM app_outbox WHERE state <> 'waiting' AND updated_at < ?", (before,))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would turn the call into a question to somebody else."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def _send(webhook: Webhook, row: sqlite3.Row) -> str:
    """What went wrong, or nothing."""
    if not webhook.url.startswith(("https://", "http://")):
        return "the address is no web address"
    body = row["body"].encode()
    headers = {"Content-Type": "application/json", "X-Event": row["event"], "X-Delivery": str(row["id"])}
    signature = webhook.signature(body)
    if signature:
        headers["X-Signature-256"] = signature
    request = urllib.request.Request(webhook.url, body, headers, method="POST")
    try:
        with _OPENER.open(request, timeout=TIMEOUT_SECONDS):
            return ""
    except urllib.error.HTTPError as error:
        return f"the answer was {error.code}"
    except (OSError, ValueError) as error:
        return f"it could not be reached: {getattr(error, 'reason', error)}"


def report_deliveries() -> list[dict[str, Any]]:
    """The latest deliveries, without what they said."""
    with reading() as db:
        rows = db.execute(
            "SELECT id, webhook, event, entry_id, state, tries, answer, created_at FROM app_outbox "
            "ORDER BY id DESC LIMIT ?",
            (SHOWN,),
        ).fetchall()
    return [dict(row) for row in rows]
