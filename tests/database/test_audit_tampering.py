"""Whatever the owner of the database does to an audit log by SQL, with the triggers out of the way, is found, and where.

Requirements 118, 163. What no chain and no seal can show stands at the end.
"""

from datetime import timedelta
from typing import Final

from database.audit import list_acts
from database.sealing import KeyRing
from database.session import Database
from domain.audit_chain import Break, Flaw
from domain.audit_verification import Verified
from tests.database.audit_logs import RECHAIN, AuditLog

ACTS: Final = [f"act {number}" for number in range(1, 9)]
SEALED: Final = 4  # of the eight; the others came since

_OF = "WHERE account_id = '{account}'"
_SET = f"UPDATE audit_events SET %s {_OF} AND seq = %d"
_DELETE = f"DELETE FROM audit_events {_OF} AND seq %s"
_INSERT = """
    INSERT INTO audit_events (account_id, actor, action, subject, at, seq, previous_hash, hash)
    SELECT account_id, actor, 'never done', subject, at, {seq}, {previous}, {hash}
    FROM audit_events WHERE account_id = '{account}' AND seq = {like}
"""


def _insert(seq: str, previous: str, own: str, like: int) -> str:
    values = {"{seq}": seq, "{previous}": previous, "{hash}": own, "{like}": str(like)}
    statement = _INSERT
    for name, value in values.items():
        statement = statement.replace(name, value)
    return statement


_OWN_HASH: Final = f"UPDATE audit_events e SET hash = act_hash_v1(e) {_OF} AND seq = %d"
_SHIFTED: Final = [f"UPDATE audit_events SET seq = -seq {_OF} AND seq > 5", f"UPDATE audit_events SET seq = 1 - seq {_OF} AND seq < 0"]  # fmt: skip
_EXCHANGED: Final = [_SET % ("seq = -1", 3), _SET % ("seq = 3", 6), f"UPDATE audit_events SET seq = 6 {_OF} AND seq = -1"]  # fmt: skip
_NO_INDEX: Final = "DROP INDEX IF EXISTS audit_by_place"

