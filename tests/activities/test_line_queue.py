"""A call that waits for a line is told at once when one falls free here, and looks by itself otherwise."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from activities.attempt_readiness import LineWaitActivities
from activities.line_queue import FreeLines, Place, Rank
from domain.calls import CallRef, ReadinessKind
from domain.identifiers import CallId
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run

TRUNK = "trunk_1"
PERMIT = "acc_1/recogniser/deepgram"
EIGHT = datetime(2026, 11, 30, 8, tzinfo=UTC)


def _rank(minute: int) -> Rank:
    return EIGHT + timedelta(minutes=minute), CallId(f"call_{minute}")


async def _is_told(place: Place) -> bool:
    return await place.until_told(0.001)


async def test_the_call_that_was_planned_first_is_told_first() -> None:
    """Whenever it came back into line."""
    lines = FreeLines()
    with lines.place(_rank(2), TRUNK) as late, lines.place(_rank(1), TRUNK) as early:
        assert [False, True] == [lines.is_foremost(place) for place in (late, early)]
        lines.fell_free([TRUNK])
        assert [False, True] == [await _is_told(place) for place in (late, early)]


async def test_a_call_that_is_told_while_it_looks_looks_again_at_once() -> None:
    lines = FreeLines()
    with lines.place(_rank(1), TRUNK) as place:
        lines.fell_free([TRUNK])
        assert await _is_told(place)
        assert not await _is_told(place)


async def test_whoever_is_foremost_after_a_call_left_is_told() -> None:
    """Its turn may leave another, and from now on the next one looks for all."""
    lines = FreeLines()
    with lines.place(_rank(2), TRUNK) as late:
        with lines.place(_rank(1), TRUNK):
            assert not lines.is_foremost(late)
        assert lines.is_foremost(late)
        assert await _is_told(late)


async def test_whoever_is_foremost_after_a_call_waits_for_something_else_is_told() -> None:
    lines = FreeLines()
    with lines.place(_rank(2), TRUNK) as late, lines.place(_rank(1), TRUNK) as early:
        lines.change(early, PERMIT)
        assert lines.is_foremost(late)
        assert await _is_told(late)


async def test_an_end_tells_one_call_for_each_thing_it_frees() -> None:
    """A line and a permit are free: whoever came first for either may have it."""
    lines = FreeLines()
    with (
        lines.place(_rank(1), PERMIT) as for_permit,
        lines.place(_rank(2), TRUNK) as for_line,
        lines.place(_rank(3), PERMIT) as later,
    ):
        lines.fell_free([TRUNK, PERMIT])
        assert [True, True, False] == [await _is_told(place) for place in (for_permit, for_line, later)]


async def test_a_line_of_another_trunk_tells_nobody() -> None:
    lines = FreeLines()
    with lines.place(_rank(1), TRUNK) as place:
        lines.fell_free(["trunk_2"])
        assert not await _is_told(place)


async def test_a_queued_call_takes_the_line_of_one_that_ends(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the telling it would look again only after an hour."""
    monkeypatch.setattr("activities.attempt_readiness._LOOK_AGAIN_SECONDS", (3600.0, 3600.0))
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
