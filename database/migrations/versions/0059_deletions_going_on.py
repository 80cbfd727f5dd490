"""deletions going on: what an erasure deletes outside the database is marked, so that no legal hold is promised meanwhile."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "person_requests", sa.Column("deleting", JSONB, nullable=False, server_default=sa.text("'{}'"))
    )


def downgrade() -> None:
    op.drop_column("person_requests", "deleting")
