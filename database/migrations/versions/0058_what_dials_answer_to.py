"""what dials answer to: how many answered calls of a campaign were abandoned, which numbers may be shown, and whose
program is asked."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from database.sql_files import create

revision = "0058"
down_revision = "0055"
branch_labels = None
depends_on = None


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()"))


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
        _moment("counted_at"),
    )
    op.create_table(
        "caller_identities",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("connection_id", sa.Text(), sa.ForeignKey("connections.id"), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("purposes", ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("countries", ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("held_as", sa.Text(), nullable=True),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        _moment("ask_from"),
        _moment("created_at"),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
    )
    there = sa.text("removed_at IS NULL")
    named = ["account_id", "connection_id", "number"]
    op.create_index("caller_identities_once", "caller_identities", named, unique=True, postgresql_where=there)
    op.create_index("caller_identities_by_account", "caller_identities", ["account_id", "id"])
    op.create_index("caller_identities_by_number", "caller_identities", ["number"])
    op.create_index("caller_identities_due", "caller_identities", ["ask_from"], postgresql_where=there)
    op.create_table(
        "predial_hooks",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("campaign_id", sa.Text(), sa.ForeignKey("campaigns.id"), nullable=True),
        sa.Column("url_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("secret_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("timeout_ms", sa.Integer(), nullable=False),
        sa.Column("unanswered", sa.Text(), server_default=sa.text("'hold'"), nullable=False),
        _moment("created_at"),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index(
        "predial_hooks_once",
        "predial_hooks",
        ["account_id", sa.text("COALESCE(campaign_id, '')")],
        unique=True,
        postgresql_where=there,
    )
    op.add_column("attempts", sa.Column("caller_number", sa.Text(), nullable=True))
    for name in ("store_report_v4", "attempt_end_v2", "call_facts_v7"):
        op.execute(create(name))


def downgrade() -> None:
    op.execute("DROP FUNCTION call_facts_v7(text, text, text, boolean)")
    op.execute("DROP FUNCTION attempt_end_v2(text, text, boolean)")
    op.execute("DROP FUNCTION store_report_v4")
    op.drop_column("attempts", "caller_number")
    op.drop_table("predial_hooks")
    op.drop_table("caller_identities")
    op.drop_table("abandonment_meters")
    op.drop_index("attempts_answered", "attempts")
    op.drop_column("conversations", "greeted_until_ms")
