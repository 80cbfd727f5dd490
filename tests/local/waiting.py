"""Waiting for a condition, and counting what is left, in tests of processes."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import psutil

POLL_SECONDS = 0.02


async def until(condition: Callable[[], bool | Awaitable[bool]], within: float = 15) -> None:
    """Return once the condition holds; TimeoutError when it does not within so many seconds."""
    async with asyncio.timeout(within):
        while True:
            held = condition()
            if held if isinstance(held, bool) else await held:
                return
            await asyncio.sleep(POLL_SECONDS)


def processes_mentioning(place: Path) -> list[str]:
    """The command lines of living processes in which the folder appears, or which work in it."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                continue
            line = " ".join(process.cmdline())
            if str(place) in line or Path(process.cwd()).is_relative_to(place):
                found.append(line)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return found
