"""keys: from which networks they are taken, and who made them; people: an address in each account; sign-in with a company's provider.

While the release before runs it invites nobody: it relies on an address being known once. It can be taken back as long as no address is
in two accounts.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None


def _moment(name: str, *, created: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if created else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False, server_default=default)


def _of(table: str, name: str, *, optional: bool = False, unique: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), sa.ForeignKey(f"{table}.id"), nullable=optional, unique=unique)


def upgrade() -> None:
    op.add_column("api_keys", sa.Column("networks", ARRAY(sa.Text()), nullable=True))
    op.add_column("api_keys", _of("users", "made_by_user", optional=True))
    op.add_column("api_keys", _of("api_keys", "made_by_key", optional=True))
    op.create_index("ix_api_keys_made_by_user", "api_keys", ["made_by_user"])
    op.create_index("ix_api_keys_made_by_key", "api_keys", ["made_by_key"])
    op.drop_constraint("users_email_hash_key", "users", type_="unique")
    op.create_unique_constraint("users_email_hash_account_id_key", "users", ["email_hash", "account_id"])
    op.create_table(
        "identity_providers",
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("secret_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("domains", ARRAY(sa.Text()), nullable=False, server_default=sa.text("'{}'")),
        sa.Column("makes_people", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("default_role", sa.Text(), nullable=True),
        sa.Column("group_claim", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("group_roles", JSONB(), nullable=False, server_default=sa.text("'{}'::jsonb")),
        _moment("created_at", created=True),
        _moment("changed_at", created=True),
    )
    op.create_table(
        "identities",
        sa.Column("id", sa.Text(), primary_key=True),
        _of("accounts", "account_id"),
        _of("users", "user_id", unique=True),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject_hash", sa.LargeBinary(), nullable=False),
        _moment("created_at", created=True),
        sa.UniqueConstraint("account_id", "issuer", "subject_hash"),
    )
    op.create_table(
        "provider_sign_ins",
        sa.Column("state_hash", sa.LargeBinary(), primary_key=True),
        _of("accounts", "account_id"),
        sa.Column("browser_hash", sa.LargeBinary(), nullable=False),
        sa.Column("asked_sealed", sa.LargeBinary(), nullable=False),
        _moment("expires_at"),
    )
    op.create_table(
        "sign_in_codes",
        sa.Column("code_hash", sa.LargeBinary(), primary_key=True),
        sa.Column(
            "identity_id", sa.Text(), sa.ForeignKey("identities.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("browser_hash", sa.LargeBinary(), nullable=False),
        _moment("expires_at"),
    )
    op.create_index("ix_sign_in_codes_identity", "sign_in_codes", ["identity_id"])


def downgrade() -> None:
    for table in ("sign_in_codes", "provider_sign_ins", "identities", "identity_providers"):
        op.drop_table(table)
    op.drop_constraint("users_email_hash_account_id_key", "users", type_="unique")
    op.create_unique_constraint("users_email_hash_key", "users", ["email_hash"])
    for column in ("made_by_key", "made_by_user", "networks"):
        op.drop_column("api_keys", column)
