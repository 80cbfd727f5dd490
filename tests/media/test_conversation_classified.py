"""A turn is classified once, and only as far as somebody asks: hearing, echo, answerers and guards share one value."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from domain.language import utterance
from media.engine.events import Hearing, Words
from tests.media.script import Script
from tests.media.situations import answering, listening

QUESTIONS = (
    *("rules_on_contact", "wants_end", "is_robot_question", "aside", "asked_for", "signs", "picked_up"),
    *("is_backchannel", "is_pickup_phrase", "calls_out", "nobody_comes", "classify"),
)
SAID = "Well, we are happy with it. Could you tell me what it costs?"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, str]]:
    """How often each table was searched for each text."""
    found: Counter[tuple[str, str]] = Counter()

    def counted(name: str, look: Callable[..., Any]) -> Callable[..., Any]:
        def searched(text: str, *others: str) -> Any:
            found[name, text] += 1
            return look(text, *others)

        return searched

    for name in QUESTIONS:
        monkeypatch.setattr(utterance, name, counted(name, getattr(utterance, name)))
    return found


def turn(script: Script, *kinds: Hearing) -> None:
    for kind in kinds:
        script.later(200).handle(Words(kind, SAID))


@pytest.mark.parametrize("situation", [listening, answering])
def test_no_table_is_searched_twice_for_one_turn(
    situation: Callable[[], Script], asked: Counter[tuple[str, str]]
) -> None:
    script = situation()
    asked.clear()
    turn(script, Hearing.INTERIM, Hearing.INTERIM, Hearing.EAGER, Hearing.FINAL)
    assert {
        "rules_on_contact",
        "classify",
        "wants_end",
        "is_robot_question",
        "aside",
        "asked_for",
        "signs",
    } <= {name for name, _ in asked}
    assert {1} == set(asked.values())


def test_words_in_the_making_are_asked_who_speaks_and_nothing_else(asked: Counter[tuple[str, str]]) -> None:
    script = listening()
    asked.clear()
    turn(script, Hearing.INTERIM)
    assert {("signs", SAID): 1} == asked


def test_once_it_is_known_who_speaks_words_in_the_making_are_asked_nothing(
    asked: Counter[tuple[str, str]],
) -> None:
    script = listening()
    for _ in range(3):
        script.says("Yes, of course I do.").model_says("And what else?").until_silent()
    asked.clear()
    turn(script, Hearing.INTERIM, Hearing.INTERIM)
    assert Counter() == asked
