"""What a phrase is made of: days, times of the day and spans, as they were said; domain.callbacks.dates knows the calendar."""

from dataclasses import dataclass
from enum import StrEnum, auto

from domain.callbacks.lexicon.shape import Kind


class DayKind(StrEnum):
    """How a day was named; the numbers of a Day are explained here."""

    RELATIVE = auto()  # n days from today
    WEEKDAY = auto()  # n is the weekday; m: 1 for "next", else 0; name: "this" where it is so called
    DATE = auto()  # n is the day of the month, m the month or 0, year or 0
    HOLIDAY = auto()  # name
    WEEK = auto()  # n weeks from this one, or from that of base
    WORKDAYS = auto()  # any day from Monday to Friday
    WEEKEND = auto()  # the weekend n weeks from this one, or from that of base
    MONTH = auto()  # n months from this one; or m is the month's number
    YEAR = auto()  # n years from this one
    AHEAD = auto()  # from n to m days from today
    MONTHS_AHEAD = auto()  # n months from today, give or take m days
    NEAREST = auto()  # the weekday n before (m is -1) or after base
    NTH = auto()  # the m-th weekday n of the month base
    SHIFTED = auto()  # n days beyond base
    RANGE = auto()  # from base to other
    AFTER = auto()  # after base
    FROM = auto()  # base or later
    BEFORE = auto()  # before base
    BY = auto()  # base or earlier


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or days, as named; shade: early, mid, late or later in it."""

    kind: DayKind
    n: int = 0
    m: int = 0
    year: int = 0
    name: str = ""
    shade: str = ""
    base: "Day | None" = None
    other: "Day | None" = None

    @property
    def is_point(self) -> bool:
        """Whether one single day is meant, the first that fits."""
        match self.kind:
            case DayKind.RELATIVE | DayKind.WEEKDAY | DayKind.DATE | DayKind.NEAREST | DayKind.NTH:
                return True
            case DayKind.HOLIDAY:
                return self.name != "holidays"
            case DayKind.AHEAD:
                return self.n == self.m
            case DayKind.MONTHS_AHEAD:
                return self.m == 0
            case DayKind.SHIFTED:
                return self.base is not None and self.base.is_point
        return False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time on the clock as said. half: am, pm, 24 (certain as it is) or nothing; minute may be negative ("ten to")."""

    hour: int
    minute: int = 0
    half: str = ""

    def candidates(self) -> tuple[int, ...]:
        """The minutes of the day that it may mean, the one that is said with this figure first."""
        hour = self.hour % 12 if self.half in ("am", "pm") else self.hour
        total = hour * 60 + self.minute + (720 if self.half == "pm" else 0)
        if self.half or self.hour > 12 or self.hour == 0:
            return (total % 1440,)
        return (total % 1440, (total + 720) % 1440)


class Bound(StrEnum):
    """How a clock time limits the moment."""

    AT = auto()
    ABOUT = auto()
    AFTER = auto()
    BEFORE = auto()
    BY = auto()
    BETWEEN = auto()


@dataclass(frozen=True, slots=True)
class Time:
    """A clock time with its bound (until: a range's end), or a part of the day by its name."""

    clock: Clock | None = None
    bound: Bound = Bound.AT
    until: Clock | None = None
    part: str = ""
    as_now: bool = False
    """The same time as now."""


@dataclass(frozen=True, slots=True)
class Span:
    """From now on: minutes at least, best and at most."""

    least: int
    best: int
    most: int


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said about when, with where it stands; joined: an "or" before it; refused: they cannot then.

    bound: the word that limited it, for those that only what stands around decides ("until").
    """

    said: Day | Time | Span
    start: int
    end: int
    joined: bool = False
    refused: bool = False
    bound: Kind | None = None
