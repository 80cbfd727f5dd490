"""In which hours somebody may be contacted: the rules' own, narrowed by the campaign's and the person's (contactability.py)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from domain import contact_rules as rules
from domain.calling_hours import (
    ALWAYS,
    NEVER,
    WeeklyHours,
    Window,
    is_open,
    narrowed,
    next_opening,
    weekly_hours,
    zone_info,
)
from domain.campaigns import CustomWindow
from domain.contact_rules import Rule
from domain.errors import InvalidInput
from domain.lead_time_zones import HoursKey
from domain.rule_packs import RulePack, holiday_dates

# Longer than any row of public holidays and week-ends.
HORIZON_DAYS: Final = 60
_NO_DAYS: Final[frozenset[date]] = frozenset()


def next_callable(
    key: HoursKey,
    pack: RulePack,
    windows: tuple[CustomWindow, ...],
    closed_on: tuple[str, ...],
    after: datetime,
    *,
    wished: WeeklyHours | None = None,
) -> datetime | None:
    """The first moment from after on within the rules' hours, the campaign's own (windows, closed_on) and the person's (wished).

    None when the campaign's are unreadable, or the three never meet.
    """
    hours = _hours(pack.hours, windows)
    own = _own_closed_days(closed_on)
    if hours is None or own is None:
        return None
    if wished is not None:
        hours = narrowed(hours, wished)
    closed = _closed_days(pack, key.state, key.zones, own, after.year)
    return next_opening(hours, key.zones, closed, after, HORIZON_DAYS)


@dataclass(frozen=True, slots=True)
class Today:
    """A zone in which somebody may live: its clock (at) and the windows of its day, empty where nobody may be contacted then."""

    zone: str
    at: datetime
    windows: tuple[Window, ...]


def todays_hours(
    key: HoursKey,
    pack: RulePack,
    windows: tuple[CustomWindow, ...],
    closed_on: tuple[str, ...],
    wished: WeeklyHours | None,
    now: datetime,
) -> Iterator[Today]:
    """The hours in force on this day, for each zone that is known; the arguments as of next_callable()."""
    hours = narrowed(_hours(pack.hours, windows) or NEVER, wished or ALWAYS)
    own = _own_closed_days(closed_on)
    closed = _closed_days(pack, key.state, key.zones, own or _NO_DAYS, now.year)
    for zone in key.zones:
        clock = zone_info(zone)
        if clock is None:
            continue
        local = now.astimezone(clock)
        on, eve = local.date(), local.date() - timedelta(days=1)
        never = own is None or on in closed
        open_windows = () if never else hours.days[on.weekday()]
        yield Today(zone, local, tuple(one for one in open_windows if not (one.from_eve and eve in closed)))


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day on which nobody is contacted, and the rule that closes it."""

    on: date
    rule: Rule


def closed_days_from(
    key: HoursKey, pack: RulePack, closed_on: tuple[str, ...], now: datetime, days: int
) -> tuple[ClosedDay, ...]:
    """The public holidays and the campaign's own closed days of so many days, today's included, on the lead's calendars."""
    by_rule = {
        pack.rule("closed_on_holidays"): _closed_days(pack, key.state, key.zones, _NO_DAYS, now.year),
        rules.PLAN_CLOSED_ON: _own_closed_days(closed_on) or _NO_DAYS,
    }
    first = min(
        (now.astimezone(clock).date() for clock in map(zone_info, key.zones) if clock), default=now.date()
    )
    last = first + timedelta(days=days)
    found = [ClosedDay(on, rule) for rule, closed in by_rule.items() for on in closed if first <= on < last]
    return tuple(sorted(found, key=lambda day: (day.on, day.rule.name)))


@lru_cache(maxsize=1024)
def _hours(pack_hours: WeeklyHours, windows: tuple[CustomWindow, ...]) -> WeeklyHours | None:
    if not windows:
        return pack_hours
    try:
        return narrowed(pack_hours, campaign_hours(windows))
    except InvalidInput:
        return None


def campaign_hours(windows: tuple[CustomWindow, ...]) -> WeeklyHours:
    """A campaign's own windows as weekly hours; no windows mean never. Raises InvalidInput for what cannot be read."""
    pairs: dict[int, list[tuple[str, str]]] = {}
    for window in windows:
        for weekday in window.weekdays:
            pairs.setdefault(weekday, []).append((window.opens, window.closes))
    return weekly_hours(pairs) if pairs else NEVER


@lru_cache(maxsize=1024)
def _own_closed_days(closed_on: tuple[str, ...]) -> frozenset[date] | None:
    try:
        return frozenset(date.fromisoformat(text) for text in closed_on)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _closed_days(
    pack: RulePack, state: str, zones: tuple[str, ...], own: frozenset[date], year: int
) -> frozenset[date]:
    return holiday_dates(pack, state, (year - 1, year, year + 1), zones) | own


def closing_rules(
    key: HoursKey,
    pack: RulePack,
    windows: tuple[CustomWindow, ...],
    closed_on: tuple[str, ...],
    now: datetime,
) -> Iterator[Rule]:
    """The rules of the place and of the campaign by which it is closed at this moment, each taken for itself."""
    own_hours = _hours(ALWAYS, windows) or NEVER
    both = narrowed(pack.hours, own_hours)
    # A window that began on a closed day ends with it, so days are looked at within the hours, where these are open.
    within = both if is_open(both, key.zones, _NO_DAYS, now) else ALWAYS
    holidays = _closed_days(pack, key.state, key.zones, _NO_DAYS, now.year)
    for hours, days, rule in (
        (pack.hours, _NO_DAYS, pack.rule("hours")),
        (within, holidays, pack.rule("closed_on_holidays")),
        (own_hours, _NO_DAYS, rules.PLAN_HOURS),
        (within, _own_closed_days(closed_on) or _NO_DAYS, rules.PLAN_CLOSED_ON),
    ):
        if not is_open(hours, key.zones, days, now):
            yield rule
