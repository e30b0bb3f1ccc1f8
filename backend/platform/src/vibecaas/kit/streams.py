"""Event streams of all rooms: a dense sequence per subject, stored before it is sent, resumable."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import Mapped, mapped_column

from vibecaas.kit import clock
from vibecaas.kit.db import Actor, Base, OfOrganization, Unit, Units, advisory_lock

NOTIFY_CHANNEL = "vibecaas_streams"
HEARTBEAT_SECONDS = 10.0
LOOK_SECONDS = 1.5  # who signs out loses his streams within two seconds
BATCH = 200


class StreamEventRow(OfOrganization, Base):
    """One event of one subject."""

    __tablename__ = "stream_events"

    subject_id: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    data: Mapped[dict[str, Any]]
    at: Mapped[datetime] = mapped_column(server_default=func.now())


@dataclass(frozen=True)
class StreamEvent:
    """What a reader gets."""

    seq: int
    type: str
    at: datetime
    data: dict[str, Any]


_APPEND = text(
    "insert into stream_events (subject_id, seq, organization_id, type, data)"
    " select :subject, coalesce(max(seq), 0) + 1, :organization_id, :type, cast(:data as jsonb)"
    " from stream_events where subject_id = :subject returning seq"
)
_READ = text(
    "select seq, type, at, data from stream_events where subject_id = :subject and seq > :after"
    " order by seq limit :limit"
)


async def append(unit: Unit, subject_id: UUID, type_: str, data: dict[str, Any]) -> int:
    """Store the next event of a subject; readers hear of it when the transaction commits. Returns its number."""
    await advisory_lock(unit, f"stream:{subject_id}")  # two writers must not take the same number
    parameters = {
        "subject": subject_id,
        "organization_id": unit.organization,
        "type": type_,
        "data": json.dumps(data, default=str),
    }
    seq: int = (await unit.session.execute(_APPEND, parameters)).scalar_one()
    await unit.session.execute(
        text("select pg_notify(:channel, :subject)"), {"channel": NOTIFY_CHANNEL, "subject": str(subject_id)}
    )
    return seq


async def read(unit: Unit, subject_id: UUID, *, after: int = 0, limit: int = BATCH) -> list[StreamEvent]:
    """Return the events behind `after`, in order."""
    rows = await unit.session.execute(_READ, {"subject": subject_id, "after": after, "limit": limit})
    return [StreamEvent(row.seq, row.type, row.at, row.data) for row in rows]


class StreamHub:
    """Wakes the readers of this process when the database says that a subject has news."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._waiting: dict[UUID, set[asyncio.Event]] = {}
        self._connection: Any = None

    async def start(self) -> None:
        """Listen on a connection of its own."""
        raw = await self._engine.raw_connection()
        self._connection = raw
        await raw.driver_connection.add_listener(NOTIFY_CHANNEL, self._heard)  # type: ignore[union-attr]

    async def stop(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            await self._connection.driver_connection.remove_listener(NOTIFY_CHANNEL, self._heard)
            self._connection.close()
            self._connection = None

    def _heard(self, _connection: object, _pid: int, _channel: str, payload: str) -> None:
        for event in self._waiting.get(UUID(payload), ()):
            event.set()

    @contextmanager
    def waiting(self, subject_id: UUID) -> Iterator[asyncio.Event]:
        """Offer an event that is set whenever the subject has news."""
        event = asyncio.Event()
        self._waiting.setdefault(subject_id, set()).add(event)
        try:
            yield event
        finally:
            self._waiting[subject_id].discard(event)
            if not self._waiting[subject_id]:
                del self._waiting[subject_id]


async def follow(
    units: Units,
    hub: StreamHub,
    *,
    organization_id: UUID,
    actor: Actor,
    subject_id: UUID,
    after: int,
    is_last: Callable[[StreamEvent], bool],
    may_read: Callable[[], Awaitable[bool]],
) -> AsyncIterator[StreamEvent | None]:
    """Yield stored events, then new ones as they come, until the last or until the reader may no longer; None beats."""
    looked = beaten = clock.monotonic_seconds()
    with hub.waiting(subject_id) as news:
        while True:
            news.clear()
            now = clock.monotonic_seconds()
            if now - looked >= LOOK_SECONDS:
                if not await may_read():
                    return
                looked = now
            async with units.begin(organization_id, actor) as unit:
                events = await read(unit, subject_id, after=after)
            for event in events:
                after = event.seq
                yield event
                if is_last(event):
                    return
            if events:
                beaten = now
            elif now - beaten >= HEARTBEAT_SECONDS:
                beaten = now
                yield None
            if len(events) == BATCH:
                continue
            with suppress(TimeoutError):
                async with asyncio.timeout(min(LOOK_SECONDS, HEARTBEAT_SECONDS)):
                    await news.wait()
