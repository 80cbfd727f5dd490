"""requests taken: how often each key and person asks, for the limits of a minute and an hour."""

import sqlalchemy as sa
from alembic import op

from database.sql_files import create

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "requests_taken",
        sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=True),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        prefixes=["UNLOGGED"],
    )
    op.create_index("ix_requests_taken", "requests_taken", ["actor", "at"])
    op.execute(create("take_request_v1"))


def downgrade() -> None:
    op.execute("DROP FUNCTION take_request_v1(text, integer, integer, integer, timestamptz)")
    op.drop_table("requests_taken")
