"""The do-not-call list: by keyed hash, sealed, for one channel or all, of one account."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from database.people import Person
from database.sealing import KeyRing
from database.session import Database
from database.suppressions import is_suppressed, lift_channel, list_suppressions, suppress, take_back_opt_out
from domain.identifiers import AccountId, AttemptId
from domain.suppressions import OptOutEvidence
from tests.database.other_account import other_account

NUMBER = "+14155552671"


async def test_an_entry_for_all_channels_binds_each_and_one_for_sms_binds_sms(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    async with database.transaction() as session:
        await suppress(session, account_id, [NUMBER], key_ring, channel="sms", source="api")
        assert not await is_suppressed(session, account_id, NUMBER, key_ring, "voice")
        assert await is_suppressed(session, account_id, NUMBER, key_ring, "sms")
        await suppress(session, account_id, [NUMBER], key_ring, channel="all", source="voice")
        assert await is_suppressed(session, account_id, NUMBER, key_ring, "voice")


async def test_start_lifts_the_sms_entry_and_not_the_one_for_all(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    async with database.transaction() as session:
        for channel in ("sms", "all"):
            await suppress(session, account_id, [NUMBER], key_ring, channel=channel, source="api")
        now = (await session.execute(text("SELECT now()"))).scalar_one()
        await lift_channel(session, account_id, NUMBER, key_ring, "sms", now)
        assert await is_suppressed(session, account_id, NUMBER, key_ring, "sms")
        listed = await list_suppressions(session, account_id, key_ring, number=NUMBER, before=None, limit=5)
    assert [entry.channel for entry in listed] == ["all"]


async def test_an_entry_of_before_the_evidence_was_kept_is_read(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    async with database.transaction() as session:
        await session.execute(
            text("""
                INSERT INTO suppressions (id, account_id, number_hash, number_sealed, channel, source, call_id)
                VALUES (:id, :id, :hash, :sealed, 'all', 'said_on_call', 'call_1')
            """),
            {
                "id": account_id,
                "hash": key_ring.lookup(NUMBER, account_id),
                "sealed": key_ring.seal_record(Person(NUMBER), account_id),
            },
        )
        [entry] = await list_suppressions(session, account_id, key_ring, number=None, before=None, limit=5)
    assert ("said_on_call", "call_1", OptOutEvidence()) == (entry.source, entry.call_id, entry.evidence)


async def test_what_is_personal_is_nowhere_in_the_row(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    words = OptOutEvidence("I am ill and 4155552671 is mine")
    async with database.transaction() as session:
        await suppress(session, account_id, [NUMBER], key_ring, channel="all", source="sms", evidence=words)
        rows = await session.execute(
            text("SELECT * FROM suppressions WHERE account_id = :id"), {"id": account_id}
        )
        kept = str(rows.all())
        assert "4155552671" not in kept
        assert "I am ill" not in kept


@pytest.mark.parametrize(
    ("source", "attempt", "lifted"),
    [
        ("said_on_call", "call_1-1", True),
        ("pressed_on_call", "call_1-1", True),
        ("api", "call_1-1", False),
        ("said_on_call", "call_2-1", False),
    ],
)
async def test_what_is_taken_back_lifts_its_own_conversations_entry_alone(
    database: Database, account_id: AccountId, key_ring: KeyRing, source: str, attempt: str, lifted: bool
) -> None:
    """Law 4: nothing else on the list is anybody's to lift by a word."""
    at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    demand = OptOutEvidence("stop calling", at, AttemptId(attempt))
    back = OptOutEvidence("no, keep me", at, AttemptId("call_1-1"))
    async with database.transaction() as session:
        await suppress(session, account_id, [NUMBER], key_ring, channel="all", source=source, evidence=demand)
        for _ in range(2):
            await take_back_opt_out(session, account_id, back, key_ring)
        assert await is_suppressed(session, account_id, NUMBER, key_ring, "voice") is not lifted
        kept = (
            await session.execute(
                text(
                    "SELECT removed_at, taken_back_sealed, words_sealed FROM suppressions WHERE account_id = :id"
                ),
                {"id": account_id},
            )
        ).one()
    assert kept.removed_at == (at if lifted else None)
    assert "stop calling" == key_ring.open(kept.words_sealed, account_id).decode()
    if lifted:
        assert "no, keep me" == key_ring.open(kept.taken_back_sealed, account_id).decode()


async def test_one_accounts_list_does_not_bind_another(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    other = await other_account(database)
    async with database.transaction() as session:
        await suppress(session, account_id, [NUMBER], key_ring, channel="all", source="api")
        assert not await is_suppressed(session, other, NUMBER, key_ring, "voice")
        assert await list_suppressions(session, other, key_ring, number=None, before=None, limit=5) == []
