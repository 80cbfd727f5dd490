"""Slots are given by the database's clock and kept by ours."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from activities.slot_clock import SlotClock
from database.dialling import Slot

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def _slot(after: float, *, known_after: float = 0.0) -> Slot:
    return Slot(NOW + timedelta(seconds=after), NOW + timedelta(seconds=known_after))


def test_an_answer_that_was_long_on_its_way_does_not_delay_the_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requirement 43: this process was busy for 80 ms when the second answer came."""
    moments = iter([100.0, 101.08])
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    clock = SlotClock()
    assert clock.due(_slot(0.5)) == pytest.approx(100.5)
    assert clock.due(_slot(1.5, known_after=1.0)) == pytest.approx(101.5)


def test_a_faster_answer_corrects_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([100.08, 101.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    clock = SlotClock()
    clock.due(_slot(0.5))
    assert clock.due(_slot(1.5, known_after=1.0)) == pytest.approx(101.5)


def test_what_was_learned_long_ago_is_learned_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that was set back would send every dial early for ever."""
    moments = iter([100.0, 200.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    clock = SlotClock()
    clock.due(_slot(0.5))
    assert clock.due(_slot(0.5)) == pytest.approx(200.5)
