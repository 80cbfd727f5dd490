"""preferences: how people want to be contacted, kept with a report, read with a call's facts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from database.sql_files import create

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "preferences",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("number_hash", sa.LargeBinary(), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("understood", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("phrase_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("call_id", sa.Text(), nullable=True),
        sa.Column("attempt_id", sa.Text(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index(
        "preferences_of_number",
        "preferences",
        ["account_id", "number_hash", "kind", "said_at"],
        postgresql_where=sa.text("removed_at IS NULL"),
    )
    op.create_index("preferences_by_account", "preferences", ["account_id", "id"])
    op.create_index(
        "preferences_by_call", "preferences", ["call_id"], postgresql_where=sa.text("call_id IS NOT NULL")
    )
    op.execute(create("call_facts_v4"))
    op.execute(create("store_report_v2"))


def downgrade() -> None:
    op.execute("DROP FUNCTION store_report_v2")
    op.execute("DROP FUNCTION call_facts_v4(text, text, text, boolean)")
    op.drop_table("preferences")
