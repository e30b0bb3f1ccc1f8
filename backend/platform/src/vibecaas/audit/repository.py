"""SQL of the audit log."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import ProgrammingError

from vibecaas.audit.errors import AuditUnavailable
from vibecaas.audit.models import AuditEventRow, AuditHeadRow
from vibecaas.kit.db import Session

NO_HASH = bytes(32)


class AuditRepository:
    """The chain of one organization."""

    def __init__(self, session: Session, *, organization_id: UUID) -> None:
        self._session = session
        self._organization_id = organization_id

    async def lock_head(self) -> AuditHeadRow:
        """Return the head of the chain, held until the transaction ends, so that events stand in one order."""
        first = {"organization_id": self._organization_id, "seq": 0, "hash": NO_HASH}
        try:
            await self._session.execute(insert(AuditHeadRow).values(first).on_conflict_do_nothing())
        except ProgrammingError as error:
            raise AuditUnavailable(private=str(error)) from error
        query = select(AuditHeadRow).where(AuditHeadRow.organization_id == self._organization_id)
        fresh = query.with_for_update().execution_options(populate_existing=True)
        return (await self._session.execute(fresh)).scalar_one()

    async def add(self, row: AuditEventRow, head: AuditHeadRow) -> None:
        """Write the event and move the head to it."""
        head.seq, head.hash = row.seq, row.hash
        self._session.add(row)
        try:
            await self._session.flush()
        except ProgrammingError as error:
            raise AuditUnavailable(private=str(error)) from error

    async def newest(self, *, action: str | None, before: UUID | None, limit: int) -> list[AuditEventRow]:
        """Return events, the newest first."""
        query = select(AuditEventRow).where(AuditEventRow.organization_id == self._organization_id)
        if action is not None:
            query = query.where(AuditEventRow.action == action)
        if before is not None:
            query = query.where(AuditEventRow.id < before)
        return list((await self._session.execute(query.order_by(AuditEventRow.id.desc()).limit(limit))).scalars())

    async def in_order(self, *, after_seq: int, limit: int) -> list[AuditEventRow]:
        """Return events as they follow one another in the chain."""
        query = (
            select(AuditEventRow)
            .where(AuditEventRow.organization_id == self._organization_id, AuditEventRow.seq > after_seq)
            .order_by(AuditEventRow.seq)
            .limit(limit)
            .execution_options(populate_existing=True)
        )
        return list((await self._session.execute(query)).scalars())

    async def head(self) -> AuditHeadRow | None:
        """Return the head of the chain without holding it."""
        return await self._session.get(AuditHeadRow, self._organization_id, populate_existing=True)
