"""Answers of speech services that are audio and nothing else."""

from collections.abc import AsyncIterator, Mapping
from typing import Any, Final

from providers.errors import ProviderUnavailable
from providers.http_streaming import StreamingConnections

SILENCE_SECONDS: Final = 5.0
"""A voice that says nothing for so long is not coming; chosen by feel."""


async def raw_audio(
    connections: StreamingConnections, path: str, body: Mapping[str, Any], *, params: Mapping[str, str | int]
) -> AsyncIterator[bytes]:
    """The answer, as it comes. Raises as StreamingConnections.asked does, and ProviderUnavailable when it is empty."""
    spoken = 0
    async with connections.asked(path, body, params=params) as answer:
        async for piece in answer.pieces():
            spoken += len(piece)
            yield piece
    if not spoken:
        raise ProviderUnavailable("Speech synthesis answered with no audio.")
