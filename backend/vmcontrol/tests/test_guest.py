"""The daemon against an agent that a guest has taken over: whatever it answers, it is an error and nothing worse."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import anyio
import pytest
from anyio.abc import SocketStream

from vmcontrol.daemon.guest import GuestLink
from vmcontrol.daemon.problems import ProblemError

pytestmark = pytest.mark.anyio
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def answer(body: bytes, status: bytes = b"200 OK") -> bytes:
    return b"HTTP/1.1 %b\r\nContent-Length: %d\r\n\r\n%b" % (status, len(body), body)


@asynccontextmanager
async def hostile(path: Path, reply: bytes, *, for_ever: bytes = b"") -> AsyncIterator[GuestLink]:
    """A link to an agent that answers everything with the same bytes."""

    async def serve(stream: SocketStream) -> None:
        with suppress(anyio.BrokenResourceError, anyio.EndOfStream):
            async with stream:
                await stream.receive()
                await stream.send(reply)
                while for_ever:
                    await stream.send(for_ever)

    listener = await anyio.create_unix_listener(path)
    async with anyio.create_task_group() as group:
        group.start_soon(listener.serve, serve)
        link = GuestLink(path, "token")
        try:
            yield link
        finally:
            await link.aclose()
            group.cancel_scope.cancel()
    await listener.aclose()


STATUS: dict[str, object] = {"ports": [], "reason": None, "lines": []}
LIES = {
    "no HTTP": b"SSH-2.0-hello\r\n",
    "no JSON": answer(b"<html>"),
    "no status": answer(b"[]"),
    "a port that cannot be": answer(json.dumps({**STATUS, "ports": [70000]}).encode()),
    "endless lines": answer(json.dumps({**STATUS, "lines": ["x"] * 1001}).encode()),
    "a long line": answer(json.dumps({**STATUS, "lines": ["x" * 2001]}).encode()),
    "a refusal without words": answer(b"no", b"500 Oh"),
    "a cut answer": HEAD + b"Content-Length: 1000\r\n\r\n{",
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
async def test_a_lying_agent_is_an_unreachable_agent(tmp_path: Path, lie: bytes) -> None:
    async with hostile(tmp_path / "a.sock", lie) as link:
        with pytest.raises(ProblemError) as found:
            await link.status()
        assert (found.value.status, found.value.code, found.value.retryable) == (503, "agent_unreachable", True)


async def test_an_endless_answer_is_cut(tmp_path: Path) -> None:
    endless = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    async with hostile(tmp_path / "a.sock", endless, for_ever=b"10000\r\n" + b" " * 65_536 + b"\r\n") as link:
        with pytest.raises(ProblemError, match="more than it may"):
            await link.status()


async def test_an_honest_agent_is_understood(tmp_path: Path) -> None:
    async with hostile(tmp_path / "a.sock", answer(json.dumps({**STATUS, "ports": [5173]}).encode())) as link:
        assert (await link.status()).ports == (5173,)


async def test_nobody_there_is_an_unreachable_agent(tmp_path: Path) -> None:
    link = GuestLink(tmp_path / "nobody.sock", "token")
    with pytest.raises(ProblemError) as found:
        await link.status()
    assert found.value.code == "agent_unreachable"
    await link.aclose()
