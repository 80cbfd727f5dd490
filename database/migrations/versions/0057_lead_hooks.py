"""lead hooks: doors by which other people's programs add leads to a campaign, and which messages came through them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def _moment(name: str, *, created: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if created else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not created, server_default=default)


def upgrade() -> None:
    op.create_table(
        "lead_hooks",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("campaign_id", sa.Text(), sa.ForeignKey("campaigns.id"), nullable=False),
        sa.Column("settings_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("mapping", JSONB(), nullable=False, server_default=sa.text("'{}'::jsonb")),
        sa.Column("default_region", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("rules", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("networks", ARRAY(sa.Text()), nullable=False, server_default=sa.text("'{}'")),
        sa.Column("secret_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("former_secret_sealed", sa.LargeBinary(), nullable=True),
        _moment("former_until"),
        _moment("created_at", created=True),
        _moment("revoked_at"),
    )
    op.create_index("ix_lead_hooks_account", "lead_hooks", ["account_id", "id"])
    op.create_table(
        "lead_hook_messages",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("hook_id", sa.Text(), sa.ForeignKey("lead_hooks.id"), nullable=False),
        sa.Column("name_hash", sa.LargeBinary(), nullable=True),
        sa.Column("body_hash", sa.LargeBinary(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("import_id", sa.Text(), sa.ForeignKey("lead_imports.id"), nullable=True),
        sa.Column("refusal", sa.Text(), nullable=True),
        _moment("received_at", created=True),
        _moment("settled_at"),
        sa.UniqueConstraint("hook_id", "name_hash"),
    )
    op.create_index("lead_hook_messages_listed", "lead_hook_messages", ["hook_id", "id"])
    op.create_index(
        "lead_hook_messages_waiting",
        "lead_hook_messages",
        ["id"],
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_index("lead_hook_messages_known", "lead_hook_messages", ["received_at"])


def downgrade() -> None:
    for table in ("lead_hook_messages", "lead_hooks"):
        op.drop_table(table)
