"""permits: a call's line carries the providers it may use, and an account may limit how many calls use one at once."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# VOLATILE, so that the counting has a snapshot of its own and sees what the lock waited for. Without a limit nothing is
# locked and nothing counted.
_PERMITS_LEFT = """
CREATE FUNCTION permits_left(the_account text, the_recogniser text, the_synthesiser text)
RETURNS TABLE (recognisers integer, synthesisers integer)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE a_limit record;
BEGIN
    FOR a_limit IN
        SELECT l.kind, l.provider, l.most FROM provider_limits l
        WHERE l.account_id = the_account
          AND (l.kind, l.provider) IN (('recogniser', the_recogniser), ('synthesiser', the_synthesiser))
        ORDER BY l.kind, l.provider FOR NO KEY UPDATE
    LOOP
        IF a_limit.kind = 'recogniser' THEN
            SELECT GREATEST(0, a_limit.most - count(*)) INTO recognisers FROM lines n
            WHERE n.account_id = the_account AND n.call_id IS NOT NULL AND n.recogniser = a_limit.provider;
        ELSE
            SELECT GREATEST(0, a_limit.most - count(*)) INTO synthesisers FROM lines n
            WHERE n.account_id = the_account AND n.call_id IS NOT NULL AND n.synthesiser = a_limit.provider;
        END IF;
    END LOOP;
    RETURN NEXT;
END $$
"""


def upgrade() -> None:
    _agents_name_their_providers()
    op.create_table(
        "provider_limits",
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("most >= 0"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"]),
        sa.PrimaryKeyConstraint("account_id", "kind", "provider"),
    )
    op.add_column("lines", sa.Column("recogniser", sa.Text(), nullable=True))
    op.add_column("lines", sa.Column("synthesiser", sa.Text(), nullable=True))
    op.execute("""
        UPDATE lines SET recogniser = g.recogniser, synthesiser = g.synthesiser
        FROM calls c LEFT JOIN campaigns m ON m.id = c.campaign_id JOIN agents g ON g.id = COALESCE(m.agent_id, c.agent_id)
        WHERE lines.call_id = c.id
    """)
    op.create_index("lines_taken", "lines", ["account_id"], postgresql_where=sa.text("call_id IS NOT NULL"))
    op.add_column("calls", sa.Column("waits_for", sa.Text(), nullable=True))
    op.create_index(
        "calls_queued", "calls", ["account_id", "waits_for"], postgresql_where=sa.text("state = 'queued'")
    )
    op.execute(_PERMITS_LEFT)


def _agents_name_their_providers() -> None:
    for column in ("recogniser", "synthesiser"):
        op.add_column("agents", sa.Column(column, sa.Text(), nullable=True))
    op.execute("""
        UPDATE agents SET recogniser = CASE WHEN ears = 'openai' THEN 'openai' ELSE 'deepgram' END,
                          synthesiser = CASE WHEN voice_model LIKE 'aura%' THEN 'deepgram' ELSE 'elevenlabs' END
    """)
    for column in ("recogniser", "synthesiser"):
        op.alter_column("agents", column, nullable=False)


def downgrade() -> None:
    op.execute("DROP FUNCTION permits_left(text, text, text)")
    op.drop_index("calls_queued", "calls")
    op.drop_column("calls", "waits_for")
    op.drop_index("lines_taken", "lines")
    op.drop_column("lines", "synthesiser")
    op.drop_column("lines", "recogniser")
    op.drop_table("provider_limits")
    op.drop_column("agents", "synthesiser")
    op.drop_column("agents", "recogniser")
