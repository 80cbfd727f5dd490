"""suppressions with limits (a campaign, a purpose, a time), and named lists of hashed numbers with the day they are of.

What has no limits stays where it is: processes of the version before store opt-outs there, and know one entry a channel.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from database.sql_files import create

revision = "0048"
down_revision = "0054"
branch_labels = None
depends_on = None


def _moment(name: str, *, created: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if created else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not created, server_default=default)


def _account() -> sa.Column[object]:
    return sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False)


def upgrade() -> None:
    op.add_column("suppressions", sa.Column("added_by", sa.Text(), nullable=True))
    op.add_column("suppressions", sa.Column("note_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("leads", sa.Column("list_hash", sa.LargeBinary(), nullable=True))
    op.create_table(
        "limited_suppressions",
        sa.Column("id", sa.Text(), primary_key=True),
        _account(),
        sa.Column("number_hash", sa.LargeBinary(), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False, server_default="all"),
        sa.Column("campaign_id", sa.Text(), sa.ForeignKey("campaigns.id"), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        _moment("expires_at"),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=True),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        _moment("created_at", created=True),
        _moment("removed_at"),
    )
    op.create_index(
        "one_limited_suppression_per_scope",
        "limited_suppressions",
        ["account_id", "number_hash", "channel", "campaign_id", "category"],
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text("removed_at IS NULL"),
    )
    op.create_index("limited_suppressions_by_account", "limited_suppressions", ["account_id", "id"])
    _lists()
    for name in ("suppressions_in_force_v1", "suppressing_v1"):
        op.execute(create(name))


def _lists() -> None:
    op.create_table(
        "suppression_lists",
        sa.Column("id", sa.Text(), primary_key=True),
        _account(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False, server_default="all"),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("max_age_days", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False, server_default=""),
        sa.Column("version", sa.BigInteger(), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("added_by", sa.Text(), nullable=False),
        _moment("created_at", created=True),
        _moment("removed_at"),
    )
    op.create_index(
        "one_suppression_list_of_a_name",
        "suppression_lists",
        ["account_id", "name"],
        unique=True,
        postgresql_where=sa.text("removed_at IS NULL"),
    )
    op.create_table(
        "suppression_list_versions",
        sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=True),
        _account(),
        sa.Column("list_id", sa.Text(), sa.ForeignKey("suppression_lists.id"), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False, server_default="reading"),
        sa.Column("numbers", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("rejected", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("problems", JSONB(), nullable=False, server_default=sa.text("'[]'::jsonb")),
        sa.Column("added_by", sa.Text(), nullable=False),
        _moment("created_at", created=True),
        _moment("heard_at", created=True),
    )
    op.create_index("suppression_list_versions_by_list", "suppression_list_versions", ["list_id", "id"])
    op.create_table(
        "suppression_list_numbers",
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
    )
    op.create_index("suppression_list_numbers_found", "suppression_list_numbers", ["version", "hash"])


def downgrade() -> None:
    # A process of the version before knows no limits: what is limited would be forgotten, so it binds whoever it names for good.
    op.execute("""
        INSERT INTO suppressions (id, account_id, number_hash, number_sealed, channel, source, added_by, note_sealed, created_at)
        SELECT id, account_id, number_hash, number_sealed, channel, source, added_by, note_sealed, created_at
        FROM suppressions_in_force_v1 WHERE campaign_id IS NOT NULL OR category IS NOT NULL OR expires_at IS NOT NULL
        ON CONFLICT (account_id, number_hash, channel) WHERE removed_at IS NULL DO NOTHING
    """)
    op.execute("DROP FUNCTION suppressing_v1(text, bytea, bytea, text, text)")
    op.execute("DROP VIEW suppressions_in_force_v1")
    for table in (
        "suppression_list_numbers",
        "suppression_list_versions",
        "suppression_lists",
        "limited_suppressions",
    ):
        op.drop_table(table)
    op.drop_column("leads", "list_hash")
    for column in ("note_sealed", "added_by"):
        op.drop_column("suppressions", column)
