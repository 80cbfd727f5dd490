"""Lists of numbers, or of hashes of numbers, one a line, as registries give them: ten million are read in pieces, never whole.

A line is the SHA-256 of a number (E.164, with its plus sign) in hexadecimal digits, or the number itself. What else stands behind a comma or a
semicolon is not looked at. What is kept of either: database/sealing.py.
"""

import gzip
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO, Final

from database.sealing import KeyRing
from database.suppression_lists import ListProblem
from domain.identifiers import AccountId
from domain.phone_numbers import NumberRefusal, parse_number

_LINES_AT_ONCE: Final = 20_000
_MOST_PROBLEMS: Final = 100
_LONGEST_LINE: Final = 1000
_SHA256: Final = re.compile(r"[0-9a-fA-F]{64}")
# Of North America alone can a number be written in no second way behind its plus sign, as +44 0… and +52 1… are: it is taken as it
# stands, twenty times as fast.
_IN_ONE_WAY: Final = re.compile(r"\+1[2-9][0-9]{9}")
_GZIP: Final = b"\x1f\x8b"


@dataclass(slots=True)
class Piece:
    """Some lines as they are kept, and what was read until then. hashes: KeyRing.lookup_of_list; problems: the first hundred."""

    hashes: list[bytes] = field(default_factory=list)
    numbers: int = 0
    rejected: int = 0
    problems: list[ListProblem] = field(default_factory=list)


def pieces_of(
    file: BinaryIO, region: str | None, account_id: AccountId, key_ring: KeyRing
) -> Iterator[Piece]:
    """The file, plain or gzip, piece by piece. region: of numbers that name no country. Raises OSError for a broken gzip file."""
    lines = enumerate(_lines(file), start=1)
    so_far = Piece()
    while some := list(islice(lines, _LINES_AT_ONCE)):
        so_far = Piece(numbers=so_far.numbers, rejected=so_far.rejected, problems=list(so_far.problems))
        for place, line in some:
            _read(so_far, place, line, region, account_id, key_ring)
        yield so_far


def _lines(file: BinaryIO) -> Iterator[str]:
    """Text of any encoding that has ASCII's digits; a line that has no end is cut, and is no number."""
    is_packed = file.read(len(_GZIP)) == _GZIP
    file.seek(0)
    opened: Any = gzip.GzipFile(fileobj=file, mode="rb") if is_packed else file
    text = io.TextIOWrapper(opened, encoding="utf-8-sig", errors="replace")
    try:
        while line := text.readline(_LONGEST_LINE):
            yield line
    finally:
        text.detach()


def _read(
    piece: Piece, place: int, line: str, region: str | None, account_id: AccountId, key_ring: KeyRing
) -> None:
    cell = re.split("[,;\t]", line, maxsplit=1)[0].strip().strip('"')
    if not cell:
        return
    if _SHA256.fullmatch(cell):
        sha256 = cell.lower()
    elif _IN_ONE_WAY.fullmatch(cell):
        sha256 = hashlib.sha256(cell.encode()).hexdigest()
    else:
        number = parse_number(cell, region)
        if isinstance(number, NumberRefusal):
            piece.rejected += 1
            if len(piece.problems) < _MOST_PROBLEMS:
                piece.problems.append(ListProblem(place, str(number.reason), number.message))
            return
        sha256 = hashlib.sha256(number.e164.encode()).hexdigest()
    piece.numbers += 1
    piece.hashes.append(key_ring.lookup_of_list(sha256, account_id))
