"""promises beside other outcomes: a call that was agreed on is known by the reason for its moment, whatever its outcome."""

from alembic import op

from database.sql_files import create

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(create("call_facts_v5"))


def downgrade() -> None:
    op.execute("DROP FUNCTION call_facts_v5(text, text, text, boolean)")
