"""The do-not-call list: by keyed hash, sealed, for one channel or all, of one account."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from database.opt_outs import lift_channel, refused_since, store_opt_out, take_back_opt_out
from database.people import Person
from database.sealing import KeyRing
from database.session import Database, new_id
from database.suppressions import (
    barring_calls,
    is_suppressed,
    list_suppressions,
    remove_suppression,
    suppress,
)
from database.trunks import accounts_of_caller
from domain.identifiers import AccountId, AttemptId, attempt_id
from domain.suppressions import OptOutEvidence
from tests.database.campaign_rows import running_campaign, supposed
from tests.database.other_account import other_account

NUMBER = "+14155552671"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


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
    assert [entry.scope.channel for entry in listed] == ["all"]


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


@pytest.mark.parametrize(
    ("entry_is_older", "is_taken_back", "stays"),
    [(True, False, True), (True, True, False), (False, False, False)],
)
async def test_an_opt_out_outlives_the_entry_that_stood_before_it(
    database: Database,
    account_id: AccountId,
    key_ring: KeyRing,
    entry_is_older: bool,
    is_taken_back: bool,
    stays: bool,
) -> None:
    """Law 4: a number is listed once for a channel, and whoever takes the list's entry off means that one. The person's own is lifted
    by whoever means it, and does not come back with the other.
    """
    rows = await running_campaign(database, key_ring, account_id)
    attempt = attempt_id(await rows.call(NUMBER), 1)
    await rows.run(
        """
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state)
        SELECT :attempt, c.account_id, c.id, 1, l.number_hash, c.trunk_id, 'answered'
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.account_id = :account_id
        """,
        attempt=attempt,
        account_id=account_id,
    )
    said = OptOutEvidence("Never again.", NOW, attempt)
    async with database.transaction() as session:
        await suppress(session, account_id, [NUMBER], key_ring, channel="all", source="import")
        await store_opt_out(
            session, account_id, attempt, said, key_ring, suppression_id=new_id("sup"), source="said_on_call"
        )
        if is_taken_back:
            back = """
                INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key)
                SELECT account_id, campaign_id, call_id, attempt_id, 'opt_out.taken_back', dedupe_key || '.taken_back'
                FROM call_events WHERE account_id = :id AND kind = 'opt_out'
            """
            await session.execute(text(back), {"id": account_id})
        if not entry_is_older:
            later = (
                "UPDATE suppressions SET created_at = created_at + interval '1 second' WHERE account_id = :id"
            )
            await session.execute(text(later), {"id": account_id})
        [listed] = await list_suppressions(session, account_id, key_ring, number=NUMBER, before=None, limit=5)
        await remove_suppression(session, account_id, listed.id, NOW)
        left = await list_suppressions(session, account_id, key_ring, number=NUMBER, before=None, limit=5)
        assert [("said_on_call", attempt)] * stays == [
            (each.source, each.evidence.attempt_id) for each in left
        ]
        for entry in (*left, listed):
            await remove_suppression(session, account_id, entry.id, NOW + timedelta(seconds=1))
        assert not await is_suppressed(session, account_id, NUMBER, key_ring, "voice")


async def test_one_accounts_list_does_not_bind_another(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    other = await other_account(database)
    async with database.transaction() as session:
        await suppress(session, account_id, [NUMBER], key_ring, channel="all", source="api")
        assert not await is_suppressed(session, other, NUMBER, key_ring, "voice")
        assert await list_suppressions(session, other, key_ring, number=None, before=None, limit=5) == []


# Entries of the number: for which channel, how many minutes ago, and whether it was removed; what holds then.
ENTRIES: list[tuple[str, int, bool]] = [
    (channel, age, is_removed)
    for channel in ("all", "voice", "sms")
    for age in (-1, 0, 1)
    for is_removed in (False, True)
]


async def test_what_each_entry_of_a_list_means(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    """For a call, for a text message, and for a STOP that was written just now; and what a START of now lifts."""
    means = {}
    async with database.transaction() as session:
        now = (await session.execute(text("SELECT now()"))).scalar_one()
        await suppress(session, account_id, [NUMBER], key_ring, channel="all", source="sms")
        of_number = {"hash": key_ring.lookup(NUMBER, account_id), "account": account_id}
        barring = text(f"""
            SELECT EXISTS ({barring_calls("l", "l.purpose")})
            FROM (SELECT CAST(:account AS text) AS account_id, CAST(:hash AS bytea) AS number_hash, NULL::bytea AS list_hash,
                         NULL::text AS campaign_id, NULL::text AS purpose) l
        """)
        for channel, age, is_removed in ENTRIES:
            async with supposed(
                session,
                """
                UPDATE suppressions SET channel = :channel, created_at = now() - :age * interval '1 min',
                       removed_at = CASE WHEN :removed THEN now() END WHERE account_id = :account
                """,
                channel=channel,
                age=age,
                removed=is_removed,
                account=account_id,
            ):
                voice, sms = [
                    await is_suppressed(session, account_id, NUMBER, key_ring, each)
                    for each in ("voice", "sms")
                ]
                assert voice is (await session.execute(barring, of_number)).scalar_one()
                since = await refused_since(session, account_id, NUMBER, key_ring, now)
                async with supposed(
                    session,
                    "UPDATE suppressions SET source = 'api' WHERE account_id = :account",
                    account=account_id,
                ):
                    assert not await refused_since(session, account_id, NUMBER, key_ring, now)
                await lift_channel(session, account_id, NUMBER, key_ring, "sms", now)
                lifted = sms and not await is_suppressed(session, account_id, NUMBER, key_ring, "sms")
                means[channel, age, is_removed] = (voice, sms, since, lifted)
    assert {
        (channel, age, is_removed): (
            not is_removed and channel in ("all", "voice"),
            not is_removed and channel in ("all", "sms"),
            channel == "all" and age <= 0,
            not is_removed and channel == "sms" and age >= 0,
        )
        for channel, age, is_removed in ENTRIES
    } == means


async def test_a_number_is_listed_once_for_a_channel_and_told_whether_it_was_new(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    """The entry that is there stays as it is; removed, it is what it was, and the next one is new."""
    other, at = "+14155552672", datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    async def listed(numbers: list[str], source: str, said_at: datetime | None = None) -> int:
        return await suppress(
            session,
            account_id,
            numbers,
            key_ring,
            channel="sms",
            source=source,
            evidence=OptOutEvidence("", said_at),
        )

    async with database.transaction() as session:
        assert 1 == await listed([NUMBER, NUMBER], "first", at)
        assert 1 == await listed([NUMBER, other], "second")
        assert 0 == await listed([NUMBER, other], "third")
        entries = await list_suppressions(session, account_id, key_ring, number=None, before=None, limit=9)
        assert {(NUMBER, "first", at), (other, "second", None)} == {
            (entry.number, entry.source, entry.evidence.said_at) for entry in entries
        }
        [first] = [entry.id for entry in entries if entry.number == NUMBER]
        for minutes in (0, 1):
            await remove_suppression(session, account_id, first, at + timedelta(minutes=minutes))
        removed = await session.execute(
            text("SELECT removed_at FROM suppressions WHERE id = :id"), {"id": first}
        )
        assert at == removed.scalar_one()
        assert 1 == await listed([NUMBER], "fourth")


async def test_who_calls_from_a_number_is_named_once(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    """However many trunks have it."""
    for _ in range(2):
        campaign = await running_campaign(database, key_ring, account_id)
    caller = f"+1{account_id}"
    await campaign.run(
        "UPDATE trunks SET caller_number = :caller WHERE account_id = :account",
        caller=caller,
        account=account_id,
    )
    async with database.transaction() as session:
        assert [account_id] == await accounts_of_caller(session, caller)
