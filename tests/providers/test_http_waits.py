"""What an exchange waits for, and for how long: each wait has the limit that is meant for it."""

from collections.abc import AsyncIterator, Iterable
from contextlib import aclosing, asynccontextmanager
from typing import Any

import httpcore
import pytest

from providers.errors import ProviderUnavailable
from providers.http import Connections, Outgoing, Waits
from tests.providers.listeners import answer

WAITS = Waits(connect=3.25, silence=7.5, whole=11.0, idle=30.0)
ASKED = Outgoing("POST", "http://service.example/calls", {"X-Ours": "1"}, b"To=me")


class Watched(httpcore.AsyncNetworkBackend):
    """A network that answers so, and remembers how long it was given for what."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = list(pieces)
        self.given: dict[str, set[float | None]] = {"connect": set(), "read": set(), "write": set()}
        self.opened = 0

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.given["connect"].add(timeout)
        self.opened += 1
        return _Stream(self, self._pieces)


class _Stream(httpcore.AsyncMockStream):
    def __init__(self, network: Watched, pieces: list[bytes]) -> None:
        super().__init__(pieces)
        self._network = network

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._network.given["read"].add(timeout)
        return await super().read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._network.given["write"].add(timeout)


@asynccontextmanager
async def connections(network: httpcore.AsyncNetworkBackend) -> AsyncIterator[Connections]:
    made = Connections(WAITS, network=network)
    async with aclosing(made):
        yield made


async def test_every_wait_has_its_own_limit() -> None:
    network = Watched(answer(b"{}", status="200 OK"))
    async with connections(network) as service:
        await service.exchange(ASKED)
    assert {"connect": {3.25}, "read": {7.5}, "write": {7.5}} == network.given
    assert {"connect": 3.25, "read": 7.5, "write": 7.5, "pool": 3.25} == service._limits()


async def test_text_that_is_no_utf_8_is_read_all_the_same() -> None:
    """What a proxy says of a service that is away is in whatever letters it likes."""
    async with connections(Watched(answer(b"<html>\xe9</html>", status="502 Bad"))) as service:
        told = await service.exchange(ASKED)
    assert (502, "<html>\N{REPLACEMENT CHARACTER}</html>") == (told.status, told.text)


@pytest.mark.parametrize("says", [b"no HTTP at all\r\n\r\n", b""])
async def test_an_answer_that_is_none_leaves_what_may_be_repeated_to_be_asked_again(says: bytes) -> None:
    async with connections(Watched(says)) as service:
        with pytest.raises(ProviderUnavailable):
            await service.exchange(Outgoing("GET", ASKED.url, repeatable=True))
