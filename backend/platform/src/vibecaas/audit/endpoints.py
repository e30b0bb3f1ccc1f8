"""HTTP of the audit log."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from vibecaas.audit.schemas import AuditEvent
from vibecaas.audit.service import AuditService
from vibecaas.kit import ids
from vibecaas.kit.pagination import DEFAULT_LIMIT, Page, page
from vibecaas.kit.web import AppUnit, Limit, Subject, require, room_router, use

router = room_router("audit")

After = Annotated[Annotated[UUID, ids.Typed("evt")] | None, Query(description="The `next_cursor` of the page before.")]
Action = Annotated[
    str | None,
    Query(pattern=r"^[a-z_]+\.[a-z_]+$", max_length=80, description="Only events of this name.", examples=[None]),
]


@router.get("/audit/events", operation_id="audit_list", openapi_extra={"x-audit-event": "none"})
async def list_audit_events(
    unit: AppUnit,
    _subject: Annotated[Subject, require("audit:read")],
    audit: Annotated[AuditService, use(AuditService)],
    action: Action = None,
    starting_after: After = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Page[AuditEvent]:
    """List what was done in this organization, the newest first."""
    found = await audit.list(unit, action=action, before=starting_after, limit=limit)
    last_id = found.rows[-1].id if found.rows else None
    return page(found.rows, has_more=found.has_more, url="/api/v1/audit/events", prefix="evt", last_id=last_id)
