"""More lists, of our own making: exports of usual programs, two dozen languages, torn rows, workbooks' oddities.

Input is a file's bytes as Python writes them, or `workbook {…}` with the arguments of tests.workbooks.workbook (a cell of its
own XML is ("raw", xml), a formatted number ("number", value, style)); behind it {'region': …}, {'needs': …}. Expected is
everything that is read: row number, number and name of each lead, refusals and holds by row with their codes.
"""

import ast
import io
import re
from collections.abc import Mapping
from typing import Any

import pytest

from domain.errors import InvalidInput
from lists.column_mapping import find_header
from lists.list_files import open_list
from lists.rows import ReadRow, RowReader
from tests.cases.files import cases
from tests.workbooks import Raw, formatted, workbook

CASES = cases("more_lead_files")
_INPUT = re.compile(
    r"(?P<kind>workbook )?(?P<content>b'.*'|b\".*\"|\{.*\}) (?P<options>\{[^{}]*\})", re.DOTALL
)


def file_of(case: Mapping[str, Any]) -> tuple[bytes, Mapping[str, Any]]:
    match = _INPUT.fullmatch(case["input"])
    assert match, case["id"]
    content = ast.literal_eval(match["content"])
    options = ast.literal_eval(match["options"])
    if not match["kind"]:
        return content, options
    sheets = {
        name: [[_cell(cell) for cell in row] for row in rows] for name, rows in content["sheets"].items()
    }
    return workbook(**{**content, "sheets": sheets}), options


def _cell(cell: Any) -> Any:
    match cell:
        case ("raw", xml):
            return Raw(xml)
        case ("number", value, style):
            return formatted(value, style)
    return cell


def read(case: Mapping[str, Any]) -> str:
    """Everything that was read of the file, in words."""
    content, options = file_of(case)
    try:
        opened = open_list(io.BytesIO(content))
        headers, mapping, rows = find_header(opened.rows, {})
        reader = RowReader(
            headers,
            mapping,
            needed=frozenset(options.get("needs", ())),
            default_region=options.get("region"),
            default_rules="",
        )
        return "; ".join(_said(number, reader.read(row), options) for number, row in rows)
    except InvalidInput as error:
        return f"refused: {error.code}"


def _said(number: int, answer: object, options: Mapping[str, Any]) -> str:
    if not isinstance(answer, ReadRow):
        return f"{number} refused {getattr(answer, 'code', answer)}"
    person = answer.person
    shown = [person.variables.get(name, "-") for name in options.get("show", ())]
    held = f" held {answer.review}" if answer.review else ""
    return " ".join(filter(None, [f"{number} {person.number}", person.name, *shown])) + held


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_list_of_another_program_is_read_as_expected(case: Mapping[str, Any]) -> None:
    """Requirements 87, 96."""
    assert case["expected"] == read(case), case["kind"]


def test_there_are_many_of_them() -> None:
    assert len(CASES) >= 40
    assert len({case["id"] for case in CASES}) == len(CASES)
