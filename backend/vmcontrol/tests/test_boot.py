"""Boots as lists of steps: order, deadlines, undo."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import anyio
import pytest

from vmcontrol.daemon.boot import Step, StepFailedError, run_steps

pytestmark = pytest.mark.anyio


def recorder(log: list[str], word: str) -> Callable[[], Awaitable[None]]:
    async def work() -> None:
        log.append(word)

    return work


async def test_steps_run_in_order_and_are_timed() -> None:
    log: list[str] = []
    times = await run_steps([Step(word, 1, recorder(log, word), recorder(log, f"undo {word}")) for word in "abc"])
    assert log == ["a", "b", "c"]
    assert [step.name for step in times] == ["a", "b", "c"]
    assert all(step.duration_ms >= 0 for step in times)


async def test_a_failure_names_its_step_and_undoes_in_reverse() -> None:
    log: list[str] = []

    async def fail() -> None:
        raise OSError("no space")

    steps = [Step("a", 1, recorder(log, "a"), recorder(log, "undo a")), Step("b", 1, fail, recorder(log, "undo b"))]
    with pytest.raises(StepFailedError, match="step b: no space") as failed:
        await run_steps([*steps, Step("c", 1, recorder(log, "c"))])
    assert (failed.value.step, failed.value.timed_out) == ("b", False)
    assert log == ["a", "undo b", "undo a"]


async def test_a_step_that_takes_too_long_is_ended() -> None:
    with pytest.raises(StepFailedError, match="too long") as failed:
        await run_steps([Step("slow", 0.01, anyio.sleep_forever)])
    assert failed.value.timed_out


async def test_a_cancelled_boot_is_undone_too() -> None:
    log: list[str] = []
    with anyio.move_on_after(0.01):
        await run_steps([Step("a", 9, recorder(log, "a"), recorder(log, "undo a")), Step("b", 9, anyio.sleep_forever)])
    assert log == ["a", "undo a"]
