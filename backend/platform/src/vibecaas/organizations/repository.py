"""All SQL of organizations; memberships of one user are found across organizations, on the system role."""

from uuid import UUID

from sqlalchemy import select

from vibecaas.kit import ids
from vibecaas.kit.db import Session
from vibecaas.organizations.models import MembershipRow, OrganizationRow


class OrganizationsRepository:
    """Reads and writes organizations inside one unit of work."""

    def __init__(self, session: Session, *, organization_id: UUID | None) -> None:
        self._session = session
        self._organization_id = organization_id

    async def add(self, *, name: str, personal: bool) -> OrganizationRow:
        """Store an organization."""
        row = OrganizationRow(id=ids.new_uuid(), name=name, personal=personal)
        self._session.add(row)
        await self._session.flush()
        await self._session.refresh(row)
        return row

    async def add_member(self, organization_id: UUID, *, user_id: UUID, role: str) -> None:
        """Store a membership."""
        row = MembershipRow(id=ids.new_uuid(), organization_id=organization_id, user_id=user_id, role=role)
        self._session.add(row)
        await self._session.flush()

    async def of_user(self, user_id: UUID) -> list[tuple[OrganizationRow, str]]:
        """Return a user's organizations with his role, the oldest first."""
        statement = (
            select(OrganizationRow, MembershipRow.role)
            .join(MembershipRow, MembershipRow.organization_id == OrganizationRow.id)
            .where(MembershipRow.user_id == user_id)
            .order_by(MembershipRow.id)
        )
        return [(row[0], row[1]) for row in await self._session.execute(statement)]
