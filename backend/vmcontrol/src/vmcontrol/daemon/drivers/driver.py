"""What the daemon needs from a driver."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vmcontrol.daemon.guest import GuestLink
from vmcontrol.daemon.images import Image
from vmcontrol.schemas import BootStep, Isolation, Reason


@dataclass(frozen=True)
class BootOrder:
    """Everything a driver must know to start one machine."""

    machine_id: str
    volume_id: str
    socket_name: str
    image: Image
    env: dict[str, str]
    start_command: tuple[str, ...]
    port: int | None
    health_path: str | None
    memory_mib: int
    vcpus: int


class RunningMachine(Protocol):
    """A started machine. `ended` gets its result when the machine ended, wanted or not: the reason."""

    guest: GuestLink
    upstreams: dict[int, Path]
    boot: tuple[BootStep, ...]
    ended: asyncio.Future[Reason]

    def out_of_memory(self) -> bool:
        """Whether the kernel ended a process of this run for memory."""

    async def stop(self, grace_seconds: float) -> None:
        """End every process and remove what belongs to this run. Idempotent."""


class Driver(Protocol):
    """Starts machines and tells what it can do here."""

    name: str
    isolation: Isolation

    async def open(self) -> None:
        """Prepare, and end what an earlier daemon left running."""

    async def close(self) -> None:
        """Let go of everything; all machines have been stopped before."""

    async def start(self, order: BootOrder) -> RunningMachine:
        """Start until the agent answers. Raises StepFailedError."""
