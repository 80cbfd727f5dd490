"""The judge of storms sees what it is there to see."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.chaos.laws import dialled_against_promise, has_said_opt_out, recorded_twice, strangers, told_twice
from tests.chaos.storms import storm_of
from tests.chaos.weather import Aftermath, Promise

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
STORM = storm_of(1)
ANN, BOB = STORM.leads[0].number, STORM.leads[1].number


def dialled(number: str, seconds: float) -> dict[str, Any]:
    return {"to": number, "requested_at": (NOON + timedelta(seconds=seconds)).isoformat()}


def test_a_dial_after_a_promise_is_seen() -> None:
    forever = Promise("the number is on the list", NOON, ANN)
    assert [] == list(dialled_against_promise([dialled(ANN, -1), dialled(BOB, 9)], [forever]))
    assert 1 == len(list(dialled_against_promise([dialled(ANN, 1.6)], [forever])))


def test_a_pause_binds_until_it_is_lifted() -> None:
    paused = Promise("the campaign is paused", NOON, until=NOON + timedelta(seconds=4))
    assert [] == list(dialled_against_promise([dialled(ANN, 0.5), dialled(BOB, 4.1)], [paused]))
    assert 1 == len(list(dialled_against_promise([dialled(ANN, 3)], [paused])))


def test_a_dial_of_an_earlier_storm_is_seen() -> None:
    assert [] == list(strangers([dialled(ANN, 0)], Aftermath(STORM)))
    assert 1 == len(list(strangers([dialled(storm_of(2).leads[0].number, 0)], Aftermath(STORM))))


def test_an_opt_out_counts_once_it_was_said_on_a_line_that_lived_on() -> None:
    said = "Hello? Take me off your list and never call me again."
    assert has_said_opt_out({"said_text": said, "ended_by": "document"})
    assert not has_said_opt_out({"said_text": said, "ended_by": "callee"})
    assert not has_said_opt_out({"said_text": "Hello?", "ended_by": "document"})


def test_a_repeated_message_or_record_is_seen() -> None:
    message = {"to": ANN, "body": "Thank you.", "direction": "outbound-api"}
    assert [] == list(told_twice([message, {**message, "to": BOB}], Aftermath(STORM)))
    assert 1 == len(list(told_twice([message, message], Aftermath(STORM))))
    assert [] == list(recorded_twice([{"call": "c1"}, {"call": "c2"}], ["c1", "c2"]))
    assert 1 == len(list(recorded_twice([{"call": "c1"}, {"call": "c1"}], ["c1"])))
