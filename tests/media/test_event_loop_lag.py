"""A process whose event loop runs late takes no more calls, until it has recovered well."""

import asyncio
from typing import Any, cast

import pytest

from media.event_loop_lag import Door, LoopLag
from tests.media.skipped_time import skipped_time


def after(*lags_ms: float) -> Door:
    """A door that saw these lags, each for a second (ten looks)."""
    door = Door()
    for lag_ms in lags_ms:
        for _ in range(10):
            door.saw(lag_ms)
    return door


@pytest.mark.parametrize(
    ("lags_ms", "is_open"),
    [
        ((0, 1, 2), True),
        ((30,), True),  # one slow second is no overload yet
        ((60, 60, 60), False),
        ((60, 60, 60, 15, 15, 15), False),  # better, but not well
        ((60, 60, 60, 2, 2, 2), True),
    ],
)
def test_the_door_closes_late_and_opens_later(lags_ms: tuple[float, ...], is_open: bool) -> None:
    assert is_open == after(*lags_ms).is_open


def test_one_long_stall_does_not_close_it() -> None:
    door = after(1, 1)
    door.saw(150)
    assert door.is_open


async def test_a_loop_that_keeps_its_time_has_room() -> None:
    """Ten looks a second; each is due a tenth of a second after the one before."""
    with skipped_time():
        lag = LoopLag()
        await asyncio.sleep(5)
        assert (True, 0) == (lag.has_room, round(lag.milliseconds))
        seen = lag._look
        lag.stop()
        await asyncio.sleep(1)
    assert seen is not None
    assert (True, None) == (seen.cancelled(), lag._look)


async def test_a_loop_that_was_held_up_is_seen_to_be_late() -> None:
    with skipped_time():
        loop, lag = asyncio.get_running_loop(), LoopLag()
        await asyncio.sleep(0.05)
        cast("Any", loop)._selector.now += 0.45  # something blocked it
        await asyncio.sleep(0.01)
        assert 39 <= lag.milliseconds <= 41
        lag.stop()
