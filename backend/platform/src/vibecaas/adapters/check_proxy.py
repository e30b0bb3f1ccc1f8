"""The only way out of the checking browser: a proxy that lets one preview through and nothing else.

Chromium sends even loopback through it, so a page of an app under check reaches no service of this machine.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

HEAD_LIMIT_BYTES = 64 * 1024
CONNECT_SECONDS = 10.0


class CheckProxy:
    """Serves one checking browser; counts what it refused."""

    def __init__(self, *, allowed_host: str, allowed_port: int, dial_address: str, dial_port: int) -> None:
        self._allowed = (allowed_host.lower(), allowed_port)
        self._dial = (dial_address, dial_port)
        self.refused: list[str] = []

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[int]:
        """Listen on a free loopback port; yields it."""
        connections: set[asyncio.Task[None]] = set()

        def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = asyncio.ensure_future(self._serve(reader, writer))
            connections.add(connection)
            connection.add_done_callback(connections.discard)

        server = await asyncio.start_server(accept, "127.0.0.1", 0, limit=HEAD_LIMIT_BYTES)
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            server.close()
            for connection in connections:
                connection.cancel()
            await asyncio.gather(*connections, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            await self._forward(head, reader, writer)
        writer.close()

    async def _forward(self, head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request_line, _, rest = head.partition("\r\n")
        method, target, version = request_line.split(" ", 2)
        parts = urlsplit(f"//{target}" if method == "CONNECT" else target)
        port = parts.port or (443 if method == "CONNECT" or parts.scheme == "https" else 80)
        if ((parts.hostname or "").lower(), port) != self._allowed or parts.scheme not in {"", "http"}:
            self.refused.append(target)
            return  # the connection ends without an answer: to the page there is nobody
        async with asyncio.timeout(CONNECT_SECONDS):
            far_reader, far_writer = await asyncio.open_connection(*self._dial)
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            path = parts.path or "/"
            query = f"?{parts.query}" if parts.query else ""
            far_writer.write(f"{method} {path}{query} {version}\r\n{_one_request(rest)}".encode("latin-1"))
        await _join(reader, writer, far_reader, far_writer)


def _one_request(headers: str) -> str:
    """Ask for the connection to end with the answer: each request is judged anew."""
    kept = [line for line in headers.split("\r\n") if line and not line.lower().startswith(_HOP)]
    return "\r\n".join([*kept, "Connection: close", "", ""])


_HOP = ("connection:", "proxy-connection:", "proxy-authorization:")


async def _join(
    near_reader: asyncio.StreamReader,
    near_writer: asyncio.StreamWriter,
    far_reader: asyncio.StreamReader,
    far_writer: asyncio.StreamWriter,
) -> None:
    async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()

    towards = asyncio.ensure_future(pump(near_reader, far_writer))
    try:
        await pump(far_reader, near_writer)
    finally:
        towards.cancel()
        far_writer.close()
