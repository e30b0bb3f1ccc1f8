"""The daemon's side of the guest agent: HTTP over the machine's agent socket. Its answers are not trusted."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

import httpx
from pydantic import BaseModel, Field, ValidationError

from vmcontrol.daemon.problems import ProblemError, agent_unreachable
from vmcontrol.schemas import Reason

_ANSWER_LIMIT_BYTES = 8_388_608
_FILE_LIMIT_BYTES = 67_108_864
_ANSWER_SECONDS = 10.0


class _GuestReason(Reason):
    code: Annotated[str, Field(max_length=64)]
    message: Annotated[str, Field(max_length=8000)]


class GuestStatus(BaseModel):
    """What the agent tells: ports that listen on loopback, why the app does not run, its last lines."""

    ports: Annotated[tuple[Annotated[int, Field(ge=1, le=65535)], ...], Field(max_length=1000)]
    reason: _GuestReason | None
    lines: Annotated[tuple[Annotated[str, Field(max_length=2000)], ...], Field(max_length=1000)]


class _Refusal(BaseModel):
    code: str
    detail: str


class GuestLink:
    """Calls to one agent. Every method raises ProblemError: the agent's own, or agent_unreachable."""

    def __init__(self, socket: Path, token: str) -> None:
        self._http = httpx.AsyncClient(
            # No TLS is spoken on a Unix socket; a bare context spares reading all certificates.
            transport=httpx.AsyncHTTPTransport(uds=str(socket), verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)),
            base_url="http://agent",
            headers={"Authorization": f"Bearer {token}"},
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def status(self, *, tail: int = 20, answer_seconds: float = _ANSWER_SECONDS) -> GuestStatus:
        """Ports, reason and last lines."""
        return _status(await self._read("GET", f"/status?tail={tail}", answer_seconds=answer_seconds))

    async def start_app(self) -> None:
        """Start the app and do not wait for it."""
        await self._read("POST", "/app/start")

    async def restart_app(self, timeout_seconds: float) -> GuestStatus:
        """Restart the app and wait for it; `reason` tells why it does not answer."""
        body = b'{"timeout_seconds": %f}' % timeout_seconds
        return _status(
            await self._read("POST", "/app/restart", content=body, answer_seconds=timeout_seconds + _ANSWER_SECONDS)
        )

    async def shutdown(self) -> None:
        """Ask the agent to end the app and itself."""
        await self._read("POST", "/shutdown", answer_seconds=2.0)

    async def read_file(self, path: str) -> bytes:
        """The content of one file."""
        async with self.stream("GET", _file(path)) as response:
            return await _limited(response, _FILE_LIMIT_BYTES)

    async def write_file(self, path: str, content: AsyncIterator[bytes]) -> None:
        """Write one file."""
        await self._read("PUT", _file(path), content=content)

    async def delete_file(self, path: str) -> None:
        """Delete one file."""
        await self._read("DELETE", _file(path))

    async def write_workspace(self, tar: AsyncIterator[bytes]) -> None:
        """Make the tree equal to the tar."""
        await self._read("PUT", "/workspace", content=tar, answer_seconds=120.0)

    @asynccontextmanager
    async def stream(
        self,
        method: str,
        path: str,
        *,
        content: bytes | AsyncIterator[bytes] | None = None,
        answer_seconds: float = _ANSWER_SECONDS,
    ) -> AsyncIterator[httpx.Response]:
        """An accepted call whose answer is read by the caller; leaving the block closes the connection."""
        timeout = httpx.Timeout(answer_seconds, connect=5.0)
        try:
            async with self._http.stream(method, path, content=content, timeout=timeout) as response:
                if response.is_error:
                    raise await _refusal(response)
                yield response
        except httpx.TimeoutException as error:
            raise agent_unreachable("The machine's agent did not answer in time.") from error
        except httpx.TransportError as error:
            raise agent_unreachable("The machine's agent does not answer; the machine may have stopped.") from error

    async def _read(
        self,
        method: str,
        path: str,
        *,
        content: bytes | AsyncIterator[bytes] | None = None,
        answer_seconds: float = _ANSWER_SECONDS,
    ) -> bytes:
        async with self.stream(method, path, content=content, answer_seconds=answer_seconds) as response:
            return await _limited(response)


async def _limited(response: httpx.Response, limit_bytes: int = _ANSWER_LIMIT_BYTES) -> bytes:
    body = bytearray()
    async for block in response.aiter_bytes():
        body += block
        if len(body) > limit_bytes:
            raise agent_unreachable("The machine's agent answered more than it may.")
    return bytes(body)


async def _refusal(response: httpx.Response) -> ProblemError:
    with suppress(ValidationError):
        refusal = _Refusal.model_validate_json(await _limited(response))
        return ProblemError(response.status_code, refusal.code[:64], refusal.detail[:2000])
    return agent_unreachable("The machine's agent answered something that is no answer.")


def _status(body: bytes) -> GuestStatus:
    try:
        return GuestStatus.model_validate_json(body)
    except ValidationError as error:
        raise agent_unreachable("The machine's agent answered something that is no status.") from error


def _file(path: str) -> str:
    return "/files/" + quote(path, safe="").replace(".", "%2E")