TAMPERED: Final[dict[str, tuple[list[str], Break]]] = {
    "another actor": ([_SET % ("actor = 'key_2'", 3)], Break(Flaw.CHANGED, 3)),
    "another action": ([_SET % ("action = 'nothing'", 1)], Break(Flaw.CHANGED, 1)),
    "another subject": ([_SET % ("subject = 'camp_2'", 8)], Break(Flaw.CHANGED, 8)),
    "another detail": ([_SET % ("detail = '{}'", 5)], Break(Flaw.CHANGED, 5)),
    "one figure more": ([_SET % ("detail = '{\"why\": [\"act 5\", 1.50]}'", 5)], Break(Flaw.CHANGED, 5)),
    "a microsecond later": ([_SET % ("at = at + interval '1 microsecond'", 2)], Break(Flaw.CHANGED, 2)),
    "another network": ([_SET % ("network = 'ff'", 2)], Break(Flaw.CHANGED, 2)),
    "another number": ([_SET % ("id = -id", 7)], Break(Flaw.CHANGED, 7)),
    "words moved between fields": (
        [_SET % ("actor = actor || left(action, 1), action = substr(action, 2)", 4)],
        Break(Flaw.CHANGED, 4),
    ),
    "the first taken away": ([_DELETE % "= 1"], Break(Flaw.MISSING, 1)),
    "one within taken away": ([_DELETE % "= 6"], Break(Flaw.MISSING, 6)),
    "several taken away": ([_DELETE % "IN (2, 3, 7)"], Break(Flaw.MISSING, 2)),
    "one taken away, the others moved up": (
        [_DELETE % "= 5", *(_SET % (f"seq = {place - 1}", place) for place in (6, 7, 8))],
        Break(Flaw.TORN, 5),
    ),
    "the last taken away": ([_DELETE % "= 8"], Break(Flaw.CUT_OFF, 8)),
    "all taken away": ([_DELETE % "> 0"], Break(Flaw.CUT_OFF, 1)),
    "all taken away and the end": (
        [_DELETE % "> 0", f"DELETE FROM audit_heads {_OF}"],
        Break(Flaw.CUT_OFF, 1),
    ),
    "cut off behind the seal, the end moved": ([_DELETE % "> 3", RECHAIN], Break(Flaw.CUT_OFF, 4)),
    "two exchanged": (_EXCHANGED, Break(Flaw.TORN, 3)),
    "put in without a place": ([_insert("NULL", "NULL", "NULL", 5)], Break(Flaw.OUTSIDE, 9)),
    "put in without a hash": ([_insert("9", "hash", "NULL", 8)], Break(Flaw.OUTSIDE, 9)),
    "put in at the end": ([_insert("9", "hash", "'made up'", 8)], Break(Flaw.CHANGED, 9)),
    "put in at the end, well hashed": (
        [_insert("9", "hash", "'made up'", 8), _OWN_HASH % 9],
        Break(Flaw.HEAD_DIFFERS, 9),
    ),
    "put in before the first": ([_insert("0", "hash", "'made up'", 1), _OWN_HASH % 0], Break(Flaw.REPEATED, 0)),
    "put in within, the others moved down": (
        [*_SHIFTED, _insert("6", "hash", "'made up'", 5), _OWN_HASH % 6],
        Break(Flaw.TORN, 7),
    ),
    "its place taken away": ([_SET % ("seq = NULL", 3)], Break(Flaw.MISSING, 3)),
    "its hash taken away": ([_SET % ("hash = NULL", 3)], Break(Flaw.OUTSIDE, 3)),
    "another hash": ([_SET % ("hash = 'made up'", 3)], Break(Flaw.CHANGED, 3)),
    "another hash before": ([_SET % ("previous_hash = 'made up'", 3)], Break(Flaw.TORN, 3)),
    "no hash before": ([_SET % ("previous_hash = NULL", 1)], Break(Flaw.TORN, 1)),
    "changed and hashed anew": ([_SET % ("actor = 'key_2'", 5), _OWN_HASH % 5], Break(Flaw.TORN, 6)),
    "the last changed and hashed anew": (
        [_SET % ("actor = 'key_2'", 8), _OWN_HASH % 8],
        Break(Flaw.HEAD_DIFFERS, 8),
    ),
    "changed, all chained anew": ([_SET % ("actor = 'key_2'", 2), RECHAIN], Break(Flaw.SEALED_OTHERWISE, 4)),
    "one taken away, all chained anew": ([_DELETE % "= 2", RECHAIN], Break(Flaw.SEALED_OTHERWISE, 4)),
    "all chained anew, with the seal's hash": (
        [
            _SET % ("actor = 'key_2'", 2),
            RECHAIN,
            "UPDATE audit_seals s SET hash = e.hash FROM audit_events e WHERE e.account_id = '{account}' AND e.seq = s.seq"
            " AND s.account_id = e.account_id",
        ],
        Break(Flaw.SEAL_REFUSED, 4),
    ),
    "the seal's moment": ([f"UPDATE audit_seals SET at = at - interval '1 day' {_OF}"], Break(Flaw.SEAL_REFUSED, 4)),
    "the seal's key": ([f"UPDATE audit_seals SET key_id = 9 {_OF}"], Break(Flaw.SEAL_REFUSED, 4)),
    "the seal's place": ([f"UPDATE audit_seals SET seq = 5 {_OF}"], Break(Flaw.SEAL_REFUSED, 5)),
    "a seal of what is to come": ([f"UPDATE audit_seals SET seq = 99 {_OF}"], Break(Flaw.SEAL_REFUSED, 99)),
    "another end": ([f"UPDATE audit_heads SET hash = 'made up' {_OF}"], Break(Flaw.HEAD_DIFFERS, 8)),
    "a nearer end": ([f"UPDATE audit_heads SET seq = 7 {_OF}"], Break(Flaw.HEAD_DIFFERS, 8)),
    "a farther end": ([f"UPDATE audit_heads SET seq = 9 {_OF}"], Break(Flaw.CUT_OFF, 9)),
    "no end": ([f"DELETE FROM audit_heads {_OF}"], Break(Flaw.HEAD_DIFFERS, 8)),
    # Last, since it leaves the table without its index.
    "two of one place": ([_NO_INDEX, _insert("6", "previous_hash", "'made up'", 6)], Break(Flaw.REPEATED, 6)),
}  # fmt: skip


