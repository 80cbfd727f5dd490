"""Three storms over the real system; `make chaos SEEDS=200` lets more of them come."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chaos.__main__ import run

SEEDS = (2, 5, 9)


@pytest.fixture
def storm_home() -> Iterator[Path]:
    """A folder outside pytest's: started by root, PostgreSQL is another user and must reach it."""
    folder = Path(tempfile.mkdtemp(prefix="outbound-storm-")).resolve()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.end_to_end
@pytest.mark.timeout(600)
async def test_three_storms_break_no_law(storm_home: Path) -> None:
    """Requirement 146."""
    tally = await run(SEEDS, storm_home)
    assert {} == tally.broken
    assert len(SEEDS) == tally.seeds
    assert 0 < tally.dials
