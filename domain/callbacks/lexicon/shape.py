"""What a word can mean to the grammar, and how a language's file says so."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """What a word, or a few words together, are to the grammar. Those with a value say which below."""

    NUMBER = auto()  # the number
    ARTICLE = auto()  # 1, only before a unit: "an hour"
    ORDINAL = auto()  # the number
    CLOCK = auto()  # (hour, minute, whether it is certainly one of 24 hours)
    DATE = auto()  # (day, month or None, year or None)
    WEEKDAY = auto()  # 0 is Monday
    MONTH = auto()  # 1 is January
    WORKDAYS = auto()  # Monday to Friday
    UNIT = auto()  # minute, hour, day, week, fortnight, month, year, weekend
    SPAN = auto()  # (least, most, unit): "half an hour", "a couple of hours"
    MORE_HALF = auto()  # "and a half" behind a number or a unit
    PART = auto()  # a name of day_parts.PARTS
    RELATIVE = auto()  # days from today
    TODAYS_PART = auto()  # "tonight": a part of today
    HOLIDAY = auto()  # a name of holidays.HOLIDAYS
    ZONE = auto()  # an IANA zone
    ZONE_WORD = auto()  # a zone only directly behind a clock time: "Central", "Mountain"
    OTHER_ZONE = auto()  # "your time": a zone that we do not know
    OWN_ZONE = auto()  # "my time"
    AM = auto()
    PM = auto()
    OCLOCK = auto()
    MINUTES_BEFORE = auto()  # minutes added to the hour that follows: "half past" 30, "quarter to" -15
    MINUTES_AFTER = auto()  # minutes added to the hour before it: "y media" 30, "menos cuarto" -15
    PAST_HOUR = auto()  # "ten past five"
    TO_HOUR = auto()  # "ten to five"
    PLUS = auto()  # "las cinco y diez"
    MINUS = auto()  # "las cinco menos diez"
    ZERO = auto()  # "oh" in "five oh five"
    DATE_LEAD = auto()  # before a number that is a day of the month: "el día 3"
    DATE_TAIL = auto()  # behind one: "3 tarikh"
    AFTER_BEHIND = auto()  # limits the time before it: "chhe baje ke baad"
    FROM_BEHIND = auto()
    BEFORE_BEHIND = auto()
    UNTIL_BEHIND = auto()
    BETWEEN_BEHIND = auto()
    NEXT = auto()
    THIS = auto()
    AFTER_NEXT = auto()  # "Friday after next", "Friday week": weeks beyond the first
    WEEK = auto()  # weeks from this one: "the week after next" 2
    EARLY = auto()
    MID = auto()
    LATE = auto()
    AFTER = auto()
    FROM = auto()  # from then on: "not before", "starting"
    BEFORE = auto()
    BY = auto()  # then at the latest
    UNTIL = auto()
    BETWEEN = auto()
    TO = auto()  # between the ends of a range
    AND = auto()
    OR = auto()
    AT = auto()
    ABOUT = auto()
    ISH = auto()
    IN = auto()  # a span from now
    WITHIN = auto()
    FOR = auto()  # how long something lasts
    FROM_NOW = auto()  # behind a span
    AGO = auto()
    SOON = auto()  # (minutes to wait, at most)
    LATER = auto()
    SAME_TIME = auto()
    DAY_AFTER = auto()  # days added to the day that follows, or was named before
    ANY = auto()
    VAGUE = auto()  # "sometime": says nothing alone
    NO = auto()  # "no": refuses what it stands behind or before, or corrects; tokens.py decides which
    NOT = auto()
    DONT = (
        auto()
    )  # also NOT: a whole verb, which refuses what stands before it as well ("tomorrow don't call me")
    EXCEPT = auto()
    CORRECT = auto()  # what follows replaces what was said
    BAD = auto()  # behind a time: it does not suit
    GOOD = auto()  # behind a time: it suits
    AWAY = auto()  # before or behind a time: they cannot then
    OFF = auto()  # also AWAY, and said of free days as well
    SUBJECT = auto()  # who does something until a time: "I'm teaching until two"
    FREE = auto()  # they can then
    EVENT = auto()  # something else happens then
    END_OF_EVENT = auto()  # something else is over then
    GONE = auto()  # about what was, or what others said
    WISH = auto()  # the wish begins here
    SO = auto()  # what stands before is why, what follows is the wish
    BECAUSE = auto()  # what follows is why
    BUT = auto()
    THEN = auto()
    AFTER_THAT = auto()
    BEFORE_THAT = auto()
    THE = auto()
    FILLER = auto()  # words that look like time and are not: "good morning"
    NOISE = auto()  # "um", "please": as if it had not been said
    STOP = auto()  # a comma, a full stop
    WORD = auto()  # anything else


Entry = tuple[tuple[str, ...], Mapping[Kind, object]]
Words = str | Mapping[str, object]


@dataclass(frozen=True)
class Lexicon:
    """One language's words of time, by their first word, the longest first."""

    tag: str
    entries: Mapping[str, tuple[Entry, ...]]
    day_before_month: bool = True
    dots_are_dates: bool = False
    apostrophe_parts: bool = False
    next_skips_this_week: bool = False
    verb_last: bool = False
    rewritten: tuple[tuple[re.Pattern[str], str], ...] = ()
    """What is written anew before it is read, after accents are gone: compounds."""


def lexicon(
    tag: str,
    kinds: Mapping[Kind, Words],
    *,
    day_before_month: bool = True,
    dots_are_dates: bool = False,
    apostrophe_parts: bool = False,
    next_skips_this_week: bool = False,
    verb_last: bool = False,
    rewritten: Mapping[str, str] = MappingProxyType({}),
) -> Lexicon:
    """From kinds to phrases: "a|b|c" for those without a value, {"a|b": value} for those with one. A phrase may have several."""
    entries: dict[str, dict[tuple[str, ...], dict[Kind, object]]] = {}
    for kind, written in kinds.items():
        valued: Mapping[str, object] = {written: None} if isinstance(written, str) else written
        for phrases, value in valued.items():
            for phrase in phrases.split("|"):
                key = tuple(unicodedata.normalize("NFKD", phrase).split())
                entries.setdefault(key[0], {}).setdefault(key, {})[kind] = value
    return Lexicon(
        tag,
        {
            first: tuple(sorted(found.items(), key=lambda entry: -len(entry[0])))
            for first, found in entries.items()
        },
        day_before_month,
        dots_are_dates,
        apostrophe_parts,
        next_skips_this_week,
        verb_last,
        tuple((re.compile(pattern), anew) for pattern, anew in rewritten.items()),
    )


OF_TIME: Final = frozenset(
    {
        Kind.CLOCK, Kind.DATE, Kind.WEEKDAY, Kind.WORKDAYS, Kind.UNIT, Kind.SPAN, Kind.PART, Kind.RELATIVE, Kind.TODAYS_PART,
        Kind.HOLIDAY, Kind.SAME_TIME, Kind.DAY_AFTER, Kind.MINUTES_BEFORE, Kind.SOON,
    }
)  # fmt: skip
"""Words that always say something about when: one that the grammar does not take makes the whole unsure."""
