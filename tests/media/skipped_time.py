"""A clock for waits that nobody waits for: while nothing else is to be done, the next timer's time has come."""

import asyncio
import selectors
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_LEAST = 1e-6  # as in standing_clock


class _Skips:
    """A loop's selector that waits for nothing but what is ready by itself, and the time that the loop would have waited."""

    def __init__(self, selector: Any, now: float) -> None:
        self._selector = selector
        self.now = now

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready: list[tuple[selectors.SelectorKey, int]] = self._selector.select(None if timeout is None else 0)
        if not ready and timeout is not None:
            self.now += max(_LEAST, timeout)
        return ready

    def __getattr__(self, name: str) -> Any:
        return getattr(self._selector, name)


@contextmanager
def skipped_time() -> Iterator[None]:
    """The running loop skips its waits; for what needs no socket and no thread."""
    loop: Any = asyncio.get_running_loop()
    selector, clock, skips = loop._selector, loop.time, _Skips(loop._selector, loop.time())
    loop._selector, loop.time = skips, lambda: skips.now
    try:
        yield
    finally:
        loop._selector, loop.time = selector, clock
