-- A line of the consent ledger and a wording stay what they are: nothing of them changes but by which key they are sealed, and
-- whether what is personal in them is kept.
CREATE FUNCTION keep_consents_v1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sealed text[] := ARRAY['number_sealed', 'evidence_sealed', 'wording_sealed'];
BEGIN
    IF to_jsonb(NEW) - sealed IS NOT DISTINCT FROM to_jsonb(OLD) - sealed THEN RETURN NEW; END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
