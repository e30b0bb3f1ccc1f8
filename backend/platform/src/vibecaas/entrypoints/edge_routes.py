"""The routes that only the edge may ask, on a Unix socket of their own."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from vibecaas.kit.db import Units
from vibecaas.microvms.service import EdgeService

_TICKET_LIMIT = 200
_USED = """<!doctype html><html lang="en"><meta charset="utf-8"><title>This link is used up</title>
<body style="font-family:system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem">
<h1>This link is used up</h1>
<p>A link into a private preview is good once, for one minute. Open the preview again from your project.</p>
"""


def edge_app(*, system_units: Units, edge: EdgeService) -> Starlette:
    """Make the application of the internal listener."""

    async def route(request: Request) -> Response:
        """Answer nginx's auth_request; every answer carries every header, so that no client's value slips through."""
        async with system_units.begin(None) as unit:
            decision = await edge.decide(
                unit, host=request.headers.get("X-Vibe-Host", ""), cookie=request.headers.get("X-Vibe-Ticket", "")
            )
        headers = {
            "X-Vibe-Upstream": decision.upstream,
            "X-Vibe-Reason": decision.reason,
            "X-Accel-Expires": str(decision.expires_seconds),
        }
        return Response(status_code=decision.status, headers=headers)

    async def enter(request: Request) -> Response:
        """Turn a ticket into the preview's cookie and go on to the clean address."""
        host, ticket = request.headers.get("X-Vibe-Host", ""), request.query_params.get("ticket", "")
        async with system_units.begin(None) as unit:
            entry = await edge.enter(unit, host=host, ticket=ticket[:_TICKET_LIMIT])
        if entry is None:
            return HTMLResponse(_USED, status_code=403, headers=_PRIVATE)
        cookie = (
            f"{entry.cookie_name}={entry.cookie_value}; Max-Age={entry.max_age_seconds}; Path=/;"
            " HttpOnly; Secure; SameSite=None; Partitioned"
        )
        return RedirectResponse("/", status_code=302, headers=_PRIVATE | {"Set-Cookie": cookie})

    return Starlette(routes=[Route("/internal/edge/route", route), Route("/internal/edge/enter", enter)])


_PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Vibe-Upstream": "", "X-Vibe-Reason": ""}
