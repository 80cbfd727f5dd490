"""A rotation while the system runs: no read fails, no row stays on the old key, and a killed one goes on (issue 13)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from typing import Any, cast

import pytest
from sqlalchemy import text

from database import resealing, sealing_keys
from database.leads import get_lead
from database.people import Person
from database.resealing import Progress
from database.sealing import KeyRing
from database.session import Database
from domain.errors import InvalidInput
from domain.identifiers import AccountId
from startup import key_rings as rings_module
from startup.first_connections import open_account
from startup.key_rings import DATA, KeyRings, kept_up
from startup.key_rotation import NotKnownYet, Waits, keys_in_use, reseal, rotate
from startup.renewal import Renewal
from startup.secrets import UnfitSecret
from tests.database.campaign_rows import CampaignRows, running_campaign
from tests.local.waiting import until

LOOKUP = b"l" * 32
QUICK = Waits(known=0.2, in_hands=0.1, look=0.01)


def ring_of(*keys: int, sealing: int | None = None) -> KeyRing:
    return KeyRing({key: bytes([key]) * 32 for key in keys}, LOOKUP, sealing)


def nothing(_: str) -> None:
    return


class Renewals:
    """Stands for a Renewal: gives the ring its new keys when the test says so."""

    def __init__(self, ring: KeyRing) -> None:
        self.ring, self.new = ring, ring

    async def look(self) -> None:
        self.ring.renew(self.new)


@asynccontextmanager
async def process(
    database: Database, ring: KeyRing, program: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Renewals]:
    """A running process with this ring, which tells of itself as in production, only sooner."""
    monkeypatch.setattr(rings_module, "_EVERY", 0.02)
    renewals = Renewals(ring)
    async with kept_up(database, KeyRings(ring, ring), cast("Renewal", renewals), program):
        yield renewals


async def campaign_of(database: Database, ring: KeyRing) -> CampaignRows:
    async with database.transaction() as session:
        account_id = await open_account(session, "one")
    return await running_campaign(database, ring, account_id)


async def test_under_load_no_read_fails_and_no_row_stays_on_the_old_key(
    fresh_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes with the old ring write and read all the time; both learn the new key, one later than the other."""
    monkeypatch.setattr("database.resealing.ROWS_AT_ONCE", 20)
    one, two = ring_of(1), ring_of(1)
    campaign = await campaign_of(fresh_database, one)
    leads = [await campaign.lead(f"+4930555{number:04}") for number in range(60)]
    both, told, reads = ring_of(1, 2), list[str](), count()
    async with (
        process(fresh_database, one, "writer", monkeypatch) as writer,
        process(fresh_database, two, "reader", monkeypatch) as reader,
    ):
        writer.new = both
        await until(lambda: one.known == {1, 2})
        with pytest.raises(NotKnownYet, match="reader@"):
            await rotate(fresh_database, DATA, ring_of(1, 2), say=told.append, waits=QUICK)
        assert (1, 1) == (one.sealing, two.sealing)
        async with load(campaign, fresh_database, one, two, leads, reads):
            async with asyncio.timeout(30), asyncio.TaskGroup() as group:
                rotating = group.create_task(
                    rotate(
                        fresh_database,
                        DATA,
                        ring_of(1, 2, sealing=1),
                        say=nothing,
                        waits=Waits(20, 0.1, 0.01),
                    )
                )
                await asyncio.sleep(0)
                reader.new = both
            done = rotating.result()
        assert (2, 2) == (one.sealing, two.sealing)
    assert next(reads) > 50
    assert {} == done.unreadable
    assert done.resealed > 0, "what the writer had not written anew by itself"
    used = await keys_in_use(fresh_database, DATA)
    assert {2} == {key for counted in used.rows.values() for key in counted}
    assert [] == used.holders, "processes that ended need no key"
    assert [1, 2] == list(used.seals_since)


