"""Requests to a speech synthesis service over kept-alive connections, the same for every vendor."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

import httpx
import structlog

from providers.errors import ProviderUnavailable
from providers.speech.refusals import refusal

log = structlog.get_logger()

_WAITS: Final = httpx.Timeout(5.0, connect=3.0)


class VoiceConnections:
    """Connections to one service, closed by close only."""

    def __init__(self, base_url: str, headers: Mapping[str, str], most_connections: int) -> None:
        self._client = httpx.AsyncClient(
            base_url=base_url,
            headers=dict(headers),
            timeout=_WAITS,
            limits=httpx.Limits(
                max_connections=most_connections, max_keepalive_connections=None, keepalive_expiry=None
            ),
            trust_env=False,
        )

    @asynccontextmanager
    async def asked(
        self, path: str, *, params: Mapping[str, str | int], body: Mapping[str, Any]
    ) -> AsyncIterator[httpx.Response]:
        """The answer to this request, to be read inside.

        Raises ProviderUnavailable (also when it breaks off while it is read), ProviderThrottled, CredentialsRefused,
        ProviderRefused.
        """
        try:
            async with self._client.stream("POST", path, params=dict(params), json=dict(body)) as answer:
                if answer.status_code != httpx.codes.OK:
                    await answer.aread()
                    raise refusal(answer.status_code, answer.headers.get("retry-after"))
                yield answer
        except httpx.HTTPError as error:
            raise ProviderUnavailable(f"Speech synthesis broke off: {type(error).__name__}.") from error

    async def audio(
        self, path: str, *, params: Mapping[str, str | int], body: Mapping[str, Any]
    ) -> AsyncIterator[bytes]:
        """An answer that is audio and nothing else, as it comes. Raises as asked does, and when there is none."""
        spoken = 0
        async with self.asked(path, params=params, body=body) as answer:
            async for piece in answer.aiter_raw():
                spoken += len(piece)
                yield piece
        if not spoken:
            raise ProviderUnavailable("Speech synthesis answered with no audio.")

    async def warm(self, path: str) -> None:
        """Have a connection open, by a cheap request; never fails."""
        try:
            await self._client.get(path)
        except httpx.HTTPError:
            log.info("synthesiser.not_warm")

    async def close(self) -> None:
        """Close every connection."""
        await self._client.aclose()
