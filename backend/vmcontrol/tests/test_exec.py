"""Commands: streamed, limited, and gone with their caller."""

from __future__ import annotations

import time

import pytest

from vmcontrol.client import VmControlClient, VmControlError
from vmcontrol.schemas import Exec, ExecEnd, ExecOutput

from .harness import run_in, wait_until

pytestmark = pytest.mark.anyio


async def count(client: VmControlClient, machine: str, word: str) -> int:
    script = "for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline; echo; done"
    out, _, _ = await run_in(client, machine, "/bin/sh", "-c", script)
    return sum(line.startswith(word) for line in out.splitlines())


async def test_output_streams_and_exit_code(client: VmControlClient, machine: str) -> None:
    out, err, end = await run_in(client, machine, "/bin/sh", "-c", "echo out; echo err >&2; exit 7")
    assert (out, err) == ("out\n", "err\n")
    assert end == ExecEnd(exit_code=7, reason=None)


async def test_output_arrives_while_the_command_runs(client: VmControlClient, machine: str) -> None:
    script = "echo first; while [ ! -e go ]; do sleep 0.02; done; echo second"
    async with client.execute(machine, Exec(argv=("/bin/sh", "-c", script))) as events:
        assert await anext(events) == ExecOutput(stream="stdout", data="first\n")
        await client.write_file(machine, "go", b"")
        assert await anext(events) == ExecOutput(stream="stdout", data="second\n")
        assert await anext(events) == ExecEnd(exit_code=0, reason=None)


async def test_working_directory_and_environment(client: VmControlClient, machine: str) -> None:
    await client.write_file(machine, "below/file", b"")
    order = Exec(argv=("/bin/sh", "-c", 'pwd; echo "$WORD"'), cwd="below", env={"WORD": "ä 'quoted'"})
    async with client.execute(machine, order) as events:
        text = "".join([event.data async for event in events if isinstance(event, ExecOutput)])
    assert text == "/home/user/app/below\nä 'quoted'\n"


async def test_a_command_out_of_time_is_killed_with_its_children(client: VmControlClient, machine: str) -> None:
    began = time.monotonic()
    script = "setsid sleep 1001 & sleep 1001"
    _, _, end = await run_in(client, machine, "/bin/sh", "-c", script, timeout_seconds=0.3)
    assert end == ExecEnd(exit_code=None, reason="timeout")
    assert time.monotonic() - began < 5
    assert await count(client, machine, "sleep 1001") == 0


async def test_endless_output_stops_at_the_limit(client: VmControlClient, machine: str) -> None:
    order = Exec(argv=("yes",), output_limit_bytes=100_000)
    async with client.execute(machine, order) as events:
        found = [event async for event in events]
    assert found[-1] == ExecEnd(exit_code=None, reason="output_limit")
    assert sum(len(event.data) for event in found if isinstance(event, ExecOutput)) == 100_000


async def test_leaving_kills_the_command(client: VmControlClient, machine: str) -> None:
    order = Exec(argv=("/bin/sh", "-c", "echo begun; setsid sleep 1002 & sleep 1002"))
    async with client.execute(machine, order) as events:
        await anext(events)
        assert await count(client, machine, "sleep 1002") == 2

    async def is_gone() -> bool:
        return await count(client, machine, "sleep 1002") == 0

    await wait_until(is_gone)


async def test_a_child_left_behind_does_not_hold_the_answer(client: VmControlClient, machine: str) -> None:
    out, _, end = await run_in(client, machine, "/bin/sh", "-c", "sleep 1003 & echo done")
    assert (out, end) == ("done\n", ExecEnd(exit_code=0, reason=None))


async def test_stopping_the_machine_ends_its_commands(client: VmControlClient, machine: str) -> None:
    async with client.execute(machine, Exec(argv=("sleep", "1004"))) as events:
        await client.stop_machine(machine, grace_seconds=0)
        assert [event async for event in events] == [ExecEnd(exit_code=None, reason="cancelled")]


async def test_broken_text_is_replaced_not_refused(client: VmControlClient, machine: str) -> None:
    out, _, _ = await run_in(client, machine, "/usr/bin/printf", r"a\377b")
    assert out == "a�b"


@pytest.mark.parametrize(("argv", "cwd"), [(("/no/such/program",), "."), (("true",), "no/such/directory")])
async def test_what_cannot_start_is_refused(
    client: VmControlClient, machine: str, argv: tuple[str, ...], cwd: str
) -> None:
    with pytest.raises(VmControlError) as refused:
        async with client.execute(machine, Exec(argv=argv, cwd=cwd)):
            pass
    assert (refused.value.status, refused.value.code) == (422, "spec_invalid")
