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
    """A loop's selector, and the loop's time as the sum of what it waited: never longer than it meant to."""

    def __init__(self, selector: Any, now: float) -> None:
        self._selector = selector
        self.now = now

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        began = time.monotonic()
        ready: list[tuple[selectors.SelectorKey, int]] = self._selector.select(timeout)
        waited = time.monotonic() - began
        self.now += waited if timeout is None else max(_LEAST, min(waited, timeout))
        return ready

    def __getattr__(self, name: str) -> Any:
        return getattr(self._selector, name)


@contextmanager
def standing_clock() -> Iterator[None]:
    """The running loop's clock stands still but for its waits; afterwards it goes as before."""
    loop: Any = asyncio.get_running_loop()
    if isinstance(loop._selector, _Waits):  # a house within another one: the outer clock stands already
        yield
        return
    selector, waits = loop._selector, _Waits(loop._selector, loop.time())
    loop._selector, loop.time = waits, lambda: waits.now
    try:
        yield
    finally:
        loop._selector = selector
        del loop.time
