"""Runs, steps, checks and messages."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from vibecaas.kit.db import Base, OfOrganization

ACTIVE = ("queued", "planning", "awaiting_approval", "building", "verifying")


class RunRow(OfOrganization, Base):
    """One run: a request and what became of it. `fencing` rises each time a worker takes it."""

    __tablename__ = "runs"
    __table_args__ = (
        Index(
            "uq_runs_one_active",
            "project_id",
            unique=True,
            postgresql_where=text("status in ('queued', 'planning', 'awaiting_approval', 'building', 'verifying')"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    created_by: Mapped[UUID | None]
    prompt: Mapped[str]
    mode: Mapped[str]
    status: Mapped[str]
    auto_approve: Mapped[bool]
    plan: Mapped[dict[str, Any] | None]
    plan_status: Mapped[str | None]
    plan_revision: Mapped[int] = mapped_column(server_default="0")
    reason: Mapped[dict[str, Any] | None]
    fencing: Mapped[int] = mapped_column(BigInteger, server_default="0")
    cancel_requested_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    finished_at: Mapped[datetime | None]


class StepRow(OfOrganization, Base):
    """One step of a run. `parents`: where the branches stood when it began; `intended_commit`: where it moves them."""

    __tablename__ = "steps"
    __table_args__ = (UniqueConstraint("run_id", "position"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[UUID] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[str]
    title: Mapped[str]
    role: Mapped[str]
    status: Mapped[str]
    reason: Mapped[dict[str, Any] | None]
    attempt: Mapped[int] = mapped_column(server_default="0")
    fencing: Mapped[int] = mapped_column(BigInteger, server_default="0")
    parents: Mapped[dict[str, Any] | None]
    intended_commit: Mapped[str | None]
    commit: Mapped[str | None]
    version_id: Mapped[UUID | None]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


class CheckRow(OfOrganization, Base):
    """What one acceptance check found in one run."""

    __tablename__ = "checks"
    __table_args__ = (UniqueConstraint("run_id", "check_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[UUID] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"))
    check_id: Mapped[str]
    title: Mapped[str]
    kind: Mapped[str]
    area: Mapped[str]
    status: Mapped[str]
    detail: Mapped[str]
    reason: Mapped[dict[str, Any] | None]
    duration_ms: Mapped[int]
    evidence_key: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class MessageRow(OfOrganization, Base):
    """Something said in a project."""

    __tablename__ = "messages"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    run_id: Mapped[UUID | None]
    author: Mapped[str]
    text: Mapped[str]
    status: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
