"""HTTP to other people's services: warm connections, a limit on every wait, no repeats, no proxies, no redirects.

A failed exchange says exactly whether it could have had its effect. The loopback guard lives here: it looks at the
address a connection really reached, not at names or settings.
"""

import asyncio
import ipaddress
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

import httpcore
import httpx

from providers.errors import OutcomeUnknown, ProviderUnavailable, SendRefused
from providers.http_refusals import seconds_asked

Clock = Callable[[], datetime]

# httpcore names the steps of an exchange; a request is complete, and can have an effect, only with its body.
_LEAVING: Final = frozenset({"http11.send_request_headers.started", "http11.send_request_body.started"})
BROKEN: Final = (  # what an exchange fails by
    TimeoutError,
    OSError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
)


@dataclass(frozen=True, slots=True)
class Waits:
    """How long things may take, in seconds, chosen by feel.

    connect: reaching the service, TLS included; silence: between two pieces of an answer; whole: one exchange from
    asking for a connection to the answer's end; idle: how long an unused connection is kept warm (a service that
    closes it first, just as a request leaves, makes that request's outcome unknown).
    """

    connect: float = 3.0
    silence: float = 10.0
    whole: float = 12.0
    idle: float = 30.0


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One request. repeatable: asking twice does no harm; due: before this moment of time.monotonic() no byte of it may
    leave, send_before: nor past this one.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    repeatable: bool = False
    due: float | None = None
    send_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def retry_after(self) -> float | None:
        """Seconds the service asks us to wait; None when it does not say, or says it as a date."""
        return seconds_asked(self.headers.get("retry-after"))


def utc_now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


class Connections:
    """Kept-alive connections to one service."""

    def __init__(
        self,
        waits: Waits | None = None,
        *,
        loopback_only: bool = False,
        now: Clock = utc_now,
        network: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        """loopback_only: a connection that reached any other address is closed before a byte is written to it."""
        self._waits = waits or Waits()
        self._now = now
        reach = network or httpcore.AnyIOBackend()
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=trust(),
            max_connections=100,
            max_keepalive_connections=20,
            keepalive_expiry=self._waits.idle,
            retries=0,
            network_backend=LoopbackOnly(reach) if loopback_only else reach,
        )

    async def exchange(self, request: Outgoing) -> Answer:
        """Send this request once and read the whole answer, whatever its status.

        Raises SendRefused (guard or deadline; nothing left), ProviderUnavailable (nothing happened there, or the
        request is repeatable), OutcomeUnknown (it broke off after the request began to leave).
        """
        departure = _Departure(request, self._now)
        try:
            async with asyncio.timeout(self._waits.whole):
                response = await self._pool.request(
                    request.method,
                    request.url,
                    headers=list(request.headers.items()),
                    content=request.content or None,
                    extensions={"timeout": self._limits(), "trace": departure.watch},
                )
        except BROKEN as error:
            if departure.began and not request.repeatable:
                raise OutcomeUnknown(f"The exchange broke off: {type(error).__name__}.") from error
            raise ProviderUnavailable(f"The exchange failed: {type(error).__name__}.") from error
        return _answer(response)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()

    def _limits(self) -> dict[str, float]:
        waits = self._waits
        return {
            "connect": waits.connect,
            "read": waits.silence,
            "write": waits.silence,
            "pool": waits.connect,
        }


class LoopbackOnly(httpcore.AsyncNetworkBackend):
    """Reaches nothing but this machine's loopback addresses.

    The address asked is the connected peer's own: a renamed host, a changed resolver or a rewritten address cannot
    lead a fictional call to a real network.
    """

    def __init__(self, network: httpcore.AsyncNetworkBackend) -> None:
        self._network = network

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect and keep the connection only if its peer is a loopback address; raises SendRefused otherwise."""
        stream = await self._network.connect_tcp(host, port, timeout, local_address, socket_options)
        if is_loopback(stream.get_extra_info("server_addr")):
            return stream
        await stream.aclose()
        raise SendRefused("A fictional request may only go to a loopback address.", code="not_loopback")

    async def sleep(self, seconds: float) -> None:
        """Wait as the network does."""
        await self._network.sleep(seconds)


def is_loopback(peer: object) -> bool:
    """Say whether a socket's peer name, (address, port, …), is a loopback address; anything unreadable is not."""
    if not isinstance(peer, tuple) or not peer:
        return False
    try:
        address = ipaddress.ip_address(str(peer[0]))
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback


class _Departure:
    """Watches one request leave: holds it until its time and stops it when that is over; remembers whether any of it is
    on its way.
    """

    def __init__(self, request: Outgoing, now: Clock) -> None:
        self._due = request.due
        self._send_before = request.send_before
        self._now = now
        self.began = False

    async def watch(self, step: str, _details: Mapping[str, Any]) -> None:
        """httpcore calls this before each step, with a connection in hand; nothing waits between its end and the write."""
        if step not in _LEAVING:
            return
        if self._due is not None and not self.began:
            await asyncio.sleep(self._due - time.monotonic())
        if self._send_before is not None and self._now() >= self._send_before:
            raise SendRefused("The time to send this request is over.", code="too_late")
        self.began = True


def _answer(response: httpcore.Response) -> Answer:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
    return Answer(response.status, headers, response.content.decode("utf-8", errors="replace"))


@cache
def trust() -> ssl.SSLContext:
    """The certificates that are believed, read once: it takes tens of milliseconds."""
    return httpx.create_ssl_context(trust_env=False)
