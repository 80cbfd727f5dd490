"""keys of programs: what a key may do, until when, how it begins and when it was last used; those there are may do everything."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("api_keys", sa.Column("prefix", sa.Text(), nullable=False, server_default=""))
    op.add_column("api_keys", sa.Column("scopes", ARRAY(sa.Text()), nullable=True))
    op.add_column("api_keys", sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("api_keys", sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    # A process of the version before takes a key without scopes for one that may do everything.
    op.execute("DELETE FROM api_keys WHERE scopes IS NOT NULL OR expires_at IS NOT NULL")
    for column in ("last_used_at", "expires_at", "scopes", "prefix"):
        op.drop_column("api_keys", column)
