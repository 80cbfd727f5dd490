"""Which of the script's questions were answered, with what words. Pure."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from domain.language.dictation import Dictated, is_dictation, value_in
from domain.scripts import Question
from domain.transcripts import Speaker, Transcript

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def answers_to(
    questions: Iterable[Question],
    transcript: Transcript,
    language: str,
    found: Mapping[str, str] = _NONE,
) -> dict[str, str]:
    """The person's words after each question the agent asked, by the question's key; a later asking counts more.

    A question counts as asked when its last words were heard, whatever case and punctuation they came in; found:
    the words that answer others. What was dictated is kept as it is written, with the person's last correction.
    """
    questions = tuple(questions)
    answers = {
        each.key: _dictated(each, found[each.key], language) or found[each.key]
        for each in questions
        if each.key in found
    }
    asked: Question | None = None
    dictating: Question | None = None
    for turn in transcript:
        if turn.speaker is Speaker.AGENT:
            asked = asked_in(questions, turn.text)
        elif asked is not None:
            value = _dictated(asked, turn.text, language)
            answers[asked.key] = value or turn.text
            dictating, asked = asked if value else None, None
        elif dictating is not None:
            answers[dictating.key] = _dictated(dictating, turn.text, language) or answers[dictating.key]
    return answers


def _dictated(question: Question, text: str, language: str) -> str | None:
    if question.expects not in tuple(Dictated):
        return None
    kind = Dictated(question.expects)
    return value_in(kind, text, language) if is_dictation(kind, text, language) else None


def asked_in(questions: Iterable[Question], text: str) -> Question | None:
    """The question that the agent asks with these words, if any."""
    said = _plain(text)
    return next((each for each in questions if (ending := _ending(each.text)) and ending in said), None)


def _ending(text: str) -> str:
    return " ".join(_plain(text).split()[-5:])


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s']", " ", text.lower()).split())
