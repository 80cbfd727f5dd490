"""The supervisor with small real processes: order, restarts, endings, and what a killed supervisor leaves."""

import asyncio
import dataclasses
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

import psutil
import pytest

from local.errors import AlreadyRunning, ChildFailed
from local.processes import LONGEST_LOG_BYTES, Child, end_leftover, remember, remembered
from local.supervisor import Supervisor
from tests.local.children import DEAF, FAILING, PARENT, small
from tests.local.waiting import processes_mentioning, until

ROOT = Path(__file__).resolve().parents[2]


def silent(line: str) -> None:
    """Where a test does not look at what is said."""


async def test_children_end_in_reverse_order_and_none_is_left(tmp_path: Path) -> None:
    async with Supervisor(tmp_path, say=silent) as supervisor:
        for name in ("first", "second", "third"):
            await supervisor.start(small(tmp_path, name))
        assert ["first", "second", "third"] == list(supervisor.children)
    assert "third SIGTERM\nsecond SIGTERM\nfirst SIGTERM\n" == (tmp_path / "notes").read_text()
    assert [] == processes_mentioning(tmp_path)
    assert [] == list((tmp_path / "run").glob("*.pid"))


async def test_an_error_in_the_body_ends_the_children_too(tmp_path: Path) -> None:

    async def start_and_fail() -> None:
        async with Supervisor(tmp_path, say=silent) as supervisor:
            await supervisor.start(small(tmp_path, "only"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await start_and_fail()
    assert "only SIGTERM\n" == (tmp_path / "notes").read_text()


async def test_cancelling_the_start_leaves_no_process(tmp_path: Path) -> None:
    """Ctrl-C while something is being started."""
    never_ready = small(tmp_path, "slow", DEAF.replace('.write_text("ready")', ""))

    async def start_all() -> None:
        async with Supervisor(tmp_path, say=silent) as supervisor:
            await supervisor.start(small(tmp_path, "first"))
            await supervisor.start(never_ready)

    task = asyncio.create_task(start_all())
    await until(lambda: (tmp_path / "run" / "slow.pid").exists())
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [] == processes_mentioning(tmp_path)


async def test_a_killed_child_runs_again(tmp_path: Path) -> None:
    said: list[str] = []
    async with Supervisor(tmp_path, say=said.append) as supervisor:
        first = await supervisor.start(small(tmp_path, "worker"))
        await supervisor.kill("worker")
        second = await asyncio.wait_for(supervisor.until_running("worker"), 15)
        assert second.pid != first.pid
        assert second.is_alive
    assert said[0] == "worker was ended by SIGKILL; starting it again"
    assert said[1] == f"worker is running again (pid {second.pid})"


@pytest.mark.parametrize(
    ("lived_long", "times"), [(timedelta(0), (1, 1, 1)), (timedelta(hours=1), (1, 2, 4))]
)
async def test_a_child_that_dies_young_waits_longer_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lived_long: timedelta, times: tuple[int, ...]
) -> None:
    """One that had lived long waits the first pause only, however often others before it died."""
    first_pause, slept = timedelta(seconds=0.0123), list[float]()
    sleep = asyncio.sleep

    async def noted_sleep(seconds: float) -> None:
        slept.append(seconds)
        await sleep(seconds)

    monkeypatch.setattr("local.supervisor.FIRST_PAUSE", first_pause)
    monkeypatch.setattr("local.supervisor.LIVED_LONG", lived_long)
    monkeypatch.setattr("local.supervisor.asyncio.sleep", noted_sleep)
    async with Supervisor(tmp_path, say=silent) as supervisor:
        await supervisor.start(small(tmp_path, "worker"))
        for _ in times:
            await supervisor.kill("worker")
            await asyncio.wait_for(supervisor.until_running("worker"), 15)
    pauses = [round(seconds / first_pause.total_seconds(), 6) for seconds in slept]
    assert list(times) == [pause for pause in pauses if pause in (1, 2, 4, 8)]


async def test_restarts_can_be_switched_off(tmp_path: Path) -> None:
    async with Supervisor(tmp_path, say=silent, restarts=False) as supervisor:
        first = await supervisor.start(small(tmp_path, "worker"))
        await supervisor.kill("worker")
        assert not supervisor.children["worker"].is_alive
        second = await supervisor.restart("worker")
        assert second.pid != first.pid


async def test_restart_of_a_living_child_ends_it_politely_and_starts_one(tmp_path: Path) -> None:
    """The watcher sees the death as well, and must not start a second one."""
    async with Supervisor(tmp_path, say=silent) as supervisor:
        await supervisor.start(small(tmp_path, "api"))
        child = await supervisor.restart("api")
        assert child is supervisor.children["api"]
        assert 1 == len(processes_mentioning(tmp_path))
    assert "api SIGTERM\napi SIGTERM\n" == (tmp_path / "notes").read_text()


async def test_a_paused_child_is_ended_all_the_same_and_politely(tmp_path: Path) -> None:
    """It goes on to hear the request; by force, what it was doing would be lost, after its whole limit."""
    async with Supervisor(tmp_path, say=silent) as supervisor:
        child = await supervisor.start(small(tmp_path, "worker"))
        supervisor.pause("worker")
        await until(lambda: bool(psutil.Process(child.pid).status() == psutil.STATUS_STOPPED))
    assert [] == processes_mentioning(tmp_path)
    assert "worker SIGTERM\n" == (tmp_path / "notes").read_text()


async def test_a_deaf_child_is_ended_by_force_when_its_limit_is_over(tmp_path: Path) -> None:
    deaf = dataclasses.replace(small(tmp_path, "deaf", DEAF), stop_within=timedelta(seconds=0.2))
    async with Supervisor(tmp_path, say=silent) as supervisor:
        child = await supervisor.start(deaf)
    assert -signal.SIGKILL == await child.wait()


async def test_grandchildren_end_with_their_parent(tmp_path: Path) -> None:
    async with Supervisor(tmp_path, say=silent) as supervisor:
        await supervisor.start(small(tmp_path, "parent", PARENT))
        assert 2 == len(processes_mentioning(tmp_path))
    await until(lambda: processes_mentioning(tmp_path) == [])


async def test_a_child_that_fails_at_once_is_an_error_with_its_last_words(tmp_path: Path) -> None:
    async with Supervisor(tmp_path, say=silent) as supervisor:
        with pytest.raises(ChildFailed, match=r"api ended with status 3\.[^$]*no such table: calls"):
            await supervisor.start(small(tmp_path, "api", FAILING))


async def test_a_child_that_is_not_ready_in_time_is_an_error_and_is_ended(tmp_path: Path) -> None:
    slow = dataclasses.replace(
        small(tmp_path, "api", "import signal; signal.pause()"), ready_within=timedelta(seconds=0.3)
    )
    async with Supervisor(tmp_path, say=silent) as supervisor:
        with pytest.raises(ChildFailed, match="api was not ready within"):
            await supervisor.start(slow)
        assert [] == processes_mentioning(tmp_path)


async def test_a_second_supervisor_in_the_same_home_is_refused(tmp_path: Path) -> None:
    async with Supervisor(tmp_path, say=silent) as first:
        child = await first.start(small(tmp_path, "only"))
        with pytest.raises(AlreadyRunning, match=f"pid {os.getpid()}"):
            async with Supervisor(tmp_path, say=silent):
                pass
        assert child.is_alive


KILLED_SUPERVISOR = """
import asyncio, pathlib, sys
from local.supervisor import Supervisor
from tests.local.children import small
async def main(home):
    async with Supervisor(home, say=print) as supervisor:
        for name in ("first", "second"):
            await supervisor.start(small(home, name))
        print("up", flush=True)
        await asyncio.Event().wait()
asyncio.run(main(pathlib.Path(sys.argv[1])))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next start ends the leftovers")
async def test_children_die_with_a_supervisor_that_is_killed(tmp_path: Path) -> None:
    supervisor = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", KILLED_SUPERVISOR, str(tmp_path)), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert supervisor.stdout is not None
    assert b"up\n" == await asyncio.wait_for(supervisor.stdout.readline(), 15)
    assert 2 == len(processes_mentioning(tmp_path / "first.mark")) + len(
        processes_mentioning(tmp_path / "second.mark")
    )
    supervisor.kill()
    await supervisor.wait()
    await until(lambda: processes_mentioning(tmp_path) == [])


async def test_a_start_after_a_kill_ends_what_was_left(tmp_path: Path) -> None:
    left = await Child.start(small(tmp_path, "worker"), tmp_path / "run" / "worker.pid")
    said: list[str] = []
    async with Supervisor(tmp_path, say=said.append) as supervisor:
        assert 0 == await asyncio.wait_for(left.wait(), 5)
        await supervisor.start(small(tmp_path, "worker"))
    assert said[0] == f"ended worker (pid {left.pid}), left over from a run that was killed"


async def test_a_note_whose_number_belongs_to_another_process_now_ends_nobody(tmp_path: Path) -> None:
    note = tmp_path / "worker.pid"
    remember(note, os.getpid(), "worker")
    assert remembered(note) is not None
    note.write_text(note.read_text().replace('"started": ', '"started": 1'))
    assert remembered(note) is None
    assert await end_leftover(note) is None
    assert not note.exists()


async def test_a_log_that_has_grown_long_is_put_aside(tmp_path: Path) -> None:
    program = small(tmp_path, "api")
    program.log.parent.mkdir()
    with program.log.open("wb") as log:
        log.truncate(LONGEST_LOG_BYTES + 1)
    async with Supervisor(tmp_path, say=silent) as supervisor:
        await supervisor.start(program)
        assert LONGEST_LOG_BYTES + 1 == (tmp_path / "logs" / "api.jsonl.1").stat().st_size
        assert 0 == program.log.stat().st_size


async def test_a_child_that_misses_less_than_two_seconds_of_beats_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A collector's pause, or a busy machine, must not cost live calls."""
    monkeypatch.setattr("local.supervisor.BEAT_EVERY", timedelta(seconds=0.01))
    asked = 0

    async def stumbles(_: int) -> bool:
        nonlocal asked
        asked += 1
        return asked % 4 == 0  # three beats missed in a row, and again

    async with Supervisor(tmp_path, say=silent) as supervisor:
        first = await supervisor.start(dataclasses.replace(small(tmp_path, "media"), is_beating=stumbles))
        await until(lambda: asked > 40)
        assert first.is_alive
        assert first is supervisor.children["media"]


async def test_a_child_that_is_silent_is_killed_and_one_that_beats_is_not(tmp_path: Path) -> None:
    """Requirement 123: a stopped process keeps its sockets; others can go on with its calls only once it is gone."""
    said: list[str] = []
    is_silent = asyncio.Event()

    async def beats(_: int) -> bool:
        return not is_silent.is_set()

    async with Supervisor(tmp_path, say=said.append) as supervisor:
        first = await supervisor.start(dataclasses.replace(small(tmp_path, "media"), is_beating=beats))
        assert first.is_alive
        is_silent.set()
        await asyncio.wait_for(first.wait(), 15)
        is_silent.clear()
        second = await asyncio.wait_for(supervisor.until_running("media"), 15)
        assert second.pid != first.pid
    assert f"media (pid {first.pid}) has been silent for two seconds; killing it" in said
