"""What each route locks before it changes something, written as lines; `python -m tests.api.locks` after a change on purpose.

Two at once, of whom one left its turn out, are seldom seen by a test that sends requests; that a route takes no turn any more is seen here.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest

FILE: Final = Path(__file__).with_name("locks.txt")
OF_ITS_LIMIT: Final = "LOCK by take_request_v1"
"""The turn in which every request is counted."""
_writes = False


def held_to(part: str, locks: Mapping[str, Sequence[str]]) -> None:
    """Fails unless these routes lock what the file's part of this name says."""
    lines = [
        f"{operation}: {line}"
        for operation in sorted(locks)
        for line in locks[operation]
        if not line.endswith(OF_ITS_LIMIT)
    ]
    parts = _parts()
    if _writes:
        parts[part] = lines
        FILE.write_text("\n\n".join("\n".join((f"# {name}", *parts[name])) for name in sorted(parts)) + "\n")
    assert parts.get(part) == lines


def _parts() -> dict[str, list[str]]:
    """The lines of the file, by part."""
    sections = FILE.read_text().split("\n\n") if FILE.exists() else []
    return {
        lines[0].removeprefix("# "): lines[1:] for lines in (each.strip().splitlines() for each in sections)
    }


if __name__ == "__main__":
    from tests.api import locks

    locks._writes = True
    sys.exit(
        pytest.main(
            [
                "-q",
                "-n",
                "0",
                "-k",
                "locks or every_act",
                "tests/api/test_audit_log.py",
                "tests/api/test_locks.py",
            ]
        )
    )
