"""Files of a project: read at any version, written one commit at a time."""

import asyncio
import io
import zipfile
from uuid import UUID

from vibecaas.audit.service import AuditService
from vibecaas.kit import clock, ids
from vibecaas.kit.db import Unit, advisory_lock
from vibecaas.kit.errors import NotFound, PreconditionFailed, PreconditionRequired
from vibecaas.kit.events import Events
from vibecaas.kit.preconditions import etag_matches
from vibecaas.projects.errors import FileTooLarge, PathNotAllowed
from vibecaas.projects.events import FilesChanged
from vibecaas.projects.ports import GitStore
from vibecaas.projects.repository import ProjectsRepository
from vibecaas.projects.schemas import (
    FILE_LIMIT_BYTES,
    FileContent,
    FileEntry,
    Parents,
    PreparedBuild,
    TreeEntry,
    Version,
)
from vibecaas.projects.service import views
from vibecaas.projects.service.names import checked_path
from vibecaas.projects.service.projects import ProjectsService, found, found_version, writer_lock

Entries = dict[str, TreeEntry]


class FilesService:
    """Files of the projects of an organization; git is their only home, so no link is ever followed."""

    def __init__(self, *, projects: ProjectsService, git: GitStore, audit: AuditService, events: Events) -> None:
        self._projects = projects
        self._git = git
        self._audit = audit
        self._events = events

    async def list(
        self, unit: Unit, *, project_id: UUID, prefix: str | None, version_id: UUID | None
    ) -> list[FileEntry]:
        """Return the files below `prefix`, now or at a version, by path."""
        revision = await self._revision(unit, project_id, version_id)
        entries = await self._git.entries(project_id=project_id, revision=revision)
        return [views.file(entry) for entry in entries if entry.path.startswith(prefix or "")]

    async def read(
        self, unit: Unit, *, project_id: UUID, path: str, version_id: UUID | None
    ) -> tuple[FileEntry, bytes]:
        """Return a file and its content; a link is named but not followed."""
        revision = await self._revision(unit, project_id, version_id)
        entries = await self._entries(project_id, revision)
        entry = entries.get(checked_path(path))
        if entry is None:
            raise NotFound("There is no such file in the project.")
        if entry.type == "symlink":
            raise PathNotAllowed("This is a link; links are not followed. Read the file itself.")
        [content] = await self._git.contents(project_id=project_id, blobs=[entry.blob])
        return views.file(entry), content

    async def write(
        self,
        unit: Unit,
        *,
        project_id: UUID,
        path: str,
        content: bytes,
        if_match: str | None,
        if_none_match: str | None,
    ) -> tuple[FileEntry, bool]:
        """Write a file as one commit, the same content again changes nothing; tell whether it is a new file."""
        if len(content) > FILE_LIMIT_BYTES:
            raise FileTooLarge(f"A file may have {FILE_LIMIT_BYTES} bytes at most.")
        parents, entries = await self._begin(unit, project_id)
        entry = entries.get(checked_path(path))
        if entry is None:
            _refuse_collisions(entries, path)
        _check_write(entry, if_match=if_match, if_none_match=if_none_match)
        change = FileContent(content=content, executable=entry.executable if entry else False)
        word = "Edit" if entry else "Add"
        prepared = await self._commit(unit, project_id, parents, {path: change}, f"{word} {path}")
        await self._audit.record(
            unit, action="file.written", target_type="project", target_id=project_id, changes={"path": path}
        )
        written = (await self._entries(project_id, prepared.main_commit))[path]
        return views.file(written), entry is None

    async def delete(self, unit: Unit, *, project_id: UUID, path: str, if_match: str | None) -> None:
        """Delete a file as one commit."""
        parents, entries = await self._begin(unit, project_id)
        entry = entries.get(checked_path(path))
        if entry is None:
            raise NotFound("There is no such file in the project.")
        if if_match is None:
            raise PreconditionRequired("Send If-Match with the etag of the file that you read.")
        if not etag_matches(if_match, entry.blob):
            raise PreconditionFailed("Read the file again; it has changed since.")
        await self._commit(unit, project_id, parents, {path: None}, f"Delete {path}")
        await self._audit.record(
            unit, action="file.deleted", target_type="project", target_id=project_id, changes={"path": path}
        )

    async def take_built(self, unit: Unit, *, version_id: UUID, path: str) -> FileEntry:
        """Put the builder's file in the place of the one that a build kept, as one commit."""
        row = await found_version(unit, version_id)
        parents, _ = await self._begin(unit, row.project_id)
        commit, paths = await self._git.conflicts(project_id=row.project_id, commit=row.commit)
        if path not in paths:
            raise NotFound("The builder left no other state of this file in this version.")
        built = await self._entries(row.project_id, commit)
        if path not in built:
            raise NotFound("The builder has deleted this file; delete it yourself if you do not need it.")
        [content] = await self._git.contents(project_id=row.project_id, blobs=[built[path].blob])
        change = FileContent(content=content, executable=built[path].executable)
        message = f"Take the builder's {path}"
        prepared = await self._commit(unit, row.project_id, parents, {path: change}, message)
        await self._audit.record(
            unit, action="file.written", target_type="project", target_id=row.project_id, changes={"path": path}
        )
        return views.file((await self._entries(row.project_id, prepared.main_commit))[path])

    async def archive(self, unit: Unit, *, project_id: UUID, version_id: UUID | None) -> tuple[str, bytes]:
        """Return name and content of a zip of a version, with one folder in it; links are left out."""
        row = await found(unit, project_id)
        revision = await self._revision(unit, project_id, version_id)
        entries = [one for one in (await self._entries(project_id, revision)).values() if one.type == "file"]
        contents = await self._git.contents(project_id=project_id, blobs=[entry.blob for entry in entries])
        await self._audit.record(unit, action="project.exported", target_type="project", target_id=project_id)
        packed = await asyncio.to_thread(_zip, row.slug, entries, contents)
        return f"{row.slug}.zip", packed

    async def _begin(self, unit: Unit, project_id: UUID) -> tuple[Parents, Entries]:
        await found(unit, project_id)
        await advisory_lock(unit, writer_lock(project_id))
        parents = await self._git.heads(project_id=project_id)
        await self._heal(unit, project_id, parents)
        return parents, await self._entries(project_id, parents.main) if parents.main else {}

    async def _heal(self, unit: Unit, project_id: UUID, parents: Parents) -> None:
        """Record a commit whose own transaction failed after the branch had moved: people see every state."""
        versions = ProjectsRepository(unit.session, organization_id=unit.organization)
        if parents.main is None or await versions.version_of_commit(project_id, parents.main) is not None:
            return
        facts = await self._git.facts(project_id=project_id, commit=parents.main)
        if facts is not None:
            await self._record(unit, project_id, facts.commit, facts.message.partition("\n")[0], facts.author)

    async def _commit(
        self, unit: Unit, project_id: UUID, parents: Parents, changes: dict[str, FileContent | None], message: str
    ) -> PreparedBuild:
        author = ids.encode("usr", unit.actor.id) if unit.actor.id else "VibeCaaS"
        prepared = await self._git.prepare_edit(
            project_id=project_id, changes=changes, parents=parents, message=message, author=author, at=clock.now()
        )
        if prepared.unchanged:
            return prepared
        await self._git.publish(project_id=project_id, parents=parents, prepared=prepared)
        version = await self._record(unit, project_id, prepared.main_commit, message, author)
        await self._events.announce(
            unit, FilesChanged(project_id=project_id, version_id=version.id, commit=prepared.main_commit)
        )
        return prepared

    async def _record(self, unit: Unit, project_id: UUID, commit: str, message: str, author: str) -> Version:
        return await self._projects.record_version(
            unit, project_id=project_id, commit=commit, kind="edit", run_id=None, message=message, author=author
        )

    async def _revision(self, unit: Unit, project_id: UUID, version_id: UUID | None) -> str:
        await found(unit, project_id)
        if version_id is None:
            return "main"
        row = await found_version(unit, version_id)
        if row.project_id != project_id:
            raise NotFound("There is no such version of the project.")
        return row.commit

    async def _entries(self, project_id: UUID, revision: str) -> Entries:
        return {entry.path: entry for entry in await self._git.entries(project_id=project_id, revision=revision)}


