"""opt-outs taken back: what the person said who lifted their own demand in the same call."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("suppressions", sa.Column("taken_back_sealed", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("suppressions", "taken_back_sealed")
