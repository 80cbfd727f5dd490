"""Serving the world on a loopback socket: in its own process or inside a test."""

import asyncio
import ipaddress
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import uvicorn

from simulators.app import build_app
from simulators.ledger import Ledger
from simulators.ordered_faults import Faults
from simulators.people.cast import Cast
from simulators.settings import WorldSettings
from simulators.vendor_journal import Journal
from simulators.world import World

_STOP_SECONDS = 3
# As the vendors' servers do: longer than any client of ours keeps a connection that it does not use.
_KEEP_ALIVE_SECONDS = 75


class NotLoopback(ValueError):
    """The world takes part in no network: it serves on a loopback address only."""


@dataclass(frozen=True, slots=True)
class ServedWorld:
    """A running world: where it is, and what a test may read and change directly."""

    base_url: str
    world: World

    @property
    def ledger(self) -> Ledger:
        """What really happened."""
        return self.world.ledger

    @property
    def faults(self) -> Faults:
        """What goes wrong next."""
        return self.world.faults

    @property
    def journal(self) -> Journal:
        """The vendors' log."""
        return self.world.journal

    @property
    def cast(self) -> Cast:
        """Who stands behind which number."""
        return self.world.cast


def loopback_socket(host: str, port: int) -> socket.socket:
    """A bound socket (port 0: any free one); raises NotLoopback for an address others can reach."""
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise NotLoopback(f"{host} is not a loopback address; the simulated world serves on 127.0.0.1 or ::1")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((host, port))
    return bound


class _QuietServer(uvicorn.Server):
    """A server that leaves the process's signals alone."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """uvicorn would take SIGINT and SIGTERM from whoever runs the loop."""
        yield


def server_of(world: World) -> uvicorn.Server:
    """The server of this world; it leaves signals and logging to its caller."""
    config = uvicorn.Config(
        build_app(world),
        access_log=False,
        log_config=None,
        lifespan="on",
        ws="websockets-sansio",
        ws_ping_interval=None,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=_STOP_SECONDS,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
    )
    return _QuietServer(config)


@asynccontextmanager
async def serve_world(
    settings: WorldSettings, *, host: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[ServedWorld]:
    """A world that serves for as long as the context lasts."""
    world = World(settings)
    bound = loopback_socket(host, port)
    server = server_of(world)
    serving = asyncio.create_task(server.serve(sockets=[bound]), name="simulated world")
    try:
        await _started(server, serving)
        yield ServedWorld(f"http://{host}:{bound.getsockname()[1]}", world)
    finally:
        server.should_exit = True
        await serving
        bound.close()


async def _started(server: uvicorn.Server, serving: asyncio.Task[None]) -> None:
    async with asyncio.timeout(10):
        while not server.started:
            if serving.done():
                await serving
                raise RuntimeError("the simulated world ended while it started; its log says why")
            await asyncio.sleep(0.01)
