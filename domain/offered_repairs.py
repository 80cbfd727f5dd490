"""What was repaired in a number's cell, and what could be if somebody says so; nothing offered here is ever dialled unasked.

A repair changes more than blanks and brackets: a spreadsheet's float, a label, letters, a plan that is no more.
The repairs themselves: number_cells.py, of a workbook's cells lists/workbook_cells.py.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from domain.number_cells import RefusalReason, is_nothing
from domain.phone_numbers import PhoneNumber, country_code, parse_number


class Repair(StrEnum):
    """What was done to a cell so that its number could be read."""

    SPREADSHEET_NUMBER = "spreadsheet_number"
    SIGNS = "signs"
    LABEL = "label"
    LETTERS = "letters"
    RENUMBERED = "renumbered"
    ANOTHER_COLUMN = "another_column"
    FIRST_NUMBER = "first_number"
    WITHOUT_EXTENSION = "without_extension"
    DIGITS = "digits"


REPAIRED: Final[Mapping[Repair, str]] = {
    Repair.SPREADSHEET_NUMBER: "A spreadsheet had made an amount of the number; it was read without exponent or fraction.",
    Repair.SIGNS: "Quotes, invisible signs or another script's digits were read as plain digits.",
    Repair.LABEL: "A word beside the number was left out.",
    Repair.LETTERS: "Letters were read as the digits under them.",
    Repair.RENUMBERED: "The number was written by a plan that is no more, or with a prefix too many; it was read as it is today.",
    Repair.ANOTHER_COLUMN: "The first number could not be called; the one of another column was taken.",
    Repair.FIRST_NUMBER: "Of two numbers in one cell the first was taken, as the upload asked.",
    Repair.WITHOUT_EXTENSION: "The number was taken without its extension, as the upload asked.",
    Repair.DIGITS: "What looks like a date or an amount was taken for a number, as the upload asked.",
}
OFFERED: Final[Mapping[Repair, str]] = {
    Repair.FIRST_NUMBER: "The cell holds two numbers; the first could be taken.",
    Repair.WITHOUT_EXTENSION: "The number has an extension; the number without it could be called.",
    Repair.DIGITS: "The cell looks like a date or an amount; its digits could be a number.",
}
"""What is left to a person, by which repair would be done."""

_SEPARATORS: Final = str.maketrans(dict.fromkeys(" ()-/"))
_USUAL: Final = re.compile(r"[+\d\s().\-/]+", re.ASCII)
_AMOUNT: Final = re.compile(r"[+'\"=\s]*\d+(?:[.,]\d*)?(?:[eE][+-]?\d{1,3}|[.,]0+)\s*", re.ASCII)
_NOT_DIGITS: Final = re.compile(r"\D", re.ASCII)


def repair_of(cell: str, number: PhoneNumber) -> Repair | None:
    """What was repaired in a cell of which the number was read; None for one that was written in a usual way."""
    e164 = number.e164
    if cell == e164:
        return None
    bare = cell.translate(_SEPARATORS)
    if bare == e164 or (bare.isascii() and bare.isdigit() and e164.endswith(bare.lstrip("0"))):
        return None  # the quick way, for nearly every row
    digits = _NOT_DIGITS.sub("", cell)
    if _AMOUNT.fullmatch(cell):
        return Repair.SPREADSHEET_NUMBER
    if _USUAL.fullmatch(cell):
        return Repair.RENUMBERED if _is_renumbered(cell, digits, number) else None
    if any(sign.isalpha() for sign in cell):
        return (
            Repair.LABEL
            if number.e164.endswith(digits.lstrip("0")[-_ENOUGH:]) and digits[_ENOUGH:]
            else Repair.LETTERS
        )
    return Repair.SIGNS


_ENOUGH: Final = 7


def _is_renumbered(cell: str, digits: str, number: PhoneNumber) -> bool:
    own = number.e164[1:]
    if cell.lstrip().startswith(("+", "00")):
        said = _NOT_DIGITS.sub("", cell.replace("(0)", "")).lstrip("0")
        return said != own
    return not own.endswith(digits.lstrip("0")) and len(own) - len(country_code(own)) > len(digits)


def offered(cell: str, region: str | None, reason: str) -> tuple[Repair, PhoneNumber] | None:
    """Which repair would make a number of a refused cell, and which one; None where there is nothing to offer."""
    offer = _OFFERS.get(reason)
    if offer is None or is_nothing(cell):
        return None
    repair, candidates = offer
    for candidate in candidates(cell):
        found = parse_number(candidate, region)
        if isinstance(found, PhoneNumber):
            return repair, found
    return None


_TWO: Final = re.compile(
    r"[,;|&/\\\n]|:::|\s(?:or|and|und|oder|ou|et|o|y|e|или|и)\s|(?<=\d) +(?=[(]?[+0])", re.IGNORECASE
)
_BEFORE_EXTENSION: Final = re.compile(r"[^\d+(]{0,20}([+(]?\d[\d ().-]{5,25})")
_DIGITS_ONLY: Final = re.compile(r"\d[\d./,\- ]{5,20}\d")


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in _TWO.split(cell)[:4]]


def _before_extension(cell: str) -> list[str]:
    before = _BEFORE_EXTENSION.match(cell)
    return [before[1].rstrip(" .-(")] if before else []


def _digits(cell: str) -> list[str]:
    return [_NOT_DIGITS.sub("", cell)] if _DIGITS_ONLY.fullmatch(cell) else []


_OFFERS: Final[Mapping[str, tuple[Repair, Callable[[str], list[str]]]]] = {
    RefusalReason.TWO_NUMBERS: (Repair.FIRST_NUMBER, _parts),
    RefusalReason.EXTENSION: (Repair.WITHOUT_EXTENSION, _before_extension),
    RefusalReason.DATE: (Repair.DIGITS, _digits),
    RefusalReason.NOT_A_NUMBER: (Repair.DIGITS, _digits),
}
