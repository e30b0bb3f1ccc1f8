"""Brings what runs and what should run together, again and again."""

from vibecaas.kit import telemetry
from vibecaas.kit.db import Unit, Units
from vibecaas.kit.errors import DependencyUnavailable
from vibecaas.microvms.ports import VmHost
from vibecaas.microvms.repository import EdgeRepository, MicrovmsRepository, Wanted
from vibecaas.microvms.schemas import HostMachine
from vibecaas.microvms.service.machines import MicrovmsService
from vibecaas.microvms.service.views import machine_name

_HOST_LOST = {"code": "host_lost", "message": "The machine is gone from its host; it starts again when it is opened."}


class Reconciler:
    """Compares all organizations' wanted machines with the host's; sees them on the system role."""

    def __init__(self, *, system: Units, app: Units, host: VmHost, microvms: MicrovmsService) -> None:
        self._system = system
        self._app = app
        self._host = host
        self._microvms = microvms

    async def run(self) -> int:
        """Do it once; return how many machines were corrected. A host that does not answer changes nothing."""
        try:
            found = {machine.name: machine for machine in await self._host.machines()}
        except DependencyUnavailable as error:
            telemetry.log().warning("microvms.host_silent", detail=error.detail)
            return 0
        async with self._system.begin(None) as unit:
            wanted = await EdgeRepository(unit.session, scope="all organizations").wanted()
        corrected = 0
        for one in wanted:
            if not one.starting_lately:
                async with self._app.begin(one.organization_id) as unit:
                    corrected += await self._correct(unit, one, found.get(machine_name(one.project_id)))
        return corrected

    async def _correct(self, unit: Unit, one: Wanted, machine: HostMachine | None) -> bool:
        if machine is not None and machine.status == "running":
            stands = (one.machine_status, one.preview_status == "ready", one.upstream)
            if stands == ("running", machine.app_answers, machine.upstream):
                return False
            if one.machine_status == "failed" and not machine.app_answers:
                return False
            return await self._microvms.record(unit, project_id=one.project_id, generation=None, machine=machine)
        if machine is not None and machine.status in {"creating", "starting"}:
            return False
        ran = one.preview_status in {"ready", "starting"} or one.lost_host
        if not ran or (one.preview_status == "stopped" and not one.used_lately):
            return False
        if one.used_lately:
            await self._microvms.request_start(unit, project_id=one.project_id)
            await self._mark(unit, one, "starting", None)
        else:
            await self._mark(unit, one, "stopped", _HOST_LOST)
        return True

    async def _mark(self, unit: Unit, one: Wanted, status: str, reason: dict[str, str] | None) -> None:
        machines = MicrovmsRepository(unit.session, organization_id=unit.organization)
        await machines.record_machine(one.project_id, generation=None, status=status, reason=reason, upstream=None)
        await machines.record_preview(one.project_id, status=status, reason=reason)
        await self._microvms.note(unit, one.project_id)
