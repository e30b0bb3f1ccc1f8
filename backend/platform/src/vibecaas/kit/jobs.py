"""Jobs: rows that say what has to be done, and the shell that does it under a lease.

A message broker only says "look at job X"; state, attempts and lease are rows. A lease expires by the database's
clock, each taking raises the fencing number, and whoever comes late writes nothing.
"""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import BigInteger, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from vibecaas.kit import clock, ids, telemetry
from vibecaas.kit.db import Base, Unit, Units
from vibecaas.kit.errors import VibecaasError

T = TypeVar("T")
NOTIFY_CHANNEL = "vibecaas_jobs"
LONGEST_JOB_SECONDS = 480


class JobRow(Base):
    """One job; also the outbox, since a row that was not handed over yet waits for the relay."""

    __tablename__ = "jobs"
    __table_args__ = (
        Index("ix_jobs_waiting", "run_after", postgresql_where=text("state = 'queued'")),
        Index("ix_jobs_leased", "lease_expires_at", postgresql_where=text("state = 'leased'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    args: Mapped[dict[str, Any]]
    organization_id: Mapped[UUID | None]
    state: Mapped[str] = mapped_column(server_default="queued")
    attempt: Mapped[int] = mapped_column(server_default="0")
    fencing: Mapped[int] = mapped_column(BigInteger, server_default="0")
    lease_owner: Mapped[str | None]
    lease_expires_at: Mapped[datetime | None]
    run_after: Mapped[datetime] = mapped_column(server_default=func.now())
    sent_at: Mapped[datetime | None]
    error: Mapped[str | None]
    request_id: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    finished_at: Mapped[datetime | None]


async def enqueue(unit: Unit, name: str, args: Mapping[str, object], *, delay_seconds: float = 0) -> UUID:
    """Write a job with the change that causes it; it runs after the commit, at least once."""
    job_id = ids.new_uuid()
    await unit.session.execute(
        text(
            "insert into jobs (id, name, args, organization_id, run_after, request_id)"
            " values (:id, :name, cast(:args as jsonb), :organization_id, now() + make_interval(secs => :delay), :rid)"
        ),
        {
            "id": job_id,
            "name": name,
            "args": json.dumps(args, default=str),
            "organization_id": unit.organization_id,
            "delay": delay_seconds,
            "rid": unit.request_id,
        },
    )
    await unit.session.execute(text(f"notify {NOTIFY_CHANNEL}"))
    return job_id


@dataclass(frozen=True)
class Again:
    """A handler's answer: not finished, call me again; `counts` makes it an attempt."""

    delay_seconds: float = 0


class LeaseLost(Exception):
    """Somebody else has taken the job over; what was done since is thrown away."""


@dataclass
class JobContext:
    """What a handler gets: its arguments, its fencing number, units of work and services."""

    id: UUID
    args: dict[str, Any]
    organization_id: UUID | None
    fencing: int
    attempt: int
    units: Units
    services: Mapping[type, object]

    def use(self, service: type[T]) -> T:
        """Return the service that the container made."""
        return cast("T", self.services[service])

    def uuid(self, name: str) -> UUID:
        """Return an argument that is an id."""
        return UUID(self.args[name])


Handler = Callable[[JobContext], Awaitable[Again | None]]


@dataclass(frozen=True)
class Job:
    """A registered job: how to do it, how long it may take, how often it may be tried."""

    name: str
    handler: Handler
    timeout_seconds: float
    max_attempts: int
    on_dead: Handler | None


class JobSet:
    """The jobs of one room."""

    def __init__(self) -> None:
        self.jobs: dict[str, Job] = {}

    def job(
        self, name: str, *, timeout_seconds: float, max_attempts: int = 5, on_dead: Handler | None = None
    ) -> Callable[[Handler], Handler]:
        """Register a function as a job; `on_dead` is called once when no attempt is left."""
        if timeout_seconds > LONGEST_JOB_SECONDS:
            raise ValueError(f"{name}: a job takes at most {LONGEST_JOB_SECONDS} s; split it")

        def register(handler: Handler) -> Handler:
            self.jobs[name] = Job(name, handler, timeout_seconds, max_attempts, on_dead)
            return handler

        return register


_CLAIM = text(
    "update jobs set state = 'leased', lease_owner = :owner, attempt = attempt + 1, fencing = fencing + 1,"
    " lease_expires_at = now() + make_interval(secs => :lease)"
    " where id = :id and ((state = 'queued' and run_after <= now()) or (state = 'leased' and lease_expires_at < now()))"
    " returning name, args, organization_id, fencing, attempt, request_id"
)
_RENEW = text(
    "update jobs set lease_expires_at = now() + make_interval(secs => :lease)"
    " where id = :id and state = 'leased' and fencing = :fencing returning id"
)
_FINISH = text(
    "update jobs set state = cast(:state as varchar), error = :error, sent_at = null,"
    " lease_owner = null, lease_expires_at = null,"
    " attempt = greatest(0, attempt - :forgive), run_after = now() + make_interval(secs => :delay),"
    " finished_at = case when cast(:state as varchar) in ('done', 'dead') then now() end"
    " where id = :id and state = 'leased' and fencing = :fencing"
)


class JobRunner:
    """The shell around every job: claim, renew, run, finish."""

    def __init__(
        self,
        *,
        system: Units,
        app: Units,
        sets: list[JobSet],
        services: Mapping[type, object],
        lease_seconds: float = 15,
    ) -> None:
        self._system = system
        self._app = app
        self._jobs = {name: job for one in sets for name, job in one.jobs.items()}
        self._services = services
        self._lease_seconds = lease_seconds
        self._owner = ids.secret_token(8)

    async def run(self, job_id: UUID) -> None:
        """Do the job if it is due and nobody else is doing it; otherwise end quietly."""
        async with self._system.begin(None) as unit:
            parameters = {"id": job_id, "owner": self._owner, "lease": self._lease_seconds}
            row = (await unit.session.execute(_CLAIM, parameters)).one_or_none()
        if row is None:
            return
        job = self._jobs[row.name]
        context = JobContext(job_id, row.args, row.organization_id, row.fencing, row.attempt, self._app, self._services)
        with telemetry.context(job_id=str(job_id), job=job.name, request_id=row.request_id):
            if row.attempt > job.max_attempts:
                await self._end_dead(job, context, "no attempt is left")
            else:
                await self._attempt(job, context)

    async def _attempt(self, job: Job, context: JobContext) -> None:
        handler = asyncio.ensure_future(job.handler(context))
        keeper = asyncio.create_task(self._keep_lease(context, handler))
        try:
            async with asyncio.timeout(job.timeout_seconds):
                outcome = await handler
        except asyncio.CancelledError:
            if keeper.done() and not keeper.cancelled() and keeper.result() == "lost":
                telemetry.log().warning("job.lease_lost")
                return
            await asyncio.shield(self._finish(context, "queued", forgive=1))  # we are told to stop: give it back
            raise
        except LeaseLost:
            telemetry.log().warning("job.lease_lost")
            await self._finish(context, "done")  # nothing happens if it was this job's lease
        except (VibecaasError, TimeoutError, OSError) as error:
            await self._failed(job, context, error, retryable=not isinstance(error, VibecaasError) or error.retryable)
        except Exception as error:  # noqa: BLE001 - whatever a handler raises becomes a visible state
            await self._failed(job, context, error, retryable=True)
        else:
            if outcome is None:
                await self._finish(context, "done")
            else:
                await self._finish(context, "queued", delay_seconds=outcome.delay_seconds, forgive=1)
        finally:
            keeper.cancel()

    async def _keep_lease(self, context: JobContext, handler: "asyncio.Future[Again | None]") -> str:
        parameters = {"id": context.id, "fencing": context.fencing, "lease": self._lease_seconds}
        while True:
            await clock.sleep(self._lease_seconds / 3)
            with suppress(OSError):
                async with self._system.begin(None) as unit:
                    renewed = (await unit.session.execute(_RENEW, parameters)).one_or_none()
                if renewed is None:
                    handler.cancel()
                    return "lost"

    async def _failed(self, job: Job, context: JobContext, error: Exception, *, retryable: bool) -> None:
        telemetry.log().error("job.failed", error=repr(error), attempt=context.attempt, exc_info=error)
        if not retryable or context.attempt >= job.max_attempts:
            await self._end_dead(job, context, repr(error))
            return
        delay = min(60.0, 0.5 * 2**context.attempt) * (0.5 + random.random())  # noqa: S311 - jitter, not a secret
        await self._finish(context, "queued", delay_seconds=delay, error=repr(error))

    async def _end_dead(self, job: Job, context: JobContext, error: str) -> None:
        if job.on_dead is not None:
            await job.on_dead(context)
        await self._finish(context, "dead", error=error)

    async def _finish(
        self, context: JobContext, state: str, *, delay_seconds: float = 0, forgive: int = 0, error: str | None = None
    ) -> None:
        async with self._system.begin(None) as unit:
            await unit.session.execute(
                _FINISH,
                {
                    "id": context.id,
                    "fencing": context.fencing,
                    "state": state,
                    "delay": delay_seconds,
                    "forgive": forgive,
                    "error": error and error[:2000],
                },
            )
            await unit.session.execute(text(f"notify {NOTIFY_CHANNEL}"))
