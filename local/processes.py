"""One child process: started in its own process group, waited for until ready, ended within a limit.

A child leaves a pid file while it lives, so that a later start can find and end what a killed supervisor left.
Who starts which children in which order is the business of supervisor.py.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import psutil

from local.errors import ChildFailed
from local.private import private_folder

LAUNCH = Path(__file__).with_name("launch.py")
POLL_SECONDS = 0.03  # chosen by feel: well below what a person notices, cheap enough to repeat for minutes
LAST_LINES_SHOWN = 12
LONGEST_LOG_BYTES = 50_000_000
SAME_START_SECONDS = 1.0  # a process is known by pid and start time; the clock may be adjusted in between


async def nothing_to_do() -> None:
    """For programs that need no preparation."""


@dataclass(frozen=True, slots=True)
class Program:
    """What to run, and what counts as running.

    environment is added to the supervisor's own. prepare runs before every start, complete after it became ready;
    is_ready is given the process's id, and is asked again and again until it answers True. is_beating, asked every half
    second afterwards, says whether the process still does its work: one that is silent for two seconds is killed.
    """

    name: str
    command: tuple[str, ...]
    log: Path
    is_ready: Callable[[int], Awaitable[bool]]
    prepare: Callable[[], Awaitable[None]] = nothing_to_do
    complete: Callable[[], Awaitable[None]] = nothing_to_do
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path = field(default_factory=Path.cwd)
    ready_within: timedelta = timedelta(seconds=30)
    stop_signal: signal.Signals = signal.SIGTERM
    stop_within: timedelta = timedelta(seconds=10)
    # Sent by the kernel if the supervisor dies without a farewell.
    death_signal: signal.Signals = signal.SIGKILL
    user: str | None = None
    is_beating: Callable[[int], Awaitable[bool]] | None = None


class Child:
    """One run of a program. Begin it with `await Child.start(program, pid_file)`."""

    def __init__(self, program: Program, process: asyncio.subprocess.Process, pid_file: Path) -> None:
        self.program = program
        self.pid = process.pid
        self._process = process
        self._pid_file = pid_file
        self._swept = False

    @classmethod
    async def start(cls, program: Program, pid_file: Path) -> "Child":
        """Start the program and return when it is ready. Raises ChildFailed, leaving nothing behind."""
        await program.prepare()
        child = await cls._spawn(program, pid_file)
        try:
            await child._wait_until_ready()
            await program.complete()
        except BaseException:
            await child.kill()
            raise
        return child

    @classmethod
    async def _spawn(cls, program: Program, pid_file: Path) -> "Child":
        await asyncio.to_thread(open_log, program.log)
        private_folder(pid_file.parent)
        tied = (str(os.getpid()), program.death_signal.name, program.user or "-")
        with program.log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-S", str(LAUNCH), *tied, *program.command),
                cwd=program.folder,
                env={**os.environ, **program.environment},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                umask=0o077,  # whatever the child leaves behind is its user's alone
            )
        remember(pid_file, process.pid, program.name)
        return cls(program, process, pid_file)

    async def _wait_until_ready(self) -> None:
        try:
            async with asyncio.timeout(self.program.ready_within.total_seconds()):
                while not await self.program.is_ready(self.pid):
                    if not self.is_alive:
                        raise ChildFailed(self.failure(f"ended with status {self._process.returncode}"))
                    await asyncio.sleep(POLL_SECONDS)
        except TimeoutError:
            limit = self.program.ready_within.total_seconds()
            raise ChildFailed(self.failure(f"was not ready within {limit:.0f} s")) from None

    def failure(self, what: str) -> str:
        """What happened to the process, with the end of its log."""
        lines = last_lines(self.program.log)
        shown = "".join(f"\n    {line}" for line in lines) or " (nothing)"
        return f"{self.program.name} {what}. Its log {self.program.log} ends with:{shown}"

    @property
    def is_alive(self) -> bool:
        return self._process.returncode is None

    async def wait(self) -> int:
        """The exit status, once the process has ended (negative: the signal that ended it)."""
        status = await self._process.wait()
        if not self._swept:
            # Once, and at once: later the number may belong to a group of somebody else.
            self._swept = True
            kill_group(self.pid)
            forget(self._pid_file)
        return status

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the process itself, if it still lives."""
        with suppress(ProcessLookupError):
            self._process.send_signal(number)

    async def stop(self) -> None:
        """End the process: politely first, by force when its limit is over. Its whole group is gone afterwards."""
        self.send(self.program.stop_signal)
        self.send(signal.SIGCONT)  # a stopped process could not hear the request
        with suppress(TimeoutError):
            async with asyncio.timeout(self.program.stop_within.total_seconds()):
                await self.wait()
        await self.kill()

    async def kill(self) -> None:
        """End the process and its whole group at once."""
        if self.is_alive:
            kill_group(self.pid)
        await self.wait()


