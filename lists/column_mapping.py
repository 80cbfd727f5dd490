"""Which columns of an uploaded file mean what: as callers say it, else as their headings let guess (domain.lead_headings).

Whether it looks wrong: mapping_questions.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, takewhile
from typing import Final

from domain.errors import InvalidInput
from domain.lead_headings import FIELDS, NUMBER_FIELDS, guess_columns, looks_personal
from lists.cell_marks import UNCLOSED_QUOTE

_MOST_COLUMNS: Final = 200

Rows = Iterator[tuple[int, list[str]]]
Header = tuple[list[str], dict[str, str], Rows]


def find_header(rows: Rows, given: Mapping[str, str]) -> Header:
    """The header, its mapping (field -> column), and the rows behind it; titles above the header are left out.

    Raises InvalidInput.
    """
    first = list(islice(rows, _ROWS_ABOVE))
    headers = [row for _, row in first] or [[]]
    place = next((place for place, row in enumerate(headers) if _is_header(row, given)), 0)
    if headers[0] == [UNCLOSED_QUOTE]:
        raise InvalidInput(
            "The first row opens a quote that is never closed; correct it.",
            pointer="/file",
            code="unclosed_quote",
        )
    if place:
        _check_header(headers[0])
    place += 0 if given else _said_again(headers[place:])
    mapping = check_mapping(headers[place], given)
    return headers[place], mapping, chain(first[place + 1 :], rows)


_ROWS_ABOVE: Final = 10


def _said_again(headers: Sequence[Sequence[str]]) -> int:
    """How many rows behind the header name the number's column by the same word, as merged headings and joined files do."""
    number = guess_columns(headers[0]).get("number")
    if number is None:
        return 0
    place = headers[0].index(number)
    alike = (len(row) > place and row[place].strip() == number for row in headers[1:])
    return sum(1 for _ in takewhile(bool, alike))


def _is_header(row: Sequence[str], given: Mapping[str, str]) -> bool:
    if given:
        return all(header in row for header in given.values())
    return "number" in guess_columns(row)


def check_mapping(headers: Sequence[str], given: Mapping[str, str]) -> dict[str, str]:
    """The guessed mapping (field -> column) with what the caller says over it. Raises InvalidInput."""
    if len(headers) > _MOST_COLUMNS:
        raise InvalidInput(
            f"The file has more than {_MOST_COLUMNS} columns.", pointer="/file", code="too_wide"
        )
    for field, header in given.items():
        if field not in FIELDS:
            known = ", ".join(FIELDS)
            raise InvalidInput(f"Unknown field; known are {known}.", pointer="/mapping", code="unknown_field")
        if header not in headers:
            raise InvalidInput(
                f"The file has no such column for {field}.",
                pointer=f"/mapping/{field}",
                code="unknown_column",
            )
    _check_header(headers)
    guessed = guess_columns(headers)
    if "number" in given:  # whoever names the column wants no other one dialled
        guessed = {field: header for field, header in guessed.items() if field not in NUMBER_FIELDS}
    mapping = {**guessed, **given}
    if "number" not in mapping:
        raise InvalidInput(
            "No column looks like a phone number; name it in the mapping as `number`.",
            pointer="/mapping/number",
            code="no_number_column",
        )
    return mapping


def _check_header(headers: Sequence[str]) -> None:
    """A first row that is a person's would be stored as headings, in clear. Raises InvalidInput."""
    if any(map(looks_personal, headers)):
        raise InvalidInput(
            "The first row looks like a person's; write the columns' names above it.",
            pointer="/file",
            code="no_header",
        )
