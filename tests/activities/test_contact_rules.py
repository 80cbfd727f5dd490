"""What people read about a decision."""

from datetime import UTC, datetime

import pytest

from activities.contact_rules import local_time

THIS_YEAR = datetime.now(UTC).year


@pytest.mark.parametrize(
    "year, shown",
    [(THIS_YEAR, "17 Jun 11:00 CEST"), (THIS_YEAR + 1, f"17 Jun {THIS_YEAR + 1} 11:00 CEST")],
)
def test_a_moment_of_another_year_says_so(year: int, shown: str) -> None:
    at = datetime(year, 6, 17, 9, 0, tzinfo=UTC)
    assert local_time(at, ("Europe/Berlin",)).endswith(shown)
