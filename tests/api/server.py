"""The API on a port of its own, for tests that need a real socket."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import uvicorn

from api.pages import open_to_pages
from startup.http_server import server_config
from tests.api.conftest import Operator
from tests.api.declared import DeclaredApp, application


class AnnouncedServer(uvicorn.Server):
    """Says when it accepts connections."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()


@asynccontextmanager
async def serving(
    operator: Operator, *, pages: Sequence[str] = (), with_upkeep: bool = True
) -> AsyncIterator[int]:
    """Serve the operator's API; the port. What it answers must be declared. pages: origins that may ask."""
    app = DeclaredApp(application(operator.tools, with_upkeep=with_upkeep))
    config = server_config(open_to_pages(app, pages), host="127.0.0.1", port=0)
    server = AnnouncedServer(config)
    running = asyncio.create_task(server.serve())
    async with asyncio.timeout(10):
        await server.is_up.wait()
    yield int(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    await running
    assert [] == app.undeclared
