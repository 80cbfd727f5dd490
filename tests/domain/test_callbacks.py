"""People's words about when to call again, read by a grammar and not by a model."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.callbacks import Answer, Ask, Moment, Nothing, Unclear, mentions_time, resolve
from domain.main_time_zones import main_zone

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 21, 10, tzinfo=NEW_YORK)  # a Saturday
WEDNESDAY = datetime(2026, 11, 18, 15, 20, tzinfo=NEW_YORK)


def at(phrase: str, now: datetime = NOW) -> Answer:
    return resolve(phrase, ("America/New_York",), now)


def local(moment: datetime) -> str:
    return f"{moment.astimezone(NEW_YORK):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    "phrase, expected",
    [
        ("tomorrow at 4", "2026-11-22 16:00"),
        ("next Tuesday after four", "2026-11-24 16:00"),
        ("in two hours", "2026-11-21 12:00"),
        ("in half an hour", "2026-11-21 10:30"),
        ("call back in 20 minutes", "2026-11-21 10:20"),
        ("in fifteen", "2026-11-21 10:15"),
        ("hour and a half", "2026-11-21 11:30"),
        ("in the evening", "2026-11-21 18:00"),
        ("on Monday morning", "2026-11-23 10:00"),
        ("Tomorrow afternoon at three would be fine.", "2026-11-22 15:00"),
        (
            "I am in a meeting right now, can you call me back tomorrow at three in the afternoon?",
            "2026-11-22 15:00",
        ),
        ("half past nine", "2026-11-22 09:30"),
        ("fourish", "2026-11-21 16:00"),
        ("at 16:30", "2026-11-21 16:30"),
        ("at 530", "2026-11-21 17:30"),
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
        ("Friday between ten and noon", "2026-11-27 10:00"),
        ("the week after next on Friday", "2026-12-04 10:00"),
        ("the Friday before Christmas", "2026-12-18 10:00"),
        ("late Monday", "2026-11-23 17:00"),
        ("on monday at um ten please", "2026-11-23 10:00"),
        ("same time next week", "2026-11-28 10:00"),
        ("ten after four", "2026-11-21 16:10"),
        ("six onwards", "2026-11-21 18:00"),
        ("the second Tuesday in December", "2026-12-08 10:00"),
        ("the first of the month", "2026-12-01 10:00"),
        ("the week after Thanksgiving", "2026-11-30 10:00"),
        ("Thanksgiving weekend", "2026-11-28 10:00"),
        ("not next week but the week after", "2026-11-30 10:00"),
        ("Tuesday, Wednesday or Thursday after 4", "2026-11-24 16:00"),
        ("end of the week", "2026-11-22 10:00"),
        ("weekday mornings", "2026-11-23 10:00"),
        ("two Mondays from now", "2026-11-30 10:00"),
        ("not this Monday, the one after", "2026-11-30 10:00"),
        ("my shift is nine to five tomorrow so after that", "2026-11-22 17:00"),
        ("tonight eight thirty sharp", "2026-11-21 20:30"),
        ("sometime between Christmas and New Year", "2026-12-28 10:00"),
        ("later today", "2026-11-21 13:00"),
        ("tomorrow 3 - 4 pm", "2026-11-22 15:00"),
    ],
)
def test_words_mean_a_moment_on_the_person_s_clock(phrase: str, expected: str) -> None:
    answer = at(phrase)
    assert isinstance(answer, Moment), answer
    assert expected == local(answer.at)
    assert answer.earliest <= answer.at <= answer.latest
    assert mentions_time(phrase)


@pytest.mark.parametrize(
    "phrase, first, last",
    [
        ("tomorrow", "2026-11-19 08:00", "2026-11-19 20:00"),
        ("any time after six", "2026-11-18 18:00", "2026-11-18 20:30"),
        ("before six", "2026-11-18 15:21", "2026-11-18 17:59"),
        ("by six at the latest", "2026-11-18 15:21", "2026-11-18 18:00"),
        ("between 8 and 9 pm", "2026-11-18 20:00", "2026-11-18 21:00"),
        ("around 5ish", "2026-11-18 16:30", "2026-11-18 17:30"),
        ("Monday to Wednesday after five", "2026-11-23 17:00", "2026-11-25 20:30"),
        ("after Thanksgiving", "2026-11-27 08:00", "2026-12-11 20:00"),
        ("in an hour or two", "2026-11-18 16:20", "2026-11-18 17:20"),
        ("not tomorrow", "2026-11-20 08:00", "2026-11-26 20:00"),
    ],
)
def test_a_range_is_kept_from_its_first_moment_to_its_last(phrase: str, first: str, last: str) -> None:
    answer = at(phrase, WEDNESDAY)
    assert isinstance(answer, Moment), answer
    assert (first, last) == (local(answer.earliest), local(answer.latest))


@pytest.mark.parametrize(
    "phrase, expected",
    [
        ("Friday at four or Thursday at two", "2026-11-19 14:00"),
        ("Monday or Friday", "2026-11-20 10:00"),
        ("today at nine or tomorrow at nine", "2026-11-19 09:00"),
        ("Thursday or Friday, either works, after 5", "2026-11-19 17:00"),
        ("Friday or Monday, either one is fine, at ten", "2026-11-20 10:00"),
        ("either Thursday or Friday at ten", "2026-11-19 10:00"),
        ("either at four or at five", "2026-11-18 16:00"),
        ("1630 hours", "2026-11-18 16:30"),
        ("in two hours, no, three o'clock", "2026-11-19 15:00"),
        ("tomorrow at ten or today at two", "2026-11-19 10:00"),
        ("Monday at ten or February 30th", Unclear.DAY),
        ("tomorrow at ten or Friday the 26th", Unclear.DAY),
        ("tomorrow at three or 12/3", Unclear.DAY),
        ("tomorrow at two or at midnight", Unclear.TIME),
    ],
)
def test_of_alternatives_the_next_one_that_can_be_kept_is_meant_if_all_are_clear(
    phrase: str, expected: str | Unclear
) -> None:
    """One that is over only leaves the others; one that was not understood may be the one that they prefer."""
    answer = at(phrase, WEDNESDAY)
    found = local(answer.at) if isinstance(answer, Moment) else isinstance(answer, Ask) and answer.unclear
    assert expected == found


@pytest.mark.parametrize(
    "phrase, expected",
    [
        ("call me at four, no, make it five", "2026-11-18 17:00"),
        ("call me at four no five", "2026-11-18 17:00"),
        ("four, sorry, five", "2026-11-18 17:00"),
        ("tomorrow at three, no wait, Friday", "2026-11-20 15:00"),
        ("tomorrow at three. Actually four.", "2026-11-19 16:00"),
        ("Monday, I mean Tuesday", "2026-11-24 10:00"),
        ("in an hour, no, tomorrow at nine", "2026-11-19 09:00"),
        ("tomorrow at three, or better Friday at four", "2026-11-20 16:00"),
        ("not at four but at five", "2026-11-18 17:00"),
        ("No, tomorrow at three", "2026-11-19 15:00"),
    ],
)
def test_a_correction_drops_what_it_corrects(phrase: str, expected: str) -> None:
    answer = at(phrase, WEDNESDAY)
    assert isinstance(answer, Moment), answer
    assert expected == local(answer.at)


@pytest.mark.parametrize(
    "phrase, expected",
    [
        ("I get off work at five, call me at six", "2026-11-18 18:00"),
        ("i get off work at five call me at six", "2026-11-18 18:00"),
        ("I leave at three on Friday, so Thursday at two", "2026-11-19 14:00"),
        ("Tomorrow I have the dentist at ten, so after eleven", "2026-11-19 11:00"),
        ("My appointment is on the 25th, call me the day before", "2026-11-24 10:00"),
        ("I'm in a meeting until four", "2026-11-18 16:00"),
        ("I'm away this week", "2026-11-23 10:00"),
        ("I'm off on Friday so call me then", "2026-11-20 10:00"),
        ("Friday is no good, Monday works", "2026-11-23 10:00"),
        ("monday im off tuesday at ten is good", "2026-11-24 10:00"),
        ("call me on Friday I'm busy tomorrow", "2026-11-20 10:00"),
        ("I already told your colleague on Monday at nine, call me on Friday", "2026-11-20 10:00"),
        ("she is not here until 4", "2026-11-18 16:00"),
        ("I'm teaching until 4:15", "2026-11-18 16:15"),
        ("I have class until 3:30", "2026-11-18 15:30"),
        ("I'm here until six", "2026-11-18 15:50"),
        ("I'm off tomorrow so any time", "2026-11-19 10:00"),
        ("I get paid on the 1st so call me after that", "2026-12-02 10:00"),
        ("I need to pick up my son at three so after four", "2026-11-18 16:00"),
        ("tomorrow don't call me, Friday is better", "2026-11-20 10:00"),
        ("call me Monday don't call me Tuesday", "2026-11-23 10:00"),
        ("we're closed Mondays so Tuesday at nine", "2026-11-24 09:00"),
        ("Monday's a holiday how about Tuesday", "2026-11-24 10:00"),
        ("my daughter gets married on Saturday so Monday please", "2026-11-23 10:00"),
        ("call me Friday because I'm at a fair on Thursday", "2026-11-20 10:00"),
        ("four's no good, four thirty's fine", "2026-11-18 16:30"),
        ("get me before I leave at eight in the morning", "2026-11-19 06:59"),
        ("sometime between lunch and three tomorrow", "2026-11-19 12:30"),
        ("call at seven thirty pm not seven", "2026-11-18 19:30"),
        ("I'm usually done by six thirty", "2026-11-18 18:30"),
        ("can you do ten instead of nine tomorrow", "2026-11-19 10:00"),
        ("Wednesday next week, not this Wednesday", "2026-11-25 10:00"),
        ("I'm busy from two to four tomorrow, any other time is ok", "2026-11-19 10:00"),
        ("don't call this afternoon call this evening", "2026-11-18 18:00"),
        ("no calls tonight we're watching the game try tomorrow", "2026-11-19 10:00"),
        ("my shift ends at two so any time past that today", "2026-11-18 15:50"),
        ("I have to go call me at five", "2026-11-18 17:00"),
        ("phone me to morrow at ate", "2026-11-19 08:00"),
    ],
)
def test_what_only_tells_of_something_else_is_not_the_wish(phrase: str, expected: str) -> None:
    answer = at(phrase, WEDNESDAY)
    assert isinstance(answer, Moment), answer
    assert expected == local(answer.at)


@pytest.mark.parametrize(
    "phrase, unclear",
    [
        ("call me later", Unclear.TIME),
        ("some day", Unclear.TIME),
        ("any time", Unclear.TIME),
        ("today at 9", Unclear.PAST),
        ("Friday the 26th", Unclear.DAY),
        ("February 30th", Unclear.DAY),
        ("12/3", Unclear.DAY),
        ("tomorrow at two and Friday at three", Unclear.DAY),
        ("tomorrow at two and at three", Unclear.TIME),
        ("tomorrow at 15:00 in the morning", Unclear.TIME),
        ("at five your time", Unclear.ZONE),
        ("Monday doesn't work for me", Unclear.TIME),
        ("I have to pick up my kids at three", Unclear.TIME),
        ("I go on break at ten past three", Unclear.TIME),
        ("let me get back to you on Thursday", Unclear.TIME),
        ("I already told your colleague on Monday at nine", Unclear.TIME),
        ("you called me yesterday at five", Unclear.TIME),
        ("not in the morning", Unclear.TIME),
        ("tomorrow at midnight", Unclear.TIME),
        ("tomorrow is no good, Sunday", Unclear.DAY),
        ("the second week of December", Unclear.TIME),
        ("I have a meeting at four, call me after that", Unclear.TIME),
        ("at the same time", Unclear.DAY),
        ("tomorrow, but not tomorrow", Unclear.DAY),
        ("in ten years", Unclear.DAY),
        ("in an hour, actually make that two", Unclear.TIME),
        ("in one hour, no, two", Unclear.TIME),
    ],
)
def test_what_is_not_understood_for_certain_is_asked_and_not_guessed(phrase: str, unclear: Unclear) -> None:
    answer = at(phrase)
    assert isinstance(answer, Ask), answer
    assert unclear is answer.unclear
    assert answer.why


@pytest.mark.parametrize(
    "phrase", ["", "at work", "no one knows", "2026", "my number is 415 555 2671", "one moment please"]
)
def test_words_that_say_nothing_about_when_are_nothing(phrase: str) -> None:
    assert Nothing(phrase) == at(phrase)
    assert not mentions_time(phrase)


def test_an_unknown_zone_has_no_clock() -> None:
    for zones in ((), ("Mars/Olympus",), ("Europe/Berlin", "Mars/Olympus")):
        answer = resolve("tomorrow at 4", zones, NOW)
        assert isinstance(answer, Ask)
        assert answer.unclear is Unclear.ZONE


def test_the_clock_is_read_in_the_person_s_zone_across_a_clock_change() -> None:
    before = datetime(2026, 10, 24, 12, tzinfo=UTC)
    answer = resolve("tomorrow at 4", ("Europe/Berlin",), before)
    assert isinstance(answer, Moment)
    assert datetime(2026, 10, 25, 15, tzinfo=UTC) == answer.at


def test_a_span_is_counted_on_no_clock() -> None:
    """The night in which clocks go back has one hour more."""
    now = datetime(2026, 10, 24, 22, tzinfo=ZoneInfo("Europe/Berlin"))
    answer = resolve("in twelve hours", ("Europe/Berlin",), now)
    assert isinstance(answer, Moment)
    assert now.astimezone(UTC) + timedelta(hours=12) == answer.at


def test_a_named_zone_s_clock_is_read_on_the_person_s_day() -> None:
    answer = resolve("tomorrow at 9 Pacific", ("America/New_York",), WEDNESDAY)
    assert isinstance(answer, Moment)
    assert "2026-11-19 12:00" == local(answer.at)


TWO_ZONES = ("America/Chicago", "America/New_York")


def test_where_the_zones_differ_it_is_asked() -> None:
    answer = resolve("call me at five", TWO_ZONES, WEDNESDAY)
    assert isinstance(answer, Ask)
    assert answer.unclear is Unclear.ZONE


def test_where_all_zones_agree_it_is_planned_so() -> None:
    for phrase in ("in two hours", "tomorrow afternoon", "Monday", "5 pm Eastern"):
        answer = resolve(phrase, TWO_ZONES, WEDNESDAY)
        assert isinstance(answer, Moment), phrase
        for zone in TWO_ZONES:
            alone = resolve(phrase, (zone,), WEDNESDAY)
            assert isinstance(alone, Moment)
            assert alone.earliest <= answer.at <= alone.latest


def test_the_zone_of_nearly_everybody_is_meant_where_they_differ() -> None:
    answer = resolve("call me at five", TWO_ZONES, WEDNESDAY, lives_in="America/New_York")
    assert isinstance(answer, Moment)
    assert "2026-11-18 17:00" == local(answer.at)


def test_a_main_zone_is_a_candidate_or_none() -> None:
    assert main_zone("US", "FL", TWO_ZONES) == "America/New_York"
    assert main_zone("US", "FL", ("America/Chicago",)) is None
    assert main_zone("US", "TN", TWO_ZONES) is None
    assert main_zone("US", "", TWO_ZONES) is None
    assert main_zone("ES", "", ("Atlantic/Canary", "Europe/Madrid")) == "Europe/Madrid"


@pytest.mark.parametrize(
    "now, last",
    [
        ("2027-01-31", "2027-03-03"),
        ("2027-01-30", "2027-03-03"),
        ("2028-01-31", "2028-03-03"),
        ("2026-12-15", "2027-01-18"),
    ],
)
def test_a_month_from_the_last_of_a_long_one_is_the_last_of_a_short_one(now: str, last: str) -> None:
    """With the days by which it may be off."""
    found = at("in a month at five pm", datetime.fromisoformat(f"{now} 10:00").replace(tzinfo=NEW_YORK))
    assert isinstance(found, Moment)
    assert f"{last} 17:00" == local(found.latest)
