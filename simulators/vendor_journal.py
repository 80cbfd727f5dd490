"""The vendors' own log, on one monotonic clock, so that a measurement can subtract what they took."""

from collections import deque
from typing import Any

from simulators.clock import now_ms


class Journal:
    """What the simulated services did, newest last; bounded, so a long run cannot fill the memory."""

    def __init__(self, kept: int = 200_000) -> None:
        self._entries: deque[dict[str, Any]] = deque(maxlen=kept)

    def record(self, service: str, event: str, **fields: Any) -> None:
        """Note that this service did this now; at_ms is the process's monotonic clock in milliseconds."""
        self._entries.append({"at_ms": now_ms(), "service": service, "event": event, **fields})

    def entries(self) -> list[dict[str, Any]]:
        """Everything kept, oldest first."""
        return list(self._entries)
