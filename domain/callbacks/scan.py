"""One clause after another: its days, times and spans in their order, each with what limits, shades or refuses it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.callbacks.anchors import BOUNDS, is_anchored, is_beside_a_day
from domain.callbacks.clock_times import clock_at
from domain.callbacks.day_names import day_at
from domain.callbacks.day_parts import SHADED
from domain.callbacks.items import Bound, Clock, Day, DayKind, Item, Span, Time
from domain.callbacks.lexicon.shape import OF_TIME, Kind
from domain.callbacks.spans import span_at
from domain.callbacks.tokens import Token

_LEADS: Final = (Kind.IN, Kind.WITHIN, Kind.FOR)
_SHADES: Final = {Kind.EARLY: "early", Kind.MID: "mid", Kind.LATE: "late", Kind.LATER: "later"}
_OF_DAYS: Final = {
    Kind.AFTER: DayKind.AFTER,
    Kind.FROM: DayKind.FROM,
    Kind.BEFORE: DayKind.BEFORE,
    Kind.BY: DayKind.BY,
    Kind.UNTIL: DayKind.BY,
}
_OF_TIMES: Final = {
    Kind.AFTER: Bound.AFTER,
    Kind.FROM: Bound.AFTER,
    Kind.BEFORE: Bound.BEFORE,
    Kind.BY: Bound.BY,
    Kind.UNTIL: Bound.BY,
    Kind.BETWEEN: Bound.AT,
}
_BEHIND: Final = {
    Kind.AFTER_BEHIND: Kind.AFTER,
    Kind.FROM_BEHIND: Kind.FROM,
    Kind.BEFORE_BEHIND: Kind.BEFORE,
    Kind.UNTIL_BEHIND: Kind.UNTIL,
}
_OFTEN_NO_TIME: Final = 3
"""Numbers up to this are said as words of much else: "the two of us"."""
_NOON: Final = Clock(12, 0, "24")


class Clause:
    """Reads one clause; items, stray (words of time that were not understood) and loose (numbers that
    are perhaps none) are there once it is made.

    before: the day that was named last, which "the day before" is beside.
    """

    def __init__(self, tokens: Sequence[Token], before: Day | None = None) -> None:
        self.tokens = tokens
        self.items: list[Item] = []
        self.stray: list[str] = []
        self.loose: list[str] = []
        self._named = before
        self._forget()
        self._refusing = False
        self._joined = False
        place = 0
        self._day_shade = ""
        self._told_behind = any(token.has(Kind.BETWEEN_BEHIND) for token in tokens)
        while place < len(tokens):
            place = self._step(place)
        self._shade_of_day()
        self._refuse_before()

    @property
    def named(self) -> Day | None:
        """The day that was named last."""
        return self._named

    def _forget(self) -> None:
        self._bound: Kind | None = None
        self._lead: Kind | None = None
        self._shade = ""
        self._limits_at = -1

    def _step(self, place: int) -> int:
        token = self.tokens[place]
        for read in (self._span, self._day, self._time, self._part, self._as_now):
            after = read(place)
            if after is not None:
                self._forget()
                self._joined = False
                return after
        behind = bool(self.items) and self.items[-1].end == place and not self.tokens[0].has(Kind.WISH)
        if token.has(Kind.DONT) and behind:  # "tomorrow don't call me Friday is better"
            self.items = [replace(item, refused=True) for item in self.items]
        elif token.has(Kind.NOT, Kind.EXCEPT):
            self._refusing = True
        elif token.has(Kind.OR):
            self._joined = bool(self.items)
        elif token.has(*BOUNDS):
            self._bound = next(kind for kind in BOUNDS if token.has(kind))
            self._lead = next((kind for kind in _LEADS if token.has(kind)), self._lead)
            self._limits_at = place
        elif token.has(*_LEADS):
            self._lead = next(kind for kind in _LEADS if token.has(kind))
        elif token.has(*_SHADES):
            self._shade = next(shade for kind, shade in _SHADES.items() if token.has(kind))
            self._limits_at = place
        elif token.has(Kind.WORD, Kind.FILLER):
            self._forget()
            if not token.has(Kind.THE) and self._refusing and self._refuses_shortly(place):
                self._refusing = False
        if token.has(Kind.NUMBER) and (token.text.isdigit() or token.number() > _OFTEN_NO_TIME):
            self.loose.append(token.text)
        if (
            token.has(Kind.FROM_NOW)
            and self.items
            and self.items[-1].end == place
            and not token.has(Kind.LATER, Kind.THE, Kind.AFTER)
        ):
            self.stray.append(token.text)  # "two Mondays from now"
        if token.has(*OF_TIME) and not token.has(Kind.FILLER, Kind.DATE_LEAD):
            self.stray.append(token.text)
        return place + 1

    def _refuses_shortly(self, place: int) -> bool:
        """Whether the refusal before was a mere "not", which reaches the next word only."""
        last = next((one for one in reversed(self.tokens[:place]) if one.has(Kind.NOT, Kind.EXCEPT)), None)
        return last is not None and " " not in last.text

    def _add(self, said: Day | Time | Span, start: int, end: int) -> None:
        if self._refusing and self.items and self.items[-1].refused and not self._continues(said, start):
            self._refusing = False
        if isinstance(said, Day):
            self._named = said.base if said.kind is DayKind.SHIFTED and said.base is None else said
        self.items.append(Item(said, start, end, self._joined, self._refusing, self._bound))

    def _continues(self, said: Day | Time | Span, start: int) -> bool:
        """Whether this goes on with what was refused: "not Monday or Tuesday", "not tomorrow at four"."""
        between = self.tokens[self.items[-1].end : start]
        if any(token.has(Kind.NOT, Kind.EXCEPT) for token in between):
            return True
        if any(token.has(Kind.OR, Kind.AND) for token in between):
            return True
        return type(said) is not type(self.items[-1].said) and all(
            token.has(Kind.THE, Kind.AT, Kind.ABOUT, Kind.EARLY, Kind.LATE) for token in between
        )

    # What an item can be, the surest first. Each returns where it ends, or None.

    def _span(self, place: int) -> int | None:
        token = self.tokens[place]
        if token.has(Kind.SOON):
            wait, most = token.whole_numbers(Kind.SOON)
            self._add(Span(1, wait, most), place, place + 1)
            return place + 1
        lead = self._lead or (Kind.AFTER if self._bound is Kind.AFTER else None)
        found = span_at(self.tokens, place, lead)
        if found is None:
            return None
        said, after = found
        if isinstance(said, Day) and self._bound in (Kind.BY, Kind.BEFORE):
            said = Day(_OF_DAYS[self._bound], base=said)
        self._add(said, place, after)
        return after

    def _day(self, place: int) -> int | None:
        found = day_at(self.tokens, place, self._shade, self._named)
        if found is None:
            return None
        day, after = found
        until = self._far_end(after)
        if until is not None and (other := day_at(self.tokens, until, "", None)) is not None:
            day = Day(DayKind.RANGE, base=day, other=other[0])
            after = self._over(other[1], Kind.BETWEEN_BEHIND, Kind.UNTIL_BEHIND)
        else:
            day, after = self._shaded_behind(day, after)
            after = self._limited_behind(after)
            if self._bound in _OF_DAYS:
                day = Day(_OF_DAYS[self._bound], base=day)
        self._add(day, place, after)
        self._day_shade = self._shade if day.is_point else ""
        return after

    def _refuse_before(self) -> None:
        """ "Tomorrow don't call me": a refusal with nothing behind it is of what stands before it."""
        last = self.items[-1].end if self.items else 0
        behind = [
            (place, token) for place, token in enumerate(self.tokens) if place >= last and token.has(Kind.NOT)
        ]
        if self.items and any(
            token.has(Kind.DONT) or place + 1 == len(self.tokens) for place, token in behind
        ):
            self.items = [replace(item, refused=True) for item in self.items]

    def _shade_of_day(self) -> None:
        """ "Late on Monday": a part of that day, where none was named."""
        only_today = len(self.items) == 1 and self.items[0].said == Day(DayKind.RELATIVE, 0)
        if only_today and any(token.has(Kind.LATER) for token in self.tokens):
            self._add(Time(part="later"), len(self.tokens), len(self.tokens))
        part = {"early": "early_morning", "late": "late_afternoon"}.get(self._day_shade)
        if part is not None and not any(isinstance(item.said, Time) for item in self.items):
            self._add(Time(part=part), len(self.tokens), len(self.tokens))

    def _shaded_behind(self, day: Day, after: int) -> tuple[Day, int]:
        """ "December ke beech mein": the middle of it."""
        at = self._over(after, Kind.THE)
        if at >= len(self.tokens) or day.kind not in (DayKind.MONTH, DayKind.WEEK):
            return day, after
        token = self.tokens[at]
        if token.has(Kind.BETWEEN_BEHIND):
            return replace(day, shade="mid"), at + 1
        shade = next((shade for kind, shade in _SHADES.items() if token.has(kind)), "")
        ends = at + 1 == len(self.tokens) or not self.tokens[at + 1].has(
            Kind.UNIT, Kind.PART, Kind.THE, Kind.MONTH
        )
        return (replace(day, shade=shade), at + 1) if shade and ends else (day, after)

    def _limited_behind(self, after: int) -> int:
        """Where an item ends with the word behind it that limits it ("ke baad"), which is taken note of."""
        at = self._over(after, Kind.THE, Kind.OCLOCK)
        if at < len(self.tokens):
            for behind, bound in _BEHIND.items():
                if self.tokens[at].has(behind):
                    self._bound = bound
                    return at + 1
        return after

    def _over(self, place: int, *kinds: Kind) -> int:
        while place < len(self.tokens) and self.tokens[place].has(*kinds):
            place += 1
        return place

    @property
    def _ranges(self) -> bool:
        """Whether the ends of a range are told here, by a word before or behind them."""
        return self._told_behind or self._bound in (Kind.BETWEEN, Kind.FROM)

    def _far_end(self, place: int) -> int | None:
        """Where a range's other end begins; None where none does."""
        if place >= len(self.tokens):
            return None
        ranging = self._ranges
        ends = self.tokens[place].has(Kind.TO) and not self.tokens[place].has(Kind.AND)
        if ends or (ranging and self.tokens[place].has(Kind.AND, Kind.TO, Kind.UNTIL, Kind.OR)):
            place += 1
            while place < len(self.tokens) and self.tokens[place].has(Kind.THE, Kind.AT, Kind.ABOUT):
                place += 1
            return place
        return None

    def _time(self, place: int) -> int | None:
        if not self._is_number(place):
            return None
        ranging = self._ranges and self._far_number(place) is not None
        sure = is_anchored(self.tokens, place, self.items, joined=self._joined, refusing=self._refusing)
        found = clock_at(self.tokens, place, sure=sure or self._begins_range(place), ranging=ranging)
        if found is None:
            return None
        clock, after = found
        about = place > 0 and self.tokens[place - 1].has(Kind.ABOUT)
        if after < len(self.tokens) and self.tokens[after].has(Kind.ISH):
            about, after = True, after + 1
        until = self._far_end(after)
        if until is not None:
            other = self._noon(until) or clock_at(self.tokens, until, sure=True, ranging=True)
            if other is not None:
                self._add(Time(clock, Bound.BETWEEN, _with_half_of(other[0], clock)), place, other[1])
                return self._over(other[1], Kind.BETWEEN_BEHIND, Kind.UNTIL_BEHIND)
        after = self._limited_behind(after)
        bound = _OF_TIMES[self._bound] if self._bound else Bound.AT
        if bound is Bound.AT and about:
            bound = Bound.ABOUT
        if bound is Bound.AT:
            bound = self._bound_of_day_before(place)
        self._add(Time(clock, bound), place, after)
        return after

    def _bound_of_day_before(self, place: int) -> Bound:
        """ "Before Friday at noon": the limit is that time of that day."""
        last = self.items[-1] if self.items else None
        if (
            last is None
            or not isinstance(last.said, Day)
            or last.said.base is None
            or not last.said.base.is_point
        ):
            return Bound.AT
        bound = {DayKind.BEFORE: Bound.BEFORE, DayKind.BY: Bound.BY, DayKind.AFTER: Bound.AFTER}.get(
            last.said.kind
        )
        between = self.tokens[last.end : place]
        if bound is None or not all(token.has(Kind.AT, Kind.THE, Kind.ABOUT) for token in between):
            return Bound.AT
        self.items[-1] = replace(last, said=last.said.base)
        return bound

    def _noon(self, place: int) -> tuple[Clock, int] | None:
        if place < len(self.tokens) and self.tokens[place].has(Kind.PART):
            return (_NOON, place + 1) if self.tokens[place].name(Kind.PART) in ("noon", "midday") else None
        return None

    def _far_number(self, place: int) -> int | None:
        until = self._far_end(self._over(place + 1, Kind.OCLOCK))
        return until if until is not None and self._is_number(until) else None

    def _begins_range(self, place: int) -> bool:
        """ "two to four" with a day beside it, or "pm" behind it."""
        until = self._far_number(place)
        if until is None:
            return False
        after = until + 1
        return (
            self._ranges
            or is_beside_a_day(self.tokens, self.items, place - 1, after)
            or (after < len(self.tokens) and self.tokens[after].has(Kind.AM, Kind.PM, Kind.OCLOCK))
        )

    def _is_number(self, place: int) -> bool:
        return place < len(self.tokens) and self.tokens[place].has(
            Kind.NUMBER, Kind.CLOCK, Kind.MINUTES_BEFORE
        )

    def _part(self, place: int) -> int | None:
        token = self.tokens[place]
        if token.has(Kind.TODAYS_PART):
            self._add(Day(DayKind.RELATIVE, 0), place, place)
            self._add(Time(part=token.name(Kind.TODAYS_PART)), place, place + 1)
            return place + 1
        if not token.has(Kind.PART):
            return None
        name = SHADED.get((self._shade or self._day_shade, token.name(Kind.PART)), token.name(Kind.PART))
        if name == "noon" and place + 1 < len(self.tokens) and self.tokens[place + 1].has(Kind.MINUTES_AFTER):
            minutes = self.tokens[place + 1].number(Kind.MINUTES_AFTER)
            self._add(Time(Clock(12, minutes, "24")), place, place + 2)  # "midi et demi"
            return place + 2
        until = self._far_end(place + 1)
        if name == "noon" and until is not None:
            other = clock_at(self.tokens, until, sure=True, ranging=True)
            if other is not None:
                self._add(Time(_NOON, Bound.BETWEEN, other[0]), place, other[1])
                return other[1]
        if self._bound is Kind.BETWEEN and until is not None:
            end = clock_at(self.tokens, until, sure=True, ranging=True)
            if end is not None:  # "between lunch and three"
                self._add(Time(part=f"from_{name}"), place, place)
                self._add(Time(end[0], Bound.BY), place, end[1])
                return end[1]
        limited = {Kind.BEFORE: "before_", Kind.BY: "before_", Kind.AFTER: "after_", Kind.FROM: "after_"}
        prefix = limited.get(self._bound, "") if self._bound else ""
        day_bound = self._bound_of_day_before(place) if name == "noon" else Bound.AT
        if day_bound is not Bound.AT:
            self._add(Time(_NOON, day_bound), place, place + 1)
            return place + 1
        if name == "noon" and prefix:
            bound = (
                Bound.BY if self._bound is Kind.BY else Bound.BEFORE if prefix == "before_" else Bound.AFTER
            )
            self._add(Time(_NOON, bound), place, place + 1)
            return place + 1
        if any(self.tokens[at].has(Kind.THIS) for at in range(max(0, place - 1), place)):
            self._add(Day(DayKind.RELATIVE, 0), place, place)
        self._add(Time(part=prefix + name), place, place + 1)
        return place + 1

    def _as_now(self, place: int) -> int | None:
        if not self.tokens[place].has(Kind.SAME_TIME):
            return None
        if self.tokens[place].text.startswith("this") and place + 1 >= len(self.tokens):
            return None
        self._add(Time(as_now=True), place, place + 1)
        return place + 1


def _with_half_of(clock: Clock, first: Clock) -> Clock:
    """The end of a range; "9 am to 5" leaves its own half open."""
    return clock if clock.half or first.half != "pm" else replace(clock, half="")
