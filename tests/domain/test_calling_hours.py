"""Windows, zones, clock changes and holidays: requirements 23, 24 and 80."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calling_hours import (
    ALWAYS,
    NEVER,
    WeeklyHours,
    is_open,
    lead_day_bounds,
    narrowed,
    next_opening,
    open_until,
    weekly_hours,
    without_days,
)
from domain.errors import InvalidInput

ZONES = (
    "America/New_York",
    "America/Phoenix",
    "America/St_Johns",
    "America/Los_Angeles",
    "America/Havana",
    "Europe/Berlin",
    "Europe/London",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Honolulu",
    "Africa/Casablanca",
)
OFFICE = weekly_hours({day: [("09:00", "18:00")] for day in range(5)})
NIGHT = weekly_hours({4: [("22:00", "02:00")]})
MINUTE = timedelta(minutes=1)


def at(text: str, zone: str = "UTC", fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)


def really_open(
    windows: dict[int, list[tuple[str, str]]],
    zones: tuple[str, ...],
    closed: frozenset[date],
    moment: datetime,
) -> bool:
    """The plain meaning of calling hours, one zone and one moment at a time, independent of the product's code."""
    return bool(zones) and all(_open_in(windows, moment.astimezone(ZoneInfo(z)), closed) for z in zones)


def _open_in(windows: dict[int, list[tuple[str, str]]], local: datetime, closed: frozenset[date]) -> bool:
    clock, today, eve = local.strftime("%H:%M"), local.date(), local.date() - timedelta(days=1)
    if today in closed:
        return False
    for opens, closes in windows.get(today.weekday(), []):
        if (opens <= clock < closes) if opens < closes else opens <= clock:
            return True
    if eve in closed:
        return False
    return any(closes <= opens and clock < closes for opens, closes in windows.get(eve.weekday(), []))


clock_times = st.builds(
    lambda hour, minute: f"{hour:02d}:{minute:02d}", st.integers(0, 23), st.sampled_from((0, 15, 30, 59))
)
windows_with_length = st.tuples(clock_times, clock_times).filter(lambda window: window[0] != window[1])
weeks = st.dictionaries(st.integers(0, 6), st.lists(windows_with_length, max_size=2), max_size=7)
zone_sets = st.lists(st.sampled_from(ZONES), min_size=1, max_size=3, unique=True).map(
    lambda z: tuple(sorted(z))
)


def between(first: str, last: str) -> st.SearchStrategy[datetime]:
    return st.datetimes(datetime.fromisoformat(first), datetime.fromisoformat(last), timezones=st.just(UTC))


# Around the clock changes of 2026 in both hemispheres, and everything between.
moments = st.one_of(
    between("2026-01-01", "2027-12-01"),
    between("2026-03-07", "2026-03-10"),
    between("2026-10-31", "2026-11-03"),
    between("2026-04-03", "2026-04-06"),
    between("2026-10-02", "2026-10-05"),
)
# Where most of the moments are, so that many of them lie on a closed day or on the morning after one.
closed_days = st.frozensets(
    st.one_of(st.dates(date(2026, 3, 6), date(2026, 3, 11)), st.dates(date(2026, 4, 2), date(2026, 4, 7))),
    max_size=5,
)
nights = st.lists(
    st.permutations(("00:00", "02:30", "05:00", "22:00")).map(lambda times: (times[0], times[1])),
    min_size=1,
    max_size=2,
).map(lambda windows: dict.fromkeys(range(7), windows))
early_hours = st.builds(
    lambda day, minutes: datetime(2026, 3, day, tzinfo=UTC) + minutes * MINUTE,
    st.integers(4, 8),
    st.integers(0, 360),
)


@settings(max_examples=300, deadline=None)
@given(weeks, zone_sets, closed_days, moments)
def test_open_means_open_in_every_zone(
    windows: dict[int, list[tuple[str, str]]],
    zones: tuple[str, ...],
    closed: frozenset[date],
    moment: datetime,
) -> None:
    """Requirement 24: the windows of all candidate zones, read on the wall clock, each in its own date."""
    expected = really_open(windows, zones, closed, moment)
    assert expected == is_open(weekly_hours(windows), zones, closed, moment)


