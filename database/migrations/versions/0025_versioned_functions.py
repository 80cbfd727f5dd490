"""versioned functions: what statements call is named with its version, so that processes of before and after run side by side.

The functions without a version stay for the processes of before.
"""

from alembic import op

from database.sql_files import create

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("call_made_with_v1", "call_facts_v2", "permits_left_v1", "take_turns_v1", "vendor_held_v1"):
        op.execute(create(name))


def downgrade() -> None:
    op.execute("DROP FUNCTION vendor_held_v1(text, text[])")
    op.execute("DROP FUNCTION take_turns_v1(text, bigint, interval, interval)")
    op.execute("DROP FUNCTION permits_left_v1(text, text, text)")
    op.execute("DROP FUNCTION call_facts_v2(text, text, text, boolean)")
    op.execute("DROP VIEW call_made_with_v1")
