"""The run engine: takes a run, does its steps one after another, ends it; survives being killed anywhere."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from vibecaas.agents.events import RunFinished
from vibecaas.agents.models import ACTIVE, RunRow, StepRow
from vibecaas.agents.repository import AgentsRepository
from vibecaas.agents.service.notes import tell, tell_step
from vibecaas.agents.service.runs import STOPPED, AgentsService
from vibecaas.agents.service.verify import Verifier
from vibecaas.agents.service.work import Builder, StepFailed, StepSkipped, Waits
from vibecaas.kit import clock, telemetry
from vibecaas.kit.db import Actor, Unit, Units
from vibecaas.kit.events import Events
from vibecaas.kit.jobs import Again, LeaseLost
from vibecaas.projects.service import ProjectsService

PULSE_SECONDS = 0.5
YIELD_AFTER_SECONDS = 400.0
_STATUS_OF = {"plan": "planning", "build": "building", "integrate": "building", "test": "verifying"}
_SKIPS = {
    "backend": ("no_model", "No model is configured; the builder's API stands as it is."),
    "frontend": ("no_model", "No model is configured; the builder's pages stand as they are."),
    "ai_feature": ("not_needed", "The request asks for no AI feature."),
}


@dataclass
class RunSession:
    """One worker's hold on a run: every write checks that nobody else has taken it since."""

    units: Units
    organization_id: UUID
    run_id: UUID
    project_id: UUID
    actor: Actor
    ticket: int

    @asynccontextmanager
    async def write(self) -> AsyncIterator[tuple[Unit, RunRow]]:
        """Open a transaction with the run locked; LeaseLost if somebody else works on it now."""
        async with self.units.begin(self.organization_id, self.actor) as unit:
            row = await AgentsRepository(unit).run(self.run_id, lock=True)
            if row is None or row.fencing != self.ticket:
                raise LeaseLost
            yield unit, row


