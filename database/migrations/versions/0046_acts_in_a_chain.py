"""acts in a chain: each account's audit log by hashes, what is there as it stands now; and seals of its head."""

import sqlalchemy as sa
from alembic import op

from database.sql_files import create

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

_CHAIN_WHAT_IS_THERE = """
DO $$
DECLARE
    act audit_events;
BEGIN
    FOR act IN SELECT * FROM audit_events ORDER BY account_id, id LOOP
        INSERT INTO audit_heads AS head (account_id, seq, hash) VALUES (act.account_id, 1, decode(repeat('00', 32), 'hex'))
        ON CONFLICT (account_id) DO UPDATE SET seq = head.seq + 1 RETURNING seq, hash INTO act.seq, act.previous_hash;
        act.hash := act_hash_v1(act);
        UPDATE audit_events SET seq = act.seq, previous_hash = act.previous_hash, hash = act.hash WHERE id = act.id;
        UPDATE audit_heads SET hash = act.hash WHERE account_id = act.account_id;
    END LOOP;
END $$
"""
_GUARDS = """
    CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
        FOR EACH ROW EXECUTE FUNCTION refuse_act_change_v1();
    CREATE TRIGGER audit_events_whole BEFORE TRUNCATE ON audit_events EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE ON audit_seals
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER audit_seals_whole BEFORE TRUNCATE ON audit_seals EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER audit_heads_stay BEFORE DELETE OR TRUNCATE ON audit_heads EXECUTE FUNCTION refuse_change();
    CREATE CONSTRAINT TRIGGER audit_events_chain AFTER INSERT ON audit_events DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.hash IS NULL) EXECUTE FUNCTION chain_act_v1();
    REVOKE UPDATE, DELETE, TRUNCATE ON audit_events, audit_seals FROM PUBLIC, CURRENT_USER;
    REVOKE DELETE, TRUNCATE ON audit_heads FROM PUBLIC, CURRENT_USER;
    GRANT UPDATE (seq, previous_hash, hash) ON audit_events TO CURRENT_USER;
"""


def upgrade() -> None:
    op.add_column("audit_events", sa.Column("network", sa.Text(), nullable=False, server_default=""))
    op.add_column("audit_events", sa.Column("seq", sa.BigInteger(), nullable=True))
    op.add_column("audit_events", sa.Column("previous_hash", sa.LargeBinary(), nullable=True))
    op.add_column("audit_events", sa.Column("hash", sa.LargeBinary(), nullable=True))
    op.create_table(
        "audit_heads",
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "audit_seals",
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("seq", sa.BigInteger(), primary_key=True),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_id", sa.Integer(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
    )
    for name in ("act_hash_v1", "chain_act_v1", "refuse_act_change_v1"):
        op.execute(create(name))
    op.execute("DROP TRIGGER audit_events_append_only ON audit_events")
    op.execute(_CHAIN_WHAT_IS_THERE)
    op.create_index("audit_by_place", "audit_events", ["account_id", "seq"], unique=True)
    for guard in filter(str.strip, _GUARDS.split(";")):
        op.execute(guard)


def downgrade() -> None:
    for trigger in ("append_only", "whole", "chain"):
        op.execute(f"DROP TRIGGER audit_events_{trigger} ON audit_events")
    op.drop_table("audit_seals")
    op.drop_table("audit_heads")
    op.execute("DROP FUNCTION chain_act_v1()")
    op.execute("DROP FUNCTION refuse_act_change_v1()")
    op.execute("DROP FUNCTION act_hash_v1(audit_events)")
    op.drop_index("audit_by_place", "audit_events")
    for column in ("network", "seq", "previous_hash", "hash"):
        op.drop_column("audit_events", column)
    op.execute("GRANT UPDATE, DELETE, TRUNCATE ON audit_events TO CURRENT_USER")
    op.execute(
        "CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
