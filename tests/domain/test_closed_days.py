"""Public holidays and days of rest: where the region is not known, the strictest."""

from datetime import date

import pytest
from holidays import list_supported_countries
from hypothesis import given
from hypothesis import strategies as st

from domain.closed_days import has_calendar, public_holidays, rest_days
from domain.places import zones_of_state

CALENDARS = list_supported_countries(include_aliases=False)
WITH_REGIONS = sorted(country for country, regions in CALENDARS.items() if regions)
years = st.integers(2025, 2030)


@given(st.sampled_from(WITH_REGIONS), years, st.data())
def test_an_unknown_region_is_closed_whenever_any_region_is(
    country: str, year: int, data: st.DataObject
) -> None:
    region = data.draw(st.sampled_from(sorted(CALENDARS[country])))
    of_region = public_holidays(country, region, [year])
    assert of_region <= public_holidays(country, "", [year])
    assert of_region <= public_holidays(country, "no such region", [year])


@given(st.sampled_from(["US", "CA", "AU", "BR"]), years, st.data())
def test_a_clock_leaves_the_holidays_of_the_states_that_keep_it(
    country: str, year: int, data: st.DataObject
) -> None:
    region = data.draw(
        st.sampled_from([code for code in CALENDARS[country] if zones_of_state(country, code)])
    )
    zone = data.draw(st.sampled_from(zones_of_state(country, region)))
    found = public_holidays(country, "", [year], (zone,))
    assert public_holidays(country, region, [year]) <= found <= public_holidays(country, "", [year])


@pytest.mark.parametrize(
    "country, state, zones, day, closed",
    [
        ("GB", "", (), date(2026, 4, 6), True),  # Easter Monday, not in Scotland
        ("GB", "SCT", (), date(2026, 4, 6), False),
        ("GB", "SCT", (), date(2027, 1, 4), True),  # 2 January's substitute
        ("GB", "ENG", (), date(2027, 1, 4), False),
        ("DE", "", (), date(2026, 10, 31), True),
        ("DE", "BY", (), date(2026, 10, 31), False),
        ("AU", "", ("Australia/Sydney",), date(2026, 11, 3), True),  # Melbourne's clock is Sydney's
        ("AU", "", ("Australia/Perth",), date(2026, 11, 3), False),
        ("US", "", ("America/Los_Angeles",), date(2026, 2, 17), False),  # Mardi Gras is Louisiana's
        ("US", "", ("America/Chicago",), date(2026, 2, 17), True),
        ("US", "", (), date(2027, 12, 31), True),  # New Year 2028 is a Saturday
        ("XX", "", (), date(2026, 12, 25), False),
    ],
)
def test_holidays_of_regions(
    country: str, state: str, zones: tuple[str, ...], day: date, closed: bool
) -> None:
    assert closed == (day in public_holidays(country, state, [2026, 2027, 2028], zones))


@pytest.mark.parametrize(
    "country, state, days",
    [
        ("FR", "", {6}),  # Saturday is half a weekend: the packs say its hours
        ("SA", "", {4, 5}),
        ("BD", "", {4, 5}),
        ("IR", "", {4}),
        ("NP", "", {5, 6}),
        ("MY", "", {4, 5, 6}),
        ("MY", "10", {6}),
        ("MY", "03", {4, 5}),
        ("AF", "", {3, 4, 5}),  # the sources differ
        ("", "", {6}),
        ("XX", "", {6}),
    ],
)
def test_days_of_rest(country: str, state: str, days: set[int]) -> None:
    assert days == rest_days(country, state)


@given(st.sampled_from(sorted(CALENDARS)))
def test_somebody_rests_everywhere_and_most_days_are_worked(country: str) -> None:
    assert has_calendar(country)
    assert 1 <= len(rest_days(country)) <= 3


def test_the_ends_of_the_calendar_have_no_holidays_and_no_error() -> None:
    assert public_holidays("GB", "", [1, 9999]) == frozenset()


def test_a_zone_that_does_not_exist_is_no_error() -> None:
    """What a step of a workflow computes must never raise: it would be repeated for ever."""
    assert date(2026, 12, 25) in public_holidays("US", "", [2026], ("Mars/Olympus", "../../etc/passwd"))
