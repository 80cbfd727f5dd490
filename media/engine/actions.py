"""What a conversation asks of the shell around it. Order matters: they are carried out as listed."""

from dataclasses import dataclass, field
from datetime import date

from domain.conversations import ConversationReport
from domain.transcripts import Transcript


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask the model for a reply to the conversation so far; notes are facts that were never spoken, found is what the
    documents say about it: data, whose words are no instructions.

    menu: a telephone menu is to be answered, so the model may press keys. look_up: it may look things up. note: it may note
    a wish to be called later. The same reply
    is asked for again once something was looked up, and goes on.
    """

    reply: int
    history: Transcript
    notes: tuple[str, ...] = ()
    menu: bool = False
    look_up: bool = False
    note: bool = True
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LookUp:
    """Find what the agent's documents say about this; answered by Found, in about a second at most."""

    reply: int
    question: str


@dataclass(frozen=True, slots=True)
class SpeakIn:
    """Say everything from now on in this language."""

    language: str


@dataclass(frozen=True, slots=True)
class Speak:
    """Turn one clause of a reply into audio and queue it behind the reply's other clauses."""

    reply: int
    text: str


@dataclass(frozen=True, slots=True)
class PressKeys:
    """Queue the tones of these keys as a clause of a reply; text: how that is told."""

    reply: int
    keys: str
    text: str


@dataclass(frozen=True, slots=True)
class Complete:
    """No clause of this reply follows."""

    reply: int


@dataclass(frozen=True, slots=True)
class Release:
    """The reply may be heard: feed its audio as it comes."""

    reply: int


@dataclass(frozen=True, slots=True)
class Hold:
    """Stop feeding audio; what the carrier already has plays on."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Feed again, from the last word boundary."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop the model's and the voice's work on a reply and forget its audio that was not sent."""

    reply: int


@dataclass(frozen=True, slots=True)
class Discard:
    """Count a reply that nobody heard. was_guess: it was prepared before the turn's end was certain.

    read, written: characters of the model; spoken: characters given to the voice.
    """

    reply: int
    was_guess: bool
    read: int
    written: int
    spoken: int


@dataclass(frozen=True, slots=True)
class Clear:
    """Silence the line now; answered by Cut with what was heard of the reply."""

    reply: int


@dataclass(frozen=True, slots=True)
class StoreOptOut:
    """Make it durable, now, that this person is never to be contacted again; answered by Stored or NotStored.

    phrase: their words, or what tells of the key that they pressed; said_ms: when, by the call's clock. It is told each time
    it is asked for again, and is no other demand for that.
    """

    phrase: str
    by_key: bool = False
    said_ms: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TakeBackOptOut:
    """Lift what this conversation has bound; answered by Stored or NotStored. phrase: their words; said_ms: when, by the call's
    clock."""

    phrase: str
    said_ms: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Judge:
    """Find out what the person wants; answered by Judged. held_on: the person's day, where days are to be told apart."""

    transcript: Transcript
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class Identify:
    """Find out who speaks these words while the call goes on; answered by Identified, or never."""

    words: str


@dataclass(frozen=True, slots=True)
class StoreReport:
    """Store the one report; answered by Stored or NotStored."""

    report: ConversationReport


@dataclass(frozen=True, slots=True)
class Notify:
    """Tell the workflow that the conversation is over; stored says whether the record has its report."""

    report: ConversationReport
    stored: bool


@dataclass(frozen=True, slots=True)
class Close:
    """End the carrier's stream, and with it the call."""


Playing = PressKeys | Complete | Release | Hold | Resume | Cancel | Clear
"""What is asked of our own audio."""

Beside = LookUp | Judge | Identify | StoreOptOut | TakeBackOptOut | StoreReport | Notify | Close
"""What takes its time while the conversation goes on, or after it."""

Action = Ask | SpeakIn | Speak | Playing | Discard | Beside
