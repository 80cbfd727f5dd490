"""A list of numbers and nothing else about people: do-not-call lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from domain.phone_numbers import NumberRefusal, parse_number
from lists.column_mapping import Rows, check_mapping
from lists.list_files import open_list


@dataclass(frozen=True, slots=True)
class UnreadNumber:
    """A row whose number cannot be read."""

    row_number: int
    code: str
    message: str


def read_numbers(
    file: BinaryIO, mapping: Mapping[str, str], region: str | None, sheet: str
) -> tuple[list[str], list[UnreadNumber]]:
    """The numbers (E.164) of a file with a header, and the rows without one. region: of numbers that name none; sheet: of a
    workbook. Raises InvalidInput for what is no list.
    """
    opened = open_list(file, sheet=sheet)
    try:
        return _read(opened.rows, mapping, region)
    finally:
        opened.close()


def _read(rows: Rows, mapping: Mapping[str, str], region: str | None) -> tuple[list[str], list[UnreadNumber]]:
    _, headers = next(rows, (0, []))
    column = headers.index(check_mapping(headers, mapping)["number"])
    numbers, unread = [], []
    for row_number, row in rows:
        number = parse_number(row[column] if column < len(row) else "", region)
        if isinstance(number, NumberRefusal):
            unread.append(UnreadNumber(row_number, str(number.reason), number.message))
        else:
            numbers.append(number.e164)
    return numbers, unread
