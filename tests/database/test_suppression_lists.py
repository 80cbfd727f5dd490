"""Named lists: which version binds, from when on, whom; and what is kept of those that do not."""

import asyncio
from datetime import date, timedelta
from typing import Final

import pytest
from sqlalchemy import text

from database.sealing import KeyRing
from database.session import Database
from database.suppression_lists import (
    add_list,
    add_numbers,
    begin_version,
    fail_version,
    forget_replaced,
    get_list,
    put_in_force,
    remove_list,
)
from database.suppressions import is_suppressed
from domain.campaigns import Purpose
from domain.errors import Conflict, InvalidInput, NotFound
from domain.identifiers import AccountId
from domain.suppression_lists import ListKind, NamedList
from tests.database.locks import until_blocked
from tests.database.other_account import other_account

NUMBER: Final = "+14155552671"
OTHER: Final = "+14155552672"
DAY: Final = date(2026, 12, 1)
OURS: Final = NamedList("", "Ours")


class Lists:
    """The lists of one account."""

    def __init__(self, database: Database, account_id: AccountId, key_ring: KeyRing) -> None:
        self.database, self.account_id, self.key_ring = database, account_id, key_ring

    async def add(self, wanted: NamedList = OURS) -> str:
        async with self.database.transaction() as session:
            return await add_list(session, self.account_id, wanted, ListKind.OWN, source="", added_by="key_1")

    async def read(self, list_id: str, *numbers: str, as_of: date = DAY) -> int:
        """A version that is read and not in force."""
        async with self.database.transaction() as session:
            version = await begin_version(session, self.account_id, list_id, as_of, "key_1")
            hashes = [self.key_ring.lookup_on_lists(number, self.account_id) for number in numbers]
            await add_numbers(session, self.account_id, version, hashes, [], numbers=len(hashes), rejected=0)
        return version

    async def put(self, list_id: str, version: int) -> None:
        async with self.database.transaction() as session:
            await put_in_force(session, self.account_id, list_id, version)

    async def fill(self, list_id: str, *numbers: str, as_of: date = DAY) -> int:
        version = await self.read(list_id, *numbers, as_of=as_of)
        await self.put(list_id, version)
        return version

    async def bind(
        self, number: str, *, channel: str = "voice", purpose: Purpose = Purpose.SURVEY, account: str = ""
    ) -> bool:
        async with self.database.transaction() as session:
            account_id = AccountId(account or self.account_id)
            return await is_suppressed(session, account_id, number, self.key_ring, channel, purpose=purpose)

    async def states(self, list_id: str) -> list[tuple[int, str]]:
        async with self.database.transaction() as session:
            view = await get_list(session, self.account_id, list_id)
        return [(each.number, each.state) for each in view.versions]

    async def kept(self) -> set[int]:
        """The versions of which numbers are kept."""
        async with self.database.transaction() as session:
            found = await session.execute(
                text("""
                    SELECT DISTINCT n.version FROM suppression_list_numbers n
                    JOIN suppression_list_versions v ON v.id = n.version WHERE v.account_id = :account
                """),
                {"account": self.account_id},
            )
            return set(found.scalars())

    async def forget(self) -> None:
        async with self.database.transaction() as session:
            while await forget_replaced(session):
                pass


@pytest.fixture
async def lists(database: Database, account_id: AccountId, key_ring: KeyRing) -> Lists:
    return Lists(database, account_id, key_ring)


async def test_a_version_binds_from_when_it_is_put_in_force_and_those_before_until_then(lists: Lists) -> None:
    mine = await lists.add()
    first = await lists.read(mine, NUMBER)
    assert not await lists.bind(NUMBER)
    await lists.put(mine, first)
    assert await lists.bind(NUMBER)
    assert not await lists.bind(OTHER)
    second = await lists.read(mine, OTHER, as_of=DAY + timedelta(days=1))
    assert (True, False) == (await lists.bind(NUMBER), await lists.bind(OTHER))
    await lists.put(mine, second)
    assert (False, True) == (await lists.bind(NUMBER), await lists.bind(OTHER))
    assert [(second, "in_force"), (first, "replaced")] == await lists.states(mine)


