"""Hours that somebody always wants, or never: "not before five", "only on weekends", "evenings are better", as a week's hours.

The same grammar as for a moment (reading.py), resolved to no date: what names one particular day is no standing wish.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final

from domain.callbacks import lexicons
from domain.callbacks.day_parts import HALVES, PARTS
from domain.callbacks.denials import NotUnderstood, has_clock, is_parted, is_refusal, times_of, with_denial
from domain.callbacks.items import Bound, Clock, Day, DayKind, Time
from domain.callbacks.lexicon.shape import Kind, Lexicon
from domain.callbacks.options import Option, Reading
from domain.callbacks.parser import read
from domain.callbacks.tokens import Token, tokens_of
from domain.calling_hours import ALWAYS, DAY_MINUTES, WeeklyHours, Window, narrowed

_EVERY_DAY: Final = frozenset(range(7))
_WORKDAYS: Final = frozenset(range(5))
_WEEKEND: Final = frozenset((5, 6))
_AFTERNOON: Final = range(1, 8)
"""Hours that are in the afternoon or evening where neither is said: nobody has to say that they want no call at five at night."""
_ONCE: Final = (Kind.RELATIVE, Kind.TODAYS_PART, Kind.DATE, Kind.SAME_TIME)
_SO: Final = {
    "es": ("tan",),
    "pt": ("tao",),
    "de": ("so", "zu"),
    "fr": ("si", "trop"),
    "hi": ("itni", "इतनी"),
}
"""Before a part of the day: "so early" is a complaint, and names no hour."""
_TO_MIDNIGHT: Final = ("evening", "late_evening", "night", "after_dinner")
"""Parts that, where they are refused, last until midnight; others that begin the day begin at midnight."""
_FROM_MIDNIGHT: Final = ("morning", "early_morning", "first_thing", "before_work")


class NotStanding(StrEnum):
    """Why a phrase gives no hours: it is about one day or moment, or it is not understood."""

    ONE_TIME = "one_time"
    UNCLEAR = "unclear"


class _OneTime(Exception):
    """A day or moment that comes once."""


def standing_hours(phrase: str, *languages: str) -> WeeklyHours | NotStanding:
    """The hours of each weekday, on the person's clock, that these words leave; languages: the likeliest first."""
    found: WeeklyHours | NotStanding = NotStanding.UNCLEAR
    for words in lexicons(phrase, languages):
        found = _in(phrase, words)
        if found is not NotStanding.UNCLEAR:
            return found
    return found


def refuses(phrase: str, *languages: str) -> bool:
    """Whether these words say when not, rather than when."""
    return any(is_refusal(tokens_of(phrase, words)) for words in lexicons(phrase, languages))


def _in(phrase: str, words: Lexicon) -> WeeklyHours | NotStanding:
    tokens = tokens_of(phrase, words)
    pairs = list(pairwise(tokens))
    one_day = any(one.has(Kind.THIS) and two.has(Kind.UNIT, Kind.PART, Kind.WEEKDAY) for one, two in pairs)
    if one_day or any(token.has(*_ONCE) for token in tokens):
        return NotStanding.ONE_TIME
    if any(one.text in _SO.get(words.tag, ()) and two.has(Kind.PART) for one, two in pairs):
        return NotStanding.UNCLEAR
    reading = read(phrase, words)
    if reading.unclear is not None or reading.zone is not None:
        return NotStanding.UNCLEAR
    try:
        return _hours(with_denial(reading, tokens), tokens)
    except _OneTime:
        return NotStanding.ONE_TIME
    except NotUnderstood:
        return NotStanding.UNCLEAR


def _hours(reading: Reading, tokens: Sequence[Token]) -> WeeklyHours:
    refusing = is_refusal(tokens)
    refused = reading.refused
    days_off = _weekdays(refused.days) if refused.days else frozenset[int]()
    options = reading.options
    parts: tuple[str, ...] = ()
    off: list[Window] = []
    if _is_one_limit(
        options, refused, tokens
    ):  # "not before eight in the morning": the part only says which eight
        parts = tuple(one.part for one in times_of(*options, refused) if one.part in HALVES)
    if not (parts and has_clock(times_of(*options))):
        clocks = [one for one in refused.times if one.clock is not None] if parts else refused.times
        off = [window for one in clocks for window in _window(one, parts, refusing=True, refused=True)]
    if parts and not has_clock(times_of(*options)):
        options = ()
    if not options and not days_off and not off:
        raise NotUnderstood
    of_days = frozenset(_weekdays_in(tokens)) if off and not refused.days else _EVERY_DAY
    allowed = [_option(one, parts, refusing=refusing) for one in options] or [ALWAYS]
    hours = WeeklyHours(
        tuple(
            tuple(_without(_joined(one.days[day] for one in allowed), off if day in of_days else []))
            if day not in days_off
            else ()
            for day in range(7)
        )
    )
    if hours.never or hours == ALWAYS:
        raise NotUnderstood
    return hours


def _is_one_limit(options: tuple[Option, ...], refused: Option, tokens: Sequence[Token]) -> bool:
    """Whether a clock time and a part of the day are one, of which the one is refused and the other seems wished."""
    mixed = refused.times and times_of(*options) and not any(option.days for option in options)
    return bool(mixed) and has_clock(times_of(*options, refused)) and not is_parted(tokens)


