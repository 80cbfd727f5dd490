"""Claims: keyed by campaign and round, open hours first, nobody claimed twice."""

import asyncio

from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import AccountId
from tests.database.campaign_rows import OPEN, running_campaign

CLOSED = "simulation|Asia/Kolkata|IN|"


async def test_a_repeated_round_returns_the_same_leads(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Design, section 5."""
    campaign = await running_campaign(database, key_ring, account_id)
    leads = sorted([await campaign.lead(f"+493055500{line}") for line in range(5)])
    first = await campaign.claim(round_number=0, hours_keys=[OPEN], limit=3)
    assert leads[:3] == [claim.lead_id for claim in first], "who came first is started first"
    assert first == await campaign.claim(round_number=0, hours_keys=[OPEN], limit=3)
    second = await campaign.claim(round_number=1, hours_keys=[OPEN], limit=3)
    assert (3, 2) == (len(first), len(second))
    assert 5 == len({claim.lead_id for claim in first + second})


async def test_leads_of_the_first_hours_come_first(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """One closed continent cannot stall the others."""
    campaign = await running_campaign(database, key_ring, account_id)
    for line in range(3):
        await campaign.lead(f"+493055500{line}", hours_key=CLOSED)
    awake = {await campaign.lead(f"+493055510{line}") for line in range(3)}
    claimed = await campaign.claim(round_number=0, hours_keys=[OPEN, CLOSED], limit=3)
    assert awake == {claim.lead_id for claim in claimed}


async def test_rounds_at_the_same_time_claim_different_leads(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """SKIP LOCKED."""
    campaign = await running_campaign(database, key_ring, account_id)
    for line in range(12):
        await campaign.lead(f"+4930555{line:03}")
    rounds = await asyncio.gather(
        *(campaign.claim(round_number=turn, hours_keys=[OPEN], limit=4) for turn in range(3))
    )
    leads = [claim.lead_id for claims in rounds for claim in claims]
    assert 12 == len(leads) == len(set(leads)), "nobody waits for another's leads"


async def test_leads_who_may_be_called_now_get_the_free_lines_with_their_claim(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Law 6: one line each, none twice, none for a lead whose hours are closed; a repetition takes no more."""
    campaign = await running_campaign(database, key_ring, account_id, lines=5)
    for line in range(3):
        await campaign.lead(f"+493055500{line}")
        await campaign.lead(f"+493055510{line}", hours_key=CLOSED)
    for _ in range(2):
        claimed = await campaign.claim(round_number=0, hours_keys=[OPEN, CLOSED], open_keys=1, limit=6)
        held = await campaign.rows("SELECT call_id FROM lines WHERE account_id = :account_id")
        holders = [line["call_id"] for line in held if line["call_id"]]
        assert 3 == len(holders) == len(set(holders))
    closed = await campaign.rows("SELECT id FROM leads WHERE hours_key = :closed", closed=CLOSED)
    assert {claim.call_id for claim in claimed if {"id": claim.lead_id} not in closed} == set(holders)


async def test_rounds_at_the_same_time_share_out_the_lines(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id, lines=4)
    for line in range(12):
        await campaign.lead(f"+4930555{line:03}")
    await asyncio.gather(
        *(campaign.claim(round_number=turn, hours_keys=[OPEN], open_keys=1, limit=4) for turn in range(3))
    )
    held = await campaign.rows(
        "SELECT count(DISTINCT call_id) AS calls FROM lines WHERE account_id = :account_id"
    )
    assert [{"calls": 4}] == held
