-- Cuts the beginning off an account's audit log, up to the entry at this place, and keeps what proves it; how many entries went. Nobody
-- has the permission to delete entries: the owner has it within this function alone, and one cut waits for another.
CREATE FUNCTION cut_audit_v1(the_account text, the_seq bigint, the_hash bytea, the_moment timestamptz, the_key integer, the_mac bytea)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('cut_audit', 0));
    IF EXISTS (SELECT FROM audit_cuts WHERE account_id = the_account AND seq >= the_seq) THEN RETURN 0; END IF;
    INSERT INTO audit_cuts (account_id, seq, hash, at, key_id, mac)
    VALUES (the_account, the_seq, the_hash, the_moment, the_key, the_mac);
    EXECUTE format('GRANT DELETE ON audit_events TO %I', current_user);
    DELETE FROM audit_events WHERE account_id = the_account AND seq <= the_seq;
    GET DIAGNOSTICS gone = ROW_COUNT;
    EXECUTE format('REVOKE DELETE ON audit_events FROM %I', current_user);
    RETURN gone;
END $$
