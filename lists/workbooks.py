"""Workbooks (XLSX) as lists: one sheet, row by row, as its cells show it; read as a stream, within bounds.

Macros and formulas are never run.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Final
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.worksheet._reader import (  # cells as a stream
    FORMULA_TAG,
    INLINE_STRING,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)

from domain.errors import InvalidInput
from domain.import_notes import ImportNote
from lists.cell_marks import ERROR, NO_RESULT
from lists.csv_files import LONGEST_RECORD
from lists.workbook_cells import shown
from lists.workbook_parts import Book, Sheet, damage_told, elements, texts, unpacked_size

MOST_TEXT: Final = 500_000_000  # characters of all rows; one text may stand in many cells
MOST_ROWS: Final = 1_048_576
# One more than a list may have; whatever stands further right is in the last of them.
_MOST_CELLS: Final = 201
_MOST_MERGED: Final = 20_000

Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The rows of one sheet (empty ones left out, each with its number), and what is to be said of the others."""

    sheet: str
    rows: Iterator[Row]
    notes: Sequence[ImportNote]


def open_workbook(file: BinaryIO, wanted: str = "") -> Workbook:
    """The wanted sheet, else the first that is shown and has rows. Raises InvalidInput."""
    unpacked_size(file)
    with damage_told():
        book = Book(file)
        sheet, others = _chosen(book, wanted)
        found = _looked_through(book, sheet)
    notes = [*_note_of_others(sheet, others), *found.notes()]
    return Workbook(sheet.name, _rows(book, sheet, found.merged), notes)


def _chosen(book: Book, wanted: str) -> tuple[Sheet, list[Sheet]]:
    """The sheet that is read, and the others that have rows."""
    full = [sheet for sheet in book.sheets if _has_values(book.archive, sheet.part)]
    if wanted:
        named = next((sheet for sheet in book.sheets if sheet.name.casefold() == wanted.casefold()), None)
        if named is None:
            raise InvalidInput(
                f"The workbook has no sheet of this name; it has {_listed(book.sheets)}.",
                pointer="/sheet",
                code="unknown_sheet",
            )
        return named, []
    found = next((sheet for sheet in full if sheet.is_shown), None)
    if found is None and full:
        raise InvalidInput(
            f"All rows of the workbook stand on hidden sheets ({_listed(full)}); show the one that is meant, or name it.",
            pointer="/sheet",
            code="hidden_sheet",
        )
    if found is None:
        raise InvalidInput("The workbook has no rows.", pointer="/file", code="empty_file")
    return found, [sheet for sheet in full if sheet is not found]


def _listed(sheets: Sequence[Sheet]) -> str:
    names = ", ".join(f'"{sheet.name}"' for sheet in sheets[:_MOST_NAMED])
    return f"{names} and {len(sheets) - _MOST_NAMED} more" if len(sheets) > _MOST_NAMED else names


_MOST_NAMED: Final = 5
_VALUE: Final = re.compile(rb"<(?:\w{1,20}:)?(?:v|t|f)[ >]")
_LOOKED_AT: Final = (
    4_000_000  # bytes of a sheet; cells with a format and no value may stand before the first row
)


def _has_values(archive: ZipFile, part: str) -> bool:
    with archive.open(part) as source:
        return _VALUE.search(source.read(_LOOKED_AT)) is not None


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands behind a sheet's rows, or in their marks. merged: (column, first row, last row), by row."""

    merged: Sequence[tuple[int, int, int]]
    too_many_merged: bool
    hidden_rows: int

    def notes(self) -> Iterator[ImportNote]:
        if self.merged:
            yield ImportNote(
                "merged_cells", f"{len(self.merged)} cells are merged over rows; each of these has its value."
            )
        if self.too_many_merged:
            yield ImportNote(
                "merged_cells", "More cells are merged than can be followed; their lower rows are empty."
            )
        if self.hidden_rows:
            yield ImportNote(
                "hidden_rows",
                f"{self.hidden_rows} rows are hidden in the sheet, by a filter or by hand; they were read as well.",
            )


_MERGED: Final = re.compile(
    rb'<(?:\w{1,20}:)?mergeCell [^<>]{0,80}?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"'
)
_HIDDEN: Final = re.compile(rb'<(?:\w{1,20}:)?row [^<>]{0,400}?hidden="(?:1|true)"')
_PIECE: Final = 1 << 20
_LONGEST_TAG: Final = 1000


