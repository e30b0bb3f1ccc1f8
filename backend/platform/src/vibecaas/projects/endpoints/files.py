"""HTTP of a project's files."""

from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import Header, Query, Request, Response

from vibecaas.kit import ids
from vibecaas.kit.errors import NotFound, PreconditionFailed, PreconditionRequired, StateConflict
from vibecaas.kit.pagination import Page, page
from vibecaas.kit.web import AppUnit, Subject, describe_errors, require, room_router, use
from vibecaas.projects.errors import FileTooLarge, PathNotAllowed
from vibecaas.projects.schemas import (
    FileEntry,
    ProjectId,
)
from vibecaas.projects.service import FilesService

router = room_router("projects")

FileReader = Annotated[Subject, require("files:read")]
FileWriter = Annotated[Subject, require("files:write")]
Files = Annotated[FilesService, use(FilesService)]
AtVersion = Annotated[
    Annotated[UUID, ids.Typed("ver")] | None, Query(description="A version; without it, the newest state.")
]
Prefix = Annotated[str | None, Query(max_length=1024, description="Only files whose path begins with this.")]
IfMatch = Annotated[str | None, Header(alias="If-Match", max_length=300, description="The etag that you read.")]
IfNoneMatch = Annotated[str | None, Header(alias="If-None-Match", max_length=300)]

_BYTES: dict[str, Any] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
Answers = dict[int | str, dict[str, Any]]
_FILE_ANSWERS: Answers = {200: {"content": _BYTES}, 304: {"description": "Not changed."}}
_CREATED: Answers = {201: {"model": FileEntry, "description": "Created."}}
_ZIP: Answers = {200: {"content": {"application/zip": _BYTES["application/octet-stream"]}}}
_RAW_BODY = {"required": False, "content": _BYTES}  # no body is an empty file
_CHANGED = (PreconditionFailed, PreconditionRequired)


@router.get(
    "/projects/{project_id}/files",
    operation_id="files_list",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "none"},
)
async def list_files(
    *,
    project_id: ProjectId,
    unit: AppUnit,
    _subject: FileReader,
    files: Files,
    prefix: Prefix = None,
    version: AtVersion = None,
) -> Page[FileEntry]:
    """List all files of a project, or those below a prefix, in one page."""
    found = await files.list(unit, project_id=project_id, prefix=prefix, version_id=version)
    url = f"/api/v1/projects/{ids.encode('prj', project_id)}/files"
    return page(found, has_more=False, url=url, prefix="fil", last_id=None)


@router.get(
    "/projects/{project_id}/files/{path:path}",
    operation_id="files_get",
    response_class=Response,
    responses=_FILE_ANSWERS | describe_errors(NotFound, PathNotAllowed),
    openapi_extra={"x-audit-event": "none"},
)
async def read_file(
    *,
    project_id: ProjectId,
    path: str,
    unit: AppUnit,
    _subject: FileReader,
    files: Files,
    version: AtVersion = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Return a file's content, always as a download: a page written by an app must not run in the console."""
    entry, content = await files.read(unit, project_id=project_id, path=path, version_id=version)
    headers = {"ETag": f'"{entry.etag}"', "Content-Disposition": "attachment", "Cache-Control": "no-cache"}
    if if_none_match is not None and entry.etag in if_none_match:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type="application/octet-stream", headers=headers)


@router.put(
    "/projects/{project_id}/files/{path:path}",
    operation_id="files_put",
    responses=_CREATED | describe_errors(NotFound, PathNotAllowed, FileTooLarge, StateConflict, *_CHANGED),
    openapi_extra={"x-audit-event": "file.written", "requestBody": _RAW_BODY},
)
async def write_file(
    *,
    project_id: ProjectId,
    path: str,
    request: Request,
    unit: AppUnit,
    _subject: FileWriter,
    files: Files,
    response: Response,
    if_match: IfMatch = None,
    if_none_match: IfNoneMatch = None,
) -> FileEntry:
    """Write a file: one commit, one version. If-Match replaces what you read, If-None-Match: * makes a new one."""
    content = await request.body()
    entry, created = await files.write(
        unit, project_id=project_id, path=path, content=content, if_match=if_match, if_none_match=if_none_match
    )
    response.status_code = 201 if created else 200
    response.headers["ETag"] = f'"{entry.etag}"'
    return entry


@router.delete(
    "/projects/{project_id}/files/{path:path}",
    operation_id="files_delete",
    status_code=204,
    responses=describe_errors(NotFound, PathNotAllowed, StateConflict, *_CHANGED),
    openapi_extra={"x-audit-event": "file.deleted"},
)
async def delete_file(
    *,
    project_id: ProjectId,
    path: str,
    unit: AppUnit,
    _subject: FileWriter,
    files: Files,
    if_match: IfMatch = None,
) -> None:
    """Delete a file: one commit, one version."""
    await files.delete(unit, project_id=project_id, path=path, if_match=if_match)


@router.get(
    "/projects/{project_id}/archive",
    operation_id="projects_archive",
    response_class=Response,
    responses=_ZIP | describe_errors(NotFound),
    openapi_extra={"x-audit-event": "project.exported"},
)
async def get_archive(
    *, project_id: ProjectId, unit: AppUnit, _subject: FileReader, files: Files, version: AtVersion = None
) -> Response:
    """Return the files as a zip; its README says how to run the app anywhere."""
    filename, packed = await files.archive(unit, project_id=project_id, version_id=version)
    headers = {"Content-Disposition": f"attachment; filename={quote(filename)}"}
    return Response(packed, media_type="application/zip", headers=headers)
