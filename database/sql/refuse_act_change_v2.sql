-- An entry of the audit log is given its place in the chain once; nothing else of it changes. It goes once a cut covers it
-- (cut_audit_v1), and not before seven years are over by this database's clock.
CREATE FUNCTION refuse_act_change_v2() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    expected audit_events;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.hash IS NULL THEN
        expected := OLD;
        expected.seq := NEW.seq; expected.previous_hash := NEW.previous_hash; expected.hash := NEW.hash;
        IF expected IS NOT DISTINCT FROM NEW THEN RETURN NEW; END IF;
    END IF;
    IF TG_OP = 'DELETE' AND OLD.at < now() - interval '7 years' AND EXISTS (
        SELECT FROM audit_cuts c WHERE c.account_id = OLD.account_id AND c.seq >= OLD.seq
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'audit_events is append-only' USING ERRCODE = 'restrict_violation';
END $$
