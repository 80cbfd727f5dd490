-- The hash of an entry of the audit log over its place, the hash before it and all it says (domain/audit_chain.py computes the same):
-- SHA-256 of its parts, each with its length in bytes before it.
CREATE FUNCTION act_hash_v1(act audit_events) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(string_agg(octet_length(part) || ':' || part, '' ORDER BY place), 'UTF8'))
    FROM unnest(ARRAY[
        'outbound act 1', act.account_id, act.seq::text, encode(act.previous_hash, 'hex'), act.id::text,
        to_char(act.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        act.actor, act.action, act.subject, act.network, act.detail::text
    ]) WITH ORDINALITY AS parts(part, place)
$$
