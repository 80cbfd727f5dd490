"""conversations say how the person took them."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "conversations",
        sa.Column("sentiment", sa.Text(), server_default=sa.text("'neutral'"), nullable=False),
    )


def downgrade() -> None:
    op.drop_column("conversations", "sentiment")
