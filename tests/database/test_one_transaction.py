"""Transactions that are parts of one: stored together or not at all, and never over what somebody else changed meanwhile."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from database.accounts import get_account, set_language
from database.one_transaction import one_transaction, take_turn, was_overtaken
from database.session import Database
from domain.errors import InvalidInput
from domain.identifiers import AccountId


async def _language(database: Database, account_id: AccountId) -> str | None:
    async with database.transaction() as session:
        return (await get_account(session, account_id)).language


async def _speak(database: Database, account_id: AccountId, language: str | None) -> None:
    async with database.transaction() as session:
        await set_language(session, account_id, language)


async def test_parts_are_stored_at_the_end_and_see_each_other(
    database: Database, account_id: AccountId
) -> None:
    async with one_transaction(database) as parts:
        await _speak(parts, account_id, "de")
        assert "de" == await _language(parts, account_id)
        assert await _language(database, account_id) is None
    assert "de" == await _language(database, account_id)


async def test_an_exception_undoes_all_parts(database: Database, account_id: AccountId) -> None:
    async def fails() -> None:
        async with one_transaction(database) as parts:
            await _speak(parts, account_id, "de")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fails()
    assert await _language(database, account_id) is None


async def test_a_part_that_failed_leaves_the_others(database: Database, account_id: AccountId) -> None:
    async def fails(session: AsyncSession) -> None:
        await set_language(session, account_id, "fr")
        await session.execute(text("SELECT 1 / 0"))

    async with one_transaction(database) as parts:
        await _speak(parts, account_id, "de")
        with pytest.raises(InvalidInput):
            async with parts.transaction() as session:
                await fails(session)
        assert "de" == await _language(parts, account_id)
    assert "de" == await _language(database, account_id)


async def test_without_a_part_no_connection_is_taken(database: Database) -> None:
    taken = database.engine.pool.status()
    async with one_transaction(database):
        assert taken == database.engine.pool.status()


@pytest.mark.parametrize("as_it_stood", [True, False])
async def test_what_somebody_changed_since_is_changed_by_the_snapshot_no_more(
    database: Database, account_id: AccountId, as_it_stood: bool
) -> None:
    """A writer that knows nothing of tags or turns counts as well."""

    async def overtaken() -> None:
        async with one_transaction(database, as_it_stood=as_it_stood) as parts:
            await _language(parts, account_id)
            await _speak(database, account_id, "fr")
            await _speak(parts, account_id, "de")

    if not as_it_stood:
        await overtaken()
        assert "de" == await _language(database, account_id)
        return
    with pytest.raises(DBAPIError) as failed:
        await overtaken()
    assert was_overtaken(failed.value)
    assert "fr" == await _language(database, account_id)


async def test_another_failure_is_no_overtaking(database: Database) -> None:
    with pytest.raises(DBAPIError) as failed:
        async with database.transaction() as session:
            await session.execute(text("SELECT * FROM nothing_of_this_name"))
    assert not was_overtaken(failed.value)


async def test_a_turn_is_had_by_one_at_a_time(database: Database, account_id: AccountId) -> None:
    order: list[str] = []
    first_has_it = asyncio.Event()

    async def first() -> None:
        async with database.transaction() as session:
            await take_turn(session, account_id, "campaign/1")
            first_has_it.set()
            async with database.transaction() as other:
                await take_turn(other, account_id, "campaign/2")  # another thing's
            order.append("first")

    async def second() -> None:
        await first_has_it.wait()
        async with database.transaction() as session:
            await take_turn(session, account_id, "campaign/1")
            order.append("second")

    await asyncio.gather(first(), second())
    assert ["first", "second"] == order
