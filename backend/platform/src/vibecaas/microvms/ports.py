"""What the microvms room needs from outside: a host that runs machines."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from vibecaas.microvms.schemas import CommandResult, HostFacts, HostMachine, MachineWish

Heard = Callable[[str], Awaitable[None]]
"""Told of a command's output as it comes."""


class VmHost(Protocol):
    """A host of machines. Names are ours; every call is idempotent. DependencyUnavailable if it does not answer."""

    async def facts(self) -> HostFacts:
        """Return what the host offers."""
        ...

    async def run(self, name: str, wish: MachineWish) -> HostMachine:
        """Make the machine if needed and start it; its workspace is kept. Answers when it is ready."""
        ...

    async def push(self, name: str, tar: bytes) -> None:
        """Make the workspace equal to this tar."""
        ...

    async def restart_app(self, name: str, *, timeout_seconds: float) -> HostMachine:
        """Restart the app and wait for its answer; one that does not come is told in the machine's state."""
        ...

    async def stop(self, name: str) -> None:
        """End everything that runs in the machine."""
        ...

    async def destroy(self, name: str) -> None:
        """Erase the machine and its workspace; its volume stays."""
        ...

    async def erase_volume(self, volume: str) -> None:
        """Erase a data volume for good."""
        ...

    async def machines(self) -> list[HostMachine]:
        """Return what really runs."""
        ...

    async def execute(
        self, name: str, argv: Sequence[str], *, timeout_seconds: float, on_output: Heard | None
    ) -> CommandResult:
        """Run a command in the workspace; leaving early kills it."""
        ...
