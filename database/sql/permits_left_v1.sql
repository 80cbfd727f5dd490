-- How many permits of these two providers an account has left; NULL where no limit is set, and then nothing is locked and
-- nothing counted. VOLATILE, so that the counting has a snapshot of its own and sees what the lock waited for.
CREATE FUNCTION permits_left_v1(the_account text, the_recogniser text, the_synthesiser text)
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