@asynccontextmanager
async def load(
    campaign: CampaignRows, database: Database, one: KeyRing, two: KeyRing, leads: list[Any], reads: Any
) -> AsyncIterator[None]:
    """Leads are added, mended and copied into the list of opt-outs by one, and read by the other; whatever fails fails the test."""
    account_id = campaign.account_id

    async def write() -> None:
        for number in count():
            leads.append(await campaign.lead(f"+4930556{number:04}"))
            async with database.transaction() as session:
                await mend(session, account_id, leads[number], one, number)

    async def read() -> None:
        for number in reads:
            async with database.transaction() as session:
                await get_lead(session, account_id, leads[-1 - number % len(leads)], two)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work()) for work in (write, read, read)]
        yield
        for task in tasks:
            task.cancel()


async def mend(session: Any, account_id: AccountId, lead_id: str, ring: KeyRing, number: int) -> None:
    await session.execute(
        text("UPDATE leads SET person_sealed = :sealed WHERE id = :id"),
        {"id": lead_id, "sealed": ring.seal_record(Person(f"+4930557{number:04}"), account_id)},
    )
    await session.execute(
        text("""
            INSERT INTO suppressions (id, account_id, number_hash, number_sealed, channel, source)
            SELECT 'sup_' || id, account_id, convert_to(id, 'UTF8'), person_sealed, 'all', 'import' FROM leads
            WHERE id = :id ON CONFLICT DO NOTHING
        """),
        {"id": lead_id},
    )


