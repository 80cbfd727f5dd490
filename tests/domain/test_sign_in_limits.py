"""How long somebody waits before the next try to sign in."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.sign_in_limits import Failures, wait_after

NONE = Failures(here=0, network=0, person=0, is_known=False)
LONGEST = 900


@pytest.mark.parametrize(
    "failed, seconds",
    [
        ({}, 0),
        ({"here": 4}, 0),
        ({"here": 5}, 30),
        ({"here": 6}, 60),
        ({"here": 9}, 480),
        ({"here": 10}, LONGEST),
        ({"here": 1_000_000}, LONGEST),
        ({"network": 59}, 0),
        ({"network": 60}, LONGEST),
        ({"network": 60, "is_known": True}, LONGEST),
        ({"person": 99}, 0),
        ({"person": 100}, LONGEST),
        ({"person": 100, "is_known": True}, 0),
        ({"person": 100, "here": 5, "is_known": True}, 30),
    ],
)
def test_waits(failed: dict[str, int], seconds: int) -> None:
    assert timedelta(seconds=seconds) == wait_after(replace(NONE, **failed))  # type: ignore[arg-type]


@given(
    here=st.integers(0, 10_000),
    network=st.integers(0, 10_000),
    person=st.integers(0, 10_000),
    known=st.booleans(),
)
def test_more_failures_never_shorten_a_wait(here: int, network: int, person: int, known: bool) -> None:
    wait = wait_after(Failures(here, network, person, known))
    assert (
        wait <= wait_after(Failures(here + 1, network + 1, person + 1, known)) <= timedelta(seconds=LONGEST)
    )


@given(person=st.integers(0, 10**6))
def test_nobodys_guesses_elsewhere_hold_a_person_where_they_work(person: int) -> None:
    assert timedelta(0) == wait_after(Failures(0, 0, person, is_known=True))
