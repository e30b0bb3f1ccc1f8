"""A real daemon in a process of its own, as an ordinary user, and helpers to wait for it."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path

import anyio

from vmcontrol.client import VmControlClient, VmControlError
from vmcontrol.schemas import Exec, ExecEnd, ExecOutput

TOKEN = "a-token-for-tests-only"
CANARY = "canary-4f1d"
_UNPRIVILEGED = 64_123
_START_SECONDS = 20.0

DEMO_APP = """
import http.server, os, pathlib, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/crash":
            print("something broke badly", flush=True)
            os._exit(3)
        if self.path == "/count":
            store = pathlib.Path(os.environ["APP_DATA_DIR"], "count")
            store.write_text(str(int(store.read_text() if store.exists() else 0) + 1))
            body = store.read_text()
        else:
            body = pathlib.Path("greeting").read_text()
        self.send_response(200); self.send_header("Content-Length", str(len(body))); self.end_headers()
        self.wfile.write(body.encode())
    def log_message(self, *_): pass
print("demo app starts", flush=True)
http.server.ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
"""


class Daemon:
    """Directories, configuration and process of one daemon; `top` is what the sandboxes must not see."""

    def __init__(self, **extra: object) -> None:
        # Short, because a socket's path has 107 bytes; not pytest's tmp_path, because another user must enter it.
        self.top = Path(tempfile.mkdtemp(prefix="vct-", dir="/tmp"))
        self.top.chmod(0o755)
        self.canary = self.top / "canary.txt"
        self.canary.write_text(CANARY)
        self._write("token", TOKEN)
        self.socket = self.top / "run" / "control.sock"
        self._write_config(extra)
        for name in ("run", "home"):
            (self.top / name).mkdir()
            self._own(self.top / name)
        self.process: subprocess.Popen[bytes] | None = None

    def _write(self, name: str, text: str) -> None:
        path = self.top / name
        path.write_text(text)
        path.chmod(0o600)
        self._own(path)

    def _own(self, path: Path) -> None:
        if os.geteuid() == 0:
            os.chown(path, _UNPRIVILEGED, _UNPRIVILEGED)

    def _write_config(self, extra: dict[str, object]) -> None:
        modules = self.top / "template" / "node_modules"
        (modules / ".vite-temp").mkdir(parents=True)
        (modules / "leftpad").mkdir()
        (modules / "leftpad" / "index.js").write_text("module.exports = 1\n")
        demo = {"start_command": ["/usr/bin/python3", "app.py"], "port": 5173, "health_path": "/health"}
        config = {
            "home": str(self.top / "home"),
            "sockets_dir": str(self.top / "run"),
            "socket": str(self.socket),
            "token_file": str(self.top / "token"),
            "templates": {"demo": demo, "node": {**demo, "node_modules": str(modules)}},
            **extra,
        }
        self._write("config.json", json.dumps(config))

    def run(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        """Run a program of the host as the daemon's user."""
        return subprocess.run(command, capture_output=True, check=False, cwd="/", **self._user())  # type: ignore[call-overload, no-any-return]

    def _user(self) -> dict[str, object]:
        if os.geteuid() != 0:
            return {}
        return {"user": _UNPRIVILEGED, "group": _UNPRIVILEGED, "extra_groups": []}

    def start(self) -> None:
        """Start and wait until it answers."""
        log = (self.top / "daemon.log").open("ab")
        self.process = subprocess.Popen(  # type: ignore[call-overload]
            [sys.executable, "-m", "vmcontrol.daemon", "--config", str(self.top / "config.json")],
            env={"PATH": "/usr/bin:/bin", "DAEMON_SECRET": CANARY},
            cwd="/",
            stdout=log,
            stderr=log,
            **self._user(),
        )
        log.close()
        anyio.run(self._wait)

    async def _wait(self) -> None:
        async with self.client() as client:
            await wait_until(lambda: self._answers(client), _START_SECONDS)

    async def _answers(self, client: VmControlClient) -> bool:
        with suppress(VmControlError):
            await client.health()
            return True
        assert self.process is not None
        assert self.process.poll() is None, (self.top / "daemon.log").read_text()
        return False

    def kill(self) -> None:
        """SIGKILL: no chance to clean up."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """SIGTERM, as a supervisor does."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

    def remove(self) -> None:
        """Remove everything."""
        self.stop()
        shutil.rmtree(self.top)

    def client(self, token: str = TOKEN) -> VmControlClient:
        """A client of this daemon."""
        return VmControlClient(socket_path=self.socket, token=token)

    def sandboxes(self, machine: str = "") -> list[int]:
        """Process ids of the sandboxes of this daemon, or of one of its machines, monitors first."""
        needle = f"\0{self.top}/home/machines/{machine}".encode()
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                with suppress(OSError):
                    line = (entry / "cmdline").read_bytes()
                    if b"/usr/bin/bwrap\0" in line and needle in line:
                        found.append(int(entry.name))
        return sorted(found)


async def wait_until(condition: Callable[[], Awaitable[bool]], seconds: float = 10.0) -> None:
    """Ask again and again; AssertionError when the time is over."""
    deadline = time.monotonic() + seconds
    while not await condition():
        assert time.monotonic() < deadline, f"not so after {seconds} s"
        await anyio.sleep(0.02)


async def run_in(
    client: VmControlClient, machine: str, *argv: str, timeout_seconds: float = 20.0
) -> tuple[str, str, ExecEnd]:
    """Run a command; its stdout, its stderr and how it ended."""
    output = {"stdout": "", "stderr": ""}
    async with client.execute(machine, Exec(argv=argv, timeout_seconds=timeout_seconds)) as events:
        async for event in events:
            if isinstance(event, ExecOutput):
                output[event.stream] += event.data
            else:
                return output["stdout"], output["stderr"], event
    raise AssertionError("no end")


def make_tar(files: Mapping[str, str | bytes], *, links: dict[str, str] | None = None) -> bytes:
    """A tar of files and symbolic links; names starting with `run` are executable."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(data), 0o755 if name.startswith("run") else 0o644
            tar.addfile(member, io.BytesIO(data))
        for name, target in (links or {}).items():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            tar.addfile(member)
    return buffer.getvalue()


def read_tar(data: bytes) -> dict[str, str]:
    """Names and contents; a link's content is `-> target`."""
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        return {m.name: f"-> {m.linkname}" if m.issym() else tar.extractfile(m).read().decode() for m in tar}  # type: ignore[union-attr]


DEMO = make_tar({"app.py": DEMO_APP, "greeting": "hello"})
