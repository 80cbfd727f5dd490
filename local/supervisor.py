"""Runs several children in order, restarts one that dies, and ends them in reverse order.

The supervisor holds its home folder: a second one in the same folder is refused, and what a killed one left behind is
ended before the first child starts.
"""

import asyncio
import fcntl
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from local.errors import AlreadyRunning, LocalSystemError
from local.private import private_folder
from local.processes import Child, Program, end_leftover

FIRST_PAUSE = timedelta(seconds=0.5)
LONGEST_PAUSE = timedelta(seconds=15)
# A child that lived this long before it died is not in a loop of failures: its next start waits the first pause only.
LIVED_LONG = timedelta(seconds=30)

# So often a child is asked whether it beats, and so many missed beats in a row mean that it is lost: two seconds.
BEAT_EVERY = timedelta(seconds=0.5)
MOST_MISSED = 4

Say = Callable[[str], None]


@dataclass(slots=True)
class Place:
    """Where one program's present child stands."""

    program: Program
    child: Child
    # Held while the child is being exchanged, so that the watcher and restart() never start two.
    exchange: asyncio.Lock = field(default_factory=asyncio.Lock)
    exchanged: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, child: Child) -> None:
        self.child = child
        self.exchanged.set()


class Supervisor:
    """Use as `async with Supervisor(home, say=print) as supervisor: await supervisor.start(program)`."""

    def __init__(self, home: Path, *, say: Say, restarts: bool = True) -> None:
        self.home = home.absolute()
        self.run_folder = self.home / "run"
        self._say = say
        self._restarts = restarts
        self._places: dict[str, Place] = {}
        self._watchers = asyncio.TaskGroup()
        self._watches: list[asyncio.Task[None]] = []
        self._hold: IO[str] | None = None

    async def __aenter__(self) -> Self:
        self._hold = hold(self.home)
        await self._end_leftovers()
        await self._watchers.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for watch in self._watches:
            watch.cancel()
        try:
            # Without the error: a cancelled body must not cancel the ending of its children.
            await self._watchers.__aexit__(None, None, None)
        finally:
            await self._stop_all()
            assert self._hold is not None
            self._hold.close()

    @property
    def children(self) -> dict[str, Child]:
        """The present child of each program, in starting order."""
        return {name: place.child for name, place in self._places.items()}

    async def start(self, program: Program) -> Child:
        """Start the program and return when it is ready; from then on it is watched. Raises ChildFailed."""
        child = await Child.start(program, self._pid_file(program.name))
        place = self._places[program.name] = Place(program, child)
        if self._restarts:
            self._watches.append(self._watchers.create_task(self._watch(place), name=f"watch {program.name}"))
        if program.is_beating is not None:
            listening = self._kill_when_silent(place, program.is_beating)
            self._watches.append(self._watchers.create_task(listening, name=f"beat of {program.name}"))
        return child

    async def kill(self, name: str) -> None:
        """SIGKILL the child and wait until it is gone; it is started again if this supervisor restarts."""
        await self._places[name].child.kill()

    async def restart(self, name: str) -> Child:
        """End the child if it lives, start it anew, and return when it is ready."""
        place = self._places[name]
        async with place.exchange:
            await place.child.stop()
            place.put(await Child.start(place.program, self._pid_file(name)))
        return place.child

    async def until_running(self, name: str) -> Child:
        """The child that runs after the present one, if that one is dead, was started again. Has no limit of its own."""
        place = self._places[name]
        while not place.child.is_alive:
            place.exchanged.clear()
            await place.exchanged.wait()
        return place.child

    def pause(self, name: str) -> None:
        """SIGSTOP the child: it keeps its sockets and does nothing."""
        self._places[name].child.send(signal.SIGSTOP)

    def resume(self, name: str) -> None:
        """Let a paused child go on."""
        self._places[name].child.send(signal.SIGCONT)

    def kill_all(self) -> None:
        """SIGKILL to everything at once, without waiting: the answer to a second Ctrl-C."""
        for place in self._places.values():
            place.child.send(signal.SIGKILL)

    async def _watch(self, place: Place) -> None:
        """Start the child again whenever it dies, more slowly each time it dies young."""
        pause = FIRST_PAUSE
        while True:
            child, started = place.child, asyncio.get_running_loop().time()
            status = await child.wait()
            if asyncio.get_running_loop().time() - started > LIVED_LONG.total_seconds():
                pause = FIRST_PAUSE
            if place.child is child:
                self._say(f"{place.program.name} {ending(status)}; starting it again")
            while place.child is child:  # until this loop or restart() has put a new one in its place
                await asyncio.sleep(pause.total_seconds())
                pause = min(2 * pause, LONGEST_PAUSE)
                await self._start_again(place, child)

    async def _kill_when_silent(self, place: Place, is_beating: Callable[[int], Awaitable[bool]]) -> None:
        """Kill a child that lives but does nothing: what it holds can go on elsewhere only once it is gone."""
        missed, loop = 0, asyncio.get_running_loop()
        while True:
            child, due_at = place.child, loop.time() + BEAT_EVERY.total_seconds()
            beats = not child.is_alive or await is_beating(child.pid)
            missed = 0 if beats or place.child is not child else missed + 1
            if missed == MOST_MISSED:
                self._say(
                    f"{place.program.name} (pid {child.pid}) has been silent for two seconds; killing it"
                )
                await child.kill()
                missed = 0
            await asyncio.sleep(due_at - loop.time())

    async def _start_again(self, place: Place, dead: Child) -> None:
        async with place.exchange:
            if place.child is not dead:
                return
            try:
                place.put(await Child.start(place.program, self._pid_file(place.program.name)))
            except LocalSystemError as error:
                self._say(f"{error}\n{place.program.name} is tried again")
            else:
                self._say(f"{place.program.name} is running again (pid {place.child.pid})")

    async def _stop_all(self) -> None:
        try:
            for name, place in reversed(self._places.items()):
                if place.child.is_alive:
                    self._say(f"ending {name}")
                await place.child.stop()
        except BaseException:
            self.kill_all()
            raise

    async def _end_leftovers(self) -> None:
        for note in sorted(self.run_folder.glob("*.pid")):
            stop_signal = signal.SIGINT if note.stem == "postgres" else signal.SIGTERM
            pid = await end_leftover(note, stop_signal)
            if pid is not None:
                self._say(f"ended {note.stem} (pid {pid}), left over from a run that was killed")

    def _pid_file(self, name: str) -> Path:
        return self.run_folder / f"{name}.pid"


def ending(status: int) -> str:
    """How a process ended, in words."""
    if status < 0:
        return f"was ended by {signal.Signals(-status).name}"
    return f"ended with status {status}"


def hold(home: Path) -> IO[str]:
    """The lock on the home folder; the kernel gives it back when this process ends, however it ends."""
    home.mkdir(parents=True, exist_ok=True)
    file = (home / "up.lock").open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        owner = file.read().strip() or "unknown"
        file.close()
        raise AlreadyRunning(
            f"Another `outbound up` (pid {owner}) is running in {home}. To mend: end that one, or use another home folder."
        ) from None
    private_folder(home)  # only now: a server of its own user that runs there still needs its way in
    file.seek(0)
    file.truncate()
    file.write(str(os.getpid()))
    file.flush()
    return file
