"""The agent's entrance: reads its orders from descriptor 0, then serves the daemon on the inherited listener."""

from __future__ import annotations

import hmac
import json
import os
import signal
import socket
import sys
import threading
from contextlib import suppress
from typing import Any

from . import archive, files, ports
from .application import Application
from .execution import Execution
from .relay import PortRelay
from .wire import Call, CallError

_IDLE_SECONDS = 60.0


class Agent:
    """Answers the daemon's calls.

    Orders (JSON): token, home, agent_fd, relays {port: descriptor}, env, and app {command, port, health_path}.
    """

    def __init__(self, orders: dict[str, Any]) -> None:
        self._authorization = f"Bearer {orders['token']}".encode()
        self._home: str = orders["home"]
        self._env: dict[str, str] = orders["env"]
        self._listener = _adopt(orders["agent_fd"])
        self._relays = [PortRelay(_adopt(number), int(port)) for port, number in orders["relays"].items()]
        self._app = Application(orders["app"], env=self._env, home=self._home)
        self._commands: set[Execution] = set()
        self._ending = threading.Event()

    def serve(self) -> None:
        """Serve until `POST /shutdown` or SIGTERM; then end the app and every command."""
        for relay in self._relays:
            relay.start()
        threading.Thread(target=self._accept, name="accept", daemon=True).start()
        signal.signal(signal.SIGTERM, lambda *_: self._ending.set())
        self._ending.wait()
        for command in list(self._commands):
            command.cancel()
        self._app.stop()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        connection.settimeout(_IDLE_SECONDS)
        with connection, suppress(OSError):
            call: Call | None = None
            try:
                call = Call(connection)
                self._route(call)
            except CallError as error:
                if call is not None and not call.answered:
                    call.reply(error.status, {"code": error.code, "detail": error.detail})

    def _route(self, call: Call) -> None:
        if not hmac.compare_digest(call.headers.get("authorization", "").encode(), self._authorization):
            raise CallError(401, "unauthorized", "The token is missing or wrong.")
        route = (call.method, "/files" if call.path.startswith("/files/") else call.path)
        handler = {
            ("GET", "/status"): self._status,
            ("POST", "/app/start"): self._start_app,
            ("POST", "/app/restart"): self._restart_app,
            ("POST", "/exec"): self._exec,
            ("GET", "/files"): self._read_file,
            ("PUT", "/files"): self._write_file,
            ("DELETE", "/files"): self._delete_file,
            ("GET", "/workspace"): self._read_workspace,
            ("PUT", "/workspace"): self._write_workspace,
            ("POST", "/shutdown"): self._shutdown,
        }.get(route)
        if handler is None:
            raise CallError(404, "not_found", f"The agent has no call {call.method} {call.path}.")
        handler(call)

    def _state(self, tail: int, reason: dict[str, str] | None) -> dict[str, Any]:
        return {"ports": sorted(ports.listening())[:1000], "reason": reason, "lines": self._app.lines(tail)}

    def _status(self, call: Call) -> None:
        call.reply(200, self._state(int(call.query.get("tail", "20")), self._app.reason()))

    def _start_app(self, call: Call) -> None:
        self._app.start()
        call.reply(200, self._state(0, self._app.reason()))

    def _restart_app(self, call: Call) -> None:
        reason = self._app.restart(float(call.read_json()["timeout_seconds"]))
        call.reply(200, self._state(40, reason))

    def _exec(self, call: Call) -> None:
        execution = Execution(call, call.read_json(), env=self._env, home=self._home)
        self._commands.add(execution)
        try:
            execution.run()
        finally:
            self._commands.discard(execution)

    def _read_file(self, call: Call) -> None:
        call.reply_bytes(files.read(self._home, _file_path(call)))

    def _write_file(self, call: Call) -> None:
        files.write(self._home, _file_path(call), call.read_all(files.FILE_LIMIT_BYTES))
        call.reply(204)

    def _delete_file(self, call: Call) -> None:
        files.delete(self._home, _file_path(call))
        call.reply(204)

    def _read_workspace(self, call: Call) -> None:
        archive.check_readable(self._home)
        call.begin_stream("application/x-tar")
        archive.produce(self._home, call)
        call.end_stream()

    def _write_workspace(self, call: Call) -> None:
        archive.apply(self._home, call)
        call.reply(204)

    def _shutdown(self, call: Call) -> None:
        call.reply(204)
        self._ending.set()


def _file_path(call: Call) -> str:
    return call.path.removeprefix("/files/")


def _adopt(number: int) -> socket.socket:
    """An inherited listener; users' processes must not get it."""
    os.set_inheritable(number, False)
    return socket.socket(fileno=number)


def main() -> None:
    """Read the orders, let nothing of them stay open, serve."""
    orders = json.loads(sys.stdin.buffer.read())
    # The daemon's own mask is inherited and stricter than programs inside expect.
    os.umask(0o022)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    Agent(orders).serve()
