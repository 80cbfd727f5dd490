"""One server under test between callees and vendors, and stretches of time in which it is watched."""

import asyncio
import gc
import json
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Final, Protocol

from benchmarks.voice import processes
from benchmarks.voice.callee import Callee
from benchmarks.voice.clock import now, until
from benchmarks.voice.figures import Point
from benchmarks.voice.processes import Server, Usage
from benchmarks.voice.script import Course
from benchmarks.voice.seen import Seen
from benchmarks.voice.vendors import Vendors
from benchmarks.voice.wire import get

_LEAVE_SECONDS: Final = 20.0
_ANSWER_SECONDS: Final = 15.0


class Dialling(Protocol):
    """How calls reach one kind of server."""

    async def prepare(self, server: Server, call: int) -> None:
        """Ring time."""

    def stream(self, server: Server, call: int) -> tuple[str, dict[str, str]]:
        """The path and headers of the media stream's handshake."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A stretch of time that is being watched: what was seen since it began, and what was used until then."""

    stage: "Stage"
    seen: Seen
    server: Usage
    driver: Usage

    def point(self) -> Point:
        """The stretch until now in numbers."""
        ran, waited = self.stage.server.usage().since(self.server)
        driver, _ = processes.usage(os.getpid()).since(self.driver)
        calls = len(self.stage.live)
        return Point.of(self.seen, calls, server_core=ran, server_waited=waited, driver_core=driver)


@dataclass(slots=True)
class Stage:
    """The stage: one server, its vendors and its callees. numbers: of the calls, each given out once."""

    server: Server
    dialling: Dialling
    vendors: Vendors
    numbers: Iterator[int]

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """At its end everybody hangs up."""
        try:
            yield
        finally:
            self.hang_up_all()

    @property
    def live(self) -> list[Callee]:
        """Who is on the line."""
        return [callee for callee in self.vendors.callees.values() if not callee.is_over]

    async def call(self, course: Course) -> None:
        """One call: prepared, answered and begun; a server that refuses it has broken it."""
        callee = Callee(next(self.numbers), course, self.vendors.clock, self.vendors.belongs)
        self.vendors.callees[callee.number] = callee
        try:
            await self._connect(callee)
        except (OSError, TimeoutError, RuntimeError):
            self.vendors.clock.seen.broken += 1
            callee.is_over = True

    async def _connect(self, callee: Callee) -> None:
        async with asyncio.timeout(_ANSWER_SECONDS):
            await self.dialling.prepare(self.server, callee.number)
            path, headers = self.dialling.stream(self.server, callee.number)
            await callee.pick_up(self.server.port, path, headers)

    async def arrive(self, calls: int, per_second: float, course: Course) -> None:
        """So many calls, one after the other at this rate."""
        begun = now()
        async with asyncio.TaskGroup() as group:
            for place in range(calls):
                await _until(begun + place / per_second)
                group.create_task(self.call(course))

    @contextmanager
    def watching(self) -> Iterator[Watch]:
        """What is seen while the context lasts."""
        gc.collect()
        self.vendors.clock.go_on()
        gc.disable()  # a collection would make the driver late, and a stretch is short
        seen = self.vendors.clock.seen = Seen()
        try:
            yield Watch(self, seen, self.server.usage(), processes.usage(os.getpid()))
        finally:
            gc.enable()
            self.vendors.clock.seen = Seen()

    async def look(self, seconds: float) -> Point:
        """What happens from now on for so long, in numbers."""
        with self.watching() as watch:
            await asyncio.sleep(seconds)
            return watch.point()

    async def all_left(self) -> None:
        """Wait until every callee has hung up by themselves; who has not by then is no longer waited for."""
        await until(lambda: not self.live, _LEAVE_SECONDS)
        self.hang_up_all()

    def hang_up_all(self) -> None:
        """Nobody is on the line any more."""
        for callee in self.live:
            callee.hang_up()
        self.vendors.callees.clear()

    async def tasks(self) -> int:
        """How many asyncio tasks the server has."""
        stats = json.loads(await get(self.server.control_port, "/stats", "Bearer load"))
        return int(stats["tasks"])


async def _until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - now()))
