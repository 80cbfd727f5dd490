"""Tells Temporal that a step is alive for as long as it runs, whatever it waits for: each wait has a limit of its own.

Heartbeats of the media process: media/heartbeat.py.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from temporalio import activity

# Several in every heartbeat limit of workflows/activity_options.py.
EVERY_SECONDS: Final = 3.0


@asynccontextmanager
async def heartbeating() -> AsyncIterator[None]:
    """Heartbeats meanwhile, from the start. A process that stands still sends none, and its step is given to another."""
    beating = asyncio.create_task(_beat())
    try:
        yield
    finally:
        beating.cancel()


async def _beat() -> None:
    while True:
        activity.heartbeat()
        await asyncio.sleep(EVERY_SECONDS)
