"""One machine in the daemon's memory, and how it is shown."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable

from vmcontrol.daemon.drivers.driver import RunningMachine
from vmcontrol.daemon.guest import GuestStatus
from vmcontrol.daemon.journal import Record
from vmcontrol.daemon.problems import ProblemError, state_conflict
from vmcontrol.schemas import Conditions, Isolation, Machine, Reason, State

_LOOK_SECONDS = 2.0
_NAME_LENGTH = 8


class Entry:
    """A machine: its record, its state, and its run while there is one. `lock` serializes changes of the state."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.state: State = "stopped"
        self.run: RunningMachine | None = None
        self.lock = asyncio.Lock()
        self.app_reason: Reason | None = None
        """Why the last app restart did not end well; void as soon as the port is open."""
        self.ends: list[float] = []
        """When its sandbox ended by itself lately, in seconds of the event loop's clock."""

    def running(self) -> RunningMachine:
        """Its run. Raises ProblemError state_conflict when there is none."""
        if self.run is None or self.state != "running":
            raise state_conflict(f"The machine is {self.state}; start it first.", self.state)
        return self.run

    async def show(self, *, driver: str, isolation: Isolation, port: int | None) -> Machine:
        """The machine as it is now; asks its agent."""
        run, status = self.run, None
        if run is not None and self.state == "running":
            try:
                status = await run.guest.status(answer_seconds=_LOOK_SECONDS)
            except ProblemError as error:
                silent = Reason(code=error.code, message=error.detail)
                return self._machine(driver, isolation, port, reason=silent, status=None)
        return self._machine(driver, isolation, port, reason=self._reason(status, run, port), status=status)

    def _reason(self, status: GuestStatus | None, run: RunningMachine | None, port: int | None) -> Reason | None:
        if status is None or run is None:
            return self.record.reason
        if status.reason is not None and status.reason.code == "app_exited" and run.out_of_memory():
            return Reason(code="oom", message="The app was ended because the machine is out of memory.")
        if status.reason is None and port not in status.ports:
            return self.app_reason
        return status.reason

    def _machine(
        self,
        driver: str,
        isolation: Isolation,
        port: int | None,
        *,
        reason: Reason | None,
        status: GuestStatus | None,
    ) -> Machine:
        run = self.run
        upstream = run.upstreams.get(port) if run is not None and port is not None else None
        return Machine(
            id=self.record.id,
            template=self.record.spec.template,
            volume_id=self.record.spec.volume_id,
            state=self.state,
            desired_state=self.record.desired_state,
            conditions=Conditions(ready=status is not None, port_open=status is not None and port in status.ports),
            upstream=f"unix:{upstream}:" if upstream is not None and self.state == "running" else None,
            driver=driver,
            isolation=isolation,
            reason=reason,
            generation=self.record.generation,
            ports=status.ports if status is not None else (),
            last_lines=status.lines if status is not None else (),
            boot=run.boot if run is not None else (),
        )


def socket_name(machine_id: str, taken: Iterable[str]) -> str:
    """8 characters made from the id, the same ones every time unless another machine has them."""
    used = set(taken)
    for salt in range(1000):
        name = hashlib.sha256(f"{machine_id}/{salt}".encode()).hexdigest()[:_NAME_LENGTH]
        if name not in used:
            return name
    raise RuntimeError("no free socket name")
