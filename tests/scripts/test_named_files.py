"""Files that the documentation names are there: a page that sends people to a file of yesterday is worse than none."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
# A path in backticks; * and NAMES in capitals stand for any.
NAMED = re.compile(r"`([\w./*-]+(?:\.py|\.sql|\.md|\.toml|\.yaml|/))(?:::\w+)*`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    assert [] == [path for path in named if not is_there(path)]


def is_there(path: str) -> bool:
    """Whether some file or folder of the project ends in this path."""
    pattern = re.sub(r"[A-Z]{3,}", "*", path)
    return any(ROOT.glob(pattern)) or any(
        found for room in ROOT.iterdir() if is_ours(room) for found in room.glob(f"**/{pattern}")
    )


def is_ours(room: Path) -> bool:
    """A folder of the project, none of what tools leave in it."""
    return room.is_dir() and not room.name.startswith(".")


def test_a_file_that_is_not_there_is_noticed() -> None:
    assert ["api/nowhere.py"] == [
        path for path in NAMED.findall("see `api/nowhere.py`") if not is_there(path)
    ]
