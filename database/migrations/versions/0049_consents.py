"""consents: a ledger of what people agreed to, with what their lists said; a decision names the entry that it rests on."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from database.sql_files import create

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

# As the commit of a list enters them from now on (database/consents.py).
_WHAT_LISTS_SAID = """
    INSERT INTO consents (id, account_id, number_hash, lead_id, kind, basis, purposes, channels, source, import_id, created_at)
    SELECT 'cons_' || substr(l.id, 6), l.account_id, l.number_hash, l.id, 'given',
           CASE WHEN 'written' = ANY(l.consents) THEN 'written' ELSE 'express' END,
           ARRAY[COALESCE(m.plan ->> 'purpose', c.plan ->> 'purpose', 'survey')], ARRAY['voice', 'sms'],
           CASE WHEN l.campaign_id IS NULL THEN 'call' ELSE 'import' END, l.import_id, l.created_at
    FROM leads l LEFT JOIN campaigns m ON m.id = l.campaign_id
    LEFT JOIN calls c ON l.campaign_id IS NULL AND c.id = 'call_' || substr(l.id, 6)
    WHERE l.state <> 'staged' AND l.consents && ARRAY['express', 'written']
"""


def upgrade() -> None:
    op.create_table(
        "consent_texts",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("wording_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.UniqueConstraint("account_id", "name", "version"),
    )
    op.create_index("consent_texts_by_account", "consent_texts", ["account_id", "id"])
    op.create_table(
        "consents",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("number_hash", sa.LargeBinary(), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("lead_id", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("purposes", ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("channels", ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("text_id", sa.Text(), sa.ForeignKey("consent_texts.id"), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("import_id", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("evidence_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("withdraws", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
    )
    op.create_index("consents_of_number", "consents", ["account_id", "number_hash"])
    op.create_index("consents_by_account", "consents", ["account_id", "id"])
    op.add_column("decisions", sa.Column("consent_id", sa.Text(), nullable=True))
    op.execute(_WHAT_LISTS_SAID)
    for name in ("keep_consents_v1", "call_facts_v6"):
        op.execute(create(name))
    for table in ("consents", "consent_texts"):
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION keep_consents_v1()"
        )


def downgrade() -> None:
    op.execute("DROP FUNCTION call_facts_v6(text, text, text, boolean)")
    op.drop_column("decisions", "consent_id")
    op.drop_table("consents")
    op.drop_table("consent_texts")
    op.execute("DROP FUNCTION keep_consents_v1()")
