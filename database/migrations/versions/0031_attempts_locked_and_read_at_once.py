"""attempts locked and read at once: a report and a close take their locks within a statement (decision 0032)."""

from alembic import op

from database.sql_files import create

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(create("attempt_end_v1"))
    op.execute(create("lock_attempt_v1"))


def downgrade() -> None:
    op.execute("DROP FUNCTION attempt_end_v1(text, text, boolean)")
    op.execute("DROP FUNCTION lock_attempt_v1(text)")
