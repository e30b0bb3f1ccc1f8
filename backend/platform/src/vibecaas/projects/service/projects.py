"""Projects themselves, and what the rooms above do with them: build, record, note."""

import io
import tarfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from vibecaas.audit.service import AuditService
from vibecaas.kit import clock, ids
from vibecaas.kit.db import Unit, advisory_lock
from vibecaas.kit.errors import NotFound, PreconditionFailed, PreconditionRequired, StateConflict
from vibecaas.kit.events import Events
from vibecaas.kit.jobs import enqueue
from vibecaas.kit.pagination import Slice
from vibecaas.kit.preconditions import etag_matches
from vibecaas.projects.events import ProjectCreated, ProjectDeleted, ProjectPurged, VersionRecorded
from vibecaas.projects.models import ProjectRow, VersionRow
from vibecaas.projects.ports import GitStore
from vibecaas.projects.repository import ProjectsRepository
from vibecaas.projects.schemas import (
    FileContent,
    Parents,
    PreparedBuild,
    Project,
    ProjectCreate,
    ProjectStatus,
    ProjectUpdate,
    Publishable,
    TemplateId,
    Version,
    VersionKind,
)
from vibecaas.projects.service import views
from vibecaas.projects.service.names import UNNAMED, name_of, slug_of

BIN_SECONDS = 7 * 24 * 3600
PURGE_JOB = "projects.purge"


