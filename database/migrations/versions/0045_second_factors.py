"""second factors: a person's authenticator, the one they are setting up, and their recovery codes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("users", sa.Column("totp_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("users", sa.Column("totp_offered_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("users", sa.Column("totp_step", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column(
        "users",
        sa.Column("recovery_hashes", ARRAY(sa.LargeBinary()), nullable=False, server_default=sa.text("'{}'")),
    )


def downgrade() -> None:
    # Whoever signed in by two things must not be opened by one: an admin gives them another link.
    op.execute(
        "UPDATE sessions s SET ended_at = now(), ended_by = 'password' FROM users u"
        " WHERE u.id = s.user_id AND u.totp_sealed IS NOT NULL AND s.ended_at IS NULL"
    )
    op.execute("UPDATE users SET password_hash = NULL WHERE totp_sealed IS NOT NULL")
    for column in ("recovery_hashes", "totp_step", "totp_offered_sealed", "totp_sealed"):
        op.drop_column("users", column)
