"""Previews: who may open a running app, and the tickets into private ones."""

from datetime import timedelta
from uuid import UUID

from vibecaas.audit.service import AuditService
from vibecaas.kit import clock
from vibecaas.kit.db import Unit
from vibecaas.kit.errors import NotFound
from vibecaas.microvms.models import PreviewRow, PreviewTicketRow
from vibecaas.microvms.repository import MicrovmsRepository
from vibecaas.microvms.schemas import EdgeAddress, Preview, PreviewTicket, Visibility
from vibecaas.microvms.service import views
from vibecaas.microvms.service.machines import MicrovmsService
from vibecaas.microvms.service.tokens import TICKET_SECONDS, new_ticket, ticket_hash
from vibecaas.projects.service import ProjectsService

ENTRY_PATH = ".well-known/vibecaas/enter"


class PreviewsService:
    """Previews of an organization's projects; a project has one."""

    def __init__(
        self, *, microvms: MicrovmsService, projects: ProjectsService, audit: AuditService, edge: EdgeAddress
    ) -> None:
        self._microvms = microvms
        self._projects = projects
        self._audit = audit
        self._edge = edge

    async def list(self, unit: Unit, *, project_id: UUID) -> list[Preview]:
        """Return the previews of a project."""
        await self._projects.get(unit, project_id=project_id)
        preview = await self._microvms.preview_of(unit, project_id=project_id)
        return [preview] if preview else []

    async def ensure(self, unit: Unit, *, project_id: UUID) -> Preview:
        """Return the project's preview; its machine is made and started if it does not run."""
        project = await self._projects.get(unit, project_id=project_id)
        preview = await self._microvms.ensure_preview(unit, project=project)
        if preview.status != "ready":
            await self._microvms.request_start(unit, project_id=project_id)
            await self._microvms.note(unit, project_id)
        return await self.get(unit, preview_id=preview.id)

    async def get(self, unit: Unit, *, preview_id: UUID) -> Preview:
        """Return a preview."""
        return views.preview(await self._row(unit, preview_id), self._edge)

    async def update(self, unit: Unit, *, preview_id: UUID, visibility: Visibility) -> Preview:
        """Open a preview to everybody with the address, or close it."""
        row = await self._row(unit, preview_id)
        await _repository(unit).record_preview(row.project_id, visibility=visibility)
        await self._microvms.note(unit, row.project_id)
        changes = {"visibility": visibility}
        await self._audit.record(
            unit, action="preview.updated", target_type="preview", target_id=preview_id, changes=changes
        )
        return await self.get(unit, preview_id=preview_id)

    async def issue_ticket(self, unit: Unit, *, preview_id: UUID, user_id: UUID) -> PreviewTicket:
        """Make a ticket: good once, within a minute, for this preview and user. Only its hash is kept."""
        row = await self._row(unit, preview_id)
        ticket = new_ticket()
        expires_at = clock.now() + timedelta(seconds=TICKET_SECONDS)
        await _repository(unit).add(
            PreviewTicketRow(
                token_hash=ticket_hash(ticket), preview_id=preview_id, user_id=user_id, expires_at=expires_at
            )
        )
        await self._audit.record(unit, action="preview.ticket_issued", target_type="preview", target_id=preview_id)
        url = f"{views.url_of(row.host, self._edge)}{ENTRY_PATH}?ticket={ticket}"
        return PreviewTicket(
            object="preview_ticket", preview_id=preview_id, ticket=ticket, url=url, expires_at=expires_at
        )

    async def restart(self, unit: Unit, *, preview_id: UUID) -> Preview:
        """Have the app started again, with the newest files."""
        row = await self._row(unit, preview_id)
        await self._microvms.request_start(unit, project_id=row.project_id)
        await self._microvms.note(unit, row.project_id)
        await self._audit.record(unit, action="preview.restarted", target_type="preview", target_id=preview_id)
        return await self.get(unit, preview_id=preview_id)

    async def _row(self, unit: Unit, preview_id: UUID) -> PreviewRow:
        found = await _repository(unit).preview(preview_id)
        row = await _repository(unit).preview_of(found.project_id) if found else None
        if row is None:
            raise NotFound("There is no such preview.")
        return row


def _repository(unit: Unit) -> MicrovmsRepository:
    return MicrovmsRepository(unit.session, organization_id=unit.organization)
