"""Lines: one lease for each call and for each line, however many ask at once (law 6)."""

import asyncio
from typing import Any

from database.attempts import close_undialled
from database.lines import take_line
from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import AccountId, CallId
from domain.outcomes import TechnicalResult
from tests.database.campaign_rows import CampaignRows, running_campaign


async def _take(campaign: CampaignRows, call_id: CallId) -> int | None:
    async with campaign.database.transaction() as session:
        return (await take_line(session, campaign.account_id, campaign.trunk_id, call_id)).line


async def test_more_calls_than_lines_get_every_line_once(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Requirement 11."""
    campaign = await running_campaign(database, key_ring, account_id, lines=3)
    calls = [await campaign.call(f"+493055500{place:02}") for place in range(8)]
    taken = await asyncio.gather(*(_take(campaign, call_id) for call_id in calls))
    assert [1, 2, 3] == sorted(line for line in taken if line is not None)


async def test_a_call_that_asks_again_keeps_its_line(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id, lines=3)
    call_id = await campaign.call("+493055500")
    lines = [await _take(campaign, call_id) for _ in range(3)]
    assert 1 == len(set(lines))


async def test_a_line_that_another_transaction_is_taking_is_passed_over(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """SKIP LOCKED: nobody waits behind somebody else's line."""
    campaign = await running_campaign(database, key_ring, account_id, lines=2)
    first, second = await campaign.call("+493055501"), await campaign.call("+493055502")
    async with database.transaction() as session:
        assert 1 == (await take_line(session, account_id, campaign.trunk_id, first)).line
        assert 2 == await _take(campaign, second)


async def test_the_line_of_a_closed_call_is_taken_by_the_next(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Law 6: the statement that closes the call frees its line; once more frees nobody else's."""
    campaign = await running_campaign(database, key_ring, account_id, lines=1)
    first, second = await campaign.call("+493055501"), await campaign.call("+493055502")
    await _take(campaign, first)
    assert await _take(campaign, second) is None
    await _close(campaign, first)
    assert 1 == await _take(campaign, second)
    await _close(campaign, first)
    assert [{"call_id": second}] == await _held(campaign)


async def test_a_closed_call_takes_no_line(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Law 6: a step that is still under way when its call is cancelled must not take a line nobody gives back."""
    campaign = await running_campaign(database, key_ring, account_id, lines=1)
    call_id = await campaign.call("+493055501")
    await _close(campaign, call_id)
    assert await _take(campaign, call_id) is None


async def test_a_close_waits_for_a_line_being_taken_and_frees_it(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Law 6: whichever of the two comes first, no closed call holds a line."""
    campaign = await running_campaign(database, key_ring, account_id, lines=1)
    call_id = await campaign.call("+493055501")
    async with database.transaction() as session:
        await take_line(session, account_id, campaign.trunk_id, call_id)
        closing = asyncio.create_task(_close(campaign, call_id))
        await _until_blocked(campaign)
    await closing
    assert [] == await _held(campaign)


async def _close(campaign: CampaignRows, call_id: CallId) -> None:
    async with campaign.database.transaction() as session:
        await close_undialled(
            session, campaign.account_id, call_id, result=TechnicalResult.CANCELLED, why="cancelled"
        )


async def _held(campaign: CampaignRows) -> list[dict[str, Any]]:
    """Which calls hold a line."""
    return await campaign.rows(
        "SELECT call_id FROM lines WHERE account_id = :account_id AND call_id IS NOT NULL"
    )


async def _until_blocked(campaign: CampaignRows) -> None:
    """Until some transaction waits for a lock in this database."""
    async with asyncio.timeout(10):
        while not await campaign.rows(
            "SELECT 1 AS one FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        ):
            continue
