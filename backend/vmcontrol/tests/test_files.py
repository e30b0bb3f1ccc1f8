"""Single files and whole workspaces, with the paths an attacker would try."""

from __future__ import annotations

import pytest

from vmcontrol.client import VmControlClient, VmControlError
from vmcontrol.schemas import MachineSpec

from .harness import Daemon, make_tar, read_tar, run_in

pytestmark = pytest.mark.anyio

BAD_PATHS = ["../x", "a/../../x", "/etc/passwd", "", "a//b", "./a", "a\0b", "link/passwd", "x" * 2000]


async def tree(client: VmControlClient, machine: str) -> dict[str, str]:
    async with client.get_workspace(machine) as chunks:
        return read_tar(b"".join([chunk async for chunk in chunks]))


async def test_a_file_is_written_read_and_deleted(client: VmControlClient, machine: str) -> None:
    content = bytes(range(256)) * 1000
    await client.write_file(machine, "deep/er/ünïcode 'name'.bin", content)
    assert await client.read_file(machine, "deep/er/ünïcode 'name'.bin") == content
    for _ in range(2):
        await client.delete_file(machine, "deep/er/ünïcode 'name'.bin")
    with pytest.raises(VmControlError) as missing:
        await client.read_file(machine, "deep/er/ünïcode 'name'.bin")
    assert (missing.value.status, missing.value.code) == (404, "not_found")


async def test_writing_keeps_the_mode(client: VmControlClient, machine: str) -> None:
    await run_in(client, machine, "/bin/sh", "-c", "echo >tool; chmod 755 tool")
    await client.write_file(machine, "tool", b"#!/bin/sh\necho works\n")
    out, _, _ = await run_in(client, machine, "./tool")
    assert out == "works\n"


@pytest.mark.parametrize("path", BAD_PATHS)
async def test_bad_paths_are_refused(client: VmControlClient, machine: str, path: str) -> None:
    await run_in(client, machine, "ln", "-s", "/etc", "link")
    for call in (client.read_file(machine, path), client.write_file(machine, path, b"x")):
        with pytest.raises(VmControlError) as refused:
            await call
        assert refused.value.status in (404, 422)


async def test_a_link_is_not_followed_and_a_fifo_does_not_hang(client: VmControlClient, machine: str) -> None:
    await run_in(client, machine, "/bin/sh", "-c", "ln -s /proc/1/cmdline way; mkfifo pipe")
    for path in ("way", "pipe"):
        with pytest.raises(VmControlError) as refused:
            await client.read_file(machine, path)
        assert refused.value.code == "not_found"
    assert "way" not in await tree(client, machine)


async def test_the_workspace_becomes_equal_to_the_tar(client: VmControlClient, machine: str) -> None:
    await client.write_file(machine, "old/file", b"old")
    await run_in(
        client, machine, "/bin/sh", "-c", "mkdir -p .venv data a; echo v >.venv/v; echo d >data/d; ln -s / a/b"
    )
    wanted = {"run": "#!/bin/sh", "web/src/main.ts": "1", "old": "now a file"}
    await client.put_workspace(machine, make_tar(wanted, links={"web/link": "src/main.ts"}))
    assert await tree(client, machine) == {**wanted, "web/link": "-> src/main.ts"}
    out, _, _ = await run_in(client, machine, "/bin/sh", "-c", "cat .venv/v data/d; test -x run && echo executable")
    assert out == "v\nd\nexecutable\n"


@pytest.mark.parametrize(
    ("files", "links"),
    [
        ({"../out": "x"}, {}),
        ({"/absolute": "x"}, {}),
        ({"a/../../out": "x"}, {}),
        ({}, {"link": "/etc/passwd"}),
        ({}, {"link": "../../etc"}),
        ({"link/x": "x"}, {"link": "."}),
    ],
)
async def test_a_bad_tar_changes_nothing(
    client: VmControlClient, machine: str, files: dict[str, str | bytes], links: dict[str, str]
) -> None:
    before = await tree(client, machine)
    with pytest.raises(VmControlError) as refused:
        await client.put_workspace(machine, make_tar({"good": "x", **files}, links=links))
    assert (refused.value.status, refused.value.code) == (422, "path_refused")
    assert await tree(client, machine) == before


async def test_what_is_no_tar_is_refused(client: VmControlClient, machine: str) -> None:
    with pytest.raises(VmControlError) as refused:
        await client.put_workspace(machine, b"this is no tar" * 100)
    assert (refused.value.status, refused.value.code) == (422, "spec_invalid")


async def test_dependencies_and_git_are_no_part_of_the_workspace(client: VmControlClient, machine: str) -> None:
    sent = {"web/node_modules/x.js": "no", ".git/config": "no", "api/__pycache__/a.pyc": "no", "api/a.py": "yes"}
    await client.put_workspace(machine, make_tar(sent))
    out, _, _ = await run_in(client, machine, "find", ".", "-type", "f")
    assert out == "./api/a.py\n"
    out, _, _ = await run_in(client, machine, "stat", "-c", "%a", "api", "api/a.py")
    assert out == "755\n644\n"


async def test_links_left_for_the_mount_lead_nowhere(daemon: Daemon, client: VmControlClient, name: str) -> None:
    """A guest that turns `web` into a link cannot make the next start mount or create outside."""
    wanted = MachineSpec(template="node", volume_id=f"volume-{name}")
    await client.put_machine(name, wanted)
    script = f"mv web gone; ln -s /oldroot{daemon.top}/home web; readlink web"
    out, _, _ = await run_in(client, name, "/bin/sh", "-c", script)
    assert out.strip().endswith("/home")
    await client.stop_machine(name)
    await client.start_machine(name)
    out, _, _ = await run_in(client, name, "/bin/sh", "-c", "cat web/node_modules/leftpad/index.js")
    assert out == "module.exports = 1\n"
    assert not (daemon.top / "home" / "node_modules").exists()
    await client.destroy_machine(name)
