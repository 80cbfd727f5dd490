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
    for line in range(5):
        await campaign.lead(f"+493055500{line}")
    first = await campaign.claim(round_number=0, hours_keys=[OPEN], limit=3)
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
    assert len(leads) == len(set(leads))
