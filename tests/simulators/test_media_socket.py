"""The network's end of a media socket tells a customer's server that vanished from one that closed."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import ServerConnection, serve

from simulators.phone_network.socket import MediaSocket, open_media_socket
from tests.simulators.customer import until

Server = Callable[[ServerConnection], Awaitable[None]]


@asynccontextmanager
async def connected(server: Server) -> AsyncIterator[tuple[MediaSocket, list[str]]]:
    """A socket to this server, and what it tells when the server vanishes."""
    told: list[str] = []
    async with serve(server, "127.0.0.1", 0, close_timeout=0.1) as serving:
        port = serving.sockets[0].getsockname()[1]
        socket = await open_media_socket(
            f"ws://127.0.0.1:{port}/", {}, lambda *_: None, lambda: told.append("lost")
        )
        yield socket, told
        socket.abort()


async def vanishes(connection: ServerConnection) -> None:
    connection.transport.abort()


async def closes(connection: ServerConnection) -> None:
    await connection.close()


async def listens(connection: ServerConnection) -> None:
    await connection.wait_closed()


async def does_not_answer(connection: ServerConnection) -> None:
    connection.transport.pause_reading()
    await connection.wait_closed()


@pytest.mark.parametrize(("server", "told"), [(vanishes, ["lost"]), (closes, [])])
async def test_a_server_that_closes_is_not_lost(server: Server, told: list[str]) -> None:
    async with connected(server) as (socket, so_far), asyncio.timeout(10):
        await socket.closed()
        assert told == so_far


@pytest.mark.parametrize(("server", "told"), [(listens, []), (does_not_answer, ["lost"])])
async def test_a_server_that_answers_our_farewell_is_not_lost(server: Server, told: list[str]) -> None:
    async with connected(server) as (socket, so_far), asyncio.timeout(10):
        await socket.leave(lambda: None)
        await socket.closed()
        assert told == so_far


async def test_a_line_that_we_cut_has_not_lost_its_server() -> None:
    async with connected(listens) as (socket, so_far):
        socket.abort()
        async with asyncio.timeout(10):
            await socket.closed()
        await until(lambda: not socket.is_open)
        assert [] == so_far
