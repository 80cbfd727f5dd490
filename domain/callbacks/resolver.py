"""From what was asked for to a moment: the calendar and the clock of whoever asked, never before now, never outside what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.callbacks.answers import Answer, Ask, Moment, Nothing, Unclear
from domain.callbacks.dates import FARTHEST, dates_of
from domain.callbacks.day_parts import ANY_TIME, ANY_TIME_TODAY, HALVES, LATEST, PARTS, WAKING, Window
from domain.callbacks.items import Bound, Clock, Day, DayKind, Time
from domain.callbacks.reading import Option, Reading

_ABOUT: Final = 30
"""Minutes that "around five" may be off."""
_SOON: Final = 30
"""Minutes until a call that may come at once, within what is left."""
_LATER: Final = 180
"""Minutes until "later today", where as much is left."""
_DAY: Final = 1440
_EXACT: Final = (Bound.AT, Bound.ABOUT, Bound.BETWEEN)
_MORNINGS: Final = ("morning", "early_morning", "late_morning", "first_thing")
_AFTERNOONS: Final = range(1, 8)
"""Hours that are in the afternoon or evening when nothing else is said of a day."""


class _Unclear(Exception):
    """This option cannot be kept surely."""

    def __init__(self, unclear: Unclear, why: str) -> None:
        super().__init__(why)
        self.unclear = unclear
        self.why = why


@dataclass(frozen=True, slots=True)
class _Dates:
    """The dates that fit; implied: none was named; point: one single day is meant; late: the end of them."""

    on: tuple[date, ...]
    implied: bool
    point: bool
    late: bool = False


class Resolver:
    """Reads one reading on one clock. now carries a time zone."""

    def __init__(
        self, reading: Reading, clock: ZoneInfo, named: ZoneInfo | None, now: datetime, *, next_skips: bool
    ) -> None:
        self.reading = reading
        self.clock = clock
        self.times_clock = named or clock
        self.now = now.astimezone(UTC)
        self.local = now.astimezone(clock)
        self.today = self.local.date()
        self.minute = self.local.hour * 60 + self.local.minute
        self.next_skips = next_skips

    def answer(self, phrase: str) -> Answer:
        """The moment; of several alternatives the first that can be kept."""
        reading = self.reading
        if reading.unclear is not None:
            return Ask(reading.unclear[0], phrase, reading.unclear[1])
        options = reading.options or self._what_is_left()
        if not options:
            if reading.vague or not reading.refused.is_empty:
                return Ask(Unclear.TIME, phrase, "No time was named.")
            return Nothing(phrase)
        found: list[Moment] = []
        troubles: list[_Unclear] = []
        for option in options:
            try:
                found.append(self._moment(option, phrase))
            except _Unclear as trouble:
                troubles.append(trouble)
        if found and all(trouble.unclear is Unclear.PAST for trouble in troubles):
            return min(found, key=lambda moment: moment.at)
        return Ask(troubles[0].unclear, phrase, troubles[0].why)

    def _what_is_left(self) -> tuple[Option, ...]:
        """ "Any day but Monday", "just not tomorrow": whatever is not refused, from tomorrow on."""
        refused = self.reading.refused
        if (
            not refused.days
            or not self.reading.leaves_the_rest
            or (refused.times and not self.reading.any_time)
        ):
            return ()
        last = max((on for day in refused.days for on in self._dates_of(day)[:7]), default=self.today)
        return (Option(days=(Day(DayKind.AHEAD, 1, max(7, (last - self.today).days + 7)),)),)

    def _dates_of(self, day: Day) -> list[date]:
        return dates_of(day, self.today, next_skips_this_week=self.next_skips)

    # One option.

    def _moment(self, option: Option, phrase: str) -> Moment:
        if option.spans:
            return self._after_span(option, phrase)
        dates = self._dates(option)
        return self._on_dates(dates, option.times, phrase)

    def _after_span(self, option: Option, phrase: str) -> Moment:
        if len(option.spans) > 1 or (option.days and not _is_today(option.days)):
            raise _Unclear(Unclear.TIME, "More than one time was named.")
        span = option.spans[0]
        at, earliest, latest = (
            self.now + timedelta(minutes=one) for one in (span.best, span.least, span.most)
        )
        if option.times:
            named = self._on_dates(self._dates(Option(option.days)), option.times, phrase)
            slack = timedelta(minutes=max(15, span.most // 5))
            if not earliest - slack <= named.at <= latest + slack:
                raise _Unclear(Unclear.TIME, "The times that were named differ.")
            return named
        return self._made(at, earliest, max(at, latest), phrase, "A span from now.")

    def _dates(self, option: Option) -> _Dates:
        """The dates that every named day allows, without those that are refused."""
        days = _weeks_of_spans(option.days)
        if any(one.as_now for one in option.times):
            days = tuple(_as_far(day) for day in days)
        refused = {on for day in self.reading.refused.days for on in self._refused_dates(day, days)}
        if not days:
            implied = [self.today + timedelta(days=step) for step in range(8)]
            return _Dates(tuple(on for on in implied if on not in refused), implied=True, point=True)
        sets = [self._dates_of(day) for day in days]
        fitting = [on for on in sets[0] if all(on in other for other in sets[1:])]
        if not fitting:
            raise _Unclear(Unclear.DAY, "There is no such day ahead.")
        left = [on for on in fitting if on not in refused]
        if not left:
            raise _Unclear(Unclear.DAY, "The day that was named is refused too.")
        point = any(day.is_point for day in days)
        is_next = any(day.kind is DayKind.WEEKDAY and day.m for day in days)
        if point and fitting[0] in refused and not is_next:
            raise _Unclear(Unclear.DAY, "The day that was named is refused too.")
        return _Dates(tuple(left), implied=False, point=point, late=any(day.shade == "late" for day in days))

    def _refused_dates(self, day: Day, wished: tuple[Day, ...]) -> list[date]:
        found = self._dates_of(day)
        another = any(one.n == day.n if one.kind is DayKind.WEEKDAY else one.base == day for one in wished)
        every = (
            day.kind is DayKind.WEEKDAY and not day.name and not another
        )  # "not on Fridays"; "this Friday" is one
        return found[:1] if day.is_point and not every else found

    def _on_dates(self, dates: _Dates, times: tuple[Time, ...], phrase: str) -> Moment:
        first_trouble: _Unclear | None = None
        run = _run(dates)
        for on in _preferred(run, dates, self.today):
            try:
                window = self._window(times, on, implied=dates.implied)
            except _Unclear as trouble:
                first_trouble = first_trouble or trouble
                if trouble.unclear is not Unclear.PAST or (dates.point and not dates.implied):
                    raise
                continue
            return self._placed(on, window, run if not dates.point else [on], phrase)
        raise first_trouble or _Unclear(Unclear.DAY, "There is no such day ahead.")

    def _placed(self, on: date, window: Window, run: Sequence[date], phrase: str) -> Moment:
        at, earliest, latest = (
            self._at(day, minute)
            for day, minute in ((on, window.at), (run[0], window.lo), (run[-1], window.hi))
        )
        return self._made(
            at, max(earliest, self.now + timedelta(minutes=1)), latest, phrase, "As it was named."
        )

    def _made(self, at: datetime, earliest: datetime, latest: datetime, phrase: str, why: str) -> Moment:
        at = at.astimezone(UTC)
        if at <= self.now:
            raise _Unclear(Unclear.PAST, "That time is over.")
        if at > self.now + timedelta(days=FARTHEST):
            raise _Unclear(Unclear.DAY, "That is too far away.")
        return Moment(at, min(at, earliest.astimezone(UTC)), max(at, latest.astimezone(UTC)), phrase, why)

    def _at(self, on: date, minute: int) -> datetime:
        clock = time(minute // 60 % 24, minute % 60)
        return datetime.combine(on, clock).replace(tzinfo=self.times_clock).astimezone(UTC)

    # The time of the day.

    def _window(self, times: tuple[Time, ...], on: date, *, implied: bool) -> Window:
        """What all times that were named leave of this day, none of it over. Raises _Unclear."""
        today = on == self.today
        if not times and self.reading.refused.times:
            times = ()
        exact = any(one.clock is not None and one.bound in _EXACT for one in times)
        windows = [
            self._window_of(one, times, on, implied=implied)
            for one in times
            if not (exact and one.part in HALVES)  # "at one in the morning": the part only says which one
        ]
        if not windows:
            if implied:
                raise _Unclear(Unclear.TIME, "No time was named.")
            windows = [ANY_TIME_TODAY if today else ANY_TIME]
        lo, hi = max(one.lo for one in windows), min(one.hi for one in windows)
        if lo > hi:
            told = [one for one in times if not (exact and one.part in HALVES)]
            windows = [_half_of(one.part) or window for one, window in zip(told, windows, strict=True)]
            lo, hi = max(one.lo for one in windows), min(one.hi for one in windows)
        if lo > hi:
            lo, hi = self._past_open_ends(windows)
        at = _best(windows, lo, hi)
        lo, hi = self._without_refused(lo, hi)
        window = Window(lo, min(max(at, lo), hi), hi)
        return self._still_ahead(window, exact=any(one.lo == one.hi for one in windows)) if today else window

    def _past_open_ends(self, windows: list[Window]) -> tuple[int, int]:
        """ "Tonight after nine": an end that is only polite gives way."""
        lo = max(one.lo for one in windows)
        closed = [one.hi for one in windows if not one.open_end]
        hi = min(closed) if closed else lo + 60
        if lo > hi:
            raise _Unclear(Unclear.TIME, "The times that were named differ.")
        return lo, hi

    def _without_refused(self, lo: int, hi: int) -> tuple[int, int]:
        """Without the part of the day, or the time, that does not suit."""
        for one in self.reading.refused.times:
            if one.part and one.part in PARTS:
                part = PARTS[one.part]
                if part.lo <= lo and part.hi >= hi:
                    raise _Unclear(Unclear.TIME, "The time that was named is refused too.")
                if part.lo <= lo < part.hi:
                    lo = part.hi
                elif part.lo < hi <= part.hi:
                    hi = part.lo
            elif lo == hi and _is_exactly(one, lo):
                raise _Unclear(Unclear.TIME, "The time that was named is refused too.")
        return lo, hi

    def _still_ahead(self, window: Window, *, exact: bool) -> Window:
        minute = self._minute_now()
        if window.hi <= minute + (0 if exact else 4):
            raise _Unclear(Unclear.PAST, "That time is over today.")
        lo = max(window.lo, minute + 1)
        at = window.at
        if (
            (at <= minute + 1 and not exact)
            or window.at < lo
            or (window.lo < minute and not exact and window.at <= minute + 5)
        ):
            at = minute + min(_SOON, max(1, (window.hi - minute) // 2))
        return Window(lo, max(lo, at), window.hi)

    def _minute_now(self) -> int:
        """Minutes since midnight on the clock that times are read on, counted from the person's own day."""
        there = self.now.astimezone(self.times_clock)
        days = (there.date() - self.today).days
        return days * _DAY + there.hour * 60 + there.minute

    def _window_of(self, one: Time, times: tuple[Time, ...], on: date, *, implied: bool) -> Window:
        today = on == self.today
        if one.as_now:
            if implied:
                raise _Unclear(Unclear.DAY, "No day was named.")
            return Window(self.minute, self.minute, self.minute)
        if one.clock is None:
            return self._part(one.part, today=today, implied=implied)
        return self._clock(one, [other.part for other in times if other.part], today=today)

    def _part(self, name: str, *, today: bool, implied: bool) -> Window:
        if name == "later":
            return Window(self.minute + _SOON, min(self.minute + _LATER, (self.minute + LATEST) // 2), LATEST)
        if name == "midnight":
            raise _Unclear(Unclear.TIME, "Nobody is called at midnight.")
        if name in PARTS:
            if implied and today and name in _MORNINGS and self.minute >= PARTS[name].lo:
                raise _Unclear(Unclear.PAST, "The morning is meant that follows.")
            return PARTS[name]
        limit, _, part = name.partition("_")
        if part not in PARTS:
            raise _Unclear(Unclear.TIME, "No time was named.")
        if limit == "from":
            lo = PARTS[part].lo
            return Window(lo, PARTS[part].at, LATEST, open_end=True)
        if limit == "after":
            lo = PARTS[part].hi
            return Window(lo, lo + 15, lo + 90)
        hi = PARTS[part].lo
        return Window(min(ANY_TIME.lo, hi - 60), max(ANY_TIME.lo, hi - 60), hi)

    def _clock(self, one: Time, parts: list[str], *, today: bool) -> Window:
        assert one.clock is not None
        if one.until is not None:
            lo, hi = self._range(one.clock, one.until, parts, today=today)
            return Window(lo, lo, hi)
        minute = self._minute(one.clock, parts, today=today)
        match one.bound:
            case Bound.ABOUT:
                return Window(max(0, minute - _ABOUT), minute, min(_DAY - 1, minute + _ABOUT))
            case Bound.AFTER:
                return Window(minute, minute, min(_DAY - 1, max(LATEST, minute + 60)), open_end=True)
            case Bound.BEFORE | Bound.BY:
                hi = minute - (1 if one.bound is Bound.BEFORE else 0)
                lo = min(ANY_TIME.lo, max(0, hi - 60))
                return Window(lo, ANY_TIME.at if hi >= ANY_TIME.at + 60 else max(lo, hi - 60), max(0, hi))
        return Window(minute, minute, minute)

    def _range(self, first: Clock, last: Clock, parts: list[str], *, today: bool) -> tuple[int, int]:
        if last.half and not first.half:
            hi = self._minute(last, parts, today=today)
            below = [lo for lo in first.candidates() if lo < hi]
            if not below:
                raise _Unclear(Unclear.TIME, "The range has no length.")
            return max(below), hi
        lo = self._minute(first, parts, today=today, until=last)
        above = [hi for hi in last.candidates() if hi > lo]
        if not above:
            raise _Unclear(Unclear.TIME, "The range has no length.")
        return lo, min(above)

    def _minute(self, clock: Clock, parts: list[str], *, today: bool, until: Clock | None = None) -> int:
        """The minute of the day; the one in waking hours where only twelve were named."""
        candidates = list(clock.candidates())
        for part in parts:
            lo, hi = HALVES.get(part, (0, _DAY))
            candidates = [one for one in candidates if lo <= one <= hi] or candidates * (part not in HALVES)
        if not candidates:
            raise _Unclear(Unclear.TIME, "The hour and the part of the day differ.")
        if len(candidates) == 1:
            return candidates[0]
        if today:
            now = self._minute_now()
            spans = [
                max([0, *(hi for hi in until.candidates() if hi > one)][1:2] or [one]) if until else one
                for one in candidates
            ]
            ahead = [
                one
                for one, last in sorted(zip(candidates, spans, strict=True))
                if last > now and WAKING[0] <= one < WAKING[1]
            ]
            if ahead:
                return ahead[0]
            raise _Unclear(Unclear.PAST, "That time is over today.")
        afternoon = clock.hour in _AFTERNOONS or (clock.hour == 8 and clock.minute < 0)
        return max(candidates) if afternoon or (clock.hour == 12 and clock.minute >= 0) else min(candidates)


def _half_of(part: str) -> Window | None:
    """ "Before eight in the morning": the part as a half of the day."""
    if part not in HALVES:
        return None
    lo, hi = HALVES[part]
    return Window(lo, lo, hi, open_end=True)


def _is_exactly(one: Time, minute: int) -> bool:
    exact = one.clock is not None and one.bound is Bound.AT and one.until is None
    return exact and one.clock is not None and minute in one.clock.candidates()


def _is_today(days: tuple[Day, ...]) -> bool:
    return all(day.kind is DayKind.RELATIVE and day.n == 0 for day in days)


def _weeks_of_spans(days: tuple[Day, ...]) -> tuple[Day, ...]:
    """ "In two weeks, on Monday": a weekday beside a span of weeks is one of that week."""
    today = [day for day in days if day.kind is DayKind.RELATIVE]
    ahead = [day for day in days if day.kind is DayKind.AHEAD and day.n == day.m and day.n % 7 == 0]
    if len(days) == 2 and today and ahead:  # "heute in einer Woche"
        return (Day(DayKind.SHIFTED, ahead[0].n, base=today[0]),)
    if not any(day.kind is DayKind.WEEKDAY for day in days):
        return days
    return tuple(
        Day(DayKind.WEEK, day.n // 7) if day.kind is DayKind.AHEAD and day.n % 7 == 0 and day.n else day
        for day in days
    )


def _as_far(day: Day) -> Day:
    """ "This time next week": so many days on."""
    if day.kind is DayKind.WEEK and day.base is None:
        return Day(DayKind.RELATIVE, 7 * day.n)
    if day.kind in (DayKind.MONTH, DayKind.YEAR) and not day.m:
        return Day(DayKind.MONTHS_AHEAD, day.n * (12 if day.kind is DayKind.YEAR else 1))
    return day


def _run(dates: _Dates) -> list[date]:
    """The first days on end."""
    run = [dates.on[0]]
    for on in dates.on[1:]:
        if (on - run[-1]).days != 1:
            break
        run.append(on)
    return run


def _preferred(run: list[date], dates: _Dates, today: date) -> list[date]:
    """In which order days are tried: of several days on end working days first, and today, where they have just said no, last."""
    if dates.point:
        return run if dates.implied else run[:1]
    if len(run) <= 2 and not dates.late:
        return sorted(run, key=lambda on: on == today)
    order = reversed(run) if dates.late else run
    return sorted(order, key=lambda on: (on == today, on.weekday() >= 5))


def _best(windows: list[Window], lo: int, hi: int) -> int:
    """The best minute: what was named most narrowly says it."""
    narrowest = min(windows, key=lambda one: (one.open_end, one.hi - one.lo))
    bound = [one for one in windows if one.open_end]
    at = narrowest.at if not bound or narrowest.lo == narrowest.hi else max(one.at for one in bound)
    return min(max(at, lo), hi)
