"""Answers that are read while they are written: speech and replies, over connections that stay open.

Whoever stops reading closes the answer, and the service makes no more of it.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

import httpx
import msgspec
import structlog

from providers.errors import ProviderError, ProviderUnavailable
from providers.refusals import refusal

log = structlog.get_logger()

_CONNECT_SECONDS: Final = 3.0

Refused = Callable[[httpx.Response], ProviderError]


def by_status(answer: httpx.Response) -> ProviderError:
    """The error for an answer whose body tells nothing more than its status."""
    return refusal(answer.status_code, retry_after=answer.headers.get("retry-after"))


class StreamingConnections:
    """Kept-alive connections to one service, closed by close only."""

    def __init__(
        self,
        base_url: str,
        headers: Mapping[str, str],
        *,
        most_connections: int,
        silence_seconds: float,
        refused: Refused = by_status,
    ) -> None:
        """silence_seconds: the longest pause between two pieces of an answer; refused: the error for an answer."""
        self._refused = refused
        self._client = httpx.AsyncClient(
            base_url=base_url,
            headers={"Content-Type": "application/json", **headers},
            timeout=httpx.Timeout(silence_seconds, connect=_CONNECT_SECONDS),
            limits=httpx.Limits(
                max_connections=most_connections, max_keepalive_connections=None, keepalive_expiry=None
            ),
            trust_env=False,
        )

    @asynccontextmanager
    async def asked(
        self, path: str, body: Mapping[str, Any], *, params: Mapping[str, str | int] | None = None
    ) -> AsyncIterator[httpx.Response]:
        """The answer to a POST of this JSON, to be read inside.

        Raises ProviderUnavailable (also when it breaks off while it is read), ProviderThrottled, CredentialsRefused,
        ProviderRefused.
        """
        content = msgspec.json.encode(body)
        try:
            async with self._client.stream("POST", path, params=params, content=content) as answer:
                if answer.status_code != httpx.codes.OK:
                    await answer.aread()
                    raise self._refused(answer)
                yield answer
        except httpx.HTTPError as error:
            raise ProviderUnavailable(f"The answer broke off: {type(error).__name__}.") from error

    async def warm(self, path: str) -> None:
        """Have a connection open, by a cheap request; never fails."""
        try:
            await self._client.get(path)
        except httpx.HTTPError as error:
            log.info("connection.not_warm", path=path, error=type(error).__name__)

    async def close(self) -> None:
        """Close every connection."""
        await self._client.aclose()