class RunEngine:
    """Advances runs; called by the job `agents.advance`."""

    def __init__(
        self, *, projects: ProjectsService, builder: Builder, verifier: Verifier, agents: AgentsService, events: Events
    ) -> None:
        self._projects = projects
        self._agents = agents
        self._events = events
        self._steps = {
            "plan": builder.plan,
            "build": builder.build,
            "integrate": builder.integrate,
            "test": verifier.test,
        }

    async def advance(self, units: Units, *, organization_id: UUID, run_id: UUID) -> Again | None:
        """Work on a run until it ends, waits for a person, or has had its time."""
        session = await self._take(units, organization_id, run_id)
        if session is None:
            return None
        with telemetry.context(run_id=str(run_id)):
            work = asyncio.ensure_future(self._work(session))
            try:
                return await self._accompany(session, work)
            finally:
                work.cancel()
                await asyncio.wait([work])

    async def give_up(self, units: Units, *, organization_id: UUID, run_id: UUID) -> None:
        """End a run whose job failed too often."""
        session = await self._take(units, organization_id, run_id)
        if session is not None:
            message = "This run failed repeatedly on our side; the operator finds the cause in the worker's log."
            await self._end(session, "failed", {"code": "internal_error", "message": message})

    async def _take(self, units: Units, organization_id: UUID, run_id: UUID) -> RunSession | None:
        async with units.begin(organization_id) as unit:
            repository = AgentsRepository(unit)
            ticket = await repository.take(run_id)
            row = await repository.run(run_id, lock=True)
            if row is None or ticket is None or row.status not in ACTIVE or row.status == "awaiting_approval":
                return None
            actor = Actor(type="agent", id=row.created_by, via="agent")
            return RunSession(units, organization_id, run_id, row.project_id, actor, ticket)

    async def _accompany(self, session: RunSession, work: "asyncio.Future[bool]") -> Again | None:
        """Let the work go on while the run is ours and nobody wants it to stop."""
        started = clock.monotonic_seconds()
        while True:
            async with session.units.begin(session.organization_id) as unit:
                fencing, stop = await AgentsRepository(unit).pulse(session.run_id)
            if fencing != session.ticket:
                raise LeaseLost
            if stop:
                work.cancel()
                await asyncio.wait([work])
                await self._end(session, "cancelled", STOPPED)
                return None
            await asyncio.wait([work], timeout=PULSE_SECONDS)
            if work.done():
                return Again() if work.result() else None
            if clock.monotonic_seconds() - started > YIELD_AFTER_SECONDS:
                return Again()

    async def _work(self, session: RunSession) -> bool:
        """Do the steps; return whether the run was waiting for itself (never, today)."""
        while (step := await self._next(session)) is not None:
            try:
                await self._step(session, step)
            except Waits:
                return False
            except StepFailed as failure:
                await self._fail(session, step.id, failure)
                return False
        await self._end(session, "succeeded", {"code": "completed", "message": await self._verdict(session)})
        return False

    async def _verdict(self, session: RunSession) -> str:
        """Say what was proven, and what was not looked at."""
        async with session.write() as (unit, _run):
            checks = await AgentsRepository(unit).checks(session.run_id)
            is_judged = await self._projects.was_judged_by(unit, project_id=session.project_id, run_id=session.run_id)
        skipped = [check for check in checks if check.status == "skipped"]
        if skipped:
            return (
                f"{len(checks) - len(skipped)} checks hold; {len(skipped)} browser checks were skipped, since there is"
                " no Chromium on this machine (yet). Until they hold, too, the version is not publishable."
            )
        held = f"All {len(checks)} checks hold"
        if not is_judged:
            return f"{held}, but files were saved meanwhile. Check the newest version before you publish it."
        return f"{held}. This version can be published."

    async def _next(self, session: RunSession) -> StepRow | None:
        async with session.write() as (unit, run):
            for step in await AgentsRepository(unit).steps(session.run_id):
                if step.status in {"committed", "skipped"}:
                    continue
                await self._begin(unit, run, step, session.ticket)
                return step
        return None

    async def _begin(self, unit: Unit, run: RunRow, step: StepRow, ticket: int) -> None:
        if step.status == "running":
            await tell_step(unit, step, "step.interrupted")
        step.status, step.fencing, step.attempt = "running", ticket, step.attempt + 1
        step.started_at = step.started_at or clock.now()  # kept: a repeated step makes the same commit
        status = _STATUS_OF.get(step.kind, run.status)
        if status != run.status:
            run.status = status
            await tell(unit, self._projects, run, f"run.{status}")
        await tell_step(unit, step, "step.started")

    async def _step(self, session: RunSession, step: StepRow) -> None:
        if step.kind in _SKIPS:
            await self._close(session, step.id, "skipped", _SKIPS[step.kind])
            return
        try:
            await self._steps[step.kind](session, step.id)
        except StepSkipped as skip:
            await self._close(session, step.id, "skipped", (skip.code, skip.message))
            return
        await self._close(session, step.id, "committed", None)

    async def _close(self, session: RunSession, step_id: UUID, status: str, reason: tuple[str, str] | None) -> None:
        async with session.write() as (unit, _run):
            step = await AgentsRepository(unit).step(step_id)
            step.status, step.finished_at = status, clock.now()
            step.reason = {"code": reason[0], "message": reason[1]} if reason else None
            await tell_step(unit, step, f"step.{status}")

    async def _fail(self, session: RunSession, step_id: UUID, failure: StepFailed) -> None:
        reason = {"code": failure.code, "message": failure.message}
        async with session.write() as (unit, _run):
            step = await AgentsRepository(unit).step(step_id)
            step.status, step.finished_at, step.reason = "failed", clock.now(), reason
            await tell_step(unit, step, "step.failed")
        await self._end(session, "failed", reason)

    async def _end(self, session: RunSession, status: str, reason: dict[str, Any]) -> None:
        built = (await self._projects.build_parents(project_id=session.project_id)).main is not None
        async with session.write() as (unit, run):
            repository = AgentsRepository(unit)
            run.status, run.reason, run.finished_at = status, reason, clock.now()
            for step in await repository.steps(session.run_id):
                if step.status == "running":
                    step.status, step.finished_at = "interrupted", clock.now()
                    await tell_step(unit, step, "step.interrupted")
                elif step.status == "pending":
                    step.status = "skipped"
                    step.reason = {"code": "upstream_failed", "message": "An earlier step did not end well."}
                    await tell_step(unit, step, "step.skipped")
            await tell(unit, self._projects, run, f"run.{status}", built=built)
            await self._events.announce(unit, RunFinished(run_id=run.id, project_id=run.project_id, status=status))
            await self._answer_messages(unit, run)

    async def _answer_messages(self, unit: Unit, run: RunRow) -> None:
        """What was said meanwhile becomes the next run."""
        waiting = await AgentsRepository(unit).queued_messages(run.id)
        if not waiting or run.status == "cancelled":
            return
        for message in waiting:
            message.status = "seen"
        prompt = "\n".join(message.text for message in waiting)
        await self._agents.begin(unit, project_id=run.project_id, prompt=prompt[:20_000], auto_approve=run.auto_approve)
