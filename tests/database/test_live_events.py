"""Numbers of live events: given after commit, so that no reader ever misses a late transaction."""

import asyncio
import random

import pytest
from sqlalchemy import text

from database import live_events
from database.api_keys import ensure_account
from database.live_events import events_after, newest_seq, number_events, watchable
from database.reported_events import record_event
from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import AccountId
from tests.database.campaign_rows import running_campaign
from tests.database.other_account import other_account

BEYOND = 10**9


async def _account(database: Database) -> AccountId:
    async with database.transaction() as session:
        return await ensure_account(session, "watched")


async def _number(database: Database) -> int:
    async with database.transaction() as session:
        return await number_events(session)


async def _read(database: Database, account_id: AccountId, after: int) -> list[tuple[int, str]]:
    async with database.transaction() as session:
        found = await events_after(session, account_id, after, until=BEYOND, limit=1000)
    return [(event.seq, event.kind) for event in found]


async def test_a_transaction_that_inserted_first_and_commits_last_is_not_missed(
    fresh_database: Database,
) -> None:
    account_id = await _account(fresh_database)
    async with fresh_database.transaction() as early:
        await record_event(early, account_id, "early", "early")
        async with fresh_database.transaction() as late:
            await record_event(late, account_id, "late", "late")
        assert await _number(fresh_database) == 1
        assert await _read(fresh_database, account_id, 0) == [(1, "late")]
    assert await _number(fresh_database) == 1
    assert await _read(fresh_database, account_id, 1) == [(2, "early")]


async def test_a_transaction_that_is_rolled_back_leaves_no_gap(fresh_database: Database) -> None:
    account_id = await _account(fresh_database)
    try:
        async with fresh_database.transaction() as session:
            await record_event(session, account_id, "never", "never")
            raise LookupError
    except LookupError:
        pass
    async with fresh_database.transaction() as session:
        await record_event(session, account_id, "kept", "kept")
    await _number(fresh_database)
    assert await _read(fresh_database, account_id, 0) == [(1, "kept")]


async def test_numbers_have_no_gap_and_no_repeat_with_several_writers_and_publishers(
    fresh_database: Database,
) -> None:
    account_id = await _account(fresh_database)
    dice = random.Random(7)
    written = 0

    async def write(writer: int) -> None:
        nonlocal written
        for turn in range(15):
            async with fresh_database.transaction() as session:
                for part in range(dice.randint(1, 3)):
                    await record_event(session, account_id, "event", f"{writer}/{turn}/{part}")
                    written += 1
                await session.execute(text("SELECT pg_sleep(:seconds)"), {"seconds": dice.random() / 200})

    seen: list[int] = []
    done = asyncio.Event()

    async def publish() -> None:
        while not done.is_set():
            await _number(fresh_database)

    async def read() -> None:
        while not done.is_set():
            seen.extend(seq for seq, _ in await _read(fresh_database, account_id, seen[-1] if seen else 0))

    async with asyncio.TaskGroup() as watchers:
        for _ in range(2):
            watchers.create_task(publish())
        watchers.create_task(read())
        async with asyncio.TaskGroup() as writers:
            for writer in range(3):
                writers.create_task(write(writer))
        done.set()
    while await _number(fresh_database):
        continue
    seen.extend(seq for seq, _ in await _read(fresh_database, account_id, seen[-1] if seen else 0))
    assert list(range(1, written + 1)) == seen


async def test_only_one_process_numbers_at_a_time(fresh_database: Database) -> None:
    account_id = await _account(fresh_database)
    async with fresh_database.transaction() as session:
        await record_event(session, account_id, "event", "1")
    async with fresh_database.transaction() as first:
        assert await number_events(first) == 1
        assert await _number(fresh_database) == 0
    async with fresh_database.transaction() as session:
        assert await newest_seq(session) == 1


async def test_numbers_are_given_in_the_order_of_the_rows_and_read_to_the_last_that_is_asked_for(
    fresh_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many at a time."""
    assert 500 <= live_events.BATCH <= 10_000, "events: as many as a busy second brings"
    monkeypatch.setattr(live_events, "BATCH", 2)
    account_id = await _account(fresh_database)
    async with fresh_database.transaction() as session:
        for kind in "abcde":
            await record_event(session, account_id, kind, kind)
    assert [2, 2, 1, 0] == [await _number(fresh_database) for _ in range(4)]
    async with fresh_database.transaction() as session:
        found = await events_after(session, account_id, 1, until=4, limit=10)
        first = await events_after(session, account_id, 1, until=4, limit=2)
    assert [(2, "b"), (3, "c"), (4, "d")] == [(event.seq, event.kind) for event in found]
    assert found[:2] == first


async def test_campaigns_and_calls_of_the_account_may_be_watched(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    strangers = await running_campaign(database, key_ring, await other_account(database))
    call_id, theirs = await campaign.call("+4930555001"), await strangers.call("+4930555001")
    ids = [campaign.campaign_id, call_id, strangers.campaign_id, theirs, "call_nobodys"]
    async with database.transaction() as session:
        assert {campaign.campaign_id, call_id} == await watchable(session, account_id, ids)
        assert {call_id} == await watchable(session, account_id, [call_id])
