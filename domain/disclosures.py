"""What whoever answers must be told: how much of it is still owed, and when it had been heard. Pure.

Sentences count one by one, so that whoever is interrupted again and again gets through it at last.
"""

import re
from collections.abc import Sequence
from typing import Final

from domain.language.phrases import plain_words
from domain.recordings import says_all
from domain.transcripts import Speaker, Transcript

_SENTENCES: Final = re.compile(r"(?<=[.!?…。！？।])\s+")


def still_owed(announcement: str, said: Sequence[str]) -> str:
    """The sentences of the announcement that none of these texts says to their end; empty once all were heard."""
    return " ".join(sentence for sentence in _sentences(announcement) if not _is_said(sentence, said))


def disclosed_at(announcement: str, transcript: Transcript, since_ms: int = 0) -> int | None:
    """The millisecond of the call at which all of the announcement had been heard; None if it was not, or there is none.

    since_ms: since when somebody is there who is to hear it.
    """
    heard: list[str] = []
    for turn in transcript:
        if turn.speaker is Speaker.AGENT and turn.began_ms >= since_ms:
            heard.append(turn.text)
            if announcement.strip() and not still_owed(announcement, heard):
                return turn.ended_ms
    return None


def _sentences(announcement: str) -> list[str]:
    return [sentence for sentence in _SENTENCES.split(announcement.strip()) if plain_words(sentence)]


def _is_said(sentence: str, said: Sequence[str]) -> bool:
    words = plain_words(sentence)
    return any(says_all(text, words) for text in said)
