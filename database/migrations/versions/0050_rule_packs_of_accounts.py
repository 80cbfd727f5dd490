"""rule packs of accounts: versions of their own beside the shipped ones, which never change once they are stored."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from database.sql_files import create

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()"))


def upgrade() -> None:
    op.create_table(
        "rule_pack_versions",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("compared_with", sa.Text(), nullable=False),
        sa.Column("less_strict", ARRAY(sa.Text()), nullable=False, server_default=sa.text("'{}'")),
        sa.Column("less_strict_because", sa.Text(), nullable=True),
        sa.Column("created_by", sa.Text(), nullable=False),
        _moment("created_at"),
        _moment("valid_from"),
        sa.UniqueConstraint("account_id", "name", "revision"),
    )
    op.execute("""
        CREATE TRIGGER rule_pack_versions_stay BEFORE UPDATE OR DELETE ON rule_pack_versions
        FOR EACH ROW EXECUTE FUNCTION refuse_change()
    """)
    op.execute(create("rules_in_force_v1"))


def downgrade() -> None:
    op.execute("DROP FUNCTION rules_in_force_v1(text)")
    op.drop_table("rule_pack_versions")
