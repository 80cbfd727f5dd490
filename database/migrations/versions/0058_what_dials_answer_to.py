"""what dials answer to: how many answered calls of a campaign were abandoned."""

import sqlalchemy as sa
from alembic import op

from database.sql_files import create

revision = "0058"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversations", sa.Column("greeted_until_ms", sa.Integer(), nullable=True))
    op.create_index(
        "attempts_answered",
        "attempts",
        ["account_id", "answered_at"],
        postgresql_where=sa.text("answered_at IS NOT NULL"),
    )
    op.create_table(
        "abandonment_meters",
        sa.Column("campaign_id", sa.Text(), sa.ForeignKey("campaigns.id"), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("answered", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("abandoned", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
    )
    for name in ("store_report_v4", "call_facts_v7"):
        op.execute(create(name))


def downgrade() -> None:
    op.execute("DROP FUNCTION call_facts_v7(text, text, text, boolean)")
    op.execute("DROP FUNCTION store_report_v4")
    op.drop_table("abandonment_meters")
    op.drop_index("attempts_answered", "attempts")
    op.drop_column("conversations", "greeted_until_ms")
