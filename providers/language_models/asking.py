"""How a model is asked over HTTP, whoever's it is: replies as they are written, decisions once they are whole."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final, Protocol, TypeVar

import msgspec

from providers.errors import MalformedMessage, ProviderError, ProviderRefused, ProviderUnavailable
from providers.http_streaming import StreamingConnections
from providers.language_models.contract import TextPiece, ToolRequest
from providers.language_models.server_events import event_data
from providers.payloads import Reader

SILENCE_SECONDS: Final = 8.0
"""The longest pause within an answer."""

THINKING_TOKENS: Final = 4_000
"""Room in an answer's limit for a model that cannot be kept from thinking; chosen by feel."""

_DECISION_SECONDS: Final = 4.0
_CUT: Final = "length"

Whole = TypeVar("Whole")


class Reading(Protocol):
    """The state of one answer that is being read."""

    @property
    def finished(self) -> bool:
        """Whether the service has said that this was all."""

    @property
    def stopped_by(self) -> str:
        """What ended the answer before the model did: "length", or a refusal's name; empty if nothing."""

    @property
    def calls(self) -> Mapping[int, object]:
        """The tool calls so far; those of an answer that was stopped are not whole."""

    def take(self, data: bytes) -> list[TextPiece | ToolRequest]:
        """What the next event tells. Raises MalformedMessage, ProviderUnavailable."""


async def written(
    connections: StreamingConnections, path: str, body: Mapping[str, Any], reading: Reading
) -> AsyncIterator[TextPiece | ToolRequest]:
    """The reply as it is written; one that was stopped before it said anything, or within a tool call, is a failure.

    Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused …
    """
    said_something = False
    async with connections.asked(path, {**body, "stream": True}) as answer:
        async for data in event_data(answer):
            for piece in reading.take(data):
                said_something = True
                yield piece
    if not reading.finished:
        raise ProviderUnavailable("The model's answer stopped in the middle.")
    if reading.stopped_by and (reading.calls or not said_something):
        raise _stopped(reading.stopped_by)


async def decided(
    connections: StreamingConnections,
    path: str,
    body: Mapping[str, Any],
    decoder: Reader[Whole],
) -> Whole:
    """The whole answer. Raises ProviderUnavailable, ProviderRefused, MalformedMessage …"""
    try:
        async with asyncio.timeout(_DECISION_SECONDS), connections.asked(path, body) as answer:
            return decoder.decode(await answer.whole())
    except TimeoutError as error:
        raise ProviderUnavailable("The model took too long to decide.") from error
    except msgspec.DecodeError as error:
        raise MalformedMessage("The model's decision is not readable.") from error


def _stopped(by: str) -> ProviderError:
    if by == _CUT:
        return ProviderUnavailable("The model's answer came to its limit before it said anything.", code=by)
    return ProviderRefused("The model would not answer.", code=by)
