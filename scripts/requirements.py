"""Holds docs/requirements.md and docs/laws.md against the tests: python scripts/requirements.py [ROOT]

Each requirement stands there once with its state. What is done has tests, and each of them names it ("Requirement 12",
"requirements 30 to 33 and 36") in its docstring, its class's or its file's; what is not says what is missing.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

HOW_MANY: Final = 216
LAWS: Final = 10
STATES: Final = ("done", "partly", "open")

_ITEM: Final = r"\d+(?:\s+\([^)]*\))?"
_MENTION: Final = re.compile(
    rf"\brequirements?\s+({_ITEM}(?:(?:,\s*and|,|\s+and|\s+to|\s*–)\s*{_ITEM})*)", re.I
)
_RANGE: Final = re.compile(r"(\d+)(?:\s*(?:to|–)\s*(\d+))?")
_ROW: Final = re.compile(r"\| (\d+) \| (.+?) \| (\w+) \| (.*) \|")
_TEST: Final = re.compile(r"`(tests/[\w/]+\.py::[\w:]+)`")
_LAW: Final = re.compile(r"^## (\d+)\. ", re.M)


class Requirement(NamedTuple):
    """One row: tests that prove it (or a part of it), and what is missing in words."""

    number: int
    state: str
    tests: list[str]
    missing: str


def named(text: str) -> set[int]:
    """The requirements that a docstring names: single ones, lists and ranges."""
    found: set[int] = set()
    for mention in _MENTION.finditer(text):
        for first, last in _RANGE.findall(re.sub(r"\([^)]*\)", "", mention[1])):
            found.update(range(int(first), int(last or first) + 1))
    return found


def read_tests(root: Path) -> dict[str, set[int]]:
    """Every test below root/tests by its id as pytest writes it, with the requirements that it names."""
    found: dict[str, set[int]] = {}
    for path in sorted((root / "tests").rglob("*.py")):
        module = ast.parse(path.read_text())
        found.update(_tests(module, path.relative_to(root).as_posix(), set()))
    return found


def _tests(parent: ast.Module | ast.ClassDef, name: str, above: set[int]) -> Iterator[tuple[str, set[int]]]:
    here = above | named(ast.get_docstring(parent) or "")
    for each in parent.body:
        if isinstance(each, ast.ClassDef):
            yield from _tests(each, f"{name}::{each.name}", here)
        elif isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and each.name.startswith("test_"):
            yield f"{name}::{each.name}", here | named(ast.get_docstring(each) or "")


def read_rows(page: str) -> list[Requirement]:
    """The rows of the tables; ValueError if a line that begins like one cannot be read."""
    rows = []
    for line in page.splitlines():
        if not re.match(r"\|\s*\d", line):
            continue
        row = _ROW.fullmatch(line)
        if not row:
            raise ValueError(f"This row cannot be read: {line}")
        missing = _TEST.sub("", row[4]).strip(" ,;.")
        rows.append(Requirement(int(row[1]), row[3], _TEST.findall(row[4]), missing))
    return rows


def read_laws(page: str) -> dict[int, list[str]]:
    """The tests of each law."""
    parts = _LAW.split(page)[1:]
    return {int(number): _TEST.findall(text) for number, text in zip(parts[::2], parts[1::2], strict=True)}


def problems_of_rows(rows: list[Requirement], tests: Mapping[str, set[int]]) -> Iterator[str]:
    """What is wrong with the page of the requirements, or with what tests name, in one sentence each."""
    counts = Counter(row.number for row in rows)
    for number in sorted({*counts, *range(1, HOW_MANY + 1)}):
        if number not in range(1, HOW_MANY + 1):
            yield f"Requirement {number}: there are {HOW_MANY}."
        elif counts[number] != 1:
            yield f"Requirement {number} stands there {counts[number]} times, not once."
    for row in rows:
        yield from (f"Requirement {row.number}: {problem}" for problem in _problems_of(row, tests))
    for test, numbers in tests.items():
        for number in sorted(numbers - counts.keys()):
            yield f"{test} names requirement {number}, which is not there."


def _problems_of(row: Requirement, tests: Mapping[str, set[int]]) -> Iterator[str]:
    yield from (f"there is no test {test}." for test in row.tests if test not in tests)
    if row.state not in STATES:
        yield f"{row.state!r} is none of {', '.join(STATES)}."
    elif row.state != "done":
        if not row.missing:
            yield f"it is {row.state}, but what is missing is not said."
    elif not row.tests:
        yield "it is done, but no test proves it."
    else:
        unnamed = [test for test in row.tests if test in tests and row.number not in tests[test]]
        yield from (f"{test} proves it, but does not name it." for test in unnamed)


def problems_of_laws(laws: Mapping[int, list[str]], tests: Mapping[str, set[int]]) -> Iterator[str]:
    """What is wrong with the page of the laws, in one sentence each."""
    if list(laws) != list(range(1, LAWS + 1)):
        yield f"The laws are numbered {list(laws)}, not from 1 to {LAWS}."
    for number, cited in laws.items():
        if not cited:
            yield f"Law {number}: no test breaks it."
        yield from (f"Law {number}: there is no test {test}." for test in cited if test not in tests)


def main(root: Path) -> int:
    """Print what is wrong, then the figures; 1 if anything is wrong."""
    tests = read_tests(root)
    rows = read_rows((root / "docs/requirements.md").read_text())
    laws = read_laws((root / "docs/laws.md").read_text())
    problems = [*problems_of_rows(rows, tests), *problems_of_laws(laws, tests)]
    for problem in problems:
        print(problem)
    states = Counter(row.state for row in rows)
    print(f"requirements: {', '.join(f'{states[state]} {state}' for state in STATES)}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
