"""What commands print: tables and sentences for people, JSON for programs.

What came from people (names, lists, conversations) is data here: one line a value, no markup, nothing that steers the
terminal. Nothing but an address is wider than the terminal, and no id is broken.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from console.exit_codes import CommandFailed
from domain.plain_text import one_line

Record = Mapping[str, Any]
_PIPE_WIDTH: Final = 240
_GAP: Final = 2
_NARROWEST_LAST: Final = 24  # a table's last column may wrap down to this
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)")


class Screen:
    """Standard output for what was asked for, standard error for errors and progress."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.out, self.err = _console(), _console(stderr=True)

    def say(self, sentence: str) -> None:
        """A sentence for people; programs are told by the result."""
        if not self.as_json:
            self.out.print(Text(one_line(sentence)))

    def heading(self, title: str) -> None:
        """What follows is called so."""
        self.out.print(Text(title, style="bold"))

    def record(self, record: Record, title: str = "") -> None:
        """One thing with all its fields; what has fields of its own comes last."""
        if self.as_json:
            self.json(record)
            return
        if title:
            self.heading(title)
        nested = {name: value for name, value in record.items() if _has_fields(value)}
        self.grid((name, shown(value)) for name, value in record.items() if name not in nested)
        for name, value in nested.items():
            self._section(name, value)

    def _section(self, name: str, value: Any) -> None:
        if isinstance(value, Mapping):
            self.heading(name)
            self.grid(_fields(value), indent=2)
        else:
            self.rows(value, list(value[0]), name)

    def grid(self, lines: Iterable[Sequence[str]], *, indent: int = 0) -> None:
        """Lines of cells, of which the last wraps within its column."""
        table = Table.grid(padding=(0, _GAP, 0, 0))
        for line in lines:
            *first, last = (Text(one_line(cell)) for cell in line)
            for cell in first:
                cell.no_wrap = True
            table.add_row(*first, last)
        if table.row_count:
            self.out.print(Padding(table, (0, 0, 0, indent), expand=False))

    def rows(self, rows: Sequence[Record], columns: Sequence[str], title: str = "") -> None:
        """Several things, the named fields of each: as a table where the screen is wide enough for one."""
        if self.as_json:
            self.json(list(rows))
            return
        if title:
            self.heading(title)
        cells = [[shown(row.get(column)) for column in columns] for row in rows]
        if not rows:
            self.out.print(Text("none"))
        elif _width([list(columns), *cells]) <= self.out.width:
            self.out.print(_table(columns, cells))
        else:
            self._entries(rows, columns)

    def _entries(self, rows: Sequence[Record], columns: Sequence[str]) -> None:
        """Each thing under its first field, the others beside each other as far as they go."""
        first, *rest = columns
        for row in rows:
            self.heading(shown(row.get(first)))
            said = [f"{name} {shown(row[name])}" for name in rest if row.get(name) not in (None, "", {}, [])]
            self.out.print(Padding(Text(" · ".join(said)), (0, 0, 0, 2), expand=False))

    def event(self, fields: Iterable[object]) -> None:
        """One of many results for people, as one line if there is room for it."""
        self.out.print(Text("  ".join(shown(field) for field in fields)))

    def address(self, url: str) -> None:
        """An address that people copy: on a line of its own, which we do not break, however narrow the terminal is."""
        self.out.print(Text(one_line(url)), soft_wrap=True)

    def json(self, value: object) -> None:
        """A result for programs, as one JSON document."""
        sys.stdout.write(json.dumps(value, indent=2, default=str) + "\n")

    def line(self, value: Record) -> None:
        """One of many results for programs, as one line of JSON."""
        sys.stdout.write(json.dumps(value, default=str) + "\n")
        sys.stdout.flush()

    def fail(self, failure: CommandFailed) -> None:
        """What is wrong, and how to mend it."""
        if self.as_json:
            sys.stderr.write(json.dumps(failure.as_record(), indent=2) + "\n")
            return
        self.err.print(Text(one_line(str(failure)), style="red"))
        for hint in failure.hint.splitlines():
            self.err.print(Text(one_line(hint)))


def _console(*, stderr: bool = False) -> Console:
    # A pipe has no width of its own; ids must come through whole.
    has_width = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(
        stderr=stderr, highlight=False, markup=False, emoji=False, width=None if has_width else _PIPE_WIDTH
    )


def _table(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    for place, column in enumerate(columns):
        table.add_column(column, no_wrap=place < len(columns) - 1)
    for line in cells:
        table.add_row(*line)
    return table


def _width(lines: Sequence[Sequence[str]]) -> int:
    *widths, last = (max(cell_len(cell) for cell in column) for column in zip(*lines, strict=True))
    longest_word = max(cell_len(word) for line in lines for word in line[-1].split() or [""])
    return sum(widths) + _GAP * len(widths) + max(min(last, _NARROWEST_LAST), longest_word)


def _has_fields(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(each, Mapping) for each in value)
    return isinstance(value, Mapping) and bool(value)


def _fields(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """A line for each field, and one for each thing of a field that holds several with fields of their own."""
    for name, value in record.items():
        if isinstance(value, Mapping) and any(isinstance(each, Mapping) for each in value.values()):
            yield from ((f"{name}: {inner}", shown(each)) for inner, each in value.items())
        else:
            yield name, shown(value)


def shown(value: object) -> str:
    """A value in a cell: one line, without anything that steers the terminal."""
    match value:
        case None | "":
            return "–"
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.3f}".rstrip("0").rstrip(".")
        case Mapping():
            return ", ".join(f"{one_line(str(name))}={shown(inner)}" for name, inner in value.items()) or "–"
        case list():
            return ", ".join(shown(inner) for inner in value) or "–"
    text = str(value)
    return _moment(text) if _MOMENT.fullmatch(text) else one_line(text)


def _moment(text: str) -> str:
    """To the second, and with its zone: "2027-01-15 16:30:00Z"."""
    at = datetime.fromisoformat(text)
    return at.isoformat(sep=" ", timespec="seconds").replace("+00:00", "Z")