def _check_write(entry: TreeEntry | None, *, if_match: str | None, if_none_match: str | None) -> None:
    if if_match is None and if_none_match is None:
        raise PreconditionRequired("Send If-Match with the file's etag, or If-None-Match: * to make a new file.")
    if entry is not None and entry.type == "symlink":
        raise PathNotAllowed("This is a link; links are neither followed nor written.")
    if if_match is not None and (entry is None or not etag_matches(if_match, entry.blob)):
        raise PreconditionFailed("The file is not what you read; read it again.")
    if if_none_match is not None and entry is not None and etag_matches(if_none_match, entry.blob):
        raise PreconditionFailed("There is such a file already; read it, then send If-Match.")


def _refuse_collisions(entries: Entries, path: str) -> None:
    """Refuse a path below something that is no folder, or one that is a folder."""
    parts = path.split("/")
    above = {"/".join(parts[:length]) for length in range(1, len(parts))}
    in_the_way = next((entry for entry in entries.values() if entry.path in above), None)
    if in_the_way is not None:
        raise PathNotAllowed(f"'{in_the_way.path}' is a {in_the_way.type}, not a folder.")
    if any(one.startswith(f"{path}/") for one in entries):
        raise PathNotAllowed("This is a folder.")


def _zip(folder: str, entries: list[TreeEntry], contents: list[bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry, content in zip(entries, contents, strict=True):
            member = zipfile.ZipInfo(f"{folder}/{entry.path}")
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = (0o100755 if entry.executable else 0o100644) << 16
            packed.writestr(member, content)
    return buffer.getvalue()
