"""Breakers of vendors: several failed conversations in a row hold the calls that rely on the vendor; one at a time tries."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest_asyncio

from database.conversations import store_report
from database.sealing import KeyRing
from database.session import Database, new_id
from database.trunk_lines import Reservation, take_line
from database.vendor_breakers import MOST_FAILURES, HeldVendor, failing_vendors
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.identifiers import AccountId, AttemptId, CallId
from domain.outcomes import BusinessOutcome
from domain.transcripts import Spans, Speaker, Transcript, Turn
from tests.database.campaign_rows import OPEN, CampaignRows, running_campaign
from tests.database.other_account import other_account

MODEL = "model/openai"
WAITS = f"vendor/{MODEL}"
ANSWERED = (Turn(Speaker.AGENT, "We do.", 10_000, 12_000, spans=Spans(first_token=9_500)),)
EARLIER = Turn(Speaker.AGENT, "Hello.", 1_000, 2_000, spans=Spans(first_token=900))
GREETED = (Turn(Speaker.AGENT, "Hello.", 0, 1_000),)


@dataclass
class Vendors:
    """A running campaign whose conversations tell of its vendors."""

    campaign: CampaignRows
    _numbers: int = 0

    async def call(self) -> CallId:
        """A planned call without a line."""
        self._numbers += 1
        return await self.campaign.call(f"+4930666{self._numbers:04}")

    async def told(self, failed: str = "", transcript: Transcript = GREETED, attempt: str = "") -> None:
        """A conversation of twenty seconds is reported."""
        attempt = attempt or await self.attempt()
        [row] = await self.campaign.rows("SELECT call_id FROM attempts WHERE id = :id", id=attempt)
        began = datetime.now(UTC) - timedelta(seconds=20)
        report = ConversationReport(
            self.campaign.account_id,
            CallId(row["call_id"]),
            AttemptId(attempt),
            AnsweredBy.PERSON,
            EndReason.BROKEN if failed else EndReason.FINISHED,
            Verdict(BusinessOutcome.NONE),
            transcript,
            began,
            began + timedelta(seconds=20),
            failed_vendor=failed,
        )
        async with self.campaign.database.transaction() as session:
            await store_report(session, report, self.campaign.key_ring, suppression_id=new_id("sup"))

    async def attempt(self) -> str:
        """An attempt of another call, answered."""
        call_id = await self.call()
        await self.campaign.run(
            """
            INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, fictional)
            SELECT :attempt, c.account_id, c.id, 1, l.number_hash, c.trunk_id, 'ended', true
            FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
            """,
            attempt=f"{call_id}-1",
            call=call_id,
        )
        return f"{call_id}-1"

    async def fails(self, times: int = MOST_FAILURES) -> None:
        """The model failed so many conversations."""
        for _ in range(times):
            await self.told(MODEL)

    async def take(self, call_id: CallId, *, in_line: bool = True) -> Reservation:
        """Ask for a line."""
        campaign = self.campaign
        async with campaign.database.transaction() as session:
            return await take_line(
                session,
                campaign.account_id,
                campaign.trunk_id,
                call_id,
                in_line=in_line,
                ahead=timedelta(minutes=1),
            )

    async def failing(self) -> list[HeldVendor]:
        """Every vendor that fails the account now."""
        async with self.campaign.database.transaction() as session:
            return list(await failing_vendors(session, self.campaign.account_id))

    async def times_up(self) -> None:
        """What holds the vendor's calls is over now."""
        await self.campaign.run("UPDATE vendor_breakers SET held_until = now() - interval '1 ms'")


@pytest_asyncio.fixture
async def vendors(database: Database, key_ring: KeyRing, account_id: AccountId) -> Vendors:
    return Vendors(await running_campaign(database, key_ring, account_id, lines=5))


async def test_several_failures_in_a_row_hold_the_dialling_and_say_so(vendors: Vendors) -> None:
    await vendors.fails(MOST_FAILURES - 1)
    assert (await vendors.take(await vendors.call())).waits_for is None
    await vendors.fails(1)
    waiting = await vendors.call()
    assert (None, WAITS) == ((held := await vendors.take(waiting)).line, held.waits_for)
    row = await vendors.campaign.row("calls", waiting)
    assert "waits for the language model openai: it has failed 3 times in a row" == row["why"]
    [failing] = await vendors.failing()
    assert (MODEL, 3, 1) == (failing.vendor, failing.failures, failing.waiting)


