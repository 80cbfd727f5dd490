"""When a program is told again, and when no more."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.webhook_rules import LONGEST_FAILURE, WAITS, WhyDisabled, next_try, why_to_stop

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def test_it_is_tried_ten_times_over_three_days() -> None:
    """Requirement 6."""
    moments = [next_try(attempts, NOW) for attempts in range(1, 12)]
    assert [*(NOW + wait for wait in WAITS), None, None] == moments
    assert timedelta(days=3) < sum(WAITS, timedelta()) < timedelta(days=3, hours=4)
    assert sorted(WAITS) == list(WAITS)


@pytest.mark.parametrize(
    ("status", "since", "expected"),
    [
        (410, timedelta(0), WhyDisabled.GONE),
        (410, timedelta(days=8), WhyDisabled.GONE),
        (500, timedelta(0), None),
        (404, LONGEST_FAILURE - timedelta(seconds=1), None),
        (503, LONGEST_FAILURE, WhyDisabled.FAILING),
        (None, LONGEST_FAILURE, WhyDisabled.FAILING),
        (None, timedelta(days=6), None),
    ],
)
def test_whoever_is_gone_or_fails_for_a_week_is_told_no_more(
    status: int | None, since: timedelta, expected: WhyDisabled | None
) -> None:
    """Requirement 6."""
    assert expected is why_to_stop(status, NOW - since, NOW)
