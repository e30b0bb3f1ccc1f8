"""Writes, lists and checks the audit log."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from vibecaas.audit.models import AuditEventRow
from vibecaas.audit.repository import NO_HASH, AuditRepository
from vibecaas.audit.schemas import (
    INSTALLATION,
    AuditActor,
    AuditEvent,
    AuditTarget,
    ChainReport,
    Result,
    outside_id,
)
from vibecaas.kit import clock, ids
from vibecaas.kit.db import Actor, Unit
from vibecaas.kit.pagination import Slice

_DOMAIN = b"vibecaas.audit.v1"
_BATCH = 500


def _body(row: AuditEventRow) -> bytes:
    """Return the event as canonical JSON (RFC 8785; our keys are ASCII and our numbers integers)."""
    content = {
        "id": str(row.id),
        "at": row.at.isoformat(timespec="milliseconds"),
        "action": row.action,
        "result": row.result,
        "actor": [row.actor_type, str(row.actor_id), row.actor_via],
        "target": [row.target_type, str(row.target_id)],
        "request_id": row.request_id,
        "caused_by": row.caused_by,
        "changes": row.changes,
    }
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _link(row: AuditEventRow) -> bytes:
    """Return the hash that binds an event to its organization, its place and the event before it."""
    place = row.organization_id.bytes + row.seq.to_bytes(8, "big")
    return hashlib.sha256(_DOMAIN + place + row.prev_hash + hashlib.sha256(_body(row)).digest()).digest()


def _shape(row: AuditEventRow) -> AuditEvent:
    return AuditEvent(
        object="audit_event",
        id=row.id,
        seq=row.seq,
        created_at=row.at,
        actor=AuditActor(type=row.actor_type, id=outside_id(row.actor_type, row.actor_id), via=row.actor_via),
        action=row.action,
        target=AuditTarget(type=row.target_type, id=outside_id(row.target_type, row.target_id)),
        result=cast("Result", row.result),
        request_id=row.request_id,
        caused_by=row.caused_by,
        changes=row.changes,
        prev_hash=row.prev_hash.hex(),
        hash=row.hash.hex(),
    )


class AuditService:
    """The audit log of all organizations; other rooms only ever add to it."""

    async def record(
        self,
        unit: Unit,
        *,
        action: str,
        target_type: str,
        target_id: UUID | None,
        changes: Mapping[str, Any] | None = None,
        result: Result = "allow",
        actor: Actor | None = None,
        caused_by: str | None = None,
    ) -> UUID:
        """Add an event in the transaction of the change it tells of; returns its id.

        `changes` names fields and holds harmless plain values, never secrets or personal data. Without an
        organization the event goes to the installation's own chain. AuditUnavailable if it cannot be written.
        """
        organization_id = unit.organization_id or INSTALLATION
        chain = AuditRepository(unit.session, organization_id=organization_id)
        head = await chain.lock_head()
        who = actor or unit.actor
        moment = clock.now()
        row = AuditEventRow(
            id=ids.new_uuid(),
            organization_id=organization_id,
            seq=head.seq + 1,
            at=moment.replace(microsecond=moment.microsecond // 1000 * 1000),
            action=action,
            result=result,
            actor_type=who.type,
            actor_id=who.id,
            actor_via=who.via,
            target_type=target_type,
            target_id=target_id,
            request_id=unit.request_id,
            caused_by=caused_by or unit.caused_by,
            changes=json.loads(json.dumps(changes or {}, default=str)),
            prev_hash=head.hash,
        )
        row.hash = _link(row)
        await chain.add(row, head)
        return row.id

    async def list(
        self, unit: Unit, *, action: str | None = None, before: UUID | None = None, limit: int
    ) -> Slice[AuditEvent]:
        """Return events of this organization, the newest first, from behind the event `before`."""
        chain = AuditRepository(unit.session, organization_id=unit.organization)
        rows = await chain.newest(action=action, before=before, limit=limit + 1)
        return Slice([_shape(row) for row in rows], limit)

    async def verify(self, unit: Unit) -> ChainReport:
        """Recompute the chain of this organization; an edit, a gap, an insertion or a cut tail is found."""
        chain = AuditRepository(unit.session, organization_id=unit.organization_id or INSTALLATION)
        seq, last = 0, NO_HASH
        while rows := await chain.in_order(after_seq=seq, limit=_BATCH):
            for row in rows:
                if row.seq != seq + 1 or row.prev_hash != last or row.hash != _link(row):
                    return ChainReport(length=seq, first_bad_seq=seq + 1)
                seq, last = row.seq, row.hash
        head = await chain.head()
        sound = (head.seq, head.hash) == (seq, last) if head else seq == 0
        return ChainReport(length=seq, first_bad_seq=None if sound else seq + 1)