@settings(max_examples=150, deadline=None)
@given(weeks, zone_sets, closed_days, moments)
def test_next_opening_is_inside_all_windows_and_the_earliest_minute(
    windows: dict[int, list[tuple[str, str]]],
    zones: tuple[str, ...],
    closed: frozenset[date],
    moment: datetime,
) -> None:
    """Requirement 23: the placed time is always inside the window, and nothing before it would have been."""
    found = next_opening(weekly_hours(windows), zones, closed, moment, horizon_days=9)
    last = moment + timedelta(days=9) if found is None else found
    if found is not None:
        assert found >= moment
        assert really_open(windows, zones, closed, found)
    candidate = moment.replace(second=0, microsecond=0) + MINUTE
    probes = min(int((last - candidate) / MINUTE), 9 * 1440)
    for step in {*range(0, max(probes, 0), 15), *range(max(0, probes - 15), max(probes, 0))}:
        assert not really_open(windows, zones, closed, candidate + step * MINUTE)


@settings(max_examples=150, deadline=None)
@given(weeks, zone_sets, closed_days, moments)
def test_open_until_is_where_the_opening_ends(
    windows: dict[int, list[tuple[str, str]]],
    zones: tuple[str, ...],
    closed: frozenset[date],
    moment: datetime,
) -> None:
    hours = weekly_hours(windows)
    end = open_until(hours, zones, closed, moment)
    assert (end is not None) == is_open(hours, zones, closed, moment)
    if end is not None and end < moment + timedelta(days=7):
        assert not is_open(hours, zones, closed, end)
        assert is_open(hours, zones, closed, end - timedelta(seconds=1))


def test_hours_that_never_end_are_known_to_hold_as_far_as_one_looks() -> None:
    now, berlin = at("2026-11-21T01:30"), ("Europe/Berlin",)
    assert now + timedelta(days=8) == open_until(ALWAYS, berlin, frozenset(), now)
    assert now + timedelta(days=3) == open_until(ALWAYS, berlin, frozenset(), now, horizon_days=3)


@pytest.mark.parametrize("days, is_found", [(5, False), (6, True)])
def test_an_opening_beyond_the_horizon_is_none(days: int, is_found: bool) -> None:
    """It lies in the week in which the horizon ends."""
    sunday = weekly_hours({6: [("00:00", "24:00")]})
    monday = at("2026-11-23T00:00")
    opening = next_opening(sunday, ("UTC",), frozenset(), monday, horizon_days=days)
    assert (monday + timedelta(days=6) if is_found else None) == opening


@pytest.mark.parametrize(
    "zone, hours, after, opening",
    [
        pytest.param(
            "America/New_York",
            {6: [("02:30", "05:00")]},
            at("2026-03-08T00:00", "America/New_York"),
            at("2026-03-08T03:00", "America/New_York"),
            id="an opening inside the skipped hour begins after it",
        ),
        pytest.param(
            "America/New_York",
            {6: [("02:00", "03:00")]},
            at("2026-03-08T00:00", "America/New_York"),
            at("2026-03-15T02:00", "America/New_York"),
            id="a window that is skipped whole waits a week",
        ),
        pytest.param(
            "Europe/Berlin",
            {6: [("02:30", "04:00")]},
            at("2026-10-25T00:00", "Europe/Berlin"),
            at("2026-10-25T02:30", "Europe/Berlin"),
            id="the first of two half past twos",
        ),
        pytest.param(
            "Europe/Berlin",
            {6: [("02:30", "02:45")]},
            at("2026-10-25T02:50", "Europe/Berlin"),
            at("2026-10-25T02:30", "Europe/Berlin", fold=1),
            id="a repeated window opens twice",
        ),
        pytest.param(
            "Australia/Lord_Howe",
            {6: [("02:10", "05:00")]},
            at("2026-10-04T00:00", "Australia/Lord_Howe"),
            at("2026-10-04T02:30", "Australia/Lord_Howe"),
            id="Lord Howe skips half an hour",
        ),
        pytest.param(
            "America/Phoenix",
            {0: [("09:00", "18:00")]},
            at("2026-07-06T15:59:30"),
            at("2026-07-06T16:00"),
            id="Arizona keeps no summer time",
        ),
        pytest.param(
            "Asia/Kolkata",
            {0: [("10:00", "19:00")]},
            at("2026-11-23T00:00"),
            at("2026-11-23T04:30"),
            id="India is half an hour off",
        ),
        pytest.param(
            "America/St_Johns",
            {0: [("09:00", "18:00")]},
            at("2026-11-23T00:00"),
            at("2026-11-23T12:30"),
            id="so is Newfoundland",
        ),
    ],
)
def test_clock_changes_and_odd_zones(
    zone: str, hours: dict[int, list[tuple[str, str]]], after: datetime, opening: datetime
) -> None:
    """Requirement 24."""
    assert opening.astimezone(UTC) == next_opening(weekly_hours(hours), (zone,), frozenset(), after)


