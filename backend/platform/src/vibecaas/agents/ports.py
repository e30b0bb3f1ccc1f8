"""What agents needs from outside: something that checks apps, something that keeps evidence."""

from collections.abc import AsyncIterator, Sequence
from typing import Protocol

from vibecaas.agents.schemas import BrowserCheck, HttpCheck
from vibecaas.kit.shapes import Output


class Target(Output):
    """Where a running app is checked: dial this address, name this host."""

    host: str
    address: str
    port: int
    cookie: str | None


class Outcome(Output):
    """What a checker saw."""

    passed: bool
    detail: str
    duration_ms: int
    screenshot: bytes | None


class HttpChecker(Protocol):
    """Runs checks over HTTP."""

    async def run(self, check: HttpCheck, target: Target) -> Outcome:
        """Do the steps and the clean-up; what goes wrong is an outcome, never an error."""
        ...

    async def answers(self, target: Target, *, path: str, within_seconds: float) -> bool:
        """Wait until this path is answered with 200 from outside; False if it is not in time."""
        ...


class BrowserChecker(Protocol):
    """Runs checks in a real browser that can reach nothing but the target."""

    @property
    def available(self) -> bool:
        """Whether there is a browser on this machine."""
        ...

    @property
    def expected(self) -> bool:
        """Whether there is to be one: it may be being installed."""
        ...

    async def starts(self) -> bool:
        """Tell whether the browser really starts; its program may lie there before all of it is installed."""
        ...

    def run(self, checks: Sequence[BrowserCheck], target: Target) -> AsyncIterator[tuple[BrowserCheck, Outcome]]:
        """Do the checks one after another, each in a context of its own; one screenshot each (PNG)."""
        ...


class EvidenceStore(Protocol):
    """Keeps screenshots."""

    async def put(self, key: str, content: bytes) -> None:
        """Store under a key that was never used before."""
        ...

    async def get(self, key: str) -> bytes | None:
        """Return what was stored, None if nothing was."""
        ...
