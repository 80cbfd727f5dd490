"""How a model is asked over HTTP, whoever's it is: replies as they are written, decisions once they are whole."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final, Protocol, TypeVar

import msgspec

from providers.errors import ProviderNonsense, ProviderUnavailable
from providers.language_models.contract import TextPiece, ToolRequest
from providers.language_models.server_events import event_data
from providers.streaming import StreamingConnections

SILENCE_SECONDS: Final = 8.0
"""The longest pause within an answer."""

_DECISION_SECONDS: Final = 4.0

Whole = TypeVar("Whole")


class Reading(Protocol):
    """The state of one answer that is being read."""

    @property
    def finished(self) -> bool:
        """Whether the service has said that this was all."""

    def take(self, data: bytes) -> list[TextPiece | ToolRequest]:
        """What the next event tells. Raises ProviderNonsense, ProviderUnavailable."""


async def written(
    connections: StreamingConnections, path: str, body: Mapping[str, Any], reading: Reading
) -> AsyncIterator[TextPiece | ToolRequest]:
    """The reply as it is written. Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused …"""
    async with connections.asked(path, {**body, "stream": True}) as answer:
        async for data in event_data(answer):
            for piece in reading.take(data):
                yield piece
    if not reading.finished:
        raise ProviderUnavailable("The model's answer stopped in the middle.")


async def decided(
    connections: StreamingConnections,
    path: str,
    body: Mapping[str, Any],
    decoder: msgspec.json.Decoder[Whole],
) -> Whole:
    """The whole answer. Raises ProviderUnavailable, ProviderRefused, ProviderNonsense …"""
    try:
        async with asyncio.timeout(_DECISION_SECONDS), connections.asked(path, body) as answer:
            return decoder.decode(await answer.whole())
    except TimeoutError as error:
        raise ProviderUnavailable("The model took too long to decide.") from error
    except msgspec.DecodeError as error:
        raise ProviderNonsense("The model's decision is not readable.") from error
