"""own outcomes: what an outcome of the script's own means stands with the conversation that brought it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversations", sa.Column("outcome_flags", JSONB(), nullable=True))


def downgrade() -> None:
    op.drop_column("conversations", "outcome_flags")
