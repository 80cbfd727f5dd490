"""The clock of tests with calls: work takes no time, and nobody's time leaps when somebody else's call is over."""

import asyncio
import time

import pytest

from tests.media.skipped_time import skipped_time
from tests.media.standing_clock import standing_clock

_WORK_SECONDS = 0.2


def _work() -> None:
    done = time.monotonic() + _WORK_SECONDS
    while time.monotonic() < done:
        pass


async def test_work_takes_no_time_and_waiting_does() -> None:
    loop = asyncio.get_running_loop()
    with standing_clock():
        began = loop.time()
        _work()
        assert loop.time() == began
        await asyncio.sleep(0.01)
        assert 0.01 == pytest.approx(loop.time() - began, abs=0.005)


async def test_the_first_to_leave_leaves_the_others_clock_as_it_stands() -> None:
    """Two calls side by side: the work of both must not come over the one that goes on, all at once."""
    loop = asyncio.get_running_loop()
    first, second = standing_clock(), standing_clock()
    first.__enter__()
    second.__enter__()
    began = loop.time()
    _work()
    first.__exit__(None, None, None)
    assert loop.time() == began
    left_at = time.monotonic()
    second.__exit__(None, None, None)
    assert loop.time() - began <= time.monotonic() - left_at


async def test_time_that_was_skipped_meanwhile_leaves_the_clock_to_those_who_hold_it() -> None:
    """Both are clocks of the one loop that a process's tests share."""
    loop = asyncio.get_running_loop()
    with standing_clock():
        with skipped_time():
            await asyncio.sleep(60)
        began = loop.time()
        _work()
        assert loop.time() == began
    with standing_clock():
        began = loop.time()
        _work()
        assert loop.time() == began


async def test_a_clock_that_nobody_holds_goes_on_from_where_it_stood() -> None:
    loop = asyncio.get_running_loop()
    with standing_clock():
        began = loop.time()
        _work()
        left_at = time.monotonic()
    _work()
    assert _WORK_SECONDS <= loop.time() - began <= time.monotonic() - left_at
