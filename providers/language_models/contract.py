"""What the media server needs of a language model: replies as a stream, and verdicts as checked records."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Role(StrEnum):
    """Who speaks in a prompt."""

    SYSTEM = "system"
    AGENT = "assistant"
    PERSON = "user"


@dataclass(frozen=True, slots=True)
class Line:
    """One message of a prompt."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Tool:
    """Something the model may ask for; it takes a text argument, and further ones by name and purpose."""

    name: str
    purpose: str
    argument: str
    argument_purpose: str
    further: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TextPiece:
    """More of the reply's text."""

    text: str


@dataclass(frozen=True, slots=True)
class ToolRequest:
    """The model asks for a tool; arguments as it gave them; id is its name for this request."""

    name: str
    arguments: dict[str, Any]
    id: str = ""


@dataclass(frozen=True, slots=True)
class ReplyRequest:
    """What the model is asked for."""

    model: str
    lines: Sequence[Line]
    tools: Sequence[Tool] = ()
    most_tokens: int = 200


class LanguageModel(Protocol):
    """A language model service. Every method raises ProviderUnavailable, CredentialsRefused or ProviderRefused."""

    def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        """The reply as it is written; an end without a finish counts as failure."""

    async def decide(self, request: ReplyRequest, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        """One answer that fits the JSON schema. Raises MalformedMessage when it does not."""

    async def warm(self, model: str) -> None:
        """Have a connection open, so that the next request pays for none; never fails."""

    async def close(self) -> None:
        """Close every connection."""
