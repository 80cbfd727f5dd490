"""agents have a key that opts out."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "agents", sa.Column("opt_out_key", sa.Text(), server_default=sa.text("'9'"), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("agents", "opt_out_key")
