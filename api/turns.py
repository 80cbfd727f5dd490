"""How many edits that workflows carry out, and how many messages of lead hooks, one process has under way at once.

Each edit holds a connection while it waits for its turn and for its workflow, and asks for more besides: were their number not limited, the
ones that wait would hold every connection of the process, and those whose turn it is would wait for one, with everybody else.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from api.errors import TooBusy

AT_ONCE: Final = 4  # of thirty connections
_WAIT_SECONDS: Final = 10.0


class Turns:
    """The places of one process; whoever waits for one holds nothing."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Have a place within the block. Raises TooBusy where none became free in ten seconds."""
        try:
            async with asyncio.timeout(_WAIT_SECONDS):
                await self._places.acquire()
        except TimeoutError:
            raise TooBusy from None
        try:
            yield
        finally:
            self._places.release()
