"""HTTP of machines and previews."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from vibecaas.kit import ids
from vibecaas.kit.errors import AlreadyExists, NotFound
from vibecaas.kit.pagination import DEFAULT_LIMIT, Page, page
from vibecaas.kit.web import AppUnit, Limit, Subject, describe_errors, require, room_router, use
from vibecaas.microvms.schemas import (
    MachineStatus,
    MicroVM,
    MicroVmCreate,
    MicroVmId,
    Preview,
    PreviewId,
    PreviewTicket,
    PreviewUpdate,
    ProjectId,
)
from vibecaas.microvms.service import MicrovmsService, PreviewsService

router = room_router("microvms")

Reader = Annotated[Subject, require("microvms:read")]
Writer = Annotated[Subject, require("microvms:write")]
PreviewReader = Annotated[Subject, require("previews:read")]
PreviewWriter = Annotated[Subject, require("previews:write")]
Microvms = Annotated[MicrovmsService, use(MicrovmsService)]
Previews = Annotated[PreviewsService, use(PreviewsService)]
After = Annotated[Annotated[UUID, ids.Typed("vm")] | None, Query(description="`next_cursor` of a page.")]
OfProject = Annotated[Annotated[UUID, ids.Typed("prj")] | None, Query(description="Only this project's.")]


@router.get("/microvms", operation_id="microvms_list", openapi_extra={"x-audit-event": "none"})
async def list_microvms(
    *,
    unit: AppUnit,
    _subject: Reader,
    microvms: Microvms,
    project_id: OfProject = None,
    status: MachineStatus | None = None,
    starting_after: After = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Page[MicroVM]:
    """List machines, the newest first."""
    found = await microvms.list(unit, after=starting_after, limit=limit, project_id=project_id, status=status)
    last_id = found.rows[-1].id if found.rows else None
    return page(found.rows, has_more=found.has_more, url="/api/v1/microvms", prefix="vm", last_id=last_id)


@router.post(
    "/microvms/create",
    operation_id="microvms_create",
    status_code=201,
    responses=describe_errors(NotFound, AlreadyExists),
    openapi_extra={"x-audit-event": "microvm.created"},
)
async def create_microvm(
    wanted: MicroVmCreate, unit: AppUnit, _subject: Writer, microvms: Microvms, response: Response
) -> MicroVM:
    """Make the machine of a project that has none; it starts right away."""
    made = await microvms.create(unit, wanted=wanted)
    response.headers["Location"] = f"/api/v1/microvms/{ids.encode('vm', made.id)}"
    return made


@router.get(
    "/microvms/{microvm_id}",
    operation_id="microvms_get",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "none"},
)
async def get_microvm(microvm_id: MicroVmId, unit: AppUnit, _subject: Reader, microvms: Microvms) -> MicroVM:
    """Return a machine: how it stands and why, its addresses, what really isolates it."""
    return await microvms.get(unit, machine_id=microvm_id)


@router.delete(
    "/microvms/{microvm_id}",
    operation_id="microvms_delete",
    status_code=204,
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "microvm.deleted"},
)
async def delete_microvm(microvm_id: MicroVmId, unit: AppUnit, _subject: Writer, microvms: Microvms) -> None:
    """Stop and erase a machine; files live on as versions, and so do the app's data."""
    await microvms.delete(unit, machine_id=microvm_id)


@router.get(
    "/projects/{project_id}/previews",
    operation_id="previews_list",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "none"},
)
async def list_previews(
    project_id: ProjectId, unit: AppUnit, _subject: PreviewReader, previews: Previews
) -> Page[Preview]:
    """List the previews of a project; it has one at most."""
    found = await previews.list(unit, project_id=project_id)
    url = f"/api/v1/projects/{ids.encode('prj', project_id)}/previews"
    return page(found, has_more=False, url=url, prefix="prv", last_id=None)


@router.post(
    "/projects/{project_id}/previews",
    operation_id="previews_create",
    status_code=201,
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "preview.created"},
)
async def ensure_preview(
    project_id: ProjectId, unit: AppUnit, _subject: PreviewWriter, previews: Previews, response: Response
) -> Preview:
    """Return the preview of a project; made, and its machine started, if need be."""
    ensured = await previews.ensure(unit, project_id=project_id)
    response.headers["Location"] = f"/api/v1/previews/{ids.encode('prv', ensured.id)}"
    return ensured


@router.get(
    "/previews/{preview_id}",
    operation_id="previews_get",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "none"},
)
async def get_preview(preview_id: PreviewId, unit: AppUnit, _subject: PreviewReader, previews: Previews) -> Preview:
    """Return a preview: where it is opened, how it stands and why."""
    return await previews.get(unit, preview_id=preview_id)


@router.patch(
    "/previews/{preview_id}",
    operation_id="previews_update",
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "preview.updated"},
)
async def update_preview(
    preview_id: PreviewId, wanted: PreviewUpdate, unit: AppUnit, _subject: PreviewWriter, previews: Previews
) -> Preview:
    """Open a preview to everybody with its address, or close it to all but members."""
    return await previews.update(unit, preview_id=preview_id, visibility=wanted.visibility)


@router.post(
    "/previews/{preview_id}/tickets",
    operation_id="previews_create_ticket",
    status_code=201,
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "preview.ticket_issued", "x-idempotent": "no"},  # an answer with a secret
)
async def create_ticket(
    preview_id: PreviewId, unit: AppUnit, subject: PreviewReader, previews: Previews
) -> PreviewTicket:
    """Make a ticket into a private preview: good once, for a minute."""
    return await previews.issue_ticket(unit, preview_id=preview_id, user_id=subject.user_id)


@router.post(
    "/previews/{preview_id}/restart",
    operation_id="previews_restart",
    status_code=202,
    responses=describe_errors(NotFound),
    openapi_extra={"x-audit-event": "preview.restarted"},
)
async def restart_preview(preview_id: PreviewId, unit: AppUnit, _subject: PreviewWriter, previews: Previews) -> Preview:
    """Start the app again, with the newest files."""
    return await previews.restart(unit, preview_id=preview_id)
