"""Which rule a reason comes from, with its source: what `outbound compliance explain` says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.calling_hours import WeeklyHours
from domain.campaigns import AttemptCaps, CampaignState, CustomWindow, Purpose
from domain.consents import ConsentLedger, ConsentWithdrawal
from domain.contact_hours import closed_days_from, todays_hours
from domain.contact_rules import Rule
from domain.contactability import PROMISED, Channel, ContactFacts, ContactVerdict, decide_contact
from domain.lead_time_zones import ZoneReview, ZoneReviewReason, parse_hours_key
from domain.preferences import Preferences, WritingChannel, hours_of_text
from domain.rule_packs import RulePack, parse_rule_pack
from startup.rule_packs import read_rule_packs
from tests.domain.ledgers import ledger_of

PACK = parse_rule_pack("""
name = "test"
version = 2026-11-01
source = "the country's law"
countries = ["US"]
holidays = "US"
max_per_day = 3
min_gap_minutes = 30
[consent]
survey = "none"
service = "none"
marketing = "express"
[hours]
mon-sat = ["09:00-20:00"]
[known_state]
source = "the federal law"
hours = { mon-sun = ["08:00-21:00"] }
[states.FL]
source = "the law of Florida"
max_per_day = 2
hours = { mon-sun = ["08:00-20:00"] }
[states.ME]
source = "the law of Maine"
min_gap_minutes = 480
""")
FLORIDA = "test|America/New_York|US|FL"
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # a Tuesday, 12:00 in New York
NIGHT = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)  # 20:30 there
FACTS = ContactFacts(channel=Channel.VOICE, hours_key=FLORIDA, campaign_state=CampaignState.RUNNING)
HOUR = timedelta(hours=1)
WISHED = hours_of_text({"tue": ["15:00-16:00"]})
WITHDRAWN = ConsentWithdrawal(frozenset(), frozenset(), NOON)
REVIEW = ZoneReview(ZoneReviewReason.NOT_A_ZONE, "Look.")


def rules_of(
    facts: ContactFacts, now: datetime = NOON, pack: RulePack | None = PACK, state: str = "FL"
) -> Iterator[Rule]:
    here = None if pack is None else pack.for_state(state)
    for reason in decide_contact(facts, here, now).reasons:
        yield from reason.rules


LAW = [
    (FACTS, NIGHT, "FL", "states.FL.hours", "the law of Florida"),
    (FACTS, NIGHT + 2 * HOUR, "TX", "known_state.hours", "the federal law"),
    (FACTS, NIGHT, "", "hours", "the country's law"),
    (replace(FACTS, attempts_today=2), NOON, "FL", "states.FL.max_per_day", "the law of Florida"),
    (replace(FACTS, attempts_today=3), NOON, "TX", "max_per_day", "the country's law"),
    (
        replace(FACTS, last_attempt_at=NOON - 2 * HOUR),
        NOON,
        "ME",
        "states.ME.min_gap_minutes",
        "the law of Maine",
    ),
    (
        replace(FACTS, last_attempt_at=NOON, caps=AttemptCaps(gap_seconds=1800)),
        NOON,
        "FL",
        "min_gap_minutes",
        "the country's law",
    ),
    (replace(FACTS, purpose=Purpose.MARKETING), NOON, "FL", "consent.marketing", "the country's law"),
    (FACTS, datetime(2026, 12, 25, 17, tzinfo=UTC), "FL", "closed_on_holidays", "the country's law"),
]


@pytest.mark.parametrize(("facts", "now", "state", "field", "source"), LAW, ids=[each[3] for each in LAW])
def test_a_rule_of_the_place_is_named_by_pack_version_and_field_with_its_own_source(
    facts: ContactFacts, now: datetime, state: str, field: str, source: str
) -> None:
    """What a state leaves unsaid stands with its country, and has the country's source."""
    assert [Rule(f"test@2026-11-01 {field}", source)] == list(rules_of(facts, now, state=state))


