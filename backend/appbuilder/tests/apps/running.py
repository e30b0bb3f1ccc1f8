"""A built app that runs on free ports, and HTTP to talk to it."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

WAIT_SECONDS = 30
HEALTH_PATH = "/api/health"
Session = urllib.request.OpenerDirector


def new_session(cookies: CookieJar) -> Session:
    """Somebody who keeps the cookies that the app sets."""
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))


@dataclass
class RunningApp:
    """An app started with ``./run dev``."""

    port: int
    process: "subprocess.Popen[bytes]"

    def request(
        self, method: str, path: str, body: object = None, *, session: Session | None = None
    ) -> tuple[int, Any]:
        """Status and JSON (or text) of the answer to a request with a JSON body."""
        return self.send(method, path, None if body is None else json.dumps(body).encode(), session=session)

    def send(
        self,
        method: str,
        path: str,
        data: bytes | None,
        *,
        content_type: str = "application/json",
        session: Session | None = None,
    ) -> tuple[int, Any]:
        """The same for a body that is ready."""
        headers = {"Content-Type": content_type}
        request = urllib.request.Request(f"{self.origin}{path}", data, headers, method=method)  # noqa: S310 - our own
        try:
            with (session or new_session(CookieJar())).open(request, timeout=10) as response:
                return response.status, _content(response.read())
        except urllib.error.HTTPError as error:
            return error.code, _content(error.read())

    def headers(self, path: str) -> Message:
        """The headers of the answer."""
        with urllib.request.urlopen(f"{self.origin}{path}", timeout=10) as response:  # noqa: S310 - our own
            headers: Message = response.headers
            return headers

    @property
    def origin(self) -> str:
        """Where the app is."""
        return f"http://127.0.0.1:{self.port}"

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Signals the app and returns its exit code."""
        self.process.send_signal(number)
        return self.process.wait(WAIT_SECONDS)


def _content(data: bytes) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(data) if data else None
    except ValueError:
        return data.decode()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running(place: Path, env: dict[str, str], *, health_path: str = HEALTH_PATH) -> Iterator[RunningApp]:
    """Starts the app as it is developed, and waits until it is healthy; whatever happens, nothing of it stays."""
    port = free_port()
    env = {**env, "PORT": str(port), "API_PORT": str(free_port())}
    with _running(["./run", "dev"], place, env, port, health_path) as app:
        yield app


@contextmanager
def serving(
    place: Path, env: dict[str, str], *, health_path: str = "/", wait_seconds: float = WAIT_SECONDS
) -> Iterator[RunningApp]:
    """Builds the app and starts it as it runs outside."""
    port = free_port()
    command = ["./run", "start"]
    with _running(command, place, {**env, "PORT": str(port)}, port, health_path, wait_seconds=wait_seconds) as app:
        yield app


@contextmanager
def running_api(place: Path, env: dict[str, str]) -> Iterator[RunningApp]:
    """Starts the app's API alone."""
    port = free_port()
    command = [env["APP_PYTHON"], "-m", "uvicorn", "app.main:app", "--host", "127.0.0.1", "--port", str(port)]
    with _running(command, place / "api", {**env, "APP_DEMO": "1"}, port) as app:
        yield app


@contextmanager
def _running(
    command: list[str],
    folder: Path,
    env: dict[str, str],
    port: int,
    health_path: str = HEALTH_PATH,
    *,
    wait_seconds: float = WAIT_SECONDS,
) -> Iterator[RunningApp]:
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log, start_new_session=True)
    app = RunningApp(port, process)
    try:
        wait_until_healthy(app, health_path, wait_seconds)
        yield app
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(WAIT_SECONDS)


def wait_until_healthy(app: RunningApp, health_path: str = HEALTH_PATH, wait_seconds: float = WAIT_SECONDS) -> None:
    deadline = time.monotonic() + wait_seconds
    while time.monotonic() < deadline:
        assert app.process.poll() is None, "the app ended"
        try:
            if app.request("GET", health_path)[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise AssertionError("the app did not become healthy")
