-- One report or close of a call at a time, and no dial of its number meanwhile: the number's advisory lock first, as a dial takes
-- it, then the rows of attempt and call. The statement that comes next sees what was waited for.
CREATE FUNCTION lock_attempt_v1(the_attempt text) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(('x' || left(encode(number_hash, 'hex'), 16))::bit(64)::bigint)
    FROM attempts WHERE id = the_attempt;
    PERFORM FROM attempts a JOIN calls c ON c.id = a.call_id WHERE a.id = the_attempt FOR UPDATE;
END $$
