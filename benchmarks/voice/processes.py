"""The servers under test as processes: pinned to one core, watched through /proc, and always ended."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_START_SECONDS: Final = 60.0
_STOP_SECONDS: Final = 8.0
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")

SERVER_CORE: Final = 0
DRIVER_CORE: Final = 1


class ServerFailed(RuntimeError):
    """A server under test did not come up, or went away."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process has used so far: seconds on a core, and seconds in which it was ready but the core was not."""

    at: float
    ran: float
    waited: float

    def since(self, earlier: "Usage") -> tuple[float, float]:
        """The shares of a core that it ran and waited since then."""
        span = self.at - earlier.at
        return (self.ran - earlier.ran) / span, (self.waited - earlier.waited) / span


def usage(pid: int) -> Usage:
    """From the scheduler's own count of every thread, in nanoseconds: tick accounting misleads with 20 ms traffic."""
    ran = waited = 0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        try:
            fields = (thread / "schedstat").read_text().split()
        except FileNotFoundError:
            continue
        ran, waited = ran + int(fields[0]), waited + int(fields[1])
    return Usage(time.perf_counter(), ran / 1e9, waited / 1e9)


def pin(pid: int, core: int) -> None:
    """Keep a process to this core, where the machine has it; its later threads inherit that."""
    if core in os.sched_getaffinity(0) or core < (os.cpu_count() or 1):
        os.sched_setaffinity(pid, {core})


@dataclass(frozen=True, slots=True)
class Server:
    """A server under test that serves. port: the carrier's; control_port: where it tells how it is."""

    name: str
    process: "subprocess.Popen[bytes]"
    port: int
    control_port: int

    @property
    def pid(self) -> int:
        """Its process."""
        return self.process.pid

    def usage(self) -> Usage:
        """What it has used so far. Raises ServerFailed when it has gone."""
        if self.process.poll() is not None:
            raise ServerFailed(f"{self.name} ended with status {self.process.returncode}")
        return usage(self.pid)

    def memory(self) -> int:
        """Bytes of resident memory."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * _PAGE

    def descriptors(self) -> int:
        """Open files and sockets."""
        return len(os.listdir(f"/proc/{self.pid}/fd"))


@contextmanager
def serving(
    name: str, command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """The server, from its line with "port" and "control_port" until the end of the context. Raises ServerFailed."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
            preexec_fn=lambda: pin(0, SERVER_CORE),
            start_new_session=True,
        )
    try:
        ports = _wait_for_ports(name, process, log)
        yield Server(name, process, ports["port"], ports["controlPort"])
    finally:
        _end(process)


def _wait_for_ports(name: str, process: "subprocess.Popen[bytes]", log: Path) -> dict[str, int]:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        for line in log.read_text(errors="replace").splitlines():
            if '"media.serving"' in line:
                found: dict[str, int] = json.loads(line)["metadata"]
                return found
        time.sleep(0.05)
    tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
    raise ServerFailed(f"{name} did not come up:\n{tail}")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ask, then insist; its whole process group goes."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
