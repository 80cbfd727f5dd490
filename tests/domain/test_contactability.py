"""May this person be contacted now? Design.md law 2; requirements 23, 35, 80 and 113."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calling_hours import is_open
from domain.campaigns import AttemptCaps, CampaignState, CustomWindow, Purpose
from domain.consents import ConsentLedger, ConsentWithdrawal
from domain.contactability import (
    CHOSEN,
    PROMISED,
    Channel,
    ContactFacts,
    ContactVerdict,
    ReasonCode,
    decide_contact,
    lead_day_bounds,
)
from domain.errors import InvalidInput
from domain.lead_time_zones import ZoneReview, ZoneReviewReason
from domain.preferences import Preferences, WritingChannel, hours_of_text
from domain.rule_packs import RulePack, parse_rule_pack
from tests.domain.ledgers import ledger_of

PACK = parse_rule_pack("""
name = "test"
version = 2026-11-01
source = "for these tests"
holidays = "DE"
consent = { survey = "none", service = "none", marketing = "express" }
max_per_day = 2
[hours]
mon-sat = ["09:00-20:00"]
""")
BERLIN = "test|Europe/Berlin|DE|"
OPEN = datetime(2026, 11, 24, 10, tzinfo=UTC)  # a Tuesday, 11:00 in Berlin
NIGHT = datetime(2026, 11, 24, 22, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 11, 25, 8, tzinfo=UTC)
FACTS = ContactFacts(channel=Channel.VOICE, hours_key=BERLIN, campaign_state=CampaignState.RUNNING)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def codes(facts: ContactFacts, now: datetime = OPEN, pack: RulePack | None = PACK) -> list[ReasonCode]:
    return [reason.code for reason in decide_contact(facts, pack, now).reasons]


def test_inside_hours_with_nothing_against_it_is_allowed() -> None:
    answer = decide_contact(FACTS, PACK, OPEN)
    assert (
        answer.verdict,
        answer.until,
        answer.reasons,
        answer.rule_set,
    ) == (ContactVerdict.ALLOW, None, (), "test@2026-11-01")


def test_outside_hours_waits_for_the_next_opening() -> None:
    """Requirement 23."""
    answer = decide_contact(FACTS, PACK, NIGHT)
    assert (answer.verdict, answer.until) == (ContactVerdict.DEFER, NEXT_MORNING)
    assert [reason.code for reason in answer.reasons] == [ReasonCode.OUTSIDE_HOURS]


def test_holidays_and_the_campaign_s_own_closed_days_are_skipped() -> None:
    eve = datetime(2026, 12, 24, 20, tzinfo=UTC)  # Christmas is a Friday and a Saturday, then a Sunday
    answer = decide_contact(replace(FACTS, closed_on=("2026-12-28",)), PACK, eve)
    assert datetime(2026, 12, 29, 8, tzinfo=UTC) == answer.until


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-12))])
def test_a_moment_at_the_end_of_time_is_refused_and_no_error(zone: timezone) -> None:
    """It raised, in a step that a workflow repeats until it works."""
    far = datetime.max.replace(tzinfo=zone)
    answer = decide_contact(replace(FACTS, not_before=far), PACK, OPEN)
    assert (ContactVerdict.REFUSE, None) == (answer.verdict, answer.until)


def test_a_campaign_narrows_the_hours_and_never_widens_them() -> None:
    window = CustomWindow(weekdays=(1, 6), opens="06:00", closes="10:00")
    facts = replace(FACTS, hours=(window,))
    answer = decide_contact(facts, PACK, OPEN)
    assert datetime(2026, 12, 1, 8, tzinfo=UTC) == answer.until


REFUSALS = [
    (replace(FACTS, suppressed=True), ReasonCode.SUPPRESSED),
    (replace(FACTS, campaign_state=CampaignState.CANCELLED), ReasonCode.CAMPAIGN_OVER),
    (replace(FACTS, campaign_state=CampaignState.CANCELLING), ReasonCode.CAMPAIGN_OVER),
    (replace(FACTS, campaign_state=CampaignState.COMPLETED), ReasonCode.CAMPAIGN_OVER),
    (replace(FACTS, purpose=Purpose.MARKETING), ReasonCode.CONSENT_MISSING),
    (replace(FACTS, attempts_made=6), ReasonCode.ATTEMPTS_EXHAUSTED),
    (replace(FACTS, missing_variables=frozenset({"city"})), ReasonCode.VARIABLES_MISSING),
    (replace(FACTS, hours_key=""), ReasonCode.UNKNOWN_ZONE),
    (replace(FACTS, hours_key="test||DE|"), ReasonCode.UNKNOWN_ZONE),
    (replace(FACTS, zone_review=ZoneReview(ZoneReviewReason.NOT_A_ZONE, "Look.")), ReasonCode.NEEDS_REVIEW),
    (replace(FACTS, hours_key="test|Mars/Olympus|DE|"), ReasonCode.NEVER_OPEN),
    (replace(FACTS, hours=(CustomWindow((1,), "09:00", "09:00"),)), ReasonCode.NEVER_OPEN),
    (replace(FACTS, hours=(CustomWindow((1,), "24:00", "00:00"),)), ReasonCode.NEVER_OPEN),
    (replace(FACTS, hours=(CustomWindow((), "09:00", "10:00"),)), ReasonCode.NEVER_OPEN),
    (replace(FACTS, hours=(CustomWindow((0,), "nine", "ten"),)), ReasonCode.NEVER_OPEN),
    (replace(FACTS, hours=(CustomWindow((0,), "21:00", "22:00"),)), ReasonCode.NEVER_OPEN),
    (replace(FACTS, closed_on=("christmas",)), ReasonCode.NEVER_OPEN),
]


@pytest.mark.parametrize(
    "facts, code", REFUSALS, ids=[f"{place}-{code}" for place, (_, code) in enumerate(REFUSALS)]
)
def test_what_is_refused_for_good(facts: ContactFacts, code: ReasonCode) -> None:
    """It fails closed: unknown zones, unreadable windows and missing values hold nobody's place in a queue."""
    answer = decide_contact(facts, PACK, OPEN)
    assert (answer.verdict, answer.until) == (ContactVerdict.REFUSE, None)
    assert [code] == [reason.code for reason in answer.reasons]


