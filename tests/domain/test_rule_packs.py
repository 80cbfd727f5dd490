"""Rule packs: dated data with a source; their files, their format, their holidays."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from domain import rule_packs
from domain.calling_hours import ALWAYS, weekly_hours
from domain.campaigns import Purpose
from domain.errors import InvalidInput
from domain.lead_time_zones import HoursKey
from domain.rule_packs import (
    Consent,
    RulePacks,
    holiday_dates,
    load_rule_packs,
    parse_rule_pack,
)

FOLDER = Path(rule_packs.__file__).with_suffix("")
TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.toml")}
EVERY_DAY = range(7)

SMALL = """
name = "small"
version = 2026-11-01
source = "nobody"
consent = { survey = "none", service = "none", marketing = "express" }
[hours]
mon-fri = ["09:00-12:00", "13:00-18:00"]
"""


@pytest.fixture(name="packs", scope="module")
def all_packs() -> RulePacks:
    return load_rule_packs(TEXTS.values())


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_each_file_is_a_pack_with_its_source(name: str) -> None:
    pack = parse_rule_pack(TEXTS[name])
    assert name == pack.name
    assert len(pack.source) > 10
    assert not pack.hours.never
    assert pack.loopback_only == (name == "simulation")


@pytest.mark.parametrize("name", sorted(set(TEXTS) - {"simulation"}))
def test_no_real_pack_calls_at_night(name: str) -> None:
    pack = parse_rule_pack(TEXTS[name])
    for limits in (pack.limits, *pack.states.values(), *([pack.known_state] if pack.known_state else [])):
        for day in limits.hours.days:
            assert all(window.opens >= 8 * 60 and window.closes <= 21 * 60 + 30 for window in day)


def test_the_simulation_never_closes(packs: RulePacks) -> None:
    pack = packs.pack_for("simulation", None)
    assert pack is not None
    assert pack.hours == ALWAYS
    assert holiday_dates(pack, "", [2026]) == frozenset()


@pytest.mark.parametrize(
    "state, hours, per_day",
    [
        ("CA", {day: [("08:00", "21:00")] for day in EVERY_DAY}, 3),
        ("FL", {day: [("08:00", "20:00")] for day in EVERY_DAY}, 3),
        ("ME", {day: [("09:00", "17:00")] for day in range(5)}, 3),
        ("", {day: [("09:00", "20:00")] for day in range(6)}, 3),
        ("??", {day: [("09:00", "20:00")] for day in range(6)}, 3),
    ],
)
def test_states_have_their_own_hours(
    packs: RulePacks, state: str, hours: dict[int, list[tuple[str, str]]], per_day: int
) -> None:
    """A state of its own hours or of fewer calls a day is stricter than its country."""
    pack = packs.pack_for("US", state)
    assert pack is not None
    assert (weekly_hours(hours), per_day) == (pack.hours, pack.max_per_day)


def test_a_state_inherits_every_limit_that_it_does_not_name() -> None:
    above = "max_per_day = 2\nmin_gap_minutes = 90\nclosed_on_holidays = false\n"
    named = {"hours": "hours = { mon = ['10:00-11:00'] }", "max_per_day": "max_per_day = 1"}
    named |= {"min_gap_seconds": "min_gap_minutes = 5", "closed_on_holidays": "closed_on_holidays = true"}
    for field, line in named.items():
        text = SMALL.replace("[hours]", above + "[hours]") + f"[states.XX]\n{line}\n"
        pack = parse_rule_pack(text)
        state = pack.states["XX"]
        assert getattr(state, field) != getattr(pack.limits, field)
        assert replace(state, **{field: getattr(pack.limits, field)}) == pack.limits, field


def test_packs_are_found_by_name_or_country(packs: RulePacks) -> None:
    found = {text: packs.pack_for(text, None) for text in ("us", "US", "PR", "IN", "PL", "XX", "", "default")}
    names = {text: pack and pack.name for text, pack in found.items()}
    assert names == {
        "us": "us", "US": "us", "PR": "us", "IN": "in", "PL": "default", "XX": None, "": None, "default": "default",
    }  # fmt: skip


def test_a_country_without_a_pack_keeps_its_own_holidays(packs: RulePacks) -> None:
    poland = packs.for_hours(HoursKey("default", ("Europe/Warsaw",), "PL", ""))
    assert poland is not None
    assert date(2026, 11, 11) in holiday_dates(poland, "", [2026])


@pytest.mark.parametrize(
    "country, state, days",
    [
        ("PL", "", {0, 1, 2, 3, 4, 5}),
        ("SA", "", {0, 1, 2, 3, 6}),
        ("IL", "", {0, 1, 2, 3, 6}),
        ("JO", "", {0, 1, 2, 3, 6}),
        ("MY", "03", {0, 1, 2, 3, 6}),
        ("default", "", {0, 1, 2, 3, 4, 5}),
    ],
)
def test_each_country_rests_on_its_own_days(
    packs: RulePacks, country: str, state: str, days: set[int]
) -> None:
    pack = packs.pack_for(country, state)
    assert pack is not None
    assert days == {weekday for weekday, windows in enumerate(pack.hours.days) if windows}


@pytest.mark.parametrize(
    "zones, days",
    [
        (("Asia/Riyadh",), {0, 1, 2, 3, 6}),
        (("Europe/Paris",), {0, 1, 2, 3, 4, 5}),
        (("Asia/Riyadh", "Europe/Paris"), {0, 1, 2, 3}),
        ((), {0, 1, 2, 3, 4, 5}),
    ],
)
def test_who_has_a_zone_and_no_country_rests_on_the_days_of_the_zone_s(
    packs: RulePacks, zones: tuple[str, ...], days: set[int]
) -> None:
    pack = packs.for_hours(HoursKey("default", zones, "", ""))
    assert pack is not None
    assert days == {weekday for weekday, windows in enumerate(pack.hours.days) if windows}


def test_a_territory_under_another_s_pack_keeps_its_own_holidays(packs: RulePacks) -> None:
    jersey, puerto_rico = packs.pack_for("JE", None), packs.pack_for("PR", None)
    assert jersey is not None
    assert puerto_rico is not None
    assert date(2026, 5, 9) in holiday_dates(jersey, "", [2026])  # Liberation Day
    assert date(2026, 1, 6) in holiday_dates(puerto_rico, "", [2026])  # Epiphany
    assert (jersey.name, puerto_rico.name) == ("gb", "us")


def test_the_eve_of_a_holiday_is_closed_where_rest_begins_with_it(packs: RulePacks) -> None:
    israel = packs.pack_for("IL", None)
    assert israel is not None
    assert {date(2026, 9, 20), date(2026, 9, 21)} <= holiday_dates(
        israel, "", [2026]
    )  # Yom Kippur and its eve


def test_what_a_calendar_lacks_is_closed_as_well(packs: RulePacks) -> None:
    india = packs.pack_for("IN", None)
    assert india is not None
    assert {date(2026, 11, 9), date(2026, 11, 10)} <= holiday_dates(india, "MH", [2026]) | holiday_dates(
        india, "", [2026]
    )


def test_holidays_of_a_state_count_where_the_state_closes(packs: RulePacks) -> None:
    louisiana, california = packs.pack_for("US", "LA"), packs.pack_for("US", "CA")
    assert louisiana is not None
    assert california is not None
    assert date(2026, 2, 17) in holiday_dates(louisiana, "LA", [2026])  # Mardi Gras
    assert holiday_dates(california, "CA", [2026]) == frozenset()


def test_marketing_by_an_artificial_voice_needs_written_consent_in_the_us(packs: RulePacks) -> None:
    """FCC 24-17."""
    pack = packs.pack_for("US", "NY")
    assert pack is not None
    assert pack.consent_needed(Purpose.MARKETING) is Consent.WRITTEN


def test_the_rule_set_names_its_date() -> None:
    assert parse_rule_pack(SMALL).rule_set == "small@2026-11-01"


@pytest.mark.parametrize(
    "old, new, pointer",
    [
        ('name = "small"', "", "name"),
        ("version = 2026-11-01", 'version = "today"', "version"),
        ("version = 2026-11-01", "", "version"),
        ('source = "nobody"', "", "source"),
        ('marketing = "express"', 'marketing = "maybe"', "consent"),
        (', marketing = "express"', "", "consent"),
        ("mon-fri", "fri-mon", "hours.fri-mon"),
        ("mon-fri", "someday", "hours.someday"),
        ('"09:00-12:00"', '"9-12"', "hours"),
        ('"09:00-12:00"', '"noon"', "hours.mon-fri"),
        ('["09:00-12:00", "13:00-18:00"]', '"09:00-12:00"', "hours.mon-fri"),
        ("[hours]\n", 'holidays = "XX"\n[hours]\n', "holidays"),
        ("[hours]\n", 'countries = ["XX"]\n[hours]\n', "countries"),
        ("[hours]\n", 'also_closed = ["9 November"]\n[hours]\n', "also_closed"),
        ("[hours]\n", "also_closed = [2026-11-09T09:00:00]\n[hours]\n", "also_closed"),
        ("[hours]\n", 'closed_on_eves = "yes"\n[hours]\n', "closed_on_eves"),
        ('"09:00-12:00"', '"09:00-09:00"', "hours"),
        ("[hours]\n", "max_per_day = 0\n[hours]\n", "max_per_day"),
        ("[hours]\n", 'max_per_day = "3"\n[hours]\n', "max_per_day"),
        ("[hours]\n", "colour = 3\n[hours]\n", "colour"),
        ("[hours]\n", "[states]\nFL = 3\n[hours]\n", "states.FL"),
    ],
)
def test_bad_data_is_refused_precisely(old: str, new: str, pointer: str) -> None:
    """Law 10: what is wrong, and where."""
    assert old in SMALL
    with pytest.raises(InvalidInput) as refused:
        parse_rule_pack(SMALL.replace(old, new))
    assert pointer == refused.value.pointer


def test_text_that_is_no_toml_and_packs_that_clash_are_refused() -> None:
    with pytest.raises(InvalidInput, match="not valid TOML"):
        parse_rule_pack("name = ")
    with pytest.raises(InvalidInput, match="Two rule packs"):
        load_rule_packs([SMALL, SMALL])
