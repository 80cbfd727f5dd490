"""Figures of the voice under load are computed from what was seen, and only where the driver can be believed."""

from array import array
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.voice import figures
from benchmarks.voice.figures import Holdings, Knee, Point
from benchmarks.voice.script import FLOOR_MS
from benchmarks.voice.seen import Seen, Turn

FINE = Point(
    calls=20,
    server_core=0.2,
    server_waited=0.0,
    driver_core=0.3,
    driver_late_ms=1.0,
    frame_ms=3.0,
    silence_ms=62.0,
    turn_ms=FLOOR_MS + 10,
    turns=50,
    failures=0,
)


def turn(took_ms: float, **changes: Any) -> Turn:
    """A turn that was replied to after so long."""
    return Turn(1, 1, (0, 59), onset=9.0, ended=10.0, replied=10.0 + took_ms / 1000, **changes)


def test_a_point_takes_the_worse_direction_and_counts_every_failure() -> None:
    seen = Seen(
        incoming=array("d", [1.0] * 99 + [30.0] * 2),
        outgoing=array("d", [0.0] * 10),
        turns=[turn(700), turn(800)],
        lost=1,
        crossed=2,
        broken=3,
    )
    point = Point.of(seen, 2, server_core=0.1, server_waited=0.0, driver_core=0.2)
    assert (30.0, 800, 6) == (point.frame_ms, round(point.turn_ms), point.failures)
    assert not point.keeps_up
    assert 0.05 == point.core_per_call


def test_a_stretch_without_a_turn_does_not_keep_up() -> None:
    assert not Point.of(Seen(), 2, server_core=0, server_waited=0, driver_core=0).keeps_up


@pytest.mark.parametrize(
    ("keeps_up", "changes"),
    [
        (True, {}),
        (False, {"frame_ms": 20.0}),
        (False, {"silence_ms": 80.0}),
        (False, {"turn_ms": FLOOR_MS + 60}),
        (False, {"failures": 1}),
    ],
)
def test_keeping_up(keeps_up: bool, changes: dict[str, Any]) -> None:
    assert keeps_up is replace(FINE, **changes).keeps_up


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("", {}),
        ("the driver itself was 5.1 ms late (p99)", {"driver_late_ms": 5.1}),
        ("the driver used 96% of its core", {"driver_core": 0.96}),
    ],
)
def test_the_driver_judges_itself(why: str, changes: dict[str, Any]) -> None:
    assert why == replace(FINE, **changes).why_invalid


SLOW = replace(FINE, turn_ms=FLOOR_MS + 200)
LATE = replace(FINE, driver_late_ms=9.0)


@pytest.mark.parametrize(
    ("expected", "levels"),
    [
        (Knee(20), [[FINE], [SLOW, SLOW, SLOW]]),
        (Knee(40), [[FINE], [replace(SLOW, calls=40), replace(FINE, calls=40)], [SLOW] * 3]),
        (Knee(20, "the driver itself was 9.0 ms late (p99)"), [[FINE], [LATE, LATE, LATE]]),
        (Knee(20, "no higher level was tried"), [[FINE]]),
        (Knee(0), [[SLOW, SLOW, SLOW]]),
    ],
)
def test_a_level_is_held_when_one_try_of_it_is(expected: Knee, levels: list[list[Point]]) -> None:
    assert expected == figures.knee(levels)


def test_capacity_says_at_least_where_the_driver_ended_it() -> None:
    ours, ratio = figures.capacity_figures(Knee(120, "the driver used 96% of its core"), Knee(25))
    assert (120, ">= 120: the driver used 96% of its core") == (ours.value, ours.note)
    assert (4.8, "pipecat: 25") == (ratio.value, ratio.note)


def test_cost_is_the_median_of_ratios_within_rounds_and_leaves_invalid_rounds_out() -> None:
    def pair(ours: float, peers: float, **changes: Any) -> dict[int, tuple[Point, Point]]:
        return {20: (replace(FINE, server_core=ours, **changes), replace(FINE, server_core=peers))}

    rounds = [
        pair(0.1, 0.5),
        pair(0.2, 0.5),
        pair(0.15, 0.5),
        pair(9.0, 0.5, driver_core=0.99),
        pair(9.0, 0.5, server_waited=0.2),
    ]
    (cost,) = figures.cost_figures(rounds, [20])
    assert pytest.approx(0.3) == cost.value
    assert cost.note.endswith("3 of 5 rounds")
    assert None is figures.cost_figures([pair(0.1, 0.5, driver_late_ms=8.0)], [20])[0].value
    assert [None, None] == [figure.value for figure in figures.cost_figures([], (10, 20))]


def test_added_delay_is_beyond_the_vendors_floor_and_wants_a_thousand_turns() -> None:
    enough = Seen(turns=[turn(FLOOR_MS + 4)] * 950 + [turn(FLOOR_MS + 30)] * 50)
    p50, p95 = figures.turn_figures(enough, "")
    assert [pytest.approx(4), pytest.approx(4)] == [p50.value, p95.value]
    few = figures.turn_figures(Seen(turns=[turn(700)]), "")
    assert (None, "invalid: only 1 turns") == (few[0].value, few[0].note)
    assert None is figures.turn_figures(enough, "the driver slept")[1].value


def test_silence_counts_interruptions_only() -> None:
    cut = turn(700, interrupts=True, audible_until=9.2)
    figure = figures.silence_figure([cut] * 300 + [turn(700, audible_until=99.0)], "")
    assert pytest.approx(200.0) == figure.value


def test_spans_name_where_time_went() -> None:
    assert ["ended to heard: p50 2.0, p95 2.0 ms"] == figures.spans(Seen(turns=[turn(700, heard=10.002)]))


def test_what_does_not_come_back_is_told_and_so_is_what_was_never_there_before() -> None:
    before, after = Holdings(5, 20, 100_000_000), Holdings(5, 19, 101_000_000)
    found = figures.soak_figures(before, after)
    assert [0, 1, pytest.approx(1.0)] == [figure.value for figure in found]
    assert [True, False, True] == [figure.holds for figure in found]


def test_footprints_are_per_call() -> None:
    tasks, memory = figures.footprint_figures(50, 100, 25 * 1024 * 1024)
    assert (2, 0.5) == (tasks.value, memory.value)
