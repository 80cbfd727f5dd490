"""Leads that are on a do-not-call list are closed where the feeder comes to them, each with the evidence of its own rules."""

import asyncio
from typing import Final

from sqlalchemy import text

from database.sealing import KeyRing
from database.session import Database
from database.suppressed_leads import refuse_listed
from database.suppressions import suppress
from domain.contactability import LISTED
from domain.identifiers import AccountId
from tests.database.campaign_rows import OPEN, CampaignRows, running_campaign
from tests.database.locks import until_blocked

ELSEWHERE: Final = "simulation|Asia/Kolkata|IN|"
RULES: Final = {ELSEWHERE: "rules@2", OPEN: "rules@1"}


async def _refuse(campaign: CampaignRows, ahead: int) -> int:
    async with campaign.database.transaction() as session:
        return await refuse_listed(
            session, campaign.account_id, campaign.campaign_id, RULES, ahead=ahead, reason=LISTED
        )


async def _list(campaign: CampaignRows, *numbers: str) -> None:
    async with campaign.database.transaction() as session:
        await suppress(
            session, campaign.account_id, numbers, campaign.key_ring, channel="voice", source="api"
        )


async def test_the_next_leads_are_looked_at_in_the_order_in_which_they_are_claimed(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    numbers = [f"+493055500{place}" for place in range(5)]
    leads = [
        await campaign.lead(number, hours_key=hours_key)
        for number, hours_key in zip(numbers, (OPEN, OPEN, ELSEWHERE, ELSEWHERE, OPEN), strict=True)
    ]
    await _list(campaign, numbers[0], numbers[1], numbers[2])
    assert 1 == await _refuse(campaign, 2), "those elsewhere come first, one of whom may be called"
    assert 1 == await _refuse(campaign, 2), "behind who may be called"
    [first, second] = await campaign.rows(
        """
        SELECT c.id, c.campaign_id, c.lead_id, c.trunk_id, c.state, c.why, c.result, c.outcome, c.closed_at IS NOT NULL AS ended,
               l.state AS lead, d.attempt, d.channel, d.verdict, d.until, d.reasons, d.rule_set, e.kind, e.dedupe_key, e.detail
        FROM calls c JOIN leads l ON l.id = c.lead_id JOIN decisions d ON d.call_id = c.id JOIN call_events e ON e.call_id = c.id
        WHERE c.account_id = :account_id ORDER BY d.id
        """
    )
    call_id = f"call_{leads[2][5:]}"
    expected = {
        "id": call_id,
        "campaign_id": campaign.campaign_id,
        "lead_id": leads[2],
        "trunk_id": campaign.trunk_id,
        "state": "closed",
        "why": LISTED.text,
        "result": "never_dialled",
        "outcome": "none",
        "ended": True,
        "lead": "closed",
        "attempt": 1,
        "channel": "voice",
        "verdict": "refuse",
        "until": None,
        "reasons": [{"code": "suppressed", "text": LISTED.text, "rules": ["do_not_call"]}],
        "rule_set": "rules@2",
        "kind": "call.closed",
        "dedupe_key": f"{call_id}/closed",
        "detail": {"result": "never_dialled", "outcome": "none", "why": LISTED.text},
    }
    assert expected == first
    assert (leads[0], "rules@1") == (second["lead_id"], second["rule_set"])


async def test_a_lead_that_is_claimed_meanwhile_is_its_calls(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    lead_id = await campaign.lead("+4930555001")
    await _list(campaign, "+4930555001")
    async with database.transaction() as session:
        await session.execute(text("UPDATE leads SET state = 'claimed' WHERE id = :lead"), {"lead": lead_id})
        refusing = asyncio.create_task(_refuse(campaign, 5))
        await until_blocked(database)
    assert 0 == await refusing
    assert "claimed" == (await campaign.row("leads", lead_id))["state"]
