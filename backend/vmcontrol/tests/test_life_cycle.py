"""Create, start, stop, destroy: idempotent, and what must last lasts."""

from __future__ import annotations

import time

import anyio
import httpx
import pytest

from vmcontrol.client import VmControlClient, VmControlError
from vmcontrol.schemas import MachineSpec

from .harness import DEMO, Daemon, run_in

pytestmark = pytest.mark.anyio


def spec(volume: str, **more: object) -> MachineSpec:
    return MachineSpec.model_validate({"template": "demo", "volume_id": volume, **more})


async def ask(upstream: str | None, path: str) -> str:
    assert upstream is not None
    assert upstream.startswith("unix:")
    assert upstream.endswith(":")
    transport = httpx.AsyncHTTPTransport(uds=upstream[len("unix:") : -1])
    async with httpx.AsyncClient(transport=transport, base_url="http://app") as http:
        return (await http.get(path)).text


async def test_a_created_machine_is_ready_and_tells_what_it_is(client: VmControlClient, name: str) -> None:
    began = time.monotonic()
    machine = await client.put_machine(name, spec(f"volume-{name}"))
    assert time.monotonic() - began < 2  # About 0.06 s on a quiet machine.
    assert (machine.state, machine.desired_state, machine.generation) == ("running", "running", 1)
    assert (machine.driver, machine.isolation, machine.reason) == ("sandbox", "process", None)
    assert machine.conditions.ready
    assert not machine.conditions.port_open
    assert [step.name for step in machine.boot] == [
        "stage_workspace",
        "bind_sockets",
        "make_cgroup",
        "spawn",
        "agent_hello",
        "start_app",
    ]
    await client.destroy_machine(name)


async def test_the_app_answers_through_the_upstream_socket(client: VmControlClient, machine: str) -> None:
    started = await client.restart_app(machine)
    assert started.conditions.port_open
    assert started.reason is None
    assert started.ports == (5173,)
    assert await ask(started.upstream, "/") == "hello"


async def test_creating_twice_is_the_same_run(client: VmControlClient, machine: str) -> None:
    again = await client.put_machine(machine, spec(f"volume-{machine}"))
    assert again.generation == 1


async def test_a_changed_spec_restarts_with_the_files_kept(client: VmControlClient, machine: str) -> None:
    changed = await client.put_machine(machine, spec(f"volume-{machine}", env={"COLOUR": "green"}))
    assert changed.generation == 2
    out, _, _ = await run_in(client, machine, "/bin/sh", "-c", 'echo "$COLOUR"; cat greeting')
    assert out == "green\nhello"


async def test_stop_and_start_keep_files_and_start_the_app(client: VmControlClient, machine: str) -> None:
    await client.restart_app(machine)
    stopped = await client.stop_machine(machine)
    assert (stopped.state, stopped.desired_state, stopped.upstream) == ("stopped", "stopped", None)
    assert (await client.stop_machine(machine)).state == "stopped"
    started = await client.start_machine(machine)
    assert started.generation == 2
    with anyio.fail_after(10):
        while not (await client.get_machine(machine)).conditions.port_open:
            await anyio.lowlevel.checkpoint()
    assert await ask(started.upstream, "/") == "hello"


async def test_the_volume_survives_the_machine_and_dies_when_erased(client: VmControlClient, name: str) -> None:
    for expected in ("1", "2"):
        await client.put_machine(name, spec(f"kept-{name}"))
        await client.put_workspace(name, DEMO)
        started = await client.restart_app(name)
        assert await ask(started.upstream, "/count") == expected
        with pytest.raises(VmControlError) as refused:
            await client.erase_volume(f"kept-{name}")
        assert refused.value.code == "state_conflict"
        await client.destroy_machine(name)
    await client.erase_volume(f"kept-{name}")
    await client.erase_volume(f"kept-{name}")
    await client.put_machine(name, spec(f"kept-{name}"))
    out, _, _ = await run_in(client, name, "/bin/sh", "-c", "ls -A /home/user/data /home/user/app")
    assert out == "/home/user/app:\n\n/home/user/data:\n"
    await client.destroy_machine(name)


