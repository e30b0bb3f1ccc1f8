"""Tables of the projects room; files have none, git is their truth."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from vibecaas.kit.db import Base, OfOrganization


class ProjectRow(OfOrganization, Base):
    """A project. `latest_run` and `preview` are set by upper rooms: one row answers how it stands."""

    __tablename__ = "projects"
    __table_args__ = (
        Index("ix_projects_listed", "organization_id", "id", postgresql_where=text("deleted_at is null")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    slug: Mapped[str]
    description: Mapped[str] = mapped_column(server_default="")
    template: Mapped[str] = mapped_column(server_default="fullstack")
    status: Mapped[str] = mapped_column(server_default="empty")
    latest_run: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    preview: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    revision: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    deleted_at: Mapped[datetime | None]


class VersionRow(OfOrganization, Base):
    """A commit on a project's main line that people can name, compare and restore; `publishable` is set from above."""

    __tablename__ = "versions"
    __table_args__ = (UniqueConstraint("project_id", "commit"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    commit: Mapped[str]
    parent: Mapped[str | None]
    message: Mapped[str]
    author: Mapped[str]
    run_id: Mapped[UUID | None]
    kind: Mapped[str]
    files_changed: Mapped[int]
    insertions: Mapped[int]
    deletions: Mapped[int]
    publishable: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
