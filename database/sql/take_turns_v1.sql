-- Turns at a trunk's pace, at most as many as are wanted; none: what it is short of, and in how many seconds to look again.
-- between_dials: how far apart two dials are at a pace of one a second; ahead: how long before its time a turn is given.
-- VOLATILE and locking the trunk's row, so that turns are counted one after the other by what the lock waited for. The
-- dials' own clock is looked at as well: turns stop while dials are behind, by half a second more than that.
CREATE FUNCTION take_turns_v1(the_trunk text, wanted bigint, ahead interval, between_dials interval)
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
