"""What all calls of one network share, the pace at which it dials, and what a carrier adds to it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from simulators.clock import now_ms
from simulators.ledger import Ledger
from simulators.people.person import Person
from simulators.phone_network.call import Call
from simulators.phone_network.line import CalleeLine
from simulators.phone_network.ticker import Ticker
from simulators.tasks import Tasks
from simulators.vendor_journal import Journal
from simulators.words.voice import Voice


class DialSlots:
    """Calls per second as a carrier keeps it for each account: a call above the pace waits in the queue."""

    def __init__(self, per_second: float | None) -> None:
        self._gap_ms = 1000 / per_second if per_second else 0.0
        self._next_ms: dict[str, float] = {}

    async def take(self, account: str) -> None:
        """Wait for the account's next slot."""
        now = now_ms()
        slot = max(now, self._next_ms.get(account, 0.0))
        self._next_ms[account] = slot + self._gap_ms
        if slot > now:
            await asyncio.sleep((slot - now) / 1000)


class Player(Protocol):
    """What a carrier does with one answered call."""

    async def play(self) -> str:
        """Connect the call with what its customer asked for, to the end; answers who ended it."""


class Reports(Protocol):
    """What a carrier tells its customer."""

    def progress(self, call: Call) -> object:
        """The call has moved on."""


Players = Callable[[Call, Person, CalleeLine], Player]


@dataclass(slots=True)
class Exchange:
    """What all legs of one network share; kept_numbers are those whose calls are kept as sound.

    carrier: its name in the journal; reports, players: how it tells of calls, and what it connects them with.
    """

    carrier: str
    reports: Reports
    players: Players
    ledger: Ledger
    ticker: Ticker
    voice: Voice
    journal: Journal
    tasks: Tasks
    dial_slots: DialSlots
    record_all: bool
    kept_audio: dict[str, tuple[bytearray, bytearray]] = field(default_factory=dict)
    kept_numbers: set[str] = field(default_factory=set)
