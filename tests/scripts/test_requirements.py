"""The script that holds the pages of requirements and laws against the tests."""

from pathlib import Path

import pytest

from scripts.requirements import HOW_MANY, LAWS, main, named, read_rows

FIRST = "tests/test_it.py::test_first"
METHOD = "tests/suite.py::Suite::test_method"
SUITE = '"""Requirement 3."""\nclass Suite:\n    """Requirement 4."""\n    async def test_method(self):\n        """Requirement 5."""\n'


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Requirement 47.", {47}),
        ("Law 1, requirement 3: repeated 5 times.", {3}),
        ("Requirements 47, 49, 62 and 78: the agent speaks.", {47, 49, 62, 78}),
        ("Requirements 30 to 33 and 36", {30, 31, 32, 33, 36}),
        ("Requirements 52–54: parameters", {52, 53, 54}),
        ("requirements 125 (object storage, of 1 GB) and 159 (sealed)", {125, 159}),
        ("Requirement 71 and law 4: requirement\n    12", {71, 12}),
        ("Design, section 5; law 5. No requirement of its own: 9.", set()),
    ],
)
def test_a_docstring_names_numbers_lists_and_ranges(text: str, numbers: set[int]) -> None:
    assert numbers == named(text)


class Pages:
    """A small repository with good pages, to be spoilt."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.rows = {
            number: f"| {number} | Something | open | Nothing yet. |" for number in range(1, HOW_MANY + 1)
        }
        self.rows[2] = f"| 2 | Something | done | `{FIRST}` |"
        for number in (3, 4, 5):
            self.rows[number] = f"| {number} | Something | done | `{METHOD}` |"
        self.rows[6] = f"| 6 | Something | partly | More. `{FIRST}` |"
        self.laws = dict.fromkeys(range(1, LAWS + 1), f"`{FIRST}`")
        self.test = '"""A file."""\ndef test_first():\n    """Requirement 2."""\n'

    def judged(self, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
        for folder in ("docs", "tests"):
            (self.root / folder).mkdir()
        (self.root / "docs/requirements.md").write_text(
            "\n".join(["# Requirements", "", *self.rows.values()])
        )
        laws = [f"## {number}. A law\n\nBroken by {cited}.\n" for number, cited in self.laws.items()]
        (self.root / "docs/laws.md").write_text("# Laws\n" + "".join(laws))
        (self.root / "tests/test_it.py").write_text(self.test)
        (self.root / "tests/suite.py").write_text(SUITE)
        status = main(self.root)
        return status, capsys.readouterr().out.splitlines()


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path)


def test_good_pages_have_one_line_of_figures(pages: Pages, capsys: pytest.CaptureFixture[str]) -> None:
    assert (0, ["requirements: 4 done, 1 partly, 211 open"]) == pages.judged(capsys)


@pytest.mark.parametrize(
    ("number", "row", "problem"),
    [
        (9, "", "Requirement 9 stands there 0 times, not once."),
        (9, "| 8 | Again | open | Nothing. |\n| 9 | Once | open | Nothing. |", "Requirement 8 stands there 2 times, not once."),
        (9, "| 9 | Once | open | Nothing. |\n| 217 | More | open | Nothing. |", "Requirement 217: there are 216."),
        (9, "| 9 | Something | soon | Nothing. |", "Requirement 9: 'soon' is none of done, partly, open."),
        (9, "| 9 | Something | open |  |", "Requirement 9: it is open, but what is missing is not said."),
        (9, f"| 9 | Something | partly | `{FIRST}` |", "Requirement 9: it is partly, but what is missing is not said."),
        (9, "| 9 | Something | done | Believe us. |", "Requirement 9: it is done, but no test proves it."),
        (9, f"| 9 | Something | done | `{FIRST}` |", f"Requirement 9: {FIRST} proves it, but does not name it."),
        (9, f"| 9 | Something | partly | More. `{FIRST}_gone` |", f"Requirement 9: there is no test {FIRST}_gone."),
    ],
)  # fmt: skip
def test_a_spoilt_row_is_named(
    pages: Pages, capsys: pytest.CaptureFixture[str], number: int, row: str, problem: str
) -> None:
    pages.rows[number] = row
    status, said = pages.judged(capsys)
    assert (1, [problem]) == (status, said[:-1])


def test_a_law_without_a_test_that_breaks_it_is_named(
    pages: Pages, capsys: pytest.CaptureFixture[str]
) -> None:
    pages.laws |= {4: "nobody", 5: f"`{METHOD}_gone`"}
    assert (1, ["Law 4: no test breaks it.", f"Law 5: there is no test {METHOD}_gone."]) == (
        (judged := pages.judged(capsys))[0],
        judged[1][:-1],
    )


def test_a_law_that_is_left_out_is_noticed(pages: Pages, capsys: pytest.CaptureFixture[str]) -> None:
    del pages.laws[10]
    status, said = pages.judged(capsys)
    assert (1, True) == (status, said[0].endswith("not from 1 to 10."))


def test_a_test_that_names_no_requirement_there_is_is_named(
    pages: Pages, capsys: pytest.CaptureFixture[str]
) -> None:
    pages.test = pages.test.replace("Requirement 2", "Requirements 2 and 300")
    status, said = pages.judged(capsys)
    assert (1, f"{FIRST} names requirement 300, which is not there.") == (status, said[0])


def test_a_row_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="7 - Something"):
        read_rows("| 7 - Something |")
