"""Machines: rows first, then the host, then what came of it; each start has a generation, late outcomes are refused."""

from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

from vibecaas.audit.service import AuditService
from vibecaas.kit import ids
from vibecaas.kit.db import Unit, Units, advisory_lock
from vibecaas.kit.errors import AlreadyExists, DependencyUnavailable, NotFound, VibecaasError
from vibecaas.kit.jobs import enqueue
from vibecaas.kit.pagination import Slice
from vibecaas.microvms.errors import CapabilityUnsupported
from vibecaas.microvms.models import MicroVmRow, PreviewRow
from vibecaas.microvms.ports import VmHost
from vibecaas.microvms.repository import MicrovmsRepository
from vibecaas.microvms.schemas import (
    APP_PORT,
    CheckTarget,
    CommandResult,
    EdgeAddress,
    HostMachine,
    MachineWish,
    MicroVM,
    MicroVmCreate,
    Preview,
)
from vibecaas.microvms.service import views
from vibecaas.microvms.service.starting import await_other_start, start_as_newest
from vibecaas.microvms.service.tokens import CHECKER, COOKIE_NAME, CookieSigner
from vibecaas.projects.events import ProjectDeleted
from vibecaas.projects.schemas import Project
from vibecaas.projects.service import ProjectsService

WAKE_JOB = "microvms.wake"
APP_START_SECONDS = 60.0
PUSHES = 3
SANDBOX = "sandbox"


