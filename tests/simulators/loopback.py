"""Serves simulated services on a free loopback port for as long as a test needs them."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute


@asynccontextmanager
async def serving(routes: list[BaseRoute]) -> AsyncIterator[str]:
    """Yields "127.0.0.1:PORT"; connections wait in the backlog until the server is up."""
    listener = socket.create_server(("127.0.0.1", 0))
    settings = uvicorn.Config(
        Starlette(routes=routes),
        ws="websockets-sansio",
        ws_ping_interval=None,
        ws_per_message_deflate=False,
        log_config=None,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(settings)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await running


async def until(holds: Callable[[], object], seconds: float = 5) -> None:
    """Return as soon as this holds; fails with TimeoutError after so many seconds."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - what is waited for has no event to tell of it
            await asyncio.sleep(0)
