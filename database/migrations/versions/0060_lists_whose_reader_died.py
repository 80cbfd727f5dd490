"""lists whose reader died: when rows of a list were stored last, so that nothing waits for one that nobody reads any more."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0057"
branch_labels = None
depends_on = None


def upgrade() -> None:
    now = sa.text("now()")
    op.add_column(
        "lead_imports", sa.Column("read_at", sa.DateTime(timezone=True), nullable=False, server_default=now)
    )
    op.create_index(
        "lead_imports_being_read",
        "lead_imports",
        ["read_at"],
        postgresql_where=sa.text("state = 'validating'"),
    )


def downgrade() -> None:
    op.drop_index("lead_imports_being_read", "lead_imports")
    op.drop_column("lead_imports", "read_at")
