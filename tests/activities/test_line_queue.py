"""A call that waits for a line is told at once when one falls free here, and looks by itself otherwise."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from structlog.testing import capture_logs
from temporalio.testing import ActivityEnvironment

from activities import attempt_readiness, line_queue
from activities.attempt_readiness import LineWaitActivities, Look
from activities.line_queue import FreeLines, Place, Rank, wanted_thing
from domain.calls import CallRef, Readiness, ReadinessKind
from domain.identifiers import AccountId, CallId, TrunkId
from domain.permits import TURNS
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
        lines.change(early, TRUNK)
        assert [False, False] == [await _is_told(place) for place in (early, late)], "it waits as before"
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


async def test_two_ends_tell_two_calls() -> None:
    """Though the first has not looked yet."""
    lines = FreeLines()
    with lines.place(_rank(1), TRUNK) as early, lines.place(_rank(2), TRUNK) as late:
        lines.fell_free([TRUNK])
        lines.fell_free([TRUNK])
        assert [True, True] == [await _is_told(place) for place in (early, late)]


def test_turns_are_a_trunks_and_permits_an_accounts() -> None:
    """Design, section 5: whichever trunk's call ends, its permit may go to a call of any other trunk."""
    account, trunk = AccountId("acc_1"), TrunkId("trunk_1")
    assert {"trunk_1"} == {wanted_thing(account, trunk, turn) for turn in TURNS}
    assert PERMIT == wanted_thing(account, trunk, "recogniser/deepgram")


async def test_what_an_end_frees_is_left_to_earlier_calls_elsewhere_for_a_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So long at the most and once only, for theirs may be gone; and by nobody who looks for another reason."""
    moment = 100.0
    monkeypatch.setattr(line_queue, "time", SimpleNamespace(monotonic=lambda: moment))
    lines = FreeLines()
    with lines.place(_rank(2), TRUNK) as late:
        assert 0 == late.stands_back_for(2.0), "it looks by itself"
        with lines.place(_rank(1), TRUNK):
            pass
        assert await _is_told(late)
        assert 0 == late.stands_back_for(2.0), "it has become the foremost"
        lines.fell_free([TRUNK])
        assert await _is_told(late)
        assert 2.0 == late.stands_back_for(2.0)
        moment = 101.5
        assert not await _is_told(late)
        assert 0.5 == late.stands_back_for(2.0), "though it looks by itself again"
        moment = 102.0
        assert 0 == late.stands_back_for(2.0)
        lines.fell_free([TRUNK])
        assert await _is_told(late)
        assert 0 == late.stands_back_for(2.0), "it has stood back"


class Patient(Place):
    """A place to which nothing falls free: how long it waits each time."""

    waits: ClassVar[list[float]] = []

    async def until_told(self, limit_seconds: float) -> bool:
        """Never."""
        self.waits.append(limit_seconds)
        return False


@pytest.mark.parametrize(
    ("minute", "others", "look_in", "stood_back", "least", "most"),
    [
        (0, 1, None, None, 2, 2),
        (0, 1, timedelta(seconds=0.5), None, 0.5, 0.5),
        (0, 1, timedelta(seconds=60), None, 2, 2),
        (0, 1, None, 1.5, 2, 2),
        (0, 1, None, 3.0, 1, 1),
        (0, 1, None, 4.5, 2, 2),
        (9, 1, timedelta(seconds=0.5), None, 2, 2),
        (9, 1, None, 3.0, 2, 2),
        (9, 399, None, None, 16, 24),
    ],
    ids=[
        *("foremost", "foremost, soon", "foremost, late"),
        *("stands back", "has stood back in a second", "has stood back"),
        *("one of two", "one of two that has stood back", "one of four hundred"),
    ],
)
async def test_a_call_looks_by_itself_the_seldomer_the_more_wait(
    monkeypatch: pytest.MonkeyPatch,
    minute: int,
    others: int,
    look_in: timedelta | None,
    stood_back: float | None,
    least: float,
    most: float,
) -> None:
    """Requirement 15: the foremost each two seconds, or when its trunk's next turn comes, or when it has stood back long
    enough; all others together twenty times a second. It tells that it lives at least every five.
    """
    monkeypatch.setattr(line_queue, "time", SimpleNamespace(monotonic=lambda: 100.0))
    monkeypatch.setattr(attempt_readiness, "_ALL_HAVE_LOOKED_SECONDS", 4.0)
    monkeypatch.setattr(attempt_readiness, "_LOOK_AGAIN_SECONDS", (2.0, 2.0))
    monkeypatch.setattr(Patient, "waits", [])
    lines, place = FreeLines(), Patient(_rank(minute), TRUNK)
    place._stood_back_at = None if stood_back is None else 100.0 - stood_back
    lines._places = [place, *(Place(_rank(5), TRUNK) for _ in range(others))]
    tools: Any = SimpleNamespace(free_lines=lines)
    look, environment, beats = (
        Look(Readiness(ReadinessKind.WAIT_FOR_LINE), None, look_in),
        ActivityEnvironment(),
        [],
    )
    environment.on_heartbeat = lambda *_: beats.append(sum(place.waits))
    await environment.run(LineWaitActivities(tools)._until_it_is_worth_while, place, look)
    assert least <= sum(place.waits) <= most
    assert 5 >= max(place.waits)
    assert {sum(place.waits[:count]) for count in range(1, len(place.waits) + 1)} <= set(beats)


@dataclass
class Timer:
    """One that goes off when the test says so."""

    seconds: float
    go_off: Callable[[], None]
    cancels: int = 0

    def cancel(self) -> None:
        """Note it."""
        self.cancels += 1


@pytest.mark.parametrize(
    ("minute", "wanted", "is_told"),
    [(0, PERMIT, True), (9, "acc_1/synthesiser/aura", True), (9, PERMIT, False), (0, TRUNK, False)],
    ids=["foremost", "foremost for another permit", "behind another", "for its turn"],
)
def test_after_minutes_the_foremost_call_for_a_permit_is_told_of_while_it_waits(
    monkeypatch: pytest.MonkeyPatch, minute: int, wanted: str, is_told: bool
) -> None:
    """Requirement 64: whoever waits behind it, or for a line, is short of nothing that somebody has to buy."""
    timers: list[Timer] = []

    def call_later(seconds: float, go_off: Callable[[], None]) -> Timer:
        timers.append(Timer(seconds, go_off))
        return timers[-1]

    loop = SimpleNamespace(call_later=call_later)
    monkeypatch.setattr(attempt_readiness, "asyncio", SimpleNamespace(get_running_loop=lambda: loop))
    lines, ref = FreeLines(), CallRef(AccountId("acc_1"), CallId("call_9"))
    waits = LineWaitActivities(SimpleNamespace(free_lines=lines))  # type: ignore[arg-type]
    with lines.place(_rank(5), PERMIT), lines.place(_rank(minute), wanted) as place, waits._alarm(ref, place):
        [timer] = timers
        assert timedelta(minutes=5) == timedelta(seconds=timer.seconds)
        assert 0 == timer.cancels
        with capture_logs() as logs:
            timer.go_off()
    assert 1 == timer.cancels
    told = {"event": "permits.exhausted", "log_level": "warning", "call_id": "call_9", "wanted": wanted}
    assert ([told] if is_told else []) == logs


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
