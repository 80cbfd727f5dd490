-- The entries of the do-not-call list that bind now: those without limits, and those for a campaign, for a purpose (category) or
-- for a time. The time is the transaction's: an entry that ends while one waits for a lock binds it still.
CREATE VIEW suppressions_in_force_v1 AS
    SELECT id, account_id, number_hash, number_sealed, channel, NULL::text AS campaign_id, NULL::text AS category,
           NULL::timestamptz AS expires_at, source, call_id, attempt_id, words_sealed, said_at, added_by, note_sealed, created_at
    FROM suppressions WHERE removed_at IS NULL
    UNION ALL
    SELECT id, account_id, number_hash, number_sealed, channel, campaign_id, category,
           expires_at, source, NULL::text AS call_id, NULL::text AS attempt_id, NULL::bytea AS words_sealed,
           NULL::timestamptz AS said_at, added_by, note_sealed, created_at
    FROM limited_suppressions WHERE removed_at IS NULL AND (expires_at IS NULL OR expires_at > now());