async def run_to_end(program: Program, within: timedelta) -> None:
    """Run a program that ends by itself, such as a migration. Raises ChildFailed unless it ends well within its limit."""
    child = await Child._spawn(program, program.log.parent.parent / "run" / f"{program.name}.pid")
    try:
        async with asyncio.timeout(within.total_seconds()):
            status = await child.wait()
    except BaseException as error:
        await child.kill()
        if isinstance(error, TimeoutError):
            raise ChildFailed(child.failure(f"did not end within {within.total_seconds():.0f} s")) from None
        raise
    if status:
        raise ChildFailed(child.failure(f"ended with status {status}"))


def kill_group(group: int) -> None:
    """SIGKILL to every process of the group, if any is left."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def remember(pid_file: Path, pid: int, name: str) -> None:
    """Note who runs, for a later start that has to find leftovers. A process that is gone already leaves no note."""
    with suppress(psutil.NoSuchProcess):
        note = {"pid": pid, "started": psutil.Process(pid).create_time(), "name": name}
        pid_file.write_text(json.dumps(note), encoding="utf-8")


def remembered(pid_file: Path) -> psutil.Process | None:
    """The living process that the note means; None if it ended, even if its number belongs to another one now."""
    try:
        note = json.loads(pid_file.read_text(encoding="utf-8"))
        process = psutil.Process(note["pid"])
        is_same = abs(process.create_time() - note["started"]) < SAME_START_SECONDS
        return process if is_same and process.status() != psutil.STATUS_ZOMBIE else None
    except (FileNotFoundError, ValueError, KeyError, psutil.NoSuchProcess):
        return None


def forget(pid_file: Path) -> None:
    pid_file.unlink(missing_ok=True)


async def end_leftover(
    pid_file: Path, stop_signal: signal.Signals = signal.SIGTERM, within: timedelta = timedelta(seconds=5)
) -> int | None:
    """End what a killed supervisor left behind. Returns the pid of the process that was ended, or None."""
    leftover = remembered(pid_file)
    if leftover is not None:
        await end_process(leftover, stop_signal, within)
    forget(pid_file)
    return leftover.pid if leftover else None


async def end_process(process: psutil.Process, stop_signal: signal.Signals, within: timedelta) -> None:
    """End a process that is not our child: politely first, its whole group by force when the limit is over."""
    with suppress(psutil.NoSuchProcess):
        process.send_signal(stop_signal)
        process.send_signal(signal.SIGCONT)
    deadline = asyncio.get_running_loop().time() + within.total_seconds()
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        if asyncio.get_running_loop().time() > deadline:
            kill_group(process.pid)
            break
        await asyncio.sleep(POLL_SECONDS)


def open_log(log: Path) -> None:
    """Make room for a log; one that has grown long is put aside, in place of the one before it."""
    private_folder(log.parent)
    if log.exists() and log.stat().st_size > LONGEST_LOG_BYTES:
        log.replace(log.with_name(f"{log.name}.1"))


def last_lines(log: Path) -> list[str]:
    """The end of a log file, for a message to a person."""
    if not log.exists():
        return []
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 8192))
        text = file.read().decode("utf-8", errors="replace")
    return text.splitlines()[-LAST_LINES_SHOWN:]
