-- Stores where a campaign stands, unless it may not stand there (see database/campaigns.py), and says where it stands then.
-- VOLATILE and locking first: a commit of leads locks the row as well, and a statement that waited for it would look at what
-- there was when it began to wait; what comes behind the lock sees the leads. No stronger a lock: whoever refers to the
-- campaign, with a call's row in hand that is due below, needs not wait for it.
-- recheck: so soon at the latest a call asks again that waited for nothing but the campaign.
CREATE FUNCTION set_campaign_state_v1(
    the_account text, the_campaign text, the_state text, the_act bigint, recheck interval
)
RETURNS TABLE (stands_at text, newest bigint)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    PERFORM FROM campaigns WHERE id = the_campaign AND account_id = the_account FOR NO KEY UPDATE;
    WITH moved AS (
        UPDATE campaigns m SET state = the_state, state_act = GREATEST(state_act, the_act),
               finished_at = CASE WHEN the_state IN ('completed', 'cancelled') THEN clock_timestamp() END
        WHERE id = the_campaign AND account_id = the_account AND state <> the_state
          AND state NOT IN ('completed', 'cancelled') AND (the_state = 'cancelled' OR state <> 'cancelling')
          AND (the_act = 0 OR the_state NOT IN ('running', 'paused') OR state_act < the_act)
          AND (the_state <> 'completed' OR state = 'running'
               AND NOT EXISTS (SELECT FROM leads l WHERE l.campaign_id = m.id AND l.state = 'ready')
               AND NOT EXISTS (SELECT FROM calls c WHERE c.campaign_id = m.id AND c.state <> 'closed')
               AND NOT EXISTS (SELECT FROM lead_imports i WHERE i.campaign_id = m.id AND i.state = 'committing'))
        RETURNING id
    ),
    due AS (
        UPDATE calls SET next_attempt_at = clock_timestamp() FROM moved
        WHERE the_state = 'running' AND calls.campaign_id = moved.id AND calls.state = 'waiting'
          AND next_attempt_at <= clock_timestamp() + recheck
          AND (not_before IS NULL OR not_before <= clock_timestamp())
    )
    INSERT INTO call_events (account_id, campaign_id, kind, dedupe_key)
    SELECT the_account, id, 'campaign.' || the_state, id || '/' || the_state || '/' || clock_timestamp() FROM moved;
    RETURN QUERY SELECT state, state_act FROM campaigns WHERE id = the_campaign AND account_id = the_account;
END $$
