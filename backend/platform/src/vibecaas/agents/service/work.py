"""The steps that make something: plan the app, build it, start it."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from appbuilder.compiler import compile_app
from appbuilder.spec import AppSpec
from appbuilder.templates import TEMPLATES
from vibecaas.agents.ports import HttpChecker, Target
from vibecaas.agents.repository import AgentsRepository
from vibecaas.agents.service import plans
from vibecaas.agents.service.notes import tell
from vibecaas.kit import faults, ids, streams
from vibecaas.kit.errors import StateConflict
from vibecaas.microvms.service import MicrovmsService
from vibecaas.projects.schemas import FileContent, Parents, PreparedBuild
from vibecaas.projects.service import ProjectsService

if TYPE_CHECKING:
    from vibecaas.agents.service.engine import RunSession

BUILDER_ATTEMPTS = 3
OUTSIDE_SECONDS = 15.0


class StepFailed(Exception):
    """A step came to an end that is not good; code and words are for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class StepSkipped(Exception):
    """A step that cannot or need not be done here."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Waits(Exception):
    """The run waits for a person."""


def built_files(spec: AppSpec) -> dict[str, FileContent]:
    """Return what the builder makes of a spec."""
    return {
        path: FileContent(content=file.content, executable=file.executable) for path, file in compile_app(spec).items()
    }


class Builder:
    """Plans, builds and starts apps without any model."""

    def __init__(self, *, projects: ProjectsService, microvms: MicrovmsService, http: HttpChecker) -> None:
        self._projects = projects
        self._microvms = microvms
        self._http = http

    async def plan(self, session: "RunSession", _step_id: UUID) -> None:
        """Turn the request into a spec; Waits for approval unless the run approves itself."""
        async with session.write() as (unit, run):
            stored, prompt = run.plan, run.prompt
            project = await self._projects.get(unit, project_id=session.project_id)
        if stored is None:
            current = await self._projects.read_file(project_id=session.project_id, path=plans.SPEC_PATH)
            try:
                text = current.decode() if current is not None else None
                stored = plans.make_plan(prompt, text, project.template)
            except plans.NotUnderstood as error:
                raise StepFailed("request_not_understood", str(error)) from error
            except ValueError as error:
                message = f"{plans.SPEC_PATH} was edited and does not describe an app any more: {error}"
                raise StepFailed("request_not_understood", message) from error
            await self._propose(session, stored)
        async with session.write() as (unit, run):
            if run.auto_approve and run.plan_status == "proposed":
                run.plan_status = "approved"
                await streams.append(unit, run.id, "plan.approved", {"plan": {"status": "approved"}})
            if run.plan_status != "approved":
                run.status = "awaiting_approval"
                await tell(unit, self._projects, run, "run.awaiting_approval")
                waits = True
            else:
                waits = False
        if waits:
            raise Waits

    async def _propose(self, session: "RunSession", stored: dict[str, Any]) -> None:
        async with session.write() as (unit, run):
            run.plan, run.plan_status, run.plan_revision = stored, "proposed", 1
            shown = {"plan": {"status": "proposed", "summary": stored["summary"]}}
            await streams.append(unit, run.id, "plan.proposed", shown)

    async def build(self, session: "RunSession", step_id: UUID) -> None:
        """Compile the spec and merge it into what people made of the app: one commit, whose hash is known before."""
        async with session.write() as (_unit, run):
            spec = AppSpec.model_validate((run.plan or {})["spec"])
            summary = (run.plan or {})["summary"]
        files = built_files(spec)
        for attempt in range(1, BUILDER_ATTEMPTS + 1):
            prepared = await self._prepare(session, step_id, files, summary)
            try:
                await self._publish(session, step_id, prepared, summary)
            except StateConflict:  # a person saved a file meanwhile: merge again, on top of that
                if attempt == BUILDER_ATTEMPTS:
                    raise
                async with session.write() as (unit, _run):
                    step = await AgentsRepository(unit).step(step_id)
                    step.parents = None
            else:
                return

    async def _prepare(
        self, session: "RunSession", step_id: UUID, files: dict[str, FileContent], summary: str
    ) -> PreparedBuild:
        parents = await self._projects.build_parents(project_id=session.project_id)
        async with session.write() as (unit, _run):
            step = await AgentsRepository(unit).step(step_id)
            if step.parents is None:
                step.parents = {"base": parents.base, "main": parents.main}
            parents = Parents.model_validate(step.parents)
            at = step.started_at
        if at is None:
            raise RuntimeError("a step that runs has begun")
        prepared = await self._projects.prepare_build(
            project_id=session.project_id,
            files=files,
            parents=parents,
            message=_commit_message(session, step_id, summary),
            at=at,
        )
        async with session.write() as (unit, _run):
            (await AgentsRepository(unit).step(step_id)).intended_commit = prepared.main_commit
        return prepared

    async def _publish(self, session: "RunSession", step_id: UUID, prepared: PreparedBuild, summary: str) -> None:
        async with session.write() as (unit, _run):
            step = await AgentsRepository(unit).step(step_id)
            parents = Parents.model_validate(step.parents)
        faults.point("step.before_commit")
        await self._projects.publish_build(project_id=session.project_id, parents=parents, prepared=prepared)
        faults.point("step.after_commit")
        async with session.write() as (unit, run):
            version = await self._projects.record_version(
                unit,
                project_id=session.project_id,
                commit=prepared.main_commit,
                kind="build",
                run_id=run.id,
                message=summary,
                author="VibeCaaS",
            )
            step = await AgentsRepository(unit).step(step_id)
            template = AppSpec.model_validate((run.plan or {})["spec"]).template
            await self._projects.note_template(unit, project_id=session.project_id, template=template)
            step.commit, step.version_id = prepared.main_commit, version.id
            outside = ids.encode("ver", version.id)
            made = {"version_id": outside, "commit": prepared.main_commit, "message": summary}
            await streams.append(unit, run.id, "file.changed", {"paths": list(prepared.changed_paths)[:200]})
            await streams.append(unit, run.id, "commit.created", {**made, "conflicts": list(prepared.conflicts)})

    async def integrate(self, session: "RunSession", step_id: UUID) -> None:
        """Start the app in its machine and wait until it answers from outside; keeps which commit that is."""
        parents = await self._projects.build_parents(project_id=session.project_id)
        async with session.write() as (unit, _run):
            (await AgentsRepository(unit).step(step_id)).parents = parents.model_dump()
            project = await self._projects.get(unit, project_id=session.project_id)
            await self._microvms.ensure_preview(unit, project=project)
        preview = await self._microvms.bring_up(
            session.units, organization_id=session.organization_id, project_id=session.project_id
        )
        async with session.write() as (unit, _run):
            target = await self._microvms.check_target(unit, project_id=session.project_id)
        health_path = TEMPLATES[project.template].health_path
        is_ready = preview.status == "ready" and await self._http.answers(
            Target.model_validate(target.model_dump()), path=health_path, within_seconds=OUTSIDE_SECONDS
        )
        async with session.write() as (unit, run):
            type_ = "preview.ready" if is_ready else "preview.failed"
            await streams.append(unit, run.id, type_, {"preview": preview.model_dump(mode="json")})
        if not is_ready:
            code, message = "sandbox_lost", "The app runs, but its address does not answer; see the edge's log."
            if preview.status != "ready":
                message = "The app did not start."
            reason = preview.reason
            raise StepFailed(reason.code if reason else code, reason.message if reason else message)


def _commit_message(session: "RunSession", step_id: UUID, summary: str) -> str:
    run, step = ids.encode("run", session.run_id), ids.encode("stp", step_id)
    return f"{summary}\n\nRun: {run}\nStep: {step}\n"
