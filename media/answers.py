"""Which of the script's questions were answered, with what words. Pure."""

import re
from collections.abc import Iterable

from domain.scripts import Question
from domain.transcripts import Speaker, Transcript


def answers_to(questions: Iterable[Question], transcript: Transcript) -> dict[str, str]:
    """The person's words after each question the agent asked, by the question's key; a later asking counts more.

    A question counts as asked when its last words were heard, whatever case and punctuation they came in.
    """
    keys = [(question.key, _ending(question.text)) for question in questions]
    answers: dict[str, str] = {}
    asked: str | None = None
    for turn in transcript:
        if turn.speaker is Speaker.AGENT:
            said = _plain(turn.text)
            asked = next((key for key, ending in keys if ending and ending in said), None)
        elif asked is not None:
            answers[asked] = turn.text
            asked = None
    return answers


def _ending(text: str) -> str:
    return " ".join(_plain(text).split()[-5:])


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s']", " ", text.lower()).split())
