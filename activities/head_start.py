"""How long before its slot a dial begins: as the last dials of this process needed, so that a busy one dials later, not in vain.

Each slot that is missed costs facts, a decision and a slot more, which makes a busy process busier still.
The slot: database/trunk_pace.py; the dial: dialling.py.
"""

from collections import deque
from typing import Final

LEAST_SECONDS: Final = 0.15
"""What a quiet process needs, with a database that stalls for a moment."""

MOST_SECONDS: Final = 0.7
"""Less than a decision may be old; a process that needs more misses its slots."""

_REMEMBERED: Final = 16

_SPARE: Final = 1.5
"""What a dial needs after that, to make up the request and find a connection, is not seen here."""


class HeadStart:
    """Learns from each dial how long it took from its planned beginning until it could leave."""

    def __init__(self) -> None:
        self._needed: deque[float] = deque(maxlen=_REMEMBERED)

    @property
    def seconds(self) -> float:
        """What the next dial is given: enough for all but the slowest of the last ones."""
        if len(self._needed) < 2:
            return LEAST_SECONDS
        most = sorted(self._needed)[-2]
        return min(MOST_SECONDS, max(LEAST_SECONDS, most * _SPARE))

    def needed(self, seconds: float) -> None:
        """So long after its planned beginning a dial was ready to leave, in time or not."""
        self._needed.append(seconds)
