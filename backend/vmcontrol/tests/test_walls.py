"""The walls of a sandbox, attacked from inside; each test shows first that its attack works where nothing stops it."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from simulators.metadata.app import create_app
from simulators.metadata.state import MetadataState
from simulators.serving import serve
from vmcontrol.client import VmControlClient
from vmcontrol.schemas import MachineSpec

from .harness import CANARY, DEMO, TOKEN, Daemon, run_in

pytestmark = pytest.mark.anyio

METADATA = "169.254.169.254"
REACH = """
import socket, sys
family, address = sys.argv[1], sys.argv[2:]
try:
    if family == "unix":
        name = "\\0" + address[0][1:] if address[0].startswith("@") else address[0]
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(3)
        connection.connect(name)
    else:
        connection = socket.create_connection((address[0], int(address[1])), 3)
        connection.sendall(b"GET /latest/meta-data/ HTTP/1.0\\r\\n\\r\\n"); connection.recv(1)
    print("reached")
except OSError as error:
    print("stopped", error)
"""


def reach_from_host(*target: str) -> str:
    """What the attack says where nothing stops it."""
    done = subprocess.run([sys.executable, "-c", REACH, *target], capture_output=True, text=True, check=True)
    return done.stdout.split()[0]


async def reach_from_inside(client: VmControlClient, machine: str, *target: str) -> str:
    out, err, _ = await run_in(client, machine, "/usr/bin/python3", "-c", REACH, *target)
    assert out, err
    return out.split()[0]


def read_proc(pid: int, name: str) -> bytes:
    return Path(f"/proc/{pid}/{name}").read_bytes()


@contextmanager
def unix_listener(address: str) -> Iterator[None]:
    """Accepts connections until the block ends."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(address)
        listener.listen()
        yield


@pytest.fixture
async def neighbour(client: VmControlClient, name: str) -> AsyncIterator[str]:
    """Another sandbox with a running app and a secret."""
    other = f"{name}-neighbour"
    await client.put_machine(other, MachineSpec(template="demo", volume_id=f"volume-{other}"))
    await client.put_workspace(other, DEMO)
    await client.write_file(other, "secret.txt", CANARY.encode())
    await run_in(client, other, "/bin/sh", "-c", f"echo {CANARY} >/home/user/data/secret.txt; cp secret.txt /tmp")
    assert (await client.restart_app(other)).conditions.port_open
    yield other
    await client.destroy_machine(other)


async def test_services_on_the_hosts_loopback_are_out_of_reach(client: VmControlClient, machine: str) -> None:
    state = MetadataState()
    with serve(create_app(state)) as url:
        port = str(urlsplit(url).port)
        assert reach_from_host("tcp", "127.0.0.1", port) == "reached"
        assert len(state.hits) == 1
        for address in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "::ffff:127.0.0.1"):  # noqa: S104 - a target
            assert await reach_from_inside(client, machine, "tcp", address, port) == "stopped"
        assert len(state.hits) == 1
    # The program itself works inside: it reaches what belongs to the sandbox.
    assert (await client.restart_app(machine)).conditions.port_open
    assert await reach_from_inside(client, machine, "tcp", "127.0.0.1", "5173") == "reached"


async def test_the_metadata_service_is_out_of_reach(client: VmControlClient, machine: str) -> None:
    state = MetadataState()
    with serve(create_app(state)) as url:
        assert reach_from_host("tcp", "127.0.0.1", str(urlsplit(url).port)) == "reached"
        for address in (METADATA, f"::ffff:{METADATA}", "fd00:ec2::254", "metadata.google.internal"):
            assert await reach_from_inside(client, machine, "tcp", address, "80") == "stopped"
        assert len(state.hits) == 1
    out, _, _ = await run_in(client, machine, "cat", "/proc/net/route", "/proc/net/dev")
    assert [line.split(":")[0].strip() for line in out.splitlines() if ":" in line] == ["lo"]


async def test_another_sandboxes_port_is_out_of_reach(client: VmControlClient, machine: str, neighbour: str) -> None:
    upstream = (await client.get_machine(neighbour)).upstream
    assert upstream is not None
    path = upstream[len("unix:") : -1]
    assert reach_from_host("unix", path) == "reached"
    assert await reach_from_inside(client, neighbour, "tcp", "127.0.0.1", "5173") == "reached"
    assert await reach_from_inside(client, machine, "unix", path) == "stopped"
    assert await reach_from_inside(client, machine, "tcp", "127.0.0.1", "5173") == "stopped"


