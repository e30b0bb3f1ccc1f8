"""Who calls, what he may, and what an endpoint is given: its subject, its unit of work, its services."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar, cast
from uuid import UUID

from fastapi import Depends, Request

from vibecaas.kit.db import Actor, Unit, Units

T = TypeVar("T")


@dataclass(frozen=True)
class Subject:
    """An authenticated caller in one organization."""

    user_id: UUID
    organization_id: UUID
    session_id: UUID
    role: str
    permissions: frozenset[str]
    transport: Literal["cookie", "bearer"]

    @property
    def actor(self) -> Actor:
        """The caller as the audit log names it."""
        return Actor(type="user", id=self.user_id, via="session")


Authenticate = Callable[[Request], Awaitable[Subject | None]]
"""Finds the caller of a request: None if it presents nothing, an error of ours if what it presents is not good."""

StillSignedIn = Callable[[Subject], Awaitable[bool]]
"""Tells whether the session and the membership of a caller who was let in are still there."""

OPEN_TO_ALL = "public"
ANY_SIGNED_IN = "self"
ANY_MEMBER = "member"


class Requirement:
    """A dependency whose presence in a signature is the access rule of the endpoint."""

    def __init__(self, permission: str) -> None:
        self.permission = permission

    def __call__(self, request: Request) -> Subject | None:
        """Give the endpoint its subject; the route has checked it before."""
        return cast("Subject | None", request.state.subject)


def require(permission: str) -> Any:  # noqa: ANN401 - FastAPI's own marker has no public type
    """Declare who may call: a permission, `self` (any signed-in user), `member`, or `public` (subject may be None)."""
    return Depends(Requirement(permission))


def app_unit(request: Request) -> Unit:
    """Give the endpoint the unit of work that its route opened for the caller's organization."""
    return cast("Unit", request.state.unit)


def system_unit(request: Request) -> Unit:
    """Give the endpoint a unit on the system role: sign-in and other work that is cross-tenant by nature."""
    return cast("Unit", request.state.unit)


AppUnit = Annotated[Unit, Depends(app_unit)]
SystemUnit = Annotated[Unit, Depends(system_unit)]


def use(service: type[T]) -> Any:  # noqa: ANN401 - FastAPI's own marker has no public type
    """Give the endpoint a service that the container put into the application's state."""

    def find(request: Request) -> T:
        return cast("T", request.app.state.services[service])

    return Depends(find)


def request_units(request: Request) -> Units:
    """Give a stream or download units of its own, since it outlives the route's transaction."""
    return cast("Units", request.app.state.units)
