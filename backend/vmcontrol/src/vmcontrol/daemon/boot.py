"""A boot as a list of named steps, each with a deadline and an undo, each timed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from vmcontrol.schemas import BootStep


@dataclass(frozen=True)
class Step:
    """One part of a boot. `undo` must be fine with a `do` that came half way."""

    name: str
    deadline_seconds: float
    do: Callable[[], Awaitable[None]]
    undo: Callable[[], Awaitable[None]] | None = None


class StepFailedError(Exception):
    """A boot that ended at a named step; everything done before it is undone."""

    def __init__(self, step: str, cause: BaseException) -> None:
        detail = "it took too long" if isinstance(cause, TimeoutError) else str(cause) or type(cause).__name__
        super().__init__(f"step {step}: {detail}")
        self.step = step
        self.timed_out = isinstance(cause, TimeoutError)


async def run_steps(steps: list[Step]) -> tuple[BootStep, ...]:
    """Run in order. Raises StepFailedError after undoing in reverse order; a cancelled boot is undone too."""
    times: list[BootStep] = []
    for number, step in enumerate(steps):
        began = time.perf_counter()
        try:
            async with asyncio.timeout(step.deadline_seconds):
                await step.do()
        except BaseException as error:
            await undo_steps(steps[: number + 1])
            if isinstance(error, Exception):
                raise StepFailedError(step.name, error) from error
            raise
        times.append(BootStep(name=step.name, duration_ms=round((time.perf_counter() - began) * 1000, 1)))
    return tuple(times)


async def undo_steps(steps: list[Step]) -> None:
    """Undo in reverse order."""
    for step in reversed(steps):
        if step.undo is not None:
            await step.undo()
