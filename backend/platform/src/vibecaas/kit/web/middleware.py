"""What happens to every request before any route: its id, the size of its body, headers of the answer, metrics."""

import re
from collections.abc import Callable, MutableMapping
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vibecaas.kit import clock, ids, telemetry
from vibecaas.kit.errors import MalformedRequest
from vibecaas.kit.web.problems import BodyTooLarge, as_problem, render

_REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
JSON_LIMIT_BYTES = 1024 * 1024
FILE_LIMIT_BYTES = 25 * 1024 * 1024

Observe = Callable[[str, str, int, float], None]
"""Told of each answer: method, route, status, seconds."""


class RequestEnvelope:
    """Pure ASGI, so that streams pass through it untouched."""

    def __init__(self, app: ASGIApp, *, observe: Observe) -> None:
        self._app = app
        self._observe = observe

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        given = headers.get("x-request-id", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else ids.encode("req", ids.new_uuid())
        scope.setdefault("state", {})["request_id"] = request_id
        started = clock.monotonic_seconds()
        status = 0

        async def finish(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._complete(message, scope)
            await send(message)

        limit = FILE_LIMIT_BYTES if scope["method"] == "PUT" and "/files/" in scope["path"] else JSON_LIMIT_BYTES
        with telemetry.context(request_id=request_id):
            try:
                _check_length(headers.get("content-length", "0"), limit)
                await self._app(scope, _bounded(receive, limit), finish)
            except Exception as error:
                if status:
                    raise  # half an answer is out, the server breaks it off
                await render(as_problem(error), Request(scope))(scope, receive, finish)
        route = getattr(scope.get("route"), "path_format", "other")
        self._observe(scope["method"], route, status, clock.monotonic_seconds() - started)

    @staticmethod
    def _complete(message: MutableMapping[str, Any], scope: Scope) -> None:
        present = {name.lower() for name, _ in message["headers"]}
        state = scope["state"]
        extra = {"X-Request-Id": state["request_id"], **state.get("rate_headers", {})}
        if scope["path"].startswith("/api/"):
            extra |= {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        message["headers"] = [
            *message["headers"],
            *((n.encode(), v.encode()) for n, v in extra.items() if n.lower().encode() not in present),
        ]


def _check_length(said: str, limit: int) -> None:
    """Refuse a body by what its length is said to be, before it is read."""
    if not (said.isascii() and said.isdigit()):
        raise MalformedRequest("Content-Length is not a number.")
    if len(said) > len(str(limit)) or int(said) > limit:
        raise BodyTooLarge(f"At most {limit} bytes are accepted here.")


def _bounded(receive: Receive, limit: int) -> Receive:
    """Stop reading a body that grows past its limit without having said so."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise BodyTooLarge(f"At most {limit} bytes are accepted here.")
        return message

    return bounded