def _looked_through(book: Book, sheet: Sheet) -> _Found:
    """Look once through the sheet's text: which cells are merged stands behind its rows."""
    merged: list[tuple[int, int, int]] = []
    hidden, left = 0, b""
    with book.archive.open(sheet.part) as source:
        while piece := source.read(_PIECE):
            text = left + piece
            end = text.rfind(b"<")
            end = len(text) if end < len(text) - _LONGEST_TAG else end
            text, left = text[:end], text[end:]
            hidden += sum(1 for _ in _HIDDEN.finditer(text)) if b"hidden=" in text else 0
            for found in _MERGED.finditer(text) if b"mergeCell " in text else ():
                column, first, _, last = range_boundaries(found[1].decode())
                if last > first and len(merged) <= _MOST_MERGED:
                    merged.append((column, first, last))
    too_many = len(merged) > _MOST_MERGED
    return _Found([] if too_many else sorted(merged, key=lambda area: area[1]), too_many, hidden)


class _Cells(WorkSheetParser):  # type: ignore[misc]
    """Cells with a mark where a formula has no result, or an error for one."""

    col_counter: int

    def parse_cell(self, element: Element) -> Mapping[str, Any]:
        kind = element.get("t", "n")
        if kind == "d":
            dated: Mapping[str, Any] = super().parse_cell(element)
            return dated
        place = element.get("r")
        self.col_counter = coordinate_to_tuple(place)[1] if place else self.col_counter + 1
        text = element.findtext(VALUE_TAG)
        return {
            "column": self.col_counter,
            "value": self._value(element, kind, text),
            "style_id": int(element.get("s", 0)),
        }

    def _value(self, element: Element, kind: str, text: str | None) -> Any:
        if kind == "inlineStr":
            inline = element.find(INLINE_STRING)
            return "" if inline is None else "".join(part.text or "" for part in texts(inline))
        if not text:
            is_empty_text = kind == "str" and text is not None
            return NO_RESULT if element.find(FORMULA_TAG) is not None and not is_empty_text else None
        match kind:
            case "s":
                return self.shared_strings[int(text)]
            case "n":
                return float(text) if not text.isdigit() else int(text)
            case "b":
                return text == "1"
            case "e":
                return ERROR
        return text


def _rows(book: Book, sheet: Sheet, merged: Sequence[tuple[int, int, int]]) -> Iterator[Row]:
    """The sheet's rows as it shows them. Raises InvalidInput, with the row after which it cannot be read."""
    taken, last = 0, 0
    with damage_told(lambda: last):
        formats, merging = book.formats(), _Merged(merged)
        cells_of = _Cells(None, book.strings(), data_only=True, epoch=book.epoch)
        with book.archive.open(sheet.part) as source:
            for element in elements(source, ROW_TAG):
                number, cells = cells_of.parse_row(element)
                cells_of.row_dimensions.clear()
                row = _row(cells, formats, book)
                if not any(row):
                    continue
                merging.fill(number, row)
                taken += sum(map(len, row))
                _check_bounds(number, row, taken)
                last = number
                yield number, row


def _row(cells: Sequence[Mapping[str, Any]], formats: Sequence[str], book: Book) -> list[str]:
    row: list[str] = []
    for cell in cells:
        style, place = cell["style_id"], cell["column"] - 1
        text = shown(cell["value"], formats[style] if style < len(formats) else "", book.epoch)
        if not text.strip():
            continue
        place = min(place, _MOST_CELLS - 1)
        row.extend("" for _ in range(place + 1 - len(row)))
        row[place] = text
    return row


class _Merged:
    """Fills the value of cells that are merged over rows into each of their rows."""

    def __init__(self, areas: Sequence[tuple[int, int, int]]) -> None:
        self._areas = list(reversed(areas))
        self._open: dict[int, tuple[int, str]] = {}

    def fill(self, number: int, row: list[str]) -> None:
        for column, (last, value) in [*self._open.items()]:
            if number > last:
                del self._open[column]
            elif value:
                row.extend("" for _ in range(column - len(row)))
                row[column - 1] = row[column - 1] or value
        while self._areas and self._areas[-1][1] <= number:
            column, first, last = self._areas.pop()
            if first == number and column <= _MOST_CELLS:
                self._open[column] = (last, row[column - 1] if column <= len(row) else "")


def _check_bounds(number: int, row: Sequence[str], taken: int) -> None:
    if sum(map(len, row)) > LONGEST_RECORD:
        raise InvalidInput(
            f"Row {number} has more than {LONGEST_RECORD:,} characters; shorten it.",
            pointer="/file",
            code="row_too_long",
        )
    if number > MOST_ROWS or taken > MOST_TEXT:
        raise InvalidInput(
            f"The sheet has more than a list may have, from row {number} on; upload it in several files.",
            pointer="/file",
            code="too_large",
        )


def _note_of_others(sheet: Sheet, others: Sequence[Sheet]) -> Iterator[ImportNote]:
    if others:
        yield ImportNote(
            "other_sheets",
            f'The sheet "{sheet.name}" was read; {_listed(others)} {"has" if len(others) == 1 else "have"} rows as well. '
            "To import another one, name it.",
        )
