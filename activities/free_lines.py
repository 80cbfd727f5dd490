"""Tells a call that waits for a line of its trunk when one fell free in this process.

Only a shortcut: a line that falls free elsewhere is found by the next look at the rows.
"""

import asyncio
from collections import defaultdict, deque

from domain.identifiers import TrunkId


class FreeLines:
    """Who waits for a line of which trunk, in this process."""

    def __init__(self) -> None:
        self._waiting: defaultdict[TrunkId, deque[asyncio.Future[None]]] = defaultdict(deque)

    def fell_free(self, trunk_id: TrunkId) -> None:
        """Tell the call whose last look at the rows was longest ago; nobody, if none waits."""
        if waiting := self._waiting[trunk_id]:
            waiting.popleft().set_result(None)

    async def wait(self, trunk_id: TrunkId, limit_seconds: float) -> None:
        """Until a line fell free for this call, at most so long."""
        told = asyncio.get_running_loop().create_future()
        waiting = self._waiting[trunk_id]
        waiting.append(told)
        try:
            await asyncio.wait((told,), timeout=limit_seconds)
        finally:
            if not told.done():
                waiting.remove(told)
