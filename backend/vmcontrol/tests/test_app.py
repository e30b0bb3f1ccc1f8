"""The app process: restart, crashes and their cause, logs."""

from __future__ import annotations

import anyio
import httpx
import pytest

from vmcontrol.client import VmControlClient
from vmcontrol.schemas import MachineSpec, Reason

from .harness import make_tar, run_in, wait_until

pytestmark = pytest.mark.anyio


async def test_a_crash_is_reported_with_its_last_words(client: VmControlClient, machine: str) -> None:
    started = await client.restart_app(machine)
    assert started.upstream is not None
    transport = httpx.AsyncHTTPTransport(uds=started.upstream[len("unix:") : -1])
    async with httpx.AsyncClient(transport=transport, base_url="http://app") as http:
        with pytest.raises(httpx.TransportError):
            await http.get("/crash")

    async def is_reported() -> bool:
        found = await client.get_machine(machine)
        return found.reason is not None

    await wait_until(is_reported)
    crashed = await client.get_machine(machine)
    assert crashed.reason is not None
    assert crashed.reason.code == "app_exited"
    assert "exit code 3" in crashed.reason.message
    assert "something broke badly" in crashed.reason.message
    assert crashed.last_lines == ("demo app starts", "something broke badly")
    assert (crashed.state, crashed.conditions.port_open) == ("running", False)
    assert (await client.restart_app(machine)).conditions.port_open


async def test_an_app_that_cannot_start_says_why(client: VmControlClient, machine: str) -> None:
    await client.write_file(machine, "app.py", b"import nothing_of_that_name")
    failed = await client.restart_app(machine)
    assert failed.reason is not None
    assert failed.reason.code == "app_exited"
    assert "ModuleNotFoundError" in failed.reason.message
    assert any("nothing_of_that_name" in line for line in failed.last_lines)


async def test_a_missing_start_command_is_named(client: VmControlClient, name: str) -> None:
    wanted = MachineSpec(template="demo", volume_id=f"volume-{name}", start_command=("./run", "dev"))
    await client.put_machine(name, wanted)
    failed = await client.restart_app(name)
    assert failed.reason is not None
    assert failed.reason.code == "start_failed"
    assert "./run" in failed.reason.message
    await client.destroy_machine(name)


async def test_an_app_on_another_port_is_told_where_it_listens(client: VmControlClient, machine: str) -> None:
    other = "import http.server as h; h.HTTPServer(('127.0.0.1', 9999), h.BaseHTTPRequestHandler).serve_forever()"
    await client.write_file(machine, "app.py", other.encode())
    late = await client.restart_app(machine, timeout_seconds=1)
    assert late.reason is not None
    assert late.reason.code == "port_not_listening"
    assert "9999" in late.reason.message
    assert (await client.get_machine(machine)).reason == late.reason


async def test_an_unhealthy_app_is_not_reported_as_started(client: VmControlClient, machine: str) -> None:
    await client.delete_file(machine, "greeting")
    failed = await client.restart_app(machine, timeout_seconds=1)
    assert failed.reason is not None
    assert failed.reason.code == "health_failed"


async def test_restarting_ends_everything_the_app_started(client: VmControlClient, machine: str) -> None:
    # Both leave the process group; one of them even its session's parent.
    leavers = b"import subprocess; subprocess.Popen(['setsid', 'sleep', '1000'], start_new_session=True)\n"
    content = await client.read_file(machine, "app.py")
    await client.write_file(machine, "app.py", leavers + content)
    for _ in range(2):
        assert (await client.restart_app(machine)).conditions.port_open
    script = "for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline; echo; done | grep -c '^sleep 1000'"

    async def is_one() -> bool:
        out, _, _ = await run_in(client, machine, "/bin/sh", "-c", script)
        return out.strip() == "1"

    # Never two; and none for as long as the new one has not begun.
    await wait_until(is_one)


async def test_a_later_restart_ends_the_wait_of_an_earlier_one(client: VmControlClient, machine: str) -> None:
    content = await client.read_file(machine, "app.py")
    await client.write_file(machine, "app.py", b"import time; print('waiting', flush=True); time.sleep(1000)")
    reasons: list[Reason | None] = []

    async def wait_in_vain() -> None:
        reasons.append((await client.restart_app(machine, timeout_seconds=60)).reason)

    async def is_waiting() -> bool:
        return await client.logs(machine) == ("waiting",)

    async with anyio.create_task_group() as group:
        group.start_soon(wait_in_vain)
        await wait_until(is_waiting)
        await client.write_file(machine, "app.py", content)
        assert (await client.restart_app(machine)).conditions.port_open
    assert [reason.code for reason in reasons if reason is not None] == ["superseded"]
    assert (await client.get_machine(machine)).reason is None


async def test_a_flood_of_output_is_kept_short(client: VmControlClient, machine: str) -> None:
    content = await client.read_file(machine, "app.py")
    flood = b"import threading; threading.Thread(target=lambda: [print('x' * 5000, i) for i in range(3000)]).start()\n"
    await client.write_file(machine, "app.py", flood + content)
    assert (await client.restart_app(machine)).conditions.port_open
    lines = await client.logs(machine, tail=1000)
    assert len(lines) <= 1000
    assert max(map(len, lines)) <= 2000


async def test_unchanged_files_keep_their_time(client: VmControlClient, machine: str) -> None:
    before, _, _ = await run_in(client, machine, "stat", "-c", "%Y %i", "greeting")
    app = await client.read_file(machine, "app.py")
    await client.put_workspace(machine, make_tar({"greeting": "hello", "app.py": app, "new": "n"}))
    after, _, _ = await run_in(client, machine, "stat", "-c", "%Y %i", "greeting")
    assert after == before
