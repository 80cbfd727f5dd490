"""Which of the calls or messages that the carrier lists is ours, whose request was never answered."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from providers.carriers.twilio.account import first_created_since

SINCE = datetime(2026, 11, 30, 10, 0, 0, 500_000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "found"),
    [
        ((), None),
        ((5, 2, 9), 2),
        ((0,), 0),
        ((-30, 4), 4),
        ((-30, -10, -20), -10),
        ((-30, None), None),
        ((-100_000,), None),
    ],
    ids=[
        "none",
        "the oldest since",
        "in the same second",
        "one since before an older one",
        "the newest of the older",
        "one without a time, just accepted",
        "too old by any clock",
    ],
)
def test_the_first_since_the_request_else_the_newest_before_it(
    seconds: tuple[int | None, ...], found: int | None
) -> None:
    """Created so many seconds after the request; None for a moment that is not told yet, or for nothing found."""
    listed = [
        SimpleNamespace(
            sid=f"CA{place}",
            date_created=None if each is None else SINCE + timedelta(seconds=each),
            seconds=each,
        )
        for place, each in enumerate(seconds)
    ]
    first = first_created_since(SINCE, listed)
    assert (first is not None) is (found is not None or None in seconds)
    assert found == (None if first is None else first.seconds)
