"""Answers that are read while they are written: whatever ends one early is told, and nothing is waited for without end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any, cast

import pytest

from providers.errors import ProviderThrottled, ProviderUnavailable
from providers.http_streaming import Answer, StreamingConnections
from tests.providers.listeners import answer, listening

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"


@asynccontextmanager
async def stopping(beginning: bytes) -> AsyncIterator[str]:
    """The address of a service that begins to answer so, and then says nothing more on a line that stays open."""
    is_over = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(beginning)
        await is_over.wait()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        is_over.set()
        server.close()


async def whole_answer(connections: StreamingConnections) -> bytes:
    async with connections.asked("/speak", {"text": "Hello."}) as answer:
        return b"".join([piece async for piece in answer.pieces()])


@pytest.mark.parametrize(
    "beginning", [b"", HEAD, HEAD + b"half of it"], ids=["no answer", "a head", "a piece"]
)
async def test_a_service_that_falls_silent_is_given_up(beginning: bytes) -> None:
    async with stopping(beginning) as address:
        connections = StreamingConnections(address, {}, most_connections=1, silence_seconds=0.1)
        async with closing(connections), asyncio.timeout(5):
            with pytest.raises(ProviderUnavailable):
                await whole_answer(connections)


async def test_a_question_says_what_the_service_must_know_and_no_more() -> None:
    """Compressed, an answer would come in other pieces than it was written in."""
    async with listening(says=answer(b"sound", status="200 OK")) as service:
        connections = StreamingConnections(
            f"{service.url}/v1/", {"xi-api-key": "secret"}, most_connections=1, silence_seconds=1
        )
        async with closing(connections):
            assert b"sound" == await whole_answer(connections)
            assert 200 == await connections.status_of("/voices")
    asked, looked = service.exchanges
    assert ("POST /v1/speak", "GET /v1/voices") == (asked.line, looked.line)
    for exchange in (asked, looked):
        said = {name: exchange.headers.get(name) for name in ("xi-api-key", "accept-encoding")}
        assert {"xi-api-key": "secret", "accept-encoding": "identity"} == said
    assert ("application/json", '{"text":"Hello."}') == (asked.headers["content-type"], asked.body)
    assert 1 == service.connections


async def test_no_more_connections_are_open_than_were_agreed() -> None:
    async with listening(says=answer(b"sound", status="200 OK")) as service:
        connections = StreamingConnections(service.url, {}, most_connections=2, silence_seconds=1)
        async with closing(connections):
            await asyncio.gather(*(whole_answer(connections) for _ in range(6)))
    assert (6, 2) == (service.requests, service.connections)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (b"", []),
        (b"one", [b"one"]),
        (b"one\n", [b"one"]),
        (b"one\r\n\r\ntwo", [b"one", b"", b"two"]),
        (b"one\n\ntwo\n", [b"one", b"", b"two"]),
    ],
)
async def test_an_answer_is_read_line_by_line_to_its_last_word(body: bytes, lines: list[bytes]) -> None:
    async with listening(says=answer(body, status="200 OK")) as service:
        connections = StreamingConnections(service.url, {}, most_connections=1, silence_seconds=1)
        async with closing(connections), connections.asked("/speak", {}) as told:
            assert lines == [line async for line in told.lines()]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13])
async def test_lines_are_the_same_wherever_the_pieces_end(size: int) -> None:
    body = b"one\r\n\ntwo, which is longer\n\r\nthree"

    class Content:
        async def iter_any(self) -> AsyncIterator[bytes]:
            for first in range(0, len(body), size):
                yield body[first : first + size]

    told = Answer(cast("Any", SimpleNamespace(content=Content())))
    assert [b"one", b"", b"two, which is longer", b"", b"three"] == [line async for line in told.lines()]


async def test_what_a_refusal_says_of_when_to_come_back_is_heard() -> None:
    refused = answer(b"", status="429 Too Many", headers="Retry-After: 7\r\n")
    async with listening(says=refused) as service:
        connections = StreamingConnections(service.url, {}, most_connections=1, silence_seconds=1)
        async with closing(connections):
            with pytest.raises(ProviderThrottled) as raised:
                await whole_answer(connections)
    assert 7.0 == raised.value.retry_after


@asynccontextmanager
async def closing(connections: StreamingConnections) -> AsyncIterator[None]:
    try:
        yield
    finally:
        await connections.close()
