"""How long somebody waits before the next try to sign in."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.sign_in_limits import Failed, Failures, left_to_wait

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
LONGEST = 900


def failures(
    *, here: int = 0, network: int = 0, person: int = 0, known: bool = False, ago: float = 0
) -> Failures:
    """So many of each kind, the last of each so many seconds ago."""
    last = NOW - timedelta(seconds=ago)
    each = [Failed(tries, last if tries else None) for tries in (here, network, person)]
    return Failures(each[0], each[1], each[2], known)


@pytest.mark.parametrize(
    "failed, seconds",
    [
        (failures(), 0),
        (failures(here=4), 0),
        (failures(here=5), 30),
        (failures(here=6), 60),
        (failures(here=9), 480),
        (failures(here=10), LONGEST),
        (failures(here=1_000_000), LONGEST),
        (failures(here=5, ago=29), 1),
        (failures(here=5, ago=30), 0),
        (failures(here=5, ago=31), 0),
        (failures(network=59), 0),
        (failures(network=60), LONGEST),
        (failures(network=60, known=True), 0),
        (failures(person=99), 0),
        (failures(person=100), LONGEST),
        (failures(person=100, known=True), 0),
        (failures(person=100, here=5, known=True), 30),
        (failures(network=60, person=100, ago=LONGEST - 1), 1),
    ],
)
def test_waits(failed: Failures, seconds: int) -> None:
    assert timedelta(seconds=seconds) == left_to_wait(failed, NOW)


def test_anothers_slip_does_not_begin_ones_own_wait_anew() -> None:
    mine, theirs = Failed(5, NOW - timedelta(minutes=6)), Failed(6, NOW)
    assert timedelta(0) == left_to_wait(Failures(mine, theirs, theirs, is_known=False), NOW)


COUNTS = st.integers(0, 10_000)


@given(here=COUNTS, network=COUNTS, person=COUNTS, known=st.booleans())
def test_more_failures_never_shorten_a_wait(here: int, network: int, person: int, known: bool) -> None:
    fewer = failures(here=here, network=network, person=person, known=known)
    more = failures(here=here + 1, network=network + 1, person=person + 1, known=known)
    assert left_to_wait(fewer, NOW) <= left_to_wait(more, NOW) <= timedelta(seconds=LONGEST)


@given(person=COUNTS, network=COUNTS)
def test_nobodys_guesses_hold_a_person_where_they_work(person: int, network: int) -> None:
    assert timedelta(0) == left_to_wait(failures(person=person, network=network, known=True), NOW)
