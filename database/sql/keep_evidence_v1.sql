-- A row of evidence goes by retention alone, and not before five years are over by this database's clock, whatever an account chose:
-- within a transaction that says for which account (outbound.retention).
CREATE FUNCTION keep_evidence_v1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    old_row jsonb := to_jsonb(OLD);
BEGIN
    IF current_setting('outbound.retention', true) = OLD.account_id
       AND COALESCE(old_row ->> 'decided_at', old_row ->> 'stored_at')::timestamptz < now() - interval '5 years' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
