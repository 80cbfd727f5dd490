"""Claiming costs the same however long the list is: pages touched are counted, so the figure is exact."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import claims
from database.api_keys import ensure_account
from database.people import Person
from database.sealing import KeyRing
from database.session import Database
from database.trunk_lines import SOON
from domain.identifiers import AccountId, CampaignId
from tests.database.drafts import draft_campaign

SHORT, LONG = 2_000, 200_000
HOURS_KEYS = [f"simulation|Europe/Berlin|DE|{state}" for state in range(20)]


@pytest.mark.timeout(180)
async def test_a_batch_of_a_long_list_is_claimed_at_the_cost_of_a_short_one(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """A campaign of one million leads claims a batch in the same time as one of ten thousand."""
    short = await _pages_for_a_claim(fresh_database, key_ring, leads=SHORT)
    long = await _pages_for_a_claim(fresh_database, key_ring, leads=LONG)

    assert short * 1.5 >= long


async def _pages_for_a_claim(database: Database, key_ring: KeyRing, *, leads: int) -> int:
    async with database.transaction() as session:
        account_id = await ensure_account(session, f"{leads} leads")
    campaign_id = await draft_campaign(database, account_id)
    async with database.transaction() as session:
        await _fill(session, account_id, campaign_id, key_ring, leads)
    async with database.transaction() as session:
        await session.execute(text("ANALYZE leads"))
    async with database.transaction() as session:
        return await _explained_pages(session, account_id, campaign_id)


async def _fill(
    session: AsyncSession, account_id: AccountId, campaign_id: CampaignId, key_ring: KeyRing, leads: int
) -> None:
    sealed = key_ring.seal_record(Person(number="+4930555000"), account_id)
    await session.execute(
        text("""
            INSERT INTO leads (id, account_id, campaign_id, state, number_hash, person_sealed, hours_key)
            SELECT 'lead_' || :campaign_id || lpad(n::text, 9, '0'), :account_id, :campaign_id, 'ready',
                   int8send(n), :sealed, (CAST(:keys AS text[]))[1 + n % 20]
            FROM generate_series(1, CAST(:leads AS bigint)) AS n
        """),
        {
            "account_id": account_id,
            "campaign_id": campaign_id,
            "sealed": sealed,
            "keys": HOURS_KEYS,
            "leads": leads,
        },
    )


async def _explained_pages(session: AsyncSession, account_id: AccountId, campaign_id: CampaignId) -> int:
    statement = text(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {claims.CLAIM.text}")
    parameters = {
        "account_id": account_id,
        "campaign_id": campaign_id,
        "round": 0,
        "hours_keys": HOURS_KEYS,
        "open_keys": len(HOURS_KEYS),
        "limit": 25,
        "ahead": SOON + claims.WHILE_STARTED,
    }
    plan = (await session.execute(statement, parameters)).scalar_one()[0]["Plan"]
    return int(plan["Shared Hit Blocks"]) + int(plan["Shared Read Blocks"])
