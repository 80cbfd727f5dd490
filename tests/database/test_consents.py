"""The consent ledger in the database: kept for good, read with a contact's facts, known of lists and single calls. Decision 0056."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from database.call_facts import read_facts
from database.consent_texts import add_text, list_texts
from database.consents import (
    ConsentView,
    GivenConsent,
    WithdrawnConsent,
    give_consent,
    ledgers_of,
    list_consents,
    withdraw_consents,
    withdraw_entry,
)
from database.leads import add_direct_lead
from database.people import Person
from database.preflight_facts import leads_alike
from database.sealing import KeyRing
from database.session import Database, new_id
from domain.campaigns import CampaignPlan, Purpose
from domain.channels import Channel
from domain.consents import (
    EMPTY_LEDGER,
    ConsentBasis,
    ConsentEntry,
    ConsentLedger,
    ConsentWithdrawal,
    Resting,
    consent_for,
)
from domain.errors import InvalidInput, NotFound
from domain.identifiers import AccountId, LeadId
from domain.rule_packs import Consent
from tests.database.campaign_rows import OPEN, CampaignRows, running_campaign
from tests.database.other_account import other_account

NUMBER = "+4930555001"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MARKETING, BOTH = frozenset({Purpose.MARKETING}), frozenset(Channel)
SIGNED = GivenConsent(
    ConsentBasis.WRITTEN, MARKETING, BOTH, given_at=NOON, expires_at=NOON + 300 * DAY, evidence="form 7"
)


async def give(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing, given: GivenConsent = SIGNED
) -> str:
    """The id of a new entry of the number's."""
    consent_id = new_id("cons")
    await give_consent(session, account_id, consent_id, NUMBER, given, key_ring, actor="key_1")
    return consent_id


async def known(session: AsyncSession, account_id: AccountId, key_ring: KeyRing) -> list[ConsentView]:
    return await list_consents(
        session, account_id, key_ring, number=NUMBER, before=None, limit=50, now=NOON + 9 * DAY
    )


async def ledger(session: AsyncSession, account_id: AccountId, key_ring: KeyRing) -> ConsentLedger:
    number_hash = key_ring.lookup(NUMBER, account_id)
    return (await ledgers_of(session, account_id, [number_hash])).get(number_hash, EMPTY_LEDGER)


