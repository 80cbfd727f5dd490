"""The beginning of an audit log that was cut off when its time was over: what follows is still verified, and so is the cut.

Requirements 160 and 163.
"""

import json
from collections.abc import Callable
from typing import Final

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from database.audit_chain import FIRST, acts_behind
from database.audit_cuts import beginning_to_cut, cut_beginning, last_cut
from database.sealing import KeyRing
from database.session import Database
from domain.audit_chain import BEGINNING, Break, Flaw, Link
from domain.audit_cuts import cut_at
from tests.database.audit_logs import RECHAIN, AuditLog

SEVEN_YEARS: Final = 2557
OLD, YOUNG = 2600, 100
_ACT: Final = """
    INSERT INTO audit_events (account_id, actor, action, subject, at)
    VALUES (:account, 'key_1', 'act', 'it', now() - make_interval(days => :days))
"""


async def log_of(database: Database, key_ring: KeyRing, *, old: int = 6, young: int = 3) -> AuditLog:
    """A log with so many old acts, and younger ones behind them; sealed."""
    log = await AuditLog.opened(database, key_ring, "one")
    for days in [OLD] * old + [YOUNG] * young:
        async with database.transaction() as session:
            await session.execute(text(_ACT), {"account": log.account_id, "days": days})
    await log.seal()
    return log


async def cut(log: AuditLog, days: int = SEVEN_YEARS) -> int | Break:
    """Cut off what is older than so many days; how many entries went."""
    judge = log.judge()
    async with log.database.transaction() as session:
        link = await beginning_to_cut(session, log.account_id, judge, days=days)
        if not isinstance(link, Link):
            return link if isinstance(link, Break) else 0
        return await cut_beginning(session, log.account_id, judge, max(log.keys), link, actor="system")


