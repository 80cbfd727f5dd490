"""How entries get into the chain: as their transactions commit, one after another, without holding anybody up; and what refuses changes."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from alembic import command
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from database.audit import asked_from, list_acts, record_act
from database.audit_chain import FIRST, accounts_to_seal, acts_behind
from database.audit_verification import verify_since_seal
from database.migrate import alembic_config, migrate
from database.sealing import KeyRing
from database.session import Database, engine_for
from domain.audit_chain import BEGINNING, Break, Flaw, follow
from domain.audit_seals import PURPOSE
from domain.audit_verification import Judge, Verified
from tests.conftest import Databases
from tests.database.audit_logs import AuditLog

WRITERS, ACTS_EACH = 8, 20


class _GivenUp(Exception):
    """Rolls a transaction back."""


async def test_many_who_write_at_once_keep_the_chain_whole(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """Requirement 163. Some give up, some act twice in one transaction, and another account's acts go on beside theirs."""
    log, other = [await AuditLog.opened(fresh_database, key_ring, name) for name in ("one", "other")]

    async def write(writer: int) -> None:
        for number in range(ACTS_EACH):
            try:
                async with fresh_database.transaction() as session:
                    for each in (log, log, other):
                        await record_act(session, each.account_id, f"key_{writer}", f"act {number}", "camp_1")
                    if number % 5 == writer % 5:
                        raise _GivenUp
            except _GivenUp:
                continue

    async with asyncio.timeout(60):
        await asyncio.gather(*(write(writer) for writer in range(WRITERS)))
    done = WRITERS * ACTS_EACH * 4 // 5
    assert 2 * done == (await log.whole()).link.seq
    assert done == (await other.whole()).link.seq


async def test_an_act_that_is_not_over_holds_no_other_up(fresh_database: Database, key_ring: KeyRing) -> None:
    """A transaction may record its act first and lock what it likes afterwards: its turn comes as it commits."""
    log = await AuditLog.opened(fresh_database, key_ring, "one")
    async with asyncio.timeout(20), fresh_database.transaction() as session:
        await record_act(session, log.account_id, "key_1", "begun first", "camp_1")
        await log.act("over first")
    async with fresh_database.transaction() as session:
        acts = await acts_behind(session, log.account_id, FIRST, 9)
    assert [(1, "over first"), (2, "begun first")] == [(act.seq, act.action) for act in acts]
    assert acts[0].id > acts[1].id


async def test_an_act_costs_one_question(fresh_database: Database, key_ring: KeyRing) -> None:
    log = await AuditLog.opened(fresh_database, key_ring, "one")
    asked: list[str] = []
    async with fresh_database.transaction() as session:
        await session.execute(text("SELECT 1"))
        engine = fresh_database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
        await record_act(session, log.account_id, "key_1", "act", "camp_1")
    assert 1 == len(asked)


async def test_the_database_and_the_code_hash_alike(fresh_database: Database, key_ring: KeyRing) -> None:
    """Whatever stands in it: other scripts, escapes, numbers and nested values, in a session of another zone."""
    log = await AuditLog.opened(fresh_database, key_ring, "one")
    detail = {"z": 1.5, "a": {"né": "\u0007\"\\\n\u2028", "deep": [None, True, -0.0, 1e30, 1e-9]}, "": "🙂 🙂"}  # fmt: skip
    async with fresh_database.transaction() as session:
        await session.execute(text("SET LOCAL timezone TO 'Asia/Kathmandu'"))
        await record_act(session, log.account_id, "ключ", "act: 3:a", "", detail)
        await session.execute(
            text("INSERT INTO audit_events (account_id, actor, action, subject, at) VALUES (:id, '', '', '', :at)"),
            {"id": log.account_id, "at": datetime(999, 1, 2, tzinfo=UTC)},
        )  # fmt: skip
    async with fresh_database.transaction() as session:
        acts = await acts_behind(session, log.account_id, FIRST, 9)
    end = follow(BEGINNING, acts)
    assert not isinstance(end, Break)
    assert 2 == end.seq


async def test_the_network_is_that_of_whoever_asks(fresh_database: Database, key_ring: KeyRing) -> None:
    log = await AuditLog.opened(fresh_database, key_ring, "one")
    with asked_from("ab12"):
        await log.act("asked for")
    await log.act("of its own")
    async with fresh_database.transaction() as session:
        acts = await list_acts(session, log.account_id, before=None, limit=2)
    assert [("of its own", ""), ("asked for", "ab12")] == [(act.action, act.network) for act in acts]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_events SET actor = 'x'",
        "UPDATE audit_events SET seq = seq + 1",
        "UPDATE audit_events SET hash = NULL",
        "DELETE FROM audit_events",
        "TRUNCATE audit_events",
        "UPDATE audit_seals SET at = now()",
        "DELETE FROM audit_seals",
        "TRUNCATE audit_seals",
        "DELETE FROM audit_heads",
        "TRUNCATE audit_heads",
    ],
)
async def test_nobody_changes_what_is_there(database: Database, key_ring: KeyRing, statement: str) -> None:
    """Requirement 118."""
    log = await AuditLog.opened(database, key_ring, statement)
    await log.act("done")
    await log.seal()
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.transaction() as session:
            await session.execute(text(statement))
    assert 1 == (await log.whole()).link.seq


