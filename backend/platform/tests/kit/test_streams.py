"""Event streams: dense numbers under any number of writers, nothing lost and nothing twice for who resumes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from uuid import UUID

import pytest

from vibecaas.kit import ids, streams
from vibecaas.kit.db import SYSTEM, make_engine
from vibecaas.kit.streams import StreamEvent, StreamHub

from ..fixtures.database import Database
from .conftest import Roles

pytestmark = pytest.mark.anyio
OWN, OTHER = ids.new_uuid(), ids.new_uuid()
WRITERS = 25


@pytest.fixture
async def hub(database: Database) -> AsyncIterator[StreamHub]:
    engine = make_engine(database.url("vibecaas_system"))
    made = StreamHub(engine)
    await made.start()
    yield made
    await made.stop()
    await engine.dispose()


async def write(roles: Roles, subject: UUID, type_: str, *, fail: bool = False) -> None:
    async with roles.app.begin(OWN) as unit:
        await streams.append(unit, subject, type_, {"text": "é"})
        if fail:
            raise ZeroDivisionError


def is_last(event: StreamEvent) -> bool:
    return event.type == "run.succeeded"


async def always() -> bool:
    return True


async def never() -> bool:
    return False


def follow(
    roles: Roles,
    hub: StreamHub,
    subject: UUID,
    *,
    after: int = 0,
    may_read: Callable[[], Awaitable[bool]] = always,
) -> AsyncIterator[StreamEvent | None]:
    return streams.follow(
        roles.app,
        hub,
        organization_id=OWN,
        actor=SYSTEM,
        subject_id=subject,
        after=after,
        is_last=is_last,
        may_read=may_read,
    )


async def test_numbers_are_dense_whoever_writes_and_whoever_fails(roles: Roles) -> None:
    subject = ids.new_uuid()
    tries = (write(roles, subject, f"step.{number}", fail=number % 5 == 0) for number in range(WRITERS))
    ended = await asyncio.gather(*tries, return_exceptions=True)
    kept = sum(one is None for one in ended)
    async with roles.app.begin(OWN) as unit:
        events = await streams.read(unit, subject)
    assert [event.seq for event in events] == list(range(1, kept + 1))


async def test_a_reader_hears_what_is_stored_then_what_comes_and_ends_with_the_last(
    roles: Roles, hub: StreamHub
) -> None:
    subject = ids.new_uuid()
    await write(roles, subject, "run.queued")
    heard: list[str] = []
    begun = asyncio.Event()

    async def listen() -> None:
        async for event in follow(roles, hub, subject):
            if event is not None:
                heard.append(event.type)
                begun.set()

    listening = asyncio.create_task(listen())
    await begun.wait()
    for type_ in ("run.building", "step.committed", "run.succeeded"):
        await write(roles, subject, type_)
    async with asyncio.timeout(5):
        await listening
    assert heard == ["run.queued", "run.building", "step.committed", "run.succeeded"]


async def test_who_resumes_gets_the_rest_once(roles: Roles, hub: StreamHub) -> None:
    subject = ids.new_uuid()
    for type_ in ("a", "b", "c", "run.succeeded"):
        await write(roles, subject, type_)
    for after in range(4):
        rest = [event.seq async for event in follow(roles, hub, subject, after=after) if event]
        assert rest == list(range(after + 1, 5))


async def test_more_than_a_batch_comes_whole(roles: Roles, hub: StreamHub) -> None:
    subject = ids.new_uuid()
    async with roles.app.begin(OWN) as unit:
        for number in range(streams.BATCH + 20):
            await streams.append(unit, subject, "command.output", {"line": number})
        await streams.append(unit, subject, "run.succeeded", {})
    heard = [event.seq async for event in follow(roles, hub, subject) if event]
    assert heard == list(range(1, streams.BATCH + 22))


async def test_silence_is_a_heartbeat(roles: Roles, hub: StreamHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 0.05)
    async with aclosing(follow(roles, hub, ids.new_uuid())) as events:  # type: ignore[type-var]  # a generator
        assert await anext(events) is None


async def test_who_may_no_longer_read_hears_no_more(
    roles: Roles, hub: StreamHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "LOOK_SECONDS", 0.05)
    subject = ids.new_uuid()
    await write(roles, subject, "run.queued")
    async with asyncio.timeout(5):
        heard = [event.seq async for event in follow(roles, hub, subject, may_read=never) if event]
    assert heard == [1]


async def test_another_organization_reads_nothing(roles: Roles) -> None:
    subject = ids.new_uuid()
    await write(roles, subject, "run.queued")
    async with roles.app.begin(OTHER) as unit:
        assert await streams.read(unit, subject) == []