def test_unknown_rules_refuse() -> None:
    answer = decide_contact(FACTS, None, OPEN)
    assert (answer.verdict, answer.rule_set) == (ContactVerdict.REFUSE, "none")
    assert [reason.code for reason in answer.reasons] == [ReasonCode.UNKNOWN_RULES]


def test_consent_that_was_given_is_enough() -> None:
    facts = replace(FACTS, purpose=Purpose.MARKETING, consents=ledger_of("express"))
    answer = decide_contact(facts, PACK, OPEN)
    assert (ContactVerdict.ALLOW, "cons_express") == (answer.verdict, answer.consent)


def test_a_decision_names_the_consent_that_it_rests_on() -> None:
    """None where none is needed, nor where it refuses."""
    given = replace(FACTS, purpose=Purpose.MARKETING, consents=ledger_of("express", "written"))
    deferred = decide_contact(given, PACK, NIGHT)
    assert (ContactVerdict.DEFER, "cons_written") == (deferred.verdict, deferred.consent)
    refused = decide_contact(replace(given, suppressed=True), PACK, OPEN)
    assert (ContactVerdict.REFUSE, None) == (refused.verdict, refused.consent)
    assert decide_contact(FACTS, PACK, OPEN).consent is None


WITHDRAWN = ConsentWithdrawal(frozenset({Purpose.SURVEY}), frozenset({Channel.VOICE}), OPEN)


def test_a_consent_that_was_withdrawn_refuses_even_where_none_is_needed() -> None:
    answer = decide_contact(replace(FACTS, consents=ConsentLedger((), (WITHDRAWN,))), PACK, OPEN)
    assert ContactVerdict.REFUSE is answer.verdict
    said = "The person withdrew their consent to a survey contact."
    assert [(ReasonCode.CONSENT_WITHDRAWN, said)] == [(each.code, each.text) for each in answer.reasons]


