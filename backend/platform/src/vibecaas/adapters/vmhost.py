"""A VM host behind vm-control's HTTP API on a Unix socket."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from vibecaas.kit.errors import DependencyUnavailable, NotFound, StateConflict, VibecaasError
from vibecaas.kit.shapes import Reason
from vibecaas.microvms.errors import (
    CapabilityUnsupported,
    CapacityUnavailable,
    DeadlineExceeded,
    HostRefused,
    MachineQuotaExceeded,
)
from vibecaas.microvms.ports import Heard
from vibecaas.microvms.schemas import SUPERSEDED, CommandResult, HostFacts, HostMachine, MachineStatus, MachineWish
from vmcontrol.client import VmControlClient, VmControlError, VmControlUnreachableError
from vmcontrol.schemas import Exec, ExecEnd, Machine, MachineSpec

_STATUSES: dict[str, MachineStatus] = {
    "requested": "creating",
    "provisioning": "creating",
    "starting": "starting",
    "running": "running",
    "stopping": "stopping",
    "stopped": "stopped",
    "destroying": "stopping",
    "destroyed": "deleted",
    "failed": "failed",
}
_REASONS = {
    "oom_killed": "oom",
    "disk_full": "disk",
    "pids_exhausted": "pids",
    "host_lost": "host_lost",
    "deadline": "timeout",
    "timeout": "timeout",
    SUPERSEDED: SUPERSEDED,
}
_ERRORS: dict[str, type[VibecaasError]] = {
    "capability_unsupported": CapabilityUnsupported,
    "spec_invalid": CapabilityUnsupported,
    "template_missing": CapabilityUnsupported,
    "not_found": NotFound,
    "quota_exceeded": MachineQuotaExceeded,
    "state_conflict": StateConflict,
    "stale_generation": StateConflict,
    "no_capacity": CapacityUnavailable,
    "deadline": DeadlineExceeded,
}


class VmControlHost:
    """VmHost of one vm-control daemon; its token is read at the first call, since the daemon may start after us."""

    def __init__(self, *, socket: Path | None, token_file: Path | None) -> None:
        self._socket = socket
        self._token_file = token_file
        self._client: VmControlClient | None = None

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def facts(self) -> HostFacts:
        """Return what the host offers."""
        async with self._asking() as client:
            found = await client.capabilities()
        return HostFacts(
            driver=found.driver,
            isolation=found.isolation,
            available=found.available,
            reason=found.unavailable_reason,
        )

    async def run(self, name: str, wish: MachineWish) -> HostMachine:
        """Make the machine if needed and start it; its workspace is kept. Answers when it is ready."""
        spec = MachineSpec(template=wish.template, volume_id=wish.volume, memory_mib=wish.memory_mib, vcpus=wish.vcpus)
        async with self._asking() as client:
            return _seen(await client.put_machine(name, spec))

    async def push(self, name: str, tar: bytes) -> None:
        """Make the workspace equal to this tar."""
        async with self._asking() as client:
            await client.put_workspace(name, tar)

    async def restart_app(self, name: str, *, timeout_seconds: float) -> HostMachine:
        """Restart the app and wait for its answer; one that does not come is told in the machine's state."""
        async with self._asking() as client:
            return _seen(await client.restart_app(name, timeout_seconds=timeout_seconds))

    async def stop(self, name: str) -> None:
        """End everything that runs in the machine."""
        async with self._asking() as client:
            await client.stop_machine(name)

    async def destroy(self, name: str) -> None:
        """Erase the machine and its workspace; its volume stays."""
        async with self._asking() as client:
            await client.destroy_machine(name)

    async def erase_volume(self, volume: str) -> None:
        """Erase a data volume for good."""
        async with self._asking() as client:
            await client.erase_volume(volume)

    async def machines(self) -> list[HostMachine]:
        """Return what really runs."""
        async with self._asking() as client:
            return [_seen(machine) for machine in await client.list_machines()]

    async def execute(
        self, name: str, argv: Sequence[str], *, timeout_seconds: float, on_output: Heard | None
    ) -> CommandResult:
        """Run a command in the workspace; leaving early kills it."""
        command = Exec(argv=tuple(argv), timeout_seconds=timeout_seconds)
        output: list[str] = []
        async with self._asking() as client, client.execute(name, command) as events:
            async for event in events:
                if isinstance(event, ExecEnd):
                    return CommandResult(exit_code=event.exit_code, output="".join(output), reason=event.reason)
                output.append(event.data)
                if on_output is not None:
                    await on_output(event.data)
        raise DependencyUnavailable("vm_host", "The command's output ended without its result.")

    def _connect(self) -> VmControlClient:
        if self._socket is None or self._token_file is None:
            raise DependencyUnavailable("vm_host", "No VM host is set; VIBECAAS_VMHOSTS__SOCKET names one.")
        try:
            return VmControlClient(socket_path=self._socket, token=self._token_file.read_text().strip())
        except FileNotFoundError as error:
            raise DependencyUnavailable("vm_host", "vm-control has not been started yet.") from error

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[VmControlClient]:
        """Offer the client; its errors leave as ours."""
        if self._client is None:
            self._client = self._connect()
        try:
            yield self._client
        except VmControlUnreachableError as error:
            raise DependencyUnavailable("vm_host", error.detail) from error
        except VmControlError as error:
            ours = _ERRORS.get(error.code)
            if ours is not None:
                raise ours(error.detail) from error
            if error.retryable:
                raise DependencyUnavailable("vm_host", error.detail) from error
            raise HostRefused(error.detail, private=f"{error.status} {error.code}") from error


def _seen(machine: Machine) -> HostMachine:
    reason = machine.reason
    return HostMachine(
        name=machine.id,
        status=_STATUSES[machine.state],
        app_answers=machine.conditions.port_open,
        upstream=machine.upstream,
        driver=machine.driver,
        isolation=machine.isolation,
        reason=Reason(code=_REASONS.get(reason.code, "start_failed"), message=reason.message) if reason else None,
        last_lines=machine.last_lines,
    )
