"""reports stored behind their lock: the lock and what it protects are one statement (decision 0032)."""

from alembic import op

from database.sql_files import create

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(create("store_report_v1"))


def downgrade() -> None:
    op.execute("DROP FUNCTION store_report_v1")