def test_no_consent_of_another_channel_or_purpose_is_enough() -> None:
    """Nor one that has expired by the moment of the decision, to the second."""
    facts = replace(FACTS, purpose=Purpose.MARKETING)
    (entry,) = ledger_of("express").entries
    for other in (
        replace(entry, channels=frozenset({Channel.SMS})),
        replace(entry, purposes=frozenset({Purpose.SURVEY})),
        replace(entry, expires_at=OPEN),
    ):
        assert [ReasonCode.CONSENT_MISSING] == codes(replace(facts, consents=ConsentLedger((other,))))
    spoken = ConsentLedger((replace(entry, channels=frozenset({Channel.VOICE})),))
    written = replace(facts, channel=Channel.SMS, consents=spoken)
    assert [ReasonCode.CONSENT_MISSING] == codes(written)
    lasting = replace(entry, expires_at=OPEN + timedelta(microseconds=1))
    assert [] == codes(replace(facts, consents=ConsentLedger((lasting,))))


HOLDS = [
    (
        replace(FACTS, campaign_state=CampaignState.PAUSED),
        ReasonCode.CAMPAIGN_NOT_RUNNING,
        OPEN + 15 * MINUTE,
    ),
    (replace(FACTS, campaign_state=CampaignState.DRAFT), ReasonCode.CAMPAIGN_NOT_RUNNING, OPEN + 15 * MINUTE),
    (replace(FACTS, not_before=OPEN + 3 * HOUR), ReasonCode.NOT_BEFORE, OPEN + 3 * HOUR),
    (replace(FACTS, live_leg_elsewhere=True), ReasonCode.LIVE_ELSEWHERE, OPEN + 2 * MINUTE),
    (
        replace(FACTS, live_leg_elsewhere=True, not_before_because=PROMISED),
        ReasonCode.LIVE_ELSEWHERE,
        OPEN + 2 * MINUTE,
    ),
    (replace(FACTS, unconfirmed_until=OPEN + 6 * MINUTE), ReasonCode.UNCONFIRMED_ATTEMPT, OPEN + 6 * MINUTE),
    (replace(FACTS, attempts_today=2), ReasonCode.DAY_CAP, NEXT_MORNING),
    (replace(FACTS, last_attempt_at=OPEN - 10 * MINUTE), ReasonCode.TOO_SOON, OPEN + 50 * MINUTE),
    (replace(FACTS, not_before=NIGHT), ReasonCode.NOT_BEFORE, NEXT_MORNING),
]


@pytest.mark.parametrize(
    "facts, code, until", HOLDS, ids=[f"{place}-{h[1]}" for place, h in enumerate(HOLDS)]
)
def test_what_waits_and_until_when(facts: ContactFacts, code: ReasonCode, until: datetime) -> None:
    answer = decide_contact(facts, PACK, OPEN)
    assert (ContactVerdict.DEFER, until) == (answer.verdict, answer.until)
    assert [code] == [reason.code for reason in answer.reasons]


@pytest.mark.parametrize(
    "facts",
    [
        replace(FACTS, not_before=OPEN),
        replace(FACTS, unconfirmed_until=OPEN),
        replace(FACTS, last_attempt_at=OPEN - HOUR),
        replace(FACTS, attempts_today=1),
        replace(FACTS, attempts_made=5),
        replace(FACTS, campaign_state=None),
    ],
)
def test_what_is_just_over_holds_nobody(facts: ContactFacts) -> None:
    assert decide_contact(facts, PACK, OPEN).verdict is ContactVerdict.ALLOW


def test_every_reason_is_told_and_refusals_outrank_deferrals() -> None:
    facts = replace(FACTS, suppressed=True, attempts_made=9, campaign_state=CampaignState.PAUSED)
    assert codes(facts) == [ReasonCode.SUPPRESSED, ReasonCode.ATTEMPTS_EXHAUSTED]
    facts = replace(FACTS, not_before=OPEN + HOUR, last_attempt_at=OPEN, attempts_today=5)
    assert set(codes(facts)) == {ReasonCode.NOT_BEFORE, ReasonCode.DAY_CAP, ReasonCode.TOO_SOON}


def test_the_reason_that_ends_last_comes_first_and_decides_until_when() -> None:
    facts = replace(FACTS, not_before=OPEN + 3 * HOUR, last_attempt_at=OPEN)
    assert decide_contact(facts, PACK, OPEN).until == OPEN + 3 * HOUR
    assert codes(facts) == [ReasonCode.NOT_BEFORE, ReasonCode.TOO_SOON]
    assert codes(replace(facts, not_before=OPEN + MINUTE)) == [ReasonCode.TOO_SOON, ReasonCode.NOT_BEFORE]


