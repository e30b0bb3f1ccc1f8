"""The sandbox driver: machines are bubblewrap namespaces on the host's kernel (isolation class `process`)."""

from __future__ import annotations

import asyncio
import json
import secrets
from contextlib import suppress
from pathlib import Path

from vmcontrol.daemon.boot import Step, run_steps
from vmcontrol.daemon.config import DaemonConfig
from vmcontrol.daemon.drivers.bwrap import SandboxPaths, command_line
from vmcontrol.daemon.drivers.cgroups import Cgroups, MachineCgroup, discover
from vmcontrol.daemon.drivers.driver import BootOrder
from vmcontrol.daemon.drivers.leftovers import kill_leftovers
from vmcontrol.daemon.drivers.sockets import SocketDirectory, remove_all
from vmcontrol.daemon.drivers.spawner import SandboxProcess, Spawner
from vmcontrol.daemon.drivers.staging import stage
from vmcontrol.daemon.guest import GuestLink
from vmcontrol.daemon.images import WORKSPACE
from vmcontrol.daemon.problems import ProblemError
from vmcontrol.daemon.storage import Storage
from vmcontrol.schemas import BootStep, Isolation, Reason

_HELLO_SECONDS = 15.0
_STEP_SECONDS = 5.0
_KILL_SECONDS = 5.0


