"""Small servers and networks that show what really leaves: who connected, which bytes came."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import httpcore

_TLS_HANDSHAKE = b"\x16\x03"
_TURNS_TO_READ = 10  # of the loop; accepting a connection and reading from it takes half as many
CREATED = b'{"sid": "CA00000000000000000000000000000001", "status": "queued"}'


@dataclass(frozen=True)
class Exchange:
    """One complete request: "POST /path", its headers by lower-case name, its body."""

    line: str
    headers: dict[str, str]
    body: str

    @property
    def path(self) -> str:
        """Path and query."""
        return self.line.partition(" ")[2]

    @property
    def form(self) -> dict[str, str]:
        """The body's form fields."""
        return dict(parse_qsl(self.body, keep_blank_values=True))


@dataclass
class Listener:
    """What one server has seen so far."""

    host: str
    port: int = 0
    connections: int = 0
    received: bytearray = field(default_factory=bytearray)
    exchanges: list[Exchange] = field(default_factory=list)

    @property
    def requests(self) -> int:
        """How many complete requests came."""
        return len(self.exchanges)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{self.host}:{self.port}"


def answer(body: bytes = CREATED, *, status: str = "201 Created", headers: str = "") -> bytes:
    """A whole HTTP answer."""
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode() + body


def events(*data: str) -> bytes:
    """A whole answer of server-sent events."""
    body = "".join(f"data: {each}\n\n" for each in data).encode()
    return answer(body, status="200 OK", headers="Content-Type: text/event-stream\r\n")


@asynccontextmanager
async def listening(
    host: str = "127.0.0.1", says: bytes | Callable[[str], bytes] | None = None
) -> AsyncIterator[Listener]:
    """A server that answers every complete request with the same bytes, or by its path; it hangs up on TLS.

    At the end all that had reached it by then is in what it received.
    """
    seen = Listener(host)

    writers: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        seen.connections += 1
        waiting = b""
        while chunk := await reader.read(65536):
            seen.received += chunk
            if chunk.startswith(_TLS_HANDSHAKE):
                writer.close()
                return
            waiting += chunk
            if _is_complete(waiting):
                seen.exchanges.append(_exchange(waiting))
                writer.write(says(seen.exchanges[-1].path) if callable(says) else says or answer())
                waiting = b""

    server = await asyncio.start_server(serve, host, 0)
    seen.port = server.sockets[0].getsockname()[1]
    try:
        yield seen
    finally:
        for _ in range(_TURNS_TO_READ):
            await asyncio.sleep(0)
        server.close()
        for writer in writers:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()


def _is_complete(received: bytes) -> bool:
    head, end, body = received.partition(b"\r\n\r\n")
    lengths = [line for line in head.lower().splitlines() if line.startswith(b"content-length:")]
    return bool(end) and (not lengths or len(body) >= int(lengths[0].partition(b":")[2]))


def _exchange(received: bytes) -> Exchange:
    head, _, body = received.partition(b"\r\n\r\n")
    line, *headers = head.decode("latin-1").splitlines()
    named = (header.partition(":") for header in headers)
    return Exchange(
        line.removesuffix(" HTTP/1.1"),
        {name.lower(): value.strip() for name, _, value in named},
        body.decode(),
    )


def own_address() -> str | None:
    """An address of this machine that is not loopback; None when it has none. Nothing is sent to learn it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return None if address.startswith(("127.", "0.")) else address


class Network(httpcore.AsyncNetworkBackend):
    """A network with its own name service and its own truth about peers.

    resolves: host name to the address really connected; reports: the peer name the socket claims, None for the
    real one; connected: called after each connection.
    """

    def __init__(
        self,
        *,
        resolves: dict[str, tuple[str, int]] | None = None,
        reports: str | None = None,
        connected: Callable[[], None] | None = None,
    ) -> None:
        self._real = httpcore.AnyIOBackend()
        self._resolves = resolves or {}
        self.reports = reports
        self._connected = connected or (lambda: None)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to where this network says the host is."""
        host, port = self._resolves.get(host, (host, port))
        stream = await self._real.connect_tcp(host, port, timeout, local_address, socket_options)
        self._connected()
        return _Claiming(stream, self.reports) if self.reports else stream


class _Claiming(httpcore.AsyncNetworkStream):
    """A connection that claims another peer than it has."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, peer: str) -> None:
        self._stream = stream
        self._peer = peer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return await self._stream.start_tls(ssl_context, server_hostname, timeout)

    def get_extra_info(self, info: str) -> Any:
        return (self._peer, 443) if info == "server_addr" else self._stream.get_extra_info(info)
