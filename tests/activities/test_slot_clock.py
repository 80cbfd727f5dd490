"""Slots are given by the database's clock and kept by ours."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from activities.slot_clock import SlotClock
from database.dialling import Slot

NOW = datetime(2026, 11, 21, tzinfo=UTC)
SLOT = Slot(NOW + timedelta(seconds=5), NOW)


class Line:
    """To the database, whose clock stands at NOW when ours stands at 100; it is heard through this."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._moment = 100.0
        monkeypatch.setattr(time, "monotonic", lambda: self._moment)
        self.clock = SlotClock()

    def ask(self, at: float, *, way_ms: float, wait_ms: float = 0, set_by: float = 0) -> None:
        """An answer that took so long to come, to what was asked at that moment of ours and waited so long before it."""
        answer = NOW + timedelta(seconds=at - 100 + wait_ms / 1000 + set_by)
        self._moment = at + (wait_ms + way_ms) / 1000
        self.clock.hear(answer, at)

    def is_sure(self) -> bool:
        return self.clock.is_sure

    def stands_at(self, moment: float) -> None:
        self._moment = moment


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(monkeypatch)


def test_an_answer_that_was_long_on_its_way_does_not_delay_the_slot(line: Line) -> None:
    """Requirement 43: this process was busy for 80 ms when the second answer came."""
    line.ask(100, way_ms=0)
    line.ask(101, way_ms=80)
    assert line.is_sure()
    assert line.clock.due(SLOT) == pytest.approx(105)


@pytest.mark.parametrize("ways", [(15, 0), (0, 15)])
def test_the_fastest_answer_sets_the_clock_whenever_it_came(line: Line, ways: tuple[int, int]) -> None:
    for second, way_ms in enumerate(ways):
        line.ask(100 + second, way_ms=way_ms)
    assert line.clock.due(SLOT) == pytest.approx(105)


def test_a_clock_that_only_slow_answers_have_set_is_not_sure(line: Line) -> None:
    """Requirement 43: a busy process's first dial would leave as late as its first answer came, beside the next slot's."""
    assert not line.is_sure()
    for way_ms in (500, 25):
        line.ask(100, way_ms=way_ms)
        assert not line.is_sure()
    line.ask(101, way_ms=5)
    assert line.is_sure()
    assert line.clock.due(SLOT) == pytest.approx(105.005)


def test_an_answer_that_waited_for_others_may_correct_the_clock(line: Line) -> None:
    """Whoever waits for the trunk's row hears the time after that, so the answer itself was quick."""
    line.ask(100, way_ms=15)
    line.ask(101, wait_ms=300, way_ms=2)
    assert line.is_sure()
    assert line.clock.due(SLOT) == pytest.approx(105.002)


def test_what_was_learned_long_ago_is_learned_anew_from_a_quick_answer(line: Line) -> None:
    """A clock that was set back would send every dial early for ever."""
    line.ask(100, way_ms=0)
    line.stands_at(160.1)
    assert not line.is_sure()
    line.ask(200, way_ms=400, set_by=-100)
    assert not line.is_sure()
    line.ask(201, way_ms=0, set_by=-100)
    assert line.is_sure()
    assert line.clock.due(SLOT) == pytest.approx(205)


def test_a_database_whose_clock_was_set_on_is_asked_again(line: Line) -> None:
    line.ask(100, way_ms=0)
    line.ask(101, way_ms=400, set_by=30)
    assert not line.is_sure()
    line.ask(102, way_ms=0, set_by=30)
    assert line.is_sure()
    assert line.clock.due(SLOT) == pytest.approx(75)
