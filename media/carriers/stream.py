"""What the call needs of a carrier's media stream, whichever dialect it speaks. Audio is µ-law, mono, 8 kHz here.

The dialects agree on the form of most messages: what they share of reading them stands here too.
"""

import binascii
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import msgspec


class MalformedMessage(ValueError):
    """A message that does not fit the carrier's documentation."""


@dataclass(frozen=True, slots=True)
class Connected:
    """The first message; start follows."""


@dataclass(frozen=True, slots=True)
class Start:
    """The call's audio begins."""

    stream_sid: str
    call_sid: str
    parameters: dict[str, str]


@dataclass(frozen=True, slots=True)
class Media:
    """The person's side, a whole number of frames of 20 ms (160 bytes each); none when less than a frame is here."""

    frames: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything before this mark was played, or flushed by a clear."""

    name: str


@dataclass(frozen=True, slots=True)
class Digit:
    """A key was pressed."""

    digit: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The stream is over."""


Incoming = Connected | Start | Media | Mark | Digit | Stop
Messages = tuple[bytes, ...]


class Composer(Protocol):
    """Writes the text messages of one stream, in the order in which they must be sent. now: milliseconds."""

    def media(self, audio: bytes, now: float) -> Messages:
        """Audio of any length, played in order; some of it may wait for what follows, a mark or overdue."""

    def mark(self, name: str) -> Messages:
        """Ask to be told when everything before has been played."""

    def clear(self) -> Messages:
        """Play nothing of what was sent or waits here."""

    def overdue(self, now: float) -> Messages:
        """What may wait no longer, since the far end has nothing else to play; asked every 20 ms while we speak."""


class Dialect(Protocol):
    """One stream's language; an object serves one stream.

    ahead_ms: how far the carrier's buffer may be filled beyond now. piece_ms: how much is best sent at once.
    """

    @property
    def ahead_ms(self) -> int: ...

    @property
    def piece_ms(self) -> int: ...

    def read(self, message: bytes | str) -> Incoming | None:
        """One message of the carrier's; None for events we do not know. Raises MalformedMessage."""

    def composer(self, stream_sid: str) -> Composer:
        """What writes to the stream of this id."""


class _Payload(msgspec.Struct):
    payload: str


class _Named(msgspec.Struct):
    name: str


class _Pressed(msgspec.Struct):
    digit: str | int


class CarrierMessage(msgspec.Struct):
    """A carrier's message as far as the dialects agree on it; each adds its ids and its start."""

    event: str
    media: _Payload | None = None
    mark: _Named | None = None
    dtmf: _Pressed | None = None

    def short_news(self) -> Incoming | None:
        """What it tells apart from start and media; None for events we do not know."""
        if self.event == "mark" and self.mark is not None:
            return Mark(self.mark.name)
        if self.event == "dtmf" and self.dtmf is not None:
            return Digit(str(self.dtmf.digit))
        if self.event == "connected":
            return Connected()
        return Stop() if self.event == "stop" else None


Told = TypeVar("Told", bound=CarrierMessage)


def unpacked(decode: Callable[[bytes | str], Told], message: bytes | str) -> tuple[Told, bytes | None]:
    """A carrier's message and the audio in it, None when it carries none. Raises MalformedMessage."""
    try:
        told = decode(message)
        if told.media is not None and told.event == "media":
            return told, binascii.a2b_base64(told.media.payload)
    except (msgspec.DecodeError, ValueError) as error:  # letters that are no base64, or not even ASCII
        raise MalformedMessage(str(error)) from error
    return told, None
