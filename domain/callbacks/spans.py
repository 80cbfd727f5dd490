"""Spans among tokens: "in an hour and a half", "two or three days", "a week from Friday", "within the hour"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.callbacks.day_names import day_at
from domain.callbacks.items import Day, DayKind, Span
from domain.callbacks.lexicon.shape import Kind
from domain.callbacks.tokens import Token

MINUTES_IN: Final = {"minute": 1, "hour": 60}
_DAYS_IN: Final = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_MERE_MINUTES: Final = frozenset({5, 10, 15, 20, 25, 30, 40, 45, 60, 90})


@dataclass(frozen=True, slots=True)
class _Length:
    least: float
    most: float
    unit: str


def span_at(tokens: Sequence[Token], place: int, lead: Kind | None) -> tuple[Span | Day, int] | None:
    """The span that begins here and where it ends; None for none. lead: the word before it ("in", "within", "for").

    Days, weeks and months from now are days; a mere length without "in" or "from now" is no time, unless it is all.
    """
    found = _length(tokens, place) or _mere_minutes(tokens, place, lead)
    if found is None and lead is Kind.WITHIN and _is(tokens, place, Kind.UNIT):  # "within the hour"
        found = _Length(1, 1, tokens[place].name(Kind.UNIT)), place + 1
    if found is None or found[0].unit == "weekend":
        return None
    length, after = found
    if _is(tokens, after, Kind.AGO):
        return None
    if length.unit not in MINUTES_IN:
        beside = _beside(tokens, length, after, lead)
        if beside is not None:
            return beside
    if _is(tokens, after, Kind.FROM_NOW):
        lead, after = lead or Kind.IN, after + 1
    said_as_hour = any(token.has(Kind.OCLOCK) for token in tokens[place:after])  # "deux heures et demie"
    if lead in (None, Kind.AFTER) and said_as_hour:
        return None
    if lead is None and not (place == 0 and after == len(tokens)):
        return None
    if _is(tokens, after, Kind.ISH):
        after += 1
    return (_minutes(length, lead) if length.unit in MINUTES_IN else _days(length, lead)), after


def _is(tokens: Sequence[Token], place: int, *kinds: Kind) -> bool:
    return 0 <= place < len(tokens) and tokens[place].has(*kinds)


def _length(tokens: Sequence[Token], place: int) -> tuple[_Length, int] | None:
    if _is(tokens, place, Kind.SPAN):
        return _Length(*tokens[place].length()), place + 1
    counted = _count(tokens, place)
    if counted is None:
        return None
    least, most, after = counted
    if _is(tokens, after, Kind.MORE_HALF):
        least, most, after = least + 0.5, most + 0.5, after + 1
    while _is(tokens, after, Kind.LATER, Kind.ABOUT):
        after += 1
    if not _is(tokens, after, Kind.UNIT) or tokens[after].name(Kind.UNIT) == "weekend":
        return None
    unit, after = tokens[after].name(Kind.UNIT), after + 1
    if _is(tokens, after, Kind.MORE_HALF):
        least, most, after = least + 0.5, most + 0.5, after + 1
    elif _is(tokens, after, Kind.OR):
        other = _count(tokens, after + 1)
        if other is not None and not _is(tokens, other[2], Kind.OCLOCK, Kind.AM, Kind.PM):  # "an hour or two"
            ends = other[2] + (1 if _is(tokens, other[2], Kind.UNIT) else 0)
            if ends == other[2] or tokens[other[2]].name(Kind.UNIT) == unit:
                return _Length(least, max(most, other[1]), unit), ends
    elif unit == "hour" and _is(tokens, after, Kind.AND):
        more = _length(tokens, after + 1)
        if more is not None and more[0].unit == "minute":
            return _Length(least * 60 + more[0].least, most * 60 + more[0].most, "minute"), more[1]
    return _Length(least, most, unit), after


def _mere_minutes(tokens: Sequence[Token], place: int, lead: Kind | None) -> tuple[_Length, int] | None:
    """ "In fifteen": minutes, where nothing else can be meant."""
    if (
        lead is not Kind.IN
        or not _is(tokens, place, Kind.NUMBER)
        or tokens[place].number() not in _MERE_MINUTES
    ):
        return None
    if place + 1 < len(tokens) and not _is(tokens, place + 1, Kind.STOP, Kind.ISH, Kind.WISH, Kind.FROM_NOW):
        return None
    return _Length(tokens[place].number(), tokens[place].number(), "minute"), place + 1


def _count(tokens: Sequence[Token], place: int) -> tuple[float, float, int] | None:
    """A number, or two of them: "two or three", "two to three"."""
    if _is(tokens, place, Kind.ARTICLE):
        return 1, 1, place + 1
    if _is(tokens, place, Kind.UNIT) and _is(tokens, place + 1, Kind.MORE_HALF):
        return 1, 1, place  # "hour and a half"
    if not _is(tokens, place, Kind.NUMBER):
        return None
    least = most = tokens[place].number()
    after = place + 1
    if _is(tokens, after, Kind.OR, Kind.TO) and _is(tokens, after + 1, Kind.NUMBER):
        second = tokens[after + 1].number()
        if second > least and _is(tokens, after + 2, Kind.UNIT):
            return least, second, after + 2
    if (
        _is(tokens, after, Kind.NUMBER)
        and _is(tokens, after + 1, Kind.UNIT)
        and tokens[after].number() == least + 1
    ):
        return least, least + 1, after + 1  # "two three days"
    return least, most, after


def _beside(
    tokens: Sequence[Token], length: _Length, after: int, lead: Kind | None
) -> tuple[Day, int] | None:
    """ "a week from Friday", "two days before Christmas", "a week today", "a week on Monday"."""
    sign = -1 if _is(tokens, after, Kind.BEFORE) else 1
    linked = _is(tokens, after, Kind.FROM, Kind.AFTER, Kind.BEFORE, Kind.THE)
    at = after + 1 if linked else after
    while _is(tokens, at, Kind.THE):
        at += 1
    mere = not _is(tokens, after, Kind.FROM, Kind.AFTER, Kind.BEFORE)
    if mere and (lead is not None or length.unit == "day"):  # "in two weeks, on Monday" is a day of that week
        return None
    base = day_at(tokens, at)
    if base is None or not base[0].is_point or length.unit not in ("day", "week", "fortnight"):
        return None
    days = round(length.least * _DAYS_IN[length.unit])
    return Day(DayKind.SHIFTED, sign * days, base=base[0]), base[1]


def _minutes(length: _Length, lead: Kind | None) -> Span:
    least, most = (round(end * MINUTES_IN[length.unit]) for end in (length.least, length.most))
    if lead is Kind.WITHIN:
        return Span(1, max(1, most // 2), most)
    return Span(least, (least + most) // 2, most)


def _days(length: _Length, lead: Kind | None) -> Day:
    if lead is Kind.WITHIN:
        return Day(DayKind.AHEAD, 1, round(length.most * _DAYS_IN[length.unit]))
    if length.unit in ("month", "year"):
        months = length.least * (12 if length.unit == "year" else 1)
        if months != int(months):
            return Day(DayKind.AHEAD, round(months * 30.5) - 5, round(months * 30.5) + 5)
        if length.most > length.least:
            most = int(length.most * (12 if length.unit == "year" else 1))
            ends = Day(DayKind.MONTHS_AHEAD, int(months)), Day(DayKind.MONTHS_AHEAD, most)
            return Day(DayKind.RANGE, base=ends[0], other=ends[1])
        return Day(DayKind.MONTHS_AHEAD, int(months), 3 if months == 1 else 7)
    least, most = round(length.least * _DAYS_IN[length.unit]), round(length.most * _DAYS_IN[length.unit])
    return Day(DayKind.AHEAD, least, most)
