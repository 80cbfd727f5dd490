-- Whether nothing that was said in the attempt may be kept: its person was erased (database/person_erasure.py), or the time of the call's
-- contents is over (database/retention_calls.py). VOLATILE: asked after what stores a report, it has a snapshot of its own, and sees an
-- erasure for whose lock the report waited.
CREATE FUNCTION is_nobodys_v2(the_attempt text, the_account text) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM attempts a JOIN calls c ON c.id = a.call_id JOIN leads l ON l.id = c.lead_id
        WHERE a.id = the_attempt AND a.account_id = the_account AND (l.state = 'erased' OR c.content_gone_at IS NOT NULL)
    );
END $$
