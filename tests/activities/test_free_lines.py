"""A call that waits for a line is told at once when one falls free here, and looks by itself otherwise."""

import asyncio

import pytest

from activities.free_lines import FreeLines
from activities.readiness import ReadinessActivities
from domain.calls import CallRef, ReadinessKind
from domain.identifiers import TrunkId
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run

TRUNK = TrunkId("trunk_1")
LONG = 60.0


async def _begun(waits: "asyncio.Task[None]") -> "asyncio.Task[None]":
    await asyncio.sleep(0)
    return waits


async def test_the_call_that_waits_longest_is_told_first() -> None:
    lines = FreeLines()
    first, second = [await _begun(asyncio.create_task(lines.wait(TRUNK, LONG))) for _ in range(2)]
    lines.fell_free(TRUNK)
    await first
    assert not second.done()
    lines.fell_free(TRUNK)
    await second


async def test_a_call_that_gave_up_is_not_told_in_anothers_place() -> None:
    lines = FreeLines()
    await lines.wait(TRUNK, 0)
    waits = await _begun(asyncio.create_task(lines.wait(TRUNK, LONG)))
    lines.fell_free(TRUNK)
    await waits


async def test_a_line_of_another_trunk_tells_nobody() -> None:
    lines = FreeLines()
    waits = await _begun(asyncio.create_task(lines.wait(TRUNK, LONG)))
    lines.fell_free(TrunkId("trunk_2"))
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
    waits = asyncio.create_task(run(ReadinessActivities(scene.tools).wait_for_line, ref))
    async with asyncio.timeout(30):
        while not waits.done():  # it may still be looking at the rows when the first one ends
            await scene.close(ending)
    assert ReadinessKind.READY is waits.result().kind
