"""One clock for all calls of the process: every 20 ms silent lines are read, and waiting audio is sent as it is due."""

import asyncio
from typing import Final, Protocol

_PERIOD_SECONDS: Final = 0.02


class Ticking(Protocol):
    """Something that reads or sends by the clock."""

    def tick(self) -> bool:
        """Do what is due; False when no further tick is needed."""


class Ticker:
    """Ticks those who have something to do by the clock; sleeps while nobody has."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._ticking: set[Ticking] = set()
        self._next: asyncio.TimerHandle | None = None
        self._due_at = 0.0

    def wake(self, one: Ticking) -> None:
        """Tick this one from now on, until it says that nothing waits."""
        self._ticking.add(one)
        if self._next is None:
            self._due_at = self._loop.time() + _PERIOD_SECONDS
            self._next = self._loop.call_at(self._due_at, self._tick)

    def forget(self, one: Ticking) -> None:
        """Never tick this one again."""
        self._ticking.discard(one)

    def _tick(self) -> None:
        for one in tuple(self._ticking):
            if not one.tick():
                self._ticking.discard(one)
        self._due_at = max(self._due_at + _PERIOD_SECONDS, self._loop.time())
        self._next = self._loop.call_at(self._due_at, self._tick) if self._ticking else None
