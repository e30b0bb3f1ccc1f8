"""All SQL of the projects room."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, update

from vibecaas.kit.db import Session
from vibecaas.kit.pagination import Slice
from vibecaas.projects.models import ProjectRow, VersionRow


class ProjectsRepository:
    """Projects and versions of one organization."""

    def __init__(self, session: Session, *, organization_id: UUID) -> None:
        self._session = session
        self._organization_id = organization_id

    async def add(self, project_id: UUID, *, name: str, slug: str, template: str) -> ProjectRow:
        """Store a new project."""
        own = self._organization_id
        row = ProjectRow(id=project_id, organization_id=own, name=name, slug=slug, template=template)
        self._session.add(row)
        await self._session.flush()
        await self._session.refresh(row)
        return row

    async def find(self, project_id: UUID, *, lock: bool = False) -> ProjectRow | None:
        """Return a project that is not in the bin, as it is now; with `lock` nobody else changes it meanwhile."""
        query = select(ProjectRow).where(
            ProjectRow.id == project_id,
            ProjectRow.organization_id == self._organization_id,
            ProjectRow.deleted_at.is_(None),
        )
        if lock:
            query = query.with_for_update()
        query = query.execution_options(populate_existing=True)
        return (await self._session.execute(query)).scalar_one_or_none()

    async def page(
        self, *, after: UUID | None, limit: int, words: str | None, status: str | None, template: str | None
    ) -> Slice[ProjectRow]:
        """Return projects that are not in the bin, newest first; `words` are looked for in name and description."""
        query = select(ProjectRow).where(
            ProjectRow.organization_id == self._organization_id, ProjectRow.deleted_at.is_(None)
        )
        if after is not None:
            query = query.where(ProjectRow.id < after)
        if words:
            found = ProjectRow.name.icontains(words, autoescape=True)
            query = query.where(found | ProjectRow.description.icontains(words, autoescape=True))
        if status is not None:
            query = query.where(ProjectRow.status == status)
        if template is not None:
            query = query.where(ProjectRow.template == template)
        rows = await self._session.execute(query.order_by(ProjectRow.id.desc()).limit(limit + 1))
        return Slice(list(rows.scalars()), limit)

    async def change(self, project_id: UUID, *, by_people: bool = False, **values: Any) -> None:  # noqa: ANN401
        """Set columns of a project; a change by people gives it a new entity tag."""
        if by_people:
            values["revision"] = ProjectRow.revision + 1
        await self._session.execute(
            update(ProjectRow)
            .where(ProjectRow.id == project_id, ProjectRow.organization_id == self._organization_id)
            .values(updated_at=func.now(), **values)
        )

    async def put_into_bin(self, project_id: UUID) -> None:
        """Hide a project; its rows stay."""
        await self.change(project_id, by_people=True, deleted_at=func.now())

    async def remove_from_bin(self, project_id: UUID) -> bool:
        """Delete a project that is in the bin, with all rows that hang on it; False if it is not there."""
        removed = await self._session.execute(
            delete(ProjectRow)
            .where(
                ProjectRow.id == project_id,
                ProjectRow.organization_id == self._organization_id,
                ProjectRow.deleted_at.is_not(None),
            )
            .returning(ProjectRow.id)
        )
        return removed.scalar_one_or_none() is not None

    async def add_version(self, row: VersionRow) -> VersionRow:
        """Store a version."""
        row.organization_id = self._organization_id
        self._session.add(row)
        await self._session.flush()
        await self._session.refresh(row)
        return row

    async def version(self, version_id: UUID) -> VersionRow | None:
        """Return a version of a project that is not in the bin."""
        query = (
            select(VersionRow)
            .join(ProjectRow, ProjectRow.id == VersionRow.project_id)
            .where(
                VersionRow.id == version_id,
                VersionRow.organization_id == self._organization_id,
                ProjectRow.deleted_at.is_(None),
            )
        )
        return (await self._session.execute(query)).scalar_one_or_none()

    async def version_of_commit(self, project_id: UUID, commit: str, *, lock: bool = False) -> VersionRow | None:
        """Return the version that is this commit, as it is now; with `lock` nobody else changes it meanwhile."""
        query = select(VersionRow).where(
            VersionRow.project_id == project_id,
            VersionRow.commit == commit,
            VersionRow.organization_id == self._organization_id,
        )
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        return (await self._session.execute(query)).scalar_one_or_none()

    async def version_judged_by(self, project_id: UUID, run: str) -> VersionRow | None:
        """Return the version whose judgement is this run's."""
        query = select(VersionRow).where(
            VersionRow.project_id == project_id,
            VersionRow.publishable["run_id"].astext == run,
            VersionRow.organization_id == self._organization_id,
        )
        return (await self._session.execute(query)).scalar_one_or_none()

    async def versions(self, project_id: UUID, *, after: UUID | None, limit: int) -> Slice[VersionRow]:
        """Return the versions of a project, newest first."""
        query = select(VersionRow).where(
            VersionRow.project_id == project_id, VersionRow.organization_id == self._organization_id
        )
        if after is not None:
            query = query.where(VersionRow.id < after)
        rows = await self._session.execute(query.order_by(VersionRow.id.desc()).limit(limit + 1))
        return Slice(list(rows.scalars()), limit)