def test_weekend_is_skipped() -> None:
    friday_evening = at("2026-11-20T19:00", "Europe/Berlin")
    monday = at("2026-11-23T09:00", "Europe/Berlin")
    assert monday == next_opening(OFFICE, ("Europe/Berlin",), frozenset(), friday_evening)


def test_weekend_across_a_clock_change() -> None:
    friday_evening = at("2026-10-30T19:00", "America/New_York")
    assert at("2026-11-02T14:00") == next_opening(OFFICE, ("America/New_York",), frozenset(), friday_evening)


def test_holidays_close_the_lead_s_own_date() -> None:
    """Christmas begins in Auckland while it is still the 24th in New York."""
    christmas = frozenset({date(2026, 12, 25)})
    always = ALWAYS
    moment = at("2026-12-24T20:00")
    assert not is_open(always, ("Pacific/Auckland",), christmas, moment)
    assert is_open(always, ("America/New_York",), christmas, moment)
    assert at("2026-12-26T00:00", "America/New_York") == next_opening(
        always, ("America/New_York", "Pacific/Auckland"), christmas, moment
    )


def test_window_past_midnight_belongs_to_the_day_it_opens() -> None:
    berlin = ("Europe/Berlin",)
    saturday_early = at("2026-11-21T01:30", "Europe/Berlin")
    assert is_open(NIGHT, berlin, frozenset(), saturday_early)
    assert not is_open(NIGHT, berlin, frozenset(), at("2026-11-21T02:00", "Europe/Berlin"))
    assert not is_open(NIGHT, berlin, frozenset(), at("2026-11-20T01:30", "Europe/Berlin"))
    assert not is_open(NIGHT, berlin, frozenset({date(2026, 11, 20)}), saturday_early)
    assert at("2026-11-21T02:00", "Europe/Berlin") == open_until(
        NIGHT, berlin, frozenset(), at("2026-11-20T22:00", "Europe/Berlin")
    )


def test_every_zone_must_be_open() -> None:
    """Requirement 24, area code 850: Pensacola is an hour behind Tallahassee."""
    zones = ("America/Chicago", "America/New_York")
    opening = next_opening(OFFICE, zones, frozenset(), at("2026-11-23T00:00"))
    assert at("2026-11-23T09:00", "America/Chicago") == opening
    assert opening is not None
    assert at("2026-11-23T18:00", "America/New_York") == open_until(OFFICE, zones, frozenset(), opening)


@pytest.mark.parametrize(
    "hours, zones",
    [
        (OFFICE, ()),
        (OFFICE, ("Mars/Olympus",)),
        (OFFICE, ("Europe/Berlin", "Mars/Olympus")),
        (OFFICE, ("../../etc/passwd",)),
        (OFFICE, ("America",)),
        (NEVER, ("Europe/Berlin",)),
        (weekly_hours({0: [("09:00", "12:00")]}), ("America/New_York", "Asia/Tokyo")),
    ],
)
def test_unknown_empty_or_disjoint_is_never_open(hours: WeeklyHours, zones: tuple[str, ...]) -> None:
    assert next_opening(hours, zones, frozenset(), at("2026-11-21T00:00")) is None
    assert not is_open(hours, zones, frozenset(), at("2026-11-23T10:00"))
    assert open_until(hours, zones, frozenset(), at("2026-11-23T10:00")) is None


def test_narrowing_leaves_what_both_allow() -> None:
    lunch = weekly_hours({day: [("12:00", "14:00"), ("17:30", "21:00")] for day in range(7)})
    expected = weekly_hours({day: [("12:00", "14:00"), ("17:30", "18:00")] for day in range(5)})
    assert expected == narrowed(OFFICE, lunch)


