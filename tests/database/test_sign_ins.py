"""Signing in as the rows know it: whose failed tries count where and how long, whom a password or a token lets in, what ends a session."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import sign_ins, users
from database.sealing import KeyRing
from database.session import Database
from database.sign_ins import Credentials
from database.users import UserDetails
from domain.access import Role
from domain.identifiers import AccountId, SessionId, UserId
from domain.sign_in_limits import KNOWN_FOR, WINDOW
from startup.first_connections import open_account

HERE, THERE = b"this network", b"another network"
LATER = datetime.now(UTC) + timedelta(days=30)


@pytest_asyncio.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    """All that a test does is one transaction, of which nothing stays."""
    async with database.transaction() as session:
        yield session
        await session.rollback()


async def person(
    session: AsyncSession, account_id: AccountId, ring: KeyRing, email: str, password: str | None = "theirs"
) -> UserId:
    user = await users.add_user(session, account_id, UserDetails(email, "Ada"), Role.AGENT_MANAGER, ring)
    if password is not None:
        await users.set_password(session, user, password)
    return user


async def signed_in(
    session: AsyncSession, account_id: AccountId, user: UserId, ring: KeyRing, network: bytes = HERE
) -> tuple[SessionId, str]:
    """A session of theirs and its refresh token."""
    token = os.urandom(12).hex()
    opened = await sign_ins.open_session(
        session,
        Credentials(user, account_id, "theirs"),
        token,
        ends_at=LATER,
        network_hash=network,
        device="theirs",
        key_ring=ring,
    )
    assert opened is not None
    return opened, token


async def failed(session: AsyncSession, times: int, who: bytes, network: bytes, ago: timedelta) -> None:
    for _ in range(times):
        await session.execute(
            text(
                "INSERT INTO sign_in_failures (person_hash, network_hash, at) VALUES (:who, :network, now() - CAST(:ago AS interval))"
            ),
            {"who": who, "network": network, "ago": ago},
        )


async def counted(session: AsyncSession, who: bytes, network: bytes) -> tuple[int, int, int]:
    """How many tries count for them here, for all here, for them anywhere."""
    failed = (await sign_ins.begin_try(session, None, who, network)).failed
    return failed.here.tries, failed.network.tries, failed.person.tries


async def test_each_failure_counts_for_its_person_in_its_network_for_an_hour(session: AsyncSession) -> None:
    """A try counts as failed from its beginning on, and whoever succeeded is forgiven where they did."""
    ours, theirs = os.urandom(16), os.urandom(16)
    just_now, long_ago = WINDOW - timedelta(minutes=1), WINDOW + timedelta(seconds=1)
    for times, who, network in ((2, ours, HERE), (3, ours, THERE), (5, theirs, HERE), (7, theirs, THERE)):
        await failed(session, times, who, network, just_now)
        await failed(session, 1, who, network, long_ago)
    assert (2, 7, 5) == await counted(session, ours, HERE)
    assert (3, 8, 6) == await counted(session, ours, HERE)
    await sign_ins.forgive(session, ours, HERE)
    assert (0, 5, 3) == await counted(session, ours, HERE)
    assert (7, 10, 12) == await counted(session, theirs, THERE)


async def test_each_kind_of_wait_begins_with_the_last_failure_of_its_kind(session: AsyncSession) -> None:
    ours, theirs = os.urandom(16), os.urandom(16)
    for minutes, who, network in (
        (30, ours, HERE),
        (20, theirs, HERE),
        (10, ours, THERE),
        (5, theirs, THERE),
    ):
        await failed(session, 1, who, network, timedelta(minutes=minutes))
        await failed(session, 1, who, network, timedelta(minutes=minutes + 9))
    tried = await sign_ins.begin_try(session, None, ours, HERE)
    lasts = (tried.failed.here.last, tried.failed.network.last, tried.failed.person.last)
    assert [30, 20, 10] == [round((tried.now - last) / timedelta(minutes=1)) for last in lasts if last]


@pytest.mark.parametrize(
    ("whose", "network", "ago", "is_known"),
    [
        ("theirs", HERE, KNOWN_FOR - timedelta(hours=1), True),
        ("theirs", HERE, KNOWN_FOR + timedelta(hours=1), False),
        ("theirs", THERE, timedelta(0), False),
        ("somebody else's", HERE, timedelta(0), False),
    ],
)
async def test_a_person_is_known_where_they_signed_in_lately(
    session: AsyncSession,
    account_id: AccountId,
    key_ring: KeyRing,
    whose: str,
    network: bytes,
    ago: timedelta,
    is_known: bool,
) -> None:
    """Guesses from everywhere, which is where whoever guesses is, do not go past the limit by the sessions that the person has."""
    them, other = [await person(session, account_id, key_ring, f"{name}@example.com") for name in ("a", "b")]
    opened, _ = await signed_in(session, account_id, them if whose == "theirs" else other, key_ring, network)
    await session.execute(
        text("UPDATE sessions SET created_at = now() - CAST(:ago AS interval) WHERE id = :id"),
        {"ago": ago, "id": opened},
    )
    assert is_known is (await sign_ins.begin_try(session, them, os.urandom(16), HERE)).failed.is_known


async def test_of_one_address_in_several_accounts_who_can_sign_in_is_found(
    session: AsyncSession, database: Database, key_ring: KeyRing
) -> None:
    """The first of those who can; in the account that is named, whoever is there."""
    email = f"{os.urandom(6).hex()}@example.com"
    accounts = [await open_account(session, os.urandom(6).hex()) for _ in range(4)]
    invited, disabled, first, second = [
        await person(session, account, key_ring, email, password)
        for account, password in zip(accounts, (None, "old", "theirs", "another"), strict=True)
    ]
    await users.set_disabled(session, accounts[1], disabled, disabled=True)
    hashed = users.email_hash(email, key_ring)
    assert Credentials(first, accounts[2], "theirs") == await sign_ins.credentials_of(session, hashed)
    for user, account, password in (
        (invited, accounts[0], None),
        (disabled, accounts[1], None),
        (second, accounts[3], "another"),
    ):
        found = await sign_ins.credentials_of(session, hashed, account)
        assert Credentials(user, account, password) == found


@pytest.mark.parametrize(("after", "ends"), [(timedelta(seconds=5), False), (timedelta(seconds=15), True)])
async def test_a_token_that_is_used_again_ends_its_session_unless_it_is_at_once(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing, after: timedelta, ends: bool
) -> None:
    """Two windows of one browser refresh within seconds; a thief comes later. Nobody else's session ends."""
    them = await person(session, account_id, key_ring, "c@example.com")
    mine, token = await signed_in(session, account_id, them, key_ring)
    other, _ = await signed_in(session, account_id, them, key_ring)
    assert await sign_ins.exchange_token(session, token, "its next") is not None
    await session.execute(
        text("UPDATE refresh_tokens SET used_at = used_at - CAST(:ago AS interval)"), {"ago": after}
    )
    assert await sign_ins.exchange_token(session, token, "not taken") is None
    assert ends is (await sign_ins.session_of(session, mine) is None)
    assert await sign_ins.session_of(session, other) is not None
    assert ends is (await sign_ins.exchange_token(session, "its next", "the one after") is None)