async def test_another_sandboxes_files_and_processes_are_out_of_reach(
    daemon: Daemon, client: VmControlClient, machine: str, neighbour: str
) -> None:
    script = "cat /tmp/secret.txt secret.txt ../data/secret.txt"
    out, _, _ = await run_in(client, neighbour, "/bin/sh", "-c", script)
    assert out.count(CANARY) == 3
    home = daemon.top / "home"
    paths = [home / "machines" / neighbour / "work/secret.txt", home / "volumes" / f"volume-{neighbour}/secret.txt"]
    assert all(path.read_text().strip() == CANARY for path in paths if path.exists())
    assert any(path.exists() for path in paths)
    tries = ["/tmp/secret.txt", "secret.txt", "../data/secret.txt", *map(str, paths)]  # noqa: S108 - paths inside
    out, _, end = await run_in(client, machine, "cat", *tries)
    assert (out, end.exit_code) == ("", 1)
    count = "ls -d /proc/[0-9]* | wc -l"
    before, _, _ = await run_in(client, machine, "/bin/sh", "-c", count)
    assert int(before) < 8


async def test_the_hosts_environment_is_out_of_sight(daemon: Daemon, client: VmControlClient, machine: str) -> None:
    assert daemon.process is not None
    assert CANARY.encode() in read_proc(daemon.process.pid, "environ")
    script = "cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline; wc -c </proc/1/environ; env"
    out, err, _ = await run_in(client, machine, "/bin/sh", "-c", script)
    assert "APP_DATA_DIR=/home/user/data" in out, err
    for secret in (CANARY, "DAEMON_SECRET", TOKEN):
        assert secret not in out
    alone, _, _ = await run_in(client, machine, "wc", "-c", "/proc/1/environ")
    assert alone.split()[0] == "0"


async def test_the_agents_token_is_in_no_argument_and_no_environment(
    daemon: Daemon, client: VmControlClient, machine: str
) -> None:
    """Even from outside: nothing that `ps` shows differs from machine to machine but paths."""
    lines = [read_proc(pid, "cmdline") for pid in daemon.sandboxes(f"{machine}/")]
    assert lines
    environments = [read_proc(pid, "environ") for pid in daemon.sandboxes(f"{machine}/")]
    assert set(environments) == {b""}
    words = {word for line in lines for word in line.split(b"\0")}
    assert not [word for word in words if len(word) == 32 and b"/" not in word]


async def test_files_of_the_host_are_out_of_reach(daemon: Daemon, client: VmControlClient, machine: str) -> None:
    assert daemon.run("cat", str(daemon.canary)).stdout.decode() == CANARY
    targets = [
        daemon.canary,
        daemon.top / "token",
        Path("/etc/shadow"),
        Path("/etc/hostname"),
        Path("/var"),
        Path("/var/lib"),
    ]
    out, _, _ = await run_in(client, machine, "ls", "-d", *map(str, targets))
    assert out == ""
    climb = (
        "cd /home/user/app; cat ../../../../../.." + str(daemon.canary) + "; ln -s " + str(daemon.canary) + " x; cat x"
    )
    out, _, _ = await run_in(client, machine, "/bin/sh", "-c", climb)
    assert out == ""
    find = "import os; print([d for d, _, f in os.walk('/') if 'canary.txt' in f and not d.startswith('/proc')])"
    out, _, _ = await run_in(client, machine, "/usr/bin/python3", "-c", find)
    assert out == "[]\n"


async def test_unix_sockets_of_the_host_are_out_of_reach(
    daemon: Daemon, client: VmControlClient, machine: str, name: str
) -> None:
    path, abstract = str(daemon.top / "listener.sock"), f"vibecaas-test-{name}-{daemon.top.name}"
    with unix_listener(path), unix_listener(f"\0{abstract}"):
        for target in (path, f"@{abstract}"):
            assert reach_from_host("unix", target) == "reached"
            assert await reach_from_inside(client, machine, "unix", target) == "stopped"
    assert reach_from_host("unix", str(daemon.socket)) == "reached"
    assert await reach_from_inside(client, machine, "unix", str(daemon.socket)) == "stopped"


