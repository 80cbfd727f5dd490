"""The judge of storms sees what it is there to see."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.chaos.laws import (
    awake_ms,
    dialled_against_promise,
    has_heard_opt_out,
    recorded_twice,
    strangers,
    told_twice,
)
from tests.chaos.storm_run import Absence, Aftermath, Promise
from tests.chaos.storms import storm_of

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


def opting_out(
    *, stream: int | None = 1, ended_ms: float | None = 9000.0, lost_ms: float = 0
) -> dict[str, Any]:
    """A call in which somebody opts out; lost_ms: when the first stream's process vanished, 0 for never."""
    said = {"said": "Hello?", "stream": 1, "person_ended_ms": 5000.0}
    wish = {"said": "Take me off and never call me again.", "stream": stream, "person_ended_ms": ended_ms}
    return {"turns": [said, wish], "streams_lost": [{"stream": 1, "at_ms": lost_ms}] if lost_ms else []}


def test_an_opt_out_counts_once_all_of_it_reached_a_stream() -> None:
    assert has_heard_opt_out(opting_out(), ())
    assert not has_heard_opt_out(opting_out(ended_ms=None), ())
    assert not has_heard_opt_out(opting_out(stream=None), ())
    assert not has_heard_opt_out({**opting_out(), "turns": opting_out()["turns"][:1]}, ())


def test_an_opt_out_counts_unless_its_process_vanished_before_it_could_be_stored() -> None:
    assert not has_heard_opt_out(opting_out(lost_ms=9500), ())
    assert has_heard_opt_out(opting_out(lost_ms=11_500), ())
    assert has_heard_opt_out(opting_out(stream=2, lost_ms=9500), ())


def test_time_in_which_nobody_heard_or_nothing_could_be_stored_does_not_count() -> None:
    for asleep in ("media-1", "postgres"):
        assert not has_heard_opt_out(opting_out(lost_ms=12_000), [Absence(asleep, 9500, 11_000)])
        assert has_heard_opt_out(opting_out(lost_ms=14_000), [Absence(asleep, 9500, 11_000)])
    assert has_heard_opt_out(opting_out(lost_ms=12_000), [Absence("worker", 9500, 11_000)])
    overlapping = [Absence("media-2", 9000, 11_000), Absence("media-1", 10_000, 10_500)]
    assert 1000 == awake_ms(9000, 12_000, overlapping)


def test_a_repeated_message_or_record_is_seen() -> None:
    message = {"to": ANN, "body": "Thank you.", "direction": "outbound-api"}
    assert [] == list(told_twice([message, {**message, "to": BOB}], Aftermath(STORM)))
    assert 1 == len(list(told_twice([message, message], Aftermath(STORM))))
    assert [] == list(recorded_twice([{"call": "c1"}, {"call": "c2"}], ["c1", "c2"]))
    assert 1 == len(list(recorded_twice([{"call": "c1"}, {"call": "c1"}], ["c1"])))
