"""What the edge asks for every request: where does this host lead, and may this visitor go there."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from vibecaas.kit.db import Unit, enter_organization
from vibecaas.kit.errors import VibecaasError
from vibecaas.kit.jobs import enqueue
from vibecaas.microvms.repository import EdgeRepository, Route
from vibecaas.microvms.schemas import EdgeDecision, EdgeEntry
from vibecaas.microvms.service.machines import WAKE_JOB
from vibecaas.microvms.service.tokens import CHECKER, COOKIE_NAME, COOKIE_SECONDS, CookieSigner, ticket_hash

PermissionsOf = Callable[[Unit, UUID, UUID], Awaitable[frozenset[str]]]
"""Returns what a user may in an organization (unit, user, organization); nothing, or an error, if no member."""

_HOST_LIMIT = 253
_PRIVATE_SECONDS = 2
_PUBLIC_SECONDS = 4
_SOON_SECONDS = 1


class EdgeService:
    """Decides on the system role, since a host name says nothing of its organization."""

    def __init__(self, *, cookies: CookieSigner, permissions_of: PermissionsOf) -> None:
        self._cookies = cookies
        self._permissions_of = permissions_of

    async def decide(self, unit: Unit, *, host: str, cookie: str) -> EdgeDecision:
        """Return where a request goes; the upstream comes from our own table, never from what was sent."""
        name = host_name(host)
        edge = EdgeRepository(unit.session, scope="all organizations")
        route = await edge.route(name) if name else None
        if route is None:
            return _refused(403, "unknown_host", _PUBLIC_SECONDS)
        if route.visibility == "private" and not await self._admits(unit, route, name, cookie):
            return _refused(401, "", _PRIVATE_SECONDS)
        if route.status == "ready" and route.upstream and route.wanted:
            await edge.touch(route.project_id)
            seconds = _PUBLIC_SECONDS if route.visibility == "public" else _PRIVATE_SECONDS
            return EdgeDecision(status=204, upstream=route.upstream, reason="", expires_seconds=seconds)
        if not route.wanted:
            return _refused(403, "stopped", _SOON_SECONDS)
        return await self._wake(unit, edge, route)

    async def enter(self, unit: Unit, *, host: str, ticket: str) -> EdgeEntry | None:
        """Use up a ticket; return the cookie of this host, None if the ticket is not good."""
        name = host_name(host)
        user_id = await EdgeRepository(unit.session, scope="all organizations").use_ticket(ticket_hash(ticket), name)
        if user_id is None:
            return None
        value = self._cookies.sign(host=name, user_id=user_id)
        return EdgeEntry(cookie_name=COOKIE_NAME, cookie_value=value, max_age_seconds=COOKIE_SECONDS)

    async def _admits(self, unit: Unit, route: Route, host: str, cookie: str) -> bool:
        user_id = self._cookies.verify(cookie, host=host)
        if user_id is None:
            return False
        if user_id == CHECKER:
            return True
        try:
            return "previews:read" in await self._permissions_of(unit, user_id, route.organization_id)
        except VibecaasError:
            return False

    async def _wake(self, unit: Unit, edge: EdgeRepository, route: Route) -> EdgeDecision:
        """Start what sleeps; one visitor's request does it for all."""
        if await edge.wake(route.preview_id):
            await enter_organization(unit, route.organization_id)
            await enqueue(unit, WAKE_JOB, {"project_id": route.project_id})
            return _refused(403, "starting", _SOON_SECONDS)
        return _refused(403, "starting" if route.status == "starting" else "stopped", _SOON_SECONDS)


def host_name(host: str) -> str:
    """Return a host header without its port, in the form in which hosts are stored; empty if it is none."""
    name = host.strip().lower().rsplit(":", 1)[0].rstrip(".")
    return name if name.isascii() and len(name) <= _HOST_LIMIT and "\0" not in name else ""


def _refused(status: int, reason: str, seconds: int) -> EdgeDecision:
    values = {"status": status, "upstream": "", "reason": reason, "expires_seconds": seconds}
    return EdgeDecision.model_validate(values)
