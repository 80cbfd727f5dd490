"""who placed an attempt: only the step that placed it may take it back."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempts", sa.Column("placing_token", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("attempts", "placing_token")
