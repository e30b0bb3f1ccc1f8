"""The client of vm-control: one async method for each call of the daemon's HTTP API."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import quote

import httpx
from pydantic import TypeAdapter, ValidationError

from vmcontrol.schemas import (
    Capabilities,
    Exec,
    ExecEnd,
    ExecOutput,
    Health,
    Logs,
    Machine,
    MachineList,
    MachineSpec,
    Problem,
    RestartApp,
    Shape,
    State,
    StopMachine,
)

Answer = TypeVar("Answer", bound=Shape)
Part = TypeVar("Part", str, bytes)

_EVENT: TypeAdapter[ExecOutput | ExecEnd] = TypeAdapter(ExecOutput | ExecEnd)
_JSON = "application/json"
_ANSWER_SECONDS = 60.0
_CONNECT_SECONDS = 5.0


class VmControlError(Exception):
    """The daemon refused or failed; `code`, `retryable` and `state` say how to go on."""

    def __init__(self, *, status: int, code: str, detail: str, retryable: bool, state: State | None = None) -> None:
        super().__init__(f"{code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail
        self.retryable = retryable
        self.state = state


class VmControlUnreachableError(VmControlError):
    """No answer from the daemon: not running, not permitted, or cut off. Status is 0."""

    def __init__(self, detail: str) -> None:
        super().__init__(status=0, code="daemon_unreachable", detail=detail, retryable=True)


class VmControlClient:
    """Speaks to one daemon over its Unix socket. Use as an async context manager, or call `aclose`.

    Every method raises VmControlError (VmControlUnreachableError when there is no answer).
    """

    def __init__(self, *, socket_path: str | Path, token: str, timeout_seconds: float = _ANSWER_SECONDS) -> None:
        self._http = httpx.AsyncClient(
            transport=httpx.AsyncHTTPTransport(uds=str(socket_path)),
            base_url="http://vmcontrol",
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(timeout_seconds, connect=_CONNECT_SECONDS),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def health(self) -> Health:
        """Whether the daemon answers."""
        return await self._ask(Health, "GET", "/health")

    async def capabilities(self, *, fresh: bool = False) -> Capabilities:
        """What the driver can do here; `fresh` probes again with a new sandbox."""
        return await self._ask(Capabilities, "GET", "/capabilities", params={"fresh": str(fresh).lower()})

    async def put_machine(self, machine_id: str, spec: MachineSpec) -> Machine:
        """Create the machine if needed and run it; answers when its agent is ready. Idempotent."""
        return await self._ask(Machine, "PUT", _machine(machine_id), body=spec)

    async def list_machines(self) -> tuple[Machine, ...]:
        """All machines of the host."""
        return (await self._ask(MachineList, "GET", "/machines")).data

    async def get_machine(self, machine_id: str) -> Machine:
        """One machine as it is now; code not_found if there is none."""
        return await self._ask(Machine, "GET", _machine(machine_id))

    async def start_machine(self, machine_id: str) -> Machine:
        """Run it; answers when its agent is ready. The app starts if the workspace is not empty."""
        return await self._ask(Machine, "POST", _machine(machine_id, "/start"))

    async def stop_machine(self, machine_id: str, *, grace_seconds: float = 2.0) -> Machine:
        """End all its processes; workspace and volume stay."""
        return await self._ask(
            Machine, "POST", _machine(machine_id, "/stop"), body=StopMachine(grace_seconds=grace_seconds)
        )

    async def restart_app(self, machine_id: str, *, timeout_seconds: float = 30.0) -> Machine:
        """Restart the app and wait for it. Look at `conditions.port_open` and `reason`: a failed app is an answer."""
        return await self._ask(
            Machine,
            "POST",
            _machine(machine_id, "/app/restart"),
            body=RestartApp(timeout_seconds=timeout_seconds),
            answer_seconds=timeout_seconds + 30.0,
        )

    async def destroy_machine(self, machine_id: str) -> None:
        """End the machine and erase its workspace; the volume stays. Idempotent."""
        await self._call("DELETE", _machine(machine_id))

    async def erase_volume(self, volume_id: str) -> None:
        """Erase a data volume for good; code state_conflict while a machine has it. Idempotent."""
        await self._call("DELETE", f"/volumes/{quote(volume_id, safe='')}")

    async def put_workspace(self, machine_id: str, tar: bytes | AsyncIterator[bytes]) -> None:
        """Make the workspace equal to the tar (node_modules, .venv, caches and data stay as they are)."""
        await self._call("PUT", _machine(machine_id, "/workspace"), content=tar)

    @asynccontextmanager
    async def get_workspace(self, machine_id: str) -> AsyncIterator[AsyncIterator[bytes]]:
        """Stream the workspace as a tar: `async with client.get_workspace(id) as chunks: ...`."""
        async with self._stream("GET", _machine(machine_id, "/workspace")) as response:
            yield _unbroken(response.aiter_bytes())

    async def read_file(self, machine_id: str, path: str) -> bytes:
        """One file of the workspace; code not_found if there is none."""
        return (await self._call("GET", _file(machine_id, path))).content

    async def write_file(self, machine_id: str, path: str, content: bytes) -> None:
        """Write one file of the workspace at once (readers see the old or the new content)."""
        await self._call("PUT", _file(machine_id, path), content=content)

    async def delete_file(self, machine_id: str, path: str) -> None:
        """Delete one file of the workspace. Idempotent."""
        await self._call("DELETE", _file(machine_id, path))

    async def logs(self, machine_id: str, *, tail: int = 100) -> tuple[str, ...]:
        """The last lines of the app, oldest first."""
        return (await self._ask(Logs, "GET", _machine(machine_id, "/logs"), params={"tail": str(tail)})).lines

    @asynccontextmanager
    async def execute(self, machine_id: str, command: Exec) -> AsyncIterator[AsyncIterator[ExecOutput | ExecEnd]]:
        """Run a command: `async with client.execute(id, Exec(...)) as events: async for event in events: ...`.

        Leaving the block before ExecEnd kills the command.
        """
        path = _machine(machine_id, "/exec")
        body = command.model_dump_json().encode()
        seconds = command.timeout_seconds + 30.0
        async with self._stream("POST", path, content=body, media=_JSON, answer_seconds=seconds) as response:
            yield _events(response)

    async def _ask(
        self,
        shape: type[Answer],
        method: str,
        path: str,
        *,
        body: Shape | None = None,
        params: dict[str, str] | None = None,
        answer_seconds: float | None = None,
    ) -> Answer:
        content = None if body is None else body.model_dump_json().encode()
        response = await self._call(
            method, path, content=content, media=_JSON, params=params, answer_seconds=answer_seconds
        )
        return shape.model_validate_json(response.content)

    async def _call(
        self,
        method: str,
        path: str,
        *,
        content: bytes | AsyncIterator[bytes] | None = None,
        media: str | None = None,
        params: dict[str, str] | None = None,
        answer_seconds: float | None = None,
    ) -> httpx.Response:
        async with self._stream(
            method, path, content=content, media=media, params=params, answer_seconds=answer_seconds
        ) as response:
            await response.aread()
            return response

    @asynccontextmanager
    async def _stream(
        self,
        method: str,
        path: str,
        *,
        content: bytes | AsyncIterator[bytes] | None = None,
        media: str | None = None,
        params: dict[str, str] | None = None,
        answer_seconds: float | None = None,
    ) -> AsyncIterator[httpx.Response]:
        timeout = self._http.timeout
        if answer_seconds is not None:
            timeout = httpx.Timeout(answer_seconds, connect=_CONNECT_SECONDS)
        headers = {"Content-Type": "application/octet-stream" if media is None else media}
        try:
            async with self._http.stream(
                method, path, content=content, params=params, headers=headers, timeout=timeout
            ) as response:
                if response.is_error:
                    raise _failure(response.status_code, await response.aread())
                yield response
        except httpx.TransportError as error:
            raise _no_answer(error) from error


def _machine(machine_id: str, rest: str = "") -> str:
    return f"/machines/{quote(machine_id, safe='')}{rest}"


def _file(machine_id: str, path: str) -> str:
    # Dots are quoted too: an HTTP client would resolve `..` before the daemon can refuse it.
    return _machine(machine_id, "/files/") + quote(path, safe="").replace(".", "%2E")


def _no_answer(error: httpx.TransportError) -> VmControlUnreachableError:
    return VmControlUnreachableError(f"vm-control does not answer ({type(error).__name__}). Is its daemon running?")


async def _unbroken(parts: AsyncIterator[Part]) -> AsyncIterator[Part]:
    """A stream whose break is our error, not the HTTP library's."""
    try:
        async for part in parts:
            yield part
    except httpx.TransportError as error:
        raise _no_answer(error) from error


async def _events(response: httpx.Response) -> AsyncIterator[ExecOutput | ExecEnd]:
    ended = False
    async for line in _unbroken(response.aiter_lines()):
        if not line:
            continue
        event = _EVENT.validate_python(json.loads(line))
        ended = isinstance(event, ExecEnd)
        yield event
    if not ended:
        raise VmControlUnreachableError("The command's output ended without its result; the machine may have stopped.")


def _failure(status: int, body: bytes) -> VmControlError:
    try:
        problem = Problem.model_validate_json(body)
    except ValidationError:
        return VmControlError(
            status=status,
            code="unexpected_answer",
            detail=f"vm-control answered {status} without an explanation.",
            retryable=False,
        )
    return VmControlError(
        status=status,
        code=problem.code,
        detail=problem.detail,
        retryable=problem.retryable,
        state=problem.state,
    )