async def test_there_are_no_capabilities_no_namespaces_and_no_mounts(
    daemon: Daemon, client: VmControlClient, machine: str
) -> None:
    mount = ("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt")
    assert daemon.run(*mount).returncode == 0, "the host refuses what the sandbox must refuse: no control"
    _, _, end = await run_in(client, machine, *mount)
    assert end.exit_code != 0
    _, _, end = await run_in(client, machine, "mount", "-o", "remount,rw", "/")
    assert end.exit_code != 0
    out, _, _ = await run_in(client, machine, "cat", "/proc/self/status")
    status = dict(line.split(":\t", 1) for line in out.splitlines())
    for field in ("CapEff", "CapPrm", "CapBnd", "CapInh", "CapAmb"):
        assert int(status[field], 16) == 0
    assert (status["NoNewPrivs"], status["Uid"].split()[0]) == ("1", "1000")


async def test_writable_are_the_workspace_the_data_and_memory_only(client: VmControlClient, machine: str) -> None:
    script = "for d in / /usr /usr/bin /etc /run /run/vc /run/vc/agent /opt /dev /home; do touch $d/x && echo $d; done"
    out, _, _ = await run_in(client, machine, "/bin/sh", "-c", script)
    assert out == ""
    places = "/tmp /dev/shm /home/user /home/user/app /home/user/data"  # noqa: S108 - paths inside
    out, _, _ = await run_in(client, machine, "/bin/sh", "-c", f"for d in {places}; do touch $d/x && echo $d; done")
    assert out.split() == places.split()
    fill = "dd if=/dev/zero of=/tmp/full bs=1M count=1000 2>&1; stat -c %s /tmp/full; rm /tmp/full"
    out, _, _ = await run_in(client, machine, "/bin/sh", "-c", fill)
    assert "No space left" in out
    assert int(out.split()[-1]) <= 256 * 1024 * 1024


async def test_a_templates_dependencies_cannot_be_changed(daemon: Daemon, client: VmControlClient, name: str) -> None:
    await client.put_machine(name, MachineSpec(template="node", volume_id=f"volume-{name}"))
    script = """
    cd web/node_modules && touch .vite-temp/ok && echo control
    echo changed >leftpad/index.js; touch new; rm -rf leftpad; mv leftpad other; chmod 777 leftpad
    cd .. ; rm -rf node_modules; mv node_modules away; ls node_modules/leftpad
    """
    out, _, _ = await run_in(client, name, "/bin/sh", "-c", script)
    assert out == "control\nindex.js\n"
    original = daemon.top / "template/node_modules"
    assert (original / "leftpad/index.js").read_text() == "module.exports = 1\n"
    assert sorted(path.name for path in original.iterdir()) == [".vite-temp", "leftpad"]
    assert list((original / ".vite-temp").iterdir()) == []
    await client.destroy_machine(name)


async def test_the_next_machine_finds_nothing_of_the_last(client: VmControlClient, name: str) -> None:
    for _ in range(3):
        await client.put_machine(name, MachineSpec(template="demo", volume_id=f"volume-{name}"))
        script = f"grep -rs {CANARY} /home/user /tmp /dev/shm; echo {CANARY} | tee /tmp/x /home/user/app/x /dev/shm/x"
        out, _, _ = await run_in(client, name, "/bin/sh", "-c", script)
        assert out == f"{CANARY}\n"
        await client.destroy_machine(name)


async def test_users_processes_do_not_inherit_the_agents_sockets(client: VmControlClient, machine: str) -> None:
    out, _, _ = await run_in(client, machine, "/bin/sh", "-c", "readlink /proc/$$/fd/*")
    assert "socket" not in out
    out, _, _ = await run_in(client, machine, "/usr/bin/python3", "-c", "import os; print(os.listdir('/proc/self/fd'))")
    assert len(out.split(",")) <= 4


async def test_a_stopped_machines_socket_refuses_at_once(client: VmControlClient, name: str) -> None:
    machine = await client.put_machine(name, MachineSpec(template="demo", volume_id=f"volume-{name}"))
    assert machine.upstream is not None
    path = machine.upstream[len("unix:") : -1]
    assert reach_from_host("unix", path) == "reached"
    await client.stop_machine(name)
    assert reach_from_host("unix", path) == "stopped"
    await client.destroy_machine(name)
