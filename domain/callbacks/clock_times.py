"""Clock times among tokens: "half past four", "five thirty", "ten to five", "las cinco y media", "17h30"."""

from collections.abc import Sequence
from typing import Final

from domain.callbacks.items import Clock
from domain.callbacks.lexicon.shape import Kind
from domain.callbacks.tokens import Token

_FIVES: Final = frozenset({5, 10, 15, 20, 25})
"""Minutes that "ten to five" is certain with; "two to five" is a range."""

_BEHIND_HOURS: Final = (
    Kind.AM, Kind.PM, Kind.ISH, Kind.ZONE, Kind.ZONE_WORD, Kind.OTHER_ZONE, Kind.OWN_ZONE, Kind.FROM_BEHIND,
    Kind.UNTIL_BEHIND, Kind.AFTER_BEHIND, Kind.BEFORE_BEHIND,
)  # fmt: skip
"""What makes a mere number an hour that it stands behind."""


def clock_at(tokens: Sequence[Token], place: int, *, sure: bool, ranging: bool) -> tuple[Clock, int] | None:
    """The clock time that begins here and where it ends; None for none.

    sure: what stands around makes a mere number one; ranging: "to" parts the ends of a range here.
    """
    found = _before_the_hour(tokens, place, ranging=ranging) or _figures(tokens, place)
    if found is None:
        found = _hour(tokens, place, sure=sure, ranging=ranging)
    return None if found is None else _half(tokens, *found)


def _is(tokens: Sequence[Token], place: int, *kinds: Kind) -> bool:
    return 0 <= place < len(tokens) and tokens[place].has(*kinds)


def _hour_number(tokens: Sequence[Token], place: int) -> int | None:
    if _is(tokens, place, Kind.NUMBER) and 0 <= tokens[place].number() <= 24:
        return tokens[place].number()
    return None


def _before_the_hour(tokens: Sequence[Token], place: int, *, ranging: bool) -> tuple[Clock, int] | None:
    """ "half past five", "ten to five", "fünf vor halb sechs"; the article of the hour ("las") is stepped over."""
    minutes, after = 0, place
    if _is(tokens, place, Kind.NUMBER) and tokens[place].number() < 60:
        link = place + (2 if _is(tokens, place + 1, Kind.UNIT) else 1)
        certain = link == place + 2 or (tokens[place].number() in _FIVES and not ranging)
        if _is(tokens, link, Kind.PAST_HOUR) and (certain or not _is(tokens, link, Kind.AFTER)):
            minutes, after = tokens[place].number(), link + 1
        elif _is(tokens, link, Kind.TO_HOUR) and certain:
            minutes, after = -tokens[place].number(), link + 1
    if _is(tokens, after, Kind.MINUTES_BEFORE):
        minutes, after = minutes + tokens[after].number(Kind.MINUTES_BEFORE), after + 1
    if after == place:
        return None
    while _is(tokens, after, Kind.THE, Kind.AT):
        after += 1
    if _is(tokens, after, Kind.PART) and tokens[after].name(Kind.PART) == "noon":
        return Clock(12, minutes, "24"), after + 1
    hour = _hour_number(tokens, after)
    if hour is None or (_is(tokens, after + 1, Kind.UNIT) and not _is(tokens, after + 1, Kind.OCLOCK)):
        return None
    return Clock(hour, minutes), after + 1


def _figures(tokens: Sequence[Token], place: int) -> tuple[Clock, int] | None:
    if not _is(tokens, place, Kind.CLOCK):
        return None
    hour, minute, certain = tokens[place].whole_numbers(Kind.CLOCK)
    return Clock(hour, minute, "24" if certain else ""), place + 1


def _hour(tokens: Sequence[Token], place: int, *, sure: bool, ranging: bool) -> tuple[Clock, int] | None:
    """An hour with what may follow it; a mere number only where that is sure."""
    if not _is(tokens, place, Kind.NUMBER):
        return None
    number, after = tokens[place].number(), place + 1
    if len(tokens[place].text) in (3, 4) and tokens[place].text.isdigit():
        named = _is(tokens, after, Kind.AM, Kind.PM, Kind.OCLOCK)
        if number // 100 > 23 or number % 100 > 59 or not (sure or named):
            return None
        if len(tokens) == 1 and number // 100 == 20:  # a year
            return None
        return Clock(number // 100, number % 100, "24" if tokens[place].text[0] == "0" else ""), after
    if number > 24 or (_is(tokens, place, Kind.ARTICLE) and _is(tokens, after, Kind.WORD)):  # "a una junta"
        return None
    certain, minute = sure, 0
    if _is(tokens, after, Kind.OCLOCK):
        certain, after = True, after + 1
    elif _is(tokens, after, Kind.UNIT, Kind.MONTH, Kind.PAST_HOUR, Kind.DATE_TAIL) or (
        _is(tokens, after, Kind.MORE_HALF) and not _is(tokens, after, Kind.MINUTES_AFTER)
    ):
        return None
    told = _minutes(tokens, after, hour_named=certain, ranging=ranging)
    if told is not None:
        minute, after = told
        certain = True
    if _is(tokens, after, Kind.OCLOCK):
        after += 1
    certain = certain or _is(tokens, after, *_BEHIND_HOURS)
    return (Clock(number, minute), after) if certain else None


def _minutes(
    tokens: Sequence[Token], place: int, *, hour_named: bool, ranging: bool
) -> tuple[int, int] | None:
    """The minutes behind an hour: "thirty", "oh five", "y media", "moins dix"."""
    if _is(tokens, place, Kind.MINUTES_AFTER):
        return tokens[place].number(Kind.MINUTES_AFTER), place + 1
    for kind, sign in ((Kind.PLUS, 1), (Kind.MINUS, -1)):
        if not ranging and _is(tokens, place, kind) and _is(tokens, place + 1, Kind.NUMBER):
            number = tokens[place + 1].number()
            if number < 60 and not (number < 10 and not hour_named):
                return sign * number, place + 2
    zero = _is(tokens, place, Kind.ZERO) and _is(tokens, place + 1, Kind.NUMBER)
    at = place + 1 if zero else place
    if not _is(tokens, at, Kind.NUMBER) or _is(tokens, at + 1, Kind.UNIT, Kind.MONTH):
        return None
    number = tokens[at].number()
    if number <= 12 and _is(tokens, at + 1, Kind.OCLOCK):  # "six seven o'clock"
        return None
    least = (
        1 if zero or _is(tokens, place - 1, Kind.OCLOCK) or tokens[at].text[0] == "0" else 10
    )  # "cinq heures cinq"
    fits = least <= number <= (9 if zero else 59)
    return (number, at + 1) if fits else None


def _half(tokens: Sequence[Token], clock: Clock, after: int) -> tuple[Clock, int]:
    """With "am" or "pm" behind it, and an "o'clock" that follows."""
    if _is(tokens, after, Kind.OCLOCK):
        after += 1
    for kind in (Kind.AM, Kind.PM):
        if _is(tokens, after, kind):
            half = kind.value if 1 <= clock.hour <= 12 else clock.half
            return Clock(clock.hour, clock.minute, half), after + 1
    return clock, after