MORNINGS = (CustomWindow((1,), "09:00", "11:00"),)
OTHERS = [
    (replace(FACTS, suppressed=True), "do_not_call"),
    (replace(FACTS, consents=ConsentLedger((), (WITHDRAWN,))), "consent.withdrawn"),
    (replace(FACTS, campaign_state=CampaignState.CANCELLED), "campaign.state"),
    (replace(FACTS, campaign_state=CampaignState.PAUSED), "campaign.state"),
    (replace(FACTS, zone_review=REVIEW), "lead.review"),
    (replace(FACTS, hours_key=""), "lead.zones"),
    (replace(FACTS, missing_variables=frozenset({"city"})), "script.variables"),
    (replace(FACTS, attempts_made=6), "plan.caps.per_lead"),
    (replace(FACTS, attempts_today=1, caps=AttemptCaps(per_day=1)), "plan.caps.per_day"),
    (replace(FACTS, last_attempt_at=NOON), "plan.caps.gap_seconds"),
    (replace(FACTS, not_before=NOON + HOUR), "call.not_before"),
    (replace(FACTS, live_leg_elsewhere=True), "number.live_leg"),
    (replace(FACTS, unconfirmed_until=NOON + HOUR), "number.unconfirmed"),
    (replace(FACTS, hours=MORNINGS), "plan.hours"),
    (replace(FACTS, closed_on=("2026-11-24",)), "plan.closed_on"),
    (replace(FACTS, preferences=Preferences(hours=WISHED)), "preference.when"),
    (
        replace(FACTS, preferences=Preferences(hours=hours_of_text({"tue": ["21:00-22:00"]}))),
        "preference.when",
    ),
    (replace(FACTS, preferences=Preferences(writing=(WritingChannel.SMS,))), "preference.writing"),
    (replace(FACTS, preferences=Preferences(gap=7 * 24 * HOUR), last_talk_at=NOON), "preference.how_often"),
]


@pytest.mark.parametrize(
    ("facts", "name"), OTHERS, ids=[f"{place}-{name}" for place, (_, name) in enumerate(OTHERS)]
)
def test_any_other_rule_is_named_by_where_it_can_be_changed(facts: ContactFacts, name: str) -> None:
    [rule] = rules_of(facts)
    assert name == rule.name
    assert rule.source.endswith(".") or ":" in rule.source


def test_rules_that_nobody_knows_are_told_so() -> None:
    assert ["lead.rules"] == [rule.name for rule in rules_of(FACTS, pack=None)]


def test_of_a_limit_and_a_cap_that_are_alike_the_law_is_named() -> None:
    """An operator would else raise the cap in vain."""
    alike = replace(
        FACTS, attempts_today=2, caps=AttemptCaps(per_day=2, gap_seconds=1800), last_attempt_at=NOON
    )
    assert {"test@2026-11-01 states.FL.max_per_day", "test@2026-11-01 min_gap_minutes"} == {
        rule.name for rule in rules_of(alike)
    }


def test_a_promised_call_answers_to_the_law_and_not_to_the_plan() -> None:
    promised = replace(FACTS, not_before_because=PROMISED, attempts_today=2, caps=AttemptCaps(per_day=1))
    assert ["test@2026-11-01 states.FL.max_per_day"] == [rule.name for rule in rules_of(promised)]


def test_every_rule_by_which_it_is_closed_is_named() -> None:
    """Whoever mends one would find the others only then."""
    facts = replace(FACTS, hours=MORNINGS, closed_on=("2026-12-25",))
    christmas_night = datetime(2026, 12, 26, 2, tzinfo=UTC)
    assert ["states.FL.hours", "closed_on_holidays", "plan.hours", "plan.closed_on"] == [
        rule.name.rpartition(" ")[2] for rule in rules_of(facts, christmas_night)
    ]


def test_a_night_window_that_ends_with_a_closed_day_is_closed_by_that_day() -> None:
    nights = parse_rule_pack("""
name = "test"
version = 2026-11-01
source = "a law of the night"
consent = { survey = "none", service = "none", marketing = "none" }
hours = { mon-sun = ["22:00-02:00"] }
""")
    facts = replace(FACTS, closed_on=("2026-11-24",))
    after_midnight = datetime(2026, 11, 25, 6, tzinfo=UTC)  # 01:00 on the 25th
    assert ["plan.closed_on"] == [rule.name for rule in rules_of(facts, after_midnight, nights)]


packs = read_rule_packs()
KEYS = [
    "us|America/New_York|US|FL", "us|America/Chicago,America/New_York|US|", "de|Europe/Berlin|DE|", "in|Asia/Kolkata|IN|",
    "default|Asia/Kathmandu|NP|", "default|Asia/Dubai|AE|", "simulation|Europe/Berlin|DE|",
]  # fmt: skip
windows = st.lists(
    st.builds(
        CustomWindow,
        st.lists(st.integers(0, 6), min_size=1, max_size=3).map(tuple),
        st.sampled_from(["00:00", "08:00", "18:00"]),
        st.sampled_from(["12:00", "07:00", "24:00"]),
    ),
    max_size=2,
).map(tuple)


