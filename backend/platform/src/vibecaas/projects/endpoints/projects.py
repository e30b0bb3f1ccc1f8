"""HTTP of projects themselves."""

from typing import Annotated
from uuid import UUID

from fastapi import Header, Query, Response

from vibecaas.kit import ids
from vibecaas.kit.errors import NotFound, PreconditionFailed, PreconditionRequired, ValidationFailed
from vibecaas.kit.pagination import DEFAULT_LIMIT, Page, page
from vibecaas.kit.web import AppUnit, Limit, Subject, describe_errors, require, room_router, use
from vibecaas.projects.schemas import (
    Project,
    ProjectCreate,
    ProjectId,
    ProjectStatus,
    ProjectUpdate,
    TemplateId,
)
from vibecaas.projects.service import ProjectsService

router = room_router("projects")

Reader = Annotated[Subject, require("projects:read")]
Writer = Annotated[Subject, require("projects:write")]
Projects = Annotated[ProjectsService, use(ProjectsService)]
ProjectAfter = Annotated[Annotated[UUID, ids.Typed("prj")] | None, Query(description="`next_cursor` of a page.")]
Words = Annotated[str | None, Query(max_length=200, pattern="^[^\\x00]*$", description="Words in name, description.")]
IfMatch = Annotated[str | None, Header(alias="If-Match", max_length=300, description="The etag that you read.")]
_CHANGED = (PreconditionFailed, PreconditionRequired)


@router.get("/projects", operation_id="projects_list", openapi_extra={"x-audit-event": "none"})
async def list_projects(
    *,
    unit: AppUnit,
    _subject: Reader,
    projects: Projects,
    q: Words = None,
    status: ProjectStatus | None = None,
    template: TemplateId | None = None,
    starting_after: ProjectAfter = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Page[Project]:
    """List projects, the newest first."""
    found = await projects.list(unit, after=starting_after, limit=limit, words=q, status=status, template=template)
    last_id = found.rows[-1].id if found.rows else None
    return page(found.rows, has_more=found.has_more, url="/api/v1/projects", prefix="prj", last_id=last_id)


@router.post(
    "/projects",
    operation_id="projects_create",
    status_code=201,
    responses=describe_errors(ValidationFailed),
    openapi_extra={"x-audit-event": "project.created"},
)
async def create_project(
    *, wanted: ProjectCreate, unit: AppUnit, _subject: Writer, projects: Projects, response: Response
) -> Project:
    """Make a project; a prompt starts its first run, which `latest_run` of the answer shows."""
    made = await projects.create(unit, wanted=wanted)
    response.headers["Location"] = f"/api/v1/projects/{ids.encode('prj', made.id)}"
    response.headers["ETag"] = f'"{made.etag}"'
    return made


@router.get(
    "/projects/{project_id}",
    operation_id="projects_get",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "none"},
)
async def get_project(
    *, project_id: ProjectId, unit: AppUnit, _subject: Reader, projects: Projects, response: Response
) -> Project:
    """Return a project: how it stands, its latest run, its preview."""
    found = await projects.get(unit, project_id=project_id)
    response.headers["ETag"] = f'"{found.etag}"'
    return found


@router.put(
    "/projects/{project_id}",
    operation_id="projects_update",
    responses=describe_errors(NotFound, ValidationFailed, *_CHANGED),
    openapi_extra={"x-audit-event": "project.updated"},
)
async def update_project(
    *,
    project_id: ProjectId,
    wanted: ProjectUpdate,
    unit: AppUnit,
    _subject: Writer,
    projects: Projects,
    response: Response,
    if_match: IfMatch = None,
) -> Project:
    """Replace name and description of a project."""
    changed = await projects.update(unit, project_id=project_id, wanted=wanted, if_match=if_match)
    response.headers["ETag"] = f'"{changed.etag}"'
    return changed


@router.delete(
    "/projects/{project_id}",
    operation_id="projects_delete",
    status_code=204,
    responses=describe_errors(NotFound, PreconditionFailed),
    openapi_extra={"x-audit-event": "project.deleted"},
)
async def delete_project(
    *,
    project_id: ProjectId,
    unit: AppUnit,
    _subject: Annotated[Subject, require("projects:delete")],
    projects: Projects,
    if_match: IfMatch = None,
) -> None:
    """Stop a project and put it into the bin; after seven days it is erased."""
    await projects.delete(unit, project_id=project_id, if_match=if_match)
