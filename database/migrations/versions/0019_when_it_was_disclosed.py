"""when the person had heard what they must be told; of conversations from before nothing is known."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversations", sa.Column("disclosed_at_ms", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("conversations", "disclosed_at_ms")
