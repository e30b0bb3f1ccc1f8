"""All SQL of the microvms room."""

from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import and_, delete, func, or_, select, text, update

from vibecaas.kit.db import Session
from vibecaas.kit.pagination import Slice
from vibecaas.microvms.models import MicroVmRow, PreviewRow, PreviewTicketRow

TOUCH_SECONDS = 60
WAKE_AGAIN_SECONDS = 15
STUCK_SECONDS = 180


class MicrovmsRepository:
    """Machines and previews of one organization."""

    def __init__(self, session: Session, *, organization_id: UUID) -> None:
        self._session = session
        self._organization_id = organization_id

    async def add(self, row: MicroVmRow | PreviewRow | PreviewTicketRow) -> None:
        """Store a new row."""
        row.organization_id = self._organization_id
        self._session.add(row)
        await self._session.flush()
        await self._session.refresh(row)

    async def machine(self, machine_id: UUID) -> MicroVmRow | None:
        """Return a machine."""
        query = select(MicroVmRow).where(MicroVmRow.id == machine_id)
        return await self._machine(query)

    async def machine_of(self, project_id: UUID) -> MicroVmRow | None:
        """Return the machine of a project, as it is now."""
        return await self._machine(select(MicroVmRow).where(MicroVmRow.project_id == project_id))

    async def _machine(self, query: Any) -> MicroVmRow | None:  # noqa: ANN401 - SQLAlchemy's select is generic
        scoped = query.where(MicroVmRow.organization_id == self._organization_id)
        fresh = scoped.execution_options(populate_existing=True)
        row: MicroVmRow | None = (await self._session.execute(fresh)).scalar_one_or_none()
        return row

    async def machines(
        self, *, after: UUID | None, limit: int, project_id: UUID | None, status: str | None
    ) -> Slice[MicroVmRow]:
        """Return machines, newest first."""
        query = select(MicroVmRow).where(MicroVmRow.organization_id == self._organization_id)
        if after is not None:
            query = query.where(MicroVmRow.id < after)
        if project_id is not None:
            query = query.where(MicroVmRow.project_id == project_id)
        if status is not None:
            query = query.where(MicroVmRow.status == status)
        rows = await self._session.execute(query.order_by(MicroVmRow.id.desc()).limit(limit + 1))
        return Slice(list(rows.scalars()), limit)

    async def begin_start(self, project_id: UUID, *, template: str) -> int | None:
        """Give the machine a new generation and its project's template; None if there is no machine any more."""
        statement = (
            update(MicroVmRow)
            .where(MicroVmRow.project_id == project_id, MicroVmRow.organization_id == self._organization_id)
            .values(
                generation=MicroVmRow.generation + 1,
                template=template,
                status="starting",
                desired="running",
                reason=None,
                last_used_at=func.now(),
                updated_at=func.now(),
            )
            .returning(MicroVmRow.generation)
        )
        return (await self._session.execute(statement)).scalar_one_or_none()

    async def record_machine(self, project_id: UUID, *, generation: int | None, **values: Any) -> bool:  # noqa: ANN401
        """Write how a machine stands; False if a later start has begun (a generation of None is never late)."""
        statement = update(MicroVmRow).where(
            MicroVmRow.project_id == project_id, MicroVmRow.organization_id == self._organization_id
        )
        if generation is not None:
            statement = statement.where(MicroVmRow.generation == generation)
        statement = statement.values(updated_at=func.now(), **values)
        return (await self._session.execute(statement.returning(MicroVmRow.id))).scalar_one_or_none() is not None

    async def record_preview(self, project_id: UUID, **values: Any) -> None:  # noqa: ANN401 - columns of one table
        """Write how a preview stands."""
        await self._session.execute(
            update(PreviewRow)
            .where(PreviewRow.project_id == project_id, PreviewRow.organization_id == self._organization_id)
            .values(updated_at=func.now(), **values)
        )

    async def preview(self, preview_id: UUID) -> PreviewRow | None:
        """Return a preview."""
        own = PreviewRow.organization_id == self._organization_id
        query = select(PreviewRow).where(PreviewRow.id == preview_id, own)
        return (await self._session.execute(query)).scalar_one_or_none()

    async def preview_of(self, project_id: UUID) -> PreviewRow | None:
        """Return the preview of a project, as it is now."""
        query = select(PreviewRow).where(
            PreviewRow.project_id == project_id, PreviewRow.organization_id == self._organization_id
        )
        fresh = query.execution_options(populate_existing=True)
        return (await self._session.execute(fresh)).scalar_one_or_none()

    async def hosts_of(self, project_ids: list[UUID]) -> dict[UUID, str]:
        """Return the host names of these projects' previews."""
        query = select(PreviewRow.project_id, PreviewRow.host).where(
            PreviewRow.project_id.in_(project_ids), PreviewRow.organization_id == self._organization_id
        )
        return {row.project_id: row.host for row in await self._session.execute(query)}

    async def forget_machine(self, project_id: UUID) -> None:
        """Delete the machine's row."""
        await self._session.execute(
            delete(MicroVmRow).where(
                MicroVmRow.project_id == project_id, MicroVmRow.organization_id == self._organization_id
            )
        )

    async def forget_preview(self, project_id: UUID) -> None:
        """Delete the preview's row: its host is unknown from now on."""
        await self._session.execute(
            delete(PreviewRow).where(
                PreviewRow.project_id == project_id, PreviewRow.organization_id == self._organization_id
            )
        )


