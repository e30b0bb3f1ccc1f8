"""Projects, versions, microVMs and previews."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from vibecaas.entrypoints.policies import system_table, tenant_table

revision = "0003_projects"
down_revision = "0002_identity"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _projects()
    _versions()
    _microvms()
    _previews()


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


def _microvms() -> None:
    op.create_table(
        "microvms",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("host", sa.String(), server_default="local", nullable=False),
        sa.Column("status", sa.String(), server_default="creating", nullable=False),
        sa.Column("desired", sa.String(), server_default="running", nullable=False),
        sa.Column("driver", sa.String(), nullable=True),
        sa.Column("isolation", sa.String(), nullable=True),
        sa.Column("vcpus", sa.Integer(), nullable=False),
        sa.Column("memory_mib", sa.Integer(), nullable=False),
        sa.Column("upstream", sa.String(), nullable=True),
        sa.Column("reason", postgresql.JSONB(), nullable=True),
        sa.Column("generation", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("last_used_at", MOMENT, server_default=sa.func.now(), nullable=False),
        sa.Column("created_at", MOMENT, server_default=sa.func.now(), nullable=False),
        sa.Column("updated_at", MOMENT, server_default=sa.func.now(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_microvms_project_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_microvms"),
        sa.UniqueConstraint("project_id", name="uq_microvms_project_id"),
    )
    op.create_index("ix_microvms_organization_id", "microvms", ["organization_id"])
    tenant_table(op, "microvms")
    looked_up = "id, organization_id, project_id, status, desired, upstream, reason, last_used_at, updated_at"
    system_table(op, "microvms", f"select ({looked_up}), update (last_used_at)")


def _previews() -> None:
    op.create_table(
        "previews",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("port", sa.Integer(), nullable=False),
        sa.Column("visibility", sa.String(), nullable=False),
        sa.Column("status", sa.String(), server_default="stopped", nullable=False),
        sa.Column("reason", postgresql.JSONB(), nullable=True),
        sa.Column("created_at", MOMENT, server_default=sa.func.now(), nullable=False),
        sa.Column("updated_at", MOMENT, server_default=sa.func.now(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name="fk_previews_project_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_previews"),
        sa.UniqueConstraint("project_id", name="uq_previews_project_id"),
        sa.UniqueConstraint("host", name="uq_previews_host"),
    )
    op.create_index("ix_previews_organization_id", "previews", ["organization_id"])
    tenant_table(op, "previews")
    looked_up = "id, organization_id, project_id, host, visibility, status, updated_at"
    system_table(op, "previews", f"select ({looked_up}), update (status, updated_at)")

    op.create_table(
        "preview_tickets",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("preview_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["preview_id"], ["previews.id"], name="fk_preview_tickets_preview_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_preview_tickets"),
    )
    op.create_index("ix_preview_tickets_organization_id", "preview_tickets", ["organization_id"])
    tenant_table(op, "preview_tickets")
    system_table(op, "preview_tickets", "select, update (used_at)")
