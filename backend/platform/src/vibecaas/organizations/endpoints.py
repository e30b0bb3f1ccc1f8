"""Who one is and where one belongs, over HTTP."""

from typing import Annotated

from vibecaas.kit.web import Subject, SystemUnit, require, room_router, use
from vibecaas.organizations.schemas import Me
from vibecaas.organizations.service import OrganizationsService

router = room_router("organizations")


@router.get("/users/me", operation_id="users_me", openapi_extra={"x-audit-event": "none"})
async def get_me(
    unit: SystemUnit,
    subject: Annotated[Subject, require("self")],
    organizations: Annotated[OrganizationsService, use(OrganizationsService)],
) -> Me:
    """Who is signed in, his organizations, and the one that this request acts in."""
    return await organizations.me(unit, user_id=subject.user_id, organization_id=subject.organization_id)
