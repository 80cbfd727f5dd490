"""how far a messaging account's messages are read: what people wrote during an outage is read after it."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inbox_marks",
        sa.Column("messaging_account", sa.Text(), nullable=False),
        sa.Column("read_until", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("messaging_account"),
    )


def downgrade() -> None:
    op.drop_table("inbox_marks")
