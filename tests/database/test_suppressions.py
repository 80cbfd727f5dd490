"""The do-not-call list: by keyed hash, sealed, for one channel or all, of one account."""

from sqlalchemy import text

from database.people import Person
from database.sealing import KeyRing
from database.session import Database
from database.suppressions import is_suppressed, lift_channel, list_suppressions, suppress
from domain.identifiers import AccountId
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


async def test_one_accounts_list_does_not_bind_another(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    other = await other_account(database)
    async with database.transaction() as session:
        await suppress(session, account_id, [NUMBER], key_ring, channel="all", source="api")
        assert not await is_suppressed(session, other, NUMBER, key_ring, "voice")
        assert await list_suppressions(session, other, key_ring, number=None, before=None, limit=5) == []
