"""Tables, sessions and the unit of work; the only way to a transaction.

Two roles serve requests and jobs: `vibecaas_app`, under row-level security, and `vibecaas_system`, for named tables
whose work is cross-tenant by nature. A unit names its organization to the database, so a forgotten condition in a
query shows no foreign row.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import DateTime, MetaData, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Session = AsyncSession
"""What repositories execute their statements on."""

POOL_SIZE = 10
_AWAY = ("08", "53", "57P")  # classes of SQLSTATE: connection lost, out of resources, shutting down


class Base(DeclarativeBase):
    """Base of all tables; names of constraints follow one convention, so migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own protocol
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB,
    }


class OfOrganization:
    """Mixin of every tenant table: the column that the row-level policy compares."""

    organization_id: Mapped[UUID] = mapped_column(index=True)


@dataclass(frozen=True)
class Actor:
    """Who acts: a person, an agent on a person's behalf, or the system itself."""

    type: Literal["user", "agent", "system"]
    id: UUID | None
    via: Literal["session", "agent", "system"]


SYSTEM = Actor(type="system", id=None, via="system")


@dataclass
class Unit:
    """One transaction: its session, its organization, and who acts in it."""

    session: Session
    organization_id: UUID | None
    actor: Actor
    request_id: str | None = None
    caused_by: str | None = None
    role: str = "app"
    notes: dict[str, object] = field(default_factory=dict)

    @property
    def organization(self) -> UUID:
        """The organization of this unit; an error of ours if there is none."""
        if self.organization_id is None:
            raise RuntimeError("this unit of work has no organization")
        return self.organization_id


class Units:
    """Opens units of work on one database role; a unit commits when its block ends well."""

    def __init__(self, engine: AsyncEngine, *, role: Literal["app", "system"]) -> None:
        self.engine = engine
        self.role = role
        self._sessions = async_sessionmaker(engine, expire_on_commit=False)

    @asynccontextmanager
    async def begin(
        self, organization_id: UUID | None, actor: Actor = SYSTEM, *, request_id: str | None = None
    ) -> AsyncIterator[Unit]:
        """Open a transaction for this organization; commit at the end, roll back on any error."""
        async with self._sessions() as session, session.begin():
            unit = Unit(session, organization_id, actor, request_id=request_id, role=self.role)
            await enter_organization(unit, organization_id)
            yield unit


async def enter_organization(unit: Unit, organization_id: UUID | None) -> None:
    """Name the organization of this transaction to the database (again, when one was just created)."""
    unit.organization_id = organization_id
    await unit.session.execute(
        text("select set_config('vibecaas.organization_id', :organization_id, true)"),
        {"organization_id": str(organization_id) if organization_id else ""},
    )


def make_engine(url: str, *, pool_size: int = POOL_SIZE) -> AsyncEngine:
    """Make an engine; `url` is postgresql+asyncpg://role:password@host:port/database."""
    return create_async_engine(url, pool_size=pool_size, max_overflow=0, pool_pre_ping=True)


def database_is_away(error: BaseException) -> bool:
    """Tell whether the database could not be asked, as against having refused what was asked."""
    if isinstance(error, DBAPIError):
        state = str(getattr(error.orig, "sqlstate", None) or "")
        return error.connection_invalidated or state.startswith(_AWAY) or isinstance(error, InterfaceError)
    return isinstance(error, ConnectionError | FileNotFoundError | PoolTimeout)


async def advisory_lock(unit: Unit, key: str, *, wait: bool = True) -> bool:
    """Take a lock that ends with the transaction; without `wait` return False if somebody else holds it."""
    function = "pg_advisory_xact_lock" if wait else "pg_try_advisory_xact_lock"
    statement = text(f"select {function}(hashtextextended(:key, 0))")
    taken = (await unit.session.execute(statement, {"key": key})).scalar_one()
    return bool(taken) or wait
