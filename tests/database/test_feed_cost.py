"""The feeder's look costs the same however many calls sleep or are closed: pages touched are counted."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import claims
from database.api_keys import ensure_account
from database.people import Person
from database.sealing import KeyRing
from database.session import Database
from domain.calls import DUE_STATES
from domain.identifiers import AccountId, CampaignId
from tests.database.drafts import draft_campaign

FEW, MANY = 200, 60_000


@pytest.mark.timeout(180)
@pytest.mark.parametrize("state", ["waiting", "closed"])
async def test_the_feeders_look_costs_the_same_with_few_and_with_many_calls(
    fresh_database: Database, key_ring: KeyRing, state: str
) -> None:
    few = await _pages_for_a_look(fresh_database, key_ring, calls=FEW, state=state)
    many = await _pages_for_a_look(fresh_database, key_ring, calls=MANY, state=state)
    assert many <= few * 2  # a page more or less is chance; with a look at each of them it would be thousands


async def test_as_many_due_calls_are_counted_as_a_window_may_have(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """And not many more, however many there are: it would cost the feeder's every look."""
    campaign_id = await draft_campaign(database, account_id)
    async with database.transaction() as session:
        await _fill(session, account_id, campaign_id, key_ring, 1200, "live")
        stands = await claims.feed_state(session, account_id, campaign_id, round_number=0)
    assert stands is not None
    assert 1000 == stands.due


async def _pages_for_a_look(database: Database, key_ring: KeyRing, *, calls: int, state: str) -> int:
    async with database.transaction() as session:
        account_id = await ensure_account(session, f"{calls} calls")
    campaign_id = await draft_campaign(database, account_id)
    async with database.transaction() as session:
        await _fill(session, account_id, campaign_id, key_ring, calls, state)
    async with database.transaction() as session:
        await session.execute(text("ANALYZE leads, calls"))
    async with database.transaction() as session:
        return await _explained_pages(session, account_id, campaign_id)


async def _fill(
    session: AsyncSession,
    account_id: AccountId,
    campaign_id: CampaignId,
    key_ring: KeyRing,
    calls: int,
    state: str,
) -> None:
    """So many calls in this state and one that is due, each of a lead that was claimed."""
    sealed = key_ring.seal_record(Person(number="+4930555000"), account_id)
    await session.execute(
        text("""
            WITH called AS (
                INSERT INTO leads (id, account_id, campaign_id, state, claim_round, number_hash, person_sealed, hours_key)
                SELECT 'lead_' || :campaign_id || lpad(n::text, 9, '0'), :account_id, :campaign_id, 'claimed', n / 25,
                       int8send(n), :sealed, 'simulation|Europe/Berlin|DE|'
                FROM generate_series(1, CAST(:calls AS bigint)) AS n RETURNING id
            )
            INSERT INTO calls (id, account_id, campaign_id, lead_id, trunk_id, state, next_attempt_at)
            SELECT 'call_' || substr(called.id, 6), :account_id, :campaign_id, called.id, m.trunk_id,
                   CASE WHEN row_number() OVER () = 1 THEN 'live' ELSE :state END,
                   CASE WHEN :state = 'waiting' THEN now() + interval '1 day' END
            FROM called, campaigns m WHERE m.id = :campaign_id
        """),
        {
            "account_id": account_id,
            "campaign_id": campaign_id,
            "sealed": sealed,
            "calls": calls,
            "state": state,
        },
    )


async def _explained_pages(session: AsyncSession, account_id: AccountId, campaign_id: CampaignId) -> int:
    statement = text(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {claims.FEED_STATE.text}")
    parameters = {
        "account_id": account_id,
        "campaign_id": campaign_id,
        "round": MANY,
        "due_states": [str(state) for state in DUE_STATES],
        "open_states": claims.OPEN_STATES,
    }
    plan = (await session.execute(statement, parameters)).scalar_one()[0]["Plan"]
    return int(plan["Shared Hit Blocks"]) + int(plan["Shared Read Blocks"])
