"""Tables of the microvms room."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from vibecaas.kit.db import Base, OfOrganization


class MicroVmRow(OfOrganization, Base):
    """The development machine of a project. `generation` rises with each start; late outcomes are refused."""

    __tablename__ = "microvms"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), unique=True)
    template: Mapped[str]
    host: Mapped[str] = mapped_column(server_default="local")
    status: Mapped[str] = mapped_column(server_default="creating")
    desired: Mapped[str] = mapped_column(server_default="running")
    driver: Mapped[str | None]
    isolation: Mapped[str | None]
    vcpus: Mapped[int]
    memory_mib: Mapped[int]
    upstream: Mapped[str | None]
    reason: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    generation: Mapped[int] = mapped_column(BigInteger, server_default="0")
    last_used_at: Mapped[datetime] = mapped_column(server_default=func.now())
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class PreviewRow(OfOrganization, Base):
    """Where a project's app is opened; the address belongs to the project and outlives machines."""

    __tablename__ = "previews"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), unique=True)
    host: Mapped[str] = mapped_column(unique=True)
    port: Mapped[int]
    visibility: Mapped[str]
    status: Mapped[str] = mapped_column(server_default="stopped")
    reason: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class PreviewTicketRow(OfOrganization, Base):
    """A ticket into a private preview; only its hash is kept, and it is good once."""

    __tablename__ = "preview_tickets"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    preview_id: Mapped[UUID] = mapped_column(ForeignKey("previews.id", ondelete="CASCADE"))
    user_id: Mapped[UUID]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
