"""What the media server needs of speech services. Audio is µ-law, mono, 8 kHz: 8 bytes a millisecond."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from domain.transcripts import WordTime


class HeardKind(StrEnum):
    """What became known about the speaker's turn.

    An ear whose words come only after the turn's end tells VOICED, UNREAD, then ENDED or UNREADABLE, turn by turn in
    their order; the next turn may begin in between. LOST: it breaks off and owes words. OWED: words of a turn that is
    over are still to come; SETTLED: no more; both are no news of the turn.
    """

    STARTED = "started"
    INTERIM = "interim"
    EAGER_END = "eager_end"
    RESUMED = "resumed"
    ENDED = "ended"
    VOICED = "voiced"
    UNREAD = "unread"
    UNREADABLE = "unreadable"
    LOST = "lost"
    OWED = "owed"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Heard:
    """News about the running turn; text is the whole turn so far.

    Unless RESUMED came between, ENDED carries the text of the last EAGER_END. language: the one of the whole turn, told
    with its end; None where languages are mixed or the ear does not know.
    """

    kind: HeardKind
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """What is to be said, and how; language is a tag such as "en"."""

    text: str
    voice: str
    model: str
    language: str = "en"


class Recognition(Protocol):
    """One open ear: serves one call."""

    def feed(self, audio: bytes) -> None:
        """Hear this next; never waits. The ear hears silence by itself while nothing is fed."""

    def finalize(self) -> None:
        """The person has fallen silent: say what was heard as the turn's end, without waiting for more silence.

        Never waits; a turn with no words yet gives no news.
        """

    def heard(self) -> AsyncIterator[Heard]:
        """The news, as it comes; raises ProviderUnavailable when the service goes away by itself."""

    async def close(self) -> None:
        """Let the ear go; what it had not told yet is lost."""


class Recogniser(Protocol):
    """A speech recognition service."""

    async def open(self, language: str, *others: str) -> Recognition:
        """A fresh ear for a person who will speak this language, or change to one of the others.

        Raises ProviderUnavailable, CredentialsRefused, ProviderRefused.
        """


class Synthesiser(Protocol):
    """A speech synthesis service."""

    def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        """The text as audio, in pieces as they come. Raises as Recogniser.open does."""

    async def warm(self) -> None:
        """Have a connection open, so that the next request pays for none; never fails."""

    async def close(self) -> None:
        """Close every connection."""


@runtime_checkable
class TimedSynthesiser(Synthesiser, Protocol):
    """A speech synthesis service that knows when its words sound."""

    def speak_timed(self, request: SpeechRequest) -> AsyncIterator[bytes | WordTime]:
        """The text as audio, as speak gives it, and its words, each after the audio that it came with."""
