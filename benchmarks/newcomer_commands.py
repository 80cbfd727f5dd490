"""How long the two commands of a newcomer took when they ran last, from their own records."""

import json
from pathlib import Path

from benchmarks.report import Figure

_RECORDS = (
    ("make demo ONCE=1", "demo-summary.json", 180),
    ("make test", "test-summary.json", 900),
)


def recorded(folder: Path) -> list[Figure]:
    """One figure for each command; without a value where no record lies in the folder."""
    return [
        Figure(name, _seconds(folder / file), "s", bar, note=f"recorded in {file}")
        for name, file, bar in _RECORDS
    ]


def _seconds(file: Path) -> float | None:
    return float(json.loads(file.read_text(encoding="utf-8"))["seconds"]) if file.exists() else None
