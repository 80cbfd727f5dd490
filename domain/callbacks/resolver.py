"""From what was asked for to a moment: the calendar and the clock of whoever asked, never before now, never outside what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.callbacks.answers import Answer, Ask, Moment, Nothing, Unclear
from domain.callbacks.dates import FARTHEST, dates_of
from domain.callbacks.day_parts import Window
from domain.callbacks.day_windows import DayWindows, NotClear
from domain.callbacks.items import Day, DayKind, Time
from domain.callbacks.options import Option, Reading

_DAY: Final = 1440


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
        there = self.now.astimezone(self.times_clock)
        minutes = (there.date() - self.today).days * _DAY + there.hour * 60 + there.minute
        self.windows = DayWindows(
            reading.refused.times, minute=self.local.hour * 60 + self.local.minute, there=minutes
        )
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
        troubles: list[NotClear] = []
        for option in options:
            try:
                found.append(self._moment(option, phrase))
            except NotClear as trouble:
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
            raise NotClear(Unclear.TIME, "More than one time was named.")
        span = option.spans[0]
        at, earliest, latest = (
            self.now + timedelta(minutes=one) for one in (span.best, span.least, span.most)
        )
        if option.times:
            named = self._on_dates(self._dates(Option(option.days)), option.times, phrase)
            slack = timedelta(minutes=max(15, span.most // 5))
            if not earliest - slack <= named.at <= latest + slack:
                raise NotClear(Unclear.TIME, "The times that were named differ.")
            return named
        return self._made(at, earliest, max(at, latest), phrase, "A span from now.")

    def _dates(self, option: Option) -> _Dates:
        """The dates that every named day allows, without those that are refused."""
        days = _weeks_of_spans(option.days)
        if any(one.as_now for one in option.times):
            days = tuple(_as_far(day) for day in days)
        refused = {on for day in self.reading.refused.days for on in self._refused_dates(day, days)}
        if not days:
            ahead = [self.today + timedelta(days=step) for step in range(8)]
            implied = tuple(on for on in ahead if on not in refused)
            if not implied:
                raise NotClear(Unclear.DAY, "Every day of the week ahead is refused.")
            return _Dates(implied, implied=True, point=True)
        sets = [self._dates_of(day) for day in days]
        fitting = [on for on in sets[0] if all(on in other for other in sets[1:])]
        if not fitting:
            raise NotClear(Unclear.DAY, "There is no such day ahead.")
        left = [on for on in fitting if on not in refused]
        if not left:
            raise NotClear(Unclear.DAY, "The day that was named is refused too.")
        point = any(day.is_point for day in days)
        is_next = any(day.kind is DayKind.WEEKDAY and day.m for day in days)
        if point and fitting[0] in refused and not is_next:
            raise NotClear(Unclear.DAY, "The day that was named is refused too.")
        return _Dates(tuple(left), implied=False, point=point, late=any(day.shade == "late" for day in days))

    def _refused_dates(self, day: Day, wished: tuple[Day, ...]) -> list[date]:
        found = self._dates_of(day)
        another = any(one.n == day.n if one.kind is DayKind.WEEKDAY else one.base == day for one in wished)
        every = (
            day.kind is DayKind.WEEKDAY and not day.name and not another
        )  # "not on Fridays"; "this Friday" is one
        return found[:1] if day.is_point and not every else found

    def _on_dates(self, dates: _Dates, times: tuple[Time, ...], phrase: str) -> Moment:
        first_trouble: NotClear | None = None
        run = _run(dates)
        for on in _preferred(run, dates, self.today):
            try:
                window = self.windows.window(times, today=on == self.today, implied=dates.implied)
            except NotClear as trouble:
                first_trouble = first_trouble or trouble
                if trouble.unclear is not Unclear.PAST or (dates.point and not dates.implied):
                    raise
                continue
            return self._placed(on, window, run if not dates.point else [on], phrase)
        raise first_trouble or NotClear(Unclear.DAY, "There is no such day ahead.")

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
            raise NotClear(Unclear.PAST, "That time is over.")
        if at > self.now + timedelta(days=FARTHEST):
            raise NotClear(Unclear.DAY, "That is too far away.")
        return Moment(at, min(at, earliest.astimezone(UTC)), max(at, latest.astimezone(UTC)), phrase, why)

    def _at(self, on: date, minute: int) -> datetime:
        clock = time(minute // 60 % 24, minute % 60)
        return datetime.combine(on, clock).replace(tzinfo=self.times_clock).astimezone(UTC)


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
