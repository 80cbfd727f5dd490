-- What is known of an attempt: both ends, its call, and whom to tell. With lock_it first the attempt's row and its call's are
-- locked; VOLATILE, so that what is read then has a snapshot of its own and sees the report that the lock waited for.
CREATE FUNCTION attempt_end_v2(the_account text, the_attempt text, lock_it boolean)
RETURNS TABLE (
    read_at timestamptz, call_id text, number integer, trunk_id text, state text, fictional boolean, carrier_call_id text,
    created_at timestamptz, placing_at timestamptz, answered_at timestamptz, ended_at timestamptz, leg_result text,
    duration_seconds integer, stream_opened_at timestamptz, result text, campaign_id text, lead_id text, call_outcome text, plan jsonb, hours_key text,
    person_sealed bytea, media_control_url text, crm_id text, crm_vendor text, crm_version integer, caller_number text,
    connection_id text, carrier text, connection_version integer, content_sealed bytea, permits text[], conversation jsonb,
    ended_so jsonb
)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    IF lock_it THEN
        PERFORM FROM attempts a JOIN calls c ON c.id = a.call_id
        WHERE a.id = the_attempt AND a.account_id = the_account FOR UPDATE;
    END IF;
    RETURN QUERY
        SELECT clock_timestamp(), a.call_id, a.number, a.trunk_id, a.state, a.fictional, a.carrier_call_id, a.created_at,
               a.placing_at, a.answered_at, a.ended_at, a.leg_result, a.duration_seconds, a.stream_opened_at, a.result,
               c.campaign_id, c.lead_id, c.outcome, w.plan, l.hours_key, l.person_sealed,
               p.control_url, crm.id, crm.vendor, crm.version, COALESCE(a.caller_number, t.caller_number), n.id, n.vendor, n.version, v.content_sealed,
               (SELECT ARRAY['recogniser/' || held.recogniser, 'synthesiser/' || held.synthesiser] FROM lines held
                WHERE held.call_id = a.call_id AND held.recogniser IS NOT NULL),
               CASE WHEN v.attempt_id IS NOT NULL THEN to_jsonb(v) - 'content_sealed' END,
               (SELECT jsonb_object_agg(result, n) FROM (
                    SELECT result, count(*) AS n FROM attempts
                    WHERE call_id = a.call_id AND result IS NOT NULL AND number < a.number GROUP BY result) AS counted)
        FROM attempts a JOIN calls c ON c.id = a.call_id JOIN leads l ON l.id = c.lead_id
        JOIN call_made_with_v1 w ON w.call_id = c.id JOIN trunks t ON t.id = a.trunk_id
        JOIN connections n ON n.id = t.connection_id
        LEFT JOIN conversations v ON v.attempt_id = a.id
        LEFT JOIN media_processes p ON p.process = a.media_process
        LEFT JOIN LATERAL (
            SELECT m.id, m.vendor, m.version FROM connections m WHERE m.account_id = c.account_id AND m.kind = 'crm'
            ORDER BY m.credentials_sealed IS NULL, m.id DESC LIMIT 1
        ) crm ON true
        WHERE a.id = the_attempt AND a.account_id = the_account;
END $$
