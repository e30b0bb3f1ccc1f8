"""Supervises the one app process: start, restart, last lines, and whether it answers."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections import deque
from contextlib import suppress
from typing import IO, Any

from . import ports
from .processes import Task

_LINES_LIMIT = 1000
_LINE_LIMIT_BYTES = 2000
_LOG_BYTES_PER_SECOND = 4_194_304
"""A faster writer is slowed down by its full pipe; what it wrote is not kept beyond the limits above."""
_GRACE_SECONDS = 1.0
_HEALTH_SECONDS = 5.0
_POLL_SECONDS = 0.01
_HEALTH_POLL_SECONDS = 0.05


class Application:
    """The app of this machine. All methods are safe to call from several threads."""

    def __init__(self, order: dict[str, Any], *, env: dict[str, str], home: str) -> None:
        self._command: list[str] = order["command"]
        self._port: int | None = order["port"]
        self._health_path: str | None = order["health_path"]
        self._env = env
        self._home = home
        self._lock = threading.Lock()
        self._task: Task | None = None
        self._failure: str | None = None
        self._lines: deque[str] = deque(maxlen=_LINES_LIMIT)

    def start(self) -> None:
        """Start it if it is not running; a failure to start shows in the status."""
        with self._lock:
            if self._task is None or self._task.process.poll() is not None:
                self._start()

    def stop(self) -> None:
        """End the app and all it started."""
        with self._lock:
            self._end()

    def restart(self, timeout_seconds: float) -> dict[str, str] | None:
        """Restart and wait until it answers. None, or the reason why it does not. A later restart ends the wait."""
        with self._lock:
            self._end()
            self._lines.clear()
            self._start()
            task = self._task
        return self._wait(task, time.monotonic() + timeout_seconds)

    def lines(self, tail: int) -> list[str]:
        """The last lines it wrote, oldest first."""
        return list(self._lines)[-tail:] if tail > 0 else []

    def reason(self) -> dict[str, str] | None:
        """Why it is not running, or None: it runs, or nobody asked for it."""
        task = self._task
        if self._failure:
            return {"code": "start_failed", "message": self._failure}
        if task is None or task.process.poll() is None:
            return None
        return {"code": "app_exited", "message": f"The app {_ending(task.process.returncode)}.{self._last_line()}"}

    def _end(self) -> None:
        # Forgotten first: this end is wanted and no reason to report.
        task, self._task = self._task, None
        if task is not None:
            task.end(_GRACE_SECONDS)

    def _start(self) -> None:
        self._failure, self._task = None, None
        try:
            self._task = Task(self._command, env=self._env, cwd=self._home, merge_output=True)
        except OSError as error:
            self._failure = f"The start command {self._command[0]} cannot run: {error.strerror}."
            return
        output = self._task.process.stdout
        threading.Thread(target=self._collect, args=(output,), name="app-log", daemon=True).start()

    def _collect(self, output: IO[bytes]) -> None:
        rest = b""
        with suppress(OSError, ValueError):
            while data := os.read(output.fileno(), 65_536):
                *lines, rest = (rest + data).split(b"\n")
                self._lines.extend(_text(line) for line in lines)
                rest = rest[-_LINE_LIMIT_BYTES:]
                time.sleep(len(data) / _LOG_BYTES_PER_SECOND)
        if rest:
            self._lines.append(_text(rest))

    def _wait(self, task: Task | None, deadline: float) -> dict[str, str] | None:
        answer = "it did not answer"
        while time.monotonic() < deadline:
            if self._task is not task:
                return {"code": "superseded", "message": "A later call stopped or restarted the app."}
            if reason := self.reason():
                # The reader needs a moment to bring in the last words.
                time.sleep(0.05)
                return self.reason() or reason
            if self._port is None:
                return None
            if self._port not in ports.listening():
                time.sleep(_POLL_SECONDS)
                continue
            if self._health_path is None:
                return None
            answer = _ask(self._port, self._health_path)
            if answer.startswith("2"):
                return None
            time.sleep(_HEALTH_POLL_SECONDS)
        return self._late(answer)

    def _late(self, answer: str) -> dict[str, str]:
        found = sorted(ports.listening())
        if self._port in found:
            message = f"The app listens on port {self._port}, but {self._health_path} does not say 200: {answer}."
            return {"code": "health_failed", "message": message + self._last_line()}
        others = f"It listens on {', '.join(map(str, found))} instead." if found else "It listens on no port."
        message = f"The app runs, but does not listen on port {self._port} in time. {others}"
        return {"code": "port_not_listening", "message": message + self._last_line()}

    def _last_line(self) -> str:
        last = next((line for line in reversed(list(self._lines)) if line.strip()), None)
        return f" Its last line: {last}" if last else ""


def _text(line: bytes) -> str:
    return line[:_LINE_LIMIT_BYTES].decode("utf-8", "replace").rstrip("\r")


def _ending(code: int) -> str:
    return f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"


def _ask(port: int, path: str) -> str:
    """One GET; the status code with its text, or what went wrong."""
    try:
        with socket.create_connection(("localhost", port), _HEALTH_SECONDS) as connection:
            request = f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
            connection.sendall(request.encode())
            head = connection.recv(256).decode("latin-1")
    except OSError as error:
        return str(error.strerror or error)
    return head.partition("\r\n")[0].partition(" ")[2] or "no HTTP answer"
