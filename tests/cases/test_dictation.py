"""Numbers and addresses as people dictate them, with corrections, spelling and homophones: what is kept after one turn."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from domain.language.dictation import Dictated, value_in
from tests.cases.files import tried

_FILE = "guards_dictation_messages"


def _read(case: Mapping[str, Any], kind: Dictated) -> str | None:
    found = re.fullmatch(r"\[(?P<language>\w+)\] (?P<said>.*)", case["input"])
    assert found
    return value_in(kind, found["said"], found["language"])


@pytest.mark.parametrize("case", tried(_FILE, "digits dictated"))
def test_digits_are_kept_as_they_were_dictated(case: Mapping[str, Any]) -> None:
    assert case["expected"] in {_read(case, Dictated.DIGITS), _read(case, Dictated.PHONE)}


@pytest.mark.parametrize("case", tried(_FILE, "e-mail dictated"))
def test_an_address_is_kept_as_it_was_dictated(case: Mapping[str, Any]) -> None:
    assert case["expected"] == _read(case, Dictated.EMAIL)
