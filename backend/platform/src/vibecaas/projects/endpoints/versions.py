"""HTTP of a project's versions."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from vibecaas.kit import ids
from vibecaas.kit.errors import NotFound, StateConflict
from vibecaas.kit.pagination import DEFAULT_LIMIT, Page, page
from vibecaas.kit.web import AppUnit, Limit, Subject, describe_errors, require, room_router, use
from vibecaas.projects.schemas import (
    Diff,
    FileEntry,
    ProjectId,
    Version,
    VersionId,
)
from vibecaas.projects.service import FilesService, VersionsService

router = room_router("projects")

FileReader = Annotated[Subject, require("files:read")]
FileWriter = Annotated[Subject, require("files:write")]
Versions = Annotated[VersionsService, use(VersionsService)]
Files = Annotated[FilesService, use(FilesService)]
VersionAfter = Annotated[Annotated[UUID, ids.Typed("ver")] | None, Query(description="`next_cursor` of a page.")]
AtVersion = Annotated[
    Annotated[UUID, ids.Typed("ver")] | None, Query(description="A version; without it, the newest state.")
]


@router.get(
    "/projects/{project_id}/versions",
    operation_id="versions_list",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "none"},
)
async def list_versions(
    *,
    project_id: ProjectId,
    unit: AppUnit,
    _subject: FileReader,
    versions: Versions,
    starting_after: VersionAfter = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Page[Version]:
    """List the versions of a project, the newest first."""
    found = await versions.list(unit, project_id=project_id, after=starting_after, limit=limit)
    url = f"/api/v1/projects/{ids.encode('prj', project_id)}/versions"
    last_id = found.rows[-1].id if found.rows else None
    return page(found.rows, has_more=found.has_more, url=url, prefix="ver", last_id=last_id)


@router.get(
    "/versions/{version_id}",
    operation_id="versions_get",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "none"},
)
async def get_version(*, version_id: VersionId, unit: AppUnit, _subject: FileReader, versions: Versions) -> Version:
    """Return a version."""
    return await versions.get(unit, version_id=version_id)


@router.get(
    "/versions/{version_id}/diff",
    operation_id="versions_diff",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "none"},
)
async def get_diff(
    *, version_id: VersionId, unit: AppUnit, _subject: FileReader, versions: Versions, base: AtVersion = None
) -> Diff:
    """Return what changed since the version before, or since `base`."""
    return await versions.diff(unit, version_id=version_id, base_id=base)


@router.get(
    "/versions/{version_id}/conflicts",
    operation_id="versions_conflicts",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "none"},
)
async def get_conflicts(*, version_id: VersionId, unit: AppUnit, _subject: FileReader, versions: Versions) -> Diff:
    """Return what a build left as people had written it: from the kept files to those that the builder made."""
    return await versions.conflicts(unit, version_id=version_id)


@router.post(
    "/versions/{version_id}/conflicts/{path:path}",
    operation_id="versions_take_built",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "file.written"},
)
async def take_built_file(
    *, version_id: VersionId, path: str, unit: AppUnit, _subject: FileWriter, files: Files
) -> FileEntry:
    """Put the builder's file in the place of the one that the build had kept."""
    return await files.take_built(unit, version_id=version_id, path=path)


@router.post(
    "/versions/{version_id}/restore",
    operation_id="versions_restore",
    status_code=201,
    responses=describe_errors(NotFound, StateConflict),
    openapi_extra={"x-audit-event": "version.restored"},
)
async def restore_version(*, version_id: VersionId, unit: AppUnit, _subject: FileWriter, versions: Versions) -> Version:
    """Go back to a version by a new one; the app's data stay as they are."""
    return await versions.restore(unit, version_id=version_id)
