"""What the guard of a live call hears in a turn is what the judgement after the call hears in it, in all reported cases."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.intents import Demand
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn
from media.engine.guards import Guard, guard
from tests.cases.files import cases

_FILES: Final = ("opt_outs", "guards_dictation_messages", "outcomes")


def _said() -> Iterator[tuple[str, str]]:
    """Language and words of every turn of a person in the cases."""
    for case in (case for name in _FILES for case in cases(name)):
        found = re.fullmatch(r"(?:\[(?P<language>\w+)\] )?(?P<said>.*)", str(case["input"]), re.DOTALL)
        assert found
        for line in found["said"].partition(" — model says ")[0].split(" / "):
            speaker, colon, words = line.partition(": ")
            if not colon or speaker == "person":
                yield found["language"] or "en", words if colon else line


SAID: Final = list(dict.fromkeys(_said()))


def _agree(words: str, *languages: str) -> None:
    said = Utterance(words, languages[0], languages)
    verdict = judge_by_rules((Turn(Speaker.PERSON, words, 0, 1_000),), *languages)
    assert (guard(said) is Guard.OPT_OUT) is (verdict.outcome is BusinessOutcome.OPT_OUT)
    assert said.demand is not Demand.LIKELY or said.keeps or verdict.needs_review


@pytest.mark.parametrize("language, words", SAID)
def test_guard_and_judgement_agree(language: str, words: str) -> None:
    _agree(words, language)


@given(st.lists(st.sampled_from(SAID), min_size=2, max_size=3), st.sampled_from((" ", ". ", ", ", " and ")))
def test_they_agree_of_several_sentences_however_they_are_written(
    several: list[tuple[str, str]], between: str
) -> None:
    languages = dict.fromkeys(language for language, _ in several)
    _agree(between.join(words.rstrip(".!? ") for _, words in several), *languages)
