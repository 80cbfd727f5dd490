"""agents have words of their own pronunciation, and a way with telephone menus."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "agents",
        sa.Column("pronunciation", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
    )
    op.add_column(
        "agents", sa.Column("menus", sa.Text(), server_default=sa.text("'hang_up'"), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("agents", "menus")
    op.drop_column("agents", "pronunciation")
