"""CSV as it comes: any usual encoding and delimiter, quoted newlines; read as a stream, so memory does not grow with it."""

import codecs
import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO, Final

from domain.errors import InvalidInput
from lists.cell_marks import UNCLOSED_QUOTE
from lists.encodings import MIXED, decoded, encoding_of

_SAMPLE: Final = 64 * 1024
_DELIMITERS: Final = (",", ";", "\t", "|", "^", "~")
# What a file begins with that is no text, and what it is.
_NO_TEXT: Final = (
    (b"PK\x03\x04", "a workbook or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old workbook (.xls), or one with a password"),
    (b"\x1f\x8b", "compressed"),
    (b"%PDF", "a PDF"),
    (b"BEGIN:VCARD", "a file of contact cards"),
    (b"[{", "JSON"),
    (b'{"', "JSON"),
    (b"BZh", "compressed in another way than gzip"),
    (b"\xfd7zXZ", "compressed in another way than gzip"),
    (b"\x28\xb5\x2f\xfd", "compressed in another way than gzip"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"Rar!", "an archive"),
    (b"{\\rtf", "a text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
# What programs write into files that they call .xls.
_MARKUP: Final = re.compile(
    rb"\s{0,100}<(?:!doctype|html|head|meta|body|table|\?xml|workbook|\?mso)", re.IGNORECASE
)
LONGEST_FIELD: Final = 100_000
LONGEST_RECORD: Final = 500_000  # characters; 200 columns of 2,000 fit, and no list has either


def open_csv(file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """The file's rows, header first, each with its number as a spreadsheet shows it (the first is 1).

    Empty rows are left out, but counted. Raises InvalidInput for what is no text table.
    """
    sample = file.read(_SAMPLE)
    if not sample.removeprefix(codecs.BOM_UTF8).strip(b"\x00 \r\n\t\x1a"):
        raise InvalidInput("The file is empty.", pointer="/file", code="empty_file")
    for mark, kind in _NO_TEXT:
        if sample.startswith(mark):
            raise InvalidInput(
                f"The file is {kind}, not text; save it as a workbook (.xlsx) or as CSV in UTF-8.",
                pointer="/file",
                code="unreadable_file",
            )
    if _MARKUP.match(sample.removeprefix(codecs.BOM_UTF8)):
        raise InvalidInput(
            "The file is a web page or XML under another name; open it in a spreadsheet, and save it as .xlsx or CSV.",
            pointer="/file",
            code="unreadable_file",
        )
    file.seek(0)
    encoding = encoding_of(file, sample)
    file.seek(0)
    text = io.TextIOWrapper(
        file, encoding=encoding, newline="", errors=MIXED if encoding == "utf-8" else "strict"
    )
    return _records(text, decoded(sample, encoding))


def _records(text: io.TextIOWrapper, sample: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(LONGEST_FIELD)
    lines = _Lines(text)
    rows = _Rows(lines, _form(sample))
    if _said_delimiter(sample):
        next(lines)  # a spreadsheet does not show this line
    try:
        for number, record in enumerate(rows, start=1):
            if any(field.strip() for field in record):
                yield number, record
    except (csv.Error, UnicodeError) as error:
        raise InvalidInput(
            f"Line {lines.read} of the file cannot be read; save it as CSV in UTF-8.",
            pointer="/file",
            code="unreadable_file",
        ) from error
    finally:
        with suppress(ValueError):  # the file is closed already where its request is over
            text.detach()


class _Rows:
    """The records of some lines. A quote that is never closed costs its own row, which is marked, and no other one."""

    def __init__(self, lines: "_Lines", form: dict[str, Any]) -> None:
        self._lines, self._form = lines, form
        self._is_wrapped = False
        self._reader = csv.reader(lines, **form)
        self._width = 0
        self._marked = 0

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        if self._marked:
            self._marked -= 1
            return [UNCLOSED_QUOTE]
        self._lines.begin_record()
        try:
            record = next(self._reader)
        except csv.Error:
            if len(self._lines.of_record) < 2:
                raise
            return self._first_line_alone()
        if not self._width and any(field.strip() for field in record):
            self._is_wrapped = len(record) == 1 and self._form["delimiter"] in record[0]
            self._width = len(self._unwrapped(record))
        return self._unwrapped(record) if len(self._lines.of_record) < 2 else self._of_lines(record)

    def _unwrapped(self, record: list[str]) -> list[str]:
        """The cells of a row that a spreadsheet has taken for one cell, and quoted as such."""
        if not self._is_wrapped or len(record) != 1 or not record[0]:
            return record
        return next(csv.reader([record[0]], **self._form), record)

    def _of_lines(self, record: list[str]) -> list[str]:
        """A record of several lines: as it is, unless it is others' rows that stand in one of its fields."""
        lines = self._lines.of_record
        if not self._is_closed(lines):
            return self._first_line_alone()
        if any(map(self._is_a_row, lines[1:])):
            self._marked = len(lines) - 1  # which of them belong together is not known: none is read
            return [UNCLOSED_QUOTE]
        return record

    def _first_line_alone(self) -> list[str]:
        """The line with the quote is marked; the lines behind it are read again."""
        self._lines.take_back()
        self._reader = csv.reader(self._lines, **self._form)
        return [UNCLOSED_QUOTE]

    def _is_closed(self, lines: list[str]) -> bool:
        """Whether every quote is closed, and right before a delimiter or the end of its line."""
        try:
            for _ in csv.reader(lines, **self._form, strict=True):
                pass
        except csv.Error:
            return False
        return True

    def _is_a_row(self, line: str) -> bool:
        """Whether one line is as wide as the header and has a cell that looks like a phone number."""
        cells = next(csv.reader([line], **self._form), [])
        return len(cells) == self._width and any(
            _NUMBER_LIKE.fullmatch(cell.strip(' "\r\n')) for cell in cells
        )


_NUMBER_LIKE: Final = re.compile(r"\+?[\d\s().-]{7,20}")


class _Lines:
    """The file's lines, without U+0000 and the marks of a file's beginning and end; those of one record are kept.

    What one record takes is bounded, before it is read. read: lines that were read from the file.
    """

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._taken_back: deque[str] = deque()
        self._characters = 0
        self.of_record: list[str] = []
        self.read = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._taken_back.popleft() if self._taken_back else self._next()
        self._characters += len(line)
        if self._characters >= LONGEST_RECORD:
            raise InvalidInput(
                f"A row has more than {LONGEST_RECORD:,} characters; save the file as CSV, one person a line.",
                pointer="/file",
                code="row_too_long",
            )
        self.of_record.append(line)
        return line

    def begin_record(self) -> None:
        """What is read from now on belongs to the next record."""
        self._characters = 0
        self.of_record.clear()

    def take_back(self) -> None:
        """All lines of this record but the first will be read again."""
        self._taken_back.extendleft(reversed(self.of_record[1:]))

    def _next(self) -> str:
        line = self._text.readline(LONGEST_RECORD)
        if not line:
            raise StopIteration
        self.read += 1
        if self.read == 1:
            line = line.lstrip("\ufeff")  # of a file that was joined from others
        if "\x00" in line:
            line = line.replace("\x00", "")
        return line.replace("\x1a", "") if "\x1a" in line else line  # DOS' end of a file


def _form(sample: str) -> dict[str, Any]:
    """How the file writes its rows, as the arguments of a reader."""
    delimiter = _said_delimiter(sample) or _delimiter(sample)
    form: dict[str, Any] = {"delimiter": delimiter, "skipinitialspace": True}
    headings = [heading.strip() for heading in sample.partition("\n")[0].split(delimiter)]
    if all(len(heading) > 2 and heading[0] == heading[-1] == "'" for heading in headings):
        form["quotechar"] = "'"
    if _ESCAPED.search(sample):
        form["escapechar"] = "\\"
    return form


# A database's way to write a quote within quotes; behind a path's last backslash the field ends.
_ESCAPED: Final = re.compile(r'\\"[^,;|\t\r\n"]')
_SAID: Final = re.compile(r'"?sep=([,;|\t])"?[\s,;|]*\Z', re.IGNORECASE)


def _said_delimiter(sample: str) -> str | None:
    """The delimiter that a spreadsheet's hint line (sep=;) names; None without one."""
    said = _SAID.match(sample.splitlines()[0]) if sample[:5].lower().lstrip('"').startswith("sep=") else None
    return said[1] if said else None


def _delimiter(sample: str) -> str:
    """The delimiter of most columns that the first records agree on."""
    best = max(_DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter))
    return best if _agreement(sample, best) > (0, 0) else ","


def _agreement(text: str, delimiter: str) -> tuple[int, int]:
    """(records of the usual width, that width), worth nothing for a single column; a title above them has its own."""
    widths = Counter(len(record) for record in _first_records(text, delimiter))
    del widths[1]
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _first_records(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    with suppress(csv.Error):
        for count, record in enumerate(reader):
            if count >= 20:
                return
            if any(record):
                yield record
