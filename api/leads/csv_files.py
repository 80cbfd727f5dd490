"""CSV as it comes: any usual encoding and delimiter, quoted newlines; read as a stream, so memory does not grow with it."""

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, Final

from domain.errors import InvalidInput

_SAMPLE: Final = 64 * 1024
_DELIMITERS: Final = (",", ";", "\t", "|")
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LONGEST_FIELD: Final = 100_000
LONGEST_RECORD: Final = 500_000  # characters; 200 columns of 2,000 fit, and no list has either


def open_csv(file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """The file's rows, header first, each with its number as a spreadsheet shows it (the first is 1).

    Empty rows are left out, but counted. Raises InvalidInput for what is no text table.
    """
    sample = file.read(_SAMPLE)
    if not sample.strip(b"\x00 \r\n\t"):
        raise InvalidInput("The file is empty.", pointer="/file", code="empty_file")
    file.seek(0)
    encoding = _encoding(file, sample)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, newline="", errors="strict")
    delimiter = _delimiter(sample, encoding)
    return _records(text, delimiter)


def _records(text: io.TextIOWrapper, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(LONGEST_FIELD)
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=False)
    try:
        for number, record in enumerate(reader, start=1):
            lines.of_record = 0
            if any(field.strip() for field in record):
                yield number, record
    except (csv.Error, UnicodeError) as error:
        raise InvalidInput(
            f"Line {reader.line_num} of the file cannot be read; save it as CSV in UTF-8.",
            pointer="/file",
            code="unreadable_file",
        ) from error
    finally:
        with suppress(ValueError):  # the file is closed already where its request is over
            text.detach()


class _Lines:
    """The file's lines, without U+0000; what one record takes of them is bounded, before it is read.

    of_record: characters read since it was set to 0, which whoever takes the records does after each.
    """

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.of_record = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(LONGEST_RECORD)
        if not line:
            raise StopIteration
        self.of_record += len(line)
        if self.of_record >= LONGEST_RECORD:
            raise InvalidInput(
                f"A row has more than {LONGEST_RECORD:,} characters; save the file as CSV, one person a line.",
                pointer="/file",
                code="row_too_long",
            )
        return line.replace("\x00", "") if "\x00" in line else line


def _encoding(file: BinaryIO, sample: bytes) -> str:
    """By its mark; else UTF-16 by its zero bytes, UTF-8 if the whole file is, Windows-1252 if it can be, Latin-1."""
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    zeros = sample.count(0)
    if zeros > len(sample) // 4:
        return "utf-16-le" if sample[1:2] == b"\x00" else "utf-16-be"
    if _decodes(file, "utf-8"):
        return "utf-8"
    return "cp1252" if _decodes(file, "cp1252") else "latin-1"


def _decodes(file: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    try:
        while piece := file.read(1 << 20):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(sample: bytes, encoding: str) -> str:
    """The delimiter of most columns that the first records agree on."""
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(sample)
    best = max(_DELIMITERS, key=lambda delimiter: _agreement(text, delimiter))
    return best if _agreement(text, best) > (0, 0) else ","


def _agreement(text: str, delimiter: str) -> tuple[int, int]:
    """(records as wide as the header, columns of the header), worth nothing for a single column."""
    widths = [len(record) for record in _first_records(text, delimiter)]
    if not widths or widths[0] < 2:
        return (0, 0)
    return (sum(width == widths[0] for width in widths), widths[0])


def _first_records(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for count, record in enumerate(reader):
        if count >= 20:
            return
        if record:
            yield record