@given(
    st.sampled_from(KEYS),
    st.integers(0, 700 * 24 * 4).map(lambda quarters: NOON + quarters * HOUR / 4),
    windows,
    st.sampled_from([(), ("2026-12-01", "2027-01-04")]),
    st.sampled_from([None, WISHED]),
)
def test_whoever_may_not_be_contacted_is_told_by_which_rule(
    key: str, now: datetime, hours: tuple[CustomWindow, ...], closed_on: tuple[str, ...], wished: None
) -> None:
    facts = replace(
        FACTS, hours_key=key, hours=hours, closed_on=closed_on, preferences=Preferences(hours=wished)
    )
    answer = decide_contact(facts, packs.for_hours(parse_hours_key(key)), now)
    assert all(reason.rules and all(rule.source for rule in reason.rules) for reason in answer.reasons)
    assert (answer.verdict is ContactVerdict.ALLOW) is not bool(answer.reasons)


@given(
    st.sampled_from(KEYS),
    st.integers(0, 400 * 24).map(lambda hours: NOON + hours * HOUR),
    windows,
    st.lists(st.integers(-1, 1), max_size=2, unique=True),
    st.sampled_from([None, WISHED]),
)
@example("simulation|Europe/Berlin|DE|", NIGHT, (CustomWindow((1,), "18:00", "07:00"),), [], None)
@example("simulation|Europe/Berlin|DE|", NIGHT, (CustomWindow((1,), "18:00", "07:00"),), [-1], None)
@example("simulation|Europe/Berlin|DE|", NIGHT, (CustomWindow((1,), "18:00", "07:00"),), [0], None)
def test_the_hours_that_are_shown_are_those_that_are_kept(
    key: str, now: datetime, hours: tuple[CustomWindow, ...], closed: list[int], wished: WeeklyHours | None
) -> None:
    """It is open now exactly if every zone's clock stands in one of its day's windows; closed: days from today on that are closed."""
    parsed = parse_hours_key(key)
    pack = packs.for_hours(parsed)
    assert pack is not None
    closed_on = tuple((now + timedelta(days=days)).date().isoformat() for days in closed)
    facts = replace(
        FACTS,
        hours_key=key,
        hours=hours,
        closed_on=closed_on,
        preferences=Preferences(hours=wished),
        consents=ledger_of("written", purpose=Purpose.SURVEY),
    )
    shown = list(todays_hours(parsed, pack, hours, closed_on, wished, now))
    assert len(parsed.zones) == len(shown)
    stands = all(
        any(one.opens <= today.at.hour * 60 + today.at.minute < one.closes for one in today.windows)
        for today in shown
    )
    assert stands is (decide_contact(facts, pack, now).verdict is ContactVerdict.ALLOW)


@pytest.mark.parametrize(
    ("hours", "closed_on"),
    [((CustomWindow((1,), "9 o'clock", "17:00"),), ()), ((), ("24 November",))],
    ids=["the hours", "the closed days"],
)
def test_what_cannot_be_read_is_shown_as_never_open(
    hours: tuple[CustomWindow, ...], closed_on: tuple[str, ...]
) -> None:
    """It fails closed, and so it is shown."""
    [today] = todays_hours(parse_hours_key(FLORIDA), PACK, hours, closed_on, None, NOON)
    assert () == today.windows


def test_each_zone_that_is_known_is_shown_and_no_other() -> None:
    """A release of the zones' names may come to one process before the other."""
    key = parse_hours_key("test|America/Chicago,America/Nowhere,America/New_York|US|")
    shown = todays_hours(key, PACK, (), (), None, NOON)
    assert ["America/Chicago", "America/New_York"] == [today.zone for today in shown]


@pytest.mark.parametrize("days", [1, 2])
def test_the_first_of_the_closed_days_ahead_is_today_wherever_it_is_still_the_day_before(days: int) -> None:
    key = parse_hours_key("test|America/New_York,Pacific/Honolulu|US|")
    past_midnight = datetime(2026, 11, 24, 7, tzinfo=UTC)  # 2:00 in New York, 21:00 of the 23rd in Honolulu
    closed_on = ("2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25")
    found = closed_days_from(key, PACK, closed_on, past_midnight, days)
    assert [date(2026, 11, 23), date(2026, 11, 24)][:days] == [day.on for day in found]


def test_the_closed_days_ahead_are_told_with_their_rule() -> None:
    days = closed_days_from(
        parse_hours_key(FLORIDA), PACK.for_state("FL"), ("2026-11-26", "2026-12-08"), NOON, 14
    )
    assert [
        (date(2026, 11, 26), "plan.closed_on"),
        (date(2026, 11, 26), "test@2026-11-01 closed_on_holidays"),
        (date(2026, 11, 27), "test@2026-11-01 closed_on_holidays"),
    ] == [(day.on, day.rule.name) for day in days], "the 14th day is no more among them"