async def test_an_answer_that_was_heard_ends_it(vendors: Vendors) -> None:
    await vendors.fails()
    await vendors.campaign.run("UPDATE vendor_breakers SET failed_at = now() - interval '1 min'")
    await vendors.told(transcript=ANSWERED)
    assert [] == await vendors.failing()
    assert (await vendors.take(await vendors.call())).line is not None


async def test_an_answer_from_before_the_last_failure_proves_nothing(vendors: Vendors) -> None:
    """A long conversation ends well although the vendor has failed since its last answer."""
    await vendors.fails()
    await vendors.told(transcript=ANSWERED)
    assert [MODEL] == [failing.vendor for failing in await vendors.failing()]


async def test_an_answer_since_the_last_failure_ends_it_however_long_ago_its_conversation_began(
    vendors: Vendors,
) -> None:
    """Else a vendor that is well again is held until a call that was not begun yet has tried it."""
    await vendors.fails()
    await vendors.campaign.run("UPDATE vendor_breakers SET failed_at = now() - interval '15 s'")
    await vendors.told(transcript=(EARLIER, *ANSWERED))
    assert [] == await vendors.failing()


async def test_an_answer_between_two_failures_proves_nothing(vendors: Vendors) -> None:
    await vendors.fails(1)
    await vendors.campaign.run("UPDATE vendor_breakers SET failed_at = now() - interval '1 min'")
    await vendors.fails(1)
    await vendors.told(transcript=ANSWERED)
    assert [(MODEL, 2)] == [(each.vendor, each.failures) for each in await vendors.failing()]


async def test_an_answer_speaks_for_the_vendors_that_gave_it(vendors: Vendors) -> None:
    """Not for one that the agent does not need, nor for another account's."""
    campaign, stranger = vendors.campaign, await other_account(vendors.campaign.database)
    for account, vendor in (
        (campaign.account_id, MODEL),
        (campaign.account_id, "recogniser/deepgram"),
        (campaign.account_id, "model/anthropic"),
        (stranger, MODEL),
    ):
        await campaign.run(
            "INSERT INTO vendor_breakers (account_id, vendor, failures, failed_at) VALUES (:a, :v, 1, now() - interval '1 min')",
            a=account,
            v=vendor,
        )
    await vendors.told(transcript=ANSWERED)
    left = await campaign.rows(
        "SELECT account_id, vendor FROM vendor_breakers WHERE account_id IN (:account_id, :stranger)",
        stranger=stranger,
    )
    assert {(campaign.account_id, "model/anthropic"), (stranger, MODEL)} == {
        (row["account_id"], row["vendor"]) for row in left
    }


async def test_who_takes_a_line_tries_the_held_vendors_it_needs_alone(vendors: Vendors) -> None:
    """None that holds nobody yet, none of others."""
    campaign, stranger = vendors.campaign, await other_account(vendors.campaign.database)
    held = "now() - interval '1 min'"
    for account, vendor, until in (
        (campaign.account_id, MODEL, held),
        (campaign.account_id, "recogniser/deepgram", "NULL"),
        (campaign.account_id, "model/anthropic", held),
        (stranger, MODEL, held),
    ):
        await campaign.run(
            f"INSERT INTO vendor_breakers (account_id, vendor, failures, held_until) VALUES (:a, :v, 3, {until})",
            a=account,
            v=vendor,
        )
    assert (await vendors.take(await vendors.call())).line is not None
    rows = await campaign.rows(
        """
        SELECT account_id = :account_id AS ours, vendor, trials, round(extract(epoch FROM held_until - now())) AS seconds
        FROM vendor_breakers WHERE account_id IN (:account_id, :stranger)
        """,
        stranger=stranger,
    )
    assert {
        (True, MODEL, 1, 90),
        (True, "recogniser/deepgram", 0, None),
        (True, "model/anthropic", 0, -60),
        (False, MODEL, 0, -60),
    } == {(row["ours"], row["vendor"], row["trials"], row["seconds"]) for row in rows}


