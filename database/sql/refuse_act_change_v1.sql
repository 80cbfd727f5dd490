-- An entry of the audit log is given its place in the chain once; nothing else of it changes, and it goes nowhere.
CREATE FUNCTION refuse_act_change_v1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    expected audit_events;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.hash IS NULL THEN
        expected := OLD;
        expected.seq := NEW.seq; expected.previous_hash := NEW.previous_hash; expected.hash := NEW.hash;
        IF expected IS NOT DISTINCT FROM NEW THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'audit_events is append-only' USING ERRCODE = 'restrict_violation';
END $$