@dataclass(frozen=True)
class Route:
    """What decides over a request to a preview."""

    preview_id: UUID
    organization_id: UUID
    project_id: UUID
    visibility: str
    status: str
    upstream: str | None
    wanted: bool


@dataclass(frozen=True)
class Wanted:
    """A machine that shall run, and how it stood when we last looked."""

    organization_id: UUID
    project_id: UUID
    machine_status: str
    preview_status: str
    upstream: str | None
    lost_host: bool
    used_lately: bool
    starting_lately: bool


class EdgeRepository:
    """What the system role sees of all organizations: the edge's look-ups and the reconciler's."""

    def __init__(self, session: Session, *, scope: Literal["all organizations"]) -> None:
        self._session = session
        self._scope = scope

    async def route(self, host: str) -> Route | None:
        """Return what is known of a host name."""
        query = (
            select(
                PreviewRow.id,
                PreviewRow.organization_id,
                PreviewRow.project_id,
                PreviewRow.visibility,
                PreviewRow.status,
                MicroVmRow.upstream,
                MicroVmRow.desired,
            )
            .outerjoin(MicroVmRow, MicroVmRow.project_id == PreviewRow.project_id)
            .where(PreviewRow.host == host)
        )
        row = (await self._session.execute(query)).one_or_none()
        return Route(*row[:6], wanted=row[6] == "running") if row is not None else None

    async def touch(self, project_id: UUID) -> None:
        """Note that a machine is used; at most once a minute."""
        await self._session.execute(
            update(MicroVmRow)
            .where(
                MicroVmRow.project_id == project_id,
                MicroVmRow.last_used_at < func.now() - text(f"interval '{TOUCH_SECONDS} seconds'"),
            )
            .values(last_used_at=func.now())
        )

    async def wake(self, preview_id: UUID) -> bool:
        """Mark a preview that sleeps (or got stuck) as starting; True for the one caller who has to start it."""
        rested = PreviewRow.updated_at < func.now() - text(f"interval '{WAKE_AGAIN_SECONDS} seconds'")
        stuck = PreviewRow.updated_at < func.now() - text(f"interval '{STUCK_SECONDS} seconds'")
        due = or_(
            and_(PreviewRow.status.in_(("stopped", "failed")), rested), and_(PreviewRow.status == "starting", stuck)
        )
        statement = (
            update(PreviewRow)
            .where(PreviewRow.id == preview_id, due)
            .values(status="starting", updated_at=func.now())
            .returning(PreviewRow.id)
        )
        return (await self._session.execute(statement)).scalar_one_or_none() is not None

    async def use_ticket(self, token_hash: str, host: str) -> UUID | None:
        """Use up a ticket of this host; return whose it is, None if it is not good (any more)."""
        statement = (
            update(PreviewTicketRow)
            .where(
                PreviewTicketRow.token_hash == token_hash,
                PreviewTicketRow.used_at.is_(None),
                PreviewTicketRow.expires_at > func.now(),
                PreviewTicketRow.preview_id == select(PreviewRow.id).where(PreviewRow.host == host).scalar_subquery(),
            )
            .values(used_at=func.now())
            .returning(PreviewTicketRow.user_id)
        )
        return (await self._session.execute(statement)).scalar_one_or_none()

    async def wanted(self) -> list[Wanted]:
        """Return the machines that shall run."""
        lately = MicroVmRow.last_used_at > func.now() - text("interval '24 hours'")
        starting = and_(
            MicroVmRow.status == "starting",
            MicroVmRow.updated_at > func.now() - text(f"interval '{STUCK_SECONDS} seconds'"),
        )
        query = (
            select(
                MicroVmRow.organization_id,
                MicroVmRow.project_id,
                MicroVmRow.status,
                func.coalesce(PreviewRow.status, "stopped"),
                MicroVmRow.upstream,
                func.coalesce(MicroVmRow.reason["code"].astext == "host_lost", False),
                lately,
                starting,
            )
            .outerjoin(PreviewRow, PreviewRow.project_id == MicroVmRow.project_id)
            .where(MicroVmRow.desired == "running")
        )
        return [Wanted(*row) for row in await self._session.execute(query)]
