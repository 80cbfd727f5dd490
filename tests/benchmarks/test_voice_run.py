"""A small run of the voice under load: our real media process, two calls, a few seconds."""

from pathlib import Path

import pytest

from benchmarks.voice.bench import running_bench
from benchmarks.voice.clock import until
from benchmarks.voice.processes import ServerFailed, serving
from benchmarks.voice.script import FLOOR_MS, Course

pytestmark = pytest.mark.long


async def test_every_frame_and_turn_of_two_calls_is_accounted_for(tmp_path: Path) -> None:
    async with (
        running_bench(tmp_path, print, rounds=1, seconds=1, python=None) as bench,
        bench.ours() as stage,
    ):
        with stage.watching() as watch:
            await stage.arrive(2, per_second=10, course=Course(turns=2))
            assert 2 == len(stage.live)
            assert await stage.tasks() > 0
            assert await until(lambda: not stage.live, seconds=40)
            point = watch.point()
        seen, server = watch.seen, stage.server.process
    assert (0, 2, 4) == (point.failures, len(seen.greetings), len(seen.turns))
    assert all(turn.took_ms > FLOOR_MS - 5 for turn in seen.turns)
    assert all(
        None not in (turn.heard, turn.told, turn.asked, turn.voiced, turn.sounded) for turn in seen.turns
    )
    assert len(seen.incoming) > 200
    assert len(seen.silence) > 100
    assert len(seen.outgoing) > 200
    assert server.poll() is not None


async def test_the_callee_can_cut_a_reply_short(tmp_path: Path) -> None:
    async with (
        running_bench(tmp_path, print, rounds=1, seconds=1, python=None) as bench,
        bench.ours() as stage,
    ):
        with stage.watching() as watch:
            await stage.arrive(1, per_second=10, course=Course(interrupts=True, sentences=6))
            await until(lambda: any(turn.interrupts for turn in watch.seen.turns), seconds=40)
        (cut,) = [turn for turn in watch.seen.turns if turn.interrupts]
    assert 0 < cut.fell_silent_ms < 2_000


def test_a_server_that_does_not_come_up_is_named_with_its_last_words(tmp_path: Path) -> None:
    command = ["python3", "-c", "raise SystemExit('no such port')"]
    with pytest.raises(ServerFailed, match="no such port"), serving("ours", command, tmp_path / "log"):
        raise AssertionError("it serves")
