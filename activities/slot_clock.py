"""When a slot comes by this process's own clock, though slots are given by the database's.

An answer of the database is on its way for a while, and longest when this process is busy. So not every answer is
believed: the one that says the database's clock is furthest ahead was on its way for the shortest time. That may still have been
long in a process that has just begun, so nothing is sent by a clock that no quick answer has set.
"""

import time
from datetime import datetime
from typing import Final

from database.dialling import Slot

_BELIEVED_SECONDS: Final = 60.0
"""So long one answer is believed; clocks drift apart by well under a millisecond meanwhile."""

_QUICK_SECONDS: Final = 0.02
"""An answer that was asked for no longer ago is wrong by less: a fraction of what lies between slots and may be late."""


class SlotClock:
    """Knows how far the database's clock is ahead of the monotonic one."""

    def __init__(self) -> None:
        self._ahead = float("-inf")
        self._sure_until = float("-inf")

    @property
    def is_sure(self) -> bool:
        """Whether a quick answer has set it not long ago."""
        return time.monotonic() < self._sure_until

    def hear(self, answer: datetime, asked_at: float) -> None:
        """The database's clock stood there when it answered what was asked at this monotonic moment; the answer came now."""
        moment = time.monotonic()
        ahead, is_quick = answer.timestamp() - moment, moment - asked_at <= _QUICK_SECONDS
        if is_quick and (ahead > self._ahead or moment >= self._sure_until):
            self._ahead, self._sure_until = ahead, moment + _BELIEVED_SECONDS
        elif ahead > self._ahead:
            was_set_on = ahead > self._ahead + _QUICK_SECONDS
            self._ahead = ahead
            self._sure_until = float("-inf") if was_set_on else self._sure_until

    def due(self, slot: Slot) -> float:
        """The slot on the monotonic clock."""
        return slot.at.timestamp() - self._ahead
