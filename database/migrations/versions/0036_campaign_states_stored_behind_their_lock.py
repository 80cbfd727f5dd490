"""campaign states stored behind their lock: the lock, what it protects and the answer are one statement (decision 0032)."""

from alembic import op

from database.sql_files import create

revision = "0036"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(create("set_campaign_state_v1"))


def downgrade() -> None:
    op.execute("DROP FUNCTION set_campaign_state_v1")
