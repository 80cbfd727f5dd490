-- Keeps a conversation's one report, behind the locks of lock_attempt_v1: VOLATILE, so that what stores it has a snapshot of
-- its own and sees the close or dial that was waited for. A report that comes after its attempt's close amends the call,
-- ends it if it waits and the answer is final, and suppresses, once: told again it binds no number that was freed meanwhile. Of an epoch
-- that is over nothing may be kept, of an attempt of another account or call nothing is: no row comes back.
-- event_id: of the event that tells the workflow, NULL if the report was kept before; since_served: how long before now
-- all vendors of the conversation were well, NULL if nothing tells; the_preferences: an array of what the person wishes about
-- contact (database/preferences.py).
CREATE FUNCTION store_report_v4(
    the_attempt text, the_account text, the_call text, the_epoch integer, the_answered_by text, the_end_reason text,
    the_outcome text, the_outcome_flags jsonb, is_final boolean, the_why text, who_decided text, the_sentiment text,
    the_language text, is_for_review boolean, the_content_sealed bytea, the_words integer, is_voicemail_proved boolean,
    the_greeting_ms integer, the_disclosed_at_ms integer, the_greeted_until_ms integer, the_failed_vendor text, since_served interval, the_carrier_hint text,
    the_beginning timestamptz, the_end timestamptz,
    suppresses boolean, the_suppression text, the_source text, the_proof_sealed bytea, was_said_at timestamptz,
    the_preferences jsonb
)
RETURNS TABLE (event_id bigint, superseded boolean)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    PERFORM lock_attempt_v1(the_attempt);
    RETURN QUERY
        WITH attempt AS (
            SELECT a.*, w.agent_id, c.campaign_id, l.person_sealed
            FROM attempts a JOIN calls c ON c.id = a.call_id JOIN leads l ON l.id = c.lead_id
            JOIN call_made_with_v1 w ON w.call_id = c.id
            WHERE a.id = the_attempt AND a.account_id = the_account AND a.call_id = the_call
        ),
        stored AS (
            INSERT INTO conversations (attempt_id, account_id, call_id, answered_by, end_reason, outcome, outcome_flags, decided_by,
                   sentiment, language, needs_review, content_sealed, words, voicemail_proved, greeting_ms, disclosed_at_ms, greeted_until_ms,
                   failed_vendor, began_at, ended_at)
            SELECT the_attempt, the_account, the_call, the_answered_by, the_end_reason, the_outcome, the_outcome_flags, who_decided,
                   the_sentiment, the_language, is_for_review, the_content_sealed, the_words, is_voicemail_proved, the_greeting_ms,
                   the_disclosed_at_ms, the_greeted_until_ms, the_failed_vendor, the_beginning, the_end
            FROM attempt WHERE stream_epoch <= the_epoch
            ON CONFLICT (attempt_id) DO NOTHING RETURNING attempt_id
        ),
        replaced AS (
            DELETE FROM conversation_snapshots USING stored WHERE conversation_snapshots.attempt_id = stored.attempt_id
        ),
        amended AS (
            UPDATE calls SET outcome = the_outcome, needs_review = is_for_review OR the_outcome = 'callback',
                   state = CASE WHEN ends THEN 'closed' ELSE calls.state END,
                   why = CASE WHEN ends THEN the_why ELSE calls.why END,
                   next_attempt_at = CASE WHEN ends THEN NULL ELSE calls.next_attempt_at END,
                   closed_at = CASE WHEN ends THEN clock_timestamp() ELSE calls.closed_at END
            FROM stored, attempt a JOIN calls c ON c.id = a.call_id
                CROSS JOIN LATERAL (SELECT is_final AND c.state IN ('claimed', 'waiting', 'queued') AS ends) AS late
            WHERE a.state = 'closed' AND calls.id = a.call_id AND the_outcome <> 'none'
              AND NOT EXISTS (SELECT FROM attempts later JOIN conversations said ON said.attempt_id = later.id
                              WHERE later.call_id = a.call_id AND later.number > a.number AND said.outcome <> 'none')
            RETURNING calls.id, calls.campaign_id, calls.lead_id, late.ends, calls.result
        ),
        doubted AS (
            UPDATE calls SET needs_review = true FROM stored, attempt a
            WHERE a.state = 'closed' AND calls.id = a.call_id AND the_outcome = 'none' AND is_for_review
        ),
        lead AS (UPDATE leads SET state = 'closed' FROM amended WHERE leads.id = amended.lead_id AND amended.ends),
        line AS (
            UPDATE lines SET call_id = NULL, taken_at = NULL FROM amended WHERE lines.call_id = amended.id AND amended.ends
        ),
        ended AS (
            INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key, detail)
            SELECT the_account, campaign_id, id, the_attempt, 'call.closed', the_attempt || '/closed-late',
                   jsonb_build_object('result', result, 'outcome', the_outcome, 'why', the_why)
            FROM amended WHERE ends ON CONFLICT (account_id, dedupe_key) DO NOTHING
        ),
        hinted AS (
            UPDATE attempts SET machine_hint = the_carrier_hint
            WHERE id = the_attempt AND machine_hint IS NULL AND the_carrier_hint <> ''
        ),
        suppressed AS (
            INSERT INTO suppressions (id, account_id, number_hash, number_sealed, channel, source, call_id, attempt_id,
                                      words_sealed, said_at)
            SELECT the_suppression, the_account, number_hash, person_sealed, 'all', the_source, the_call, id,
                   the_proof_sealed, was_said_at
            FROM attempt, stored WHERE state = 'closed' AND suppresses
            ON CONFLICT (account_id, number_hash, channel) WHERE removed_at IS NULL DO NOTHING
        ),
        preferred AS (
            INSERT INTO preferences (id, account_id, number_hash, number_sealed, kind, value, understood, source, phrase_sealed,
                                     call_id, attempt_id, said_at)
            SELECT p.id, the_account, a.number_hash, a.person_sealed, p.kind, p.value, p.understood, p.source,
                   decode(p.phrase_sealed, 'base64'), a.call_id, a.id, p.said_at
            FROM stored, attempt a, jsonb_to_recordset(the_preferences) AS p(
                id text, kind text, value jsonb, understood boolean, source text, phrase_sealed text, said_at timestamptz)
            RETURNING kind
        ),
        wished AS (
            INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key, detail)
            SELECT the_account, campaign_id, call_id, the_attempt, 'preference', the_attempt || '/preference', k.kinds
            FROM attempt, (SELECT jsonb_build_object('kinds', jsonb_agg(kind ORDER BY kind)) AS kinds
                           FROM preferred HAVING count(*) > 0) k
            ON CONFLICT (account_id, dedupe_key) DO NOTHING
        ),
        served AS (
            DELETE FROM vendor_breakers b USING stored, attempt JOIN agents g ON g.id = attempt.agent_id
            WHERE b.account_id = the_account AND b.vendor = ANY(g.relies_on)
              AND b.failed_at < clock_timestamp() - since_served
        ),
        noted AS (
            INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key, detail)
            SELECT the_account, campaign_id, call_id, the_attempt, 'conversation.reported', the_attempt || '/reported',
                   jsonb_build_object('words', the_words, 'end_reason', the_end_reason, 'outcome', the_outcome)
            FROM attempt WHERE stream_epoch <= the_epoch AND call_id = the_call AND account_id = the_account
            ON CONFLICT (account_id, dedupe_key) DO NOTHING RETURNING id
        )
        SELECT (SELECT id FROM noted), stream_epoch > the_epoch FROM attempt;
END $$
