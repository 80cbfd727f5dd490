"""Signed requests to other people's programs, as https://www.standardwebhooks.com describes them.

Whoever may name an address could have us ask what only we can reach. So a name is resolved here, every answer is judged, the
connection goes to an address that was judged, and its peer is looked at before a byte is written; nothing is asked of the resolver twice.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import httpcore
from standardwebhooks import Webhook

from domain.errors import InvalidInput
from domain.outside_addresses import OutsideAddress, is_public, is_this_machine, read_outside_address
from providers.errors import ProviderUnavailable, SendRefused
from providers.http import BROKEN, Clock, trust, utc_now

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""The IP addresses of a name. Raises OSError."""

WHOLE: Final = 10.0  # seconds, names and TLS included
MOST_READ: Final = 1024  # bytes of an answer
_CONNECT: Final = 5.0  # seconds for each address
_MOST_TRIED: Final = 3  # addresses of one name
_RESOLVERS: Final = 8  # names that are slow to resolve keep only each other waiting


@dataclass(frozen=True, slots=True)
class Notice:
    """What is sent. id: the same whenever it is sent again; secrets: `whsec_…`, each of which signs; body: JSON."""

    id: str
    url: str
    secrets: Sequence[str]
    body: str


@dataclass(frozen=True, slots=True)
class NoticeAnswer:
    """What came back. start: the answer's first bytes, MOST_READ at most."""

    status: int
    start: bytes

    @property
    def taken(self) -> bool:
        """Whether the program has it; a redirect is not followed and counts as a no."""
        return 200 <= self.status < 300


class WebhookSender:
    """Sends notices, each by a connection of its own: no cookies, no redirects, no proxies, no repeats."""

    def __init__(
        self,
        *,
        local: bool = False,
        now: Clock = utc_now,
        resolve: Resolver | None = None,
        network: httpcore.AsyncNetworkBackend | None = None,
        trusted: ssl.SSLContext | None = None,
        whole: float = WHOLE,
    ) -> None:
        """local: this machine is sent to as well, by http too: for a system that runs on one machine and serves nobody else."""
        self._local = local
        self._now = now
        self._whole = whole
        self._names = ThreadPoolExecutor(_RESOLVERS, thread_name_prefix="webhook-names")
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=trusted or trust(),
            max_connections=None,
            max_keepalive_connections=0,
            retries=0,
            network_backend=_JudgedNetwork(
                network or httpcore.AnyIOBackend(), resolve or self._resolve, local=local
            ),
        )

    async def send(self, notice: Notice) -> NoticeAnswer:
        """Send it once and read the beginning of the answer, whatever its status.

        Raises SendRefused where the address, or what it leads to, is not to be sent to, and ProviderUnavailable where there
        is no answer, code saying why: it may have come all the same.
        """
        try:
            address = read_outside_address(notice.url, local=self._local)
        except InvalidInput as error:
            raise SendRefused(str(error), code=error.code) from error
        try:
            async with asyncio.timeout(self._whole):
                return await self._exchange(address, notice)
        except BROKEN as error:
            raise ProviderUnavailable(
                f"The exchange broke off: {type(error).__name__}.", code=_why(error)
            ) from error

    async def _exchange(self, address: OutsideAddress, notice: Notice) -> NoticeAnswer:
        url = httpcore.URL(
            scheme=address.scheme.encode(),
            host=address.host.encode(),
            port=address.port,
            target=address.target.encode(),
        )
        headers = {"host": address.authority, **_headers(notice, self._now())}
        async with self._pool.stream(
            "POST",
            url,
            headers=list(headers.items()),
            content=notice.body.encode(),
            extensions={
                "timeout": {
                    "connect": self._whole,
                    "read": self._whole,
                    "write": self._whole,
                    "pool": _CONNECT,
                }
            },
        ) as response:
            start = b""
            async for piece in response.aiter_stream():
                start += piece
                if len(start) >= MOST_READ:
                    break
            return NoticeAnswer(response.status, start[:MOST_READ])

    async def _resolve(self, host: str, port: int) -> list[str]:
        found = await asyncio.get_running_loop().run_in_executor(
            self._names, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )
        return list(dict.fromkeys(str(each[4][0]) for each in found))

    async def aclose(self) -> None:
        """Close what is open."""
        await self._pool.aclose()
        self._names.shutdown(wait=False, cancel_futures=True)


def _why(error: BaseException) -> str:
    if isinstance(error, TimeoutError | httpcore.TimeoutException):
        return "too_slow"
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
        cause = cause.__cause__ or cause.__context__
    return "no_answer" if cause is None else "certificate_refused"


def _headers(notice: Notice, at: datetime) -> dict[str, str]:
    signatures = (Webhook(secret).sign(notice.id, at, notice.body) for secret in notice.secrets)
    return {
        "content-type": "application/json",
        "user-agent": "Outbound-Webhooks/1",
        "accept-encoding": "identity",
        "webhook-id": notice.id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


class _JudgedNetwork(httpcore.AsyncNetworkBackend):
    """Reaches the addresses of a name only if every one of them is public."""

    def __init__(self, network: httpcore.AsyncNetworkBackend, resolve: Resolver, *, local: bool) -> None:
        self._network = network
        self._resolve = resolve
        self._local = local

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first of the name's addresses that answers. Raises SendRefused, httpcore.ConnectError."""
        try:
            found = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("no address") from error
        if not found:
            raise httpcore.ConnectError("no address")
        if not all(self._may(each) for each in found):
            raise SendRefused("This address leads to a network that is not public.", code="not_public")
        return await self._first_of(found[:_MOST_TRIED], port)

    def _may(self, address: str) -> bool:
        return is_public(address) or (self._local and is_this_machine(address))

    async def _first_of(self, addresses: Sequence[str], port: int) -> httpcore.AsyncNetworkStream:
        failed: Exception | None = None
        for address in addresses:
            try:
                stream = await self._network.connect_tcp(address, port, _CONNECT)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            peer = stream.get_extra_info("server_addr")
            if isinstance(peer, tuple) and peer and self._may(str(peer[0])):
                return stream
            await stream.aclose()
            raise SendRefused("The connection reached a network that is not public.", code="not_public")
        raise httpcore.ConnectError("nobody answers") from failed

    async def sleep(self, seconds: float) -> None:
        """Wait as the network does."""
        await self._network.sleep(seconds)
