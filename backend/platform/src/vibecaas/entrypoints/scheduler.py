"""Relay, sweeper and janitor in one process; any number may run, one leads (an advisory lock)."""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import text

from vibecaas import settings as settings_module
from vibecaas.adapters.celery_jobs import CeleryMessenger, make_celery
from vibecaas.entrypoints.container import build
from vibecaas.entrypoints.house import Container
from vibecaas.kit import clock, outbox, telemetry
from vibecaas.kit.idempotency import forget_old
from vibecaas.kit.jobs import NOTIFY_CHANNEL, enqueue

LEADER_KEY = 7_420_001
POLL_SECONDS = 1.0
RECONCILE_SECONDS = 10.0
TIDY_SECONDS = 3600.0
PERIODIC_JOBS = ("microvms.reconcile",)


async def relay_forever(container: Container, messenger: CeleryMessenger, news: asyncio.Event) -> None:
    """Hand over jobs as soon as they are committed; the poll is a safety net."""
    while True:
        news.clear()
        if await outbox.relay(container.system_units, messenger.send):
            continue
        try:
            async with asyncio.timeout(POLL_SECONDS):
                await news.wait()
        except TimeoutError:
            continue


async def every(seconds: float, work: Callable[[], Awaitable[Any]]) -> None:
    """Do this again and again; a failure is logged and does not end it."""
    while True:
        try:
            await work()
        except OSError as error:
            telemetry.log().warning("scheduler.failed", error=repr(error))
        await clock.sleep(seconds)


async def lead(container: Container, messenger: CeleryMessenger) -> None:
    """Wait to be the leader, then work until a part of it fails."""
    async with container.system_engine.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        if raw is None:
            raise RuntimeError("no driver connection")
        while not await raw.fetchval("select pg_try_advisory_lock($1)", LEADER_KEY):
            await clock.sleep(1)
        news = asyncio.Event()
        await raw.add_listener(NOTIFY_CHANNEL, lambda *_: news.set())
        known = {name for one in container.job_sets for name in one.jobs}

        async def queue_periodic() -> None:
            async with container.system_units.begin(None) as unit:
                for name in known.intersection(PERIODIC_JOBS):
                    waiting = text("select 1 from jobs where name = :name and state in ('queued', 'leased') limit 1")
                    if (await unit.session.execute(waiting, {"name": name})).first() is None:
                        await enqueue(unit, name, {})

        async def tidy() -> None:
            await outbox.tidy(container.system_units)
            async with container.system_units.begin(None) as unit:
                await forget_old(unit)

        async with asyncio.TaskGroup() as group:
            group.create_task(relay_forever(container, messenger, news))
            group.create_task(
                every(container.settings.jobs.sweep_seconds, lambda: outbox.sweep(container.system_units))
            )
            group.create_task(every(RECONCILE_SECONDS, queue_periodic))
            group.create_task(every(TIDY_SECONDS, tidy))


async def run() -> None:
    """Lead until told to stop; an error ends the process, and the supervisor starts a new one."""
    settings = settings_module.load()
    container = build(settings)
    work = asyncio.ensure_future(lead(container, CeleryMessenger(make_celery(settings.limits_url))))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, work.cancel)
    try:
        await work
    except asyncio.CancelledError:
        telemetry.log().info("scheduler.stopped")
    finally:
        await container.close()


def main() -> int:
    """Run as a program."""
    telemetry.configure("scheduler")
    asyncio.run(run())
    return 0


if __name__ == "__main__":
    sys.exit(main())
