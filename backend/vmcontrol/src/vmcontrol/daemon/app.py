"""The daemon's HTTP API: one route for each call, a bearer token on every one."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Annotated

import httpx
from fastapi import Depends, FastAPI, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.exceptions import HTTPException

from vmcontrol.daemon.drivers.probe import Prober
from vmcontrol.daemon.machines import Machines
from vmcontrol.daemon.problems import ProblemError, agent_unreachable
from vmcontrol.schemas import (
    Capabilities,
    Exec,
    ExecEnd,
    Health,
    Identifier,
    Logs,
    Machine,
    MachineList,
    MachineSpec,
    RestartApp,
    StopMachine,
)

Id = Annotated[Identifier, Path()]
_MEDIA = "application/problem+json"
_TREE_LIMIT_BYTES = 600_000_000
_LATE_SECONDS = 15.0
_JSON_GROWTH = 6
"""A control character of one byte becomes six in JSON."""
_ANSWER_OVERHEAD_BYTES = 1_048_576


class Capability:
    """The probe's answer: asked once, again only on demand, one at a time."""

    def __init__(self, prober: Prober) -> None:
        self._prober = prober
        self._lock = asyncio.Lock()
        self._known: Capabilities | None = None

    async def get(self, *, fresh: bool) -> Capabilities:
        """Probe if needed."""
        async with self._lock:
            if self._known is None or fresh:
                self._known = await self._prober.probe()
            return self._known


def create_app(machines: Machines, prober: Prober, token: str) -> FastAPI:
    """The application; opens and closes the machines with its own life."""
    capability = Capability(prober)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await machines.open()
        try:
            yield
        finally:
            await machines.close()

    async def check_token(request: Request) -> None:
        given = request.headers.get("authorization", "").encode()
        if not hmac.compare_digest(given, f"Bearer {token}".encode()):
            raise ProblemError(401, "unauthorized", "The bearer token is missing or wrong.")

    app = FastAPI(
        title="vm-control",
        lifespan=lifespan,
        dependencies=[Depends(check_token)],
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
    )
    _add_problems(app)
    _add_host_routes(app, machines, capability)
    _add_life_routes(app, machines)
    _add_content_routes(app, machines)
    return app


def _add_problems(app: FastAPI) -> None:
    async def problem(_: Request, error: Exception) -> Response:
        known = error if isinstance(error, ProblemError) else ProblemError(500, "internal", "vm-control failed.")
        body = {"code": known.code, "detail": known.detail, "retryable": known.retryable, "state": known.state}
        return JSONResponse(body, known.status, media_type=_MEDIA)

    async def invalid(request: Request, error: Exception) -> Response:
        details = error.errors() if isinstance(error, RequestValidationError) else []
        text = "; ".join(f"{'.'.join(map(str, x['loc']))}: {x['msg']}" for x in details)
        return await problem(request, ProblemError(422, "spec_invalid", f"The call is not valid: {text}."))

    async def unknown(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return await problem(request, ProblemError(status, "not_found", "vm-control has no such call."))

    app.add_exception_handler(ProblemError, problem)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, unknown)
    app.add_exception_handler(Exception, problem)


def _add_host_routes(app: FastAPI, machines: Machines, capability: Capability) -> None:
    @app.get("/health")
    async def health() -> Health:
        return Health(status="ok", machines_running=machines.running_count())

    @app.get("/capabilities")
    async def capabilities(*, fresh: bool = False) -> Capabilities:
        return await capability.get(fresh=fresh)

    @app.delete("/volumes/{volume_id}", status_code=204)
    async def erase_volume(volume_id: Id) -> None:
        await machines.erase_volume(volume_id)


