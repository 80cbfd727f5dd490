"""turns: a line is given no faster than the trunk may dial, and what waits or sleeps is found by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

# VOLATILE and locking the trunk's row, so that turns are counted one after the other by what the lock waited for.
# between_dials: how far apart two dials are at a pace of one a second; ahead: how long before its time a turn is given.
# The dials' own clock is looked at as well: turns stop while dials are behind, by half a second more than that.
_TAKE_TURNS = """
CREATE FUNCTION take_turns(the_trunk text, wanted bigint, ahead interval, between_dials interval)
RETURNS TABLE (turns integer, short_of text, look_in double precision)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    trunk record;
    apart interval;
    at_present timestamptz;
    next_turn timestamptz;
BEGIN
    SELECT t.calls_per_second, t.paused_until, t.next_line_at, t.next_dial_at INTO trunk
    FROM trunks t WHERE t.id = the_trunk FOR NO KEY UPDATE;
    at_present := clock_timestamp();
    apart := between_dials / trunk.calls_per_second;
    next_turn := GREATEST(trunk.next_line_at, trunk.next_dial_at - interval '500 ms', at_present);
    turns := 0;
    IF trunk.paused_until > at_present THEN
        short_of := 'trunk';
        look_in := extract(epoch FROM trunk.paused_until - at_present);
    ELSIF next_turn > at_present + ahead THEN
        short_of := 'pace';
        look_in := extract(epoch FROM next_turn - ahead - at_present);
    ELSE
        turns := LEAST(wanted, 1 + floor(extract(epoch FROM at_present + ahead - next_turn) / extract(epoch FROM apart)));
        UPDATE trunks t SET next_line_at = GREATEST(t.next_line_at, at_present) + turns * apart WHERE t.id = the_trunk;
    END IF;
    RETURN NEXT;
END $$
"""


def upgrade() -> None:
    op.add_column(
        "trunks",
        sa.Column(
            "next_line_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
    )
    op.create_index(
        "calls_in_line",
        "calls",
        ["trunk_id", "created_at", "id"],
        postgresql_where=sa.text("state = 'queued' AND waits_for IS NOT NULL"),
    )
    op.create_index(
        "calls_asleep",
        "calls",
        ["campaign_id", "next_attempt_at"],
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.execute(_TAKE_TURNS)


def downgrade() -> None:
    op.execute("DROP FUNCTION take_turns(text, bigint, interval, interval)")
    op.drop_index("calls_asleep", "calls")
    op.drop_index("calls_in_line", "calls")
    op.drop_column("trunks", "next_line_at")
