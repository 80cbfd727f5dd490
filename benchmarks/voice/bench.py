"""What every measurement needs: the vendors' door, the servers to start, and how long to look."""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks.voice import processes
from benchmarks.voice.clock import Clock
from benchmarks.voice.dialling import Ours, Pipecat
from benchmarks.voice.seen import Seen
from benchmarks.voice.stage import Stage
from benchmarks.voice.vendors import Vendors

_BOT = Path(__file__).with_name("pipecat_bot.py")

Say = Callable[[str], None]


@dataclass(slots=True)
class Bench:
    """One run. seconds: how long a stretch is; python: pipecat's interpreter, None to leave it out;
    bare: it neither records nor times its turns."""

    vendors: Vendors
    folder: Path
    say: Say
    rounds: int
    seconds: float
    python: Path | None
    bare: bool = False
    _runs: "count[int]" = field(default_factory=lambda: count(1))
    _calls: "count[int]" = field(default_factory=lambda: count(1))

    @asynccontextmanager
    async def ours(self, *, record: bool = True) -> AsyncIterator[Stage]:
        """Our server, fresh."""
        home = self.folder / f"ours-{next(self._runs)}"
        home.mkdir()
        command = [sys.executable, "-m", "benchmarks.voice.ours", str(self.vendors.port), str(home)]
        with processes.serving("our server", command, home / "log") as server:
            stage = Stage(server, Ours(record=record), self.vendors, self._calls)
            async with stage.open():
                yield stage

    @asynccontextmanager
    async def pipecat(self) -> AsyncIterator[Stage]:
        """The pipecat bot, fresh."""
        assert self.python is not None
        home = self.folder / f"pipecat-{next(self._runs)}"
        home.mkdir()
        command = [str(self.python), str(_BOT), str(self.vendors.port), str(home), *self._wish()]
        with processes.serving("pipecat", command, home / "log") as server:
            stage = Stage(server, Pipecat(), self.vendors, self._calls)
            async with stage.open():
                yield stage

    def _wish(self) -> list[str]:
        return ["bare"] if self.bare else []


@asynccontextmanager
async def running_bench(
    folder: Path, say: Say, *, rounds: int, seconds: float, python: Path | None, bare: bool = False
) -> AsyncIterator[Bench]:
    """The vendors serve and this process keeps to its core for as long as the context lasts."""
    cores = os.sched_getaffinity(0)
    processes.pin(os.getpid(), processes.DRIVER_CORE)
    clock = Clock(Seen())
    vendors = Vendors(clock)
    door = await vendors.open()
    gc.freeze()
    try:
        yield Bench(vendors, folder, say, rounds, seconds, python, bare)
    finally:
        clock.stop()
        door.close()
        gc.unfreeze()
        os.sched_setaffinity(0, cores)
        await asyncio.sleep(0)
