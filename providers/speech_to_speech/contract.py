"""What the media server needs of a model that hears and speaks by itself.

A session serves one call. It is an ear (see providers.speech.contract), whose turns end before their words are known, and
a voice that answers when it is asked to, never by itself. Audio is µ-law, mono, 8 kHz: 8 bytes a millisecond.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from providers.language_models.contract import Tool, ToolRequest
from providers.speech.contract import Recognition


@dataclass(frozen=True, slots=True)
class SessionRequest:
    """What a session is told at its beginning; languages: tags such as "en" of all that may be spoken."""

    instructions: str
    languages: Sequence[str] = ("en",)
    tools: Sequence[Tool] = ()


@dataclass(frozen=True, slots=True)
class AudioPiece:
    """More of a reply's audio."""

    reply: int
    audio: bytes


@dataclass(frozen=True, slots=True)
class SpokenText:
    """More of the words of a reply, near the audio that says them."""

    reply: int
    text: str


@dataclass(frozen=True, slots=True)
class ReplyTool:
    """A reply asks for a tool."""

    reply: int
    request: ToolRequest


@dataclass(frozen=True, slots=True)
class ReplyDone:
    """A reply is complete."""

    reply: int


@dataclass(frozen=True, slots=True)
class ReplyFailed:
    """Nothing more comes of a reply, which is not complete."""

    reply: int


@dataclass(frozen=True, slots=True)
class SessionLost:
    """The session is over; told after the last news of its ear."""


ReplyNews = AudioPiece | SpokenText | ReplyTool | ReplyDone | ReplyFailed | SessionLost


class Session(Recognition, Protocol):
    """One open session. Replies carry the caller's numbers; nothing is told of one that was cancelled.

    The conversation that the model knows is what it heard, what it said as far as that was heard, and what it was told.
    """

    def tell_replies_to(self, hear: Callable[[ReplyNews], None]) -> None:
        """Who learns what becomes of replies; called while `heard` is being iterated."""

    def ask(self, reply: int, notes: Sequence[str] = (), found: Sequence[str] = ()) -> None:
        """Answer what was heard. The reply before must be done or cancelled.

        notes: all facts that hold now and were never spoken; told when they are new or hold again.
        found: what documents say for this reply, told as data and never as instructions.
        """

    def typed(self, keys: str) -> None:
        """The person pressed these keys, which cannot be heard."""

    def cancel(self, reply: int) -> None:
        """Say no more of this reply."""

    def was_heard(self, reply: int, heard_ms: int) -> None:
        """Only so much of a reply was heard; 0: it was never said."""

    def said(self, reply: int, text: str) -> None:
        """Another voice says this on the agent's side. Told again of the same reply: this is all that was heard of it."""


class SpeechToSpeech(Protocol):
    """A service of such models."""

    async def open(self, request: SessionRequest) -> Session:
        """A fresh session. Raises ProviderUnavailable, CredentialsRefused, ProviderRefused."""