def test_closed_hours_come_first_unless_something_holds_beyond_the_opening() -> None:
    live = replace(FACTS, live_leg_elsewhere=True)
    assert codes(live, NIGHT) == [ReasonCode.OUTSIDE_HOURS, ReasonCode.LIVE_ELSEWHERE]
    chosen = replace(FACTS, not_before=NEXT_MORNING + HOUR)
    assert codes(chosen, NIGHT) == [ReasonCode.NOT_BEFORE, ReasonCode.OUTSIDE_HOURS]


def test_the_stricter_cap_and_gap_count() -> None:
    strict = replace(PACK, limits=replace(PACK.limits, max_per_day=1, min_gap_seconds=8 * 3600.0))
    facts = replace(FACTS, last_attempt_at=OPEN - 2 * HOUR, attempts_today=1)
    assert codes(facts, pack=strict) == [ReasonCode.DAY_CAP, ReasonCode.TOO_SOON]
    assert decide_contact(replace(facts, attempts_today=0), strict, OPEN).until == OPEN + 6 * HOUR


def test_messages_answer_to_lists_and_hours_but_not_to_call_caps() -> None:
    """Requirement 113: the same function for messages."""
    sms = replace(
        FACTS,
        channel=Channel.SMS,
        attempts_made=9,
        attempts_today=9,
        last_attempt_at=OPEN,
        live_leg_elsewhere=True,
        campaign_state=CampaignState.COMPLETED,
    )
    assert decide_contact(sms, PACK, OPEN).verdict is ContactVerdict.ALLOW
    assert codes(replace(sms, suppressed=True)) == [ReasonCode.SUPPRESSED]
    assert decide_contact(sms, PACK, NIGHT).until == NEXT_MORNING
    assert codes(replace(sms, campaign_state=CampaignState.CANCELLED)) == [ReasonCode.CAMPAIGN_OVER]


def test_postponing_counts_nothing() -> None:
    """Law 3: asked again and again through a closed night, the answer stays the same and the attempts too."""
    answers = {decide_contact(FACTS, PACK, NIGHT + step * HOUR).until for step in range(9)}
    assert answers == {NEXT_MORNING}


def test_a_moment_needs_a_zone() -> None:
    with pytest.raises(InvalidInput):
        decide_contact(FACTS, PACK, OPEN.replace(tzinfo=None))


moments = st.integers(0, 400 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + minutes * MINUTE
)
offsets = st.none() | st.integers(-3000, 3000).map(lambda minutes: minutes * MINUTE)


@given(moments, offsets, offsets, st.integers(0, 4), st.sampled_from(CampaignState), st.booleans())
def test_whoever_waits_is_asked_again_inside_hours_and_later(
    now: datetime,
    not_before: timedelta | None,
    last: timedelta | None,
    today: int,
    state: CampaignState,
    live: bool,
) -> None:
    facts = replace(
        FACTS,
        not_before=None if not_before is None else now + not_before,
        last_attempt_at=None if last is None else now - abs(last),
        attempts_today=today,
        campaign_state=state,
        live_leg_elsewhere=live,
        caps=AttemptCaps(per_day=3),
    )
    answer = decide_contact(facts, PACK, now)
    zones = ("Europe/Berlin",)
    assert (answer.until is not None) == (answer.verdict is ContactVerdict.DEFER)
    assert bool(answer.reasons) == (answer.verdict is not ContactVerdict.ALLOW)
    if answer.verdict is ContactVerdict.ALLOW:
        assert is_open(PACK.hours, zones, frozenset(), now)
    if answer.until is not None:
        assert answer.until > now
        assert is_open(PACK.hours, zones, frozenset(), answer.until)
        if not_before is not None:
            assert answer.until >= now + not_before
        if today >= 2:
            assert answer.until >= lead_day_bounds(zones, now)[1]


def test_christmas_really_is_closed() -> None:
    noon = datetime.combine(date(2026, 12, 25), datetime.min.time(), UTC) + 11 * HOUR
    assert codes(FACTS, noon) == [ReasonCode.OUTSIDE_HOURS]


