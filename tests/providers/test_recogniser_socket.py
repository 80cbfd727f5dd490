"""The socket of a recogniser: one that takes nothing any more is given up, and whoever reads from it learns of it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import ServerConnection, serve

from providers.errors import ProviderUnavailable
from providers.speech.recogniser_socket import ListeningSocket

PIECE = b"\xff" * 60_000
MOST_PIECES = 400  # 24 MB, far more than the system keeps for a socket


@asynccontextmanager
async def taking_nothing() -> AsyncIterator[str]:
    """The address of a service that lets us in, and then never reads again."""
    is_over = asyncio.Event()

    async def converse(connection: ServerConnection) -> None:
        connection.transport.pause_reading()
        await is_over.wait()
        connection.transport.abort()

    async with serve(converse, "127.0.0.1", 0, max_size=None) as server:
        try:
            yield f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
        finally:
            is_over.set()


@pytest.mark.parametrize(
    "send", [ListeningSocket.send_audio, ListeningSocket.send_text], ids=["audio", "messages"]
)
async def test_a_socket_that_takes_nothing_is_given_up(
    send: Callable[[ListeningSocket, bytes], None],
) -> None:
    """Half open it would be deaf without a sign, and what it is fed would fill our memory."""
    async with taking_nothing() as address:
        socket = await ListeningSocket.open(address, "Token key")
        reading = asyncio.ensure_future(anext(socket.messages()))
        for _ in range(MOST_PIECES):
            send(socket, PIECE)
            await asyncio.sleep(0)
            if reading.done():
                break
        try:
            with pytest.raises(ProviderUnavailable):
                await asyncio.wait_for(reading, 5)
        finally:
            socket.abort()
