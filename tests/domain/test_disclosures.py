"""The disclosure is owed sentence by sentence until it was heard."""

import pytest

from domain.disclosures import disclosed_at, still_owed
from domain.transcripts import Speaker, Turn

ANNOUNCEMENT = "I am an automated assistant. This call is recorded."


@pytest.mark.parametrize(
    ("said", "owed"),
    [
        ([], ANNOUNCEMENT),
        (["Hello Sam, I am an"], ANNOUNCEMENT),
        (["Hello Sam, I am an automated assistant."], "This call is recorded."),
        (["Hello. I am an automated assistant. This call is"], "This call is recorded."),
        (["This call is recorded."], "I am an automated assistant."),
        (["I am an automated assistant. This", "this call is recorded"], ""),
        (["I am an", "automated assistant. This call is recorded."], "I am an automated assistant."),
    ],
)
def test_a_sentence_is_owed_until_one_turn_said_it_to_its_end(said: list[str], owed: str) -> None:
    assert owed == still_owed(ANNOUNCEMENT, said)


def test_nothing_is_owed_where_nothing_is_announced() -> None:
    assert "" == still_owed(" ", [])
    assert disclosed_at("", (_ours("Hello.", 0),)) is None


def test_it_was_heard_when_its_last_sentence_was() -> None:
    turns = (_ours("I am an automated assistant.", 0), _ours("This call is recorded. How are you?", 5_000))
    assert 6_000 == disclosed_at(ANNOUNCEMENT, turns)
    assert disclosed_at(ANNOUNCEMENT, turns[:1]) is None


def test_who_came_later_has_not_heard_it() -> None:
    assert disclosed_at(ANNOUNCEMENT, (_ours(ANNOUNCEMENT, 0),), since_ms=2_000) is None


def test_only_what_begins_once_they_are_there_is_heard_by_them() -> None:
    at_the_beep = _ours(ANNOUNCEMENT, 0)
    assert disclosed_at(ANNOUNCEMENT, (at_the_beep,), since_ms=1) is None
    again = _ours(ANNOUNCEMENT, 2_000)
    assert 3_000 == disclosed_at(ANNOUNCEMENT, (at_the_beep, again), since_ms=2_000)


def test_what_the_person_says_discloses_nothing() -> None:
    assert disclosed_at(ANNOUNCEMENT, (Turn(Speaker.PERSON, ANNOUNCEMENT, 0, 1_000),)) is None


def _ours(text: str, began_ms: int) -> Turn:
    return Turn(Speaker.AGENT, text, began_ms, began_ms + 1_000)