@pytest.mark.parametrize(
    "now, zone, country",
    [
        (datetime(2026, 12, 31, 21, tzinfo=UTC), "Pacific/Auckland", "NZ"),  # 1 January, 10:00
        (datetime(2027, 1, 1, 0, 30, tzinfo=UTC), "America/Havana", "CU"),  # 31 December, 19:30
    ],
)
def test_a_holiday_is_one_of_the_lead_s_own_year(now: datetime, zone: str, country: str) -> None:
    """Around New Year the lead's calendar shows another year than UTC does."""
    facts = replace(FACTS, hours_key=f"test|{zone}|{country}|")
    pack = replace(PACK, holidays_country=country)
    assert codes(facts, now, replace(pack, holidays_country="")) == []
    assert codes(facts, now, pack) == [ReasonCode.OUTSIDE_HOURS]


def test_a_promised_call_is_free_of_the_campaign_s_own_limits_and_not_of_the_rules() -> None:
    tight = AttemptCaps(per_lead=1, per_day=1, gap_seconds=7200)
    facts = replace(FACTS, caps=tight, attempts_made=1, attempts_today=1, last_attempt_at=OPEN - HOUR)
    assert {ReasonCode.ATTEMPTS_EXHAUSTED} == {*codes(facts)}
    promised = replace(facts, not_before_because=PROMISED)
    assert not codes(promised)
    strict = replace(PACK, limits=replace(PACK.limits, max_per_day=1, min_gap_seconds=8 * 3600.0))
    assert {ReasonCode.DAY_CAP, ReasonCode.TOO_SOON} == {*codes(promised, pack=strict)}
    assert {ReasonCode.OUTSIDE_HOURS} == {*codes(promised, NIGHT)}


def preferring(
    hours: str = "", *, writing: tuple[WritingChannel, ...] | None = None, gap: timedelta | None = None
) -> Preferences:
    """hours: on working days, in Berlin."""
    wished = hours_of_text({day: [hours] for day in ("mon", "tue", "wed", "thu", "fri")}) if hours else None
    return Preferences(wished, writing, gap)


def test_who_asked_for_other_hours_is_called_in_them() -> None:
    """The next moment that both the rules' hours and the person's allow, and the reason is theirs."""
    facts = replace(FACTS, preferences=preferring("17:00-24:00"))
    answer = decide_contact(facts, PACK, OPEN)
    assert (ContactVerdict.DEFER, OPEN.replace(hour=16)) == (answer.verdict, answer.until)
    assert [ReasonCode.UNWANTED_HOUR] == codes(facts)
    held = replace(facts, not_before=OPEN.replace(hour=17))
    assert [ReasonCode.NOT_BEFORE, ReasonCode.UNWANTED_HOUR] == codes(held), "what holds longest comes first"
    assert ContactVerdict.ALLOW is decide_contact(facts, PACK, OPEN.replace(hour=16)).verdict


def test_wished_hours_open_nothing_that_the_rules_close() -> None:
    """At 20:00 in Berlin the rules close, whatever was wished."""
    facts = replace(FACTS, preferences=preferring("17:00-24:00"))
    assert OPEN.replace(day=25, hour=16) == decide_contact(facts, PACK, OPEN.replace(hour=19)).until


def test_hours_outside_which_both_wait_are_told_as_the_rules_where_the_rules_hold_longer() -> None:
    facts = replace(FACTS, preferences=preferring("08:00-24:00"))
    assert [ReasonCode.OUTSIDE_HOURS] == codes(facts, NIGHT)
    later = replace(FACTS, preferences=preferring("17:00-24:00"))
    assert [ReasonCode.UNWANTED_HOUR] == codes(later, NIGHT), "the rules open in the morning"


def test_wished_hours_that_leave_none_are_for_a_person_and_never_dialled_against() -> None:
    facts = replace(FACTS, preferences=preferring("21:00-24:00"))
    answer = decide_contact(facts, PACK, OPEN)
    assert answer.refuses_for(ReasonCode.NO_WISHED_HOUR)
    assert not answer.refuses_for(ReasonCode.NEVER_OPEN)


