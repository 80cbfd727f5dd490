-- The channels ("all" for every one) on which a number may not be contacted now for this campaign (NULL: for none) and this purpose
-- (NULL: it is not known, so what stands for any purpose binds): by an entry of the do-not-call list, or by a named list as it is in
-- force. The one place that says so. the_list_hash: of the number, as lists have it (database/sealing.py); NULL: it is on none.
-- One query, STABLE, so that it is planned as part of the statement that asks; OFFSET 0: a list is asked for one number after the
-- other by its index, and never read whole.
CREATE FUNCTION suppressing_v1(the_account text, the_number bytea, the_list_hash bytea, the_campaign text, the_purpose text)
RETURNS TABLE (channel text)
LANGUAGE sql STABLE AS $$
    SELECT e.channel FROM suppressions_in_force_v1 e
    WHERE e.account_id = the_account AND e.number_hash = the_number
      AND (e.campaign_id IS NULL OR e.campaign_id = the_campaign)
      AND (e.category IS NULL OR the_purpose IS NULL OR e.category = the_purpose)
    UNION ALL
    SELECT l.channel FROM suppression_lists l
    WHERE l.account_id = the_account AND l.removed_at IS NULL
      AND (l.category IS NULL OR the_purpose IS NULL OR l.category = the_purpose)
      AND EXISTS (SELECT FROM suppression_list_numbers n WHERE n.version = l.version AND n.hash = the_list_hash OFFSET 0)
$$;
