"""Lines: one lease for each call and for each line, however many ask at once (law 6)."""

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from database.api_keys import ensure_account
from database.closing import close_undialled
from database.sealing import KeyRing
from database.session import Database
from database.trunk_lines import SOON, Reservation, take_line
from database.trunk_pace import set_pace
from database.trunks import pause_trunk
from domain.identifiers import AccountId, CallId
from domain.outcomes import TechnicalResult
from domain.permits import LINE, MEDIA, PACE, TRUNK
from tests.database.campaign_rows import OPEN, CampaignRows, running_campaign


async def _take(campaign: CampaignRows, call_id: CallId) -> int | None:
    return (await _reserve(campaign, call_id)).line


async def _reserve(campaign: CampaignRows, call_id: CallId) -> Reservation:
    async with campaign.database.transaction() as session:
        return await take_line(session, campaign.account_id, campaign.trunk_id, call_id)


async def test_more_calls_than_lines_get_every_line_once(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Requirement 15."""
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
    """SKIP LOCKED: whoever waits for the trunk's next turn meanwhile gets another line, not none."""
    campaign = await running_campaign(database, key_ring, account_id, lines=2)
    first, second = await campaign.call("+493055501"), await campaign.call("+493055502")
    async with database.transaction() as session:
        assert 1 == (await take_line(session, account_id, campaign.trunk_id, first)).line
        taking = asyncio.create_task(_take(campaign, second))
        await _until_blocked(campaign)
    assert 2 == await taking


# Turns: a line is given no faster than the trunk may dial.


async def test_lines_are_given_no_faster_than_the_pace(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Requirement 43: at one in ten seconds one call at once; who comes next knows when it is worth while to ask."""
    campaign = await running_campaign(database, key_ring, account_id, lines=9, calls_per_second=0.1)
    calls = [await campaign.call(f"+493055500{place:02}") for place in range(8)]
    taken = await asyncio.gather(*(_reserve(campaign, call_id) for call_id in calls))
    assert 1 == len([reserved for reserved in taken if reserved.line is not None])
    [waits] = {reserved.waits_for for reserved in taken if reserved.line is None}
    assert PACE == waits
    looks = [reserved.look_in for reserved in taken if reserved.look_in is not None]
    assert looks
    assert all(timedelta(seconds=5) < look_in <= timedelta(seconds=10.8) - SOON for look_in in looks)


async def test_a_claim_takes_as_many_turns_as_the_pace_leaves(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Requirement 43: at twenty a second, three quarters of a second ahead hold fourteen."""
    campaign = await running_campaign(database, key_ring, account_id, lines=30)
    for place in range(20):
        await campaign.lead(f"+493055500{place:02}")
    await campaign.claim(round_number=0, hours_keys=[OPEN], open_keys=1, limit=20)
    assert 14 == len(await _held(campaign))


async def test_a_changed_pace_binds_at_once(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """What the old pace put off for years goes on by the new one."""
    campaign = await running_campaign(database, key_ring, account_id, lines=9, calls_per_second=1e-9)
    calls = [await campaign.call(f"+493055500{place}") for place in range(3)]
    assert 1 == await _take(campaign, calls[0])
    assert PACE == (await _reserve(campaign, calls[1])).waits_for
    await _set_pace(campaign, 20)
    assert 2 == (await _reserve(campaign, calls[1])).line
    await _set_pace(campaign, 0.1)
    reserved = await _reserve(campaign, calls[2])
    assert timedelta(seconds=5) < (reserved.look_in or timedelta(0)) < timedelta(seconds=11)


async def _set_pace(campaign: CampaignRows, calls_per_second: float) -> None:
    async with campaign.database.transaction() as session:
        await set_pace(session, campaign.account_id, campaign.trunk_id, calls_per_second)


async def test_turns_stop_while_the_dials_are_behind(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """A dial that missed its slot took another: the lines do not run away from the dials."""
    campaign = await running_campaign(database, key_ring, account_id)
    await campaign.run(
        "UPDATE trunks SET next_dial_at = clock_timestamp() + interval '2 s' WHERE id = :trunk",
        trunk=campaign.trunk_id,
    )
    reserved = await _reserve(campaign, await campaign.call("+493055501"))
    assert (None, PACE) == (reserved.line, reserved.waits_for)
    assert timedelta(milliseconds=100) < (reserved.look_in or timedelta(0)) <= timedelta(seconds=1)


async def test_a_pause_lasts_as_long_as_the_longest_and_says_why_that_is(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """One that is over is none, and its reason is none."""
    campaign = await running_campaign(database, key_ring, account_id)

    async def paused(minutes: int, because: str) -> tuple[int, str | None]:
        async with database.transaction() as session:
            pause = timedelta(minutes=minutes)
            await pause_trunk(session, account_id, campaign.trunk_id, pause=pause, because=because)
            left = await session.execute(
                text("""
                    SELECT round(extract(epoch FROM paused_until - clock_timestamp()) / 60), paused_because FROM trunks
                    WHERE id = :trunk
                """),
                {"trunk": campaign.trunk_id},
            )
            minutes_left, reason = left.one()
        return int(minutes_left), reason

    assert (5, "slow") == await paused(5, "slow")
    assert (5, "slow") == await paused(2, "away")
    assert (9, "away") == await paused(9, "away")
    await campaign.run(
        "UPDATE trunks SET paused_until = now() - interval '1 s' WHERE id = :t", t=campaign.trunk_id
    )
    assert (2, "slow") == await paused(2, "slow")


async def test_a_paused_trunk_gives_no_line(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Requirement 44; the call tells why it waits."""
    campaign = await running_campaign(database, key_ring, account_id)
    async with database.transaction() as session:
        await pause_trunk(
            session, account_id, campaign.trunk_id, pause=timedelta(minutes=5), because="the carrier is away"
        )
    call_id = await campaign.call("+493055501")
    reserved = await _reserve(campaign, call_id)
    assert (None, TRUNK) == (reserved.line, reserved.waits_for)
    assert (
        "waits for its trunk, which is paused: the carrier is away"
        == (await campaign.row("calls", call_id))["why"]
    )
    await campaign.lead("+493055502")
    await campaign.claim(round_number=0, hours_keys=[OPEN], open_keys=1, limit=1)
    assert [] == await _held(campaign)


async def test_without_a_media_process_no_line_is_given(fresh_database: Database, key_ring: KeyRing) -> None:
    """Nobody would talk to whoever answers."""
    async with fresh_database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    campaign = await running_campaign(fresh_database, key_ring, account_id)
    await campaign.run("UPDATE media_processes SET accepts = false")
    call_id = await campaign.call("+493055501")
    assert MEDIA == (await _reserve(campaign, call_id)).waits_for
    await campaign.run("UPDATE media_processes SET accepts = true")
    assert 1 == await _take(campaign, call_id)


async def test_who_comes_later_does_not_overtake_who_waits(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """First come, first served: neither with the claim nor at its own first look."""
    campaign = await running_campaign(database, key_ring, account_id, lines=1)
    talking, early, late = [await campaign.call(f"+493055500{place}") for place in range(3)]
    await _take(campaign, talking)
    assert LINE == (await _reserve(campaign, early)).waits_for
    await _close(campaign, talking)
    assert LINE == (await _reserve(campaign, late)).waits_for
    await campaign.lead("+493055509")
    await campaign.claim(round_number=0, hours_keys=[OPEN], open_keys=1, limit=1)
    assert [] == await _held(campaign)
    assert 1 == await _take(campaign, early)


async def test_waiting_writes_once_what_it_waits_for(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Law 3: looking again and again costs no row version."""
    campaign = await running_campaign(database, key_ring, account_id, lines=1)
    talking, waiting = await campaign.call("+493055501"), await campaign.call("+493055502")
    await _take(campaign, talking)
    await _take(campaign, waiting)
    [before] = await _versions(campaign, waiting)
    for _ in range(3):
        await _take(campaign, waiting)
    assert [before] == await _versions(campaign, waiting)


async def _versions(campaign: CampaignRows, call_id: CallId) -> list[dict[str, Any]]:
    return await campaign.rows(
        "SELECT ctid::text, waits_for FROM calls WHERE id = :call AND state = 'queued'", call=call_id
    )


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
