"""People's words about when to call again, resolved by a parser and not by a model (product.md 1.2)."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.callbacks import mentions_time, parse_callback

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 21, 10, tzinfo=NEW_YORK)  # a Saturday


@pytest.mark.parametrize(
    "phrase, local",
    [
        ("tomorrow at 4", "2026-11-22 16:00"),
        ("next Tuesday after four", "2026-11-24 16:00"),
        ("in two hours", "2026-11-21 12:00"),
        ("in half an hour", "2026-11-21 10:30"),
        ("call back in 20 minutes", "2026-11-21 10:20"),
        ("in a couple of days", "2026-11-23 10:00"),
        ("later today", "2026-11-21 13:00"),
        ("in the evening", "2026-11-21 18:00"),
        ("on Monday morning", "2026-11-23 10:00"),
        ("Tomorrow afternoon at three would be fine.", "2026-11-22 15:00"),
        (
            "I am in a meeting right now, can you call me back tomorrow at three in the afternoon?",
            "2026-11-22 15:00",
        ),
        ("half past nine", "2026-11-22 09:30"),
        ("at 16:30", "2026-11-21 16:30"),
        ("quarter to five tomorrow", "2026-11-22 16:45"),
        ("one thirty tomorrow", "2026-11-22 13:30"),
        ("eleven o'clock tomorrow", "2026-11-22 11:00"),
        ("3 p.m.", "2026-11-21 15:00"),
        ("8 in the evening", "2026-11-21 20:00"),
        ("at noon", "2026-11-21 12:00"),
        ("tonight", "2026-11-21 19:00"),
        ("next week", "2026-11-23 10:00"),
        ("Thursday next week at 11", "2026-11-26 11:00"),
        ("give me a ring Saturday", "2026-11-28 10:00"),
        ("on the 25th", "2026-11-25 10:00"),
        ("December 3rd at 2 p.m.", "2026-12-03 14:00"),
        ("the day after tomorrow at nine", "2026-11-23 09:00"),
        ("between two and four on Friday", "2026-11-27 14:00"),
    ],
)
def test_words_mean_a_moment_on_the_person_s_clock(phrase: str, local: str) -> None:
    expected = datetime.fromisoformat(local).replace(tzinfo=NEW_YORK)
    assert expected == parse_callback(phrase, ("America/New_York",), NOW)
    assert mentions_time(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "call me later",
        "some day",
        "any time",
        "not tomorrow",
        "at work",
        "no one knows",
        "today at 9",
        "2026",
        "in three months",
    ],
)
def test_what_is_not_understood_is_not_guessed(phrase: str) -> None:
    assert parse_callback(phrase, "America/New_York", NOW) is None


def test_an_unknown_zone_has_no_clock() -> None:
    assert parse_callback("tomorrow at 4", (), NOW) is None
    assert parse_callback("tomorrow at 4", "Mars/Olympus", NOW) is None


def test_the_clock_is_read_in_the_person_s_zone_across_a_clock_change() -> None:
    before = datetime(2026, 10, 24, 12, tzinfo=UTC)
    expected = datetime(2026, 10, 25, 16, tzinfo=ZoneInfo("Europe/Berlin"))
    assert expected == parse_callback("tomorrow at 4", "Europe/Berlin", before)
    assert datetime(2026, 10, 25, 15, tzinfo=UTC) == expected


words = st.lists(
    st.sampled_from(
        [
            "in",
            "at",
            "on",
            "after",
            "next",
            "tomorrow",
            "today",
            "monday",
            "friday",
            "morning",
            "evening",
            "half",
            "past",
            "quarter",
            "to",
            "two",
            "three",
            "4",
            "16",
            "30",
            "pm",
            "am",
            "hours",
            "minutes",
            "days",
            "week",
            "the",
            "25th",
            "31st",
            "february",
            "december",
            "later",
            "a",
            "few",
            "o'clock",
            "tonight",
            "noon",
            "not",
        ]
    ),
    max_size=6,
).map(" ".join)


@given(words, st.integers(0, 500_000))
def test_a_callback_is_always_in_the_future(phrase: str, minutes: int) -> None:
    now = datetime.fromtimestamp(1_780_000_000 + minutes * 60, UTC)
    at = parse_callback(phrase, "Europe/Berlin", now)
    assert at is None or at > now
