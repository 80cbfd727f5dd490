"""Leads whose number is on a do-not-call list: closed by the feeder as it comes to them, many at once."""

from collections.abc import Mapping

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.decisions import deciding, reasons_as_json
from database.suppressions import barring_calls
from domain.contactability import Reason
from domain.identifiers import AccountId, CampaignId

# The evidence is the same as that of a call which is refused alone: a decision, a closed call, an event.
_DECIDED = """
    SELECT :account_id, call_id, 1, 'voice', 'refuse', CAST(NULL AS timestamptz), CAST(:reasons AS jsonb), rule_set,
           CAST(NULL AS text), clock_timestamp() FROM refused
"""
_REFUSE = text(f"""
    WITH ahead AS (
        SELECT l.*, m.plan ->> 'purpose' AS purpose, k.rule_set
        FROM unnest(CAST(:hours_keys AS text[]), CAST(:rule_sets AS text[])) WITH ORDINALITY AS k(key, rule_set, place),
        LATERAL (
            SELECT id, account_id, campaign_id, number_hash, list_hash FROM leads
            WHERE campaign_id = :campaign_id AND account_id = :account_id AND hours_key = k.key AND state = 'ready'
            ORDER BY id LIMIT :ahead
        ) l JOIN campaigns m ON m.id = l.campaign_id
        ORDER BY k.place LIMIT :ahead
    ),
    refused AS (
        UPDATE leads SET state = 'closed' FROM ahead
        WHERE leads.id = ahead.id AND leads.state = 'ready'
          AND EXISTS ({barring_calls("ahead", "ahead.purpose")})
        RETURNING leads.id AS lead_id, 'call_' || substr(leads.id, 6) AS call_id, ahead.rule_set
    ),
    closed AS (
        INSERT INTO calls (id, account_id, campaign_id, lead_id, trunk_id, state, why, result, outcome, closed_at)
        SELECT r.call_id, :account_id, m.id, r.lead_id, m.trunk_id, 'closed', :why, 'never_dialled', 'none', clock_timestamp()
        FROM refused r, campaigns m WHERE m.id = :campaign_id AND m.account_id = :account_id
    ),
    decided AS ({deciding(_DECIDED)}),
    noted AS (
        INSERT INTO call_events (account_id, campaign_id, call_id, kind, dedupe_key, detail)
        SELECT :account_id, CAST(:campaign_id AS text), call_id, 'call.closed', call_id || '/closed',
               jsonb_build_object('result', 'never_dialled', 'outcome', 'none', 'why', CAST(:why AS text))
        FROM refused ON CONFLICT (account_id, dedupe_key) DO NOTHING
    )
    SELECT count(*) FROM refused
""")


async def refuse_listed(
    session: AsyncSession,
    account_id: AccountId,
    campaign_id: CampaignId,
    rule_sets: Mapping[str, str],
    *,
    ahead: int,
    reason: Reason,
) -> int:
    """Close those of the next so many leads whose number may not be called; how many those were.

    rule_sets: the version of the rules for each hours key, in the order in which their leads are claimed; reason: the
    decision's. Each gets its planned call, closed, and its decision.
    """
    parameters = {
        "account_id": account_id,
        "campaign_id": campaign_id,
        "hours_keys": list(rule_sets),
        "rule_sets": list(rule_sets.values()),
        "ahead": ahead,
        "reasons": reasons_as_json([reason]),
        "why": reason.text,
    }
    return int((await session.execute(_REFUSE, parameters)).scalar_one())
