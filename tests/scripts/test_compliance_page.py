"""docs/compliance.md names places and tests that there are, and every reason of a decision."""

import ast
import re
from pathlib import Path
from typing import Final

import pytest

from domain.contactability import ReasonCode

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = (ROOT / "docs/compliance.md").read_text(encoding="utf-8")
ROWS: Final = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("|---")]
NAMED: Final = sorted(set(re.findall(r"`([a-z_/]+\.py)(?:::(\w+))?`", PAGE)))


def _names(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[f"{file}::{name}" for file, name in NAMED])
def test_each_place_and_each_test_is_there(file: str, name: str) -> None:
    assert (ROOT / file).is_file()
    assert not name or name in _names(ROOT / file)


def test_every_reason_of_a_decision_has_its_row() -> None:
    reasons = [found[1] for row in ROWS if (found := re.match(r"\| `(\w+)` \|", row))]
    assert sorted(ReasonCode) == sorted(reasons)


def test_every_rule_has_a_place_and_a_test() -> None:
    rules = [row for row in ROWS if not row.startswith(("| Reason |", "| Rule |"))]
    assert 30 < len(rules)
    for row in rules:
        *_, place, test, _ = row.split("|")
        assert ".py" in place, row
        assert "`tests/" in test, row
