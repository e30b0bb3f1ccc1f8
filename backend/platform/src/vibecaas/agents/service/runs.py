"""What people do with runs: start, read, approve, talk, stop."""

from typing import Any
from uuid import UUID

from vibecaas.agents.errors import QueueFull, RunInProgress
from vibecaas.agents.models import ACTIVE, MessageRow, RunRow, StepRow
from vibecaas.agents.ports import EvidenceStore
from vibecaas.agents.repository import AgentsRepository
from vibecaas.agents.schemas import Check, Message, Run, RunSummary, Step
from vibecaas.agents.schemas.plans import Plan, PlanUpdate
from vibecaas.agents.service import plans, views
from vibecaas.agents.service.notes import tell
from vibecaas.audit.service import AuditService
from vibecaas.kit import clock, ids, streams
from vibecaas.kit.db import Unit
from vibecaas.kit.errors import NotFound, StateConflict
from vibecaas.kit.jobs import enqueue
from vibecaas.kit.pagination import Page, page
from vibecaas.kit.preconditions import check_precondition
from vibecaas.projects.service import ProjectsService

ADVANCE = "agents.advance"
RUNS_LIMIT = 20
STOPPED = {"code": "cancelled_by_user", "message": "Stopped by a person."}
TERMINAL = ("succeeded", "failed", "cancelled", "capped")

STEPS = (
    ("plan", "Plan the app", "planning"),
    ("build", "Build it", "builder"),
    ("backend", "Extend the API", "backend"),
    ("frontend", "Polish the pages", "frontend"),
    ("ai_feature", "Add AI features", "ai_feature"),
    ("integrate", "Start the app", "integration"),
    ("test", "Check it", "testing"),
)
VERIFY_STEPS = STEPS[-2:]
"""What a run does that makes nothing and only checks the newest version."""
VERIFY_REQUEST = "Check the newest version."
BROWSER_HERE = "Chromium is here now: check the newest version in it, too."


