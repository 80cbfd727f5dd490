-- Gives an entry of the audit log its place in its account's chain, as its transaction commits: whoever commits acts of one account
-- takes turns by the account's row of audit_heads, the last lock that any of them takes.
CREATE FUNCTION chain_act_v1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    act audit_events := NEW;
BEGIN
    INSERT INTO audit_heads AS head (account_id, seq, hash) VALUES (act.account_id, 1, decode(repeat('00', 32), 'hex'))
    ON CONFLICT (account_id) DO UPDATE SET seq = head.seq + 1 RETURNING seq, hash INTO act.seq, act.previous_hash;
    act.hash := act_hash_v1(act);
    UPDATE audit_events SET seq = act.seq, previous_hash = act.previous_hash, hash = act.hash WHERE id = act.id;
    UPDATE audit_heads SET hash = act.hash WHERE account_id = act.account_id;
    RETURN NULL;
END $$
