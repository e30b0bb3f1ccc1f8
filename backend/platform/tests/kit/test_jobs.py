"""Jobs: done at least once, by one at a time, under a lease that is lost for good; retried as far as it makes sense."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest

from vibecaas.kit import ids
from vibecaas.kit.db import SYSTEM
from vibecaas.kit.errors import DependencyUnavailable, NotFound
from vibecaas.kit.jobs import LONGEST_JOB_SECONDS, Again, Handler, JobContext, JobRunner, JobSet, LeaseLost, enqueue
from vibecaas.kit.outbox import relay, sweep, tidy

from ..fixtures.database import Database
from ..fixtures.waiting import eventually
from .conftest import Roles

pytestmark = pytest.mark.anyio
OWN = ids.new_uuid()
LEASE_SECONDS = 0.6


class Desk:
    """One job under test: how to queue it, how to run it, how it stands."""

    def __init__(self, roles: Roles, database: Database) -> None:
        self.roles = roles
        self.database = database
        self.dead: list[UUID] = []
        self.queued: list[UUID] = []

    def runner(self, handler: Handler, *, timeout_seconds: float = 5, max_attempts: int = 2) -> JobRunner:
        jobs = JobSet()

        async def on_dead(context: JobContext) -> None:
            self.dead.append(context.id)

        jobs.job("test.work", timeout_seconds=timeout_seconds, max_attempts=max_attempts, on_dead=on_dead)(handler)
        return JobRunner(
            system=self.roles.system, app=self.roles.app, sets=[jobs], services={}, lease_seconds=LEASE_SECONDS
        )

    async def queue(self, **args: object) -> UUID:
        async with self.roles.app.begin(OWN, SYSTEM, request_id="req_1") as unit:
            self.queued.append(await enqueue(unit, "test.work", args))
        return self.queued[-1]

    async def row(self, job_id: UUID) -> tuple[str, int, int]:
        found = await self.database.sql("select state, attempt, fencing from jobs where id = :id", id=job_id)
        return found[0].state, found[0].attempt, found[0].fencing

    async def make_due(self, job_id: UUID) -> None:
        await self.database.sql("update jobs set run_after = now() where id = :id", id=job_id)


@pytest.fixture
def desk(roles: Roles, database: Database) -> Desk:
    return Desk(roles, database)


def raising(error: Exception) -> Handler:
    async def handler(_context: JobContext) -> None:
        raise error

    return handler


async def test_a_job_gets_its_arguments_and_is_done_once(desk: Desk) -> None:
    seen: list[JobContext] = []

    async def handler(context: JobContext) -> None:
        seen.append(context)

    job_id = await desk.queue(project_id=str(OWN))
    runner = desk.runner(handler)
    await runner.run(job_id)
    await runner.run(job_id)
    assert [(one.organization_id, one.uuid("project_id"), one.fencing, one.attempt) for one in seen] == [
        (OWN, OWN, 1, 1)
    ]
    assert await desk.row(job_id) == ("done", 1, 1)


async def test_many_workers_at_once_do_a_job_once(desk: Desk) -> None:
    times = 0

    async def handler(_context: JobContext) -> None:
        nonlocal times
        times += 1

    job_id = await desk.queue()
    await asyncio.gather(*(desk.runner(handler).run(job_id) for _ in range(12)))
    assert times == 1


async def test_a_job_that_is_rolled_back_never_was(desk: Desk) -> None:
    async def change_that_fails() -> None:
        async with desk.roles.app.begin(OWN) as unit:
            await enqueue(unit, "test.never", {})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await change_that_fails()
    assert await desk.database.sql("select 1 from jobs where name = 'test.never'") == []


@pytest.mark.parametrize("error", [OSError("broken pipe"), ValueError("odd"), DependencyUnavailable("vm_host")])
async def test_what_may_pass_is_tried_again_until_no_attempt_is_left(desk: Desk, error: Exception) -> None:
    job_id = await desk.queue()
    runner = desk.runner(raising(error))
    await runner.run(job_id)
    assert await desk.row(job_id) == ("queued", 1, 1)
    await runner.run(job_id)
    assert (await desk.row(job_id))[1] == 1, "it waits before it is tried again"
    await desk.make_due(job_id)
    await runner.run(job_id)
    assert await desk.row(job_id) == ("dead", 2, 2)
    assert desk.dead == [job_id]


async def test_what_will_not_pass_is_not_tried_again(desk: Desk) -> None:
    job_id = await desk.queue()
    await desk.runner(raising(NotFound())).run(job_id)
    assert await desk.row(job_id) == ("dead", 1, 1)
    assert desk.dead == [job_id]


async def test_a_job_that_takes_too_long_is_stopped(desk: Desk) -> None:
    async def handler(_context: JobContext) -> None:
        await asyncio.Event().wait()

    job_id = await desk.queue()
    await desk.runner(handler, timeout_seconds=0.2).run(job_id)
    assert await desk.row(job_id) == ("queued", 1, 1)


async def test_a_job_may_ask_to_be_called_again_without_losing_an_attempt(desk: Desk) -> None:
    async def handler(context: JobContext) -> Again | None:
        return Again() if context.fencing < 5 else None

    job_id = await desk.queue()
    runner = desk.runner(handler)
    for _ in range(5):
        await runner.run(job_id)
    assert await desk.row(job_id) == ("done", 1, 5)


async def test_a_running_job_keeps_its_lease(desk: Desk) -> None:
    release = asyncio.Event()
    started = asyncio.Event()

    async def handler(_context: JobContext) -> None:
        started.set()
        await release.wait()

    job_id = await desk.queue()
    running = asyncio.create_task(desk.runner(handler).run(job_id))
    await started.wait()
    first = await desk.database.sql("select lease_expires_at from jobs where id = :id", id=job_id)

    async def renewed() -> bool:
        now = await desk.database.sql("select lease_expires_at from jobs where id = :id", id=job_id)
        return bool(now[0].lease_expires_at > first[0].lease_expires_at)

    await eventually(renewed)
    release.set()
    await running
    assert await desk.row(job_id) == ("done", 1, 1)


async def taken_over(desk: Desk, ending: Callable[[], Awaitable[None]]) -> tuple[str, int, int]:
    """Let another worker take a job while the first still works; the first ends as told."""
    started = asyncio.Event()

    async def first(context: JobContext) -> None:
        if context.fencing == 1:
            started.set()
            await ending()

    job_id = await desk.queue()
    running = asyncio.create_task(desk.runner(first).run(job_id))
    await started.wait()

    async def swept() -> bool:  # the first may renew its lease in between, as long as nobody has taken it
        await desk.database.sql("update jobs set lease_expires_at = now() - interval '1 s' where id = :id", id=job_id)
        return await sweep(desk.roles.system) >= 1

    await eventually(swept)
    await desk.runner(first).run(job_id)
    await running
    return await desk.row(job_id)


async def test_who_lost_his_lease_is_stopped_and_writes_nothing(desk: Desk) -> None:
    async def never() -> None:
        await asyncio.Event().wait()

    assert await taken_over(desk, never) == ("done", 2, 2)


async def test_a_late_answer_changes_nothing(desk: Desk) -> None:
    async def lost() -> None:
        async def over() -> bool:
            return await desk.row(desk.queued[-1]) == ("done", 2, 2)

        await eventually(over)
        raise LeaseLost

    assert (await taken_over(desk, lost))[0] == "done"


async def test_a_worker_that_is_told_to_stop_gives_its_job_back(desk: Desk) -> None:
    started = asyncio.Event()

    async def handler(_context: JobContext) -> None:
        started.set()
        await asyncio.Event().wait()

    job_id = await desk.queue()
    running = asyncio.create_task(desk.runner(handler).run(job_id))
    await started.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert await desk.row(job_id) == ("queued", 0, 1)


async def test_the_relay_hands_over_what_is_committed_and_a_lost_message_comes_again(desk: Desk) -> None:
    job_id = await desk.queue()
    sent: list[UUID] = []

    async def send(one: UUID) -> None:
        sent.append(one)

    async def broken(_one: UUID) -> None:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await relay(desk.roles.system, broken)
    await relay(desk.roles.system, send)
    await relay(desk.roles.system, send)
    assert sent.count(job_id) == 1
    await sweep(desk.roles.system, unheard_after_seconds=0)
    await relay(desk.roles.system, send)
    assert sent.count(job_id) == 2


async def test_two_relays_share_the_work(desk: Desk) -> None:
    waiting = {await desk.queue() for _ in range(30)}
    sent: list[UUID] = []

    async def send(one: UUID) -> None:
        sent.append(one)

    await asyncio.gather(*(relay(desk.roles.system, send) for _ in range(4)))
    await relay(desk.roles.system, send)
    assert waiting <= set(sent)
    assert len(sent) == len(set(sent))


async def test_old_jobs_that_ended_well_are_forgotten(desk: Desk) -> None:
    async def handler(_context: JobContext) -> None:
        return

    old, fresh = await desk.queue(), await desk.queue()
    for one in (old, fresh):
        await desk.runner(handler).run(one)
    await desk.database.sql("update jobs set finished_at = now() - interval '8 days' where id = :id", id=old)
    await tidy(desk.roles.system)
    left = {row.id for row in await desk.database.sql("select id from jobs")}
    assert (old in left, fresh in left) == (False, True)


def test_no_job_may_take_longer_than_the_longest() -> None:
    with pytest.raises(ValueError, match="split it"):
        JobSet().job("test.long", timeout_seconds=LONGEST_JOB_SECONDS + 1)
