"""When somebody wants to be called again: an English phrase, in their own words, to a moment in their time zone.

Understood are clock times ("tomorrow at 4", "next Tuesday after four", "half past nine"), parts of a day ("Monday
morning", "in the evening", "later today") and spans ("in two hours"). Whatever is not understood for certain is None:
better to ask a person than to call at a guessed time.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from domain.calling_hours import zone_info

_FARTHEST: Final = timedelta(days=92)
_LATER_TODAY: Final = timedelta(hours=3)
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "couple of": 2, "three": 3, "a few": 3, "few": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty five": 45, "forty": 40, "fifty": 50, "ninety": 90,
}  # fmt: skip
_HOURS: Final = {
    word: number for word, number in _NUMBERS.items() if number <= 12 and word[:2] not in ("a ", "co")
}
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
# What a part of the day stands for when no clock time is named; chosen by feel.
_PARTS: Final = {
    "morning": time(10),
    "lunchtime": time(12),
    "lunch": time(13),
    "noon": time(12),
    "midday": time(12),
    "afternoon": time(15),
    "evening": time(18),
    "tonight": time(19),
    "night": time(19),
}
_ANY_TIME: Final = time(10)

_number = "(" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"|\d{1,3})"
_hour = "(" + "|".join(word for word in _HOURS if word not in ("a", "an", "few")) + r"|[01]?\d|2[0-3])"
_part = "(" + "|".join(_PARTS) + ")"
_weekday = "(" + "|".join(_WEEKDAYS) + ")"
_month = "(" + "|".join(_MONTHS) + ")"

_SPAN: Final = re.compile(
    rf"\b(?:in|after) (?:about |around |maybe )?(half an hour|{_number} (?:more )?(minute|hour|day|week)s?)\b"
)
_HALF: Final = re.compile(rf"\b(half past|quarter past|quarter to) {_hour}\b")
_COLON: Final = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)(?: ?(am|pm))?\b")
_SPOKEN: Final = re.compile(
    rf"\b(?:at|around|about|after|by|from|before|between|past) (?:about |around )?{_hour}"
    r"(?: (fifteen|thirty|forty five|oclock))?(?: ?(am|pm))?(?! (?:minute|hour|day|week|of)s?)\b"
)
_BARE: Final = re.compile(
    rf"\b{_hour}(?: (thirty|fifteen|forty five)(?: (am|pm))?\b| ?(oclock|am|pm)\b"
    r"|(?= in the (?:morning|afternoon|evening)\b))"
)
_PART: Final = re.compile(
    rf"\b(?:in the |at |this |during |over |{_weekday} |tomorrow |todays? |early |late |mid )?{_part}\b"
)
_DAY: Final = re.compile(rf"\b(?:(next|this|on|coming|by) )?{_weekday}\b")
_DATE: Final = re.compile(
    rf"\b(?:{_month} (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?|(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_month}"
    r"|(?:on )?the (\d{1,2})(?:st|nd|rd|th))\b"
)
_NOT_THEN: Final = re.compile(
    rf"\b(?:not|except|cant do|but not|no) (?:on |at |in the |this |next )?(?:{_weekday}|today|tomorrow|{_part})\b"
)
_RELATIVE: Final = re.compile(r"\b(?:today|tomorrow|tonight|next week|later|day after tomorrow)\b")


def mentions_time(phrase: str) -> bool:
    """Whether these words say anything about when."""
    words = _plain(phrase)
    patterns = (_SPAN, _HALF, _COLON, _SPOKEN, _BARE, _PART, _DAY, _DATE, _RELATIVE)
    return any(pattern.search(words) for pattern in patterns)


def parse_callback(phrase: str, zones: tuple[str, ...] | str, now: datetime) -> datetime | None:
    """The moment (UTC, after now) that these words mean to somebody in that zone; None when not understood.

    Of several candidate zones the first is taken; calling hours protect the others. An hour without "am" or "pm" means
    the one in waking hours: 1 to 7 are in the afternoon. now must carry a time zone.
    """
    zone = zones if isinstance(zones, str) else next(iter(zones), "")
    clock = zone_info(zone)
    words = _plain(phrase)
    if clock is None or not words or _NOT_THEN.search(words):
        return None
    span = _span(words)
    if span is not None:
        return _bounded((now + span).astimezone(UTC), now)
    local = _local_moment(words, now.astimezone(clock).replace(tzinfo=None))
    return None if local is None else _bounded(local.replace(tzinfo=clock).astimezone(UTC), now)


def _bounded(at: datetime, now: datetime) -> datetime | None:
    return at if now < at <= now + _FARTHEST else None


def _plain(phrase: str) -> str:
    words = re.sub(r"['’]", "", phrase.lower())
    words = re.sub(r"\b([ap])\.? ?m\b\.?", r"\1m", words)
    return re.sub(r"\s+", " ", re.sub(r"[^a-z0-9:.]|\.(?!\d)", " ", words)).strip()


def _span(words: str) -> timedelta | None:
    found = _SPAN.search(words)
    if found is None:
        return None
    if found.group(1) == "half an hour":
        return timedelta(minutes=30)
    count, unit = _count(found.group(2)), found.group(3)
    return timedelta(**{f"{unit}s": count})


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _local_moment(words: str, now: datetime) -> datetime | None:
    """The moment on the wall clock; None for a day without meaning or a time that is over on the day that was named."""
    clock, day = _clock_time(words), _day(words, now.date())
    if clock is None and re.search(r"\blater(?: on)? today\b|\btoday later\b", words):
        return now + _LATER_TODAY if (now + _LATER_TODAY).date() == now.date() else None
    if day is not None:
        at = datetime.combine(day, clock or _ANY_TIME)
        return at if at > now else None
    if clock is None:
        return None
    at = datetime.combine(now.date(), clock)
    if at > now:
        return at
    return None if re.search(r"\b(?:today|tonight|this)\b", words) else at + timedelta(days=1)


def _day(words: str, today: date) -> date | None:
    """The day that was named, today included; None when none was."""
    if "day after tomorrow" in words:
        return today + timedelta(days=2)
    if re.search(r"\btomorrow\b", words):
        return today + timedelta(days=1)
    named = _DATE.search(words)
    if named is not None:
        return _date(named, today)
    weekday = _DAY.search(words)
    if weekday is not None:
        return _weekday_after(today, _WEEKDAYS.index(weekday.group(2)), "next week" in words)
    if "next week" in words:
        return today + timedelta(days=7 - today.weekday())
    return today if re.search(r"\b(?:today|tonight)\b", words) else None


def _weekday_after(today: date, weekday: int, next_week: bool) -> date:
    """The next such day, never today: "next Tuesday" said on a Tuesday is a week away."""
    if next_week:
        return today + timedelta(days=7 - today.weekday() + weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _date(named: re.Match[str], today: date) -> date | None:
    month_before, day_after, day_before, month_after, day_alone = named.groups()
    day = int(day_after or day_before or day_alone)
    month = month_before or month_after
    for step in range(13):
        year, index = divmod(today.month - 1 + step, 12)
        if month is not None and _MONTHS[index] != month:
            continue
        found = _possible(today.year + year, index + 1, day)
        if found is not None and found > today:
            return found
    return None


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_MINUTES: Final = {"fifteen": 15, "thirty": 30, "forty five": 45}
_QUARTERS: Final = {"half past": 30, "quarter past": 15, "quarter to": -15}


def _clock_time(words: str) -> time | None:
    """The clock time that was named, else what the part of the day stands for; None for neither."""
    part = _part_named(words)
    colon = _COLON.search(words)
    if colon is not None:
        hour, minute, half = colon.groups()
        return _waking(int(hour), int(minute), half, part)
    quarter = _HALF.search(words)
    if quarter is not None:
        return _waking(_hour_of(quarter.group(2)), _QUARTERS[quarter.group(1)], None, part)
    spoken = _SPOKEN.search(words)
    if spoken is not None:
        hour, minutes, half = spoken.groups()
        return _waking(_hour_of(hour), _MINUTES.get(minutes or "", 0), half, part)
    bare = _BARE.search(words)
    if bare is not None:
        hour, minutes, half, joined = bare.groups()
        return _waking(_hour_of(hour), _MINUTES.get(minutes or "", 0), half or joined, part)
    return _PARTS[part] if part is not None else None


def _hour_of(word: str) -> int:
    return int(word) if word.isdigit() else _HOURS[word]


def _part_named(words: str) -> str | None:
    found = _PART.search(words)
    return None if found is None else found.groups()[-1]


def _waking(hour: int, minutes: int, half: str | None, part: str | None) -> time:
    """The clock time nearest to what people mean; minutes may be negative ("quarter to")."""
    afternoon = half == "pm" or (half != "am" and part in ("afternoon", "evening", "tonight", "night"))
    morning = half == "am" or (half != "pm" and part == "morning")
    if hour == 12 and half == "am":
        hour = 0
    elif hour < 12 and (afternoon or (not morning and 1 <= hour <= 7)):
        hour += 12
    total = (hour * 60 + minutes) % 1440
    return time(total // 60, total % 60)
