"""Asks a part whether it is ready, without blocking the supervisor."""

from __future__ import annotations

import asyncio

from standalone.supervisor.spec import Ready

_TIMEOUT_SECONDS = 2.0


async def is_ready(ready: Ready) -> bool:
    """Whether every condition of `ready` holds now."""
    try:
        async with asyncio.timeout(_TIMEOUT_SECONDS):
            if ready.http_path is not None:
                return await _http(ready)
            if ready.unix_socket is not None:
                await _close(await asyncio.open_unix_connection(ready.unix_socket))
            if ready.tcp_port is not None:
                await _close(await asyncio.open_connection("127.0.0.1", ready.tcp_port))
    except (OSError, TimeoutError):
        return False
    return True


async def _http(ready: Ready) -> bool:
    if ready.unix_socket is not None:
        reader, writer = await asyncio.open_unix_connection(ready.unix_socket)
    else:
        reader, writer = await asyncio.open_connection("127.0.0.1", ready.tcp_port)
    try:
        writer.write(f"GET {ready.http_path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
        await writer.drain()
        status = await reader.readline()
    finally:
        writer.close()
    return b" 200 " in status


async def _close(streams: tuple[asyncio.StreamReader, asyncio.StreamWriter]) -> None:
    streams[1].close()