def _add_life_routes(app: FastAPI, machines: Machines) -> None:
    @app.get("/machines")
    async def list_machines() -> MachineList:
        return MachineList(data=await machines.list())

    @app.put("/machines/{machine_id}")
    async def put(machine_id: Id, spec: MachineSpec) -> Machine:
        return await machines.put(machine_id, spec)

    @app.get("/machines/{machine_id}")
    async def get(machine_id: Id) -> Machine:
        return await machines.get(machine_id)

    @app.delete("/machines/{machine_id}", status_code=204)
    async def destroy(machine_id: Id) -> None:
        await machines.destroy(machine_id)

    @app.post("/machines/{machine_id}/start")
    async def start(machine_id: Id) -> Machine:
        return await machines.start(machine_id)

    @app.post("/machines/{machine_id}/stop")
    async def stop(machine_id: Id, order: StopMachine | None = None) -> Machine:
        return await machines.stop(machine_id, (order or StopMachine()).grace_seconds)

    @app.post("/machines/{machine_id}/app/restart")
    async def restart_app(machine_id: Id, order: RestartApp | None = None) -> Machine:
        return await machines.restart_app(machine_id, (order or RestartApp()).timeout_seconds)


def _add_content_routes(app: FastAPI, machines: Machines) -> None:
    @app.put("/machines/{machine_id}/workspace", status_code=204)
    async def put_workspace(machine_id: Id, request: Request) -> None:
        await machines.run_of(machine_id).guest.write_workspace(request.stream())

    @app.get("/machines/{machine_id}/workspace")
    async def get_workspace(machine_id: Id) -> Response:
        stack = AsyncExitStack()
        guest = machines.run_of(machine_id).guest
        response = await stack.enter_async_context(guest.stream("GET", "/workspace", answer_seconds=60))
        return StreamingResponse(_blocks(stack, response), media_type="application/x-tar")

    @app.post("/machines/{machine_id}/exec")
    async def execute(machine_id: Id, command: Exec) -> Response:
        body, seconds = command.model_dump_json().encode(), command.timeout_seconds + 20
        stack = AsyncExitStack()
        guest = machines.run_of(machine_id).guest
        response = await stack.enter_async_context(guest.stream("POST", "/exec", content=body, answer_seconds=seconds))
        return StreamingResponse(_lines(stack, response, command), media_type="application/x-ndjson")

    @app.get("/machines/{machine_id}/logs")
    async def logs(machine_id: Id, tail: Annotated[int, Query(ge=1, le=1000)] = 100) -> Logs:
        return Logs(lines=(await machines.run_of(machine_id).guest.status(tail=tail)).lines)

    @app.get("/machines/{machine_id}/files/{path:path}")
    async def read_file(machine_id: Id, path: str) -> Response:
        content = await machines.run_of(machine_id).guest.read_file(path)
        return Response(content, media_type="application/octet-stream")

    @app.put("/machines/{machine_id}/files/{path:path}", status_code=204)
    async def write_file(machine_id: Id, path: str, request: Request) -> None:
        await machines.run_of(machine_id).guest.write_file(path, request.stream())

    @app.delete("/machines/{machine_id}/files/{path:path}", status_code=204)
    async def delete_file(machine_id: Id, path: str) -> None:
        await machines.run_of(machine_id).guest.delete_file(path)


async def _blocks(stack: AsyncExitStack, response: httpx.Response) -> AsyncIterator[bytes]:
    """The agent's answer as it comes. A caller who leaves closes the stream."""
    left = _TREE_LIMIT_BYTES
    async with stack:
        async for block in response.aiter_bytes():
            left -= len(block)
            if left < 0:
                raise agent_unreachable("The machine's agent sent more than a workspace may have.")
            yield block


async def _lines(stack: AsyncExitStack, response: httpx.Response, command: Exec) -> AsyncIterator[bytes]:
    """A command's events. A caller who leaves closes the stream, which kills the command.

    The agent keeps the command's limits; here they are kept against an agent that a guest has taken over.
    """
    left = _JSON_GROWTH * command.output_limit_bytes + _ANSWER_OVERHEAD_BYTES
    try:
        async with asyncio.timeout(command.timeout_seconds + _LATE_SECONDS), stack:
            async for line in response.aiter_lines():
                left -= len(line)
                if left < 0:
                    break
                yield line.encode() + b"\n"
            else:
                return
    except (ProblemError, TimeoutError):
        # The machine ended while the command ran, or its agent does not keep its word.
        pass
    yield ExecEnd(exit_code=None, reason="cancelled").model_dump_json().encode() + b"\n"
