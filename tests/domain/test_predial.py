"""What a customer's program answers before a dial, and what is not an answer: nothing that cannot be read lets a dial leave."""

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.predial import PredialAnswer, read_answer, wait_after

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"allow": True}, PredialAnswer(True)),
        ({"allow": True, "reason": "vip", "more": [1]}, PredialAnswer(True, "vip")),
        ({"allow": False}, PredialAnswer(False)),
        ({"allow": False, "reason": "in_arrears"}, PredialAnswer(False, "in_arrears")),
        ({"allow": False, "retry_after_seconds": 90}, PredialAnswer(False, "", 90 * SECOND)),
        ({"allow": False, "retry_after_seconds": 0.01}, PredialAnswer(False, "", SECOND)),
        ({"allow": False, "retry_after_seconds": None}, PredialAnswer(False)),
        ({"allow": False, "reason": "Ada Moss has paid"}, PredialAnswer(False)),
        ({"allow": False, "reason": "+14155552671"}, PredialAnswer(False)),
        ({"allow": False, "reason": 7}, PredialAnswer(False)),
    ],
)
def test_an_answer_is_read(said: dict[str, Any], answer: PredialAnswer) -> None:
    """A reason that is no code could name somebody, and decisions are kept for years."""
    assert answer == read_answer(200, json.dumps(said).encode())


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"yes",
        b"true",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 5000,
        b'{"allow": "true"}',
        b'{"allow": 1}',
        b'{"allow": null}',
        b'{"allow": true',
        b'{"allow": false, "retry_after_seconds": "60"}',
        b'{"allow": false, "retry_after_seconds": true}',
        b'{"allow": false, "retry_after_seconds": 0}',
        b'{"allow": false, "retry_after_seconds": -5}',
        b'{"allow": false, "retry_after_seconds": 1e300}',
        b'{"allow": false, "retry_after_seconds": NaN}',
        b'{"allow": false, "retry_after_seconds": Infinity}',
    ],
)
def test_what_cannot_be_read_is_no_answer(body: bytes) -> None:
    assert PredialAnswer(None, failure="unreadable") == read_answer(200, body)


@pytest.mark.parametrize("status", [302, 401, 404, 410, 500, 503])
def test_a_status_that_is_no_success_is_no_answer(status: int) -> None:
    assert PredialAnswer(None, failure=f"status_{status}") == read_answer(status, b'{"allow": true}')


@given(st.binary(max_size=60), st.integers(100, 599))
def test_nothing_but_a_plain_yes_lets_a_dial_leave(body: bytes, status: int) -> None:
    answer = read_answer(status, body)
    try:
        says_yes = json.loads(body)["allow"] is True
    except (ValueError, KeyError, TypeError, IndexError):
        says_yes = False
    assert (answer.allowed is True) <= (says_yes and 200 <= status < 300)


def test_who_does_not_answer_is_asked_less_and_less_often() -> None:
    waits = [wait_after(failures).total_seconds() for failures in range(10)]
    assert [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600] == waits
    assert timedelta(hours=1) == wait_after(10**6)
