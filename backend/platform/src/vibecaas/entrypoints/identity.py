"""Finds the caller of a request: a bearer token or our cookie, and the organization that it acts in."""

from uuid import UUID

from fastapi import Request

from vibecaas.auth.endpoints import ACCESS_COOKIE
from vibecaas.auth.errors import TokenInvalid
from vibecaas.auth.service import AuthService
from vibecaas.kit import ids
from vibecaas.kit.db import Units
from vibecaas.kit.errors import NotFound
from vibecaas.kit.web import Authenticate, StillSignedIn, Subject
from vibecaas.organizations.service import OrganizationsService

ORGANIZATION_HEADER = "Vibecaas-Organization"


def make_authenticate(system_units: Units, auth: AuthService, organizations: OrganizationsService) -> Authenticate:
    """Return the function that the route class asks."""

    async def authenticate(request: Request) -> Subject | None:
        header = request.headers.get("Authorization")
        token = request.cookies.get(ACCESS_COOKIE)
        if header is not None:
            scheme, _, token = header.partition(" ")
            if scheme.lower() != "bearer" or not token:
                raise TokenInvalid
        if not token:
            return None
        async with system_units.begin(None) as unit:
            identity = await auth.authenticate(unit, access_token=token.strip())
            organization_id, role, permissions = await organizations.permissions_of(
                unit, user_id=identity.user_id, organization_id=_wanted(request)
            )
        return Subject(
            user_id=identity.user_id,
            organization_id=organization_id,
            session_id=identity.session_id,
            role=role,
            permissions=permissions,
            transport="bearer" if header is not None else "cookie",
        )

    return authenticate


def make_still_signed_in(system_units: Units, auth: AuthService, organizations: OrganizationsService) -> StillSignedIn:
    """Return the function that long streams ask from time to time."""

    async def still_signed_in(subject: Subject) -> bool:
        async with system_units.begin(None) as unit:
            if not await auth.is_signed_in(unit, session_id=subject.session_id):
                return False
            memberships = await organizations.memberships(unit, user_id=subject.user_id)
        return any(one.organization.id == subject.organization_id for one in memberships)

    return still_signed_in


def _wanted(request: Request) -> UUID | None:
    """Return the organization that the caller names; one that cannot be is like one that is not."""
    named = request.headers.get(ORGANIZATION_HEADER)
    if named is None:
        return None
    try:
        return ids.decode("org", named)
    except ValueError as error:
        raise NotFound("There is no such organization.") from error
