-- Take one request of an actor's, if its limits allow one now: in any n minutes at most a_minute * n and what a burst is above one
-- minute's, in any hour at most an_hour. Exact over all processes: who asks for one actor takes turns, by the clock that is given.
-- left, next: how many more now, and seconds until there is one more, for bursts and for the hour; wait: seconds until this one
-- would be allowed, 0 where it was. What is refused is not counted.
CREATE FUNCTION take_request_v1(
    the_actor text, a_minute integer, a_burst integer, an_hour integer, at_moment timestamptz
)
RETURNS TABLE (wait double precision, burst_left integer, burst_next double precision, hour_left integer, hour_next double precision)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    taken timestamptz[];
    allowed integer;
    span interval;
    free_at timestamptz;
    counted integer;
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    PERFORM pg_advisory_xact_lock(7117004, hashtext(the_actor));
    SELECT COALESCE(array_agg(r.at ORDER BY r.at DESC), '{}') INTO taken FROM (
        SELECT at FROM requests_taken
        WHERE actor = the_actor AND at > at_moment - interval '1 hour' ORDER BY at DESC LIMIT an_hour
    ) r;
    counted := cardinality(taken);
    wait := 0; burst_left := a_burst; burst_next := 0; hour_left := an_hour - counted; hour_next := 0;
    IF counted > 0 THEN
        hour_next := extract(epoch FROM taken[counted] + interval '1 hour' - at_moment);
    END IF;
    IF hour_left <= 0 THEN
        wait := hour_next;
    END IF;
    FOR n IN 1..60 LOOP
        allowed := a_minute * n + GREATEST(a_burst - a_minute, 0);
        EXIT WHEN allowed >= an_hour;
        span := n * interval '1 minute';
        SELECT count(*) INTO counted FROM unnest(taken) t WHERE t > at_moment - span;
        IF allowed - counted < burst_left OR (n = 1 AND counted > 0) THEN
            free_at := taken[LEAST(counted, allowed)] + span;
            burst_next := extract(epoch FROM free_at - at_moment);
            burst_left := LEAST(burst_left, allowed - counted);
        END IF;
        IF counted >= allowed THEN
            wait := GREATEST(wait, extract(epoch FROM taken[allowed] + span - at_moment));
        END IF;
    END LOOP;
    burst_left := GREATEST(burst_left, 0); hour_left := GREATEST(hour_left, 0);
    IF wait <= 0 THEN
        wait := 0;
        INSERT INTO requests_taken (actor, at) VALUES (the_actor, at_moment);
        burst_left := GREATEST(burst_left - 1, 0); hour_left := GREATEST(hour_left - 1, 0);
        burst_next := COALESCE(NULLIF(burst_next, 0), 60); hour_next := COALESCE(NULLIF(hour_next, 0), 3600);
    END IF;
    RETURN NEXT;
END $$
