"""Daemons that die and come back: nothing survives them, and what was wanted runs again."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import httpx
import pytest
from anyio import to_thread

from vmcontrol.client import VmControlClient, VmControlError
from vmcontrol.schemas import MachineSpec

from .harness import DEMO, Daemon, wait_until

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def daemon() -> Iterator[Daemon]:
    found = Daemon()
    try:
        found.start()
        yield found
    finally:
        found.remove()


async def restart(daemon: Daemon) -> None:
    await to_thread.run_sync(daemon.start)


async def is_open(client: VmControlClient, name: str) -> bool:
    return (await client.get_machine(name)).conditions.port_open


async def count_visit(client: VmControlClient, name: str) -> str:
    upstream = (await client.get_machine(name)).upstream
    assert upstream is not None
    transport = httpx.AsyncHTTPTransport(uds=upstream[len("unix:") : -1])
    async with httpx.AsyncClient(transport=transport, base_url="http://app") as http:
        return (await http.get("/count")).text


async def test_after_a_kill_nothing_survives_and_wanted_machines_run_again(daemon: Daemon) -> None:
    async with daemon.client() as client:
        for name in ("one", "two", "off"):
            await client.put_machine(name, MachineSpec(template="demo", volume_id=f"v-{name}", env={"WORD": name}))
            await client.put_workspace(name, DEMO)
            assert (await client.restart_app(name)).conditions.port_open
        assert await count_visit(client, "one") == "1"
        await client.stop_machine("off")
        assert daemon.sandboxes()

    daemon.kill()

    async def all_gone() -> bool:
        return not daemon.sandboxes()

    await wait_until(all_gone, 5)
    await restart(daemon)
    async with daemon.client() as client:
        for name in ("one", "two"):
            await wait_until(lambda name=name: is_open(client, name))  # type: ignore[misc]
            machine = await client.get_machine(name)
            assert (machine.state, machine.generation) == ("running", 2)
        assert await count_visit(client, "one") == "2"
        assert (await client.get_machine("off")).state == "stopped"


async def test_a_killed_sandbox_comes_back(daemon: Daemon) -> None:
    async with daemon.client() as client:
        await client.put_machine("three", MachineSpec(template="demo", volume_id="v-three"))
        await client.put_workspace("three", DEMO)
        await client.restart_app("three")
        pid = daemon.sandboxes("three")[0]
        assert daemon.run("kill", "-9", str(pid)).returncode == 0

        async def is_new() -> bool:
            found = await client.get_machine("three")
            return found.generation == 2 and found.conditions.port_open

        await wait_until(is_new)


async def test_an_orderly_stop_keeps_what_is_wanted(daemon: Daemon) -> None:
    async with daemon.client() as client:
        await client.put_machine("four", MachineSpec(template="demo", volume_id="v-four"))
        await client.put_workspace("four", DEMO)
    daemon.stop()
    assert daemon.process is not None
    assert daemon.process.returncode == 0
    assert daemon.sandboxes() == []
    assert not daemon.socket.exists()
    await restart(daemon)
    async with daemon.client() as client:
        await wait_until(lambda: is_open(client, "four"))


async def test_a_second_daemon_on_the_same_home_is_refused(daemon: Daemon) -> None:
    second = daemon.run(sys.executable, "-m", "vmcontrol.daemon", "--config", str(daemon.top / "config.json"))
    assert second.returncode == 2
    assert b"Another vm-control daemon" in second.stderr
    async with daemon.client() as client:
        await client.health()


async def test_without_a_daemon_the_client_says_so(daemon: Daemon) -> None:
    daemon.stop()
    async with daemon.client() as client:
        with pytest.raises(VmControlError) as nobody:
            await client.health()
        assert nobody.value.code == "daemon_unreachable"
        assert nobody.value.retryable
