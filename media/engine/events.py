"""What can happen to a conversation. Times are not part of an event: `step` receives them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.conversations import AnsweredBy, Verdict
from domain.knowledge import Passage
from media.audio.line_sounds import Tone, Voice


class Hearing(StrEnum):
    """What the recogniser says about the person's turn.

    One whose words come only after a turn's end says VOICED when somebody begins to speak, UNREAD at the end, and then
    FINAL with the words, or UNREADABLE when there will be none. LOST: it will tell no more, others hear once more what it
    owed.
    """

    STARTED = "started"
    INTERIM = "interim"
    EAGER = "eager"
    RESUMED = "resumed"
    FINAL = "final"
    VOICED = "voiced"
    UNREAD = "unread"
    UNREADABLE = "unreadable"
    LOST = "lost"


class Part(StrEnum):
    """What can break during a call."""

    MODEL = "model"
    SPEECH = "speech"
    RECOGNISER = "recogniser"
    SPEECH_TO_SPEECH = "speech_to_speech"


class Store(StrEnum):
    """What must be durable."""

    OPT_OUT = "opt_out"
    TAKEN_BACK = "taken_back"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Started:
    """The carrier's stream is open; the agent may speak."""


@dataclass(frozen=True, slots=True)
class Words:
    """The recogniser's view of the turn; text is the whole turn so far, language that of all of it, None if unknown."""

    hearing: Hearing
    text: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class CarrierHint:
    """The carrier's own answering-machine detection; beeped: it says that the greeting is over; word: as it put it."""

    answered_by: AnsweredBy
    beeped: bool = False
    word: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A key was pressed on the person's telephone."""

    digit: str


@dataclass(frozen=True, slots=True)
class ModelText:
    """More text of a reply."""

    reply: int
    text: str


@dataclass(frozen=True, slots=True)
class ModelSpoke:
    """More of a reply that the model speaks by itself: the audio of this text is queued already."""

    reply: int
    text: str


END_CALL: Final = "end_call"
NOTE_CALLBACK: Final = "note_callback"
PRESS_KEYS: Final = "press_keys"
LOOK_UP: Final = "look_up"
STOP_CALLING: Final = "stop_calling"


@dataclass(frozen=True, slots=True)
class ToolCall:
    """The model wants something done: end_call(reason), note_callback(phrase, moment), stop_calling(words), look_up(question), or at a
    menu press_keys(digits). moment: the date and time where the person is, as the model understood them."""

    reply: int
    name: str
    argument: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to LookUp, the most fitting passage first; none if nothing is written, or could not be looked up."""

    reply: int
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelDone:
    """A reply's text is complete."""

    reply: int


@dataclass(frozen=True, slots=True)
class FirstAudio:
    """The voice sent the first sound of one of the reply's clauses."""

    reply: int


@dataclass(frozen=True, slots=True)
class Synthesised:
    """One clause's audio is here, this long."""

    reply: int
    audio_ms: int


@dataclass(frozen=True, slots=True)
class Began:
    """The first frame of a reply went out on the wire."""

    reply: int


@dataclass(frozen=True, slots=True)
class Ending:
    """Less than a second of a complete reply is left to play."""

    reply: int


@dataclass(frozen=True, slots=True)
class Played:
    """The carrier proved that a whole reply was played."""

    reply: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The answer to Clear: this much of the reply was heard."""

    reply: int
    heard_text: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A part failed for good, after its own repetition; reply 0 where it belongs to none."""

    part: Part
    reply: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """The answer to Judge."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Identified:
    """The answer to Identify, UNKNOWN if there is none."""

    answered_by: AnsweredBy


@dataclass(frozen=True, slots=True)
class Stored:
    """It is durable."""

    what: Store


@dataclass(frozen=True, slots=True)
class NotStored:
    """Storing failed; it may be tried again."""

    what: Store


@dataclass(frozen=True, slots=True)
class TimePassed:
    """The time that `wake_at` asked for has come."""


@dataclass(frozen=True, slots=True)
class Drain:
    """The process wants to stop: take leave soon."""


@dataclass(frozen=True, slots=True)
class HangUp:
    """An operator ends the call now."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The carrier's stream ended or broke; nothing can be said any more."""


Event = (
    Started
    | Voice
    | Words
    | Tone
    | CarrierHint
    | Key
    | ModelText
    | ModelSpoke
    | ToolCall
    | Found
    | ModelDone
    | FirstAudio
    | Synthesised
    | Began
    | Ending
    | Played
    | Cut
    | Failed
    | Judged
    | Identified
    | Stored
    | NotStored
    | TimePassed
    | Drain
    | HangUp
    | Gone
)