async def test_a_killed_rotation_goes_on_where_it_was(
    fresh_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("database.resealing.ROWS_AT_ONCE", 5)
    campaign = await campaign_of(fresh_database, ring_of(1))
    for number in range(40):
        await campaign.lead(f"+4930555{number:04}")
    ring, looked_at, stretch = ring_of(1, 2), list[tuple[str, ...]](), resealing.reseal_stretch

    async def counted(session: Any, table: Any, after: tuple[str, ...], key_ring: KeyRing) -> Any:
        if table.name == "leads":
            looked_at.append(after)
            if len(looked_at) == 4:
                raise KeyboardInterrupt
        return await stretch(session, table, after, key_ring)

    monkeypatch.setattr(resealing, "reseal_stretch", counted)
    with suppress(KeyboardInterrupt):
        await reseal(fresh_database, DATA, ring, say=nothing, waits=QUICK)
    assert 15 == (await keys_in_use(fresh_database, DATA)).rows["leads"][2]
    done = await reseal(fresh_database, DATA, ring, say=nothing, waits=QUICK)
    assert looked_at[4] == looked_at[3] != (), "not from the beginning"
    assert (40, {2: 40}) == (done.resealed, (await keys_in_use(fresh_database, DATA)).rows["leads"])


@pytest.mark.parametrize("done_at", [None, datetime(2026, 12, 1, tzinfo=UTC)], ids=["killed", "done before"])
async def test_a_rotation_that_goes_on_looks_at_all_that_lies_behind_it_as_well(
    fresh_database: Database, done_at: datetime | None
) -> None:
    """From its place on it finds nothing; before that somebody has written a row who did not know the new key."""
    campaign = await campaign_of(fresh_database, ring_of(1))
    await campaign.lead("+49305550001")
    last = resealing.sealed_tables()[-1].name
    assert "leads" != last
    async with fresh_database.transaction() as session:
        await resealing.keep_progress(session, DATA, Progress(2, (last,), passes=1, done_at=done_at))
    await reseal(fresh_database, DATA, ring_of(1, 2), say=nothing, waits=QUICK)
    assert {2: 1} == (await keys_in_use(fresh_database, DATA)).rows["leads"]
    async with fresh_database.transaction() as session:
        assert (await resealing.read_progress(session, DATA, 2)).done_at is not None


async def test_a_row_that_was_copied_behind_the_pass_is_found(
    fresh_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody read it before it was sealed again, and writes a copy down when that table was looked at already."""
    campaign = await campaign_of(fresh_database, ring_of(1))
    lead = await campaign.lead("+49305550001")
    ring, told = ring_of(1, 2), list[str]()
    async with fresh_database.transaction() as slow:
        old = await slow.scalar(text("SELECT person_sealed FROM leads WHERE id = :id"), {"id": lead})
        rotating = asyncio.create_task(reseal(fresh_database, DATA, ring, say=told.append, waits=QUICK))
        await until(lambda: bool(told))
        await slow.execute(
            text("""
                INSERT INTO suppressions (id, account_id, number_hash, number_sealed, channel, source)
                VALUES ('sup_1', :account, 'x', :old, 'all', 'import')
            """),
            {"account": campaign.account_id, "old": old},
        )
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.shield(rotating), 0.5)
    await asyncio.wait_for(rotating, 10)
    assert {2: 1} == (await keys_in_use(fresh_database, DATA)).rows["suppressions"]


async def test_what_no_key_opens_is_told_and_ends_no_rotation(fresh_database: Database) -> None:
    campaign = await campaign_of(fresh_database, ring_of(9))
    await campaign.lead("+49305550001")
    done = await reseal(fresh_database, DATA, ring_of(1, 2), say=nothing, waits=QUICK)
    assert {"leads": 1} == done.unreadable


async def test_a_process_that_lacks_the_key_that_seals_does_not_begin(
    fresh_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It could not read what the others write; and one that knows a newer key does not seal with it by itself."""
    ring = ring_of(2)
    async with process(fresh_database, ring, "first", monkeypatch):
        with pytest.raises(UnfitSecret, match="OUTBOUND_KEY_RING lacks key 2"):
            async with process(fresh_database, ring_of(1), "second", monkeypatch):
                raise AssertionError("it served")
        newer = ring_of(2, 3)
        async with process(fresh_database, newer, "third", monkeypatch):
            assert 2 == newer.sealing


async def test_a_look_that_fails_of_a_defect_is_not_the_last(
    fresh_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever no longer tells counts as gone: a rotation would not wait for them, and they would seal on with the old key."""
    ring, announce = ring_of(1), sealing_keys.announce
    told: list[Any] = []

    async def failing_once(*given: Any) -> int:
        told.append(given)
        if len(told) == 2:
            raise ZeroDivisionError
        return await announce(*given)

    monkeypatch.setattr(sealing_keys, "announce", failing_once)
    async with process(fresh_database, ring, "first", monkeypatch):
        await until(lambda: len(told) > 3)


async def test_one_who_is_silent_for_half_a_minute_is_gone_and_holds_nobody_up(
    fresh_database: Database,
) -> None:
    async with fresh_database.transaction() as session:
        await sealing_keys.announce(session, "old", DATA, ring_of(1))
        for seconds, expected in ((29, ["old"]), (31, [])):
            await session.execute(
                text("UPDATE key_holders SET seen_at = clock_timestamp() - make_interval(secs => :s)"),
                {"s": seconds},
            )
            assert expected == [each.process for each in await sealing_keys.choose(session, DATA, 2)]


async def test_one_who_was_killed_is_forgotten_after_a_day(fresh_database: Database) -> None:
    """Each start has another name: the list would grow with every crash."""
    async with fresh_database.transaction() as session:
        for process, hours in (("killed", 25), ("silent", 23), ("running", 0)):
            await sealing_keys.announce(session, process, DATA, ring_of(1))
            await session.execute(
                text(
                    "UPDATE key_holders SET seen_at = clock_timestamp() - make_interval(hours => :h) WHERE process = :p"
                ),
                {"h": hours, "p": process},
            )
        await sealing_keys.forget_silent(session)
        left = await session.execute(text("SELECT process FROM key_holders ORDER BY process"))
        assert ["running", "silent"] == list(left.scalars())


async def test_a_key_that_was_replaced_does_not_seal_again(fresh_database: Database) -> None:
    async with fresh_database.transaction() as session:
        await sealing_keys.announce(session, "one", DATA, ring_of(1, 2, 3))
        assert [3] == [each.key_id for each in await sealing_keys.chosen_keys(session, DATA)]
        await sealing_keys.announce(session, "one", DATA, ring_of(1, 2, 3, 4))
        for _ in range(2):
            assert [] == await sealing_keys.choose(session, DATA, 4)
        with pytest.raises(InvalidInput, match="Key 3 was replaced"):
            await sealing_keys.choose(session, DATA, 3)
