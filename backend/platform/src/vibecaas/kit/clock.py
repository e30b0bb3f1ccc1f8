"""The one place that reads the clock and waits, so that tests can replace both."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime


def _system_now() -> datetime:
    return datetime.now(UTC)


_read: Callable[[], datetime] = _system_now


def now() -> datetime:
    """Return the current time in UTC."""
    return _read()


def monotonic_seconds() -> float:
    """Return seconds on a clock that never goes back; only differences mean something."""
    return time.monotonic()


async def sleep(seconds: float) -> None:
    """Give way to others for so long."""
    await asyncio.sleep(seconds)


def replace(read: Callable[[], datetime] | None) -> None:
    """Let tests read another clock; None brings the system's back."""
    global _read  # noqa: PLW0603 - the clock is one per process by its nature
    _read = read or _system_now