class MicrovmsService:
    """The development machines of an organization's projects, and the only way to them."""

    def __init__(
        self,
        *,
        host: VmHost,
        projects: ProjectsService,
        audit: AuditService,
        edge: EdgeAddress,
        cookies: CookieSigner,
        previews_public: bool,
        all_drivers: bool,
    ) -> None:
        self._host = host
        self._projects = projects
        self._audit = audit
        self._edge = edge
        self._cookies = cookies
        self._visibility = "public" if previews_public else "private"
        self._all_drivers = all_drivers

    async def list(
        self, unit: Unit, *, after: UUID | None, limit: int, project_id: UUID | None, status: str | None
    ) -> Slice[MicroVM]:
        """Return machines, newest first."""
        found = _repository(unit)
        rows = await found.machines(after=after, limit=limit, project_id=project_id, status=status)
        hosts = await found.hosts_of([row.project_id for row in rows.rows])
        page = Slice([views.machine(row, hosts.get(row.project_id), self._edge) for row in rows.rows], limit)
        page.has_more = rows.has_more
        return page

    async def get(self, unit: Unit, *, machine_id: UUID) -> MicroVM:
        """Return a machine."""
        row = await _repository(unit).machine(machine_id)
        if row is None:
            raise NotFound("There is no such microVM.")
        return await self._shown(unit, row)

    async def create(self, unit: Unit, *, wanted: MicroVmCreate) -> MicroVM:
        """Make a machine for a project that has none, and start it; AlreadyExists if it has one."""
        project = await self._projects.get(unit, project_id=wanted.project_id)
        await advisory_lock(unit, f"microvm:{wanted.project_id}")
        if await _repository(unit).machine_of(wanted.project_id) is not None:
            raise AlreadyExists("This project has a microVM already; delete it first, or use it.")
        row = await self._ensure_machine(unit, wanted, project.template, None)
        await self._ensure_preview(unit, wanted.project_id, project.slug, caused_by="microvm.created")
        await enqueue(unit, WAKE_JOB, {"project_id": wanted.project_id})
        return await self._shown(unit, row)

    async def delete(self, unit: Unit, *, machine_id: UUID) -> None:
        """Stop and erase a machine; files live on as versions, the data volume as it is."""
        machines = _repository(unit)
        row = await machines.machine(machine_id)
        if row is None:
            raise NotFound("There is no such microVM.")
        await machines.forget_machine(row.project_id)
        reason = {"code": "user", "message": "Its microVM was deleted. Start the preview again to make a new one."}
        await machines.record_preview(row.project_id, status="stopped", reason=reason)
        await self.note(unit, row.project_id)
        await enqueue(unit, "microvms.release", {"project_id": row.project_id})
        await self._audit.record(unit, action="microvm.deleted", target_type="microvm", target_id=machine_id)

    async def ensure_preview(self, unit: Unit, *, project: Project) -> Preview:
        """Return the project's preview, made if there is none, with a machine of its template. Rows only."""
        await advisory_lock(unit, f"microvm:{project.id}")
        cause = None if await _repository(unit).preview_of(project.id) else "preview.created"
        await self._ensure_machine(unit, MicroVmCreate(project_id=project.id), project.template, cause)
        return await self._ensure_preview(unit, project.id, project.slug)

    async def preview_of(self, unit: Unit, *, project_id: UUID) -> Preview | None:
        """Return the project's preview, None if it has none."""
        row = await _repository(unit).preview_of(project_id)
        return views.preview(row, self._edge) if row else None

    async def request_start(self, unit: Unit, *, project_id: UUID) -> None:
        """Have the machine started (again) after this transaction, with the newest files."""
        await _repository(unit).record_preview(project_id, status="starting", reason=None)
        await enqueue(unit, WAKE_JOB, {"project_id": project_id})

    async def bring_up(
        self, units: Units, *, organization_id: UUID, project_id: UUID, revision: str = "main"
    ) -> Preview:
        """Run the machine with these files and wait for the app; the answer says how it stands, and why.

        Raises only what is worth another attempt (DependencyUnavailable and the like).
        """
        async with units.begin(organization_id) as unit:
            generation, wish = await self._begin_start(unit, project_id)
        try:
            machine = await start_as_newest(
                lambda: self._start(project_id, wish, revision),
                lambda: self._is_newest(units, organization_id, project_id, generation),
            )
        except VibecaasError as error:
            async with units.begin(organization_id) as unit:
                preview = await self._record_failure(unit, project_id, generation, error)
            if error.retryable:
                raise
            return preview
        async with units.begin(organization_id) as unit:
            if await self.record(unit, project_id=project_id, generation=generation, machine=machine):
                return await self._preview(unit, project_id)
        return await await_other_start(lambda: self._show(units, organization_id, project_id))

    async def record(self, unit: Unit, *, project_id: UUID, generation: int | None, machine: HostMachine) -> bool:
        """Write down how a machine stands; False if a later start has begun meanwhile."""
        machines = _repository(unit)
        status, reason = views.app_state(machine)
        current = await machines.record_machine(
            project_id,
            generation=generation,
            status=machine.status,
            upstream=machine.upstream,
            driver=machine.driver,
            isolation=machine.isolation,
            reason=machine.reason.model_dump() if machine.reason else None,
        )
        if current:
            await machines.record_preview(project_id, status=status, reason=reason)
            await self.note(unit, project_id)
        return current

    async def note(self, unit: Unit, project_id: UUID) -> None:
        """Show the preview in its project."""
        preview = await self.preview_of(unit, project_id=project_id)
        await self._projects.note_preview(
            unit, project_id=project_id, preview=preview.model_dump(mode="json") if preview else None
        )

    async def run_command(
        self,
        *,
        organization_id: UUID,  # noqa: ARG002 - the caller names whose machine it uses; hosts of their own need it
        project_id: UUID,
        argv: Sequence[str],
        timeout_seconds: float,
        on_output: Callable[[str], Awaitable[None]] | None = None,
    ) -> CommandResult:
        """Run a command in the project's workspace, inside its machine."""
        name = views.machine_name(project_id)
        return await self._host.execute(name, argv, timeout_seconds=timeout_seconds, on_output=on_output)

    async def check_target(self, unit: Unit, *, project_id: UUID) -> CheckTarget:
        """Return how the running app is reached by checks; a private one with a cookie for the platform itself."""
        row = await _repository(unit).preview_of(project_id)
        if row is None:
            raise NotFound("This project has no preview.")
        value = self._cookies.sign(host=row.host, user_id=CHECKER)
        cookie = f"{COOKIE_NAME}={value}" if row.visibility == "private" else None
        return CheckTarget(host=row.host, address=self._edge.dial_address, port=self._edge.dial_port, cookie=cookie)

    async def project_deleted(self, unit: Unit, event: ProjectDeleted) -> None:
        """Forget machine and preview of a deleted project at once; its data volume waits in the bin with it."""
        await _repository(unit).forget_machine(event.project_id)
        await _repository(unit).forget_preview(event.project_id)

    async def files_changed(self, unit: Unit, *, project_id: UUID) -> bool:
        """Tell whether a machine runs that has to follow a change of files."""
        row = await _repository(unit).machine_of(project_id)
        return row is not None and row.desired == "running" and row.status in {"running", "starting", "failed"}

    async def release(self, unit: Unit, *, project_id: UUID) -> bool:
        """Tell whether the machine on the host belongs to nobody any more."""
        return await _repository(unit).machine_of(project_id) is None

    async def destroy(self, *, project_id: UUID, with_data: bool) -> None:
        """Erase the machine on its host, and the data volume if that is wanted."""
        name = views.machine_name(project_id)
        await self._host.destroy(name)
        if with_data:
            await self._host.erase_volume(name)

    async def _begin_start(self, unit: Unit, project_id: UUID) -> tuple[int, MachineWish]:
        project = await self._projects.get(unit, project_id=project_id)
        await self.ensure_preview(unit, project=project)
        machines = _repository(unit)
        generation = await machines.begin_start(project_id, template=project.template)
        row = await machines.machine_of(project_id)
        if row is None or generation is None:
            raise NotFound("This project has no microVM.")
        await machines.record_preview(project_id, status="starting", reason=None)
        await self.note(unit, project_id)
        volume = views.machine_name(project_id)
        return generation, MachineWish(template=row.template, volume=volume, vcpus=row.vcpus, memory_mib=row.memory_mib)

    async def _start(self, project_id: UUID, wish: MachineWish, revision: str) -> HostMachine:
        machine = await self._host.run(name := views.machine_name(project_id), wish)
        if machine.driver != SANDBOX and not self._all_drivers:
            await self._host.stop(name)
            raise CapabilityUnsupported("MicroVM drivers beyond the sandbox are switched off (FEATURE_MICROVM).")
        pushed = None
        for _ in range(PUSHES):  # again if somebody saved a file meanwhile
            parents = await self._projects.build_parents(project_id=project_id)
            commit = parents.main if revision == "main" else revision
            if commit is None or commit == pushed:
                break
            await self._host.push(name, await self._projects.workspace_tar(project_id=project_id, revision=commit))
            machine, pushed = await self._host.restart_app(name, timeout_seconds=APP_START_SECONDS), commit
        return machine

    async def _record_failure(self, unit: Unit, project_id: UUID, generation: int, error: VibecaasError) -> Preview:
        code = "host_lost" if isinstance(error, DependencyUnavailable) else "start_failed"
        reason, machines = {"code": code, "message": error.detail}, _repository(unit)
        if await machines.record_machine(project_id, generation=generation, status="failed", reason=reason):
            await machines.record_preview(project_id, status="failed", reason=reason)
            await self.note(unit, project_id)
        return await self._preview(unit, project_id)

    async def _is_newest(self, units: Units, organization_id: UUID, project_id: UUID, generation: int) -> bool:
        async with units.begin(organization_id) as unit:
            row = await _repository(unit).machine_of(project_id)
        return row is not None and row.generation == generation

    async def _show(self, units: Units, organization_id: UUID, project_id: UUID) -> Preview:
        async with units.begin(organization_id) as unit:
            return await self._preview(unit, project_id)

    async def _preview(self, unit: Unit, project_id: UUID) -> Preview:
        if (preview := await self.preview_of(unit, project_id=project_id)) is None:
            raise NotFound("This project was deleted meanwhile.")
        return preview

    async def _shown(self, unit: Unit, row: MicroVmRow) -> MicroVM:
        preview = await _repository(unit).preview_of(row.project_id)
        return views.machine(row, preview.host if preview else None, self._edge)

    async def _ensure_machine(self, unit: Unit, wanted: MicroVmCreate, template: str, cause: str | None) -> MicroVmRow:
        machines = _repository(unit)
        row = await machines.machine_of(wanted.project_id)
        if row is None:
            row = MicroVmRow(id=ids.new_uuid(), template=template, **wanted.sized(template))
            await machines.add(row)
            await self._audit.record(
                unit, action="microvm.created", target_type="microvm", target_id=row.id, caused_by=cause
            )
        return row

    async def _ensure_preview(self, unit: Unit, project_id: UUID, name: str, caused_by: str | None = None) -> Preview:
        machines = _repository(unit)
        row = await machines.preview_of(project_id)
        if row is None:
            row = PreviewRow(
                id=ids.new_uuid(),
                project_id=project_id,
                host=views.preview_host(name, self._edge.suffix),
                port=APP_PORT,
                visibility=self._visibility,
                status="starting",
            )
            await machines.add(row)
            await self._audit.record(
                unit, action="preview.created", target_type="preview", target_id=row.id, caused_by=caused_by
            )
            await self.note(unit, project_id)
        return views.preview(row, self._edge)


def _repository(unit: Unit) -> MicrovmsRepository:
    return MicrovmsRepository(unit.session, organization_id=unit.organization)
