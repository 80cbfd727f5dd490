"""What words ask of the conversation itself, as people say them: leave, the truth about us, a moment, another language."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from domain.language.utterance import Utterance
from media.engine.guards import Guard, guard
from tests.cases.files import tried

_FILE = "guards_dictation_messages"


def said_in(case: Mapping[str, Any]) -> Utterance:
    """The case's words in its language, English where none is named."""
    found = re.fullmatch(r"(?:\[(?P<language>\w+)\] )?(?P<said>.*)", case["input"], re.DOTALL)
    assert found
    language = found["language"] or "en"
    return Utterance(found["said"], language, (language,))


def wanted(case: Mapping[str, Any]) -> Any:
    return case["expected"] if case["ours"] is None else case["ours"]


@pytest.mark.parametrize("case", tried(_FILE, "guard"))
def test_leave_is_taken_when_it_is_taken(case: Mapping[str, Any]) -> None:
    found = guard(said_in(case))
    assert (found is Guard.WANTS_END) == (wanted(case) == "wants_end")
    assert found in (None, Guard.WANTS_END)


@pytest.mark.parametrize("case", tried(_FILE, "robot question"))
def test_who_asks_for_a_machine_is_told_the_truth(case: Mapping[str, Any]) -> None:
    assert said_in(case).asks_for_the_truth is wanted(case)


@pytest.mark.parametrize("case", tried(_FILE, "aside"))
def test_an_aside_is_nothing_else(case: Mapping[str, Any]) -> None:
    assert str(said_in(case).aside or "none") == wanted(case)


@pytest.mark.parametrize("case", tried(_FILE, "backchannel"))
def test_who_only_listens_takes_no_turn(case: Mapping[str, Any]) -> None:
    assert said_in(case).only_listens is wanted(case)


@pytest.mark.parametrize("case", tried(_FILE, "language asked for"))
def test_another_language_is_asked_for_in_so_many_words(case: Mapping[str, Any]) -> None:
    assert str(said_in(case).asked_language) == wanted(case)
