"""What people are told: what happened to entries that they added or follow."""

import sqlite3
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from app.core import store
from app.core.database import reading, writing
from app.core.events import Event, Listener
from app.core.models import EntryId
from app.core.tables import Column, Index, Table
from app.core.values import now
from app.core.who import Somebody
from app.extras.entries import ENTITY, ENTRY, ONCE_EACH, PERSON, about, drop_own, forget_with_entry, keep_own, readable

FOLLOWERS = Table(
    id="app_followers",
    name="app_followers",
    label="follower",
    columns=(ENTITY, ENTRY, PERSON, Column(id="value", name="value", kind="integer")),
    indexes=ONCE_EACH,
)
NOTIFICATIONS = Table(
    id="app_notifications",
    name="app_notifications",
    label="notification",
    columns=(
        ENTITY,
        ENTRY,
        PERSON,
        Column(id="what", name="what", kind="choice"),
        Column(id="actor", name="actor"),
        Column(id="is_read", name="is_read", kind="boolean", default=0),
    ),
    indexes=(Index(("person",)), Index(("entity", "entry"))),
)
# if addressed
What = Literal["changed", "commented", "due", "named"]
# else
What = Literal["changed", "commented", "due"]
# end if
SHOWN = 50
forget_followers = forget_with_entry(FOLLOWERS)
forget_notifications = forget_with_entry(NOTIFICATIONS)


class Notification(BaseModel):
    """``kind`` is the address of the entry's list; ``actor`` is who did it, if somebody did."""

    id: int
    what: What
    actor: str | None
    kind: str
    entry: int
    title: str
    created_at: str
    is_read: bool


class NotificationList(BaseModel):
    """The latest first, and how many were not read yet."""

    items: list[Notification]
    unread: int


def follow_column(entity: str) -> Column:
    """Whether whoever asks follows an entry."""
    followed = f"EXISTS (SELECT 1 {about('app_followers', entity)} AND person = person_key())"
    return Column(id="is_followed", name="is_followed", kind="boolean", expression=followed)


def follow_routes(table: Table) -> APIRouter:
    """The address below an entry's own."""
    router = APIRouter(prefix="/{entry_id}/follow")

    @router.put("", status_code=204)
    def follow(entry_id: EntryId, person: Somebody) -> None:
        with writing(person) as db:
            readable(db, table, entry_id)
            keep_own(db, FOLLOWERS, table, entry_id, person.key, 1)

    @router.delete("", status_code=204)
    def unfollow(entry_id: EntryId, person: Somebody) -> None:
        with writing(person) as db:
            readable(db, table, entry_id)
            drop_own(db, FOLLOWERS, table, entry_id, person.key)

    return router


def tell_followers(*watched: tuple[Table, str | None]) -> Listener:
    """For tables, each with the column whose changes count; without one every change does."""
    columns = {table.id: column for table, column in watched}

    def tell(db: sqlite3.Connection, event: Event) -> None:
        if event.table.id not in columns or not event.before or not event.after:
            return
        column = columns[event.table.id]
        if event.kind == "commented":
            _notify_all(db, event, "commented")
        elif column is None or event.before[column] != event.after[column]:
            _notify_all(db, event, "changed")

    return tell


# if addressed
def tell_named(*watched: tuple[Table, tuple[str, ...]]) -> Listener:
    """Tells people that an entry names them now; each table comes with its columns of people."""
    columns = {table.id: names for table, names in watched}

    def tell(db: sqlite3.Connection, event: Event) -> None:
        if event.after is None or event.kind not in ("created", "updated"):
            return
        before = event.before or {}
        actor = db.execute("SELECT person_key() AS key").fetchone()["key"]
        for column in columns.get(event.table.id, ()):
            named = event.after[column]
            if named and named != before.get(column) and f"person:{named}" != actor:
                notify(db, f"person:{named}", event.table, event.entry_id, "named")

    return tell


# end if
def _notify_all(db: sqlite3.Connection, event: Event, what: What) -> None:
    """Everybody who follows the entry or added it, but not whoever did it."""
    followers = "SELECT person FROM app_followers WHERE entity = ? AND entry = ?"
    people = {row["person"] for row in db.execute(followers, (event.table.id, event.entry_id))}
    owner = (event.after or {}).get("created_by_id")
    if owner:
        people.add(f"person:{owner}")
    actor = db.execute("SELECT person_key() AS key").fetchone()["key"]
    for person in sorted(people - {actor}):
        notify(db, person, event.table, event.entry_id, what)


def notify(db: sqlite3.Connection, person: str, table: Table, entry_id: int, what: What) -> None:
    """Tells one person; ``person`` is their key."""
    moment = now()
    db.execute(
        "INSERT INTO app_notifications (created_at, updated_at, entity, entry, person, what, actor) "
        "VALUES (?, ?, ?, ?, ?, ?, (SELECT name FROM app_accounts WHERE id = person_id()))",
        (moment, moment, table.id, entry_id, person, what),
    )


def notification_routes(*tables: tuple[Table, str]) -> APIRouter:
    """The addresses of what whoever asks was told; each table comes with the column that names entries, or ""."""
    router = APIRouter(prefix="/api/account/notifications", tags=["account"])
    by_id = {table.id: (table, title) for table, title in tables}

    @router.get("")
    def list_notifications(person: Somebody) -> NotificationList:
        with reading(person) as db:
            rows = db.execute(
                "SELECT * FROM app_notifications WHERE person = ? ORDER BY id DESC LIMIT ?", (person.key, SHOWN)
            ).fetchall()
            items = [item for row in rows if (item := shown(db, row)) is not None]
        return NotificationList(items=items, unread=sum(not item.is_read for item in items))

    @router.post("/read", status_code=204)
    def mark_as_read(person: Somebody) -> None:
        with writing(person) as db:
            db.execute("UPDATE app_notifications SET is_read = 1 WHERE person = ?", (person.key,))

    def shown(db: sqlite3.Connection, row: sqlite3.Row) -> Notification | None:
        """Nothing about an entry that the person may not read any more."""
        table, title = by_id.get(row["entity"], (None, ""))
        entry = store.get(db, table, row["entry"]) if table else None
        if table is None or entry is None:
            return None
        return Notification(
            id=row["id"],
            what=row["what"],
            actor=row["actor"],
            kind=table.name.replace("_", "-"),
            entry=row["entry"],
            title=str(entry.get(title) or f"{table.label.capitalize()} {row['entry']}"),
            created_at=row["created_at"],
            is_read=bool(row["is_read"]),
        )

    return router
