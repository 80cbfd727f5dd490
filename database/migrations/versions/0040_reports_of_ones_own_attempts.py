"""reports of one's own attempts: a report is kept for an attempt of its account and call alone, and suppresses once."""

from alembic import op

from database.sql_files import create

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(create("store_report_v3"))


def downgrade() -> None:
    op.execute("DROP FUNCTION store_report_v3")
