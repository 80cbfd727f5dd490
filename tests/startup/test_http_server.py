"""Half-sent requests end; slow ones that go on do not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from activities import head_start
from providers.http import Waits
from startup.http_server import HurriedProtocol, server_config
from tests.api.server import AnnouncedServer

HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
LIMIT = 5.0  # seconds; far beyond the deadlines of these tests


class SoonHurried(HurriedProtocol):
    """The same with shorter limits."""

    head_seconds = 0.3
    body_seconds = 0.3


async def take(request: Request) -> Response:
    """Read the body and say how long it was."""
    return PlainTextResponse(str(len(await request.body())))


async def refuse(_: Request) -> Response:
    """Answer without reading."""
    return PlainTextResponse("no", 401)


APP = Starlette(
    routes=[Route("/", take, methods=["POST", "GET"]), Route("/refuse", refuse, methods=["POST"])]
)


@asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[int]:
    """The application on a port of its own, with short limits."""
    config = server_config(app, host="127.0.0.1", port=0)
    config.http = SoonHurried
    server = AnnouncedServer(config)
    running = asyncio.create_task(server.serve())
    async with asyncio.timeout(10):
        await server.is_up.wait()
    yield int(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    await running


async def everything_of(reader: asyncio.StreamReader) -> bytes:
    """What is sent until the connection is cut; fails the test if it is not."""
    got = b""
    async with asyncio.timeout(LIMIT):
        try:
            while piece := await reader.read(65_536):
                got += piece
        except ConnectionResetError:
            return got
    return got


@pytest.mark.parametrize(
    "begun",
    [b"", b"POST / HT", b"POST / HTTP/1.1\r\nHost: x\r\n", HEAD % 10, HEAD % 10 + b"half"],
    ids=["nothing", "half a line", "half the headers", "no body", "half a body"],
)
async def test_what_is_begun_and_not_ended_is_cut(begun: bytes) -> None:
    async with served(APP) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(begun)
        assert b" 200 " not in await everything_of(reader)
        writer.close()


@pytest.mark.parametrize("begun", [b"POST / HTTP/1.1\r\nX: ", HEAD % 1000], ids=["headers", "body"])
async def test_a_trickle_moves_no_deadline(begun: bytes) -> None:
    async with served(APP) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(begun)
        cut = asyncio.create_task(everything_of(reader))
        while not cut.done():
            writer.write(b"x")
            await asyncio.wait([cut], timeout=0.05)
        await cut
        writer.close()


async def test_the_rest_of_a_request_that_is_answered_already_is_not_awaited_for_ever() -> None:
    async with served(APP) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write((HEAD % 1_000_000).replace(b"/ ", b"/refuse ", 1))
        assert b" 401 " in await everything_of(reader)
        writer.close()


async def test_a_body_that_comes_on_may_take_longer() -> None:
    """Ten times the limit, at ten times the least pace: in pieces, each within the time that the one before has won."""
    pieces, piece = 30, b"x" * 10_000
    async with served(APP) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HEAD % (pieces * len(piece)))
        answered = asyncio.create_task(reader.readuntil(b"\r\n\r\n"))
        for _ in range(pieces):
            writer.write(piece)
            await asyncio.wait([answered], timeout=0.1)
        async with asyncio.timeout(LIMIT):
            assert (await answered).startswith(b"HTTP/1.1 200")
        writer.close()


async def test_requests_follow_each_other_on_one_connection() -> None:
    async with served(APP) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(3):
            writer.write(HEAD % 4 + b"full")
            async with asyncio.timeout(LIMIT):
                assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200")
                assert b"4" == await reader.readexactly(1)
        writer.close()


def test_every_server_of_the_house_is_hurried() -> None:
    config = server_config(APP, port=8003)
    assert (HurriedProtocol, 8003) == (config.http, config.port)
    assert (False, None) == (config.access_log, config.log_config), "addresses carry tokens"


def test_no_server_closes_a_connection_that_our_clients_still_keep() -> None:
    """A request that leaves as its connection closes may have had its effect: nobody knows."""
    assert server_config(APP).timeout_keep_alive > Waits().idle + head_start.MOST_SECONDS


def test_uvicorn_by_itself_hurries_nobody() -> None:
    assert uvicorn.Config(APP, log_config=None).http is not HurriedProtocol
