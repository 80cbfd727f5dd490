"""opt-out evidence: an entry of the do-not-call list keeps what was said, when, and in the conversation of which attempt."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("suppressions", sa.Column("attempt_id", sa.Text(), nullable=True))
    op.add_column("suppressions", sa.Column("words_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("suppressions", sa.Column("said_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("suppressions", "said_at")
    op.drop_column("suppressions", "words_sealed")
    op.drop_column("suppressions", "attempt_id")