class ProjectsService:
    """Projects of an organization. Builds write to git first and are recorded afterwards, each step repeatable."""

    def __init__(self, *, git: GitStore, audit: AuditService, events: Events) -> None:
        self._git = git
        self._audit = audit
        self._events = events

    async def create(self, unit: Unit, *, wanted: ProjectCreate) -> Project:
        """Make a project; with a prompt its first run begins in the same transaction."""
        name = wanted.name or (name_of(wanted.prompt) if wanted.prompt else UNNAMED)
        projects = _repository(unit)
        row = await projects.add(ids.new_uuid(), name=name, slug=slug_of(name), template=wanted.template)
        await self._audit.record(unit, action="project.created", target_type="project", target_id=row.id)
        created = ProjectCreated(project_id=row.id, prompt=wanted.prompt, auto_approve=wanted.auto_approve)
        await self._events.announce(unit, created)
        return await self.get(unit, project_id=row.id)

    async def list(
        self,
        unit: Unit,
        *,
        after: UUID | None,
        limit: int,
        words: str | None = None,
        status: str | None = None,
        template: str | None = None,
    ) -> Slice[Project]:
        """Return projects, newest first."""
        rows = await _repository(unit).page(after=after, limit=limit, words=words, status=status, template=template)
        page = Slice([views.project(row) for row in rows.rows], limit)
        page.has_more = rows.has_more
        return page

    async def get(self, unit: Unit, *, project_id: UUID) -> Project:
        """Return a project; NotFound if there is none, it is another organization's, or it is in the bin."""
        return views.project(await found(unit, project_id))

    async def update(self, unit: Unit, *, project_id: UUID, wanted: ProjectUpdate, if_match: str | None) -> Project:
        """Replace what people may change of a project, if nobody else did since they read it."""
        row = await found(unit, project_id, lock=True)
        if if_match is None:
            raise PreconditionRequired("Send If-Match with the etag of the project that you read.")
        if not etag_matches(if_match, views.etag(row)):
            raise PreconditionFailed("Read the project again, then apply your change to what it is now.")
        changed = [name for name in ("name", "description") if getattr(row, name) != getattr(wanted, name)]
        await _repository(unit).change(project_id, by_people=True, name=wanted.name, description=wanted.description)
        await self._audit.record(
            unit, action="project.updated", target_type="project", target_id=project_id, changes={"fields": changed}
        )
        return await self.get(unit, project_id=project_id)

    async def delete(self, unit: Unit, *, project_id: UUID, if_match: str | None = None) -> None:
        """Put a project into the bin: it stops and disappears now, and is erased after seven days."""
        row = await found(unit, project_id, lock=True)
        if if_match is not None and not etag_matches(if_match, views.etag(row)):
            raise PreconditionFailed("Read the project again; it has changed since.")
        await self._events.announce(unit, ProjectDeleted(project_id=project_id))
        await _repository(unit).put_into_bin(project_id)
        await self._audit.record(unit, action="project.deleted", target_type="project", target_id=project_id)
        await enqueue(unit, PURGE_JOB, {"project_id": project_id}, delay_seconds=BIN_SECONDS)

    async def purge(self, unit: Unit, *, project_id: UUID) -> bool:
        """Erase a project that lies in the bin; False if it does not lie there (any more)."""
        projects = _repository(unit)
        if await projects.find(project_id) is not None:
            return False
        if await projects.remove_from_bin(project_id):
            await self._events.announce(unit, ProjectPurged(project_id=project_id))
            await self._audit.record(unit, action="project.purged", target_type="project", target_id=project_id)
        return True

    async def erase_history(self, *, project_id: UUID) -> None:
        """Delete the repository of a purged project."""
        await self._git.erase(project_id=project_id)

    async def note_run(
        self, unit: Unit, *, project_id: UUID, summary: dict[str, Any] | None, status: ProjectStatus
    ) -> None:
        """Show the latest run of a project, and how the project stands by it."""
        await _repository(unit).change(project_id, latest_run=summary, status=status)

    async def note_template(self, unit: Unit, *, project_id: UUID, template: TemplateId) -> None:
        """Show what kind of app a project holds now; its machine follows with the next start."""
        await _repository(unit).change(project_id, template=template)

    async def note_preview(self, unit: Unit, *, project_id: UUID, preview: dict[str, Any] | None) -> None:
        """Show where the running app of a project is opened."""
        await _repository(unit).change(project_id, preview=preview)

    async def build_parents(self, *, project_id: UUID) -> Parents:
        """Return where the branches stand on which a build would be made."""
        return await self._git.heads(project_id=project_id)

    async def prepare_build(
        self, *, project_id: UUID, files: Mapping[str, FileContent], parents: Parents, message: str, at: datetime
    ) -> PreparedBuild:
        """Write the commits of a build, which no branch shows yet; repeated, it yields the same hashes."""
        return await self._git.prepare_build(
            project_id=project_id, files=files, parents=parents, message=message, at=at
        )

    async def publish_build(self, *, project_id: UUID, parents: Parents, prepared: PreparedBuild) -> None:
        """Move the branches to a prepared build; already there is fine, StateConflict if they moved elsewhere."""
        await self._git.publish(project_id=project_id, parents=parents, prepared=prepared)

    async def record_version(
        self,
        unit: Unit,
        *,
        project_id: UUID,
        commit: str,
        kind: VersionKind,
        run_id: UUID | None,
        message: str,
        author: str,
    ) -> Version:
        """Make a commit of the main line a version; the same commit is the same version."""
        await advisory_lock(unit, writer_lock(project_id))
        projects = _repository(unit)
        known = await projects.version_of_commit(project_id, commit)
        if known is not None:
            if run_id is not None and known.run_id is None:
                known.run_id, known.kind, known.message, known.author = run_id, kind, message, author
            return views.version(known)
        facts = await self._git.facts(project_id=project_id, commit=commit)
        if facts is None:
            raise StateConflict("This commit is not in the project's history.")
        parent = facts.parents[0] if facts.parents else None
        size = await self._git.count(project_id=project_id, base=parent, commit=commit)
        row = VersionRow(
            id=ids.new_uuid(),
            project_id=project_id,
            commit=commit,
            parent=parent,
            message=message,
            author=author,
            run_id=run_id,
            kind=kind,
            **size.model_dump(),
        )
        version = views.version(await projects.add_version(row))
        await self._events.announce(
            unit, VersionRecorded(project_id=project_id, version_id=version.id, commit=version.commit)
        )
        return version

    async def judge_version(
        self, unit: Unit, *, project_id: UUID, commit: str, publishable: Publishable
    ) -> Version | None:
        """Write down whether a version may be published; what a run found stays until another run looks.

        None if this commit is no version.
        """
        projects = _repository(unit)
        row = await projects.version_of_commit(project_id, commit, lock=True)
        if row is None:
            return None
        if publishable.run_id is not None or views.publishable(row).run_id is None:
            row.publishable = publishable.model_dump(mode="json")
        return views.version(row)

    async def was_judged_by(self, unit: Unit, *, project_id: UUID, run_id: UUID) -> bool:
        """Tell whether a run's checks were the newest word on a version."""
        return await _repository(unit).version_judged_by(project_id, ids.encode("run", run_id)) is not None

    async def files_at(self, *, project_id: UUID, revision: str) -> dict[str, bytes]:
        """Return the content of every file of a revision, by path; links are left out."""
        return {path: content for path, content, _ in await self._files(project_id, revision)}

    async def read_file(self, *, project_id: UUID, path: str, revision: str = "main") -> bytes | None:
        """Return the content of a file; None if there is no such file. A link is no file."""
        entries = await self._git.entries(project_id=project_id, revision=revision)
        blobs = [entry.blob for entry in entries if entry.path == path and entry.type == "file"]
        return (await self._git.contents(project_id=project_id, blobs=blobs))[0] if blobs else None

    async def workspace_tar(self, *, project_id: UUID, revision: str = "main") -> bytes:
        """Return the files of a revision as a tar; links are left out, since they could lead out of a workspace."""
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w") as tar:
            for path, content, executable in await self._files(project_id, revision):
                member = tarfile.TarInfo(path)
                member.size = len(content)
                member.mode = 0o755 if executable else 0o644
                member.mtime = int(clock.now().timestamp())  # Python trusts compiled files of the same second
                tar.addfile(member, io.BytesIO(content))
        return buffer.getvalue()

    async def _files(self, project_id: UUID, revision: str) -> Sequence[tuple[str, bytes, bool]]:
        """Return path, content and whether it is a program, of every file that is no link."""
        found = await self._git.entries(project_id=project_id, revision=revision)
        entries = [entry for entry in found if entry.type == "file"]
        contents = await self._git.contents(project_id=project_id, blobs=[entry.blob for entry in entries])
        return [(one.path, content, one.executable) for one, content in zip(entries, contents, strict=True)]


def writer_lock(project_id: UUID) -> str:
    """Return the name of the lock that makes people's writes to a project take turns."""
    return f"project-files:{project_id}"


async def found(unit: Unit, project_id: UUID, *, lock: bool = False) -> ProjectRow:
    """Return the row of a project, NotFound if there is none to be seen."""
    row = await _repository(unit).find(project_id, lock=lock)
    if row is None:
        raise NotFound("There is no such project.")
    return row


async def found_version(unit: Unit, version_id: UUID) -> VersionRow:
    """Return a version of the organization; raises NotFound."""
    row = await _repository(unit).version(version_id)
    if row is None:
        raise NotFound("There is no such version.")
    return row


def _repository(unit: Unit) -> ProjectsRepository:
    return ProjectsRepository(unit.session, organization_id=unit.organization)
