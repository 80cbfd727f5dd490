-- A cut of an audit log says where the log begins from now on. It lies behind every earlier cut, at an entry that is there with this
-- hash and is not the last one, and all entries up to it are older than seven years by this database's clock.
CREATE FUNCTION check_audit_cut_v1() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM audit_events WHERE account_id = NEW.account_id AND seq = NEW.seq AND hash = NEW.hash)
       AND EXISTS (SELECT FROM audit_events WHERE account_id = NEW.account_id AND seq > NEW.seq)
       AND NOT EXISTS (SELECT FROM audit_cuts WHERE account_id = NEW.account_id AND seq >= NEW.seq)
       AND NOT EXISTS (SELECT FROM audit_events WHERE account_id = NEW.account_id AND seq <= NEW.seq AND at >= now() - interval '7 years')
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'audit_cuts: the log is not cut here' USING ERRCODE = 'restrict_violation';
END $$
