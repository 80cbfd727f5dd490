"""Figures and their bars: what a benchmark reports, and how it is written and shown.

A bar is written where its figure is measured (pace.py, throughput.py …).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from rich.table import Table

Kind = Literal["at most", "at least"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value against its bar. value None: not measured, or invalid; `note` says why."""

    figure: str
    value: float | None
    unit: str
    bar: float
    kind: Kind = "at most"
    note: str = ""

    @property
    def holds(self) -> bool | None:
        """Whether the value keeps to its bar; None where there is no value."""
        if self.value is None:
            return None
        return self.value <= self.bar if self.kind == "at most" else self.value >= self.bar

    def as_entry(self) -> dict[str, Any]:
        """The figure in the JSON report."""
        sign = "<=" if self.kind == "at most" else ">="
        entry: dict[str, Any] = {
            "figure": self.figure,
            "value": None if self.value is None else round(self.value, 3),
            "unit": self.unit,
            "bar": f"{sign} {self.bar:g}",
            "holds": self.holds,
        }
        return entry | ({"note": self.note} if self.note else {})


@dataclass(frozen=True, slots=True)
class Measured:
    """What one measurement found: its figures, the raw samples behind them, and lines that explain the cost."""

    figures: Sequence[Figure]
    samples: Any
    details: Sequence[str] = field(default_factory=tuple)


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile, share from 0 to 1. Raises ValueError without values."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * 1000 * len(ordered)) // 1000) - 1))]


def write_report(folder: Path, name: str, figures: Sequence[Figure], samples: Any) -> Path:
    """Write bench-NAME.json and bench-NAME-samples.json; the former's path."""
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / f"bench-{name}.json"
    report.write_text(
        json.dumps([figure.as_entry() for figure in figures], indent=1) + "\n", encoding="utf-8"
    )
    raw = folder / f"bench-{name}-samples.json"
    raw.write_text(json.dumps(samples, indent=1, default=str) + "\n", encoding="utf-8")
    return report


def table(figures: Sequence[Figure]) -> Table:
    """The figures for people."""
    shown = Table(title="Figures")
    for heading in ("figure", "value", "unit", "bar", "holds"):
        shown.add_column(heading, overflow="fold")
    for figure in figures:
        entry = figure.as_entry()
        value = f"not measured {figure.note}" if figure.value is None else f"{figure.value:.4g}"
        holds = {True: "[green]yes", False: "[red]no", None: "[yellow]-"}[figure.holds]
        shown.add_row(figure.figure, value, figure.unit, entry["bar"], holds)
    return shown
