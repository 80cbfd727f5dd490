"""How loaded the process is, judged by how late its event loop runs: audio must leave every 20 ms."""

import asyncio
from typing import Final

_EVERY_SECONDS: Final = 0.1
_TOO_LATE_MS: Final = (
    25.0  # a frame's time and a little more: the carrier's 200 ms ahead still hide it from the ear
)
_FINE_AGAIN_MS: Final = 10.0
_SMOOTHING: Final = 0.1  # about a second's memory at ten looks a second


class LoopLag:
    """Looks ten times a second how late the loop runs; smoothed over about a second."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._due_at = self._loop.time() + _EVERY_SECONDS
        self._look: asyncio.TimerHandle | None = self._loop.call_at(self._due_at, self._see)
        self._door = Door()

    @property
    def milliseconds(self) -> float:
        """The lateness by now."""
        return self._door.lag_ms

    @property
    def has_room(self) -> bool:
        """More calls would still be held well."""
        return self._door.is_open

    def stop(self) -> None:
        """Look no more."""
        if self._look is not None:
            self._look.cancel()
            self._look = None

    def _see(self) -> None:
        now = self._loop.time()
        self._door.saw(1000 * (now - self._due_at))
        self._due_at = now + _EVERY_SECONDS
        self._look = self._loop.call_at(self._due_at, self._see)


class Door:
    """Open for new calls until the loop runs late, and again only when it has recovered well."""

    def __init__(self) -> None:
        self.lag_ms = 0.0
        self.is_open = True

    def saw(self, lag_ms: float) -> None:
        """The loop ran so late this time."""
        self.lag_ms += _SMOOTHING * (lag_ms - self.lag_ms)
        if self.lag_ms > _TOO_LATE_MS:
            self.is_open = False
        elif self.lag_ms < _FINE_AGAIN_MS:
            self.is_open = True
