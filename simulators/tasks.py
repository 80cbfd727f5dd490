"""The world's background work: started here, ended with the world, and never silently broken."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

log = logging.getLogger(__name__)


class Tasks:
    """Tasks that live at most as long as the world; a crash is logged with its name and kept in defects."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()
        self.defects: list[str] = []

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Run this in the background."""
        task = asyncio.create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    async def close(self) -> None:
        """Cancel what still runs and wait until it has ended."""
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.defects.append(f"{task.get_name()}: {error!r}")
            log.error("simulator.defect %s", task.get_name(), exc_info=error)
