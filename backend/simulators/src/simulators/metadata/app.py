"""The metadata service's HTTP: the listing, single values, and what the simulator saw."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from simulators.metadata.state import VALUES, MetadataState

_SAYS_SO = {"X-Vibecaas-Simulator": "metadata"}


def create_app(state: MetadataState) -> Starlette:
    """The application; `state` is shared with the one who started it."""

    async def listing(request: Request) -> Response:
        state.hits.append(request.url.path)
        return PlainTextResponse("\n".join(sorted(VALUES)), headers=_SAYS_SO)

    async def value(request: Request) -> Response:
        state.hits.append(request.url.path)
        found = VALUES.get(request.path_params["name"])
        if found is None:
            return PlainTextResponse("not found", 404, headers=_SAYS_SO)
        return PlainTextResponse(found, headers=_SAYS_SO)

    async def simulator(_: Request) -> Response:
        return JSONResponse({"simulator": "metadata", "hits": len(state.hits), "paths": state.hits}, headers=_SAYS_SO)

    return Starlette(
        routes=[
            Route("/simulator", simulator),
            Route("/latest/meta-data/", listing),
            Route("/latest/meta-data/{name:path}", value),
        ]
    )
