"""Accounts, keys, audit: whose key it is, and who did what."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from database.api_keys import KeyOwner, ensure_account, ensure_key, list_keys, owner_of_key, revoke_key
from database.audit import list_acts, record_act
from database.outages import retried_once
from database.session import Database, engine_for
from domain.access import SCOPES, Permission
from domain.errors import NotFound
from domain.identifiers import AccountId
from tests.database.other_account import other_account


async def test_an_account_is_made_once_by_processes_that_start_together(fresh_database: Database) -> None:
    async def ensure() -> AccountId:
        async with fresh_database.transaction() as session:
            account_id = await ensure_account(session, "local")
            await ensure_key(session, account_id, "local", "ok_secret")
            return account_id

    assert len(set(await asyncio.gather(*(ensure() for _ in range(4))))) == 1


async def test_a_key_acts_until_it_is_revoked_and_only_its_hash_is_kept(
    database: Database, account_id: AccountId
) -> None:
    secret = f"ok_{account_id}"
    async with database.transaction() as session:
        await ensure_key(session, account_id, "mine", secret)
        owner = await owner_of_key(session, secret)
        assert owner is not None
        assert owner.account_id == account_id
        stored = await session.execute(
            text("SELECT * FROM api_keys WHERE account_id = :id"), {"id": account_id}
        )
        assert secret not in str(stored.all())
        now = (await session.execute(text("SELECT now()"))).scalar_one()
        await revoke_key(session, account_id, owner.key_id, now)
        assert await owner_of_key(session, secret) is None


@pytest.mark.parametrize(
    "scopes, permissions",
    [
        (None, SCOPES),
        ([Permission.CALLS_READ], {Permission.CALLS_READ}),
        ([Permission.CALLS_READ, "calls:of a later version"], {Permission.CALLS_READ}),
        ([], set()),
    ],
)
async def test_a_key_may_what_its_scopes_name(
    database: Database,
    account_id: AccountId,
    scopes: list[Permission] | None,
    permissions: set[Permission],
) -> None:
    secret = f"ok_{account_id}_{scopes}"
    async with database.transaction() as session:
        await ensure_key(session, account_id, "scoped", secret, scopes=scopes)
        owner = await owner_of_key(session, secret)
    assert owner is not None
    assert permissions == owner.permissions


@pytest.mark.parametrize("seconds, acts", [(60, True), (-1, False)])
async def test_a_key_acts_until_it_expires(
    database: Database, account_id: AccountId, seconds: int, acts: bool
) -> None:
    secret = f"ok_{account_id}_{seconds}"
    async with database.transaction() as session:
        now = (await session.execute(text("SELECT now()"))).scalar_one()
        await ensure_key(session, account_id, "short", secret, expires_at=now + timedelta(seconds=seconds))
        assert acts is (await owner_of_key(session, secret) is not None)


async def test_the_use_of_a_key_is_noted_once_a_minute(database: Database, account_id: AccountId) -> None:
    """Whoever asks a hundred times a second does not write a hundred times."""
    secret = f"ok_{account_id}_used"

    async def used(ago: int | None = None) -> tuple[datetime, datetime]:
        """When it was used by what is kept, after another use; and now."""
        async with database.transaction() as session:
            if ago is not None:
                await session.execute(
                    text(
                        "UPDATE api_keys SET last_used_at = now() - make_interval(secs => :ago) WHERE id = :id"
                    ),
                    {"ago": ago, "id": key_id},
                )
            await owner_of_key(session, secret)
            row = await session.execute(
                text("SELECT last_used_at, now() AS now FROM api_keys WHERE id = :id"), {"id": key_id}
            )
            found = row.one()
            return found.last_used_at, found.now

    async with database.transaction() as session:
        key_id = await ensure_key(session, account_id, "used", secret)
    first, now = await used()
    assert first == now
    again, _ = await used()
    assert again == first
    soon, now = await used(ago=59)
    assert now - soon == timedelta(seconds=59)
    later, now = await used(ago=61)
    assert later == now


async def test_a_key_that_is_there_stays_what_it_is(database: Database, account_id: AccountId) -> None:
    """Whoever names it again: its account, its name, and since when it is refused."""
    other, secret, at = (
        await other_account(database),
        f"ok_{account_id}_stays",
        datetime(2026, 11, 30, tzinfo=UTC),
    )
    async with database.transaction() as session:
        key_id = await ensure_key(session, account_id, "mine", secret)
        assert key_id == await ensure_key(session, other, "theirs", secret)
        assert KeyOwner(account_id, key_id, SCOPES) == await owner_of_key(session, secret)
        assert await owner_of_key(session, secret + "x") is None
        with pytest.raises(NotFound):
            await revoke_key(session, other, key_id, at)
        for hours in (0, 1):
            await revoke_key(session, account_id, key_id, at + timedelta(hours=hours))
        assert key_id == await ensure_key(session, account_id, "again", secret)
        assert await owner_of_key(session, secret) is None
        [shown] = await list_keys(session, account_id, before=None, limit=5)
        assert [] == await list_keys(session, other, before=None, limit=5)
    assert (key_id, "mine", at) == (shown.id, shown.name, shown.revoked_at)


async def test_of_two_accounts_of_one_name_the_first_is_meant(
    database: Database, account_id: AccountId
) -> None:
    async with database.transaction() as session:
        for twin in ("acc_b", "acc_a", "acc_c"):
            await session.execute(
                text("INSERT INTO accounts (id, name) VALUES (:id, 'twins')"), {"id": f"{twin}{account_id}"}
            )
        assert f"acc_a{account_id}" == await ensure_account(session, "twins")


async def test_an_act_is_noted_whole(database: Database, account_id: AccountId) -> None:
    async with database.transaction() as session:
        number = await record_act(session, account_id, "key_1", "paused", "camp_1", {"why": ["lunch"]})
        bare = await record_act(session, account_id, "key_2", "resumed", "camp_1")
        acts = await list_acts(session, account_id, before=None, limit=5)
    assert [
        (bare, "key_2", "resumed", "camp_1", {}),
        (number, "key_1", "paused", "camp_1", {"why": ["lunch"]}),
    ] == [(act.id, act.actor, act.action, act.subject, act.detail) for act in acts]
    assert number < bare


async def test_acts_are_listed_newest_first_and_never_altered(
    database: Database, account_id: AccountId
) -> None:
    """Requirement 118."""
    async with database.transaction() as session:
        for action in ("first", "second"):
            await record_act(session, account_id, "key_1", action, "camp_1", {"reason": "test"})
        acts = await list_acts(session, account_id, before=None, limit=10)
    assert [act.action for act in acts] == ["second", "first"]
    for statement in ("UPDATE audit_events SET actor = 'x'", "DELETE FROM audit_events"):
        with pytest.raises(DBAPIError, match="append-only"):
            async with database.transaction() as session:
                await session.execute(text(statement))


async def test_work_on_a_connection_that_died_is_done_on_a_new_one(fresh_database: Database) -> None:
    async def whoami() -> int:
        async with fresh_database.transaction() as session:
            return int((await session.execute(text("SELECT pg_backend_pid()"))).scalar_one())

    dead = await whoami()
    other = Database(engine_for(fresh_database.engine.url.render_as_string().replace("+asyncpg", "")))
    async with other.transaction() as session:
        await session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": dead})
    await other.close()
    assert await retried_once(whoami) != dead
