"""The life of all machines of this host: what is wanted is written down first, then made true."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress

import structlog

from vmcontrol.daemon.boot import StepFailedError
from vmcontrol.daemon.config import DaemonConfig, TemplateConfig
from vmcontrol.daemon.drivers.driver import BootOrder, Driver, RunningMachine
from vmcontrol.daemon.entry import Entry, socket_name
from vmcontrol.daemon.images import app_environment, build_image
from vmcontrol.daemon.journal import Journal, Record
from vmcontrol.daemon.problems import ProblemError, not_found, state_conflict
from vmcontrol.daemon.storage import Storage
from vmcontrol.schemas import DesiredState, Machine, MachineSpec, Reason

_BOOTS_AT_ONCE = 4
_START_DELAYS_SECONDS = (0.0, 0.5, 2.0, 8.0)
"""How long to wait before each try to start a wanted machine."""
_ENDS_LIMIT = 3
_ENDS_WINDOW_SECONDS = 60.0
"""A sandbox that ends by itself more often than this is not started again: its owner must look."""

log = structlog.get_logger()


class Machines:
    """All calls on machines and volumes. Methods raise ProblemError and are idempotent."""

    def __init__(self, config: DaemonConfig, storage: Storage, driver: Driver) -> None:
        self._config = config
        self._storage = storage
        self._driver = driver
        self._journal = Journal(storage.machines)
        self._entries: dict[str, Entry] = {}
        self._boots = asyncio.Semaphore(_BOOTS_AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    async def open(self) -> None:
        """Clean up, read the journal, and start what is wanted in the background."""
        await self._driver.open()
        await self._storage.empty_trash()
        records, unfinished = self._journal.load()
        for directory in unfinished:
            await self._storage.erase(directory)
        for record in records:
            if record.desired_state == "destroyed":
                await self._storage.erase(self._storage.machines / record.id)
                continue
            entry = self._entries[record.id] = Entry(record)
            if record.desired_state == "running":
                entry.state = "starting"
                self._background(self._start_again(entry))

    async def close(self) -> None:
        """End all sandboxes; what is wanted stays wanted."""
        self._closing = True
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(self._end_run(entry, 2.0) for entry in self._entries.values()))
        await self._driver.close()

    def running_count(self) -> int:
        """How many machines run."""
        return sum(entry.state == "running" for entry in self._entries.values())

    async def list(self) -> tuple[Machine, ...]:
        """All machines, by id."""
        return tuple(await asyncio.gather(*(self._show(self._entries[name]) for name in sorted(self._entries))))

    async def get(self, machine_id: str) -> Machine:
        """One machine."""
        return await self._show(self._entry(machine_id))

    def run_of(self, machine_id: str) -> RunningMachine:
        """The run of a running machine."""
        return self._entry(machine_id).running()

    async def put(self, machine_id: str, spec: MachineSpec) -> Machine:
        """Create or change, and run. A changed spec takes effect by a restart."""
        self._template(spec)
        self._refuse_taken_volume(machine_id, spec.volume_id)
        entry = self._entries.get(machine_id)
        if entry is None:
            names = (other.record.socket_name for other in self._entries.values())
            record = Record(
                id=machine_id,
                spec=spec,
                desired_state="running",
                generation=0,
                socket_name=socket_name(machine_id, names),
            )
            entry = self._entries[machine_id] = Entry(record)
            entry.state = "requested"
        async with entry.lock:
            self._refuse_gone(entry)
            if entry.record.spec != spec:
                await self._end_run(entry, 1.0)
                entry.record = entry.record.model_copy(update={"spec": spec})
            await self._ensure_running(entry)
        return await self._show(entry)

    async def start(self, machine_id: str) -> Machine:
        """Run it."""
        entry = self._entry(machine_id)
        async with entry.lock:
            self._refuse_gone(entry)
            await self._ensure_running(entry)
        return await self._show(entry)

    async def stop(self, machine_id: str, grace_seconds: float) -> Machine:
        """End it; files stay."""
        entry = self._entry(machine_id)
        async with entry.lock:
            self._refuse_gone(entry)
            self._want(entry, "stopped")
            entry.state = "stopping"
            await self._end_run(entry, grace_seconds)
            entry.state = "stopped"
        return await self._show(entry)

    async def restart_app(self, machine_id: str, timeout_seconds: float) -> Machine:
        """Restart the app process and wait for it."""
        entry = self._entry(machine_id)
        status = await entry.running().guest.restart_app(timeout_seconds)
        if status.reason is None or status.reason.code != "superseded":
            entry.app_reason = status.reason
        machine = await self._show(entry)
        if status.reason is None or machine.reason is not None:
            return machine
        # The port may be open and the app still not healthy: this call's answer says so.
        return machine.model_copy(update={"reason": status.reason})

    async def destroy(self, machine_id: str) -> None:
        """End it and erase its workspace, from whatever state."""
        entry = self._entries.get(machine_id)
        if entry is None:
            return
        async with entry.lock:
            if self._entries.get(machine_id) is not entry:
                return
            self._want(entry, "destroyed")
            entry.state = "destroying"
            await self._end_run(entry, 0)
            await self._storage.erase(self._storage.machines / machine_id)
            entry.state = "destroyed"
            del self._entries[machine_id]

    async def erase_volume(self, volume_id: str) -> None:
        """Erase a project's data."""
        self._refuse_taken_volume(None, volume_id)
        await self._storage.erase(self._storage.volume(volume_id))

    def _entry(self, machine_id: str) -> Entry:
        entry = self._entries.get(machine_id)
        if entry is None:
            raise not_found(f"machine {machine_id}")
        return entry

    def _refuse_gone(self, entry: Entry) -> None:
        if self._entries.get(entry.record.id) is not entry:
            raise not_found(f"machine {entry.record.id}")

    def _template(self, spec: MachineSpec) -> TemplateConfig:
        template = self._config.templates.get(spec.template)
        if template is None:
            raise ProblemError(422, "spec_invalid", f"There is no template {spec.template} on this host.")
        return template

    def _refuse_taken_volume(self, machine_id: str | None, volume_id: str) -> None:
        for entry in self._entries.values():
            if entry.record.spec.volume_id == volume_id and entry.record.id != machine_id:
                raise state_conflict(f"Machine {entry.record.id} has the volume {volume_id}; destroy it first.")

    async def _show(self, entry: Entry) -> Machine:
        template = self._config.templates.get(entry.record.spec.template)
        port = None if template is None else template.port
        return await entry.show(driver=self._driver.name, isolation=self._driver.isolation, port=port)

    def _want(self, entry: Entry, desired: DesiredState, reason: Reason | None = None) -> None:
        entry.record = entry.record.model_copy(update={"desired_state": desired, "reason": reason})
        self._journal.save(entry.record)

    async def _ensure_running(self, entry: Entry) -> None:
        if entry.run is not None and entry.run.ended.done():
            await self._end_run(entry, 0)
        if entry.run is not None:
            self._want(entry, "running")
            return
        entry.state = "starting"
        entry.record = entry.record.model_copy(update={"generation": entry.record.generation + 1})
        self._want(entry, "running")
        try:
            async with self._boots:
                run = await self._driver.start(self._order(entry.record))
        except StepFailedError as error:
            reason = Reason(code="boot_timeout" if error.timed_out else "start_failed", message=str(error))
            self._fail(entry, reason)
            raise ProblemError(503, reason.code, f"The machine did not start: {error}.", retryable=True) from error
        except BaseException:
            self._fail(entry, Reason(code="start_failed", message="The start was interrupted."))
            raise
        entry.run, entry.app_reason = run, None
        entry.state = "running"
        self._background(self._watch(entry, run))
        times = {step.name: step.duration_ms for step in run.boot}
        log.info("machine_started", machine=entry.record.id, generation=entry.record.generation, steps_ms=times)

    def _order(self, record: Record) -> BootOrder:
        spec, template, limits = record.spec, self._template(record.spec), self._config.limits
        image = build_image(template, self._config)
        memory_mib = spec.memory_mib or limits.memory_mib
        return BootOrder(
            machine_id=record.id,
            volume_id=spec.volume_id,
            socket_name=record.socket_name,
            image=image,
            env=app_environment(image, template, spec, memory_mib),
            start_command=spec.start_command or template.start_command,
            port=template.port,
            health_path=template.health_path,
            memory_mib=memory_mib,
            vcpus=spec.vcpus or limits.vcpus,
        )

    def _fail(self, entry: Entry, reason: Reason) -> None:
        entry.state = "failed"
        self._want(entry, entry.record.desired_state, reason)
        log.warning("machine_failed", machine=entry.record.id, code=reason.code, message=reason.message)

    async def _end_run(self, entry: Entry, grace_seconds: float) -> None:
        run, entry.run = entry.run, None
        if run is not None:
            await run.stop(grace_seconds)

    def _background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _watch(self, entry: Entry, run: RunningMachine) -> None:
        reason = await run.ended
        async with entry.lock:
            # A stop or a newer start took it away: then this end was wanted.
            if entry.run is not run or self._closing:
                return
            await self._end_run(entry, 0)
            self._fail(entry, reason)
        now = asyncio.get_running_loop().time()
        entry.ends = [at for at in entry.ends if now - at < _ENDS_WINDOW_SECONDS] + [now]
        if len(entry.ends) <= _ENDS_LIMIT:
            self._background(self._start_again(entry))

    async def _start_again(self, entry: Entry) -> None:
        for delay_seconds in _START_DELAYS_SECONDS:
            await asyncio.sleep(delay_seconds)
            async with entry.lock:
                if entry.record.desired_state != "running" or entry.run is not None:
                    return
                with suppress(ProblemError):
                    await self._ensure_running(entry)
                    return
