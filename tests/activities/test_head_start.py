"""A busy process begins its dials earlier, so that it dials later and not in vain."""

import pytest

from activities.head_start import LEAST_SECONDS, MOST_SECONDS, HeadStart


@pytest.mark.parametrize(
    ("needed", "given"),
    [
        ([], LEAST_SECONDS),
        ([0.4], LEAST_SECONDS),  # one dial may have met a pause
        ([0.01] * 16, LEAST_SECONDS),
        ([0.2] * 16, pytest.approx(0.3)),
        ([0.01] * 15 + [0.4], LEAST_SECONDS),
        ([0.01] * 14 + [0.4, 0.3], pytest.approx(0.45)),
        ([3.0] * 16, MOST_SECONDS),
        ([3.0] * 16 + [0.01] * 15, LEAST_SECONDS),
    ],
)
def test_a_dial_is_given_what_all_but_the_slowest_of_the_last_sixteen_needed(
    needed: list[float], given: float
) -> None:
    head_start = HeadStart()
    for seconds in needed:
        head_start.needed(seconds)
    assert head_start.seconds == given
