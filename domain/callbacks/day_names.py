"""Days among tokens: "next Friday", "the 3rd of December", "a week from Monday", "the day after Christmas"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.callbacks.items import Day, DayKind
from domain.callbacks.lexicon.shape import Kind
from domain.callbacks.tokens import Token

_DAYS_IN: Final = {"day": 1, "week": 7, "fortnight": 14}
LINKS: Final = (Kind.THE, Kind.AT, Kind.ABOUT)
"""Words between what limits a time and the time: "after about the third"."""


def day_at(
    tokens: Sequence[Token], place: int, shade: str = "", before: Day | None = None
) -> tuple[Day, int] | None:
    """The day that begins here and where it ends; None for none. before: the day that was named last."""
    found = _named(tokens, place, shade, before)
    if found is None:
        return None
    day, after = found
    if day.kind is DayKind.WEEKDAY and not day.m and _is(tokens, after, Kind.BEFORE, Kind.AFTER):
        feast = _named(tokens, _over(tokens, after + 1, Kind.THE), "", None)  # "the Friday before Christmas"
        if feast is not None and feast[0].kind in (DayKind.HOLIDAY, DayKind.DATE) and feast[0].is_point:
            sign = 1 if tokens[after].has(Kind.AFTER) else -1
            return Day(DayKind.NEAREST, day.n, sign, base=feast[0]), feast[1]
    if _is(tokens, after, Kind.AFTER_NEXT) and day.kind is DayKind.WEEKDAY:
        weeks = tokens[after].number(Kind.AFTER_NEXT)
        day, after = Day(DayKind.SHIFTED, 7 * weeks, base=replace(day, m=0)), after + 1
    elif (
        day.kind is DayKind.HOLIDAY
        and _is(tokens, after, Kind.UNIT)
        and tokens[after].name(Kind.UNIT) == "weekend"
    ):
        day, after = Day(DayKind.WEEKEND, base=day), after + 1
    elif (
        _is(tokens, after, Kind.UNIT)
        and tokens[after].name(Kind.UNIT) in ("week", "fortnight")
        and day.is_point
    ):
        days = _DAYS_IN[tokens[after].name(Kind.UNIT)]  # "Friday week", "tomorrow fortnight"
        day, after = Day(DayKind.SHIFTED, days, base=day), after + 1
    return day, after


def _is(tokens: Sequence[Token], place: int, *kinds: Kind) -> bool:
    return 0 <= place < len(tokens) and tokens[place].has(*kinds)


def _over(tokens: Sequence[Token], place: int, *kinds: Kind) -> int:
    while _is(tokens, place, *kinds):
        place += 1
    return place


def _named(tokens: Sequence[Token], place: int, shade: str, before: Day | None) -> tuple[Day, int] | None:
    if place >= len(tokens):
        return None
    token = tokens[place]
    if token.has(Kind.RELATIVE):
        return Day(DayKind.RELATIVE, token.number(Kind.RELATIVE)), place + 1
    if token.has(Kind.WORKDAYS):
        return Day(DayKind.WORKDAYS), place + 1
    if token.has(Kind.DAY_AFTER):
        return _beside(tokens, place, before)
    if token.has(Kind.HOLIDAY):
        if token.name(Kind.HOLIDAY) == "new_year" and (shade or _is(tokens, place - 1, Kind.IN)):
            return Day(DayKind.YEAR, 1, shade=shade or "early"), place + 1  # "in the new year"
        return Day(DayKind.HOLIDAY, name=token.name(Kind.HOLIDAY)), place + 1
    if token.has(Kind.WEEK):
        return Day(DayKind.WEEK, token.number(Kind.WEEK), shade=shade), place + 1
    if token.has(Kind.AFTER_NEXT) and _is(tokens, place + 1, Kind.WEEKDAY):  # "übernächsten Freitag"
        weekday = Day(DayKind.WEEKDAY, tokens[place + 1].number(Kind.WEEKDAY))
        return Day(DayKind.SHIFTED, 7 * token.number(Kind.AFTER_NEXT), base=weekday), place + 2
    if token.has(Kind.AFTER_NEXT) and _is(tokens, place + 1, Kind.UNIT):  # "after next week"
        following = _unit(tokens, place + 1, 1, "", None)
        return None if following is None else (Day(DayKind.AFTER, base=following[0]), following[1])
    if (
        token.has(Kind.NUMBER)
        and _is(tokens, place + 1, Kind.WEEKDAY)
        and _is(tokens, place + 2, Kind.FROM_NOW)
    ):
        weekday = Day(DayKind.WEEKDAY, tokens[place + 1].number(Kind.WEEKDAY))  # "two Fridays from now"
        return Day(DayKind.SHIFTED, 7 * (token.number() - 1), base=weekday), place + 3
    nth = _nth(tokens, place)
    if nth is not None:
        return nth
    dated = _date(tokens, place)
    if dated is not None:
        return dated
    if token.has(Kind.WEEKDAY):
        return _weekday(tokens, place)
    if token.has(Kind.NEXT, Kind.THIS):
        return _next(tokens, place, shade, before)
    if token.has(Kind.MONTH):
        return _month(tokens, place, shade)
    if token.has(Kind.UNIT):
        return _unit(tokens, place, 0, shade, before)
    return None


def _beside(tokens: Sequence[Token], place: int, before: Day | None) -> tuple[Day, int] | None:
    """ "the day after Christmas"; alone, "the day before" is beside the day named last."""
    shift = tokens[place].number(Kind.DAY_AFTER)
    following = _named(tokens, _over(tokens, place + 1, Kind.THE), "", None)
    if following is not None and following[0].is_point:
        return Day(DayKind.SHIFTED, shift, base=following[0]), following[1]
    if before is None:
        return None
    return Day(DayKind.SHIFTED, shift, base=before), place + 1


def _nth(tokens: Sequence[Token], place: int) -> tuple[Day, int] | None:
    """ "the second Tuesday of next month"."""
    if not (_is(tokens, place, Kind.ORDINAL) and _is(tokens, place + 1, Kind.WEEKDAY)):
        return None
    month = _named(tokens, _over(tokens, place + 2, Kind.THE, Kind.IN), "", None)
    if month is None or month[0].kind is not DayKind.MONTH:
        return None
    weekday, nth = tokens[place + 1].number(Kind.WEEKDAY), tokens[place].number(Kind.ORDINAL)
    return Day(DayKind.NTH, weekday, nth, base=month[0]), month[1]


def _weekday(tokens: Sequence[Token], place: int) -> tuple[Day, int]:
    """A weekday with a word behind it that says which: "viernes que viene", "Friday next week" is two days named."""
    day = Day(DayKind.WEEKDAY, tokens[place].number(Kind.WEEKDAY))
    following = place + 1
    if _is(tokens, following, Kind.NEXT) and not _is(
        tokens, following + 1, Kind.UNIT, Kind.MONTH, Kind.WEEKDAY
    ):
        return replace(day, m=1), following + 1
    if _is(tokens, following, Kind.THIS) and not _is(
        tokens, following + 1, Kind.UNIT, Kind.PART, Kind.MONTH, Kind.WEEKDAY
    ):
        return day, following + 1
    return day, following


def _next(tokens: Sequence[Token], place: int, shade: str, before: Day | None) -> tuple[Day, int] | None:
    steps = 0
    after = place
    while _is(tokens, after, Kind.NEXT, Kind.THIS) and after < place + 3:
        steps = max(steps, 1 if tokens[after].has(Kind.NEXT) else 0)
        after += 1
    if _is(tokens, after, Kind.WEEKDAY):
        which = "" if steps else "this"
        return Day(DayKind.WEEKDAY, tokens[after].number(Kind.WEEKDAY), steps, name=which), after + 1
    while _is(tokens, after, Kind.THE):
        after += 1
    if _is(tokens, after, Kind.MONTH) and not _is(tokens, after + 1, Kind.NUMBER, Kind.ORDINAL):
        return _month(tokens, after, shade)
    if _is(tokens, after, Kind.UNIT):
        return _unit(tokens, after, steps, shade, before)
    if steps and before is not None and not _is(tokens, after, Kind.WORD, Kind.NUMBER, Kind.PART):
        if before.kind is DayKind.WEEKDAY:  # "not this Friday, the next"
            return Day(DayKind.SHIFTED, 7, base=replace(before, m=0)), after
        if before.kind is DayKind.WEEK and before.base is None:
            return replace(before, n=before.n + 1), after
    return None


def _unit(
    tokens: Sequence[Token], place: int, steps: int, shade: str, before: Day | None
) -> tuple[Day, int] | None:
    """ "this week", "next month", "the weekend"; a mere "day" or "hour" is none."""
    name, after = tokens[place].name(Kind.UNIT), place + 1
    if _is(tokens, after, Kind.NEXT) and not _is(tokens, after + 1, Kind.UNIT):  # "que viene"
        steps, after = steps + 1, after + 1
    elif _is(tokens, after, Kind.AFTER_NEXT):
        steps, after = 2, after + 1
    elif _is(tokens, after, Kind.THIS):
        after += 1
    if name in ("week", "weekend") and steps == 0:
        sign = 1 if _is(tokens, after, Kind.AFTER) else -1 if _is(tokens, after, Kind.BEFORE) else 0
        holding = _named(tokens, _over(tokens, after + abs(sign), Kind.THE, Kind.DATE_LEAD), "", None)
        if holding is not None and holding[0].kind in (DayKind.DATE, DayKind.HOLIDAY):
            kind = DayKind.WEEK if name == "week" else DayKind.WEEKEND
            shift = min(sign, 0) if name == "weekend" else sign  # the weekend after a Thursday is that week's
            return Day(kind, shift, base=holding[0], shade=shade), holding[1]
        if sign and not _is(
            tokens, after + 1, Kind.NUMBER, Kind.CLOCK, Kind.PART, Kind.AT, Kind.MINUTES_BEFORE
        ):
            if before is None or before.kind is not DayKind.WEEK or name != "week":
                return None
            return replace(before, n=before.n + sign), after + 1  # "not next week but the week after"
    told = steps > 0 or shade or _is(tokens, place - 1, Kind.THIS, Kind.THE, Kind.IN) or name == "weekend"
    kinds = {"week": DayKind.WEEK, "weekend": DayKind.WEEKEND, "month": DayKind.MONTH, "year": DayKind.YEAR}
    if name not in kinds or not told:
        return None
    return Day(kinds[name], steps, shade=shade), after


def _month(tokens: Sequence[Token], place: int, shade: str) -> tuple[Day, int] | None:
    """A month as a whole: its name may be another word ("may", "march"), so what stands before it decides."""
    if tokens[place].text in ("may", "march") and not (
        shade
        or _is(
            tokens, place - 1, Kind.IN, Kind.THE, Kind.NEXT, Kind.THIS, Kind.AFTER, Kind.BEFORE, Kind.UNTIL
        )
    ):
        return None
    return Day(DayKind.MONTH, m=tokens[place].number(Kind.MONTH), shade=shade), place + 1


def _date(tokens: Sequence[Token], place: int) -> tuple[Day, int] | None:
    """ "the 3rd", "third of December", "December the 3rd", "25 de diciembre", 25/11."""
    if _is(tokens, place, Kind.MONTH):
        day = _over(tokens, place + 1, Kind.THE)
        number = _day_number(tokens, day, mere=True)
        if number is None or _is(tokens, day + 1, Kind.AM, Kind.PM, Kind.OCLOCK):
            return None
        return _with_year(tokens, Day(DayKind.DATE, number, tokens[place].number(Kind.MONTH)), day + 1)
    if _is(tokens, place, Kind.DATE) and None not in tokens[place].numbers(Kind.DATE)[:2]:
        number, month, year = tokens[place].numbers(Kind.DATE)
        return Day(DayKind.DATE, number or 0, month or 0, year or 0), place + 1
    number = _day_number(tokens, place, mere=True)
    if number is None:
        return None
    month_at = _over(tokens, place + 1, Kind.THE)
    if (
        _is(tokens, month_at, Kind.UNIT)
        and month_at > place + 1
        and tokens[month_at].name(Kind.UNIT) == "month"
    ):
        return Day(DayKind.DATE, number), month_at + 1  # "the first of the month"
    if _is(tokens, month_at, Kind.DATE_TAIL):
        month_at += 1
        if not _is(tokens, month_at, Kind.MONTH):
            return Day(DayKind.DATE, number), month_at
    if _is(tokens, month_at, Kind.MONTH):
        return _with_year(
            tokens, Day(DayKind.DATE, number, tokens[month_at].number(Kind.MONTH)), month_at + 1
        )
    if (
        _is(tokens, place - 1, Kind.WEEKDAY)
        and number > 12
        and not _is(tokens, place + 1, Kind.OCLOCK, Kind.UNIT)
    ):
        return Day(DayKind.DATE, number), place + 1  # "vendredi 27"
    if _is(tokens, place - 1, Kind.DATE_LEAD) and not _is(
        tokens, place + 1, Kind.OCLOCK, Kind.UNIT, Kind.AM, Kind.PM, Kind.MINUTES_AFTER, Kind.TO_HOUR
    ):
        return Day(DayKind.DATE, number), place + 1
    if _day_number(tokens, place, mere=False) is None or not _is_day_of_month(tokens, place):
        return None
    return Day(DayKind.DATE, number), place + 1


def _day_number(tokens: Sequence[Token], place: int, *, mere: bool) -> int | None:
    """A day of the month; mere: a number without an ending counts too."""
    if not 0 <= place < len(tokens):
        return None
    token = tokens[place]
    if token.has(Kind.DATE):
        day, month, _ = token.numbers(Kind.DATE)
        return day if month is None else None
    if token.has(Kind.ORDINAL):
        return token.number(Kind.ORDINAL)
    if mere and token.has(Kind.NUMBER) and 1 <= token.number() <= 31:
        return token.number()
    return None


def _is_day_of_month(tokens: Sequence[Token], place: int) -> bool:
    """Whether an ordinal without a month is a date: in figures always, as a word behind "the" and before no noun."""
    if tokens[place].has(Kind.DATE):
        return True
    return _is(tokens, place - 1, Kind.THE, Kind.WEEKDAY, Kind.BY, Kind.FROM) and not _is(
        tokens, place + 1, Kind.WORD, Kind.UNIT, Kind.WEEKDAY, Kind.PART
    )


def _with_year(tokens: Sequence[Token], day: Day, after: int) -> tuple[Day, int]:
    at = _over(tokens, after, Kind.THE)
    if _is(tokens, at, Kind.NUMBER) and tokens[at].text.isdigit() and 2000 <= tokens[at].number() < 2100:
        return replace(day, year=tokens[at].number()), at + 1
    return day, after
