"""Keys as the rows know them: when one was used last, what its end ends, and what it is told of twice."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import api_keys, users
from database.api_keys import KeyRules
from database.sealing import KeyRing
from database.session import Database
from database.users import UserDetails
from domain.access import Role
from domain.identifiers import AccountId

EVERYTHING = KeyRules(None, None, None)
FIRST, SECOND = datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 12, 2, tzinfo=UTC)


@pytest_asyncio.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    """All that a test does is one transaction, of which nothing stays."""
    async with database.transaction() as session:
        yield session
        await session.rollback()


async def a_key(session: AsyncSession, account_id: AccountId, maker: str | None = None) -> tuple[str, str]:
    """Its id and its secret."""
    secret = f"ok_{os.urandom(24).hex()}"
    made = await api_keys.add_key(session, account_id, "theirs", secret, EVERYTHING, maker)
    assert made is not None
    return made, secret


async def moments(session: AsyncSession, column: str, *keys: str) -> list[datetime | None]:
    rows = await session.execute(
        text(f"SELECT id, {column} AS at FROM api_keys WHERE id = ANY(:ids)"), {"ids": list(keys)}
    )
    found = {row.id: row.at for row in rows}
    return [found[key] for key in keys]


@pytest.mark.parametrize(
    ("ago", "is_noted"), [(None, True), (timedelta(seconds=59), False), (timedelta(seconds=61), True)]
)
async def test_the_last_use_of_a_key_is_noted_to_the_minute(
    session: AsyncSession, account_id: AccountId, ago: timedelta | None, is_noted: bool
) -> None:
    """And of that key alone."""
    (used, secret), (other, _) = await a_key(session, account_id), await a_key(session, account_id)
    await session.execute(
        text("UPDATE api_keys SET last_used_at = now() - CAST(:ago AS interval) WHERE id = :id"),
        {"ago": ago, "id": used},
    )
    before, _ = await moments(session, "last_used_at", used, other)
    assert await api_keys.owner_of_key(session, secret) is not None
    after, others = await moments(session, "last_used_at", used, other)
    now = (await session.execute(text("SELECT now()"))).scalar_one()
    assert ((now if is_noted else before), None) == (after, others)


async def test_a_key_ends_with_all_that_it_made_and_once(
    session: AsyncSession, account_id: AccountId
) -> None:
    """The moment of its end is the first; what it did not make goes on."""
    root, _ = await a_key(session, account_id)
    child, _ = await a_key(session, account_id, root)
    grandchild, secret = await a_key(session, account_id, child)
    beside, _ = await a_key(session, account_id)
    assert 1 == await api_keys.revoke_key(session, account_id, child, FIRST)
    assert 2 == await api_keys.revoke_key(session, account_id, root, SECOND)
    ended = await moments(session, "revoked_at", root, child, grandchild, beside)
    assert [SECOND, FIRST, FIRST, None] == ended
    assert await api_keys.owner_of_key(session, secret) is None
    assert await api_keys.add_key(session, account_id, "theirs", "ok_late", EVERYTHING, child) is None


async def test_with_a_person_end_the_keys_that_they_and_those_made(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing
) -> None:
    """Those that ended before keep their moment and are not counted again; nobody else's end."""
    them, somebody = [
        await users.add_user(
            session, account_id, UserDetails(f"{name}@example.com", "Ada"), Role.ADMIN, key_ring
        )
        for name in (os.urandom(6).hex(), os.urandom(6).hex())
    ]
    own, _ = await a_key(session, account_id, them)
    made_by_it, _ = await a_key(session, account_id, own)
    gone, _ = await a_key(session, account_id, them)
    others, _ = await a_key(session, account_id, somebody)
    await api_keys.revoke_key(session, account_id, gone, FIRST)
    assert 2 == await api_keys.revoke_keys_of(session, account_id, them)
    now = (await session.execute(text("SELECT now()"))).scalar_one()
    assert [now, now, FIRST, None] == await moments(session, "revoked_at", own, made_by_it, gone, others)
    assert 0 == await api_keys.revoke_keys_of(session, account_id, them)
