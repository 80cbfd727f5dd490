"""account languages: in which people of an account read summaries of their calls."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("language", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("accounts", "language")
