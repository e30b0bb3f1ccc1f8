"""A small HTTP server that speaks our API, so that the command line is tested over a real socket."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]


@dataclass
class Request:
    """One request as the server saw it; the query is part of ``path``."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Json:
        """The body as an object."""
        loaded: Json = json.loads(self.body)
        return loaded


@dataclass
class Answer:
    """What the server says. ``hang_up`` closes the connection in the middle of a stream."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    hang_up: bool = False


Route = Callable[[Request], Answer]


def answer(value: Json, status: int = 200, **headers: str) -> Answer:
    """Answer with a JSON object."""
    return Answer(status, json.dumps(value).encode(), {"Content-Type": "application/json", **headers})


def listing(*rows: Json, next_cursor: str | None = None) -> Answer:
    """Answer with one page of a list."""
    return answer(
        {
            "object": "list",
            "data": list(rows),
            "has_more": next_cursor is not None,
            "next_cursor": next_cursor,
            "url": "/",
        }
    )


def problem(status: int, code: str, detail: str) -> Answer:
    """Answer with problem+json."""
    value = {"code": code, "status": status, "title": "No.", "detail": detail, "request_id": "req_1", "errors": []}
    return answer(value, status)


def stream(*events: tuple[int, str, Json], hang_up: bool = False) -> Answer:
    """Answer with server-sent events."""
    lines = ["retry: 2000", "", ": heartbeat", ""]
    for seq, kind, data in events:
        lines += [f"id: {seq}", f"event: {kind}", f"data: {json.dumps({'seq': seq, 'type': kind, **data})}", ""]
    body = "\n".join(lines).encode() + b"\n"
    return Answer(200, body, {"Content-Type": "text/event-stream"}, hang_up=hang_up)


class ApiServer:
    """Routes by "METHOD /path" (without the query); a list of answers is given one after the other."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.requests: list[Request] = []
        self.url = ""

    def on(self, route: str, *answers: Answer | Route) -> None:
        """Answer this route; the last answer repeats."""
        waiting = list(answers)

        def respond(request: Request) -> Answer:
            chosen = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            return chosen if isinstance(chosen, Answer) else chosen(request)

        self.routes[route] = respond

    def seen(self, route: str) -> list[Request]:
        """Return the requests to one route, in order."""
        return [item for item in self.requests if f"{item.method} {item.path.split('?')[0]}" == route]

    def handle(self, request: Request) -> Answer:
        """Find the answer for a request; an unknown route is a 404 in our own form."""
        self.requests.append(request)
        route = self.routes.get(f"{request.method} {request.path.split('?')[0]}")
        return route(request) if route else problem(404, "not_found", "There is nothing here.")


@contextmanager
def running() -> Iterator[ApiServer]:
    """Serve on a free port of the loopback until the block ends."""
    api = ApiServer()

    class Handler(BaseHTTPRequestHandler):
        def respond(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            made = api.handle(Request(self.command, self.path, dict(self.headers), body))
            self.send_response(made.status)
            for name, value in made.headers.items():
                self.send_header(name, value)
            promised = len(made.body) + (100 if made.hang_up else 0)
            self.send_header("Content-Length", str(promised))
            self.end_headers()
            self.wfile.write(made.body)

        do_GET = do_POST = do_PUT = do_DELETE = respond  # noqa: N815 - names of the standard library

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - name of the standard library
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    api.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
