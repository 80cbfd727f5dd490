"""What was said and heard on a call, turn by turn, with times."""

from dataclasses import dataclass
from enum import StrEnum

from domain.knowledge import Source


class Speaker(StrEnum):
    """Whose turn it was."""

    AGENT = "agent"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Spans:
    """How an agent's turn came about: the millisecond of the call of each step, None where there was no such step.

    end_of_speech: the person's voice ceased; end_of_turn: their turn was known to be over; first_token: of the model;
    first_clause: it was given to the voice; first_audio: of the voice; first_frame: on the wire. A reply that was
    prepared on speculation has its first steps before the end of the turn; a filler is a clause before the first token.
    """

    end_of_speech: int | None = None
    end_of_turn: int | None = None
    first_token: int | None = None
    first_clause: int | None = None
    first_audio: int | None = None
    first_frame: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation.

    text: for the agent what was really heard of it, not what was planned; began_ms and ended_ms count from the
    stream's start; interrupted: the other side cut it short; response_ms: for an agent's turn, from the end of
    the person's speech to our first audio on the wire, None where it answers nobody; spans: of an agent's turn;
    sources: the passages that the model had looked up for it, the most fitting first.
    """

    speaker: Speaker
    text: str
    began_ms: int
    ended_ms: int
    interrupted: bool = False
    response_ms: int | None = None
    spans: Spans | None = None
    sources: tuple[Source, ...] = ()


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
