"""Projects, versions, microVMs and previews."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from vibecaas.entrypoints.policies import tenant_table

revision = "0003_projects"
down_revision = "0002_identity"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _projects()
    _versions()


def _projects() -> None:
    op.create_table(
        "projects",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("description", sa.String(), server_default="", nullable=False),
        sa.Column("template", sa.String(), server_default="fullstack", nullable=False),
        sa.Column("status", sa.String(), server_default="empty", nullable=False),
        sa.Column("latest_run", postgresql.JSONB(), nullable=True),
        sa.Column("preview", postgresql.JSONB(), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", MOMENT, server_default=sa.func.now(), nullable=False),
        sa.Column("updated_at", MOMENT, server_default=sa.func.now(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_projects"),
    )
    op.create_index("ix_projects_organization_id", "projects", ["organization_id"])
    op.create_index(
        "ix_projects_listed", "projects", ["organization_id", "id"], postgresql_where=sa.text("deleted_at is null")
    )
    tenant_table(op, "projects")


def _versions() -> None:
    op.create_table(
        "versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("commit", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("files_changed", sa.Integer(), nullable=False),
        sa.Column("insertions", sa.Integer(), nullable=False),
        sa.Column("deletions", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, server_default=sa.func.now(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_versions_project_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_versions"),
        sa.UniqueConstraint("project_id", "commit", name="uq_versions_project_id_commit"),
    )
    op.create_index("ix_versions_organization_id", "versions", ["organization_id"])
    tenant_table(op, "versions")