async def _log(database: Database, key_ring: KeyRing, name: str) -> AuditLog:
    log = await AuditLog.opened(database, key_ring, name)
    await log.act(*ACTS[:SEALED])
    await log.seal()
    await log.act(*ACTS[SEALED:])
    return log


async def test_whatever_is_done_to_a_log_is_found_where_it_was_done(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """Requirement 163."""
    for name, (statements, expected) in TAMPERED.items():
        log = await _log(fresh_database, key_ring, name)
        untouched = await log.whole()
        assert (8, SEALED, None) == (untouched.link.seq, untouched.sealed_to, untouched.late_from), name
        await log.tamper(*statements)
        found = await log.verified()
        assert isinstance(found, Break), name
        assert (expected.flaw, expected.seq) == (found.flaw, found.seq), name
        assert (found.act_id is None) is (expected.flaw in _OF_NO_ENTRY or expected.seq == 99), name


_OF_NO_ENTRY: Final = (Flaw.MISSING, Flaw.CUT_OFF, Flaw.HEAD_DIFFERS)


async def test_an_entry_moved_to_another_account_is_found_in_both(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    one, other = [await _log(fresh_database, key_ring, name) for name in ("one", "other")]
    await one.tamper(f"UPDATE audit_events SET account_id = '{other.account_id}', seq = 9 {_OF} AND seq = 8")
    assert Break(Flaw.CUT_OFF, 8) == await one.verified()
    found = await other.verified()
    assert isinstance(found, Break)
    assert (Flaw.TORN, 9) == (found.flaw, found.seq)


async def test_a_seal_of_another_account_is_refused(fresh_database: Database, key_ring: KeyRing) -> None:
    one, other = [await _log(fresh_database, key_ring, name) for name in ("one", "other")]
    await one.tamper(
        f"DELETE FROM audit_seals {_OF}",
        f"INSERT INTO audit_seals SELECT '{{account}}', seq, hash, at, key_id, mac FROM audit_seals"
        f" WHERE account_id = '{other.account_id}'",
    )
    found = await one.verified()
    assert isinstance(found, Break)
    assert (Flaw.SEAL_REFUSED, 4) == (found.flaw, found.seq)


async def test_a_past_written_anew_without_its_seals_shows_how_late_it_was_sealed(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """The chain and a new seal over it are in order; that the seal is a day younger than the acts is told."""
    log = await _log(fresh_database, key_ring, "written anew")
    await log.seal()
    known = (await log.whole()).link
    forged = [_SET % ("actor = 'key_2'", 2), RECHAIN, f"DELETE FROM audit_seals {_OF}"]
    await log.tamper(*forged)
    soon = await log.whole()
    assert (0, None) == (soon.sealed_to, soon.sealed_at)
    a_day_later = timedelta(days=1)
    late = await log.whole(later=a_day_later)
    assert (1, 8) == (late.late_from, late.late_to)
    await log.seal(later=a_day_later)
    sealed_again = await log.whole(later=a_day_later)
    assert (8, 1, 8) == (sealed_again.sealed_to, sealed_again.late_from, sealed_again.late_to)
    found = await log.verified(known)
    assert isinstance(found, Break)
    assert (Flaw.KNOWN_OTHERWISE, 8) == (found.flaw, found.seq)


async def test_an_end_taken_back_with_its_seals_is_found_by_whoever_kept_it(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """Nothing within the database can show this."""
    log = await _log(fresh_database, key_ring, "taken back")
    known = (await log.whole()).link
    await log.tamper(_DELETE % "> 6", RECHAIN)
    assert isinstance(await log.verified(), Verified)
    assert Break(Flaw.CUT_OFF, 7) == await log.verified(known)


async def test_an_entry_put_in_by_hand_is_listed_all_the_same(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    log = await _log(fresh_database, key_ring, "put in")
    await log.tamper(_insert("NULL", "NULL", "NULL", 5))
    async with fresh_database.transaction() as session:
        [newest] = await list_acts(session, log.account_id, before=None, limit=1)
    assert ("never done", None, None) == (newest.action, newest.seq, newest.hash)
