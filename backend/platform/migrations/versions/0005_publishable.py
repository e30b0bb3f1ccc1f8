"""Whether a version may be published."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005_publishable"
down_revision = "0004_agents"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("versions", sa.Column("publishable", postgresql.JSONB(), nullable=True))
