"""what one person asks for, to be given or rid of all that is known of them; and legal holds, which forbid to delete."""

import sqlalchemy as sa
from alembic import op

from database.sql_files import create

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def _moment(name: str, *, created: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if created else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not created, server_default=default)


def _sealed(name: str, *, optional: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.LargeBinary(), nullable=optional)


def upgrade() -> None:
    op.execute(create("is_nobodys_v1"))
    op.create_table(
        "legal_holds",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        _sealed("number_hash", optional=False),
        _sealed("number_sealed", optional=False),
        _sealed("reason_sealed"),
        sa.Column("set_by", sa.Text(), nullable=False),
        _moment("created_at", created=True),
        _moment("released_at"),
        sa.Column("released_by", sa.Text(), nullable=True),
    )
    op.create_index("legal_holds_by_account", "legal_holds", ["account_id", "id"])
    op.create_index(
        "legal_holds_of_number",
        "legal_holds",
        ["account_id", "number_hash"],
        postgresql_where=sa.text("released_at IS NULL"),
    )
    op.create_table(
        "person_requests",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("in_crm", sa.Text(), nullable=False, server_default=sa.text("'contact'")),
        _sealed("number_hash", optional=False),
        _sealed("number_sealed"),
        sa.Column("state", sa.Text(), nullable=False, server_default=sa.text("'waiting'")),
        sa.Column("asked_by", sa.Text(), nullable=False),
        _moment("created_at", created=True),
        _moment("finished_at"),
        _sealed("progress_sealed"),
        _sealed("receipt_sealed"),
        _sealed("bundle_sealed"),
        _moment("expires_at"),
    )
    op.create_index("person_requests_by_account", "person_requests", ["account_id", "id"])
    op.create_index("person_requests_of_number", "person_requests", ["account_id", "number_hash"])
    op.create_index(
        "person_requests_waiting",
        "person_requests",
        ["created_at"],
        postgresql_where=sa.text("state = 'waiting'"),
    )


def downgrade() -> None:
    op.execute("DROP FUNCTION is_nobodys_v1(text, text)")
    for table in ("person_requests", "legal_holds"):
        op.drop_table(table)
