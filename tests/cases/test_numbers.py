"""Numbers as people of the trade report them: each is read as expected, or refused as expected, never dialled wrongly.

Expected is "+..." (the number), "refused", "refused:reason", "the first, or refused", several of them joined by "or",
or "any"; what follows in brackets or behind a semicolon is a remark.
"""

import ast
import re
from collections.abc import Mapping
from typing import Any

import pytest

from domain.phone_numbers import NumberRefusal, PhoneNumber, parse_number
from tests.cases.files import cases

CASES = cases("numbers")
_INPUT = re.compile(r"(?P<text>['\"].*['\"]) default region (?P<region>\w+)", re.DOTALL)


def read(case: Mapping[str, Any]) -> PhoneNumber | NumberRefusal:
    match = _INPUT.fullmatch(case["input"])
    assert match, case["input"]
    region = match["region"]
    return parse_number(ast.literal_eval(match["text"]), None if region == "None" else region)


def accepted(expected: str) -> set[str]:
    """The answers that are accepted: numbers, "refused" or "refused:reason"; for "any" an empty set."""
    plain = re.sub(r"\(.*?\)|;.*|, never.*", "", expected)
    return {word.strip() for word in re.split(r",| or ", plain)} - {"", "any"}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_reported_number_is_read_as_expected(case: Mapping[str, Any]) -> None:
    found = read(case)
    wanted = accepted(case["ours"] or case["expected"])
    if isinstance(found, NumberRefusal):
        answers = {"refused", f"refused:{found.reason}"}
        assert found.message.endswith(".")
    else:
        answers = {found.e164}
    assert not wanted or answers & wanted, (case["expected"], answers)
