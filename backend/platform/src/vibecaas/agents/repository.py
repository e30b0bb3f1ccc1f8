"""All SQL of agents; every statement runs in the organization of its unit."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text, update
from sqlalchemy.dialects.postgresql import insert

from vibecaas.agents.models import ACTIVE, CheckRow, MessageRow, RunRow, StepRow
from vibecaas.kit import ids
from vibecaas.kit.db import Unit
from vibecaas.kit.pagination import Slice


class AgentsRepository:
    """Reads and writes the tables of agents inside one unit of work."""

    def __init__(self, unit: Unit) -> None:
        self._session = unit.session
        self._organization_id = unit.organization

    async def add_run(self, run: RunRow, steps: Sequence[StepRow]) -> None:
        """Store a new run with its steps."""
        self._session.add(run)
        await self._session.flush()
        self._session.add_all(steps)
        await self._session.flush()
        await self._session.refresh(run)

    async def run(self, run_id: UUID, *, lock: bool = False) -> RunRow | None:
        """Return a run, locked for the rest of the transaction if asked."""
        statement = select(RunRow).where(RunRow.id == run_id, RunRow.organization_id == self._organization_id)
        if lock:
            statement = statement.with_for_update().execution_options(populate_existing=True)
        return (await self._session.execute(statement)).scalar_one_or_none()

    async def take(self, run_id: UUID) -> int | None:
        """Raise the fencing number and return it: earlier holders write nothing any more."""
        statement = (
            update(RunRow)
            .where(RunRow.id == run_id, RunRow.organization_id == self._organization_id)
            .values(fencing=RunRow.fencing + 1)
            .returning(RunRow.fencing)
        )
        return (await self._session.execute(statement)).scalar_one_or_none()

    async def pulse(self, run_id: UUID) -> tuple[int, bool]:
        """Return the fencing number, and whether the run is to stop."""
        statement = select(RunRow.fencing, RunRow.cancel_requested_at).where(
            RunRow.id == run_id, RunRow.organization_id == self._organization_id
        )
        row = (await self._session.execute(statement)).one_or_none()
        return (row.fencing, row.cancel_requested_at is not None) if row else (-1, True)

    async def active_run(self, project_id: UUID) -> RunRow | None:
        """Return the project's run that has not ended."""
        statement = select(RunRow).where(
            RunRow.project_id == project_id,
            RunRow.organization_id == self._organization_id,
            RunRow.status.in_(ACTIVE),
        )
        return (await self._session.execute(statement)).scalar_one_or_none()

    async def count_active(self) -> int:
        """Return how many runs of the organization have not ended."""
        statement = select(func.count()).where(
            RunRow.organization_id == self._organization_id, RunRow.status.in_(ACTIVE)
        )
        return (await self._session.execute(statement)).scalar_one()

    async def runs(self, project_id: UUID, *, limit: int, before: UUID | None) -> Slice[RunRow]:
        """Return the project's runs, newest first."""
        statement = select(RunRow).where(
            RunRow.project_id == project_id, RunRow.organization_id == self._organization_id
        )
        if before is not None:
            statement = statement.where(RunRow.id < before)
        rows = (await self._session.execute(statement.order_by(RunRow.id.desc()).limit(limit + 1))).scalars()
        return Slice(list(rows), limit)

    async def steps(self, run_id: UUID) -> list[StepRow]:
        """Return the steps of a run in their order."""
        statement = (
            select(StepRow)
            .where(StepRow.run_id == run_id, StepRow.organization_id == self._organization_id)
            .order_by(StepRow.position)
            .execution_options(populate_existing=True)
        )
        return list((await self._session.execute(statement)).scalars())

    async def step(self, step_id: UUID) -> StepRow:
        """Return one step, as it is now."""
        statement = (
            select(StepRow)
            .where(StepRow.id == step_id, StepRow.organization_id == self._organization_id)
            .execution_options(populate_existing=True)
        )
        return (await self._session.execute(statement)).scalar_one()

    async def put_check(self, run_id: UUID, values: dict[str, Any]) -> CheckRow:
        """Store what a check found; found again in the same run, it replaces the first."""
        row = {"id": ids.new_uuid(), "organization_id": self._organization_id, "run_id": run_id, **values}
        statement = (
            insert(CheckRow)
            .values(row)
            .on_conflict_do_update(index_elements=["run_id", "check_id"], set_=values)
            .returning(CheckRow)
        )
        return (await self._session.execute(statement)).scalar_one()

    async def checks(self, run_id: UUID) -> list[CheckRow]:
        """Return the checks of a run in the order in which they ended."""
        statement = (
            select(CheckRow)
            .where(CheckRow.run_id == run_id, CheckRow.organization_id == self._organization_id)
            .order_by(CheckRow.created_at, CheckRow.id)
        )
        return list((await self._session.execute(statement)).scalars())

    async def check(self, check_id: UUID) -> CheckRow | None:
        """Return one check."""
        statement = select(CheckRow).where(CheckRow.id == check_id, CheckRow.organization_id == self._organization_id)
        return (await self._session.execute(statement)).scalar_one_or_none()

    async def add_message(self, row: MessageRow) -> None:
        """Store a message."""
        self._session.add(row)
        await self._session.flush()
        await self._session.refresh(row)

    async def messages(self, project_id: UUID, *, limit: int, before: UUID | None) -> Slice[MessageRow]:
        """Return the project's messages, newest first."""
        statement = select(MessageRow).where(
            MessageRow.project_id == project_id, MessageRow.organization_id == self._organization_id
        )
        if before is not None:
            statement = statement.where(MessageRow.id < before)
        rows = (await self._session.execute(statement.order_by(MessageRow.id.desc()).limit(limit + 1))).scalars()
        return Slice(list(rows), limit)

    async def queued_messages(self, run_id: UUID) -> list[MessageRow]:
        """Return what was said during a run and not read yet, oldest first."""
        statement = (
            select(MessageRow)
            .where(
                MessageRow.run_id == run_id,
                MessageRow.organization_id == self._organization_id,
                MessageRow.status == "queued",
            )
            .order_by(MessageRow.id)
        )
        return list((await self._session.execute(statement)).scalars())

    async def forget_project(self, project_id: UUID) -> None:
        """Ask every run of a project that goes away to stop."""
        await self._session.execute(
            text(
                "update runs set cancel_requested_at = now()"
                " where project_id = :project_id and organization_id = :organization_id and finished_at is null"
            ),
            {"project_id": project_id, "organization_id": self._organization_id},
        )