class AgentsService:
    """Runs as people see them; the work itself is done by the engine."""

    def __init__(self, *, projects: ProjectsService, audit: AuditService, evidence: EvidenceStore) -> None:
        self._projects = projects
        self._audit = audit
        self._evidence = evidence

    async def start(self, unit: Unit, *, project_id: UUID, prompt: str, auto_approve: bool) -> Run:
        """Begin a run; RunInProgress while another goes on, QueueFull beyond the organization's limit."""
        await self._projects.get(unit, project_id=project_id)
        repository = AgentsRepository(unit)
        if await repository.active_run(project_id) is not None:
            raise RunInProgress("Say it to the run that goes on (POST /runs/{id}/messages), or stop that first.")
        summary = await self.begin(unit, project_id=project_id, prompt=prompt, auto_approve=auto_approve)
        return await self.get(unit, run_id=summary.id)

    async def verify(self, unit: Unit, *, project_id: UUID) -> Run:
        """Begin a run that checks the newest version and makes none; StateConflict if nothing is built yet."""
        await self._projects.get(unit, project_id=project_id)
        if await AgentsRepository(unit).active_run(project_id) is not None:
            raise RunInProgress("It checks what it makes; wait for it, or stop it first.")
        if (await self._projects.build_parents(project_id=project_id)).main is None:
            raise StateConflict("There is no app to check yet; ask for one.")
        summary = await self._begin(
            unit, project_id=project_id, prompt=VERIFY_REQUEST, auto_approve=True, mode="verify"
        )
        return await self.get(unit, run_id=summary.id)

    async def begin(
        self, unit: Unit, *, project_id: UUID, prompt: str, auto_approve: bool, caused_by: str | None = None
    ) -> RunSummary:
        """Store a run with its steps and queue the work; `caused_by` is the audit event that led to it."""
        return await self._begin(
            unit,
            project_id=project_id,
            prompt=prompt,
            auto_approve=auto_approve,
            mode="build",
            caused_by=caused_by,
        )

    async def verify_in_browser(self, unit: Unit, *, project_id: UUID) -> None:
        """Begin the checks that a run could not do for want of a browser."""
        await self._begin(unit, project_id=project_id, prompt=BROWSER_HERE, auto_approve=True, mode="verify")

    async def _begin(
        self, unit: Unit, *, project_id: UUID, prompt: str, auto_approve: bool, mode: str, caused_by: str | None = None
    ) -> RunSummary:
        repository = AgentsRepository(unit)
        if await repository.count_active() >= RUNS_LIMIT:
            raise QueueFull(f"At most {RUNS_LIMIT} runs may wait at a time.", headers={"Retry-After": "10"})
        row = RunRow(
            id=ids.new_uuid(),
            organization_id=unit.organization,
            project_id=project_id,
            created_by=unit.actor.id,
            prompt=prompt,
            mode=mode,
            status="queued",
            auto_approve=auto_approve,
        )
        steps = VERIFY_STEPS if mode == "verify" else STEPS
        await repository.add_run(row, [_step(row, *each) for each in enumerate(steps, 1)])
        await repository.add_message(
            MessageRow(
                id=ids.new_uuid(),
                organization_id=unit.organization,
                project_id=project_id,
                run_id=row.id,
                author="user" if mode == "build" else "system",
                text=prompt,
                status="seen",
            )
        )
        await tell(unit, self._projects, row, "run.queued")
        await enqueue(unit, ADVANCE, {"run_id": row.id})
        await self._audit.record(
            unit,
            action="run.created",
            target_type="run",
            target_id=row.id,
            changes={"auto_approve": auto_approve},
            caused_by=caused_by,
        )
        return views.run_summary(row)

    async def get(self, unit: Unit, *, run_id: UUID) -> Run:
        """Return a run with its steps and waiting messages."""
        row = await self._row(unit, run_id)
        repository = AgentsRepository(unit)
        return views.run(row, await repository.steps(run_id), await repository.queued_messages(run_id))

    async def list_runs(
        self, unit: Unit, *, project_id: UUID, limit: int, starting_after: UUID | None
    ) -> Page[RunSummary]:
        """Return a project's runs, newest first."""
        await self._projects.get(unit, project_id=project_id)
        found = await AgentsRepository(unit).runs(project_id, limit=limit, before=starting_after)
        url = f"/api/v1/projects/{ids.encode('prj', project_id)}/runs"
        last = found.rows[-1].id if found.rows else None
        data = [views.run_summary(row) for row in found.rows]
        return page(data, has_more=found.has_more, url=url, prefix="run", last_id=last)

    async def steps(self, unit: Unit, *, run_id: UUID) -> Page[Step]:
        """Return the steps of a run."""
        await self._row(unit, run_id)
        data = [views.step(row) for row in await AgentsRepository(unit).steps(run_id)]
        url = f"/api/v1/runs/{ids.encode('run', run_id)}/steps"
        return page(data, has_more=False, url=url, prefix="stp", last_id=None)

    async def checks(self, unit: Unit, *, run_id: UUID) -> Page[Check]:
        """Return what the checks of a run found."""
        await self._row(unit, run_id)
        data = [views.check(row) for row in await AgentsRepository(unit).checks(run_id)]
        url = f"/api/v1/runs/{ids.encode('run', run_id)}/checks"
        return page(data, has_more=False, url=url, prefix="chk", last_id=None)

    async def evidence(self, unit: Unit, *, check_id: UUID) -> bytes:
        """Return the screenshot of a check."""
        row = await AgentsRepository(unit).check(check_id)
        content = await self._evidence.get(row.evidence_key) if row and row.evidence_key else None
        if content is None:
            raise NotFound
        return content

    async def plan(self, unit: Unit, *, run_id: UUID) -> Plan:
        """Return the plan of a run; NotFound while there is none."""
        row, stored = await self._planned(unit, run_id)
        return plans.show(row, stored)

    async def edit_plan(
        self, unit: Unit, *, run_id: UUID, update: PlanUpdate, if_match: str | None, dry_run: bool
    ) -> Plan:
        """Change the spec before approval, or only show what that would give; SpecInvalid says what does not fit."""
        row, stored = await self._planned(unit, run_id, lock=not dry_run)
        check_precondition(if_match, plans.etag(row), required=True)
        if row.status != "awaiting_approval":
            raise StateConflict("A plan can be edited while it waits for approval.")
        edited = plans.edit(stored, update)
        if not dry_run:
            row.plan = edited
            row.plan_revision += 1
            await self._audit.record(unit, action="plan.edited", target_type="run", target_id=run_id, changes={})
        return plans.show(row, edited)

    async def approve(self, unit: Unit, *, run_id: UUID, if_match: str | None) -> Run:
        """Go on with the plan as it stands; with If-Match only if it is the one that was read."""
        row = await self._awaiting(unit, run_id)
        check_precondition(if_match, plans.etag(row), required=False)
        row.plan_status = "approved"
        row.status = "building"
        await streams.append(unit, run_id, "plan.approved", {"plan": {"status": "approved"}})
        await tell(unit, self._projects, row, "run.building")
        await enqueue(unit, ADVANCE, {"run_id": run_id})
        await self._audit.record(unit, action="plan.approved", target_type="run", target_id=run_id, changes={})
        return await self.get(unit, run_id=run_id)

    async def reject(self, unit: Unit, *, run_id: UUID, reason: str) -> Run:
        """Stop here; nothing is built."""
        row = await self._awaiting(unit, run_id)
        row.plan_status = "rejected"
        await streams.append(unit, run_id, "plan.rejected", {"plan": {"status": "rejected"}})
        message = reason or "The plan was not what was meant."
        await self._end(unit, row, "cancelled", {"code": "plan_rejected", "message": message})
        await self._audit.record(unit, action="plan.rejected", target_type="run", target_id=run_id, changes={})
        return await self.get(unit, run_id=run_id)

    async def cancel(self, unit: Unit, *, run_id: UUID) -> Run:
        """Stop a run; what is committed and the machine stay. A run that has ended stays as it is."""
        row = await self._row(unit, run_id, lock=True)
        if row.status in ACTIVE:
            row.cancel_requested_at = row.cancel_requested_at or clock.now()
            if row.status in {"queued", "awaiting_approval"}:
                await self._end(
                    unit, row, "cancelled", {"code": "cancelled_by_user", "message": "Stopped by a person."}
                )
            else:
                await enqueue(unit, ADVANCE, {"run_id": run_id})
            await self._audit.record(unit, action="run.cancelled", target_type="run", target_id=run_id, changes={})
        return await self.get(unit, run_id=run_id)

    async def say(self, unit: Unit, *, run_id: UUID, text: str) -> Message:
        """Queue a message; the run reads it when it is done, as a follow-up."""
        row = await self._row(unit, run_id, lock=True)
        if row.status not in ACTIVE:
            raise StateConflict("This run has ended; start another one with what you want.")
        message = MessageRow(
            id=ids.new_uuid(),
            organization_id=unit.organization,
            project_id=row.project_id,
            run_id=run_id,
            author="user",
            text=text,
            status="queued",
        )
        await AgentsRepository(unit).add_message(message)
        await self._audit.record(unit, action="run.message_added", target_type="run", target_id=run_id, changes={})
        return views.message(message)

    async def messages(self, unit: Unit, *, project_id: UUID, limit: int, starting_after: UUID | None) -> Page[Message]:
        """Return the conversation of a project, newest first."""
        await self._projects.get(unit, project_id=project_id)
        found = await AgentsRepository(unit).messages(project_id, limit=limit, before=starting_after)
        url = f"/api/v1/projects/{ids.encode('prj', project_id)}/messages"
        last = found.rows[-1].id if found.rows else None
        data = [views.message(row) for row in found.rows]
        return page(data, has_more=found.has_more, url=url, prefix="msg", last_id=last)

    async def _row(self, unit: Unit, run_id: UUID, *, lock: bool = False) -> RunRow:
        row = await AgentsRepository(unit).run(run_id, lock=lock)
        if row is None:
            raise NotFound
        await self._projects.get(unit, project_id=row.project_id)  # what lies in the bin is not there
        return row

    async def _planned(self, unit: Unit, run_id: UUID, *, lock: bool = False) -> tuple[RunRow, dict[str, Any]]:
        row = await self._row(unit, run_id, lock=lock)
        if row.plan is None:
            raise NotFound("This run has no plan yet.")
        return row, row.plan

    async def _awaiting(self, unit: Unit, run_id: UUID) -> RunRow:
        row = await self._row(unit, run_id, lock=True)
        if row.status != "awaiting_approval":
            raise StateConflict(f"The run is {row.status}; only a plan that waits can be approved or rejected.")
        return row

    async def _end(self, unit: Unit, row: RunRow, status: str, reason: dict[str, Any]) -> None:
        row.status, row.reason, row.finished_at = status, reason, clock.now()
        for step in await AgentsRepository(unit).steps(row.id):
            if step.status == "pending":
                step.status = "skipped"
                step.reason = {"code": "upstream_failed", "message": "The run ended before this step."}
        await tell(unit, self._projects, row, f"run.{status}")


def _step(run: RunRow, position: int, what: tuple[str, str, str]) -> StepRow:
    kind, title, role = what
    return StepRow(
        id=ids.new_uuid(),
        organization_id=run.organization_id,
        run_id=run.id,
        position=position,
        kind=kind,
        title=title,
        role=role,
        status="pending",
    )
