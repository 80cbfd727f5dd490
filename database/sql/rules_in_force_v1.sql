-- Which versions of rule packs of its own hold for an account at this moment: of each name the last revision whose time has come.
-- Rows never change, so that whoever has read one knows it for ever. VOLATILE, so that what a lock was waited for is seen.
CREATE FUNCTION rules_in_force_v1(the_account text) RETURNS text[] LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN (
        SELECT array_agg(in_force.id ORDER BY in_force.name) FROM (
            SELECT DISTINCT ON (r.name) r.name, r.id FROM rule_pack_versions r
            WHERE r.account_id = the_account AND r.valid_from <= clock_timestamp()
            ORDER BY r.name, r.revision DESC
        ) AS in_force
    );
END $$