async def test_what_follows_a_cut_holds_and_the_cut_is_told_of(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    log = await log_of(fresh_database, key_ring)
    known = (await log.whole()).link
    assert 6 == await cut(log)
    assert 0 == await cut(log), "there is nothing more"
    whole = await log.whole()
    assert 10 == whole.link.seq
    assert await log.whole(known) == whole, "what was written down elsewhere before is still there"
    async with fresh_database.transaction() as session:
        left = await acts_behind(session, log.account_id, FIRST, 99)
        mark = await last_cut(session, log.account_id)
    assert mark is not None
    assert [7, 8, 9, 10] == [act.seq for act in left]
    assert left[0].previous_hash == mark.link.hash
    assert ("audit.cut", {"seq": 6, "hash": mark.link.hash.hex(), "entries": 6}) == (
        left[-1].action,
        json.loads(left[-1].detail),
    )
    await log.act("more")
    await log.seal()
    assert 11 == (await log.whole()).sealed_to


async def test_the_last_entry_is_never_cut_off(fresh_database: Database, key_ring: KeyRing) -> None:
    log = await log_of(fresh_database, key_ring, old=3, young=0)
    assert 2 == await cut(log)
    assert 4 == (await log.whole()).link.seq


async def test_an_old_act_behind_a_young_one_stays(fresh_database: Database, key_ring: KeyRing) -> None:
    log = await log_of(fresh_database, key_ring, old=2, young=1)
    async with fresh_database.transaction() as session:
        await session.execute(text(_ACT), {"account": log.account_id, "days": OLD})
    await log.act("now")
    assert 2 == await cut(log)
    assert 6 == (await log.whole()).link.seq


_OF: Final = "WHERE account_id = '{account}'"
_TAMPERING: Final[dict[str, tuple[list[str], Flaw]]] = {
    "the first that stayed taken away": ([f"DELETE FROM audit_events {_OF} AND seq = 7"], Flaw.MISSING),
    "one within changed": (
        [f"UPDATE audit_events SET actor = 'x' {_OF} AND seq = 8"],
        Flaw.CHANGED,
    ),
    "the cut taken away": ([f"DELETE FROM audit_cuts {_OF}"], Flaw.MISSING),
    "the cut moved on": (
        [
            f"DELETE FROM audit_events {_OF} AND seq = 7",
            f"UPDATE audit_cuts SET seq = 7, hash = (SELECT previous_hash FROM audit_events {_OF} AND seq = 8) {_OF}",
        ],
        Flaw.CUT_REFUSED,
    ),
    "the cut told otherwise": ([f"UPDATE audit_cuts SET at = now() {_OF}"], Flaw.CUT_REFUSED),
    "one put back": (
        [
            f"""INSERT INTO audit_events (account_id, actor, action, subject, seq, previous_hash, hash)
            SELECT account_id, actor, action, subject, 6, previous_hash, hash FROM audit_events {_OF} AND seq = 7"""
        ],
        Flaw.REPEATED,
    ),
    "all chained anew from one on": ([RECHAIN], Flaw.REPEATED),
}


@pytest.mark.parametrize("name", _TAMPERING)
async def test_what_is_changed_after_a_cut_is_found(
    fresh_database: Database, key_ring: KeyRing, name: str
) -> None:
    statements, flaw = _TAMPERING[name]
    log = await log_of(fresh_database, key_ring)
    assert 6 == await cut(log)
    await log.seal()
    async with fresh_database.transaction() as session:
        await session.execute(text("ALTER TABLE audit_cuts DISABLE TRIGGER USER"))
    await log.tamper(*statements)
    found = await log.verified()
    assert isinstance(found, Break)
    assert flaw is found.flaw


async def test_a_cut_of_which_no_entry_tells_is_found(fresh_database: Database, key_ring: KeyRing) -> None:
    """A genuine mark, as one who has the keys makes it without the act."""
    log = await log_of(fresh_database, key_ring)
    async with fresh_database.transaction() as session:
        link = await beginning_to_cut(session, log.account_id, log.judge(), days=SEVEN_YEARS)
        assert isinstance(link, Link)
        made = cut_at(log.keys, max(log.keys), log.account_id, link, log.judge().now)
        await session.execute(
            text("SELECT cut_audit_v1(:account, :seq, :hash, :at, :key, :mac)"),
            {"account": log.account_id, "seq": link.seq, "hash": link.hash, "at": made.at, "key": made.key_id, "mac": made.mac},
        )  # fmt: skip
    assert Break(Flaw.CUT_UNTOLD, 6) == await log.verified()


async def test_a_beginning_that_does_not_hold_is_not_cut_off(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    log = await log_of(fresh_database, key_ring)
    await log.tamper(f"UPDATE audit_events SET actor = 'x' {_OF} AND seq = 3")
    found = await cut(log)
    assert isinstance(found, Break)
    assert (Flaw.CHANGED, 3) == (found.flaw, found.seq)
    async with fresh_database.transaction() as session:
        assert 9 == len(await acts_behind(session, log.account_id, FIRST, 99))


@pytest.mark.parametrize(
    ("seq", "spoil"),
    [
        (7, lambda hash_: hash_),  # a young one
        (9, lambda hash_: hash_),  # the last one
        (6, lambda hash_: bytes(32)),  # of another hash
        (99, lambda hash_: hash_),  # that is not there
    ],
)
async def test_the_database_itself_cuts_nowhere_else(
    fresh_database: Database, key_ring: KeyRing, seq: int, spoil: Callable[[bytes], bytes]
) -> None:
    """By its own clock, whoever asks: nothing of the last seven years."""
    log = await log_of(fresh_database, key_ring)
    async with fresh_database.transaction() as session:
        acts = await acts_behind(session, log.account_id, FIRST, 99)
    hashes = {act.seq: act.hash for act in acts}
    with pytest.raises(DBAPIError, match="not cut here"):
        async with fresh_database.transaction() as session:
            await session.execute(
                text("SELECT cut_audit_v1(:account, :seq, :hash, now(), 1, :hash)"),
                {"account": log.account_id, "seq": seq, "hash": spoil(hashes.get(seq) or b"x")},
            )
    assert 9 == (await log.whole()).link.seq


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_events WHERE seq = 1",
        "DELETE FROM audit_events WHERE seq = 7",
        "DELETE FROM audit_cuts",
        "UPDATE audit_cuts SET seq = 1",
        "TRUNCATE audit_cuts",
    ],
)
async def test_nothing_goes_by_hand(fresh_database: Database, key_ring: KeyRing, statement: str) -> None:
    """An old entry neither before the cut nor behind it."""
    log = await log_of(fresh_database, key_ring)
    if "audit_cuts" in statement or "seq = 7" in statement:
        assert 6 == await cut(log)
    with pytest.raises(DBAPIError, match="append-only"):
        async with fresh_database.transaction() as session:
            await session.execute(text(statement))


async def test_the_owner_cuts_by_the_function_alone(fresh_database: Database, key_ring: KeyRing) -> None:
    """Whoever is no superuser has no permission to delete entries, neither before nor after."""
    log = await log_of(fresh_database, key_ring)
    judge = log.judge()
    async with fresh_database.transaction() as session:
        link = await beginning_to_cut(session, log.account_id, judge, days=SEVEN_YEARS)
        assert isinstance(link, Link)
        for statement in (
            "CREATE ROLE a_cutter",
            *(f"ALTER TABLE {table} OWNER TO a_cutter" for table in ("audit_events", "audit_heads", "audit_cuts")),
            "ALTER FUNCTION cut_audit_v1(text, bigint, bytea, timestamptz, integer, bytea) OWNER TO a_cutter",
            "GRANT ALL ON accounts TO a_cutter",
            "SET LOCAL ROLE a_cutter",
        ):  # fmt: skip
            await session.execute(text(statement))
        for _ in range(2):
            with pytest.raises(DBAPIError, match="permission denied"):
                async with session.begin_nested():
                    await session.execute(text("DELETE FROM audit_events WHERE seq = 1"))
            await cut_beginning(session, log.account_id, judge, max(log.keys), link, actor="system")
        left = await acts_behind(session, log.account_id, FIRST, 99)
        assert [7, 8, 9] == [act.seq for act in left if act.seq is not None]
        await session.rollback()


async def test_a_log_that_was_never_cut_begins_at_its_beginning(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    log = await log_of(fresh_database, key_ring, old=0)
    assert 0 == await cut(log)
    async with fresh_database.transaction() as session:
        assert await last_cut(session, log.account_id) is None
    assert BEGINNING.seq + 3 == (await log.whole()).link.seq
