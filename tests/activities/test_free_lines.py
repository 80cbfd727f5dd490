"""A call that waits for a line is told at once when one falls free here, and looks by itself otherwise."""

import asyncio
from collections.abc import Coroutine

import pytest

from activities.free_lines import FreeLines
from activities.readiness import LineWaitActivities
from domain.calls import CallRef, ReadinessKind
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run

TRUNK = "trunk_1"
PERMIT = "acc_1/recogniser/deepgram"
LONG = 60.0


async def _begun(waits: Coroutine[None, None, None]) -> "asyncio.Task[None]":
    task = asyncio.create_task(waits)
    await asyncio.sleep(0)
    return task


async def test_the_call_that_came_first_is_told_first() -> None:
    lines = FreeLines()
    places = [lines.queue(), lines.queue()]
    second, first = [await _begun(lines.wait(TRUNK, place, LONG)) for place in reversed(places)]
    lines.fell_free([TRUNK])
    await first
    assert not second.done()
    lines.fell_free([TRUNK])
    await second


async def test_a_call_that_looked_in_vain_keeps_its_place() -> None:
    lines = FreeLines()
    early, late = lines.queue(), lines.queue()
    other = await _begun(lines.wait(TRUNK, late, LONG))
    await lines.wait(TRUNK, early, 0)
    again = await _begun(lines.wait(TRUNK, early, LONG))
    lines.fell_free([TRUNK])
    await again
    assert not other.done()
    other.cancel()


async def test_a_call_that_gave_up_is_not_told_in_anothers_place() -> None:
    lines = FreeLines()
    await lines.wait(TRUNK, lines.queue(), 0)
    waits = await _begun(lines.wait(TRUNK, lines.queue(), LONG))
    lines.fell_free([TRUNK])
    await waits


async def test_an_end_tells_one_call_for_each_thing_it_frees() -> None:
    """A line and a permit are free: whoever waits longest for either may have it."""
    lines = FreeLines()
    for_permit, for_line, later = [
        await _begun(lines.wait(wanted, lines.queue(), LONG)) for wanted in (PERMIT, TRUNK, PERMIT)
    ]
    lines.fell_free([TRUNK, PERMIT])
    await asyncio.gather(for_permit, for_line)
    assert not later.done()
    later.cancel()


async def test_a_line_of_another_trunk_tells_nobody() -> None:
    lines = FreeLines()
    waits = await _begun(lines.wait(TRUNK, lines.queue(), LONG))
    lines.fell_free(["trunk_2"])
    assert not waits.done()
    waits.cancel()


async def test_a_queued_call_takes_the_line_of_one_that_ends(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the telling it would look again only after an hour."""
    monkeypatch.setattr("activities.readiness._LOOK_AGAIN_SECONDS", (3600.0, 3600.0))
    account_id = scene.campaign.account_id
    await scene.campaign.run(
        "DELETE FROM lines WHERE account_id = :account AND number > 1", account=account_id
    )
    ending = await scene.campaign.call(NUMBER)
    queued = await scene.campaign.call(OTHER_NUMBER)
    await scene.prepared_dial(ending)
    ref = CallRef(account_id, queued)
    waits = asyncio.create_task(run(LineWaitActivities(scene.tools).wait_for_line, ref))
    async with asyncio.timeout(30):
        while not waits.done():  # it may still be looking at the rows when the first one ends
            await scene.close(ending)
    assert ReadinessKind.READY is waits.result().kind
