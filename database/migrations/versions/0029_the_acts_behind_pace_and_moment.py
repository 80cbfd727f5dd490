"""the acts behind pace and moment: which act of an operator chose a campaign's window, and a call's moment."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "campaigns", sa.Column("window_act", sa.BigInteger(), server_default=sa.text("0"), nullable=False)
    )
    op.add_column(
        "calls", sa.Column("moment_act", sa.BigInteger(), server_default=sa.text("0"), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("calls", "moment_act")
    op.drop_column("campaigns", "window_act")