async def test_what_is_over_is_forgotten_and_nothing_else(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing
) -> None:
    them, who = await person(session, account_id, key_ring, "d@example.com"), os.urandom(16)
    kept, gone = [await signed_in(session, account_id, them, key_ring) for _ in range(2)]
    for (opened, _), ago in ((kept, KNOWN_FOR - timedelta(hours=1)), (gone, KNOWN_FOR + timedelta(hours=1))):
        await session.execute(
            text("UPDATE sessions SET ends_at = now() - CAST(:ago AS interval) WHERE id = :id"),
            {"ago": ago, "id": opened},
        )
    await failed(session, 1, who, HERE, WINDOW - timedelta(minutes=1))
    await failed(session, 1, who, HERE, WINDOW + timedelta(minutes=1))
    await sign_ins.forget_old_sign_ins(session)
    of_them = "SELECT id FROM sessions WHERE user_id = :id"
    assert [kept[0]] == list((await session.execute(text(of_them), {"id": them})).scalars())
    tokens = f"SELECT count(*) FROM refresh_tokens WHERE session_id IN ({of_them})"
    assert 1 == await session.scalar(text(tokens), {"id": them})
    failures = "SELECT now() - at FROM sign_in_failures WHERE person_hash = :who"
    assert [WINDOW - timedelta(minutes=1)] == list(
        (await session.execute(text(failures), {"who": who})).scalars()
    )


