"""Laws of every phrase about when: random ones, made from the grammar's parts and from its words in any order."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.callbacks import Ask, Moment, Unclear, mentions_time, resolve

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
nows = st.integers(0, 1_000_000).map(
    lambda minutes: datetime.fromtimestamp(1_780_000_000 + minutes * 60, UTC)
)
zones = st.sampled_from(ZONES)

WORDS = [
    "in",
    "at",
    "on",
    "after",
    "before",
    "by",
    "until",
    "between",
    "from",
    "next",
    "this",
    "tomorrow",
    "today",
    "monday",
    "friday",
    "weekend",
    "morning",
    "evening",
    "night",
    "noon",
    "half",
    "past",
    "quarter",
    "to",
    "two",
    "three",
    "five",
    "ten",
    "4",
    "16",
    "30",
    "pm",
    "am",
    "hours",
    "minutes",
    "days",
    "week",
    "month",
    "the",
    "25th",
    "31st",
    "february",
    "december",
    "may",
    "later",
    "a",
    "few",
    "o'clock",
    "tonight",
    "not",
    "except",
    "any",
    "but",
    "or",
    "and",
    "no",
    "actually",
    "sorry",
    "busy",
    "doesn't",
    "work",
    "works",
    "first",
    "thing",
    "early",
    "late",
    "end",
    "of",
    "christmas",
    "pacific",
    "central",
    "same",
    "time",
    "day",
    "before",
    ",",
    ".",
    "I'm",
    "off",
    "I",
    "have",
    "an",
    "appointment",
    "at",
    "call",
    "me",
    "then",
    "ish",
    "around",
]
any_words = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


@given(any_words, nows, zones)
def test_a_promise_is_always_ahead_and_within_what_was_said(phrase: str, now: datetime, zone: str) -> None:
    answer = resolve(phrase, (zone,), now)
    if isinstance(answer, Moment):
        assert now < answer.at
        assert answer.earliest <= answer.at <= answer.latest
        assert answer.at - now <= timedelta(days=401)
        assert answer.phrase == phrase


@given(any_words, nows, zones)
def test_what_comes_to_a_moment_mentions_a_time(phrase: str, now: datetime, zone: str) -> None:
    if isinstance(resolve(phrase, (zone,), now), Moment):
        assert mentions_time(phrase) or "not" in phrase or "but" in phrase or "except" in phrase


def test_a_week_of_which_every_day_is_refused_is_asked_about() -> None:
    """What is left lies beyond the days that a part of the day alone may mean."""
    answer = resolve("before 25th busy morning", ("Europe/Berlin",), datetime(2026, 5, 28, 20, 0, tzinfo=UTC))
    assert isinstance(answer, Ask)
    assert Unclear.DAY is answer.unclear


@given(st.text(max_size=60), nows)
def test_any_text_is_read(text: str, now: datetime) -> None:
    resolve(text, ("Europe/Berlin",), now)
    mentions_time(text)


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
named_days = st.one_of(
    st.just(("tomorrow", 1)),
    st.just(("the day after tomorrow", 2)),
    st.integers(2, 20).map(lambda ahead: (f"in {ahead} days", ahead)),
    st.integers(1, 7).map(lambda ahead: ("weekday", ahead)),
    st.integers(1, 200).map(lambda ahead: ("date", ahead)),
)
clock_times = st.builds(
    lambda hour, minute, afternoon: (hour, minute, afternoon),
    st.integers(1, 12),
    st.sampled_from((0, 5, 15, 30, 45)),
    st.booleans(),
)


def said_day(name: str, on: date) -> str:
    if name == "weekday":
        return f"on {WEEKDAYS[on.weekday()]}"
    if name == "date":
        return f"on {MONTHS[on.month - 1]} {on.day}"
    return name


def said_clock(hour: int, minute: int, afternoon: bool, way: int) -> str:
    half = "pm" if afternoon else "am"
    words = ONES[hour - 1]
    if way == 0:
        return f"at {hour}:{minute:02} {half}"
    if way == 1 and minute in (0, 5):
        return f"at {words} {half}" if not minute else f"at {words} oh five {half}"
    if way == 2 and minute:
        spoken = {5: "five past", 15: "quarter past", 30: "half past", 45: "quarter to"}[minute]
        of = ONES[hour % 12] if minute == 45 else words
        part = "in the afternoon" if afternoon else "in the morning"
        if (minute == 45 and hour in (11, 12)) or hour == 12 or (afternoon and hour >= 8):
            return f"at {hour}:{minute:02} {half}"
        return f"at {spoken} {of} {part}"
    return f"at {hour}.{minute:02} {half}"


composed = st.tuples(named_days, clock_times, st.integers(0, 3), st.booleans())


def compose(
    parts: tuple[tuple[str, int], tuple[int, int, bool], int, bool], today: date
) -> tuple[str, date, time]:
    """A phrase, with the day and the time that it names."""
    (name, ahead), (hour, minute, afternoon), way, day_first = parts
    on = today + timedelta(days=ahead)
    day, clock = said_day(name, on), said_clock(hour, minute, afternoon, way)
    phrase = f"{day} {clock}" if day_first else f"{clock} {day}"
    return phrase, on, time(hour % 12 + 12 * afternoon, minute)


@given(composed, nows, zones)
def test_a_composed_phrase_comes_to_its_own_day_and_time(
    parts: tuple[tuple[str, int], tuple[int, int, bool], int, bool], now: datetime, zone: str
) -> None:
    clock = ZoneInfo(zone)
    phrase, on, hour = compose(parts, now.astimezone(clock).date())
    answer = resolve(phrase, (zone,), now)
    assert isinstance(answer, Moment), phrase
    expected = datetime.combine(on, hour).replace(tzinfo=clock).astimezone(UTC)
    assert expected == answer.at, phrase


COURTESIES = ("please", "if possible", "thank you", "um", "I think", "maybe", "thanks")
BEFORE = (
    "Yeah sure,",
    "Sorry,",
    "Okay.",
    "Well,",
    "Can you call me",
    "Could you please call me back",
    "Let's do",
)


@given(composed, nows, st.sampled_from(BEFORE), st.sampled_from(COURTESIES))
def test_courtesy_changes_nothing(
    parts: tuple[tuple[str, int], tuple[int, int, bool], int, bool], now: datetime, before: str, courtesy: str
) -> None:
    phrase, _, _ = compose(parts, now.date())
    bare = resolve(phrase, ("Etc/UTC",), now)
    kind = resolve(f"{before} {phrase} {courtesy}", ("Etc/UTC",), now)
    assert isinstance(bare, Moment)
    assert isinstance(kind, Moment), (before, phrase)
    assert (bare.at, bare.earliest, bare.latest) == (kind.at, kind.earliest, kind.latest)


@given(composed, composed, nows)
def test_the_last_correction_holds(
    first: tuple[tuple[str, int], tuple[int, int, bool], int, bool],
    last: tuple[tuple[str, int], tuple[int, int, bool], int, bool],
    now: datetime,
) -> None:
    wrong, right = compose(first, now.date())[0], compose(last, now.date())[0]
    meant, said = resolve(right, ("Etc/UTC",), now), resolve(f"{wrong}, no, {right}", ("Etc/UTC",), now)
    assert isinstance(meant, Moment)
    assert isinstance(said, Moment), (wrong, right)
    assert meant.at == said.at
