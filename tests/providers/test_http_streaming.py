"""Answers that are read while they are written: whatever ends one early is told, and nothing is waited for without end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from providers.errors import ProviderUnavailable
from providers.http_streaming import StreamingConnections

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


@asynccontextmanager
async def closing(connections: StreamingConnections) -> AsyncIterator[None]:
    try:
        yield
    finally:
        await connections.close()
