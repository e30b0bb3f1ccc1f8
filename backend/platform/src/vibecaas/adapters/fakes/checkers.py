"""In-memory twins of what checks apps and keeps evidence."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from vibecaas.agents.ports import Outcome, Target
from vibecaas.agents.schemas import BrowserCheck, HttpCheck

PICTURE = b"\x89PNG\r\n\x1a\nnot a real picture"


class FakeHttpChecker:
    """Every check holds but those named in `failing`; remembers what was checked.

    `meanwhile` is done once, during the next check.
    """

    def __init__(self) -> None:
        self.failing: dict[str, str] = {}
        self.meanwhile: Callable[[], Awaitable[None]] | None = None
        self.ran: list[str] = []

    async def answers(self, target: Target, *, path: str, within_seconds: float) -> bool:
        """Every app answers at once, if it is given any time."""
        self.ran.append(f"{target.host}: {path}")
        return within_seconds > 0

    async def run(self, check: HttpCheck, target: Target) -> Outcome:
        """Answer without asking anybody."""
        self.ran.append(f"{target.host}: {check.id}")
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            await meanwhile()
        detail = self.failing.get(check.id, "")
        return Outcome(passed=not detail, detail=detail, duration_ms=1, screenshot=None)


class FakeBrowserChecker:
    """A browser that always agrees; `available` can be taken away, `expected` that it comes."""

    def __init__(self, *, available: bool = True) -> None:
        self.available = available
        self.expected = available
        self.ran: list[str] = []

    async def starts(self) -> bool:
        """Start whenever it is there."""
        return self.available

    async def run(self, checks: Sequence[BrowserCheck], target: Target) -> AsyncIterator[tuple[BrowserCheck, Outcome]]:
        """Answer without asking anybody."""
        for check in checks:
            self.ran.append(f"{target.host}: {check.id}")
            yield check, Outcome(passed=True, detail="", duration_ms=1, screenshot=PICTURE)


class MemoryEvidence:
    """Keeps evidence in this process."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    async def put(self, key: str, content: bytes) -> None:
        """Store under a key that was never used before."""
        if key in self.kept:
            raise ValueError(f"{key} exists")
        self.kept[key] = content

    async def get(self, key: str) -> bytes | None:
        """Return what was stored, None if nothing was."""
        return self.kept.get(key)