@pytest.mark.parametrize("channel", ["all", "voice", "sms"])
@pytest.mark.parametrize("category", [None, Purpose.MARKETING])
async def test_a_list_binds_on_its_channel_for_its_purpose_in_its_account(
    lists: Lists, channel: str, category: Purpose | None
) -> None:
    await lists.fill(await lists.add(NamedList("", "Ours", channel, category)), NUMBER)
    for asked in ("voice", "sms"):
        for purpose in Purpose:
            expected = channel in ("all", asked) and category in (None, purpose)
            assert expected is await lists.bind(NUMBER, channel=asked, purpose=purpose)
    other = await other_account(lists.database)
    assert not await lists.bind(NUMBER, purpose=Purpose.MARKETING, account=other)


async def test_a_removed_list_binds_nobody_and_leaves_its_name(lists: Lists) -> None:
    mine = await lists.add()
    reading = await lists.read(mine, NUMBER)
    await lists.fill(mine, NUMBER)
    with pytest.raises(Conflict):
        await lists.add()
    async with lists.database.transaction() as session:
        await remove_list(session, lists.account_id, mine)
    assert not await lists.bind(NUMBER)
    with pytest.raises(NotFound):
        await lists.put(mine, reading)
    with pytest.raises(NotFound):
        async with lists.database.transaction() as session:
            await remove_list(session, lists.account_id, mine)
    await lists.add()


async def test_of_two_that_are_read_at_once_the_later_day_stays(lists: Lists) -> None:
    """The same day again may replace it; an earlier one may neither begin nor end."""
    mine = await lists.add()
    older, newer = await lists.read(mine, NUMBER), await lists.read(mine, OTHER, as_of=DAY + timedelta(1))
    await lists.put(mine, newer)
    with pytest.raises(InvalidInput):
        await lists.put(mine, older)
    with pytest.raises(InvalidInput):
        await lists.read(mine, NUMBER)
    assert (False, True) == (await lists.bind(NUMBER), await lists.bind(OTHER))
    await lists.fill(mine, NUMBER, as_of=DAY + timedelta(1))
    assert (True, False) == (await lists.bind(NUMBER), await lists.bind(OTHER))


async def test_of_two_that_are_put_in_force_at_once_the_later_day_stays(lists: Lists) -> None:
    mine = await lists.add()
    older, newer = await lists.read(mine, NUMBER), await lists.read(mine, OTHER, as_of=DAY + timedelta(1))
    async with lists.database.transaction() as session:
        await put_in_force(session, lists.account_id, mine, newer)
        second = asyncio.create_task(lists.put(mine, older))
        await until_blocked(lists.database)
    with pytest.raises(InvalidInput):
        await second
    assert (False, True) == (await lists.bind(NUMBER), await lists.bind(OTHER))
    assert [(newer, "in_force"), (older, "reading")] == await lists.states(mine)


async def test_a_version_that_failed_is_neither_read_on_nor_put_in_force(lists: Lists) -> None:
    mine = await lists.add()
    before, failed = await lists.fill(mine, NUMBER), await lists.read(mine, OTHER)
    async with lists.database.transaction() as session:
        for version in (before, failed):
            await fail_version(session, lists.account_id, version)
    assert [(failed, "failed"), (before, "in_force")] == await lists.states(mine)
    with pytest.raises(Conflict):
        await lists.put(mine, failed)
    with pytest.raises(Conflict):
        async with lists.database.transaction() as session:
            await add_numbers(session, lists.account_id, failed, [], [], numbers=0, rejected=0)
    assert await lists.bind(NUMBER)


async def test_numbers_that_bind_nobody_are_forgotten(lists: Lists) -> None:
    """Replaced, failed, of a reader that is gone or of a removed list; not of one that is read, and not those in force."""
    mine, gone = await lists.add(), await lists.add(NamedList("", "Gone"))
    await lists.fill(mine, NUMBER)
    in_force, reading, lost = await lists.fill(mine, NUMBER), *[await lists.read(mine, OTHER) for _ in "12"]
    await lists.fill(gone, NUMBER)
    async with lists.database.transaction() as session:
        await remove_list(session, lists.account_id, gone)
        await session.execute(
            text("UPDATE suppression_list_versions SET heard_at = now() - interval '11 min' WHERE id = :id"),
            {"id": lost},
        )
    await lists.forget()
    assert {in_force, reading} == await lists.kept()
    assert (lost, "failed") in await lists.states(mine)
