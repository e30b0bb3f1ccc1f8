"""Stored answers of repeated requests: unique per organization, caller, route and key, by a database constraint."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, func, text
from sqlalchemy.orm import Mapped, mapped_column

from vibecaas.kit.db import Base, OfOrganization, Unit, advisory_lock
from vibecaas.kit.errors import VibecaasError


class IdempotencyKeyInvalid(VibecaasError):
    """The key is empty, too long or holds unprintable characters."""

    code = "idempotency_key_invalid"
    status = 400
    title = "Idempotency-Key must have 1 to 255 printable characters."


class IdempotencyKeyReused(VibecaasError):
    """The key was used for another request."""

    code = "idempotency_key_reused"
    status = 422
    title = "This Idempotency-Key was used for another request."


class IdempotencyInFlight(VibecaasError):
    """The first request with this key is not finished."""

    code = "idempotency_in_flight"
    status = 409
    title = "The first request with this Idempotency-Key is still running."
    retryable = True


class IdempotentAnswerRow(OfOrganization, Base):
    """An answer that is given again; kept for a day."""

    __tablename__ = "idempotent_answers"

    id: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    status: Mapped[int]
    headers: Mapped[dict[str, Any]]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


@dataclass(frozen=True)
class Answer:
    """An HTTP answer as it was sent."""

    status: int
    headers: dict[str, str]
    body: bytes


async def recall(unit: Unit, *, principal: UUID, route: str, key: str, fingerprint: str) -> Answer | None:
    """Return the stored answer, None on the first request; other requests with this key are refused."""
    scope = f"{unit.organization}:{principal}:{route}:{key}"
    if not await advisory_lock(unit, f"idempotency:{scope}", wait=False):
        raise IdempotencyInFlight(headers={"Retry-After": "1"})
    row = await unit.session.get(IdempotentAnswerRow, scope)
    if row is None:
        return None
    if row.fingerprint != fingerprint:
        raise IdempotencyKeyReused
    return Answer(row.status, {str(name): str(value) for name, value in row.headers.items()}, row.body)


async def remember(unit: Unit, answer: Answer, *, principal: UUID, route: str, key: str, fingerprint: str) -> None:
    """Store the answer with the effect, in the same transaction."""
    unit.session.add(
        IdempotentAnswerRow(
            id=f"{unit.organization}:{principal}:{route}:{key}",
            organization_id=unit.organization,
            fingerprint=fingerprint,
            status=answer.status,
            headers=dict(answer.headers),
            body=answer.body,
        )
    )
    await unit.session.flush()


async def forget_old(unit: Unit) -> None:
    """Delete answers older than a day (called by the janitor on the system role)."""
    await unit.session.execute(text("delete from idempotent_answers where created_at < now() - interval '1 day'"))
