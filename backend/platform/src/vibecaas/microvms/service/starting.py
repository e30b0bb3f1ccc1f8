"""Starts of one machine that come in each other's way: the newest one wins, the others wait for it."""

from collections.abc import Awaitable, Callable

from vibecaas.kit import clock
from vibecaas.microvms.schemas import SUPERSEDED, HostMachine, Preview

ATTEMPTS = 3
OTHERS_START_SECONDS = 90.0


async def start_as_newest(
    start: Callable[[], Awaitable[HostMachine]], is_newest: Callable[[], Awaitable[bool]]
) -> HostMachine:
    """Start, and again where an earlier start came in between: it may have brought older files."""
    machine = await start()
    for _ in range(ATTEMPTS - 1):
        if machine.reason is None or machine.reason.code != SUPERSEDED or not await is_newest():
            break
        machine = await start()
    return machine


async def await_other_start(show: Callable[[], Awaitable[Preview]]) -> Preview:
    """Wait for the start that overtook ours; it runs newer files."""
    ends_at = clock.monotonic_seconds() + OTHERS_START_SECONDS
    while True:
        preview = await show()
        if preview.status != "starting" or clock.monotonic_seconds() > ends_at:
            return preview
        await clock.sleep(0.25)
