"""Figures against their bars, printed as a table and kept as JSON with their raw samples."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement. at_most: the bar is an upper limit, else a lower one; value None: not measured."""

    figure: str
    value: float | None
    unit: str
    bar: float
    at_most: bool = True
    samples: list[Any] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether the value keeps its bar; what was not measured does not."""
        if self.value is None:
            return False
        return self.value <= self.bar if self.at_most else self.value >= self.bar


def percentile(samples: Sequence[float], share: float) -> float | None:
    """The smallest sample that at least this share of all does not exceed; None without samples."""
    ordered = sorted(samples)
    if not ordered:
        return None
    return ordered[min(len(ordered) - 1, max(0, -(-round(share * 1000 * len(ordered)) // 1000) - 1))]


def report(figures: Sequence[Figure], path: Path) -> None:
    """Print the figures, write them to path and their samples beside it."""
    table = Table("figure", "value", "bar", "holds")
    for figure in figures:
        value = "not measured" if figure.value is None else f"{figure.value:.3g} {figure.unit}"
        sign = "≤" if figure.at_most else "≥"
        table.add_row(figure.figure, value, f"{sign} {figure.bar:g}", "yes" if figure.holds else "NO")
    Console().print(table)
    path.parent.mkdir(parents=True, exist_ok=True)
    records = [{**asdict(figure), "holds": figure.holds} for figure in figures]
    samples = {record["figure"]: record.pop("samples") for record in records}
    for record in records:
        record.pop("at_most")
    path.write_text(json.dumps(records, indent=2) + "\n", encoding="utf-8")
    beside = path.with_name(f"{path.stem}-samples.json")
    beside.write_text(json.dumps(samples) + "\n", encoding="utf-8")
