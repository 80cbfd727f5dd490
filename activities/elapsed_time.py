"""How long ago something was, by this process: its clocks may be set, and may stand still while the machine sleeps."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment on both clocks of this process: the steady one, in seconds, stops with the machine; the other is set by people."""

    steady: float
    time_of_day: datetime

    @classmethod
    def now(cls) -> Self:
        """The present."""
        return cls(time.monotonic(), datetime.now(UTC))

    def age_at(self, steady: float) -> timedelta:
        """How old it will be at that moment of the steady clock: what the clock that saw more time go by says."""
        slept = datetime.now(UTC) - self.time_of_day - timedelta(seconds=time.monotonic() - self.steady)
        return timedelta(seconds=steady - self.steady) + max(slept, timedelta(0))
