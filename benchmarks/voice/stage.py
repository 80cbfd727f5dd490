"""One server under test between callees and vendors, and stretches of time in which it is watched."""

import asyncio
import gc
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Final, Protocol

from benchmarks.voice import processes
from benchmarks.voice.callee import Callee
from benchmarks.voice.clock import Clock, now
from benchmarks.voice.processes import Server
from benchmarks.voice.script import Course
from benchmarks.voice.seen import Seen
from benchmarks.voice.vendors import Vendors
from benchmarks.voice.wire import get

_LEAVE_SECONDS: Final = 20.0


class Dialling(Protocol):
    """How calls reach one kind of server."""

    async def prepare(self, server: Server, call: int) -> None:
        """Ring time."""

    def stream(self, server: Server, call: int) -> tuple[str, dict[str, str]]:
        """The path and headers of the media stream's handshake."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was seen in one stretch of time, with so many calls. Shares are of one core.

    server_waited: ready to run, but somebody else was on its core.
    """

    calls: int
    seconds: float
    seen: Seen
    server_core: float
    server_waited: float
    driver_core: float
    driver_waited: float


@dataclass(slots=True)
class Stage:
    """The stage: one server, its vendors and its callees."""

    server: Server
    dialling: Dialling
    clock: Clock
    vendors: Vendors
    own_pid: int
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def live(self) -> list[Callee]:
        """Who is on the line."""
        return [callee for callee in self.vendors.callees.values() if not callee.is_over]

    async def call(self, course: Course) -> Callee:
        """One call: prepared, answered and begun. Raises OSError, ConnectionError, RuntimeError."""
        callee = Callee(next(self._numbers), course, self.clock, self.vendors.belongs)
        self.vendors.callees[callee.number] = callee
        await self.dialling.prepare(self.server, callee.number)
        path, headers = self.dialling.stream(self.server, callee.number)
        await callee.pick_up(self.server.port, path, headers)
        return callee

    async def arrive(self, calls: int, per_second: float, course: Course) -> None:
        """So many calls, one after the other at this rate."""
        begun = now()
        async with asyncio.TaskGroup() as group:
            for place in range(calls):
                await _until(begun + place / per_second)
                group.create_task(self.call(course))

    async def watch(self, seconds: float) -> Stretch:
        """Everything that happens from now on for so long."""
        with self.watching() as seen:
            server, own, begun = self.server.usage(), processes.usage(self.own_pid), now()
            await asyncio.sleep(seconds)
            ran, waited = self.server.usage().since(server)
            driver_ran, driver_waited = processes.usage(self.own_pid).since(own)
        return Stretch(len(self.live), now() - begun, seen, ran, waited, driver_ran, driver_waited)

    @contextmanager
    def watching(self) -> Iterator[Seen]:
        """What is seen while the context lasts."""
        gc.collect()
        seen = self.clock.seen = Seen()
        try:
            yield seen
        finally:
            self.clock.seen = Seen()

    async def all_left(self) -> None:
        """Wait until every callee has hung up by themselves. Raises TimeoutError."""
        async with asyncio.timeout(_LEAVE_SECONDS):
            while self.live:
                await asyncio.sleep(0.05)
        self.vendors.callees.clear()

    async def hang_up_all(self) -> None:
        """Nobody is on the line any more."""
        for callee in self.live:
            callee.hang_up()
        self.vendors.callees.clear()

    async def tasks(self) -> int:
        """How many asyncio tasks the server has."""
        stats = json.loads(await get(self.server.control_port, "/stats", "Bearer load"))
        return int(stats["tasks"])


@asynccontextmanager
async def staged(server: Server, dialling: Dialling, vendors: Vendors, own_pid: int) -> AsyncIterator[Stage]:
    """A stage for this server; at its end everybody hangs up."""
    stage = Stage(server, dialling, vendors.clock, vendors, own_pid)
    try:
        yield stage
    finally:
        await stage.hang_up_all()


async def _until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - now()))
