"""A VM host in memory: machines are records, apps answer at once unless told otherwise."""

import io
import tarfile
from collections.abc import Sequence

from vibecaas.kit.errors import DependencyUnavailable, NotFound
from vibecaas.kit.shapes import Reason
from vibecaas.microvms.ports import Heard
from vibecaas.microvms.schemas import SUPERSEDED, CommandResult, HostFacts, HostMachine, MachineStatus, MachineWish


class InMemoryVmHost:
    """VmHost without a host. `silent` makes it unreachable, `broken` holds names of machines whose app fails.

    `overtaken` says how many restarts of a machine another call ends.
    """

    def __init__(self, *, driver: str = "sandbox") -> None:
        self.driver = driver
        self.silent = False
        self.broken: set[str] = set()
        self.overtaken: dict[str, int] = {}
        self.wishes: dict[str, MachineWish] = {}
        self.states: dict[str, MachineStatus] = {}
        self.answering: set[str] = set()
        self.workspaces: dict[str, dict[str, bytes]] = {}
        self.volumes: set[str] = set()

    def _reach(self, name: str | None = None) -> None:
        if self.silent:
            raise DependencyUnavailable("vm_host", "vm-control does not answer. Is its daemon running?")
        if name is not None and name not in self.states:
            raise NotFound("There is no such machine.")

    def _seen(self, name: str) -> HostMachine:
        runs = self.states[name] == "running"
        failed = runs and name in self.broken
        return HostMachine(
            name=name,
            status=self.states[name],
            app_answers=runs and name in self.answering,
            upstream=f"unix:/nowhere/{name}/port-5173.sock:" if runs else None,
            driver=self.driver,
            isolation="process",
            reason=Reason(code="start_failed", message="The app ended with exit code 1.") if failed else None,
            last_lines=("Error: it does not start",) if failed else (),
        )

    async def facts(self) -> HostFacts:
        """Return what the host offers."""
        self._reach()
        return HostFacts(driver=self.driver, isolation="process", available=True, reason=None)

    async def run(self, name: str, wish: MachineWish) -> HostMachine:
        """Make the machine if needed and start it."""
        self._reach()
        self.wishes[name] = wish
        self.volumes.add(wish.volume)
        self.workspaces.setdefault(name, {})
        self.states[name] = "running"
        if self.workspaces[name] and name not in self.broken:
            self.answering.add(name)
        return self._seen(name)

    async def push(self, name: str, tar: bytes) -> None:
        """Make the workspace equal to this tar."""
        self._reach(name)
        files = {}
        with tarfile.open(fileobj=io.BytesIO(tar)) as packed:
            for member in packed.getmembers():
                content = packed.extractfile(member)
                files[member.name] = content.read() if content else b""
        self.workspaces[name] = files

    async def restart_app(self, name: str, *, timeout_seconds: float) -> HostMachine:
        """Restart the app."""
        self._reach(name)
        if self.overtaken.get(name, 0) > 0:
            self.overtaken[name] -= 1
            self.answering.discard(name)
            reason = Reason(code=SUPERSEDED, message="A later call stopped or restarted the app.")
            return self._seen(name).model_copy(update={"reason": reason})
        if name in self.broken or not self.workspaces[name] or timeout_seconds <= 0:
            self.answering.discard(name)
        else:
            self.answering.add(name)
        return self._seen(name)

    async def stop(self, name: str) -> None:
        """End everything that runs in the machine."""
        self._reach(name)
        self.states[name] = "stopped"
        self.answering.discard(name)

    async def destroy(self, name: str) -> None:
        """Erase the machine and its workspace."""
        self._reach()
        for known in (self.states, self.wishes, self.workspaces):
            known.pop(name, None)
        self.answering.discard(name)

    async def erase_volume(self, volume: str) -> None:
        """Erase a data volume."""
        self._reach()
        self.volumes.discard(volume)

    async def machines(self) -> list[HostMachine]:
        """Return what runs."""
        self._reach()
        return [self._seen(name) for name in self.states]

    async def execute(
        self, name: str, argv: Sequence[str], *, timeout_seconds: float, on_output: Heard | None
    ) -> CommandResult:
        """Answer with the command itself; `false` fails, `sleep` takes too long."""
        self._reach(name)
        if argv[0] == "sleep" and float(argv[1]) > timeout_seconds:
            return CommandResult(exit_code=None, output="", reason="timeout")
        said = " ".join(argv[1:]) + "\n" if argv[0] == "echo" else ""
        if said and on_output is not None:
            await on_output(said)
        return CommandResult(exit_code=1 if argv[0] == "false" else 0, output=said, reason=None)
