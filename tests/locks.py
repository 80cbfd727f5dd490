"""What each route and each durable step locks before it changes something, written as lines; `python -m tests.locks` after a change on purpose.

Two at once, of whom one left its turn out, are seldom seen by a test that runs them: that somebody takes no turn any more is seen here.
How the lines are made: tests/database/locks.py.
"""

import sys
from collections.abc import Mapping, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Final

import pytest

FILE: Final = Path(__file__).with_suffix(".txt")
OF_ITS_LIMIT: Final = "LOCK by take_request_v1"
"""The turn in which every request is counted."""
_WRITERS: Final = (
    "tests/api/test_audit_log.py",
    "tests/api/test_locks.py",
    "tests/api/test_upkeep_list.py",
    "tests/activities/test_people.py",
    "tests/activities/test_retention.py",
    "tests/activities/test_side_by_side.py",
)
_writes = False


def held_to(part: str, locks: Mapping[str, Sequence[str]], *, may_repeat: bool = False) -> None:
    """Fails unless what these do locks what the file's part of this name says. may_repeat: what takes long may look again, and lock more."""
    lines = [
        f"{name}: {line}"
        for name in sorted(locks)
        for line in dict.fromkeys(locks[name])
        if not line.endswith(OF_ITS_LIMIT)
    ]
    parts = _parts()
    if _writes:
        parts[part] = lines
        written = ("\n".join((f"# {name}", *parts[name])) for name in sorted(parts))
        FILE.write_text("\n\n".join(written) + "\n")
    known = parts.get(part, [])
    if may_repeat:
        lines = [line for line in lines if line in known]
    changed = "\n".join(unified_diff(known, lines, FILE.name, "now", lineterm="", n=0))
    assert not changed, f"python -m tests.locks, if this is meant:\n{changed}"


def _parts() -> dict[str, list[str]]:
    """The lines of the file, by part."""
    sections = FILE.read_text().strip().split("\n\n") if FILE.exists() else []
    return {
        lines[0].removeprefix("# "): lines[1:]
        for lines in (section.splitlines() for section in sections if section)
    }


if __name__ == "__main__":
    from tests import locks

    locks._writes = True
    sys.exit(pytest.main(["-q", "-n", "0", *(sys.argv[1:] or _WRITERS)]))
