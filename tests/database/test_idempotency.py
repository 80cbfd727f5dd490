"""Keys of requests that spend: one at a time, answered again, taken over from the dead, forgotten after a day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.idempotency import (
    KeyClaim,
    Standing,
    claim_key,
    forget_old_keys,
    is_at_work,
    keep_answer,
    release_key,
)
from database.session import Database
from domain.identifiers import AccountId
from tests.providers.recordings import KEYS

KEY, REQUEST = "order-17", b"the request's hash"


async def _claim(
    database: Database, account_id: AccountId, resource_id: str, request: bytes = REQUEST
) -> KeyClaim:
    async with database.transaction() as session:
        return await claim_key(session, account_id, KEY, request, resource_id, KEYS)


async def _answer(
    database: Database,
    account_id: AccountId,
    claim: KeyClaim,
    status: int,
    body: Mapping[str, Any] | None = MappingProxyType({}),
) -> bool:
    async with database.transaction() as session:
        given = None if body is None else dict(body)
        return await keep_answer(session, account_id, KEY, claim.since, status, given, KEYS)


async def _release(database: Database, account_id: AccountId, claim: KeyClaim) -> None:
    async with database.transaction() as session:
        await release_key(session, account_id, KEY, claim.since)


def _is_mine(claim: KeyClaim, resource_id: str) -> bool:
    return (Standing.MINE, resource_id, True) == (
        claim.standing,
        claim.resource_id,
        claim.since is not None,
    )


async def _age(database: Database, account_id: AccountId, age: str) -> None:
    async with database.transaction() as session:
        await session.execute(
            text("""
                UPDATE idempotency_keys SET created_at = now() - CAST(CAST(:age AS text) AS interval)
                WHERE account_id = :account_id
            """),
            {"age": age, "account_id": account_id},
        )


async def test_a_key_is_worked_on_once_at_a_time(database: Database, account_id: AccountId) -> None:
    assert _is_mine(await _claim(database, account_id, "call_1"), "call_1")
    assert (await _claim(database, account_id, "call_2")).standing is Standing.IN_PROGRESS


async def test_an_answer_that_names_a_number_is_kept_sealed(
    database: Database, account_id: AccountId
) -> None:
    """Law 8."""
    first = await _claim(database, account_id, "call_1")
    await _answer(database, account_id, first, 202, {"number": "+14155550123"})
    async with database.transaction() as session:
        rows = await session.execute(
            text("SELECT k::text FROM idempotency_keys k WHERE account_id = :id"), {"id": account_id}
        )
        kept = rows.scalar_one()
    assert "5550123" not in kept
    assert b"5550123".hex() not in kept
    assert {"number": "+14155550123"} == (await _claim(database, account_id, "call_2")).body


async def test_an_answer_is_given_again_but_not_to_another_request(
    database: Database, account_id: AccountId
) -> None:
    first = await _claim(database, account_id, "call_1")
    await _answer(database, account_id, first, 202, {"id": "call_1"})
    again = await _claim(database, account_id, "call_2")
    assert (again.standing, again.status, again.body) == (Standing.ANSWERED, 202, {"id": "call_1"})
    other = await _claim(database, account_id, "call_2", b"another")
    assert other.standing is Standing.OTHER_REQUEST


@pytest.mark.parametrize("failure", [500, 503])
async def test_after_a_failure_the_same_thing_is_completed(
    database: Database, account_id: AccountId, failure: int
) -> None:
    first = await _claim(database, account_id, "call_1")
    await _answer(database, account_id, first, failure)
    assert _is_mine(await _claim(database, account_id, "call_2"), "call_1")
    assert (await _claim(database, account_id, "call_3")).standing is Standing.IN_PROGRESS


async def test_a_refused_request_frees_its_key(database: Database, account_id: AccountId) -> None:
    await _release(database, account_id, await _claim(database, account_id, "call_1"))
    assert _is_mine(await _claim(database, account_id, "call_2", b"another"), "call_2")


async def test_the_work_of_a_dead_process_is_taken_over_with_its_id(
    database: Database, account_id: AccountId
) -> None:
    await _claim(database, account_id, "call_1")
    await _age(database, account_id, "2 minutes")
    assert _is_mine(await _claim(database, account_id, "call_2"), "call_1")


async def test_work_that_takes_long_is_nobody_elses_while_it_lives(
    database: Database, account_id: AccountId
) -> None:
    """Only whoever has the key can say so, and a minute after they said so last they count as dead."""
    first = await _claim(database, account_id, "call_1")
    await _age(database, account_id, "2 minutes")
    async with database.transaction() as session:
        await is_at_work(session, account_id, KEY, first.since)
        assert not await _heard(session, account_id)
        aged = replace(first, since=await _since(session, account_id))
        await is_at_work(session, account_id, KEY, aged.since)
    assert (await _claim(database, account_id, "call_2")).standing is Standing.IN_PROGRESS
    async with database.transaction() as session:
        await session.execute(text("UPDATE idempotency_keys SET heard_at = heard_at - interval '61 seconds'"))
    taken = await _claim(database, account_id, "call_2")
    assert _is_mine(taken, "call_1")
    async with database.transaction() as session:
        assert not await _heard(session, account_id)


async def _heard(session: AsyncSession, account_id: AccountId) -> bool:
    found = await session.execute(
        text("SELECT heard_at IS NOT NULL FROM idempotency_keys WHERE account_id = :id"), {"id": account_id}
    )
    return bool(found.scalar_one())


async def _since(session: AsyncSession, account_id: AccountId) -> datetime:
    found = await session.execute(
        text("SELECT created_at FROM idempotency_keys WHERE account_id = :id"), {"id": account_id}
    )
    since: datetime = found.scalar_one()
    return since


@pytest.mark.parametrize("swept", [True, False])
async def test_after_a_day_the_key_is_new(database: Database, account_id: AccountId, swept: bool) -> None:
    first = await _claim(database, account_id, "call_1")
    await _answer(database, account_id, first, 202)
    await _age(database, account_id, "25 hours")
    if swept:
        async with database.transaction() as session:
            await forget_old_keys(session)
    assert _is_mine(await _claim(database, account_id, "call_2", b"another"), "call_2")


# What was answered (None: nothing yet), how long ago the key was claimed, and by which request it is used now; what that finds.
FOUND: list[tuple[int | None, str, bytes, Standing]] = [
    (None, "59 seconds", REQUEST, Standing.IN_PROGRESS),
    (None, "61 seconds", REQUEST, Standing.MINE),
    (None, "0 seconds", b"another", Standing.OTHER_REQUEST),
    (None, "61 seconds", b"another", Standing.OTHER_REQUEST),
    (202, "61 seconds", REQUEST, Standing.ANSWERED),
    (202, "23 hours", REQUEST, Standing.ANSWERED),
    (422, "61 seconds", REQUEST, Standing.ANSWERED),
    (499, "61 seconds", REQUEST, Standing.ANSWERED),
    (500, "0 seconds", REQUEST, Standing.MINE),
    (500, "0 seconds", b"another", Standing.OTHER_REQUEST),
    (500, "25 hours", b"another", Standing.MINE),
]


@pytest.mark.parametrize(("status", "age", "request_hash", "standing"), FOUND)
async def test_what_a_key_says_of_a_request(
    database: Database,
    account_id: AccountId,
    status: int | None,
    age: str,
    request_hash: bytes,
    standing: Standing,
) -> None:
    """Who takes it over has as much time as the one before."""
    first = await _claim(database, account_id, "call_1")
    if status is not None:
        await _answer(database, account_id, first, status, {"id": "call_1"})
    await _age(database, account_id, age)
    found = await _claim(database, account_id, "call_2", request_hash)
    assert standing is found.standing
    if standing is Standing.ANSWERED:
        assert (status, {"id": "call_1"}) == (found.status, found.body)
    if standing is Standing.MINE:
        assert ("call_2" if age == "25 hours" else "call_1") == found.resource_id
        again = await _claim(database, account_id, "call_3", request_hash)
        assert Standing.IN_PROGRESS is again.standing


async def test_what_was_answered_is_not_forgotten_with_a_refusal(
    database: Database, account_id: AccountId
) -> None:
    first = await _claim(database, account_id, "call_1")
    await _answer(database, account_id, first, 202)
    await _release(database, account_id, first)
    assert Standing.ANSWERED is (await _claim(database, account_id, "call_2")).standing


async def test_keys_are_kept_for_a_day_answered_or_not(database: Database, account_id: AccountId) -> None:
    for age, kept in (("23 hours", 1), ("25 hours", 0)):
        await _claim(database, account_id, "call_1")
        await _age(database, account_id, age)
        async with database.transaction() as session:
            await forget_old_keys(session)
            rows = await session.execute(
                text("SELECT count(*) FROM idempotency_keys WHERE account_id = :id"), {"id": account_id}
            )
            assert kept == rows.scalar_one()


async def test_whoever_lost_a_key_keeps_no_answer_and_frees_nothing(
    database: Database, account_id: AccountId
) -> None:
    """A stalled try wakes up after another took its key over."""
    late = await _claim(database, account_id, "call_1")
    await _age(database, account_id, "61 seconds")
    owner = await _claim(database, account_id, "call_2")
    assert owner.since != late.since
    assert not await _answer(database, account_id, late, 202, {"id": "late"})
    await _release(database, account_id, late)
    assert await _answer(database, account_id, owner, 202, {"id": "owner"})
    assert {"id": "owner"} == (await _claim(database, account_id, "call_3")).body
    assert not await _answer(database, account_id, owner, 202, {"id": "again"})


async def test_an_answer_without_content_is_given_again_without(
    database: Database, account_id: AccountId
) -> None:
    await _answer(database, account_id, await _claim(database, account_id, "call_1"), 204, None)
    again = await _claim(database, account_id, "call_2")
    assert (Standing.ANSWERED, 204, None) == (again.standing, again.status, again.body)
