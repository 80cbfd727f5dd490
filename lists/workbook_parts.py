"""A workbook's parts (XLSX): an archive of XML from strangers, of which no more is read than a list needs, within bounds.

Openpyxl knows the parts; what it reads besides (properties, themes, charts, names) is not asked for, since a file from
another program often has it wrong.
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from domain.errors import InvalidInput
from domain.lead_headings import looks_personal
from domain.plain_text import one_line

MOST_UNPACKED: Final = 1_000_000_000  # bytes; a full sheet of ten columns has 400 MB
MOST_STRINGS: Final = 250_000_000  # bytes; they are kept in memory
_MOST_PARTS: Final = 10_000


def unpacked_size(file: BinaryIO) -> int:
    """How many bytes the parts of a workbook say that they have; no more of it is ever read. Raises InvalidInput for no workbook."""
    with damage_told():
        archive = ZipFile(file)
    names = set(archive.namelist())
    for name, kind in _OTHERS.items():
        if name in names:
            raise _refused(f"The file is {kind}; save it as a workbook (.xlsx) or as CSV in UTF-8.")
    if "[Content_Types].xml" not in names or not any(name.lower().startswith("xl/") for name in names):
        raise _refused("The file is an archive; unpack it, and upload the list that is in it.")
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise _refused("The workbook is protected by a password; save it without one.")
    strings = max((part.file_size for part in parts if "sharedstrings" in part.filename.lower()), default=0)
    size = sum(part.file_size for part in parts)
    if len(names) > _MOST_PARTS or size > MOST_UNPACKED or strings > MOST_STRINGS:
        raise _too_large()
    return size


_OTHERS: Final = {
    "mimetype": "an OpenDocument file",
    "xl/workbook.bin": "a binary workbook (.xlsb)",
    "word/document.xml": "a text document",
    "ppt/presentation.xml": "a presentation",
    "Index/Document.iwa": "a Numbers document",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, where its rows are in the archive, and whether a spreadsheet shows it."""

    name: str
    part: str
    is_shown: bool


class Book:
    """A workbook's parts, as far as a list needs them."""

    def __init__(self, file: BinaryIO) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = ExcelReader(file, read_only=True, data_only=True, keep_links=False)
            self.archive: ZipFile = reader.archive
            if _STRICT in self._head("xl/workbook.xml"):
                raise _refused(
                    "The workbook is in the strict format; save it as an ordinary workbook (.xlsx)."
                )
            reader.read_manifest()
            reader.read_workbook()
        self.epoch = reader.wb.epoch
        self.sheets = [
            Sheet(_harmless(sheet.name, place), relation.target, sheet.state == "visible")
            for place, (sheet, relation) in enumerate(reader.parser.find_sheets(), start=1)
            if relation.target in reader.valid_files and "chartsheet" not in relation.Type
        ]
        strings = reader.package.find(SHARED_STRINGS)
        self._strings_part = strings.PartName[1:] if strings is not None else ""

    def _head(self, part: str) -> bytes:
        if part not in self.archive.namelist():
            return b""
        with self.archive.open(part) as source:
            return source.read(4096)

    def strings(self) -> list[str]:
        """The texts that cells refer to by their place."""
        if not self._strings_part:
            return []
        with self.archive.open(self._strings_part) as source:
            return [
                "".join(part.text or "" for part in texts(element))
                for element in elements(source, f"{{{SHEET_MAIN_NS}}}si")
            ]

    def formats(self) -> list[str]:
        """The number format of each style of a cell."""
        part = next((name for name in self.archive.namelist() if name.lower() == "xl/styles.xml"), None)
        if part is None:
            return []
        own: dict[int, str] = {}
        styles: list[str] = []
        with self.archive.open(part) as source:
            for element in elements(source, _NUMBER_FORMAT, _CELL_STYLES):
                if element.tag == _NUMBER_FORMAT:
                    own[int(element.get("numFmtId", 0))] = element.get("formatCode", "")
                    continue
                for style in element:
                    place = int(style.get("numFmtId", 0))
                    styles.append(own.get(place) or BUILTIN_FORMATS.get(place, ""))
        return styles


def _harmless(name: str, place: int) -> str:
    """A sheet's name, which is kept in clear; one that is somebody's number or address is not."""
    return f"sheet {place}" if looks_personal(name) else one_line(name).strip()


_STRICT: Final = b"purl.oclc.org/ooxml"
_NUMBER_FORMAT: Final = f"{{{SHEET_MAIN_NS}}}numFmt"
_CELL_STYLES: Final = f"{{{SHEET_MAIN_NS}}}cellXfs"
_TEXT: Final = f"{{{SHEET_MAIN_NS}}}t"
_RUN: Final = f"{{{SHEET_MAIN_NS}}}r"


def texts(element: Element) -> Iterator[Element]:
    """A text's parts, without how it is spoken (Japanese lists say that beside it)."""
    for part in element:
        if part.tag == _TEXT:
            yield part
        elif part.tag == _RUN:
            yield from part.iterfind(_TEXT)


def elements(source: Any, *tags: str) -> Iterator[Element]:
    """The whole elements of these names, each cleared when the next is asked for."""
    for _, element in iterparse(source):  # nosec B314 # tests/lists tries bombs
        if element.tag in tags:
            yield element
            element.clear()


class damage_told:
    """Whatever the library says about a damaged file is said to its sender as one sentence. after: the last row read."""

    def __init__(self, after: Any = None) -> None:
        self._after = after

    def __enter__(self) -> None: ...

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if error is None or isinstance(error, InvalidInput) or not isinstance(error, Exception):
            return
        if isinstance(error, MemoryError):
            raise _too_large() from error
        after = self._after() if self._after is not None else 0
        where = f" after row {after}" if after else ""
        raise _refused(
            f"The workbook is damaged{where}; open it in your spreadsheet, save it anew, and upload that."
        ) from error


def _refused(message: str) -> InvalidInput:
    return InvalidInput(message, pointer="/file", code="unreadable_file")


def _too_large() -> InvalidInput:
    return InvalidInput(
        "The workbook unpacks to more than a list may have; save the sheet as CSV in UTF-8, or in several files.",
        pointer="/file",
        code="too_large",
    )