@settings(max_examples=300, deadline=None)
@given(nights, nights, st.frozensets(st.dates(date(2026, 3, 4), date(2026, 3, 7))), early_hours)
def test_narrowed_hours_are_open_when_both_are(
    windows: dict[int, list[tuple[str, str]]],
    others: dict[int, list[tuple[str, str]]],
    closed: frozenset[date],
    moment: datetime,
) -> None:
    """Also after the midnight of a closed day: what began on it stays closed, whichever of the two ran over midnight."""
    zones = ("UTC",)
    expected = really_open(windows, zones, closed, moment) and really_open(others, zones, closed, moment)
    assert expected == is_open(narrowed(weekly_hours(windows), weekly_hours(others)), zones, closed, moment)


def test_a_night_that_began_on_a_closed_day_stays_closed_in_longer_hours() -> None:
    closed = frozenset({date(2026, 11, 20)})  # a Friday
    after_midnight = at("2026-11-21T01:00")
    for both in (narrowed(ALWAYS, NIGHT), narrowed(NIGHT, ALWAYS)):
        assert is_open(both, ("UTC",), frozenset(), after_midnight)
        assert not is_open(both, ("UTC",), closed, after_midnight)


@pytest.mark.parametrize(
    "opens, closes", [("9:00", "18:00"), ("09:00", "25:00"), ("", "18:00"), ("09.00", "18.00")]
)
def test_unreadable_times_are_refused(opens: str, closes: str) -> None:
    with pytest.raises(InvalidInput, match="Times are written"):
        weekly_hours({0: [(opens, closes)]})


@pytest.mark.parametrize(
    "opens, closes", [("09:00", "09:00"), ("00:00", "00:00"), ("24:00", "00:00"), ("24:00", "24:00")]
)
def test_a_window_without_length_is_refused(opens: str, closes: str) -> None:
    """Never or all day: it is not guessed which is meant."""
    with pytest.raises(InvalidInput, match="at the same time"):
        weekly_hours({0: [(opens, closes)]})


@given(weeks, st.frozensets(st.integers(0, 6)), moments)
def test_without_days_is_closed_as_if_they_were_holidays(
    windows: dict[int, list[tuple[str, str]]], weekdays: frozenset[int], moment: datetime
) -> None:
    """Also after the midnight of such a day: what began on it ends with it."""
    closed = frozenset(
        day for step in (-1, 0) if (day := moment.date() + timedelta(days=step)).weekday() in weekdays
    )
    expected = really_open(windows, ("UTC",), closed, moment)
    assert expected == is_open(without_days(weekly_hours(windows), weekdays), ("UTC",), frozenset(), moment)


def test_moments_need_a_zone() -> None:
    with pytest.raises(InvalidInput):
        next_opening(OFFICE, ("Europe/Berlin",), frozenset(), datetime(2026, 11, 21))  # noqa: DTZ001


def test_today_of_a_lead_is_as_wide_as_its_zones() -> None:
    start, end = lead_day_bounds(("America/Chicago", "America/New_York"), at("2026-11-21T12:00"))
    assert at("2026-11-21T00:00", "America/New_York") == start
    assert at("2026-11-22T00:00", "America/Chicago") == end


def test_today_has_23_hours_when_clocks_go_forward() -> None:
    start, end = lead_day_bounds(("Europe/Berlin",), at("2026-03-29T12:00"))
    assert timedelta(hours=23) == end - start


def test_today_of_an_unknown_zone_spans_every_possibility() -> None:
    now = at("2026-11-21T12:00")
    assert (now - timedelta(days=1), now + timedelta(days=1)) == lead_day_bounds((), now)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    "far", [datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC), at("9998-12-25T12:00")]
)
def test_the_ends_of_the_calendar_are_closed_and_no_error(zone: str, far: datetime) -> None:
    """What a step of a workflow computes must never raise: it would be repeated for ever."""
    next_opening(OFFICE, (zone,), frozenset(), far)
    open_until(OFFICE, (zone,), frozenset(), far)
    assert not is_open(OFFICE, (zone,), frozenset(), datetime.max.replace(tzinfo=UTC))
