"""What people read about a decision, and what the rule is told about the past."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Self

import msgspec
import pytest

from activities.contact_facts import contact_facts, is_fictional, local_time, why
from database.call_facts import CallFacts, KnownPreference, PastAttempt, read_facts
from database.predial_hooks import PredialHook
from database.sealing import KeyRing
from database.session import Database
from domain.abandonment import Abandonment
from domain.caller_identities import CallerChoice
from domain.calls import ReadinessKind
from domain.campaigns import AttemptCaps, CampaignPlan, CampaignState, CustomWindow, Purpose
from domain.contactability import (
    LISTED,
    Channel,
    Contactability,
    ContactFacts,
    ContactVerdict,
    Reason,
    ReasonCode,
)
from domain.dial_conditions import DialConditions
from domain.identifiers import AccountId, CallId
from domain.lead_time_zones import ZoneReviewReason, parse_hours_key, review_named
from domain.preferences import PreferenceKind, Preferences, PreferenceValue
from domain.suppression_lists import NamedList
from tests.activities.scene import NUMBER, Scene, scene_of
from tests.database.campaign_rows import OPEN, SCRIPT, running_campaign
from tests.domain.ledgers import ledger_of

SELDOM = PreferenceValue(PreferenceKind.HOW_OFTEN, gap=timedelta(days=30))


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (datetime(2026, 6, 17, 9, tzinfo=UTC), "17 Jun 11:00 CEST"),
        (datetime(2027, 6, 17, 9, tzinfo=UTC), "17 Jun 2027 11:00 CEST"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "01 Jan 2027 00:30 CET"),
    ],
    ids=["this year", "next year", "next year there, this year in UTC"],
)
def test_a_moment_is_shown_as_the_leads_clock_shows_it(
    monkeypatch: pytest.MonkeyPatch, at: datetime, shown: str
) -> None:
    """By the first zone where there are several."""

    class NewYearsEve(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2026, 12, 31, 23, 59, tzinfo=tz)

    monkeypatch.setattr("activities.contact_facts.datetime", NewYearsEve)
    assert local_time(at, ("Europe/Berlin", "America/Denver")).endswith(shown)


async def test_all_that_refuses_a_call_is_told(scene: Scene) -> None:
    """Law 10: whoever mends the one would else find the other only then."""
    facts = await _facts(scene)
    reasons = (LISTED, Reason(ReasonCode.UNKNOWN_RULES, "There are no rules for this lead."))
    refused = Contactability(ContactVerdict.REFUSE, None, reasons, "none")
    assert f"{LISTED.text} There are no rules for this lead." == why(refused, facts)


async def test_todays_calls_are_those_of_the_persons_own_day(scene: Scene) -> None:
    """Law 2: at ten in Berlin, midnight there is today, though in UTC it was yesterday."""
    facts = await _facts(scene)
    call_id = facts.call_id
    midnight = datetime(2026, 11, 28, 23, 0, tzinfo=UTC)  # in Berlin
    past = tuple(
        PastAttempt(midnight + timedelta(minutes=minutes), of, live=False, unconfirmed=False)
        for minutes, of in ((60, CallId("call_of_another_campaign")), (0, call_id), (-30, call_id))
    )
    now = midnight + timedelta(hours=10)
    told = contact_facts(replace(facts, past=past), parse_hours_key(OPEN), now, channel=Channel.VOICE)
    assert 2 == told.attempts_today, "the number's, whoever called it"


async def test_every_fact_of_a_call_reaches_the_rule(scene: Scene) -> None:
    """Law 2: the rule forbids nothing that it is not told of. Of each fact something else than what is so by itself."""
    asked = replace(SCRIPT, instructions="Ask for {{order}}.")
    plan = CampaignPlan(
        Purpose.MARKETING,
        ring_seconds=30,
        longest_call_seconds=600,
        caps=AttemptCaps(2, 1, 7.0),
        hours=(CustomWindow((1,), "10:00", "11:00"),),
        closed_on=("2026-12-24",),
        required_lists=("list_1",),
    )
    call_id, other = await scene.campaign.call(NUMBER), CallId("call_of_another_campaign")
    async with scene.campaign.database.transaction() as session:
        facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert facts is not None
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    facts = replace(
        facts,
        plan=msgspec.to_builtins(plan),
        script=msgspec.to_builtins(asked),
        campaign_state="paused",
        suppressed_on=frozenset({"all"}),
        ledger=ledger_of("written"),
        attempts_made=4,
        past=(
            PastAttempt(now - timedelta(hours=1), other, live=False, unconfirmed=True),
            PastAttempt(now - timedelta(days=2), call_id, live=False, unconfirmed=True),
            PastAttempt(now - timedelta(days=3), other, live=True, unconfirmed=False),
        ),
        not_before=now + timedelta(hours=1),
        not_before_because="No answer, 1 of 3.",
        review="not_a_zone",
        preferences=(KnownPreference(SELDOM, now - timedelta(days=3)),),
        last_talk_at=now - timedelta(days=1),
        lists=(NamedList("list_1", "Ours"),),
        abandonment=Abandonment(40, 1),
        predial_hook=PredialHook("hook_1", "https://example.com", "whsec_", 2_000, "hold", failures=3),
    )
    told = contact_facts(facts, parse_hours_key(OPEN), now, channel=Channel.VOICE)
    # Two minutes beyond the longest call after the send deadline (contact_rules._UNCONFIRMED_SLACK).
    rings_until = now - timedelta(hours=1) + timedelta(seconds=30 + 600 + 90)
    assert told == ContactFacts(
        Channel.VOICE,
        OPEN,
        Purpose.MARKETING,
        plan.hours,
        plan.closed_on,
        plan.caps,
        CampaignState.PAUSED,
        suppressed=True,
        consents=ledger_of("written"),
        attempts_made=4,
        attempts_today=1,
        last_attempt_at=now - timedelta(hours=1),
        not_before=now + timedelta(hours=1),
        not_before_because="No answer, 1 of 3.",
        missing_variables=frozenset({"order"}),
        zone_review=review_named("not_a_zone"),
        live_leg_elsewhere=True,
        unconfirmed_until=rings_until,
        preferences=Preferences(gap=timedelta(days=30)),
        last_talk_at=now - timedelta(days=1),
        lists=(NamedList("list_1", "Ours"),),
        required_lists=("list_1",),
        conditions=DialConditions(
            Abandonment(40, 1), CallerChoice((), (), facts.connection.id, facts.lead_id), predial_failures=3
        ),
    )
    bare = ContactFacts(Channel.SMS, "")
    assert [] == [each.name for each in fields(told) if getattr(told, each.name) == getattr(bare, each.name)]


@pytest.mark.parametrize(
    ("channel", "on", "suppressed"),
    [
        (Channel.VOICE, "sms", False),
        (Channel.VOICE, "voice", True),
        (Channel.SMS, "voice", False),
        (Channel.SMS, "sms", True),
        (Channel.SMS, "all", True),
    ],
)
async def test_a_number_is_forbidden_on_the_channel_of_its_entry(
    scene: Scene, channel: Channel, on: str, suppressed: bool
) -> None:
    """Law 2. What was chosen for the call, and its own live leg, hold no message."""
    call_id = await scene.campaign.call(NUMBER)
    async with scene.campaign.database.transaction() as session:
        facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert facts is not None
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    facts = replace(
        facts,
        suppressed_on=frozenset({on}),
        not_before=now,
        past=(PastAttempt(now, call_id, live=True, unconfirmed=False),),
    )
    told = contact_facts(facts, parse_hours_key(OPEN), now, channel=channel)
    assert suppressed is told.suppressed
    assert (channel is Channel.VOICE) is (told.not_before is not None)
    assert (False, None) == (told.live_leg_elsewhere, told.unconfirmed_until)


@pytest.mark.parametrize(
    ("hours_key", "fictional"), [(OPEN, True), ("unreadable", True), ("us|America/Denver|US|CO", False)]
)
async def test_only_a_lead_of_real_rules_is_called_for_real(
    scene: Scene, hours_key: str, fictional: bool
) -> None:
    """Law 2: whatever is not certain may only reach the simulated world."""
    call_id = await scene.campaign.call(NUMBER, hours_key=hours_key)
    async with scene.campaign.database.transaction() as session:
        facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert facts is not None
    assert fictional is is_fictional(facts)


SINCE = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("channel", "said", "holds"),
    [(Channel.VOICE, SINCE, True), (Channel.VOICE, -SINCE, False), (Channel.SMS, -SINCE, True)],
    ids=["said since", "said before", "a message is no promise"],
)
async def test_a_promised_call_is_made_whatever_was_wished_before(
    scene: Scene, channel: Channel, said: timedelta, holds: bool
) -> None:
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    facts = replace(
        await _facts(scene),
        promised_at=now,
        preferences=(KnownPreference(SELDOM, now + said),),
    )
    told = contact_facts(facts, parse_hours_key(OPEN), now, channel=channel)
    assert Preferences(gap=SELDOM.gap if holds else None) == told.preferences


async def test_a_lead_that_is_held_for_a_reason_of_a_later_version_is_held(scene: Scene) -> None:
    """Law 2: what is not known here forbids the call."""
    facts = replace(await _facts(scene), review="moved_to_mars")
    told = contact_facts(facts, parse_hours_key(OPEN), facts.now, channel=Channel.VOICE).zone_review
    assert told is not None
    assert "moved to mars" in told.message


async def _facts(scene: Scene) -> CallFacts:
    """Those of a call that is about to be made."""
    call_id = await scene.campaign.call(NUMBER)
    async with scene.campaign.database.transaction() as session:
        facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert facts is not None
    return facts


@pytest.mark.parametrize("reason", list(ZoneReviewReason))
async def test_a_held_lead_is_told_with_the_sentence_of_its_reason(
    scene: Scene, reason: ZoneReviewReason
) -> None:
    """Law 10: what is wrong and how to mend it, not the reason's code."""
    call_id = await scene.campaign.call(NUMBER)
    async with scene.campaign.database.transaction() as session:
        facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert facts is not None
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    told = contact_facts(
        replace(facts, review=str(reason)), parse_hours_key(OPEN), now, channel=Channel.VOICE
    )
    assert review_named(str(reason)) == told.zone_review
    assert told.zone_review is not None
    assert ";" in told.zone_review.message


@pytest.mark.parametrize("hours_ago, kind", [(73, ReadinessKind.WAIT), (7 * 24 + 1, ReadinessKind.READY)])
async def test_a_gap_of_days_is_kept_between_campaigns(
    scene: Scene,
    database: Database,
    key_ring: KeyRing,
    account_id: AccountId,
    hours_ago: int,
    kind: ReadinessKind,
) -> None:
    """Law 2: the last call to a number counts however long ago it was, by whichever campaign."""
    earlier = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(earlier)
    await scene.campaign.run(
        "UPDATE attempts SET state = 'closed', placing_at = now() - :ago * interval '1 hour' WHERE call_id = :call",
        ago=hours_ago,
        call=earlier,
    )
    plan = CampaignPlan(caps=AttemptCaps(gap_seconds=7 * 86_400))
    other = scene_of(await running_campaign(database, key_ring, account_id, plan=plan))
    assert kind is (await other.prepare(await other.campaign.call(NUMBER))).kind
