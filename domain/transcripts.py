"""What was said and heard on a call, turn by turn, with times."""

from dataclasses import dataclass
from enum import StrEnum


class Speaker(StrEnum):
    """Whose turn it was."""

    AGENT = "agent"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation.

    text: for the agent what was really heard of it, not what was planned; began_ms and ended_ms count from the
    stream's start; interrupted: the other side cut it short; response_ms: for an agent's turn, from the end of
    the person's speech to our first audio on the wire, None where it answers nobody.
    """

    speaker: Speaker
    text: str
    began_ms: int
    ended_ms: int
    interrupted: bool = False
    response_ms: int | None = None


Transcript = tuple[Turn, ...]


def said_by(transcript: Transcript, speaker: Speaker) -> list[str]:
    """The texts of one side's turns, in order."""
    return [turn.text for turn in transcript if turn.speaker is speaker]


def words_in(transcript: Transcript) -> int:
    """How many words were spoken by both sides together."""
    return sum(len(turn.text.split()) for turn in transcript)


@dataclass(frozen=True, slots=True)
class WordTime:
    """Where a word ends in a text that is spoken (characters) and when it ends in the audio (milliseconds)."""

    ends_at: int
    ends_ms: int