async def test_destroying_leaves_nothing_behind(daemon: Daemon, client: VmControlClient, name: str) -> None:
    before = set(daemon.sandboxes())
    await client.put_machine(name, spec(f"volume-{name}"))
    assert set(daemon.sandboxes()) - before
    # Modes and depths that resist a careless removal.
    deep = (
        "for i in $(seq 300); do mkdir d; cd d; done; cd /home/user/app; mkdir closed; touch closed/f; chmod 0 closed"
    )
    await run_in(client, name, "/bin/sh", "-c", deep)
    await client.destroy_machine(name)
    await client.destroy_machine(name)
    with pytest.raises(VmControlError) as gone:
        await client.get_machine(name)
    assert (gone.value.status, gone.value.code) == (404, "not_found")
    assert set(daemon.sandboxes()) == before
    assert not (daemon.top / "home/machines" / name).exists()
    assert list((daemon.top / "home/trash").iterdir()) == []
    assert [path.name for path in (daemon.top / "run").iterdir()] == ["control.sock"]


async def test_many_machines_at_once_are_each_their_own(client: VmControlClient, name: str) -> None:
    names = [f"{name}-{number}" for number in range(6)]

    async def build(one: str) -> None:
        await client.put_machine(one, spec(f"volume-{one}"))
        await client.write_file(one, "own", one.encode())

    async with anyio.create_task_group() as group:
        for one in names:
            group.start_soon(build, one)
    assert {m.id for m in await client.list_machines()} >= set(names)
    for one in names:
        assert await client.read_file(one, "own") == one.encode()
        await client.destroy_machine(one)


async def test_the_same_machine_created_many_times_at_once_is_one(client: VmControlClient, name: str) -> None:
    generations: list[int] = []

    async def create() -> None:
        generations.append((await client.put_machine(name, spec(f"volume-{name}"))).generation)

    async with anyio.create_task_group() as group:
        for _ in range(5):
            group.start_soon(create)
    assert generations == [1] * 5
    await client.destroy_machine(name)


async def test_one_machine_of_a_project_has_the_volume_at_a_time(client: VmControlClient, machine: str) -> None:
    with pytest.raises(VmControlError) as refused:
        await client.put_machine(f"{machine}-second", spec(f"volume-{machine}"))
    assert (refused.value.status, refused.value.code) == (409, "state_conflict")


@pytest.mark.parametrize("bad", ["..", "a/b", "a\0b", "-a", "x" * 65, " ", "ä"])
async def test_bad_ids_are_refused(client: VmControlClient, bad: str) -> None:
    with pytest.raises(VmControlError) as refused:
        await client.put_machine(bad, spec("volume"))
    assert refused.value.status in (404, 422)


async def test_an_unknown_template_is_refused_by_name(client: VmControlClient, name: str) -> None:
    with pytest.raises(VmControlError) as refused:
        await client.put_machine(name, MachineSpec(template="cobol", volume_id="v"))
    assert refused.value.code == "spec_invalid"
    assert "cobol" in refused.value.detail


async def test_calls_into_a_stopped_machine_say_its_state(client: VmControlClient, machine: str) -> None:
    await client.stop_machine(machine)
    with pytest.raises(VmControlError) as refused:
        await client.read_file(machine, "greeting")
    assert (refused.value.status, refused.value.code, refused.value.state) == (409, "state_conflict", "stopped")


async def test_every_call_needs_the_token(daemon: Daemon) -> None:
    async with daemon.client(token="wrong-token-wrong-token") as stranger:
        for call in (stranger.health, stranger.list_machines, stranger.capabilities):
            with pytest.raises(VmControlError) as refused:
                await call()
            assert (refused.value.status, refused.value.code) == (401, "unauthorized")
