-- Everything that decides about a call's next contact. With lock_number it first takes the advisory lock on the call's
-- number; VOLATILE, so that what is read then has a snapshot of its own and sees what the lock waited for.
-- past: the number's dials of the last 72 hours and the last one before, for a gap may be longer than that.
-- preferences: of each kind that is understood the one that was said last; last_talk_at: the end of the last conversation with a
-- person at this number, only where somebody minds how often; promised_at: when the call that is to be made was promised, which
-- the reason for its moment tells (domain/contactability.py): whatever else that conversation came to. suppressed_on: see
-- suppressing_v1; lists: the account's named lists, of which it depends how old they are (domain/suppression_lists.py); is_hashed: the
-- number's hash for lists is there. ledger: all that is on record of
-- what the person agreed to and took back (domain/consents.py). abandonment: the campaign's answered and abandoned calls as counted
-- last, and when (database/abandonment.py); NULL before the first count. callers: of the numbers that the plan picks those that are there
-- (domain/caller_identities.py); predial_hook: the customer's program that is asked before this dial, the campaign's own or else the
-- account's, and how often it did not answer for it.
CREATE FUNCTION call_facts_v7(the_account text, the_call text, the_attempt text, lock_number boolean)
RETURNS TABLE (
    account_id text, call_id text, campaign_id text, lead_id text, call_state text, not_before timestamptz,
    not_before_because text, next_attempt_at timestamptz, may_queue boolean, why text, campaign_state text, plan jsonb,
    person_sealed bytea, number_hash bytea, hours_key text, review text, consents text[], script jsonb, agent jsonb,
    trunk_id text, connection_id text, connection_version integer, carrier text, caller_number text,
    calls_per_second double precision, paused_until timestamptz, paused_because text, line integer, suppressed_on text[], attempts_made bigint, past jsonb, attempt_state text,
    preferences jsonb, last_talk_at timestamptz, promised_at timestamptz, ledger jsonb, lists jsonb, is_hashed boolean,
    abandonment jsonb, callers jsonb, predial_hook jsonb
)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    IF lock_number THEN
        PERFORM pg_advisory_xact_lock(('x' || left(encode(l.number_hash, 'hex'), 16))::bit(64)::bigint)
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = the_call AND c.account_id = the_account;
    END IF;
    RETURN QUERY
        SELECT c.account_id, c.id AS call_id, c.campaign_id, c.lead_id, c.state AS call_state, c.not_before,
               c.not_before_because, c.next_attempt_at, c.may_queue, c.why,
               w.campaign_state, w.plan,
               l.person_sealed, l.number_hash, l.hours_key, l.review, l.consents,
               v.content AS script, to_jsonb(g) - 'created_at' AS agent,
               t.id AS trunk_id, n.id AS connection_id, n.version AS connection_version, n.vendor AS carrier, t.caller_number,
               t.calls_per_second, t.paused_until, t.paused_because,
               (SELECT number FROM lines WHERE lines.call_id = c.id) AS line,
               ARRAY(SELECT s.channel FROM suppressing_v1(c.account_id, l.number_hash, l.list_hash, c.campaign_id,
                                                          w.plan ->> 'purpose') s) AS suppressed_on,
               (SELECT count(*) FROM attempts a WHERE a.call_id = c.id AND a.placing_at IS NOT NULL) AS attempts_made,
               (SELECT jsonb_agg(jsonb_build_object(
                           'at', COALESCE(a.placing_at, a.created_at), 'call_id', a.call_id, 'live', a.state NOT IN ('ended', 'closed'),
                           'unconfirmed', 'unconfirmed' IN (COALESCE(a.result, ''), COALESCE(a.leg_result, ''))) ORDER BY COALESCE(a.placing_at, a.created_at) DESC)
                FROM attempts a
                WHERE a.account_id = c.account_id AND a.number_hash = l.number_hash
                  AND (a.placing_at > now() - interval '72 hours'
                       OR a.id = (SELECT last.id FROM attempts last
                                  WHERE last.account_id = c.account_id AND last.number_hash = l.number_hash
                                    AND last.placing_at IS NOT NULL
                                  ORDER BY last.placing_at DESC LIMIT 1)
                       OR (a.state NOT IN ('ended', 'closed') AND (a.placing_at IS NOT NULL OR a.call_id <> c.id)))
               ) AS past,
               (SELECT a.state FROM attempts a WHERE a.id = the_attempt) AS attempt_state,
               (SELECT jsonb_agg(jsonb_build_object('kind', p.kind, 'value', p.value, 'said_at', p.said_at)) FROM (
                    SELECT DISTINCT ON (q.kind) q.kind, q.value, q.said_at FROM preferences q
                    WHERE q.account_id = c.account_id AND q.number_hash = l.number_hash AND q.removed_at IS NULL AND q.understood
                    ORDER BY q.kind, q.said_at DESC, q.id DESC) p) AS preferences,
               CASE WHEN EXISTS (SELECT FROM preferences q WHERE q.account_id = c.account_id AND q.number_hash = l.number_hash
                                 AND q.removed_at IS NULL AND q.understood AND q.kind = 'how_often')
                    THEN (SELECT max(v.ended_at) FROM attempts a JOIN conversations v ON v.attempt_id = a.id
                          WHERE a.account_id = c.account_id AND a.number_hash = l.number_hash
                            AND v.answered_by IN ('person', 'unknown') AND v.words > 0)
                    END AS last_talk_at,
               CASE WHEN c.not_before_because = 'The person asked to be called then.'
                    THEN (SELECT max(v.ended_at) FROM conversations v WHERE v.call_id = c.id)
                    END AS promised_at,
               (SELECT jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'basis', k.basis, 'purposes', k.purposes,
                                                    'channels', k.channels, 'at', k.at, 'expires_at', k.expires_at))
                FROM consents k WHERE k.account_id = c.account_id AND k.number_hash = l.number_hash) AS ledger,
               (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'channel', s.channel, 'category', s.category,
                                                    'as_of', s.as_of, 'max_age_days', s.max_age_days))
                FROM suppression_lists s WHERE s.account_id = c.account_id AND s.removed_at IS NULL) AS lists,
               l.list_hash IS NOT NULL AS is_hashed,
               (SELECT jsonb_build_object('answered', m.answered, 'abandoned', m.abandoned, 'counted_at', m.counted_at)
                FROM abandonment_meters m WHERE m.campaign_id = c.campaign_id) AS abandonment,
               CASE WHEN w.plan -> 'caller_identities' <> '[]'::jsonb THEN
                   (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'connection_id', i.connection_id,
                                                        'purposes', i.purposes, 'countries', i.countries, 'verified_at', i.verified_at))
                    FROM caller_identities i
                    WHERE i.account_id = c.account_id AND i.removed_at IS NULL AND w.plan -> 'caller_identities' ? i.id)
                   END AS callers,
               (SELECT jsonb_build_object(
                           'id', h.id, 'url', encode(h.url_sealed, 'base64'), 'secret', encode(h.secret_sealed, 'base64'),
                           'timeout_ms', h.timeout_ms, 'unanswered', h.unanswered,
                           'failures', (SELECT count(*) FROM decisions d WHERE d.call_id = c.id
                                          AND d.attempt = 1 + (SELECT count(*) FROM attempts a WHERE a.call_id = c.id AND a.placing_at IS NOT NULL)
                                          AND d.reasons @> '[{"code": "predial_unanswered"}]'))
                FROM predial_hooks h
                WHERE h.account_id = c.account_id AND h.removed_at IS NULL AND COALESCE(h.campaign_id, c.campaign_id, '') = COALESCE(c.campaign_id, '')
                ORDER BY h.campaign_id IS NULL LIMIT 1) AS predial_hook
        FROM calls c
        JOIN leads l ON l.id = c.lead_id
        JOIN call_made_with_v1 w ON w.call_id = c.id
        JOIN trunks t ON t.id = w.trunk_id
        JOIN connections n ON n.id = t.connection_id
        JOIN script_versions v ON v.id = w.script_version_id
        JOIN agents g ON g.id = w.agent_id
        WHERE c.id = the_call AND c.account_id = the_account;
END $$
