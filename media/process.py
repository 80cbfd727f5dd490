"""The media process: serve until told to stop, then drain."""

import asyncio
import signal
from typing import Final

import structlog

from media.server import MediaAddress, MediaServer
from media.tools import MediaTools

log = structlog.get_logger()

DRAIN_SECONDS: Final = 45.0


async def run(tools: MediaTools, address: MediaAddress, *, drain_seconds: float = DRAIN_SECONDS) -> None:
    """Hold conversations until SIGTERM or SIGINT; then let those that are live take leave."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with MediaServer(tools, address).serving() as server:
        await stop.wait()
        log.info("media.draining")
        await server.drain(drain_seconds)
    await tools.model.close()
    await tools.synthesiser.close()
