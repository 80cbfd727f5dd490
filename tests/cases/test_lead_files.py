"""Lists as people of the trade upload them: each is read through what the import uses, and every row is accounted for.

Expected is written in words; CHECKS says what each of them asks of what was read.
"""

import ast
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from domain.errors import InvalidInput
from domain.lead_rows import RowRefusal
from lists.column_mapping import find_header
from lists.csv_files import open_csv
from lists.rows import ReadRow, RowReader
from tests.cases.files import cases

CASES = cases("lead_files")
_INPUT = re.compile(r"(?P<content>b(?:'.*?'|\".*?\"))(?: \{(?P<options>'.*)\})?", re.DOTALL)
_REGION = re.compile(r"'region': (?:'(\w\w)'|None)")
_NEEDED = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True)
class Read:
    """What became of a file: its mapping, its leads and refused rows by row number; refused: why it is no list."""

    mapping: Mapping[str, str]
    leads: Mapping[int, ReadRow]
    rows_refused: Mapping[int, RowRefusal]
    refused: InvalidInput | None = None

    def names(self) -> list[str]:
        return [lead.person.name for lead in self.leads.values()]

    def numbers(self) -> list[str]:
        return [lead.person.number for lead in self.leads.values()]


def content_of(case: Mapping[str, Any]) -> bytes:
    written = case["input"]
    if "xxx..." in written:  # a long cell is cut off in the report
        return b"phone,name\n+14155552671," + b"x" * 3_000 + b"\n+12125550142,Bob\n"
    match = _INPUT.fullmatch(written)
    assert match, case["id"]
    content = ast.literal_eval(match["content"])
    assert isinstance(content, bytes)
    return content


def read(case: Mapping[str, Any]) -> Read:
    match = _INPUT.fullmatch(case["input"])
    options = (match and match["options"]) or ""
    region = _REGION.search(options)
    try:
        headers, mapping, rows = find_header(open_csv(io.BytesIO(content_of(case))), {})
        reader = RowReader(
            headers,
            mapping,
            needed=frozenset(_NEEDED.findall(options)),
            default_region=region[1] if region else "US",
            default_rules="",
        )
        answers = {number: reader.read(row) for number, row in rows}
    except InvalidInput as error:
        return Read({}, {}, {}, error)
    return Read(
        mapping,
        {number: answer for number, answer in answers.items() if isinstance(answer, ReadRow)},
        {number: answer for number, answer in answers.items() if isinstance(answer, RowRefusal)},
    )


def leads(count: int) -> Callable[[Read], bool]:
    return lambda found: (
        len(found.leads) == count and all(lead.review is None for lead in found.leads.values())
    )


def refused(found: Read) -> bool:
    return found.refused is not None


def either(*checks: Callable[[Read], bool]) -> Callable[[Read], bool]:
    return lambda found: any(check(found) for check in checks)


def named(*names: str) -> Callable[[Read], bool]:
    return lambda found: found.names() == list(names)


def numbered(*numbers: str) -> Callable[[Read], bool]:
    return lambda found: found.numbers() == list(numbers)


def mapped(*fields: str) -> Callable[[Read], bool]:
    return lambda found: bool(found.leads) and set(fields) <= found.mapping.keys()


def held(reason: str) -> Callable[[Read], bool]:
    return lambda found: bool(found.leads) and all(lead.review == reason for lead in found.leads.values())


def variables(*values: str) -> Callable[[Read], bool]:
    """These values are all kept: as variables, each under a name of its own, or as the name."""
    return lambda found: (
        set(values)
        <= {
            value
            for lead in found.leads.values()
            for value in (*lead.person.variables.values(), lead.person.name)
        }
    )


def rows_refused(*numbers: int) -> Callable[[Read], bool]:
    return lambda found: list(found.rows_refused) == list(numbers)


def only_those_consent(*numbers: str) -> Callable[[Read], bool]:
    return lambda found: (
        not refused(found)
        and [lead.person.number for lead in found.leads.values() if lead.consents] == list(numbers)
    )


def reads_nothing(found: Read) -> bool:
    return not found.leads and not found.rows_refused and not refused(found)


# Of one id where the words alone do not say what is meant.
OF_ONE: Mapping[str, Callable[[Read], bool]] = {
    "csv-096": only_those_consent("+14155552671"),
    "csv-103": numbered("+14155552671", "+14155552671", "+14155552671"),
    "csv-105": leads(1),
    "csv-106": leads(1),
}
CHECKS: Mapping[str, Callable[[Read], bool]] = {
    "two leads": leads(2),
    "one lead": leads(1),
    "two leads or a refusal": either(leads(2), refused),
    "one lead or a refusal": either(leads(1), lambda found: list(found.rows_refused) == [2], refused),
    "one lead or a refusal that says so": either(leads(1), refused),
    "two leads (and one refusal at most)": leads(2),
    "two leads, or a refusal that says the header is not in the first row": either(leads(2), refused),
    "a refusal that says there is no header, or two leads": either(refused, leads(2)),
    "name José – Müller": lambda found: found.names()[0] == "José – Müller",
    "name Søren Ærø": named("Søren Ærø"),
    "plan gold and silver, or a refusal": variables("gold", "silver"),
    "both kept": variables("1", "2"),
    "a refusal, or both kept": variables("5", "700"),
    "a refusal that asks for the column": refused,
    "variables kept under some name, or a word about it": variables("山田", "Москва"),
    "number, postcode, country and name are found": mapped("number", "postcode", "country", "name"),
    "number found": mapped("number"),
    "number, name, country": mapped("number", "name", "country"),
    "number, first name, country": mapped("number", "first_name", "country"),
    "the mobile is used": numbered("+14155552671"),
    "+919876543210": numbered("+919876543210"),
    "row 2 refused": rows_refused(2),
    "name is not run anywhere; kept as text": named('=HYPERLINK("http://x","a")'),
    "both refused or right": either(rows_refused(2, 3), numbered("+4930123456", "+49301234567")),
    "row 2 refused, row 3 a lead": lambda found: rows_refused(2)(found) and list(found.leads) == [3],
    "a refusal": refused,
    "no rows, no error": reads_nothing,
    "no consent": only_those_consent(),
    "row is not dialled, or held": lambda found: not found.leads,
    "no value: held for review": held("variables_missing:first_name"),
    "held: variables_missing": held("variables_missing:first_name"),
    "first is taken; second is known or told": numbered("+14155552671"),
    "telephone is taken": lambda found: found.mapping["number"] == "Telephone" and bool(found.leads),
    "a lead without review": leads(1),
    "found and mapped": mapped("number", "name"),
}
# What is right there is said by the case: a name as it was written before the file was made.
NAMES = {"csv-007": ("José Müller",), "csv-008": ("Иван",)}


def check_of(case: Mapping[str, Any]) -> Callable[[Read], bool]:
    if case["id"] in NAMES:
        return named(*NAMES[case["id"]])
    return OF_ONE.get(case["id"]) or CHECKS[case["ours"] or case["expected"]]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_reported_file_is_read_as_expected(case: Mapping[str, Any]) -> None:
    found = read(case)
    assert check_of(case)(found), (case["kind"], case["expected"], found)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_what_is_said_of_a_file_repeats_no_number(case: Mapping[str, Any]) -> None:
    """Law 8: messages go into reports and logs."""
    found = read(case)
    said = [refusal.message for refusal in found.rows_refused.values()]
    said += [str(found.refused)] if found.refused else []
    said = [message.replace("such as +14155552671", "") for message in said]
    assert not any(re.search(r"(?:\d[\s().-]?){7}", message) for message in said)
