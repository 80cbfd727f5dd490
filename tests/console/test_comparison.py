"""The comparator of the demonstration: a missing, an extra and an altered row each make it fail."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from console.comparison import BookedAttempt, LedgerCall, compare, read_ledger
from domain.outcomes import TechnicalResult

BEGAN = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
DIALLED = LedgerCall(
    sid="CA1",
    attempt_id="call_1-1",
    to="+12025550142",
    status="completed",
    dialled_at=BEGAN,
    ended_at=BEGAN + timedelta(seconds=20),
    heard="Hello",
)
BOOKED = BookedAttempt("call_1-1", "CA1", "+12025550142", TechnicalResult.TALKED, sent=True)
BUSY = replace(DIALLED, sid="CA2", attempt_id="call_2-1", to="+12025550143", status="busy", heard="")
BOOKED_BUSY = BookedAttempt("call_2-1", "CA2", "+12025550143", TechnicalResult.BUSY, sent=True)


def test_equal_sides_agree() -> None:
    assert [] == compare([DIALLED, BUSY], [BOOKED, BOOKED_BUSY])


def test_missing_row_is_found() -> None:
    assert ["call_2-1"] == [found.attempt_id for found in compare([DIALLED, BUSY], [BOOKED])]


def test_attempt_that_was_never_dialled_is_found() -> None:
    assert ["call_2-1"] == [found.attempt_id for found in compare([DIALLED], [BOOKED, BOOKED_BUSY])]


def test_second_dial_of_one_attempt_is_found() -> None:
    """Law 1."""
    later = BEGAN + timedelta(minutes=1)
    again = replace(DIALLED, sid="CA9", dialled_at=later, ended_at=later)

    assert ["call_1-1"] == [found.attempt_id for found in compare([DIALLED, again], [BOOKED])]


@pytest.mark.parametrize(
    "altered",
    [
        replace(BOOKED, result=TechnicalResult.BUSY),
        replace(BOOKED, result=None),
        replace(BOOKED, to="+12025550199"),
        replace(BOOKED, carrier_call_id="CA7"),
        replace(BOOKED, sent=False),
    ],
)
def test_altered_row_is_found(altered: BookedAttempt) -> None:
    assert ["call_1-1"] == [found.attempt_id for found in compare([DIALLED], [altered])]


def test_talk_that_nobody_heard_is_found() -> None:
    assert 1 == len(compare([replace(DIALLED, heard="")], [BOOKED]))


def test_two_live_legs_to_one_number_are_found() -> None:
    """Law 1: one live leg per number."""
    beside = replace(
        DIALLED, sid="CA3", attempt_id="call_3-1", dialled_at=BEGAN + timedelta(seconds=5), ended_at=None
    )
    booked = replace(BOOKED, attempt_id="call_3-1", carrier_call_id="CA3")

    assert ["call_3-1"] == [found.attempt_id for found in compare([DIALLED, beside], [BOOKED, booked])]


def test_no_disagreement_tells_a_number() -> None:
    """Law 8."""
    texts = [found.text for found in compare([DIALLED], [replace(BOOKED, to="+12025550199")])]

    assert not any("+1202" in text for text in texts)


def test_ledger_is_read_for_the_calls_that_are_asked_for() -> None:
    document = {
        "calls": [
            {
                "sid": "CA1",
                "correlation": "call_1-1",
                "to": "+12025550142",
                "status": "completed",
                "requested_at": BEGAN.isoformat(),
                "ended_at": (BEGAN + timedelta(seconds=20)).isoformat(),
                "heard_text": "Hello",
            },
            {
                "sid": "CA5",
                "correlation": "call_5-1",
                "to": "+12025550144",
                "status": "ringing",
                "requested_at": BEGAN.isoformat(),
                "ended_at": None,
                "heard_text": "",
            },
        ]
    }

    assert [DIALLED] == read_ledger(document, ["call_1"])
