"""Versions of a project: list, compare, restore."""

from collections.abc import Mapping
from uuid import UUID

from vibecaas.audit.service import AuditService
from vibecaas.kit import clock, ids
from vibecaas.kit.db import Unit, advisory_lock
from vibecaas.kit.errors import NotFound, StateConflict
from vibecaas.kit.events import Events
from vibecaas.kit.pagination import Slice
from vibecaas.projects.events import FilesChanged, VersionRestoring
from vibecaas.projects.models import VersionRow
from vibecaas.projects.ports import GitStore
from vibecaas.projects.repository import ProjectsRepository
from vibecaas.projects.schemas import Diff, FileContent, Version
from vibecaas.projects.service import views
from vibecaas.projects.service.projects import ProjectsService, found, found_version, writer_lock

SPEC_FILE = "vibecaas.app.json"


class VersionsService:
    """Versions are commits of the main line; going back is a new commit, so nothing is ever lost."""

    def __init__(self, *, projects: ProjectsService, git: GitStore, audit: AuditService, events: Events) -> None:
        self._projects = projects
        self._git = git
        self._audit = audit
        self._events = events

    async def list(self, unit: Unit, *, project_id: UUID, after: UUID | None, limit: int) -> Slice[Version]:
        """Return the versions of a project, newest first."""
        await found(unit, project_id)
        rows = await _repository(unit).versions(project_id, after=after, limit=limit)
        page = Slice([views.version(row) for row in rows.rows], limit)
        page.has_more = rows.has_more
        return page

    async def get(self, unit: Unit, *, version_id: UUID) -> Version:
        """Return a version."""
        return views.version(await found_version(unit, version_id))

    async def diff(self, unit: Unit, *, version_id: UUID, base_id: UUID | None) -> Diff:
        """Return what changed since the version before, or since another version of the same project."""
        row = await found_version(unit, version_id)
        base = row.parent
        if base_id is not None:
            other = await found_version(unit, base_id)
            if other.project_id != row.project_id:
                raise NotFound("There is no such version of this project.")
            base = other.commit
        files = await self._git.compare(project_id=row.project_id, base=base, commit=row.commit)
        return Diff(object="diff", version_id=version_id, base=base, files=files)

    async def conflicts(self, unit: Unit, *, version_id: UUID) -> Diff:
        """Return what a build wanted to change and did not, since people had changed the same lines.

        The difference goes from the file as it stands in the version to the file as the builder made it.
        """
        row = await found_version(unit, version_id)
        built, paths = await self._git.conflicts(project_id=row.project_id, commit=row.commit)
        changes = await self._git.compare(project_id=row.project_id, base=row.commit, commit=built) if paths else []
        files = [change for change in changes if change.path in paths]
        return Diff(object="diff", version_id=version_id, base=row.commit, files=files)

    async def restore(self, unit: Unit, *, version_id: UUID) -> Version:
        """Make the files what they were at a version, as a new version.

        The builder's output for the restored spec goes to the builder's branch and becomes the second parent;
        otherwise git would hold a feature that is asked for again as merged already, and lose it silently.
        """
        row = await found_version(unit, version_id)
        await found(unit, row.project_id)
        await advisory_lock(unit, writer_lock(row.project_id))
        parents = await self._git.heads(project_id=row.project_id)
        author = ids.encode("usr", unit.actor.id) if unit.actor.id else "VibeCaaS"
        message = f"Restore: {row.message.partition(chr(10))[0]}"
        prepared = await self._git.prepare_restore(
            project_id=row.project_id,
            commit=row.commit,
            built=await self._built(unit, row),
            parents=parents,
            message=message,
            author=author,
            at=clock.now(),
        )
        if prepared.unchanged:
            raise StateConflict("The project is this version already; there is nothing to restore.")
        await self._git.publish(project_id=row.project_id, parents=parents, prepared=prepared)
        version = await self._projects.record_version(
            unit,
            project_id=row.project_id,
            commit=prepared.main_commit,
            kind="restore",
            run_id=None,
            message=message,
            author=author,
        )
        changes = {"restored": ids.encode("ver", version_id)}
        await self._audit.record(
            unit, action="version.restored", target_type="version", target_id=version.id, changes=changes
        )
        await self._events.announce(
            unit, FilesChanged(project_id=row.project_id, version_id=version.id, commit=version.commit)
        )
        return version

    async def _built(self, unit: Unit, row: VersionRow) -> Mapping[str, FileContent] | None:
        spec = await self._projects.read_file(project_id=row.project_id, path=SPEC_FILE, revision=row.commit)
        if spec is None:
            return None
        event = VersionRestoring(
            project_id=row.project_id, version_id=row.id, files_of_spec=spec.decode(errors="replace")
        )
        answers = await self._events.announce(unit, event)
        return next((answer for answer in answers if isinstance(answer, Mapping)), None)


def _repository(unit: Unit) -> ProjectsRepository:
    return ProjectsRepository(unit.session, organization_id=unit.organization)
