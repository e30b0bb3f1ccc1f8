"""HTTP/1.1 as small as the agent needs it: one call per connection, bodies sized or chunked."""

from __future__ import annotations

import json
import socket
from typing import Any
from urllib.parse import parse_qs, unquote

_LINE_LIMIT_BYTES = 16_384
_HEADERS_LIMIT = 100
_BLOCK_BYTES = 65_536
_REASONS = {200: "OK", 204: "No Content"}


class CallError(Exception):
    """A refused call: HTTP status, stable code, sentence for people."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail


class Call:
    """One request and its answer on an accepted connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._input = connection.makefile("rb", buffering=_BLOCK_BYTES)
        self.answered = False
        self.method, self.path, self.query = self._read_request_line()
        self.headers = self._read_headers()
        self._chunked = self.headers.get("transfer-encoding", "").lower() == "chunked"
        self._left = self._declared_length()

    def _line(self) -> str:
        line = self._input.readline(_LINE_LIMIT_BYTES)
        if not line.endswith(b"\n"):
            raise CallError(400, "bad_request", "The request ended early or has a line that is too long.")
        return line.decode("latin-1").strip()

    def _read_request_line(self) -> tuple[str, str, dict[str, str]]:
        parts = self._line().split(" ")
        if len(parts) != 3:  # noqa: PLR2004 - method, target, version
            raise CallError(400, "bad_request", "The request line is not HTTP.")
        path, _, query = parts[1].partition("?")
        values = {name: found[-1] for name, found in parse_qs(query).items()}
        return parts[0], unquote(path), values

    def _read_headers(self) -> dict[str, str]:
        headers: dict[str, str] = {}
        for _ in range(_HEADERS_LIMIT):
            line = self._line()
            if not line:
                return headers
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        raise CallError(400, "bad_request", "The request has too many headers.")

    def _declared_length(self) -> int:
        if self._chunked:
            return self._next_chunk()
        try:
            return int(self.headers.get("content-length", "0"))
        except ValueError:
            raise CallError(400, "bad_request", "The content length is no number.") from None

    def _next_chunk(self) -> int:
        try:
            size = int(self._line().partition(";")[0], 16)
        except ValueError:
            raise CallError(400, "bad_request", "A chunk has no size.") from None
        if size == 0:
            self._line()
        return size

    def read(
        self,
        size: int = _BLOCK_BYTES,  # house: allow units_in_names, because this is the signature of a file
    ) -> bytes:
        """Up to `size` bytes of the body; empty at its end. Raises ConnectionError when the caller went away."""
        if self._left <= 0:
            return b""
        data: bytes = self._input.read(min(size, self._left))
        if not data:
            raise ConnectionError("the caller went away")
        self._left -= len(data)
        if self._left == 0 and self._chunked:
            self._line()
            self._left = self._next_chunk()
        return data

    def read_all(self, limit_bytes: int) -> bytes:
        """The whole body; 413 above the limit."""
        blocks, total = [], 0
        while block := self.read():
            total += len(block)
            if total > limit_bytes:
                raise CallError(413, "quota_exceeded", f"The content may have {limit_bytes} bytes at most.")
            blocks.append(block)
        return b"".join(blocks)

    def read_json(self) -> dict[str, Any]:
        """The body as a JSON object; an empty body is an empty object."""
        try:
            value = json.loads(self.read_all(1_048_576) or b"{}")
        except ValueError:
            raise CallError(400, "bad_request", "The body is not JSON.") from None
        if not isinstance(value, dict):
            raise CallError(400, "bad_request", "The body is not a JSON object.")
        return value

    def reply(self, status: int, value: object = None) -> None:
        """Answer with JSON, or with nothing when value is None."""
        body = b"" if value is None else json.dumps(value).encode()
        self._head(status, "application/json", f"Content-Length: {len(body)}")
        self._connection.sendall(body)

    def reply_bytes(self, body: bytes) -> None:
        """Answer 200 with raw bytes."""
        self._head(200, "application/octet-stream", f"Content-Length: {len(body)}")
        self._connection.sendall(body)

    def begin_stream(self, media_type: str) -> None:
        """Begin an answer of unknown length; send it by `write`, end it by `end_stream`."""
        self._head(200, media_type, "Transfer-Encoding: chunked")

    def write(self, data: bytes) -> int:
        """Send one chunk of a streamed answer."""
        if data:
            self._connection.sendall(b"%x\r\n%b\r\n" % (len(data), data))
        return len(data)

    def end_stream(self) -> None:
        """End a streamed answer."""
        self._connection.sendall(b"0\r\n\r\n")

    def fileno(self) -> int:
        """The descriptor to poll for the caller's leaving."""
        return self._connection.fileno()

    def _head(self, status: int, media_type: str, length: str) -> None:
        self.answered = True
        reason = _REASONS.get(status, "Refused")
        head = f"HTTP/1.1 {status} {reason}\r\nContent-Type: {media_type}\r\n{length}\r\nConnection: close\r\n\r\n"
        self._connection.sendall(head.encode())
