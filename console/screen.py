"""What commands print: tables and sentences for people, JSON for programs."""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from rich.console import Console
from rich.table import Table

Record = Mapping[str, Any]
_PIPE_WIDTH: Final = 240


class Screen:
    """Standard output for results, standard error for everything else."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        # A pipe has no width of its own; ids must come through whole.
        width = None if sys.stdout.isatty() else _PIPE_WIDTH
        self.out = Console(highlight=False, width=width)
        self.err = Console(stderr=True, highlight=False)

    def say(self, sentence: str) -> None:
        """A sentence on the way; not part of the result."""
        if not self.as_json:
            self.err.print(sentence)

    def record(self, record: Record, title: str = "") -> None:
        """One thing with all its fields."""
        if self.as_json:
            self.json(record)
            return
        table = Table(title=title or None, show_header=False, box=None, pad_edge=False)
        for name, value in record.items():
            table.add_row(f"[bold]{name}[/bold]", shown(value))
        self.out.print(table)

    def rows(self, rows: Sequence[Record], columns: Sequence[str], title: str = "") -> None:
        """Several things, the named fields of each."""
        if self.as_json:
            self.json(list(rows))
            return
        table = Table(title=title or None, box=None, pad_edge=False, header_style="bold")
        for column in columns:
            table.add_column(column, no_wrap=column == "id", overflow="fold")
        for row in rows:
            table.add_row(*(shown(row.get(column)) for column in columns))
        self.out.print(table)
        if not rows:
            self.err.print("none")

    def json(self, value: object) -> None:
        """A result for programs, as one JSON document."""
        sys.stdout.write(json.dumps(value, indent=2, default=str) + "\n")

    def line(self, value: Record) -> None:
        """One of many results for programs, as one line of JSON."""
        sys.stdout.write(json.dumps(value, default=str) + "\n")
        sys.stdout.flush()


def shown(value: object) -> str:
    """A value in a cell."""
    if value is None:
        return "–"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}={shown(inner)}" for name, inner in value.items()) or "–"
    if isinstance(value, list):
        return ", ".join(shown(inner) for inner in value) or "–"
    return str(value)
