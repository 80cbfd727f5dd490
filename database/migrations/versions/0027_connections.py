"""connections: accounts with vendors, with credentials of their own or the installation's; every trunk goes through one."""

import sqlalchemy as sa
from alembic import op

from database.sql_files import create

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "connections",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("vendor", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("credentials_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.UniqueConstraint("account_id", "name"),
    )
    op.create_index(
        "one_installation_connection",
        "connections",
        ["account_id", "kind", "vendor"],
        unique=True,
        postgresql_where=sa.text("credentials_sealed IS NULL"),
    )
    op.execute("""
        INSERT INTO connections (id, account_id, kind, vendor, name)
        SELECT 'conn_' || split_part(min(id), '_', 2), account_id, 'telephony', carrier, 'installation ' || carrier
        FROM trunks GROUP BY account_id, carrier
    """)
    op.execute("""
        INSERT INTO connections (id, account_id, kind, vendor, name)
        SELECT 'conn_' || split_part(id, '_', 2), id, 'crm', 'hubspot', 'installation hubspot' FROM accounts
    """)
    op.add_column("trunks", sa.Column("connection_id", sa.Text(), nullable=True))
    op.execute("""
        UPDATE trunks SET connection_id = n.id FROM connections n
        WHERE n.account_id = trunks.account_id AND n.vendor = trunks.carrier
    """)
    op.alter_column("trunks", "connection_id", nullable=False)
    op.create_foreign_key(None, "trunks", "connections", ["connection_id"], ["id"])
    op.execute(create("call_facts_v3"))


def downgrade() -> None:
    op.execute("DROP FUNCTION call_facts_v3(text, text, text, boolean)")
    op.drop_column("trunks", "connection_id")
    op.drop_table("connections")
