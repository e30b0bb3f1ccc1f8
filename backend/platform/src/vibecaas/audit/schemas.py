"""Shapes of the audit log."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import JsonValue

from vibecaas.kit import ids
from vibecaas.kit.shapes import Output, Time

PREFIXES = {
    "user": "usr",
    "session": "ses",
    "organization": "org",
    "membership": "mem",
    "project": "prj",
    "run": "run",
    "step": "stp",
    "message": "msg",
    "version": "ver",
    "preview": "prv",
    "microvm": "vm",
    "check": "chk",
}
"""How ids of each kind of target are written."""

INSTALLATION = UUID(int=0)
"""The chain of events that belong to no organization, such as a sign-in with an unknown address."""

Result = Literal["allow", "deny", "error"]


def outside_id(kind: str, value: UUID | None) -> str | None:
    """Return the id of an actor or target as people see it."""
    return ids.encode(PREFIXES.get(kind, "evt"), value) if value else None


class AuditActor(Output):
    """Who acted."""

    type: str
    id: str | None
    via: str


class AuditTarget(Output):
    """What was acted upon."""

    type: str
    id: str | None


class AuditEvent(Output):
    """One line of the audit log; `changes` names fields, never secret values."""

    object: Literal["audit_event"]
    id: Annotated[UUID, ids.Typed("evt")]
    seq: int
    created_at: Time
    actor: AuditActor
    action: str
    target: AuditTarget
    result: Result
    request_id: str | None
    caused_by: str | None
    changes: dict[str, JsonValue]
    prev_hash: str
    hash: str


class ChainReport(Output):
    """What a check of a chain found."""

    length: int
    first_bad_seq: int | None


Changes = dict[str, Any]