async def test_one_is_ended_by_whose_it_is_and_all_but_this_one(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing
) -> None:
    them, other = [await person(session, account_id, key_ring, f"{name}@example.com") for name in ("e", "f")]
    mine = [(await signed_in(session, account_id, them, key_ring))[0] for _ in range(3)]
    theirs, _ = await signed_in(session, account_id, other, key_ring)
    assert await sign_ins.end_session(session, them, mine[0], "sign_out")
    assert not await sign_ins.end_session(session, them, mine[0], "removed")
    await sign_ins.end_sessions(session, them, "password", but=mine[1])
    ended = await session.execute(
        text("SELECT id, ended_by FROM sessions WHERE id = ANY(:ids)"), {"ids": [*mine, theirs]}
    )
    assert {mine[0]: "sign_out", mine[1]: None, mine[2]: "password", theirs: None} == {
        row.id: row.ended_by for row in ended
    }


@pytest.mark.parametrize(("ago", "is_noted"), [(timedelta(seconds=59), False), (timedelta(seconds=61), True)])
async def test_when_somebody_was_seen_last_is_noted_to_the_minute(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing, ago: timedelta, is_noted: bool
) -> None:
    """In this session of theirs alone."""
    them = await person(session, account_id, key_ring, "g@example.com")
    seen, other = [(await signed_in(session, account_id, them, key_ring))[0] for _ in range(2)]
    await session.execute(
        text("UPDATE sessions SET last_seen_at = now() - CAST(:ago AS interval) WHERE user_id = :id"),
        {"ago": ago, "id": them},
    )
    assert await sign_ins.session_of(session, seen) is not None
    rows = await session.execute(
        text("SELECT id, now() - last_seen_at AS ago FROM sessions WHERE user_id = :id"), {"id": them}
    )
    assert {seen: timedelta(0) if is_noted else ago, other: ago} == {row.id: row.ago for row in rows}


async def test_a_new_link_is_good_for_its_own_time_and_the_one_before_no_more(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing
) -> None:
    them = await person(session, account_id, key_ring, "h@example.com", None)
    before, link = os.urandom(8).hex(), os.urandom(8).hex()
    await users.add_link(session, them, before, datetime.now(UTC) - timedelta(minutes=1))
    await users.add_link(session, them, link, LATER)
    assert await users.invited_by(session, before, key_ring) is None
    invited = await users.invited_by(session, link, key_ring)
    assert invited is not None
    assert them == invited.id
    assert [False, True, False] == [await users.use_link(session, each) for each in (before, link, link)]


@pytest.mark.parametrize(("ago", "ends"), [(timedelta(days=6), True), (timedelta(days=8), False)])
async def test_a_token_is_known_as_used_for_a_week_however_often_its_session_was_refreshed(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing, ago: timedelta, ends: bool
) -> None:
    """Whoever stole it may come days later; after that it is refused, and nothing ends."""
    them = await person(session, account_id, key_ring, "i@example.com")
    mine, stolen = await signed_in(session, account_id, them, key_ring)
    assert await sign_ins.exchange_token(session, stolen, "its second") is not None
    await session.execute(
        text("UPDATE refresh_tokens SET used_at = used_at - CAST(:ago AS interval) WHERE session_id = :id"),
        {"ago": ago, "id": mine},
    )
    assert await sign_ins.exchange_token(session, "its second", "its third") is not None
    assert await sign_ins.exchange_token(session, stolen, "not taken") is None
    assert ends is (await sign_ins.session_of(session, mine) is None)
