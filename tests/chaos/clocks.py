"""Clocks that are off: a process that is started with these settings reads how far from a file of its own, each second.

libfaketime stands between the process and the kernel's wall clock; waiting goes by the monotonic clock, which stays true.
"""

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path


def clock_settings(folder: Path, names: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """The environment of each of these processes, by name; their clocks are right until they are moved."""
    folder.mkdir(parents=True, exist_ok=True)
    settings: dict[str, Mapping[str, str]] = {}
    for name in names:
        move_clock(folder, name, 0)
        settings[name] = {
            "LD_PRELOAD": str(_library()),
            "FAKETIME_TIMESTAMP_FILE": str(folder / name),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }
    return settings


def move_clock(folder: Path, name: str, seconds: float) -> None:
    """From the next second on this process's clock is ahead by so many seconds, or behind."""
    (folder / name).write_text(f"{seconds:+.1f}s\n", encoding="ascii")


def right_clocks(folder: Path) -> None:
    """Every clock is right again, so that a storm is the same whatever came before it."""
    for file in folder.iterdir():
        move_clock(folder, file.name, 0)


def _library() -> Path:
    found = find_spec("libfaketime")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "vendor" / "libfaketime" / "src" / "libfaketime.so.1"
