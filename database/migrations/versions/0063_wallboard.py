"""wallboard: what is open or was dialled lately is found without a look at all that ever was; what is to be looked at: 0061."""

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None

_DUE = "'claimed', 'queued', 'dialling', 'live'"


def upgrade() -> None:
    op.create_index("calls_underway", "calls", ["account_id"], postgresql_where=sa.text(f"state IN ({_DUE})"))
    op.create_index(
        "attempts_placed",
        "attempts",
        ["account_id", "placing_at"],
        postgresql_where=sa.text("placing_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("attempts_placed", "attempts")
    op.drop_index("calls_underway", "calls")
