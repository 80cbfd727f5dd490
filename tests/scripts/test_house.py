"""The script that prints the figures of the house."""

from pathlib import Path

import pytest

from scripts.house import arrows_up, circles, gives_reason, lengths

FLOORS = [["api", "console", "local"], ["activities"], ["database"]]


def test_each_circle_is_found() -> None:
    imports = {
        "api.a": {"api.b"},
        "api.b": {"api.c"},
        "api.c": {"api.a"},
        "api.d": {"api.e", "api.a"},
        "api.e": {"api.d"},
    }
    found = [frozenset(circle) for circle in circles(imports)]
    assert sorted(map(sorted, found)) == [["api.a", "api.b", "api.c"], ["api.d", "api.e"]]


def test_no_circle_is_found_where_there_is_none() -> None:
    assert [] == [*circles({"api.a": {"api.b", "api.c"}, "api.b": {"api.c"}, "api.c": set()})]


@pytest.mark.parametrize(
    ("module", "target", "is_up"),
    [
        ("api.calls", "database.calls", False),
        ("api.calls", "api.pages", False),
        ("activities.crm", "api.calls", True),
        ("database.calls", "activities.crm", True),
        ("api.calls", "local.ports", True),
        ("console.start", "local.ports", False),
        ("local.ports", "console.start", True),
        ("simulators.app", "api.calls", False),
    ],
)
def test_an_import_that_goes_up_or_to_a_neighbour_is_told(module: str, target: str, is_up: bool) -> None:
    assert [(module, target)] * is_up == [*arrows_up({module: {target}, target: set()}, FLOORS)]


def test_lines_are_those_of_product_files_with_code(tmp_path: Path) -> None:
    for name, text in {
        "worker.py": "a\nb\n",
        "api/__init__.py": '"""The API."""\n',
        "api/calls/routes.py": "a\nb\nc\n",
        "api/leads/rows.py": "a\n" * 401,
        "database/migrations/versions/0001_first.py": "a\n" * 700,
        "tests/test_calls.py": "a\n" * 700,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert {"worker.py": 2, "api/calls/routes.py": 3, "api/leads/rows.py": 401} == {
        file.as_posix(): lines for file, lines in lengths(tmp_path, ["api", "database"]).items()
    }


@pytest.mark.parametrize(
    ("docstring", "gives"),
    [
        ("One live call. In one piece because its timers end together.", True),
        ("One live call,\nin one piece because its timers end together.\n\nMore.", True),
        ("One live call.\n\nIn one piece because its timers end together.", False),
        ("One live call.", False),
    ],
)
def test_a_long_file_says_why_in_its_first_paragraph(tmp_path: Path, docstring: str, gives: bool) -> None:
    file = tmp_path / "call.py"
    file.write_text(f'"""{docstring}"""\n', encoding="utf-8")
    assert gives is gives_reason(file)