async def test_what_was_given_and_taken_back_is_read_with_the_facts_of_a_call(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    """By one account of its own, and as the ledger says it."""
    campaign = await running_campaign(database, key_ring, account_id)
    call_id = await campaign.call(NUMBER)
    async with database.transaction() as session:
        first = await give(session, account_id, key_ring)
        partly = WithdrawnConsent(MARKETING, {Channel.SMS}, NOON + DAY)
        await withdraw_consents(session, account_id, new_id("cons"), NUMBER, partly, key_ring, actor="usr_1")
        all_of_it = WithdrawnConsent(withdrawn_at=NOON - DAY)
        await withdraw_consents(
            session, account_id, new_id("cons"), NUMBER, all_of_it, key_ring, actor="usr_1"
        )
        await give(session, await other_account(database), key_ring)
        facts = await read_facts(session, account_id, call_id, key_ring)
        assert facts is not None
        assert (
            ConsentEntry(first, ConsentBasis.WRITTEN, MARKETING, BOTH, NOON, NOON + 300 * DAY),
        ) == facts.ledger.entries
        assert {
            ConsentWithdrawal(MARKETING, frozenset({Channel.SMS}), NOON + DAY),
            ConsentWithdrawal(frozenset(), frozenset(), NOON - DAY),
        } == set(facts.ledger.withdrawals)
        found = await ledger(session, account_id, key_ring)
        assert (facts.ledger.entries, set(facts.ledger.withdrawals)) == (
            found.entries,
            set(found.withdrawals),
        )


async def test_without_a_moment_it_is_now_by_the_clock_that_decides(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    async with database.transaction() as session:
        before = (await session.execute(text("SELECT clock_timestamp()"))).scalar_one()
        await give(session, account_id, key_ring, replace(SIGNED, given_at=None))
        await withdraw_consents(
            session, account_id, new_id("cons"), NUMBER, WithdrawnConsent(), key_ring, actor="key_1"
        )
        after = (await session.execute(text("SELECT clock_timestamp()"))).scalar_one()
        found = await ledger(session, account_id, key_ring)
    (entry,), (withdrawal,) = found.entries, found.withdrawals
    assert entry.given_at is not None
    assert before <= entry.given_at <= withdrawal.withdrawn_at <= after


async def test_a_line_is_shown_whole_and_one_account_sees_no_other(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    async with database.transaction() as session:
        wording = await add_text(
            session, account_id, new_id("ctext"), "newsletter", "I agree to calls.", key_ring
        )
        given = await give(session, account_id, key_ring, replace(SIGNED, text_id=wording.id))
        [line] = await known(session, account_id, key_ring)
        assert [] == await known(session, await other_account(database), key_ring)
        withdrawal = new_id("cons")
        back = WithdrawnConsent(withdrawn_at=NOON + DAY, evidence="by letter")
        await withdraw_entry(session, account_id, withdrawal, given, back, key_ring, actor="usr_2")
        taken, was = await known(session, account_id, key_ring)
    assert (
        ConsentView(
            given,
            NUMBER,
            "given",
            "written",
            ["marketing"],
            ["sms", "voice"],
            wording.id,
            "api",
            None,
            None,
            "key_1",
            NOON,
            NOON + 300 * DAY,
            "form 7",
            None,
            True,
            line.created_at,
        )
        == line
    )
    assert replace(line, holds=False) == was
    assert (
        ConsentView(
            withdrawal,
            NUMBER,
            "withdrawn",
            None,
            ["marketing"],
            ["sms", "voice"],
            None,
            "api",
            None,
            None,
            "usr_2",
            NOON + DAY,
            None,
            "by letter",
            given,
            False,
            taken.created_at,
        )
        == taken
    )


async def test_whoever_takes_one_back_takes_back_what_it_allows_and_nothing_else(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    """Whatever it rests on beside; not before it was given, and no withdrawal is taken back."""
    async with database.transaction() as session:
        given = await give(session, account_id, key_ring)
        await give(session, account_id, key_ring)
        other = await give(session, account_id, key_ring, replace(SIGNED, purposes={Purpose.SURVEY}))
        withdrawal, at_once = new_id("cons"), WithdrawnConsent(withdrawn_at=NOON)
        await withdraw_entry(session, account_id, withdrawal, given, at_once, key_ring, actor="key_1")
        found = await known(session, account_id, key_ring)
        assert [other] == [line.id for line in found if line.holds]
        stranger = await other_account(database)
        early = replace(at_once, withdrawn_at=NOON - timedelta.resolution)
        for whose, consent_id, error in (
            (account_id, withdrawal, NotFound),
            (account_id, "cons_none", NotFound),
            (stranger, given, NotFound),
            (account_id, given, InvalidInput),
        ):
            with pytest.raises(error):
                await withdraw_entry(
                    session, whose, new_id("cons"), consent_id, early, key_ring, actor="key_1"
                )


async def test_words_that_an_account_does_not_have_are_nobodys_consent(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    async with database.transaction() as session:
        stranger = await other_account(database)
        theirs = await add_text(session, stranger, new_id("ctext"), "newsletter", "Yes.", key_ring)
        with pytest.raises(InvalidInput) as refused:
            await give(session, account_id, key_ring, replace(SIGNED, text_id=theirs.id))
        assert "/text_id" == refused.value.pointer


async def test_each_wording_is_a_version_of_its_name_in_its_account(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    async with database.transaction() as session:
        stranger = await other_account(database)
        made = [
            await add_text(session, of, new_id("ctext"), name, wording, key_ring)
            for of, name, wording in (
                (account_id, "form", "I agree."),
                (account_id, "form", "I agree to all."),
                (account_id, "call", "Yes."),
                (stranger, "form", "Oui."),
            )
        ]
        shown = await list_texts(session, account_id, key_ring, before=None, limit=9)
        older = await list_texts(session, account_id, key_ring, before=shown[0].id, limit=1)
    assert [("form", 1), ("form", 2), ("call", 1), ("form", 1)] == [
        (each.name, each.version) for each in made
    ]
    assert [*reversed(made[:3])] == shown
    assert [made[1]] == older


CHANGES = [
    ("consents", "purposes = '{survey}'"),
    ("consents", "at = now()"),
    ("consents", "kind = 'withdrawn'"),
    ("consents", "number_hash = 'x'"),
    ("consent_texts", "version = 7"),
    ("consent_texts", "name = 'other'"),
]


@pytest.mark.parametrize("table, change", CHANGES)
async def test_nothing_of_a_line_changes(
    database: Database, account_id: AccountId, key_ring: KeyRing, table: str, change: str
) -> None:
    """But by which key it is sealed, and whether what is personal in it is kept."""
    of_account = {"account": account_id}
    async with database.transaction() as session:
        await add_text(session, account_id, new_id("ctext"), "form", "I agree.", key_ring)
        await give(session, account_id, key_ring)
        for sealed in (
            "consents SET number_sealed = 'x', evidence_sealed = NULL",
            "consent_texts SET wording_sealed = 'x'",
        ):
            await session.execute(text(f"UPDATE {sealed} WHERE account_id = :account"), of_account)
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.transaction() as session:
            await session.execute(
                text(f"UPDATE {table} SET {change} WHERE account_id = :account"), of_account
            )


@pytest.mark.parametrize(
    "consents, basis", [(["express"], "express"), (["express", "written"], "written"), (["recording"], None)]
)
async def test_what_the_order_of_a_single_call_says_is_on_record_for_its_purpose(
    database: Database, account_id: AccountId, key_ring: KeyRing, consents: list[str], basis: str | None
) -> None:
    """Once, however often it is ordered; nobody knows when it was given."""
    lead_id = LeadId(new_id("lead"))
    async with database.transaction() as session:
        for purpose in (Purpose.MARKETING, Purpose.SURVEY):
            await add_direct_lead(
                session,
                account_id,
                lead_id,
                Person(NUMBER),
                key_ring,
                hours_key=OPEN,
                consents=consents,
                purpose=purpose,
            )
        found = await known(session, account_id, key_ring)
    said = [(each.id, each.basis, each.purposes, each.channels, each.source, each.lead_id) for each in found]
    entry = (f"cons_{lead_id[5:]}", basis, ["marketing"], ["voice", "sms"], "call", lead_id)
    assert ([] if basis is None else [entry]) == said
    assert [NUMBER] * len(found) == [each.number for each in found]
    assert all(each.at is None and each.holds for each in found)


def _some_ledger(dice: random.Random, now: datetime) -> list[dict[str, Any]]:
    """Lines of one number, among them what ends, what expires and what is given within this very day."""

    def some(of: Any, least: int) -> list[str]:
        return [str(each) for each in dice.sample(list(of), dice.randint(least, len(of)))]

    def moment() -> datetime:
        return now + dice.randint(-3, 3) * DAY

    lines = []
    for _ in range(dice.randint(0, 5)):
        is_given = dice.random() < 0.6
        lines.append(
            {
                "kind": "given" if is_given else "withdrawn",
                "basis": dice.choice(["express", "written"]) if is_given else None,
                "purposes": some(Purpose, int(is_given)),
                "channels": some(Channel, int(is_given)),
                "at": None if is_given and dice.random() < 0.3 else moment(),
                "expires_at": moment() if is_given and dice.random() < 0.4 else None,
            }
        )
    return lines


async def _enter(campaign: CampaignRows, number: str, line: dict[str, Any]) -> None:
    await campaign.run(
        """
        INSERT INTO consents (id, account_id, number_hash, kind, basis, purposes, channels, source, at, expires_at)
        VALUES (:line, :account, :hash, :kind, :basis, :purposes, :channels, 'api', :at, :expires_at)
        """,
        line=new_id("cons"),
        account=campaign.account_id,
        hash=campaign.key_ring.lookup(number, campaign.account_id),
        **line,
    )


async def test_a_preflight_counts_the_consents_that_a_dial_would_rest_on(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    """The rule is said once more in SQL there: whatever the ledger, both say the same."""
    dice = random.Random(0)
    campaign = await running_campaign(
        database, key_ring, account_id, plan=CampaignPlan(purpose=Purpose.MARKETING)
    )
    hashes = {}
    now = datetime.now(UTC)
    for place in range(150):
        number, key = f"+49305551{place:03}", f"simulation|Europe/Berlin|DE|{place}"
        await campaign.lead(number, hours_key=key)
        hashes[key] = key_ring.lookup(number, account_id)
        for line in _some_ledger(dice, now):
            await _enter(campaign, number, line)
    async with database.transaction() as session:
        groups = {
            each.hours_key: each.consents
            for each in await leads_alike(session, account_id, campaign.campaign_id, Purpose.MARKETING)
        }
        ledgers = await ledgers_of(session, account_id, hashes.values())
    answers = set()
    for key, number_hash in hashes.items():
        for needed in Consent:
            kept, counted = (
                consent_for(each, needed, Purpose.MARKETING, Channel.VOICE, now + timedelta(minutes=5))
                for each in (ledgers.get(number_hash, EMPTY_LEDGER), groups[key])
            )
            assert isinstance(kept, Resting) is isinstance(counted, Resting), (needed, ledgers[number_hash])
            assert (kept == "withdrawn") is (counted == "withdrawn")
            answers.add((needed, isinstance(kept, Resting), kept == "withdrawn"))
    assert 8 == len(answers), "each need is met, lacking and withdrawn; none is never just lacking"
