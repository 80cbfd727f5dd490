"""The driver's clock: timers that note how late they were, and the beat of 20 ms that all callees' frames keep to."""

import asyncio
import time
from collections.abc import Callable
from typing import Any, Final, Protocol

from benchmarks.voice.seen import Seen

now = time.perf_counter
_SLOTS: Final = 10
_SLOT_SECONDS: Final = 0.002


class Caller(Protocol):
    """Who keeps to the beat."""

    def tick(self, moment: float) -> None:
        """Send the frame of this moment."""


class Clock:
    """Timers on one loop. seen: where lateness goes."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self._loop = asyncio.get_running_loop()
        self._slots: list[dict[Caller, None]] = [{} for _ in range(_SLOTS)]
        self._slot = 0
        self._due = now()
        self._handle: asyncio.TimerHandle | None = None

    def at(self, moment: float, work: Callable[..., None], *arguments: Any) -> asyncio.TimerHandle:
        """Do this work at that moment."""
        return self._loop.call_later(max(0.0, moment - now()), self._do, moment, work, arguments)

    def join(self, caller: Caller) -> None:
        """Tick this one every 20 ms from now on; callees are spread over ten beats of 2 ms."""
        min(self._slots, key=len)[caller] = None
        if self._handle is None:
            self._due = now()
            self._beat()

    def leave(self, caller: Caller) -> None:
        """Never tick this one again."""
        for slot in self._slots:
            slot.pop(caller, None)

    def go_on(self) -> None:
        """The driver has paused by its own wish: the beats that it missed are not late, they are left out."""
        self._due = now()

    def stop(self) -> None:
        """Tick nobody."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _do(self, moment: float, work: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        self.seen.late.append(max(0.0, now() - moment) * 1000)
        work(*arguments)

    def _beat(self) -> None:
        moment = now()
        self.seen.late.append(max(0.0, moment - self._due) * 1000)
        for caller in tuple(self._slots[self._slot]):
            caller.tick(moment)
        self._slot = (self._slot + 1) % _SLOTS
        self._due += _SLOT_SECONDS
        self._handle = self._loop.call_later(max(0.0, self._due - now()), self._beat)


async def until(condition: Callable[[], bool], seconds: float) -> bool:
    """Wait until the condition holds; False when it did not in so many seconds."""
    deadline = now() + seconds
    while not (held := condition()):
        if now() > deadline:
            break
        await asyncio.sleep(0.1)
    return held
