"""When a slot comes by this process's own clock, though slots are given by the database's.

An answer of the database is on its way for a while, and longest when this process is busy. So not every answer is
believed: the one that says the database's clock is furthest ahead was on its way for the shortest time.
"""

import time
from typing import Final

from database.dialling import Slot

_BELIEVED_SECONDS: Final = 60.0
"""So long one answer is believed; clocks drift apart by well under a millisecond meanwhile."""


class SlotClock:
    """Knows how far the database's clock is ahead of the monotonic one."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._learned_at = float("-inf")

    def due(self, slot: Slot) -> float:
        """The slot on the monotonic clock; to be asked as soon as the slot is known."""
        moment = time.monotonic()
        ahead = slot.known_at.timestamp() - moment
        if ahead >= self._ahead or moment - self._learned_at > _BELIEVED_SECONDS:
            self._ahead, self._learned_at = ahead, moment
        return slot.at.timestamp() - self._ahead
