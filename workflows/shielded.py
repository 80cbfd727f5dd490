"""What must be done to its end, however often the workflow is cancelled meanwhile."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any


async def to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Wait for the work, also when Temporal's Cancel comes on top of a cancel by update; a cancel is swallowed here.

    A shield alone protects the work, not the one who waits for it: the workflow would end and drop the work.
    """
    task = asyncio.create_task(work)
    while not task.done():
        with suppress(asyncio.CancelledError):
            await asyncio.shield(task)
    task.result()
