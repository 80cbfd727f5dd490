"""answers that are kept for repeated requests are sealed: those about single calls name the number."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("idempotency_keys", sa.Column("answer_sealed", sa.LargeBinary(), nullable=True))
    # A repeat of a request from before still has no second effect; it is answered without content.
    op.execute("UPDATE idempotency_keys SET response = response - 'body'")


def downgrade() -> None:
    op.drop_column("idempotency_keys", "answer_sealed")
