"""One beat of 20 ms for every live line, on an absolute clock: it catches up after a stall and never drifts."""

import asyncio
from collections import deque
from typing import Protocol

from simulators.clock import now_ms

BEAT_MS = 20.0
_KEPT = 50_000  # beats remembered for the lateness figures: about 17 minutes


class Line(Protocol):
    """Something that lives through 20 ms at a time."""

    def beat(self, now: float, late_ms: float) -> None:
        """Live through the next 20 ms; now is the monotonic clock in milliseconds."""


class Ticker:
    """Beats all lines; sleeps while there are none."""

    def __init__(self) -> None:
        self._lines: set[Line] = set()
        self._wanted = asyncio.Event()
        self._late_ms: deque[float] = deque(maxlen=_KEPT)

    def add(self, line: Line) -> None:
        """Beat this line from the next beat on."""
        self._lines.add(line)
        self._wanted.set()

    def remove(self, line: Line) -> None:
        """Beat it no more."""
        self._lines.discard(line)
        if not self._lines:
            self._wanted.clear()

    def lateness(self) -> dict[str, float]:
        """How late the beats were: p50, p99 and max in milliseconds; the driver's judgement of itself."""
        late = sorted(self._late_ms) or [0.0]
        return {"p50_ms": late[len(late) // 2], "p99_ms": late[int(len(late) * 0.99)], "max_ms": late[-1]}

    def forget(self) -> None:
        """Begin the lateness figures anew."""
        self._late_ms.clear()

    async def run(self) -> None:
        """Beat until cancelled."""
        while True:
            await self._wanted.wait()
            await self._beat_while_wanted()

    async def _beat_while_wanted(self) -> None:
        due = now_ms()
        while self._lines:
            await asyncio.sleep(max(0.0, due - now_ms()) / 1000)
            now = now_ms()
            late = max(0.0, now - due)
            self._late_ms.append(late)
            for line in tuple(self._lines):
                line.beat(now, late)
            due += BEAT_MS