def _option(option: Option, parts: tuple[str, ...], *, refusing: bool) -> WeeklyHours:
    """What holds at once: these days, all of these times."""
    if option.spans or any(one.as_now for one in option.times):
        raise _OneTime
    days = _weekdays(option.days) if option.days else _EVERY_DAY
    clocks = [one for one in option.times if one.clock is not None]
    named = (*parts, *(one.part for one in option.times if one.part in HALVES))
    hours = ALWAYS
    for one in clocks or option.times:
        windows = tuple(_window(one, named if clocks else (), refusing=refusing, refused=False))
        hours = narrowed(hours, WeeklyHours((windows,) * 7))
    others = (
        ALWAYS.days[0] if refusing and clocks else ()
    )  # "not before ten on weekdays" says nothing of the others
    return WeeklyHours(tuple(one if day in days else others for day, one in enumerate(hours.days)))


def _weekdays(days: tuple[Day, ...]) -> frozenset[int]:
    """All that are named; those of one option are weekdays in a row."""
    return frozenset[int]().union(*map(_of_day, days))


def _of_day(day: Day) -> frozenset[int]:
    match day.kind:
        case DayKind.WEEKDAY if not day.m and not day.name:
            return frozenset((day.n,))
        case DayKind.WORKDAYS:
            return _WORKDAYS
        case DayKind.WEEKEND if not day.n and day.base is None:
            return _WEEKEND
        case DayKind.RANGE if day.base is not None and day.other is not None:
            first, last = _of_day(day.base), _of_day(day.other)
            if len(first) == len(last) == 1:
                (begins,), (ends,) = first, last
                return frozenset((begins + step) % 7 for step in range((ends - begins) % 7 + 1))
    raise _OneTime


def _weekdays_in(tokens: Sequence[Token]) -> Iterator[int]:
    """ "Not on Sunday mornings": the days of what is refused, else all of them."""
    named = False
    for token in tokens:
        if token.has(Kind.WEEKDAY):
            named = True
            yield token.number(Kind.WEEKDAY)
        elif token.has(Kind.WORKDAYS):
            named = True
            yield from _WORKDAYS
        elif token.has(Kind.UNIT) and token.name(Kind.UNIT) == "weekend":
            named = True
            yield from _WEEKEND
    if not named:
        yield from _EVERY_DAY


def _window(one: Time, parts: tuple[str, ...], *, refusing: bool, refused: bool) -> Iterator[Window]:
    if one.clock is None:
        yield _part(one.part, refused=refused)
        return
    if one.until is not None:
        opens = _minute(one.clock, one.clock.hour in _AFTERNOON, parts)
        closes = min((end for end in one.until.candidates() if end > opens), default=DAY_MINUTES)
        yield Window(opens, closes)
    elif one.bound in (Bound.AFTER, Bound.BEFORE, Bound.BY):
        is_after = one.bound is Bound.AFTER
        ends_calls = refused if is_after else not refused  # until then, not from then on
        at = _minute(one.clock, (refusing and ends_calls) or one.clock.hour in _AFTERNOON, parts)
        if not at:
            raise NotUnderstood
        yield Window(at, DAY_MINUTES) if is_after else Window(0, at)
    else:  # one moment of the day leaves nothing to choose from
        raise NotUnderstood


def _minute(clock: Clock, is_late: bool, parts: tuple[str, ...]) -> int:
    """The minute of the day that is meant; is_late: the later one, where no part of the day is named."""
    candidates = list(clock.candidates())
    for part in parts:
        lo, hi = HALVES[part]
        candidates = [one for one in candidates if lo <= one <= hi] or candidates
    return max(candidates) if is_late or clock.hour == 12 else min(candidates)


def _part(name: str, *, refused: bool) -> Window:
    """A part of the day; where it is refused, with the night beside it."""
    if name not in PARTS:
        limit, _, part = name.partition("_")
        if part not in PARTS:
            raise NotUnderstood
        if limit == "before":
            return Window(0, PARTS[part].lo)
        if part in _TO_MIDNIGHT:  # "de noche"
            if not refused:
                raise NotUnderstood
            return Window(PARTS[part].lo, DAY_MINUTES)
        return Window(PARTS[part].lo if limit == "from" else PARTS[part].hi, DAY_MINUTES)
    found = PARTS["midday" if name == "noon" else name]
    if found.lo >= found.hi:
        raise NotUnderstood
    opens = 0 if refused and name in _FROM_MIDNIGHT else found.lo
    return Window(opens, DAY_MINUTES if refused and name in _TO_MIDNIGHT else found.hi)


def _joined(days: Iterable[tuple[Window, ...]]) -> tuple[Window, ...]:
    """One day's windows of several alternatives, where they touch as one."""
    found: list[Window] = []
    for window in sorted(window for day in days for window in day):
        if found and window.opens <= found[-1].closes:
            found[-1] = Window(found[-1].opens, max(found[-1].closes, window.closes))
        else:
            found.append(window)
    return tuple(found)


def _without(windows: Iterable[Window], refused: Sequence[Window]) -> Iterator[Window]:
    for window in windows:
        left = [window]
        for off in refused:
            left = [
                Window(opens, closes)
                for one in left
                for opens, closes in (
                    (one.opens, min(one.closes, off.opens)),
                    (max(one.opens, off.closes), one.closes),
                )
                if opens < closes
            ]
        yield from left
