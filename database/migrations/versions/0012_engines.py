"""agents choose what holds their conversations."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "agents", sa.Column("engine", sa.Text(), server_default=sa.text("'cascade'"), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("agents", "engine")
