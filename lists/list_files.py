"""A list as it was uploaded: text or a workbook, either of them in gzip; told by what it holds, never by its name.

What is packed is unpacked within bounds, and a large workbook is read in a process of its own.
"""

import gzip
import shutil
import sys
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import NamedTemporaryFile, SpooledTemporaryFile
from typing import BinaryIO, Final, TypeVar, cast

from domain.errors import InvalidInput
from domain.import_notes import ImportNote
from lists.csv_files import open_csv
from lists.errors import ReaderDied
from lists.reader_process import own_process
from lists.workbook_parts import unpacked_size
from lists.workbooks import Row, Workbook, open_workbook

LONG_FILE_BYTES: Final = 2_000_000
"""From here on a process of its own pays: it takes about half a second to begin, in which a thread reads 15,000 rows."""
LONG_WORKBOOK_BYTES: Final = 4_000_000
"""The same for a workbook, unpacked."""
MOST_UNPACKED: Final = 256_000_000
"""Bytes of a list that came in gzip: as many as one may have that comes without."""
_LARGEST_WORKBOOK: Final = 100_000_000
_GZIP: Final = b"\x1f\x8b"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_PIECE: Final = 1 << 20


@dataclass(slots=True)
class OpenList:
    """A list's rows, header first, each with its number as a spreadsheet shows it (the first is 1); empty ones left out.

    sheet: of a workbook, empty for a text; is_long: whether its rows are better judged in a process of their own.
    """

    rows: Iterator[Row]
    is_long: bool
    sheet: str = ""
    notes: Sequence[ImportNote] = ()
    _open: ExitStack = field(default_factory=ExitStack)

    def close(self) -> None:
        """Let go of what the rows are read from; the uploaded file itself stays open."""
        self._open.close()


def open_list(file: BinaryIO, *, long_bytes: int = LONG_FILE_BYTES, sheet: str = "") -> OpenList:
    """The list in a file; close it. long_bytes: from how many a text is long; sheet: which one of a workbook, else the
    first with rows. Raises InvalidInput for what is no list.
    """
    with ExitStack() as stack:
        file = _unpacked(file, stack)
        file.seek(0)
        is_workbook = file.read(4).startswith(_ZIP)
        file.seek(0)
        opened = _workbook(file, sheet, stack) if is_workbook else _text(file, long_bytes)
        opened._open = stack.pop_all()
        return opened
    raise AssertionError("nothing above suppresses an error")


def _text(file: BinaryIO, long_bytes: int) -> OpenList:
    size = file.seek(0, 2)
    file.seek(0)
    return OpenList(open_csv(file), size >= long_bytes)


def _unpacked(file: BinaryIO, stack: ExitStack) -> BinaryIO:
    """What is in a file in gzip, once; any other file as it is. Raises InvalidInput."""
    file.seek(0)
    if file.read(2) != _GZIP:
        return file
    file.seek(0)
    plain = stack.enter_context(SpooledTemporaryFile(_PIECE))  # noqa: SIM115
    try:
        with gzip.GzipFile(fileobj=file, mode="rb") as packed:
            while piece := packed.read(_PIECE):
                if plain.tell() + len(piece) > MOST_UNPACKED:
                    raise InvalidInput(
                        f"The file unpacks to more than {MOST_UNPACKED:,} bytes; upload it in several files.",
                        pointer="/file",
                        code="too_large",
                    )
                plain.write(piece)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InvalidInput(
            "The compressed file is damaged or cut off; upload it again, or without compression.",
            pointer="/file",
            code="unreadable_file",
        ) from error
    plain.seek(0)
    if plain.read(2) == _GZIP:
        raise InvalidInput(
            "The file is compressed twice; unpack it once, and upload what is in it.",
            pointer="/file",
            code="unreadable_file",
        )
    return cast("BinaryIO", plain)


def _workbook(file: BinaryIO, sheet: str, stack: ExitStack) -> OpenList:
    if file.seek(0, 2) > _LARGEST_WORKBOOK:
        raise InvalidInput(
            f"A workbook may have at most {_LARGEST_WORKBOOK:,} bytes; save the sheet as CSV in UTF-8.",
            pointer="/file",
            code="too_large",
        )
    if unpacked_size(file) < LONG_WORKBOOK_BYTES:
        book = open_workbook(file, sheet)
        return OpenList(book.rows, is_long=False, sheet=book.sheet, notes=book.notes)
    reader = stack.enter_context(_Reader(_by_name(file, stack), sheet))
    name, notes = reader.opened()
    return OpenList(reader.rows(), is_long=True, sheet=name, notes=notes)


def _by_name(file: BinaryIO, stack: ExitStack) -> str:
    """The path of a copy, which its reader takes away as soon as it has opened it; what is sent to a process that dies
    before it has read it all would be waited for without end.
    """
    copy = stack.enter_context(NamedTemporaryFile(prefix="outbound-", delete=False))  # noqa: SIM115
    stack.callback(Path(copy.name).unlink, missing_ok=True)
    file.seek(0)
    shutil.copyfileobj(file, copy, _PIECE)
    copy.close()
    return copy.name


class _Reader:
    """A process that reads one workbook, a chunk ahead of what is taken. Raises ReaderDied."""

    def __init__(self, path: str, sheet: str) -> None:
        self._process = own_process(_begin, path, sheet)

    def __enter__(self) -> "_Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.shutdown(wait=True, cancel_futures=True)

    def opened(self) -> tuple[str, Sequence[ImportNote]]:
        """The sheet's name, and what is to be said of the others. Raises InvalidInput."""
        return _answer(self._process.submit(_open))

    def rows(self) -> Iterator[Row]:
        """The rows. Raises InvalidInput."""
        ahead = self._process.submit(_next_rows)
        while taken := _answer(ahead):
            ahead = self._process.submit(_next_rows)
            yield from taken


T = TypeVar("T")


def _answer(asked: "Future[T]") -> T:
    try:
        return asked.result()
    except BrokenProcessPool as error:
        raise ReaderDied from error


# What follows runs in the process.

_MOST_MEMORY: Final = 3_000_000_000  # bytes; a full workbook's texts take one
_CHUNK_ROWS: Final = 2000


class _Work:
    file: BinaryIO
    sheet: str
    book: Workbook


_work = _Work()


def _begin(path: str, sheet: str) -> None:
    if sys.platform == "linux":
        import resource  # absent elsewhere

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))
    _work.file, _work.sheet = open(path, "rb"), sheet  # noqa: SIM115
    Path(path).unlink()


def _open() -> tuple[str, Sequence[ImportNote]]:
    _work.book = open_workbook(_work.file, _work.sheet)
    return _work.book.sheet, _work.book.notes


def _next_rows() -> list[Row]:
    return list(islice(_work.book.rows, _CHUNK_ROWS))
