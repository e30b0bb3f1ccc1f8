"""What organizations can do: begin with a person, tell who may do what."""

from uuid import UUID

from vibecaas.audit.service import AuditService
from vibecaas.auth.events import SessionBegun, UserRegistered
from vibecaas.auth.schemas import Organization
from vibecaas.auth.service import AuthService
from vibecaas.kit.db import Actor, Unit, enter_organization
from vibecaas.kit.errors import NotFound
from vibecaas.organizations.models import OrganizationRow
from vibecaas.organizations.repository import OrganizationsRepository
from vibecaas.organizations.schemas import PERMISSIONS, Me, Membership


class OrganizationsService:
    """Organizations and what their members may do; works on the system role, since it looks across tenants."""

    def __init__(self, *, auth: AuthService, audit: AuditService) -> None:
        self._auth = auth
        self._audit = audit

    async def begin_personal(self, unit: Unit, event: UserRegistered) -> Organization:
        """Give a new user an organization of his own, in the transaction of his registration."""
        repository = _repository(unit)
        row = await repository.add(name=f"{event.name}'s organization"[:80], personal=True)
        await repository.add_member(row.id, user_id=event.user_id, role="owner")
        await enter_organization(unit, row.id)
        unit.actor = Actor(type="user", id=event.user_id, via="session")
        await self._audit.record(
            unit,
            action="organization.created",
            target_type="organization",
            target_id=row.id,
            caused_by="user.registered",
        )
        return _shape(row)

    async def enter(self, unit: Unit, event: SessionBegun) -> Organization | None:
        """Answer with the organization that somebody enters who signs in: his first."""
        found = await self.memberships(unit, user_id=event.user_id)
        return found[0].organization if found else None

    async def me(self, unit: Unit, *, user_id: UUID, organization_id: UUID) -> Me:
        """Return who somebody is, where he belongs and where he works now."""
        organizations = [one.organization for one in await self.memberships(unit, user_id=user_id)]
        active = next(one for one in organizations if one.id == organization_id)
        user = await self._auth.user(unit, user_id=user_id)
        return Me(object="me", user=user, organizations=organizations, active_organization=active)

    async def memberships(self, unit: Unit, *, user_id: UUID) -> list[Membership]:
        """Return a user's organizations and roles."""
        found = await _repository(unit).of_user(user_id)
        return [Membership.model_validate({"organization": _shape(row), "role": role}) for row, role in found]

    async def permissions_of(
        self, unit: Unit, *, user_id: UUID, organization_id: UUID | None
    ) -> tuple[UUID, str, frozenset[str]]:
        """Return organization, role and permissions of a user; NotFound where he is no member.

        Without an organization it is the user's first.
        """
        for row, role in await _repository(unit).of_user(user_id):
            if organization_id in {None, row.id}:
                return row.id, role, PERMISSIONS[role]
        raise NotFound("There is no such organization.")


def _repository(unit: Unit) -> OrganizationsRepository:
    return OrganizationsRepository(unit.session, organization_id=unit.organization_id)


def _shape(row: OrganizationRow) -> Organization:
    return Organization(
        object="organization", id=row.id, name=row.name, personal=row.personal, created_at=row.created_at
    )
