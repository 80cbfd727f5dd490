"""A clock that stands still while the process works or is kept from working.

The simulated world catches up after a stall: its lines play every frame that was due, one after the other, before the media
server can send more, so that words are torn and an echo comes back later than any echo does. On a busy machine that
happens to tests of calls and proves nothing about the product. Here only waiting takes time, as on a machine that is
never busy.
"""

import asyncio
import selectors
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_LEAST = 1e-6
"""Seconds that every turn of the loop takes: a loop fires a timer up to its clock's resolution early, and who then looks at
the clock and sets the timer again would do so for ever if it stood."""


class _Waits:
    """A loop's selector, and the loop's time: while somebody holds it, the sum of what it waited, never longer than it meant to.

    Otherwise it goes on from there as clocks do. It never leaps to where the others are by then: whoever still waits would
    wait no longer.
    """

    def __init__(self, selector: Any, now: float) -> None:
        self._selector = selector
        self._now = now
        self._went_on_at = time.monotonic()
        self._holders = 0

    def time(self) -> float:
        return self._now if self._holders else self._now + time.monotonic() - self._went_on_at

    def hold(self) -> None:
        self._now = self.time()
        self._holders += 1

    def let_go(self) -> None:
        self._holders -= 1
        self._went_on_at = time.monotonic()

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        began = time.monotonic()
        ready: list[tuple[selectors.SelectorKey, int]] = self._selector.select(timeout)
        if self._holders:
            waited = time.monotonic() - began
            self._now += waited if timeout is None else max(_LEAST, min(waited, timeout))
        return ready

    def __getattr__(self, name: str) -> Any:
        return getattr(self._selector, name)


@contextmanager
def standing_clock() -> Iterator[None]:
    """The running loop's clock stands still but for its waits, until the last of those that hold it lets it go."""
    loop: Any = asyncio.get_running_loop()
    if not isinstance(loop._selector, _Waits):
        loop._selector = _Waits(loop._selector, loop.time())
        loop.time = loop._selector.time
    waits: _Waits = loop._selector
    waits.hold()
    try:
        yield
    finally:
        waits.let_go()