async def test_an_act_is_not_altered_before_it_is_over_either(database: Database, key_ring: KeyRing) -> None:
    log = await AuditLog.opened(database, key_ring, "not over")
    async with AsyncSession(database.engine) as session:
        act = await record_act(session, log.account_id, "key_1", "act", "camp_1")
        with pytest.raises(DBAPIError, match="append-only"):
            await session.execute(text("UPDATE audit_events SET actor = 'x' WHERE id = :id"), {"id": act})


async def test_the_owner_of_the_tables_has_no_permission_to_change_them(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """Whoever is no superuser is refused by permission, triggers or not; acts find their place in the chain as before."""
    log = await AuditLog.opened(fresh_database, key_ring, "one")
    await log.act("first")
    async with AsyncSession(fresh_database.engine) as session:  # rolled back: roles are of the whole server
        await _become_an_owner(session)
        for statement in (
            "UPDATE audit_events SET actor = 'x'",
            "DELETE FROM audit_events",
            "TRUNCATE audit_events",
            "UPDATE audit_seals SET seq = 1",
            "DELETE FROM audit_seals",
            "TRUNCATE audit_seals",
            "DELETE FROM audit_heads",
            "TRUNCATE audit_heads",
        ):
            with pytest.raises(DBAPIError, match="permission denied"):
                await _alone(session, statement)
        await record_act(session, log.account_id, "key_1", "second", "camp_1")
        await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        [first, second] = await acts_behind(session, log.account_id, FIRST, 9)
        assert (1, 2, first.hash) == (first.seq, second.seq, second.previous_hash)


async def _alone(session: AsyncSession, statement: str) -> None:
    async with session.begin_nested():
        await session.execute(text(statement))


async def _become_an_owner(session: AsyncSession) -> None:
    for statement in (
        "CREATE ROLE an_owner",
        *(f"ALTER TABLE {table} OWNER TO an_owner" for table in ("audit_events", "audit_heads", "audit_seals")),
        "GRANT ALL ON accounts TO an_owner",
        "SET LOCAL ROLE an_owner",
    ):  # fmt: skip
        await session.execute(text(statement))


async def test_what_was_there_before_is_chained_in_the_order_of_its_numbers(
    databases: Databases, key_ring: KeyRing
) -> None:
    engine = engine_for(await databases.empty(), connections=2)

    def upgrade(connection: Connection) -> None:
        command.upgrade(alembic_config(connection), "0045")

    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
        for account in ("acct_1", "acct_2"):
            await connection.execute(
                text(f"INSERT INTO accounts (id, name) VALUES ('{account}', '{account}')")
            )
        for number in range(6):
            await connection.execute(
                text(
                    "INSERT INTO audit_events (account_id, actor, action, subject) VALUES (:a, 'key', :b, 'it')"
                ),
                {"a": f"acct_{1 + number % 2}", "b": f"act {number}"},
            )
    await migrate(engine)
    database = Database(engine)
    for account, actions in (("acct_1", "024"), ("acct_2", "135")):
        log = AuditLog(database, key_ring, account)  # type: ignore[arg-type]
        await log.act("since")
        assert 4 == (await log.whole()).link.seq
        async with database.transaction() as session:
            acts = await acts_behind(session, log.account_id, FIRST, 9)
        assert [*(f"act {number}" for number in actions), "since"] == [act.action for act in acts]
    await database.close()


async def test_a_log_is_sealed_from_its_last_seal_on_and_never_where_it_broke(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    log = await AuditLog.opened(fresh_database, key_ring, "one")

    async def to_seal() -> object:
        async with fresh_database.transaction() as session:
            assert [log.account_id] == await accounts_to_seal(session, "", 9)
        async with fresh_database.transaction() as session:
            return await verify_since_seal(session, log.account_id, log.judge())

    await log.act("first", "second")
    await log.seal()
    async with fresh_database.transaction() as session:
        assert [] == await accounts_to_seal(session, "", 9)
    await log.act("third")
    await log.tamper("UPDATE audit_events SET actor = 'x' WHERE account_id = '{account}' AND seq = 3")
    found = await to_seal()
    assert isinstance(found, Break)
    assert (Flaw.CHANGED, 3) == (found.flaw, found.seq)
    await log.tamper("UPDATE audit_seals SET hash = 'x' WHERE account_id = '{account}'")
    assert Break(Flaw.SEAL_REFUSED, 2) == await to_seal()


async def test_seals_of_a_former_key_are_good_as_long_as_it_is_in_the_ring(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    log = await AuditLog.opened(fresh_database, key_ring, "one")
    await log.act("first")
    await log.seal()
    both = KeyRing({1: b"k" * 32, 2: b"n" * 32}, b"l" * 32)
    log.keys = both.derived(PURPOSE)
    await log.act("second")
    assert 2 == (await log.seal()).key_id
    assert 2 == (await log.whole()).sealed_to
    log.keys = {2: log.keys[2]}
    found = await log.verified()
    assert isinstance(found, Break)
    assert (Flaw.SEAL_REFUSED, 1) == (found.flaw, found.seq)


async def test_an_account_that_did_nothing_yet_has_a_whole_log(database: Database, key_ring: KeyRing) -> None:
    log = await AuditLog.opened(database, key_ring, "did nothing")
    assert Verified() == await log.verified()
    async with database.transaction() as session:
        judge = Judge(log.keys, datetime.now(UTC) + timedelta(days=9))
        assert await verify_since_seal(session, log.account_id, judge) is None
