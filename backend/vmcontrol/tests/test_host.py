"""What the host offers and how the daemon deals with it: capabilities, templates, configuration, permissions."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from vmcontrol.daemon.config import DaemonConfig
from vmcontrol.schemas import MachineSpec

from .harness import Daemon, run_in

pytestmark = pytest.mark.anyio
DEMO = {"start_command": ["/usr/bin/python3", "app.py"], "port": 5173}


@pytest.fixture(scope="module")
def daemon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemon]:
    """Templates: one with a Python environment of its own at an arbitrary place, and two broken ones."""
    found = Daemon()
    venv = found.top / "some where" / "venv"
    subprocess.run(["/usr/bin/python3", "-m", "venv", "--without-pip", str(venv)], check=True)
    site = next(venv.glob("lib/python3.*/site-packages"))
    (site / "only_in_the_template.py").write_text("WORD = 'found'\n")
    bare = found.top / "bare_modules"
    bare.mkdir()
    config = json.loads((found.top / "config.json").read_text())
    config["templates"] = {
        "python": {**DEMO, "python_venv": str(venv), "env": {"FROM_TEMPLATE": "yes"}},
        "missing": {**DEMO, "node_modules": str(found.top / "not there")},
        "unprepared": {**DEMO, "node_modules": str(bare)},
    }
    (found.top / "config.json").write_text(json.dumps(config))
    try:
        found.start()
        yield found
    finally:
        found.remove()


async def test_capabilities_come_from_a_real_sandbox(daemon: Daemon) -> None:
    async with daemon.client() as client:
        found = await client.capabilities()
        assert (found.driver, found.isolation, found.available) == ("sandbox", "process", True), found
        missing = {item.name: item.reason for item in found.missing}
        assert {"suspend", "egress_proxy", "disk", "memory", "processes"} <= missing.keys()
        assert all(missing.values())
        assert {"exec_time", "exec_output", "open_files"} <= set(found.limits_enforced)
        assert await client.capabilities() == found
        assert (await client.capabilities(fresh=True)).available
    assert daemon.sandboxes() == []


async def test_broken_templates_are_named_with_what_to_do(daemon: Daemon) -> None:
    async with daemon.client() as client:
        templates = {item.name: item for item in (await client.capabilities()).templates}
    assert templates["python"].available
    assert templates["python"].runtimes["python"].startswith("Python 3.")
    assert not templates["missing"].available
    assert "does not exist" in (templates["missing"].reason or "")
    assert ".vite-temp" in (templates["unprepared"].reason or "")


async def test_a_templates_python_works_wherever_it_lies_on_the_host(daemon: Daemon) -> None:
    async with daemon.client() as client:
        await client.put_machine("py", MachineSpec(template="python", volume_id="py", env={"MINE": "too"}))
        program = "import only_in_the_template as o, os, sys; print(o.WORD, sys.prefix, os.environ['APP_PYTHON'])"
        out, err, _ = await run_in(
            client, "py", "/bin/sh", "-c", f'"$APP_PYTHON" -c "{program}"; echo $FROM_TEMPLATE $MINE'
        )
        assert out == "found /opt/vibecaas/python /opt/vibecaas/python/bin/python\nyes too\n", err
        await client.destroy_machine("py")


async def test_sockets_are_open_to_the_group_and_to_nobody_else(daemon: Daemon) -> None:
    async with daemon.client() as client:
        machine = await client.put_machine("group", MachineSpec(template="python", volume_id="group"))
        assert machine.upstream is not None
        upstream = Path(machine.upstream[len("unix:") : -1])
        modes = [
            modes_of(path) for path in (upstream, upstream.parent, upstream.with_name("agent.sock"), daemon.socket)
        ]
        assert modes == [0o660, 0o750, 0o600, 0o660]
        assert modes_of(daemon.top / "home" / "machines") == 0o700
        await client.destroy_machine("group")


def modes_of(path: Path) -> int:
    return path.stat().st_mode & 0o777


async def test_limits_of_files_hold(daemon: Daemon) -> None:
    async with daemon.client() as client:
        await client.put_machine("lim", MachineSpec(template="python", volume_id="lim"))
        script = "ulimit -n; ulimit -c; ulimit -f"
        out, _, _ = await run_in(client, "lim", "/bin/bash", "-c", script)
        assert out.split() == ["4096", "0", str(1024 * 1024)]
        await client.destroy_machine("lim")


def test_the_daemon_refuses_to_run_as_root(daemon: Daemon) -> None:
    # Root of a user namespace of its own, which anybody can be.
    command = (sys.executable, "-m", "vmcontrol.daemon", "--config", str(daemon.top / "config.json"))
    done = daemon.run("unshare", "-r", *command)
    assert done.returncode == 2
    assert b"never runs as root" in done.stderr


def config(**change: object) -> dict[str, object]:
    values = {"home": "/h", "sockets_dir": "/s", "socket": "/s/control.sock", "token_file": "/t"}
    return {**values, **change}


@pytest.mark.parametrize(
    "change",
    [
        {"sockets_dir": "/" + "x" * 90},
        {"socket": "/" + "x" * 105 + ".sock"},
        {"home": "relative"},
        {"unknown": 1},
        {"templates": {"../up": DEMO}},
        {"templates": {"demo": {**DEMO, "health_path": "no-slash"}}},
    ],
)
def test_a_wrong_configuration_is_refused(change: dict[str, object]) -> None:
    assert DaemonConfig.model_validate(config())
    with pytest.raises(ValidationError):
        DaemonConfig.model_validate(config(**change))


@pytest.mark.parametrize("content", ["", "{", '{"home": "/tmp"}'])
def test_a_broken_configuration_is_told_in_a_sentence(daemon: Daemon, content: str) -> None:
    file = daemon.top / "broken.json"
    file.write_text(content)
    done = daemon.run(sys.executable, "-m", "vmcontrol.daemon", "--config", str(file))
    assert done.returncode == 2
    assert b"vm-control cannot start with" in done.stderr
    assert b"Traceback" not in done.stderr
