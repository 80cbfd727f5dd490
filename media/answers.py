"""Which of the script's questions were answered, with what words. Pure."""

import re
from collections.abc import Iterable

from domain.scripts import Question
from domain.transcripts import Speaker, Transcript


def answers_to(questions: Iterable[Question], transcript: Transcript) -> dict[str, str]:
    """The person's words after each question the agent asked, by the question's key; a later asking counts more.

    A question counts as asked when its last words were heard, whatever case and punctuation they came in.
    """
    questions = tuple(questions)
    answers: dict[str, str] = {}
    asked: Question | None = None
    for turn in transcript:
        if turn.speaker is Speaker.AGENT:
            asked = asked_in(questions, turn.text)
        elif asked is not None:
            answers[asked.key] = turn.text
            asked = None
    return answers


def asked_in(questions: Iterable[Question], text: str) -> Question | None:
    """The question that the agent asks with these words, if any."""
    said = _plain(text)
    return next((each for each in questions if (ending := _ending(each.text)) and ending in said), None)


def _ending(text: str) -> str:
    return " ".join(_plain(text).split()[-5:])


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s']", " ", text.lower()).split())
