"""Fixtures: one daemon for each test module, a client and a fresh machine name for each test."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Iterator

import pytest

from vmcontrol.client import VmControlClient
from vmcontrol.schemas import MachineSpec

from .harness import DEMO, Daemon

_numbers = itertools.count(1)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def daemon() -> Iterator[Daemon]:
    found = Daemon()
    try:
        found.start()
        yield found
    finally:
        found.remove()


@pytest.fixture
async def client(daemon: Daemon, anyio_backend: str) -> AsyncIterator[VmControlClient]:
    async with daemon.client() as found:
        yield found


@pytest.fixture
def name() -> str:
    return f"m{next(_numbers)}"


@pytest.fixture
async def machine(client: VmControlClient, name: str) -> AsyncIterator[str]:
    """A running machine with the demo app's files, not started yet."""
    await client.put_machine(name, MachineSpec(template="demo", volume_id=f"volume-{name}"))
    await client.put_workspace(name, DEMO)
    yield name
    await client.destroy_machine(name)
