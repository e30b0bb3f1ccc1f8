"""The relay: hands jobs over to the messenger once their transaction is committed, and takes back what got lost."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from sqlalchemy import text

from vibecaas.kit.db import Units

Send = Callable[[UUID], Awaitable[None]]

_WAITING = text(
    "select id from jobs where state = 'queued' and sent_at is null and run_after <= now()"
    " order by run_after limit :limit for update skip locked"
)
_SENT = text("update jobs set sent_at = now() where id = any(:ids)")
_EXPIRED = text(
    "update jobs set state = 'queued', sent_at = null, lease_owner = null, lease_expires_at = null"
    " where state = 'leased' and lease_expires_at < now() returning id"
)
_UNHEARD = text(
    "update jobs set sent_at = null where state = 'queued'"
    " and sent_at < now() - make_interval(secs => :seconds) returning id"
)
_OLD = text("delete from jobs where state = 'done' and finished_at < now() - interval '7 days'")


async def relay(system: Units, send: Send, *, limit: int = 100) -> int:
    """Hand over what waits; returns how many. A message may be sent twice, never lost."""
    async with system.begin(None) as unit:
        waiting = list((await unit.session.execute(_WAITING, {"limit": limit})).scalars())
        for job_id in waiting:
            await send(job_id)
        if waiting:
            await unit.session.execute(_SENT, {"ids": waiting})
    return len(waiting)


async def sweep(system: Units, *, unheard_after_seconds: float = 30) -> int:
    """Queue again what a dead worker held or a lost message announced; returns how many."""
    async with system.begin(None) as unit:
        expired = (await unit.session.execute(_EXPIRED)).all()
        unheard = (await unit.session.execute(_UNHEARD, {"seconds": unheard_after_seconds})).all()
    return len(expired) + len(unheard)


async def tidy(system: Units) -> None:
    """Delete jobs that ended well a week ago."""
    async with system.begin(None) as unit:
        await unit.session.execute(_OLD)
