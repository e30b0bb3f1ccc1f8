"""All SQL of auth; runs on the system role, since nobody has an organization before he is signed in."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from vibecaas.auth.models import SessionRow, UserRow, WelcomeLinkRow
from vibecaas.kit import clock, ids
from vibecaas.kit.db import Session
from vibecaas.kit.errors import AlreadyExists


class AuthRepository:
    """Reads and writes users, sessions and welcome links inside one unit of work."""

    def __init__(self, session: Session, *, organization_id: UUID | None) -> None:
        self._session = session
        self._organization_id = organization_id

    async def user_by_email(self, email: str) -> UserRow | None:
        """Return the user with this address, whatever its case."""
        statement = select(UserRow).where(func.lower(UserRow.email) == email.lower())
        return (await self._session.execute(statement)).scalar_one_or_none()

    async def user(self, user_id: UUID) -> UserRow | None:
        """Return a user."""
        return await self._session.get(UserRow, user_id)

    async def add_user(self, *, email: str, name: str, password_hash: str | None) -> UserRow:
        """Store a user; AlreadyExists for a known address."""
        row = UserRow(id=ids.new_uuid(), email=email, name=name, password_hash=password_hash)
        self._session.add(row)
        try:
            await self._session.flush()
        except IntegrityError as error:  # somebody was faster between our look and our writing
            raise AlreadyExists("There is an account with this address; sign in instead.") from error
        await self._session.refresh(row)
        return row

    async def add_session(self, user_id: UUID, *, transport: str, expires_at: datetime) -> SessionRow:
        """Store a session."""
        row = SessionRow(id=ids.new_uuid(), user_id=user_id, counter=0, transport=transport, expires_at=expires_at)
        self._session.add(row)
        await self._session.flush()
        return row

    async def session(self, session_id: UUID, *, lock: bool = False) -> SessionRow | None:
        """Return a session, held until the transaction ends if asked."""
        statement = select(SessionRow).where(SessionRow.id == session_id)
        if lock:
            statement = statement.with_for_update().execution_options(populate_existing=True)
        return (await self._session.execute(statement)).scalar_one_or_none()

    async def end_session(self, session_id: UUID) -> None:
        """End a session for good."""
        statement = update(SessionRow).where(SessionRow.id == session_id, SessionRow.ended_at.is_(None))
        await self._session.execute(statement.values(ended_at=clock.now()))

    async def add_welcome_link(self, user_id: UUID, *, token_hash: str, expires_at: datetime) -> None:
        """Store a welcome link."""
        self._session.add(WelcomeLinkRow(token_hash=token_hash, user_id=user_id, expires_at=expires_at))
        await self._session.flush()

    async def use_welcome_link(self, token_hash: str) -> UUID | None:
        """Use a link up; returns its user, None if it was used, is too old or unknown."""
        now = clock.now()
        statement = (
            update(WelcomeLinkRow)
            .where(
                WelcomeLinkRow.token_hash == token_hash,
                WelcomeLinkRow.used_at.is_(None),
                WelcomeLinkRow.expires_at > now,
            )
            .values(used_at=now)
            .returning(WelcomeLinkRow.user_id)
        )
        return (await self._session.execute(statement)).scalar_one_or_none()
