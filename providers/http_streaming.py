"""Answers that are read while they are written: speech and replies, over connections that stay open.

No redirect is followed: requests carry the vendor's key, and no vendor sends them elsewhere.

Whoever stops reading closes the answer, and the service makes no more of it. Through aiohttp, which Twilio's SDK
brings along: its parser is compiled, and its pool does not look at every open connection for every request.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any, Final

import aiohttp
import msgspec
import structlog

from providers.errors import ProviderError, ProviderUnavailable
from providers.http_refusals import refusal

log = structlog.get_logger()

_CONNECT_SECONDS: Final = 3.0
# Network address translators forget a silent connection without a word after some minutes; the first request on such
# a one would wait in vain.
_KEPT_SECONDS: Final = 5 * 60.0

Refused = Callable[[int, bytes, str | None], ProviderError]


def by_status(status: int, _body: bytes, retry_after: str | None) -> ProviderError:
    """The error for an answer whose body tells nothing more than its status."""
    return refusal(status, retry_after=retry_after)


class Answer:
    """An answer on its way."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._content = response.content

    def pieces(self) -> AsyncIterator[bytes]:
        """The body as it comes."""
        return self._content.iter_any()

    async def whole(self) -> bytes:
        """The body, once it is all here."""
        return await self._content.read()

    async def lines(self) -> AsyncIterator[bytes]:
        """The body line by line, without their ends; blank ones as well."""
        begun: list[bytes] = []
        async for piece in self.pieces():
            end_of_begun, *others = piece.split(b"\n")
            begun.append(end_of_begun)
            for other in others:
                yield b"".join(begun).rstrip(b"\r")
                begun = [other]
        if rest := b"".join(begun):
            yield rest


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
        """silence_seconds: the longest pause between two pieces of an answer; refused: the error for an answer's
        status, body and Retry-After header."""
        self._refused = refused
        self._base_url = base_url.rstrip("/")
        self._headers = {"Content-Type": "application/json", "Accept-Encoding": "identity", **headers}
        self._most_connections = most_connections
        self._timeout = aiohttp.ClientTimeout(
            total=None, sock_connect=_CONNECT_SECONDS, sock_read=silence_seconds
        )
        self._session: aiohttp.ClientSession | None = None

    @asynccontextmanager
    async def asked(
        self, path: str, body: Mapping[str, Any], *, params: Mapping[str, str | int] | None = None
    ) -> AsyncIterator[Answer]:
        """The answer to a POST of this JSON, to be read inside.

        Raises ProviderUnavailable (also when it breaks off while it is read), ProviderThrottled, CredentialsRefused,
        ProviderRefused.
        """
        content = msgspec.json.encode(body)
        try:
            posting = self._opened().post(
                self._base_url + path, params=params, data=content, allow_redirects=False
            )
            async with posting as response:
                if response.status != HTTPStatus.OK:
                    told = await response.read()
                    raise self._refused(response.status, told, response.headers.get("Retry-After"))
                yield Answer(response)
        except aiohttp.ClientError as error:
            raise ProviderUnavailable(f"The answer broke off: {type(error).__name__}.") from error

    async def warm(self, path: str) -> None:
        """Have a connection open, by a cheap request; never fails."""
        try:
            await self.status_of(path)
        except ProviderUnavailable as error:
            log.info("connection.not_warm", path=path, error=str(error))

    async def status_of(self, path: str) -> int:
        """How a GET is answered. Raises ProviderUnavailable."""
        try:
            async with self._opened().get(self._base_url + path, allow_redirects=False) as response:
                await response.read()
                return response.status
        except aiohttp.ClientError as error:
            raise ProviderUnavailable(f"The service cannot be asked: {type(error).__name__}.") from error

    async def close(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()

    def _opened(self) -> aiohttp.ClientSession:
        """The session, which belongs to the loop it is first used on."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._most_connections, keepalive_timeout=_KEPT_SECONDS)
            self._session = aiohttp.ClientSession(
                connector=connector, headers=self._headers, timeout=self._timeout, auto_decompress=False
            )
        return self._session
