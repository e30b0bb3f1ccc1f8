"""The contract of VmHost, on the twin in memory and on the adapter with a real vm-control daemon."""

import asyncio
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from vibecaas.adapters.fakes.vmhost import InMemoryVmHost
from vibecaas.adapters.vmhost import VmControlHost
from vibecaas.kit import clock, ids
from vibecaas.kit.errors import DependencyUnavailable, NotFound
from vibecaas.microvms.ports import VmHost
from vibecaas.microvms.schemas import MachineWish

UNPRIVILEGED = 64_124
START_SECONDS = 20
APP = """import http.server, os
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
"""


def tar(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as packed:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text)
            packed.addfile(member, io.BytesIO(text.encode()))
    return buffer.getvalue()


@pytest.fixture(scope="module")
def daemon() -> Iterator[Path]:
    """Run a daemon as an ordinary user; yield its folder. It is short, since a socket's path has 107 bytes."""
    top = Path(tempfile.mkdtemp(prefix="vcp-", dir="/tmp"))
    top.chmod(0o755)
    template = {"start_command": ["/usr/bin/python3", "app.py"], "port": 5173, "health_path": "/"}
    config = {
        "home": str(top / "home"),
        "sockets_dir": str(top / "run"),
        "socket": str(top / "run" / "control.sock"),
        "token_file": str(top / "token"),
        "templates": {"fullstack": template},
    }
    (top / "token").write_text(ids.secret_token())
    (top / "config.json").write_text(json.dumps(config))
    for name in ("run", "home"):
        (top / name).mkdir()
    user = UNPRIVILEGED if os.geteuid() == 0 else None
    if user is not None:
        for path in (top / "run", top / "home", top / "token", top / "config.json"):
            os.chown(path, user, user)
    with (top / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "vmcontrol.daemon", "--config", str(top / "config.json")],
            env={"PATH": "/usr/bin:/bin"},
            cwd="/",
            stdout=log,
            stderr=log,
            user=user,
            group=user,
            extra_groups=[] if user is not None else None,
        )
    try:
        asyncio.run(_wait(top, process))
        yield top
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(top)


def _host(top: Path) -> VmControlHost:
    return VmControlHost(socket=top / "run" / "control.sock", token_file=top / "token")


async def _wait(top: Path, process: subprocess.Popen[bytes]) -> None:
    host = _host(top)
    ends_at = clock.monotonic_seconds() + START_SECONDS
    while clock.monotonic_seconds() < ends_at:
        assert process.poll() is None, (top / "log").read_text()
        with suppress(DependencyUnavailable):
            await host.machines()
            break
        await clock.sleep(0.05)
    await host.close()


Scenario = Callable[[VmHost], Coroutine[Any, Any, None]]
Run = Callable[[Scenario], None]


@pytest.fixture(params=["twin", "vm-control"])
def run(request: pytest.FixtureRequest) -> Run:
    def on_twin(scenario: Scenario) -> None:
        asyncio.run(scenario(InMemoryVmHost()))

    def on_daemon(scenario: Scenario) -> None:
        async def live() -> None:
            host = _host(top)
            try:
                await scenario(host)
            finally:
                await host.close()

        asyncio.run(live())

    if request.param == "twin":
        return on_twin
    top: Path = request.getfixturevalue("daemon")
    return on_daemon


def wish(name: str) -> MachineWish:
    return MachineWish(template="fullstack", volume=name, vcpus=1, memory_mib=256)


def test_a_machine_runs_what_was_pushed_until_it_is_destroyed(run: Run) -> None:
    async def scenario(host: VmHost) -> None:
        name = ids.encode("prj", ids.new_uuid())
        facts = await host.facts()
        assert facts.available, facts.reason
        assert (facts.driver, facts.isolation) == ("sandbox", "process")

        fresh = await host.run(name, wish(name))
        assert (fresh.name, fresh.status, fresh.app_answers) == (name, "running", False)
        await host.push(name, tar({"app.py": APP}))
        started = await host.restart_app(name, timeout_seconds=20)
        assert started.app_answers, started
        assert started.upstream is not None
        assert started.upstream.startswith("unix:/")
        assert started.upstream.endswith(":")
        assert (await host.run(name, wish(name))).upstream == started.upstream
        assert [one.status for one in await host.machines() if one.name == name] == ["running"]

        await host.stop(name)
        assert [one.status for one in await host.machines() if one.name == name] == ["stopped"]
        for _ in range(2):
            await host.destroy(name)
            await host.erase_volume(name)
        assert not [one for one in await host.machines() if one.name == name]

    run(scenario)


def test_commands_tell_their_output_and_how_they_ended(run: Run) -> None:
    async def scenario(host: VmHost) -> None:
        name = ids.encode("prj", ids.new_uuid())
        heard: list[str] = []

        async def listen(text: str) -> None:
            heard.append(text)

        await host.run(name, wish(name))
        said = await host.execute(name, ("echo", "hello", "you"), timeout_seconds=20, on_output=listen)
        assert (said.exit_code, said.output, said.reason) == (0, "hello you\n", None)
        assert "".join(heard) == "hello you\n"
        assert (await host.execute(name, ("false",), timeout_seconds=20, on_output=None)).exit_code == 1
        slow = await host.execute(name, ("sleep", "30"), timeout_seconds=0.5, on_output=None)
        assert (slow.exit_code, slow.reason) == (None, "timeout")
        await host.destroy(name)

    run(scenario)


def test_an_unknown_machine_is_not_found(run: Run) -> None:
    async def scenario(host: VmHost) -> None:
        name = ids.encode("prj", ids.new_uuid())
        with pytest.raises(NotFound):
            await host.push(name, tar({"a": "a"}))
        with pytest.raises(NotFound):
            await host.restart_app(name, timeout_seconds=1)
        with pytest.raises(NotFound):
            await host.execute(name, ("true",), timeout_seconds=1, on_output=None)

    run(scenario)


def test_an_app_that_fails_is_an_answer_with_a_reason(daemon: Path) -> None:
    async def scenario() -> None:
        host = _host(daemon)
        name = ids.encode("prj", ids.new_uuid())
        await host.run(name, wish(name))
        await host.push(name, tar({"app.py": "raise SystemExit('it is broken')"}))
        seen = await host.restart_app(name, timeout_seconds=5)
        assert not seen.app_answers
        assert seen.reason is not None
        assert seen.reason.code == "start_failed"
        assert any("it is broken" in line for line in (*seen.last_lines, seen.reason.message))
        await host.destroy(name)
        await host.close()

    asyncio.run(scenario())


def test_no_daemon_is_a_missing_dependency(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("x" * 20)

    async def scenario(host: VmControlHost) -> None:
        with pytest.raises(DependencyUnavailable) as missing:
            await host.machines()
        assert missing.value.extra == {"dependency": "vm_host"}
        await host.close()

    for socket, token in ((None, None), (tmp_path / "s", tmp_path / "none"), (tmp_path / "s", tmp_path / "token")):
        asyncio.run(scenario(VmControlHost(socket=socket, token_file=token)))
