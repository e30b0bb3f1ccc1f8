"""The route class: authenticate, open the unit of work, run, store the idempotent answer, commit, then send.

FastAPI ends a yield-dependency after the response was sent, so a failing commit would follow a 201. Here the commit
comes first.
"""

import hashlib
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Annotated, Any, get_args, get_origin, get_type_hints
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.params import Depends
from fastapi.routing import APIRoute

from vibecaas.kit import ratelimit, telemetry
from vibecaas.kit.db import SYSTEM, Unit, Units
from vibecaas.kit.errors import FieldError, PermissionDenied, Unauthenticated, ValidationFailed, VibecaasError
from vibecaas.kit.idempotency import Answer, IdempotencyKeyInvalid, recall, remember
from vibecaas.kit.web.identity import (
    ANY_MEMBER,
    ANY_SIGNED_IN,
    OPEN_TO_ALL,
    Requirement,
    Subject,
    app_unit,
    system_unit,
)

UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
_KEY_MAX = 255
_STORED_HEADERS = ("content-type", "location", "etag")
DEFAULT_BUCKET = ratelimit.Bucket("default", 600)
ANONYMOUS_BUCKET = ratelimit.Bucket("anonymous", 60)


class CsrfRejected(VibecaasError):
    """A write by cookie without our header, or from another origin."""

    code = "csrf_rejected"
    status = 403
    title = "This write did not come from our own page."


def _dependencies(endpoint: Callable[..., Any]) -> list[Callable[..., Any]]:
    """Return the dependency callables that an endpoint's signature names."""
    found: list[Callable[..., Any]] = []
    for hint in get_type_hints(endpoint, include_extras=True).values():
        if get_origin(hint) is Annotated:
            found += [m.dependency for m in get_args(hint)[1:] if isinstance(m, Depends) and m.dependency]
    return found


def _query_names(dependant: Dependant) -> set[str]:
    """Return the query parameters of an endpoint and of everything that it depends on."""
    names = {parameter.alias for parameter in dependant.query_params}
    return names.union(*(_query_names(one) for one in dependant.dependencies))


class UnitOfWorkRoute(APIRoute):
    """A route whose signature is its access rule and whose transaction ends before its answer is sent."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:  # noqa: ANN401 - FastAPI's
        dependencies = _dependencies(endpoint)
        requirements = [one for one in dependencies if isinstance(one, Requirement)]
        if len(requirements) != 1:
            raise TypeError(f"{path}: an endpoint names exactly one require(...)")
        self.permission = requirements[0].permission
        self.unit_role = "app" if app_unit in dependencies else "system" if system_unit in dependencies else None
        methods = {str(method).upper() for method in options.get("methods") or ["GET"]}
        extra = dict(options.get("openapi_extra") or {})
        extra["x-permission"] = self.permission
        extra.setdefault("x-idempotent", "accepted" if "POST" in methods and self.unit_role == "app" else "no")
        self.remembers = extra["x-idempotent"] == "accepted"
        if self.permission == OPEN_TO_ALL:
            extra.setdefault("security", [])
        options["openapi_extra"] = extra
        super().__init__(path, endpoint, **options)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap FastAPI's handler in authentication and the unit of work."""
        inner = super().get_route_handler()
        query_names = _query_names(self.dependant)

        async def handle(request: Request) -> Response:
            unknown = [name for name in request.query_params if name not in query_names]
            if unknown:
                fields = tuple(FieldError(name, "unknown_field", "no such parameter") for name in unknown)
                raise ValidationFailed(f"There is no parameter '{unknown[0]}' here.", fields=fields)
            subject = await self._admit(request)
            request.state.subject = subject
            context = (
                {"organization_id": str(subject.organization_id), "user_id": str(subject.user_id)} if subject else {}
            )
            with telemetry.context(**context):
                return await self._run(request, subject, inner)

        return handle

    async def _admit(self, request: Request) -> Subject | None:
        subject = await self._caller(request)
        client = request.client.host if request.client else "local"
        limiter: ratelimit.RateLimiter = request.app.state.rate_limiter
        if subject is None:
            allowance = await limiter.hit(ANONYMOUS_BUCKET, client)
        else:
            allowance = await limiter.hit(DEFAULT_BUCKET, str(subject.user_id))
        request.state.rate_headers = allowance.headers()
        if self.permission == OPEN_TO_ALL:
            return subject
        if subject is None:
            raise Unauthenticated
        if request.method in UNSAFE and subject.transport == "cookie":
            refuse_foreign_write(request)
        if self.permission not in {ANY_SIGNED_IN, ANY_MEMBER} and self.permission not in subject.permissions:
            raise PermissionDenied(f"Your role '{subject.role}' does not include {self.permission}.")
        return subject

    async def _caller(self, request: Request) -> Subject | None:
        try:
            found: Subject | None = await request.app.state.authenticate(request)
        except VibecaasError as error:
            if self.permission != OPEN_TO_ALL or error.status >= 500:  # noqa: PLR2004 - server errors
                raise
            return None  # a stale token must not keep anybody from signing in again
        return found

    async def _run(
        self, request: Request, subject: Subject | None, inner: Callable[[Request], Coroutine[Any, Any, Response]]
    ) -> Response:
        if self.unit_role is None:
            return await inner(request)
        async with self._unit(request, subject) as unit:
            request.state.unit = unit
            key = request.headers.get("Idempotency-Key")
            if key is None or subject is None or not self.remembers:
                return await inner(request)
            return await self._once(request, unit, subject.user_id, key, inner)

    @asynccontextmanager
    async def _unit(self, request: Request, subject: Subject | None) -> AsyncIterator[Unit]:
        state = request.app.state
        units: Units = state.units if self.unit_role == "app" else state.system_units
        organization_id = subject.organization_id if subject else None
        actor = subject.actor if subject else SYSTEM
        async with units.begin(organization_id, actor, request_id=request.state.request_id) as unit:
            yield unit

    async def _once(
        self,
        request: Request,
        unit: Unit,
        principal: UUID,
        key: str,
        inner: Callable[[Request], Coroutine[Any, Any, Response]],
    ) -> Response:
        key = key.strip().strip('"')
        if not 1 <= len(key) <= _KEY_MAX or not key.isprintable():
            raise IdempotencyKeyInvalid
        route = f"{request.method} {request.url.path}"
        fingerprint = route + hashlib.sha256(await request.body()).hexdigest()
        stored = await recall(unit, principal=principal, route=self.path_format, key=key, fingerprint=fingerprint)
        if stored is not None:
            return Response(stored.body, stored.status, {**stored.headers, "Idempotent-Replayed": "true"})
        response = await inner(request)
        headers = {name: value for name, value in response.headers.items() if name in _STORED_HEADERS}
        answer = Answer(response.status_code, headers, bytes(response.body))
        await remember(unit, answer, principal=principal, route=self.path_format, key=key, fingerprint=fingerprint)
        return response


def refuse_foreign_write(request: Request) -> None:
    """Refuse a write by cookie that another site could have sent."""
    origin = request.headers.get("Origin")
    allowed: set[str] = request.app.state.allowed_origins
    if request.headers.get("X-Vibecaas-CSRF") != "1" or (origin is not None and origin not in allowed):
        raise CsrfRejected("Send the header X-Vibecaas-CSRF: 1 from the console's own address.")


def room_router(tag: str) -> APIRouter:
    """Make the router of a room: below /api/v1, every route a unit of work."""
    return APIRouter(prefix="/api/v1", route_class=UnitOfWorkRoute, tags=[tag])