async def test_no_trial_is_waited_for_longer_than_five_minutes(vendors: Vendors) -> None:
    await vendors.fails()
    await vendors.campaign.run(
        "UPDATE vendor_breakers SET trials = 9 WHERE account_id = :a", a=vendors.campaign.account_id
    )
    await vendors.fails(1)
    [failing] = await vendors.failing()
    assert failing.held_until is not None
    assert 300 == round((failing.held_until - failing.failed_at).total_seconds())


async def test_a_conversation_without_an_answer_says_nothing(vendors: Vendors) -> None:
    await vendors.fails()
    await vendors.campaign.run("UPDATE vendor_breakers SET failed_at = now() - interval '1 min'")
    await vendors.told(transcript=GREETED)
    assert 1 == len(await vendors.failing())


async def test_a_report_told_twice_counts_once(vendors: Vendors) -> None:
    attempt = await vendors.attempt()
    for _ in range(MOST_FAILURES):
        await vendors.told(MODEL, attempt=attempt)
    assert [1] == [failing.failures for failing in await vendors.failing()]


async def test_when_its_time_is_up_one_call_tries_and_holds_the_others(vendors: Vendors) -> None:
    """However many ask at once, over however many workers."""
    await vendors.fails()
    await vendors.times_up()
    calls = [await vendors.call() for _ in range(4)]
    answers = await asyncio.gather(*(vendors.take(call) for call in calls))
    assert [WAITS] * 3 == [answer.waits_for for answer in answers if answer.line is None]


async def test_a_trial_that_fails_holds_them_longer_each_time(vendors: Vendors) -> None:
    await vendors.fails()
    holds = []
    for _ in range(3):
        await vendors.times_up()
        assert (await vendors.take(await vendors.call())).line is not None
        await vendors.fails(1)
        [failing] = await vendors.failing()
        assert failing.held_until is not None
        holds.append(round((failing.held_until - failing.failed_at).total_seconds()))
    assert [30, 60, 120] == holds


async def test_a_trial_that_reaches_nobody_is_followed_by_another(vendors: Vendors) -> None:
    await vendors.fails()
    for _ in range(2):
        await vendors.times_up()
        assert (await vendors.take(await vendors.call())).line is not None
        assert WAITS == (await vendors.take(await vendors.call())).waits_for


async def test_an_agent_with_another_vendor_in_its_place_goes_on(vendors: Vendors) -> None:
    await vendors.fails()
    await vendors.campaign.run("UPDATE agents SET relies_on = array_remove(relies_on, 'model/openai')")
    assert (await vendors.take(await vendors.call())).line is not None


async def test_another_accounts_calls_go_on(vendors: Vendors) -> None:
    await vendors.fails()
    there = vendors.campaign
    other = Vendors(
        await running_campaign(there.database, there.key_ring, await other_account(there.database))
    )
    assert (await other.take(await other.call())).line is not None


async def test_a_waiting_call_writes_nothing_more_and_goes_before_those_that_come_later(
    vendors: Vendors,
) -> None:
    """Law 3."""
    await vendors.fails()
    first, second = await vendors.call(), await vendors.call()
    await vendors.take(first)
    seen = "SELECT xmin::text AS written FROM calls WHERE id = :id"
    before = await vendors.campaign.rows(seen, id=first)
    await vendors.take(first)
    assert before == await vendors.campaign.rows(seen, id=first)
    await vendors.times_up()
    assert WAITS == (await vendors.take(second, in_line=False)).waits_for
    assert (await vendors.take(first, in_line=False)).line is not None


async def test_no_line_goes_with_a_claim_while_a_vendor_is_held(vendors: Vendors) -> None:
    """Also when its time is up: who tries is decided where calls take their lines."""
    await vendors.fails()
    await vendors.times_up()
    await vendors.campaign.lead("+493077700001")
    claimed = await vendors.campaign.claim(round_number=1, hours_keys=[OPEN], limit=1, open_keys=1)
    assert 1 == len(claimed)
    held = await vendors.campaign.rows(
        "SELECT number FROM lines WHERE account_id = :account_id AND call_id IS NOT NULL"
    )
    assert [] == held
