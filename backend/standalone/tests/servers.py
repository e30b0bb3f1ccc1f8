"""A control plane and an app for the edge to talk to, both on Unix sockets."""

from __future__ import annotations

import base64
import hashlib
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, ClassVar


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    allow_reuse_address = True


class _Quiet(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    shared: ClassVar[Any]

    def address_string(self) -> str:
        return "socket"

    def log_message(self, *_: object) -> None:
        return

    def answer(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body:
            self.wfile.write(body)


@dataclass
class ControlPlane:
    """Answers by `host|ticket`, else by host; remembers every question."""

    answers: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    questions: list[dict[str, str]] = field(default_factory=list)

    def decide(self, host: str, status: int, *, cached_seconds: int = 0, **headers: str) -> None:
        named = {f"X-Vibe-{name.title()}": value for name, value in headers.items()}
        self.answers[host] = (status, {"X-Vibe-Upstream": "", "X-Vibe-Reason": "", **named})
        if cached_seconds:
            self.answers[host][1]["X-Accel-Expires"] = str(cached_seconds)


@dataclass
class App:
    """Echoes what reaches it. gate: an event stream sends its second event when this is set."""

    gate: threading.Event = field(default_factory=threading.Event)
    requests: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serve(path: Path, handler: type[_Quiet], shared: object) -> Iterator[None]:
    """Serve on a Unix socket while the block runs."""
    bound = type("Bound", (handler,), {"shared": shared})
    with _Server(str(path), bound) as server:
        path.chmod(0o777)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            path.unlink(missing_ok=True)


class ControlHandler(_Quiet):
    """The two internal routes of the API."""

    shared: ClassVar[ControlPlane]

    def do_GET(self) -> None:
        asked = {name.lower(): value for name, value in self.headers.items()}
        self.shared.questions.append({**asked, ":path": self.path})
        if self.path.startswith("/internal/edge/enter"):
            cookie = "__Host-vibecaas_preview=fresh; Path=/; Secure; HttpOnly"
            self.answer(302, {"Location": "/", "Set-Cookie": cookie})
            return
        host, ticket = asked.get("x-vibe-host", ""), asked.get("x-vibe-ticket", "")
        unknown = (403, {"X-Vibe-Upstream": "", "X-Vibe-Reason": "unknown_host"})
        status, headers = self.shared.answers.get(f"{host}|{ticket}", self.shared.answers.get(host, unknown))
        self.answer(status, headers)


class AppHandler(_Quiet):
    """A small app: echo, upload, cookies, event stream, WebSocket, own errors."""

    shared: ClassVar[App]

    def do_GET(self) -> None:
        self.shared.requests.append({name.lower(): value for name, value in self.headers.items()})
        if self.headers.get("Upgrade", "").lower() == "websocket":
            self._websocket()
        elif self.path == "/events":
            self._events()
        elif self.path == "/broken":
            self.answer(500, {"Content-Type": "text/plain"}, b"the app's own error")
        else:
            headers = {"X-Vibe-Upstream": "leak", "Set-Cookie": "a=1; Domain=preview.localhost", "X-Own": "kept"}
            self.answer(200, headers, json.dumps({"path": self.path, **self.shared.requests[-1]}).encode())

    def do_POST(self) -> None:
        size = int(self.headers.get("Content-Length", "0"))
        self.answer(200, {}, hashlib.sha256(self.rfile.read(size)).hexdigest().encode())

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(b"data: first\n\n")
        self.wfile.flush()
        self.shared.gate.wait(10)
        self.wfile.write(b"data: second\n\n")
        self.close_connection = True

    def _websocket(self) -> None:
        magic = (self.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(magic).digest()).decode())  # noqa: S324
        self.send_header("Sec-WebSocket-Protocol", self.headers.get("Sec-WebSocket-Protocol", ""))
        self.end_headers()
        while data := self.connection.recv(1024):
            self.connection.sendall(data)
        self.close_connection = True
