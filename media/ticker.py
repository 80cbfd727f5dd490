"""One clock for all calls of the process: every 20 ms each call that has audio waiting sends what is due."""

import asyncio
from typing import Final, Protocol

_PERIOD_SECONDS: Final = 0.02


class Ticking(Protocol):
    """Something that sends by the clock."""

    def tick(self) -> bool:
        """Send what is due; False when nothing waits any more, so that no further tick is needed."""


class Ticker:
    """Ticks those who have something to send; sleeps while nobody has."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._sending: set[Ticking] = set()
        self._next: asyncio.TimerHandle | None = None
        self._due_at = 0.0

    def wake(self, one: Ticking) -> None:
        """Tick this one from now on, until it says that nothing waits."""
        self._sending.add(one)
        if self._next is None:
            self._due_at = self._loop.time() + _PERIOD_SECONDS
            self._next = self._loop.call_at(self._due_at, self._tick)

    def forget(self, one: Ticking) -> None:
        """Never tick this one again."""
        self._sending.discard(one)

    def _tick(self) -> None:
        for one in tuple(self._sending):
            if not one.tick():
                self._sending.discard(one)
        self._due_at = max(self._due_at + _PERIOD_SECONDS, self._loop.time())
        self._next = self._loop.call_at(self._due_at, self._tick) if self._sending else None
