"""What all calls of one network share, and the pace at which it dials."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulators.clock import now_ms
from simulators.faults import Faults
from simulators.journal import Journal
from simulators.ledger import Ledger
from simulators.phone_network.ticker import Ticker
from simulators.phone_network.twilio.callbacks import Callbacks
from simulators.phone_network.twilio.stream import MediaStream
from simulators.phone_network.twilio.webhooks import Webhooks
from simulators.tasks import Tasks
from simulators.words.voice import Voice

if TYPE_CHECKING:
    from simulators.phone_network.leg import Leg


class DialSlots:
    """Calls per second as Twilio keeps it: a call above the pace waits in the queue."""

    def __init__(self, per_second: float | None) -> None:
        self._gap_ms = 1000 / per_second if per_second else 0.0
        self._next_ms = 0.0

    async def take(self) -> None:
        """Wait for the next slot."""
        now = now_ms()
        slot = max(now, self._next_ms)
        self._next_ms = slot + self._gap_ms
        if slot > now:
            await asyncio.sleep((slot - now) / 1000)


@dataclass(slots=True)
class Exchange:
    """What all legs of one network share; kept_numbers are those whose calls are kept as sound."""

    ledger: Ledger
    callbacks: Callbacks
    webhooks: Webhooks
    ticker: Ticker
    voice: Voice
    faults: Faults
    journal: Journal
    tasks: Tasks
    auth_token: str
    redirect_pause_s: float
    dial_slots: DialSlots
    record_all: bool
    legs: dict[str, "Leg"] = field(default_factory=dict)
    kept_audio: dict[str, tuple[bytearray, bytearray]] = field(default_factory=dict)
    kept_numbers: set[str] = field(default_factory=set)
    to_be_swapped: list[MediaStream] = field(default_factory=list)
