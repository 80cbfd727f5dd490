"""Clocks that are off: a process that is started behind such a command reads how far from a file of its own, each second.

libfaketime stands between the process and the kernel's wall clock; waiting goes by the monotonic clock, which stays true.
"""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path


def on_clocks(folder: Path, names: Iterable[str]) -> dict[str, Sequence[str]]:
    """The command before each of these processes' own, by name; their clocks are right until they are set."""
    folder.mkdir(parents=True, exist_ok=True)
    commands: dict[str, Sequence[str]] = {}
    for name in names:
        (folder / name).write_text(_shown(0.0), encoding="ascii")
        commands[name] = (
            shutil.which("env") or "/usr/bin/env",
            f"LD_PRELOAD={_library()}",
            f"FAKETIME_TIMESTAMP_FILE={folder / name}",
            "FAKETIME_CACHE_DURATION=1",
            "FAKETIME_DONT_FAKE_MONOTONIC=1",
            "NO_FAKE_STAT=1",
        )
    return commands


def set_clocks(folder: Path, ahead: Mapping[str, float]) -> None:
    """From the next second on these processes' clocks are ahead by so many seconds, or behind; all others are right."""
    for file in folder.iterdir():
        file.write_text(_shown(ahead.get(file.name, 0.0)), encoding="ascii")


def _shown(seconds: float) -> str:
    return f"{seconds:+.1f}s\n"


def _library() -> Path:
    found = find_spec("libfaketime")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "vendor" / "libfaketime" / "src" / "libfaketime.so.1"
