"""agents choose whose recognition listens, and what takes over when a service fails."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("agents", sa.Column("ears", sa.Text(), server_default=sa.text("'flux'"), nullable=False))
    op.add_column(
        "agents",
        sa.Column(
            "backup",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
    )


def downgrade() -> None:
    op.drop_column("agents", "backup")
    op.drop_column("agents", "ears")
