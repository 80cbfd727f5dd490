"""people: users with their passwords, the one-time links by which they come in, their sessions, and failed tries to sign in."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def _moment(name: str, *, created: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if created else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not created, server_default=default)


def upgrade() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("email_hash", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("details_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        _moment("created_at", created=True),
        _moment("disabled_at"),
    )
    op.create_index("ix_users_account", "users", ["account_id", "id"])
    op.create_table(
        "one_time_links",
        sa.Column("token_hash", sa.LargeBinary(), primary_key=True),
        sa.Column("user_id", sa.Text(), sa.ForeignKey("users.id"), nullable=False),
        _moment("created_at", created=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_one_time_links_user", "one_time_links", ["user_id"], unique=True)
    op.create_table(
        "sessions",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("user_id", sa.Text(), sa.ForeignKey("users.id"), nullable=False),
        sa.Column("network_hash", sa.LargeBinary(), nullable=False),
        sa.Column("device_sealed", sa.LargeBinary(), nullable=False),
        _moment("created_at", created=True),
        _moment("last_seen_at", created=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        _moment("ended_at"),
        sa.Column("ended_by", sa.Text(), nullable=True),
    )
    op.create_index("ix_sessions_user", "sessions", ["user_id", "id"])
    op.create_table(
        "refresh_tokens",
        sa.Column("token_hash", sa.LargeBinary(), primary_key=True),
        sa.Column("session_id", sa.Text(), sa.ForeignKey("sessions.id"), nullable=False),
        _moment("created_at", created=True),
        _moment("used_at"),
    )
    op.create_index("ix_refresh_tokens_session", "refresh_tokens", ["session_id"])
    op.create_table(
        "sign_in_failures",
        sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=True),
        sa.Column("person_hash", sa.LargeBinary(), nullable=False),
        sa.Column("network_hash", sa.LargeBinary(), nullable=False),
        _moment("at", created=True),
    )
    op.create_index("ix_sign_in_failures_person", "sign_in_failures", ["person_hash", "at"])
    op.create_index("ix_sign_in_failures_network", "sign_in_failures", ["network_hash", "at"])


def downgrade() -> None:
    for table in ("sign_in_failures", "refresh_tokens", "sessions", "one_time_links", "users"):
        op.drop_table(table)
