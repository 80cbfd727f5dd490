"""Connections to addresses that other people name, to public networks only.

Whoever may name an address could have us ask what only we can reach. So a name is resolved here, every answer is judged, the
connection goes to an address that was judged, and its peer is looked at before a byte is written; nothing is asked of the resolver twice.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import httpcore

from domain.outside_addresses import is_public, is_this_machine
from providers.errors import SendRefused
from providers.http import trust

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""The IP addresses of a name. Raises OSError."""

CONNECT: Final = 5.0  # seconds for each address
_MOST_TRIED: Final = 3  # addresses of one name
_RESOLVERS: Final = 8  # names that are slow to resolve keep only each other waiting


class Names:
    """The machine's own resolver, in threads of its own."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_RESOLVERS, thread_name_prefix="outside-names")

    async def resolve(self, host: str, port: int) -> list[str]:
        """All addresses of this name, each once. Raises OSError, UnicodeError."""
        found = await asyncio.get_running_loop().run_in_executor(
            self._threads, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )
        return list(dict.fromkeys(str(each[4][0]) for each in found))

    def close(self) -> None:
        """Wait for nobody."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def judged_pool(
    resolve: Resolver,
    *,
    local: bool,
    network: httpcore.AsyncNetworkBackend | None = None,
    trusted: ssl.SSLContext | None = None,
) -> httpcore.AsyncConnectionPool:
    """A connection for each request, to public networks; local: and to this machine."""
    return httpcore.AsyncConnectionPool(
        ssl_context=trusted or trust(),
        max_connections=None,
        max_keepalive_connections=0,
        retries=0,
        network_backend=JudgedNetwork(network or httpcore.AnyIOBackend(), resolve, local=local),
    )


class JudgedNetwork(httpcore.AsyncNetworkBackend):
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
                stream = await self._network.connect_tcp(address, port, CONNECT)
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