class SandboxRun:
    """One start of one sandbox, from its directories to its agent; a RunningMachine once booted."""

    def __init__(self, driver: SandboxDriver, order: BootOrder) -> None:
        self._driver = driver
        self._order = order
        self._token = secrets.token_urlsafe(24)
        self._sockets = SocketDirectory(driver.config.sockets_dir / order.socket_name)
        self._descriptors: dict[str, int] = {}
        self._cgroup = MachineCgroup(set(), None)
        self._process: SandboxProcess | None = None
        self.guest = GuestLink(self._sockets.agent, self._token)
        self.upstreams: dict[int, Path] = {}
        self.boot: tuple[BootStep, ...] = ()
        self.ended: asyncio.Future[Reason] = asyncio.get_running_loop().create_future()

    async def start(self) -> None:
        """Run all steps. Raises StepFailedError."""
        self.boot = await run_steps(
            [
                Step("stage_workspace", _STEP_SECONDS, self._stage_workspace),
                Step("bind_sockets", _STEP_SECONDS, self._bind_sockets, self._remove_sockets),
                Step("make_cgroup", _STEP_SECONDS, self._make_cgroup, self._remove_cgroup),
                Step("spawn", _STEP_SECONDS, self._spawn, self._kill),
                Step("agent_hello", _HELLO_SECONDS, self._hello, self.guest.aclose),
                Step("start_app", _STEP_SECONDS, self._start_app),
            ]
        )

    def out_of_memory(self) -> bool:
        """Whether the kernel ended a process of this run for memory."""
        return self._cgroup.out_of_memory()

    async def stop(self, grace_seconds: float) -> None:
        """Ask the agent, then kill; nothing inside survives the monitor."""
        if self._process is not None and not self._process.ended.done() and grace_seconds > 0:
            with suppress(ProblemError, TimeoutError):
                await self.guest.shutdown()
                async with asyncio.timeout(grace_seconds):
                    await asyncio.shield(self._process.ended)
        await self._kill()
        await self.guest.aclose()
        await self._remove_cgroup()
        await self._remove_sockets()

    async def _stage_workspace(self) -> None:
        order = self._order
        if order.image.problem is not None:
            raise ProblemError(503, "template_missing", order.image.problem)
        self._driver.storage.prepare(order.machine_id, order.volume_id, order.image.mount_points)

    async def _bind_sockets(self) -> None:
        self._sockets.make()
        self._descriptors["agent"] = self._sockets.listen(self._sockets.agent, 0o600)
        if self._order.port is not None:
            path = self._sockets.port(self._order.port)
            self._descriptors[str(self._order.port)] = self._sockets.listen(path, 0o660)
            self.upstreams[self._order.port] = path

    async def _remove_sockets(self) -> None:
        self._sockets.remove()

    async def _make_cgroup(self) -> None:
        order = self._order
        self._cgroup = self._driver.cgroups.make(
            order.socket_name,
            memory_mib=order.memory_mib,
            processes=self._driver.config.limits.processes,
            vcpus=order.vcpus,
        )

    async def _remove_cgroup(self) -> None:
        await self._cgroup.remove()

    async def _spawn(self) -> None:
        order, storage, staged = self._order, self._driver.storage, self._driver.staged
        paths = SandboxPaths(
            workspace=storage.workspace(order.machine_id),
            data=storage.volume(order.volume_id),
            agent=staged / "agent",
            etc=staged / "etc",
        )
        line = self._cgroup.enter(command_line(paths, order.image, self._driver.config.limits))
        orders = json.dumps(self._orders()).encode()
        descriptors = tuple(self._descriptors.values())
        self._process = await self._driver.spawner.spawn(line, stdin=orders, descriptors=descriptors)
        self._process.ended.add_done_callback(self._on_end)
        self._sockets.let_go()

    def _orders(self) -> dict[str, object]:
        """What the agent must know; it goes through a pipe, so no process list and no environment shows it."""
        relays = {name: number for name, number in self._descriptors.items() if name != "agent"}
        app = {
            "command": self._order.start_command,
            "port": self._order.port,
            "health_path": self._order.health_path,
        }
        return {
            "token": self._token,
            "home": WORKSPACE,
            "agent_fd": self._descriptors["agent"],
            "relays": relays,
            "env": self._order.env,
            "app": app,
        }

    def _on_end(self, ended: asyncio.Future[int]) -> None:
        if self.ended.done() or ended.cancelled():
            return
        if self.out_of_memory():
            reason = Reason(code="oom", message=f"The machine used more than its {self._order.memory_mib} MiB.")
        else:
            tail = self._process.tail() if self._process else ""
            message = f"The sandbox ended by itself (exit code {ended.result()}). {tail[-500:]}".strip()
            reason = Reason(code="vmm_crashed", message=message)
        self.ended.set_result(reason)

    async def _kill(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        with suppress(TimeoutError):
            async with asyncio.timeout(_KILL_SECONDS):
                await asyncio.shield(self._process.ended)
                # The console closes when the last process inside is gone.
                await asyncio.shield(self._process.silent)

    async def _hello(self) -> None:
        try:
            await self.guest.status(answer_seconds=_HELLO_SECONDS)
        except ProblemError as error:
            tail = self._process.tail() if self._process else ""
            raise ProblemError(503, "start_failed", f"The sandbox did not start: {tail[-1000:] or error}") from error

    async def _start_app(self) -> None:
        """A new machine has no files yet: its app starts with the first restart call."""
        if not self._driver.storage.is_empty(self._order.machine_id, self._order.image.mount_points):
            await self.guest.start_app()


class SandboxDriver:
    """Starts sandboxes for the daemon. Open it in the event loop that uses it."""

    name = "sandbox"
    isolation: Isolation = "process"

    def __init__(self, config: DaemonConfig, storage: Storage) -> None:
        self.config = config
        self.storage = storage
        self.spawner = Spawner()
        self.staged = Path()
        self.cgroups = Cgroups(version=None)

    async def open(self) -> None:
        """End leftovers, lay out the agent, look for cgroups."""
        self.spawner.open()
        await asyncio.to_thread(kill_leftovers, self.storage.machines)
        remove_all(self.config.sockets_dir)
        self.staged = await asyncio.to_thread(stage, self.storage.runtime)
        self.cgroups = discover(self.config.cgroup)

    async def close(self) -> None:
        """End the spawner's thread."""
        await asyncio.to_thread(self.spawner.close)

    async def start(self, order: BootOrder) -> SandboxRun:
        """Start until the agent answers. Raises StepFailedError."""
        run = SandboxRun(self, order)
        await run.start()
        return run
