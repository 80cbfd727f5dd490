"""Times of the day as minutes of one local day: an hour with its part, its limits and ranges, and what of it is still ahead."""

from typing import Final

from domain.callbacks.answers import Unclear
from domain.callbacks.day_parts import ANY_TIME, ANY_TIME_TODAY, HALVES, LATEST, PARTS, WAKING, Window
from domain.callbacks.items import Bound, Clock, Time

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


class NotClear(Exception):
    """What was asked for cannot be kept surely."""

    def __init__(self, unclear: Unclear, why: str) -> None:
        super().__init__(why)
        self.unclear = unclear
        self.why = why


class DayWindows:
    """The times of one person's day. refused: those that do not suit; minute: theirs now; there: now on the clock that
    times are read on, counted from the start of the person's own day."""

    def __init__(self, refused: tuple[Time, ...], *, minute: int, there: int) -> None:
        self.refused = refused
        self.minute = minute
        self.there = there

    def window(self, times: tuple[Time, ...], *, today: bool, implied: bool) -> Window:
        """What all times that were named leave of a day, none of it over. Raises NotClear.

        today: it is the one on which they are said; implied: no day was named.
        """
        exact = any(one.clock is not None and one.bound in _EXACT for one in times)
        windows = [
            self._window_of(one, times, today=today, implied=implied)
            for one in times
            if not (exact and one.part in HALVES)  # "at one in the morning": the part only says which one
        ]
        if not windows:
            if implied:
                raise NotClear(Unclear.TIME, "No time was named.")
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
            raise NotClear(Unclear.TIME, "The times that were named differ.")
        return lo, hi

    def _without_refused(self, lo: int, hi: int) -> tuple[int, int]:
        """Without the part of the day, or the time, that does not suit."""
        for one in self.refused:
            if one.part and one.part in PARTS:
                part = PARTS[one.part]
                if part.lo <= lo and part.hi >= hi:
                    raise NotClear(Unclear.TIME, "The time that was named is refused too.")
                if part.lo <= lo < part.hi:
                    lo = part.hi
                elif part.lo < hi <= part.hi:
                    hi = part.lo
            elif lo == hi and _is_exactly(one, lo):
                raise NotClear(Unclear.TIME, "The time that was named is refused too.")
        return lo, hi

    def _still_ahead(self, window: Window, *, exact: bool) -> Window:
        minute = self.there
        if window.hi <= minute + (0 if exact else 4):
            raise NotClear(Unclear.PAST, "That time is over today.")
        lo = max(window.lo, minute + 1)
        at = window.at
        if (
            (at <= minute + 1 and not exact)
            or window.at < lo
            or (window.lo < minute and not exact and window.at <= minute + 5)
        ):
            at = minute + min(_SOON, max(1, (window.hi - minute) // 2))
        return Window(lo, max(lo, at), window.hi)

    def _window_of(self, one: Time, times: tuple[Time, ...], *, today: bool, implied: bool) -> Window:
        if one.as_now:
            if implied:
                raise NotClear(Unclear.DAY, "No day was named.")
            return Window(self.minute, self.minute, self.minute)
        if one.clock is None:
            return self._part(one.part, today=today, implied=implied)
        return self._clock(one, [other.part for other in times if other.part], today=today)

    def _part(self, name: str, *, today: bool, implied: bool) -> Window:
        if name == "later":
            return Window(self.minute + _SOON, min(self.minute + _LATER, (self.minute + LATEST) // 2), LATEST)
        if name == "midnight":
            raise NotClear(Unclear.TIME, "Nobody is called at midnight.")
        if name in PARTS:
            if implied and today and name in _MORNINGS and self.minute >= PARTS[name].lo:
                raise NotClear(Unclear.PAST, "The morning is meant that follows.")
            return PARTS[name]
        limit, _, part = name.partition("_")
        if part not in PARTS:
            raise NotClear(Unclear.TIME, "No time was named.")
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
                raise NotClear(Unclear.TIME, "The range has no length.")
            return max(below), hi
        lo = self._minute(first, parts, today=today, until=last)
        above = [hi for hi in last.candidates() if hi > lo]
        if not above:
            raise NotClear(Unclear.TIME, "The range has no length.")
        return lo, min(above)

    def _minute(self, clock: Clock, parts: list[str], *, today: bool, until: Clock | None = None) -> int:
        """The minute of the day; the one in waking hours where only twelve were named."""
        candidates = list(clock.candidates())
        for part in parts:
            lo, hi = HALVES.get(part, (0, _DAY))
            candidates = [one for one in candidates if lo <= one <= hi] or candidates * (part not in HALVES)
        if not candidates:
            raise NotClear(Unclear.TIME, "The hour and the part of the day differ.")
        if len(candidates) == 1:
            return candidates[0]
        if today:
            now = self.there
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
            raise NotClear(Unclear.PAST, "That time is over today.")
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


def _best(windows: list[Window], lo: int, hi: int) -> int:
    """The best minute: what was named most narrowly says it."""
    narrowest = min(windows, key=lambda one: (one.open_end, one.hi - one.lo))
    bound = [one for one in windows if one.open_end]
    at = narrowest.at if not bound or narrowest.lo == narrowest.hi else max(one.at for one in bound)
    return min(max(at, lo), hi)
