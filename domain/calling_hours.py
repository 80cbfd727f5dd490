"""When somebody may be called: weekly windows, closed days, several candidate zones at once (asked by contactability.py).

A person is callable only while the windows are open in *every* zone they may live in. Windows are read on the local
wall clock, so an hour that a clock change skips is simply absent and one that it repeats counts twice. Everything that
is missing, empty or unknown means *never open*.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.errors import InvalidInput

DAY_MINUTES: Final = 1440
_CLOCK_TIME: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Minutes of one local day, from opens (included) to closes (excluded, at most 1440).

    from_eve: it continues a window of the day before, and is closed when that day is.
    """

    opens: int
    closes: int
    from_eve: bool = False

    @property
    def shown(self) -> str:
        """As people write it: "09:00-20:00"."""
        return f"{_clock(self.opens)}-{_clock(self.closes)}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """The windows of each weekday, Monday first; empty tuples for days without any."""

    days: tuple[tuple[Window, ...], ...]

    @property
    def never(self) -> bool:
        """Whether no day has any window."""
        return not any(self.days)


NEVER: Final = WeeklyHours(((),) * 7)
ALWAYS: Final = WeeklyHours(((Window(0, DAY_MINUTES),),) * 7)


def weekly_hours(windows: Mapping[int, Iterable[tuple[str, str]]]) -> WeeklyHours:
    """Weekly hours from weekday (0 is Monday) -> pairs of "HH:MM" local times; "24:00" ends a day.

    A window that closes before its opening runs past midnight. Raises InvalidInput for other texts, and for a window
    without length: whether it means never or all day is not guessed.
    """
    days: list[list[Window]] = [[] for _ in range(7)]
    for weekday, pairs in windows.items():
        if weekday not in range(7):
            raise InvalidInput(f"Weekdays are 0 (Monday) to 6, not {weekday}.", pointer="weekdays")
        for opens, closes in pairs:
            _add_window(days, weekday, minute_of_day(opens), minute_of_day(closes))
    return WeeklyHours(tuple(tuple(sorted(day)) for day in days))


def _add_window(days: list[list[Window]], weekday: int, opens: int, closes: int) -> None:
    if opens % DAY_MINUTES == closes % DAY_MINUTES and (opens, closes) != (0, DAY_MINUTES):
        raise InvalidInput(
            "A window opens and closes at the same time; for the whole day write 00:00 to 24:00.",
            pointer="hours",
        )
    if opens < closes:
        days[weekday].append(Window(opens, closes))
        return
    if opens < DAY_MINUTES:
        days[weekday].append(Window(opens, DAY_MINUTES))
    if closes > 0:
        days[(weekday + 1) % 7].append(Window(0, closes, from_eve=True))


def minute_of_day(text: str) -> int:
    """The minute that "HH:MM" means, at most 1440. Raises InvalidInput for other texts."""
    if not _CLOCK_TIME.fullmatch(text):
        raise InvalidInput(f'Times are written "09:00" to "24:00", not {text!r}.', pointer="hours")
    return int(text[:2]) * 60 + int(text[3:])


def without_days(hours: WeeklyHours, weekdays: Collection[int]) -> WeeklyHours:
    """The hours with these weekdays closed (0 is Monday), as a closed day is: what began on one ends with it."""
    return WeeklyHours(
        tuple(
            ()
            if weekday in weekdays
            else tuple(
                window for window in windows if not (window.from_eve and (weekday - 1) % 7 in weekdays)
            )
            for weekday, windows in enumerate(hours.days)
        )
    )


@lru_cache(maxsize=1024)
def narrowed(hours: WeeklyHours, other: WeeklyHours) -> WeeklyHours:
    """The hours that both allow."""
    return WeeklyHours(
        tuple(
            tuple(sorted(_common_windows(ours, theirs)))
            for ours, theirs in zip(hours.days, other.days, strict=True)
        )
    )


def _common_windows(ours: Iterable[Window], theirs: tuple[Window, ...]) -> Iterable[Window]:
    for one in ours:
        for two in theirs:
            opens, closes = max(one.opens, two.opens), min(one.closes, two.closes)
            if opens < closes:
                yield Window(opens, closes, one.from_eve or two.from_eve)


def is_open(hours: WeeklyHours, zones: tuple[str, ...], closed_days: frozenset[date], at: datetime) -> bool:
    """Whether somebody who may live in any of these zones may be called at this moment.

    closed_days are dates of each zone's own calendar. at must carry a time zone.
    """
    return next_opening(hours, zones, closed_days, at, horizon_days=0) is not None


def next_opening(
    hours: WeeklyHours,
    zones: tuple[str, ...],
    closed_days: frozenset[date],
    after: datetime,
    horizon_days: int = 60,
) -> datetime | None:
    """The earliest moment (UTC) from after on, after itself included, at which all zones are open.

    None when there is none within the horizon, and always for unknown zones or empty hours.
    """
    moment = _seconds(after)
    last = moment + horizon_days * 86_400
    week = moment // _WEEK
    while week * _WEEK <= last:
        for opens, closes in _openings(hours, zones, closed_days, week):
            if closes > moment:
                start = max(opens, moment)
                return None if start > last else _not_before(start, after)
        week += 1
    return None


def open_until(
    hours: WeeklyHours,
    zones: tuple[str, ...],
    closed_days: frozenset[date],
    at: datetime,
    horizon_days: int = 8,
) -> datetime | None:
    """When the opening that holds at this moment ends (UTC), at most the horizon away; None if closed now."""
    moment = _seconds(at)
    last = moment + horizon_days * 86_400
    end: int | None = None
    for week in range(moment // _WEEK, last // _WEEK + 1):
        for opens, closes in _openings(hours, zones, closed_days, week):
            if closes <= moment:
                continue
            if opens > (moment if end is None else end):
                return _utc(end)
            end = closes
    return _utc(None if end is None else min(end, last))


def _not_before(start: int, after: datetime) -> datetime:
    found = datetime.fromtimestamp(start, UTC)
    return max(found, after.astimezone(UTC))


def _utc(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _seconds(at: datetime) -> int:
    if at.tzinfo is None:
        raise InvalidInput("A moment needs a time zone.", pointer="at")
    return int(at.timestamp() // 1)


_WEEK: Final = 7 * 86_400
_WEEKS: Final = range(*(int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) // _WEEK for year in (2, 9999)))
_Stretch = tuple[int, int]


@lru_cache(maxsize=16_384)
def _openings(
    hours: WeeklyHours, zones: tuple[str, ...], closed_days: frozenset[date], week: int
) -> tuple[_Stretch, ...]:
    """The stretches (seconds since 1970, UTC) of one week in which every zone is open; weeks count from 1970."""
    if not zones or hours.never:
        return ()
    common = _openings_in_zone(hours, zones[0], closed_days, week)
    for zone in zones[1:]:
        common = _intersection(common, _openings_in_zone(hours, zone, closed_days, week))
    return common


@lru_cache(maxsize=8_192)
def _openings_in_zone(
    hours: WeeklyHours, zone: str, closed_days: frozenset[date], week: int
) -> tuple[_Stretch, ...]:
    found: list[_Stretch] = []
    for start, end, offset in _offsets(zone, week):
        for opens, closes in _local_stretches(hours, closed_days, start + offset, end + offset):
            _append(found, opens - offset, closes - offset)
    return tuple(found)


def _append(found: list[_Stretch], opens: int, closes: int) -> None:
    if found and found[-1][1] >= opens:
        found[-1] = (found[-1][0], max(closes, found[-1][1]))
    else:
        found.append((opens, closes))


def _local_stretches(
    hours: WeeklyHours, closed_days: frozenset[date], start: int, end: int
) -> Iterable[_Stretch]:
    """Open stretches of the wall clock between two of its moments, as if the wall clock were UTC."""
    for day in range(start // 86_400, (end - 1) // 86_400 + 1):
        on = _EPOCH + timedelta(days=day)
        if on in closed_days:
            continue
        for window in hours.days[on.weekday()]:
            if window.from_eve and on - timedelta(days=1) in closed_days:
                continue
            opens = max(start, day * 86_400 + window.opens * 60)
            closes = min(end, day * 86_400 + window.closes * 60)
            if opens < closes:
                yield opens, closes


def _intersection(ours: tuple[_Stretch, ...], theirs: tuple[_Stretch, ...]) -> tuple[_Stretch, ...]:
    found = []
    for opens, closes in ours:
        first = max(0, bisect_right(theirs, (opens,)) - 1)
        for other_opens, other_closes in theirs[first:]:
            if other_opens >= closes:
                break
            if max(opens, other_opens) < min(closes, other_closes):
                found.append((max(opens, other_opens), min(closes, other_closes)))
    return tuple(found)


_EPOCH: Final = date(1970, 1, 1)


@lru_cache(maxsize=4_096)
def _offsets(zone: str, week: int) -> tuple[tuple[int, int, int], ...]:
    """The parts of a UTC week with one offset each: start, end, seconds east of UTC; empty for an unknown zone, and
    for weeks at the calendar's very ends, where a clock's date may not exist.

    Clocks change at most once a day, so looking once a day finds every change.
    """
    clock = zone_info(zone)
    if clock is None or week not in _WEEKS:
        return ()
    parts = []
    start = week * _WEEK
    for day in range(start, start + _WEEK, 86_400):
        before, after = _offset_at(clock, day), _offset_at(clock, day + 86_400)
        if before != after:
            change = _change_between(clock, day, day + 86_400)
            parts.append((start, change, before))
            start = change
    end = (week + 1) * _WEEK
    parts.append((start, end, _offset_at(clock, end - 1)))
    return tuple(part for part in parts if part[0] < part[1])


def _change_between(clock: ZoneInfo, low: int, high: int) -> int:
    """The first second that has the later moment's offset."""
    later = _offset_at(clock, high)
    while high - low > 1:
        middle = (low + high) // 2
        if _offset_at(clock, middle) == later:
            high = middle
        else:
            low = middle
    return high


def _offset_at(clock: ZoneInfo, seconds: int) -> int:
    offset = datetime.fromtimestamp(seconds, UTC).astimezone(clock).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())


@lru_cache(maxsize=1024)
def zone_info(zone: str) -> ZoneInfo | None:
    """The rules of an IANA zone; None if there is no such zone."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def lead_day_bounds(zones: tuple[str, ...], now: datetime) -> tuple[datetime, datetime]:
    """The start and end (UTC) of today on the lead's calendar, as wide as the candidate zones make it.

    With no known zone: a day before now to a day after it, so that a count over it is never too small.
    """
    clocks = [clock for clock in map(zone_info, zones) if clock is not None]
    if not clocks:
        return now.astimezone(UTC) - timedelta(days=1), now.astimezone(UTC) + timedelta(days=1)
    days = [_local_day(clock, now) for clock in clocks]
    return min(start for start, _ in days), max(end for _, end in days)


def _local_day(clock: ZoneInfo, now: datetime) -> tuple[datetime, datetime]:
    midnight = now.astimezone(clock).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    next_midnight = datetime.combine(midnight.date() + timedelta(days=1), midnight.timetz())
    return midnight.astimezone(UTC), next_midnight.astimezone(UTC)
