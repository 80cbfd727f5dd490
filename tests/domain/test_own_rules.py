"""An account's own rule packs: beside the shipped ones the stricter rule counts, unless somebody has answered for more."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.calling_hours import WeeklyHours, Window, is_open
from domain.campaigns import Purpose
from domain.errors import InvalidInput
from domain.lead_time_zones import parse_hours_key
from domain.own_rules import OwnPack, RulesAreFixed, check_own, effective, less_strict, stricter, with_own
from domain.rule_packs import Consent, RulePack, load_rule_packs, parse_rule_pack
from startup.rule_packs import read_rule_packs

SHIPPED_TEXT = """
name = "us"
version = 2026-11-01
source = "the law"
countries = ["US"]
holidays = "US"
closed_on_holidays = true
max_per_day = 3
min_gap_minutes = 30
also_closed = [2026-11-27]
closed_on_eves = true
consent = { survey = "express", service = "none", marketing = "written" }
hours = { mon-sat = ["09:00-20:00"] }
[known_state]
hours = { mon-sun = ["08:00-21:00"] }
[states.FL]
hours = { mon-sun = ["08:00-20:00"] }
max_per_day = 2
"""
SHIPPED = parse_rule_pack(SHIPPED_TEXT)
TEXAS = parse_hours_key("us|America/Chicago|US|TX")


def changed(before: str, after: str) -> RulePack:
    """The shipped text with one thing said otherwise, under a version of its own."""
    assert before in SHIPPED_TEXT
    text = SHIPPED_TEXT.replace(before, after, 1).replace("2026-11-01", "2026-12-01", 1)
    return parse_rule_pack(text)


LAXER = [
    ('mon-sat = ["09:00-20:00"]', 'mon-sat = ["09:00-20:01"]', ("hours",)),
    ('mon-sat = ["09:00-20:00"]', 'mon-sun = ["09:00-20:00"]', ("hours",)),
    ('mon-sun = ["08:00-21:00"]', 'mon-sun = ["07:59-21:00"]', ("known_state.hours",)),
    ('mon-sun = ["08:00-20:00"]', 'mon-sun = ["08:00-20:30"]', ("states.FL.hours",)),
    ("closed_on_holidays = true", "closed_on_holidays = false", ("closed_on_holidays",)),
    ("max_per_day = 3", "max_per_day = 4", ("max_per_day", "known_state.max_per_day")),
    ("max_per_day = 3", "", ("max_per_day", "known_state.max_per_day")),
    ("max_per_day = 2", "", ("states.FL.max_per_day",)),
    ("min_gap_minutes = 30", "min_gap_minutes = 29", ("min_gap_minutes",)),
    ('survey = "express"', 'survey = "none"', ("consent.survey",)),
    ('marketing = "written"', 'marketing = "express"', ("consent.marketing",)),
    ("also_closed = [2026-11-27]", "", ("also_closed",)),
    ("closed_on_eves = true", "", ("closed_on_eves",)),
    ("[states.FL]", "[states.GA]", ("states.FL.hours", "states.FL.max_per_day")),
]


@pytest.mark.parametrize(("before", "after", "fields"), LAXER, ids=[each[1] or each[0] for each in LAXER])
def test_what_is_less_strict_is_named_by_its_field_and_does_not_hold(
    before: str, after: str, fields: tuple[str, ...]
) -> None:
    """The law binds whatever an account writes."""
    own = changed(before, after)
    assert {*fields} <= {*less_strict(SHIPPED, own)}
    held = stricter(SHIPPED, own)
    assert () == less_strict(SHIPPED, held)


STRICTER = [
    ('mon-sat = ["09:00-20:00"]', 'mon-fri = ["09:30-12:00", "14:00-20:00"]'),
    ('mon-sun = ["08:00-21:00"]', 'mon-sun = ["10:00-11:00"]'),
    ("max_per_day = 3", "max_per_day = 2"),
    ("min_gap_minutes = 30", "min_gap_minutes = 31"),
    ('service = "none"', 'service = "express"'),
    ("also_closed = [2026-11-27]", "also_closed = [2026-11-27, 2026-12-31]"),
    ("closed_on_eves = true", "closed_on_eves = true\nclosed_on_rest_days = true"),
    ("[states.FL]", '[states.GA]\nhours = { mon = ["10:00-11:00"] }\n[states.FL]'),
    ("version", "version"),
]


@pytest.mark.parametrize(("before", "after"), STRICTER, ids=[each[1] for each in STRICTER])
def test_what_is_stricter_holds_as_it_is_written(before: str, after: str) -> None:
    own = changed(before, after)
    assert () == less_strict(SHIPPED, own)
    held = stricter(SHIPPED, own)
    assert () == less_strict(own, held)
    for code in ("", "FL", "GA", "TX"):
        there = held.for_state(code).limits
        assert replace(own.for_state(code).limits, origins={}) == replace(there, origins={})


def test_a_night_window_of_a_closed_day_may_not_become_one_of_the_next_day() -> None:
    """From midnight to two it ends with the day before; as a window of its own it would not."""
    night = SHIPPED_TEXT.replace('mon-sat = ["09:00-20:00"]', 'mon-tue = ["22:00-02:00"]')
    own = parse_rule_pack(
        night.replace(
            'hours = { mon-tue = ["22:00-02:00"] }',
            'hours = { mon = ["22:00-24:00"], tue = ["00:00-02:00"] }',
        )
    )
    assert ("hours",) == less_strict(parse_rule_pack(night), own)


_A_DAY = st.lists(st.builds(Window, st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=4).map(
    tuple
)


def open_minutes(windows: Iterable[Window]) -> set[int]:
    return {minute for window in windows for minute in range(window.opens, window.closes)}


@given(_A_DAY, _A_DAY)
@example((Window(0, 5), Window(5, 9)), (Window(3, 7),))
@example((Window(0, 9), Window(1, 2)), (Window(3, 7),))
def test_hours_are_as_strict_if_each_of_their_minutes_is(
    shipped: tuple[Window, ...], own: tuple[Window, ...]
) -> None:
    """Of windows that touch, overlap or stand within each other, whether the day before is open or closed."""
    law, ours = (
        replace(SHIPPED, limits=replace(SHIPPED.limits, hours=WeeklyHours((day,) + ((),) * 6)))
        for day in (shipped, own)
    )
    by_itself = [[window for window in day if not window.from_eve] for day in (shipped, own)]
    as_strict = open_minutes(own) <= open_minutes(shipped) and open_minutes(by_itself[1]) <= open_minutes(
        by_itself[0]
    )
    assert as_strict == ("hours" not in less_strict(law, ours))


def test_the_versions_of_both_texts_stand_in_the_rule_set() -> None:
    held = effective(SHIPPED, OwnPack(changed("max_per_day = 3", "max_per_day = 2"), 7))
    assert "us@2026-11-01+own.7" == held.rule_set
    assert "us@2026-11-01" == SHIPPED.rule_set


def test_a_field_is_told_as_the_text_that_makes_it_strict_tells_it() -> None:
    own = changed('source = "the law"', 'source = "our policy"')
    own = replace(own, limits=replace(own.limits, max_per_day=1))
    held = effective(SHIPPED, OwnPack(own, 2))
    assert ("us@2026-11-01+own.2 max_per_day", "our policy") == (
        held.rule("max_per_day").name,
        held.rule("max_per_day").source,
    )
    assert "the law" == held.rule("hours").source


def test_what_somebody_answered_for_stands_alone_until_the_law_is_another() -> None:
    own = changed('mon-sat = ["09:00-20:00"]', 'mon-sun = ["07:00-22:00"]')
    answered = OwnPack(own, 3, "us@2026-11-01")
    alone = effective(SHIPPED, answered)
    assert own.hours == alone.hours
    assert "us@2026-11-01+own.3" == alone.rule_set
    newer = replace(SHIPPED, version=date(2027, 1, 1))
    assert SHIPPED.hours == effective(newer, answered).hours, "a new release is compared with again"
    assert "us@2027-01-01+own.3" == effective(newer, answered).rule_set


def test_what_a_pack_is_for_cannot_be_changed() -> None:
    for before, after, pointer in (
        ('name = "us"', 'name = "de"', "name"),
        ('countries = ["US"]', 'countries = ["US", "CA"]', "countries"),
        ('holidays = "US"', "", "holidays"),
        ("closed_on_eves = true", "closed_on_eves = true\nloopback_only = true", "loopback_only"),
        ("[states.FL]", "[states.ZZ]", "states.ZZ"),
    ):
        with pytest.raises(InvalidInput) as refused:
            check_own(SHIPPED, changed(before, after))
        assert pointer == refused.value.pointer
    check_own(SHIPPED, SHIPPED)


def test_the_simulated_world_has_no_rules_of_an_accounts_own() -> None:
    simulation = read_rule_packs().named("simulation")
    assert simulation is not None
    with pytest.raises(RulesAreFixed):
        check_own(simulation, simulation)


@pytest.mark.parametrize(
    "text", ["min_gap_minutes = 527041", "also_closed = [0001-01-01]", "x = " + "[" * 9999]
)
def test_a_text_that_no_clock_can_follow_is_refused(text: str) -> None:
    """It would fail in the middle of a dial."""
    shipped = SHIPPED_TEXT.replace("min_gap_minutes = 30\n", "").replace("also_closed = [2026-11-27]\n", "")
    with pytest.raises(InvalidInput):
        parse_rule_pack(f"{text}\n{shipped}")


def test_only_the_packs_that_have_a_version_change() -> None:
    shipped = load_rule_packs([SHIPPED_TEXT, SHIPPED_TEXT.replace('"us"', '"de"').replace('"US"', '"DE"')])
    own = with_own(shipped, [OwnPack(changed("max_per_day = 3", "max_per_day = 1"), 1)])
    assert shipped.packs[0] is own.packs[0]
    here = own.for_hours(TEXAS)
    assert here is not None
    assert ("us@2026-11-01+own.1", 1) == (here.rule_set, here.max_per_day)


shipped_packs = [pack for pack in read_rule_packs().packs if not pack.loopback_only]
windows = st.tuples(st.integers(0, 23), st.integers(1, 24)).filter(lambda hours: hours[0] != hours[1] % 24)


@given(
    st.sampled_from(shipped_packs),
    st.dictionaries(st.sampled_from(["mon", "tue", "fri", "sat", "sun"]), windows, min_size=1),
    st.integers(0, 2000),
    st.sampled_from(Consent),
    st.sampled_from([None, 1, 5]),
    st.booleans(),
)
def test_whatever_an_account_writes_is_never_laxer_than_what_is_shipped(
    shipped: RulePack,
    days: dict[str, tuple[int, int]],
    gap: int,
    consent: Consent,
    most: int | None,
    holidays: bool,
) -> None:
    hours = ", ".join(f'{day} = ["{opens:02}:00-{closes:02}:00"]' for day, (opens, closes) in days.items())
    own = parse_rule_pack(
        f"""
        name = "{shipped.name}"
        version = 2027-01-01
        source = "ours"
        min_gap_minutes = {gap}
        closed_on_holidays = {str(holidays).lower()}
        {"" if most is None else f"max_per_day = {most}"}
        consent = {{ survey = "{consent}", service = "{consent}", marketing = "{consent}" }}
        hours = {{ {hours} }}
        """
    )
    held = effective(shipped, OwnPack(own, 1))
    assert () == less_strict(shipped, held)
    assert () == less_strict(own, held)
    now = datetime(2026, 12, 1, tzinfo=UTC)
    for hour in range(7 * 24):
        at = now + hour * timedelta(hours=1)
        both = [is_open(pack.hours, ("Etc/UTC",), frozenset(), at) for pack in (shipped, own)]
        assert is_open(held.hours, ("Etc/UTC",), frozenset(), at) is all(both)
    for purpose in Purpose:
        assert held.consents[purpose] in (shipped.consents[purpose], own.consents[purpose])