def test_wished_hours_hold_for_messages_too() -> None:
    facts = replace(FACTS, channel=Channel.SMS, preferences=preferring("17:00-24:00"))
    assert [ReasonCode.UNWANTED_HOUR] == codes(facts)


@pytest.mark.parametrize(
    "writing, channel, refused",
    [
        ((), Channel.VOICE, True),
        ((WritingChannel.SMS,), Channel.VOICE, True),
        ((), Channel.SMS, False),
        ((WritingChannel.SMS, WritingChannel.EMAIL), Channel.SMS, False),
        ((WritingChannel.EMAIL,), Channel.SMS, True),
    ],
)
def test_who_wants_writing_is_not_called_and_is_written_to_by_the_way_they_named(
    writing: tuple[WritingChannel, ...], channel: Channel, refused: bool
) -> None:
    facts = replace(FACTS, channel=channel, preferences=preferring(writing=writing))
    assert refused is decide_contact(facts, PACK, OPEN).refuses_for(ReasonCode.WRITING_WANTED)


def test_a_wait_tells_why_its_moment_was_chosen() -> None:
    later = replace(FACTS, not_before=OPEN + HOUR)
    for why in (CHOSEN, PROMISED, "No answer, 1 of 3."):
        (reason,) = decide_contact(replace(later, not_before_because=why), PACK, OPEN).reasons
        assert why == reason.text


TEXTS = [
    (
        replace(FACTS, preferences=preferring(writing=(WritingChannel.EMAIL,))),
        "The person asked to be written to by e-mail instead of being called.",
    ),
    (
        replace(FACTS, preferences=preferring(writing=(WritingChannel.SMS, WritingChannel.WHATSAPP))),
        "The person asked to be written to by text message or WhatsApp instead of being called.",
    ),
    (
        replace(FACTS, preferences=preferring(writing=())),
        "The person asked to be written to instead of being called.",
    ),
    *(
        (
            replace(FACTS, caps=AttemptCaps(gap_seconds=gap), last_attempt_at=OPEN),
            f"The last call was less than {told} ago.",
        )
        for gap, told in [(90, "90 seconds"), (119, "119 seconds"), (120, "2 minutes"), (3600, "60 minutes")]
    ),
    *(
        (
            replace(FACTS, preferences=preferring(gap=gap), last_talk_at=OPEN),
            f"The person asked for no more than a call in {told}.",
        )
        for gap, told in [
            (timedelta(days=1), "a day"),
            (timedelta(days=7), "7 days"),
            (timedelta(hours=36), "1.5 days"),
        ]
    ),
]


@pytest.mark.parametrize(("facts", "text"), TEXTS)
def test_a_reason_says_by_what_way_and_how_long(facts: ContactFacts, text: str) -> None:
    (reason,) = decide_contact(facts, PACK, OPEN).reasons
    assert text == reason.text


def test_whoever_said_how_often_is_called_no_sooner_after_the_last_talk() -> None:
    week = timedelta(days=7)
    facts = replace(FACTS, preferences=preferring(gap=week), last_talk_at=OPEN - timedelta(days=6))
    answer = decide_contact(facts, PACK, OPEN)
    assert (ContactVerdict.DEFER, OPEN + timedelta(days=1)) == (answer.verdict, answer.until)
    assert [] == codes(replace(facts, last_talk_at=OPEN - week))
    assert [] == codes(replace(facts, last_talk_at=None)) == codes(replace(FACTS, last_talk_at=OPEN))
    assert [] == codes(replace(facts, channel=Channel.SMS)), "what follows a talk belongs to it"


@pytest.mark.parametrize(("own", "lawful", "most"), [(2, 3, 2), (3, 2, 2), (2, None, 2)])
def test_the_stricter_of_the_campaign_and_the_rules_limits_a_day(
    own: int, lawful: int | None, most: int
) -> None:
    pack = replace(PACK, limits=replace(PACK.limits, max_per_day=lawful))
    facts = replace(FACTS, caps=AttemptCaps(per_day=own))
    assert [] == codes(replace(facts, attempts_today=most - 1), pack=pack)
    assert [ReasonCode.DAY_CAP] == codes(replace(facts, attempts_today=most), pack=pack)
