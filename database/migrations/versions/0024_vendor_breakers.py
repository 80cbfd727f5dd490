"""vendor breakers: a conversation tells which vendor failed it, and a vendor that fails again and again holds the dialling."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

# VOLATILE and locking, so that of the calls that ask after the time is up, each sees what the one before it was given.
# Without a row nothing is locked.
_VENDOR_HELD = """
CREATE FUNCTION vendor_held(the_account text, the_vendors text[]) RETURNS text
LANGUAGE plpgsql VOLATILE AS $$
DECLARE breaker record;
BEGIN
    FOR breaker IN
        SELECT b.vendor, b.held_until FROM vendor_breakers b
        WHERE b.account_id = the_account AND b.vendor = ANY(the_vendors) AND b.held_until IS NOT NULL
        ORDER BY b.vendor FOR NO KEY UPDATE
    LOOP
        IF breaker.held_until > clock_timestamp() THEN
            RETURN 'vendor/' || breaker.vendor;
        END IF;
    END LOOP;
    RETURN NULL;
END $$
"""
# As domain.vendors.relied_on has it.
_RELIES_ON = """
    UPDATE agents SET relies_on = array_remove(ARRAY[
        CASE WHEN engine <> 'realtime' AND model_backup IS DISTINCT FROM (model NOT LIKE 'claude%')
             THEN 'model/' || CASE WHEN model LIKE 'claude%' THEN 'anthropic' ELSE 'openai' END END,
        CASE WHEN engine <> 'realtime' AND ears_backup IS DISTINCT FROM (ears <> 'openai')
             THEN 'recogniser/' || CASE WHEN ears = 'openai' THEN 'openai' ELSE 'deepgram' END END,
        CASE WHEN voice_backup IS DISTINCT FROM (voice_model NOT LIKE 'aura%')
             THEN 'synthesiser/' || CASE WHEN voice_model LIKE 'aura%' THEN 'deepgram' ELSE 'elevenlabs' END END
    ], NULL)
    FROM (SELECT id, NULLIF(backup->>'model', '') LIKE 'claude%' AS model_backup,
                 NULLIF(backup->>'ears', '') = 'openai' AS ears_backup,
                 CASE WHEN COALESCE(backup->>'voice', '') <> '' THEN COALESCE(backup->>'voice_model', '') LIKE 'aura%' END
                 AS voice_backup FROM agents) AS other
    WHERE other.id = agents.id
"""


def upgrade() -> None:
    op.add_column("conversations", sa.Column("failed_vendor", sa.Text(), server_default="", nullable=False))
    op.add_column(
        "agents",
        sa.Column("relies_on", sa.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    )
    op.execute(_RELIES_ON)
    op.create_table(
        "vendor_breakers",
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("vendor", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("trials", sa.Integer(), server_default="0", nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"]),
        sa.PrimaryKeyConstraint("account_id", "vendor"),
    )
    op.execute(_VENDOR_HELD)


def downgrade() -> None:
    op.execute("DROP FUNCTION vendor_held(text, text[])")
    op.drop_table("vendor_breakers")
    op.drop_column("agents", "relies_on")
    op.drop_column("conversations", "failed_vendor")
