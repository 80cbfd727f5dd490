"""`outbound up` as a process of its own: ended by signals, killed, and started again."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn, cast

import pytest
import pytest_asyncio

from database.secret_hashes import secret_hash
from local.doctor import PROVIDERS
from local.errors import LocalSystemError
from local.postgres import EmbeddedPostgres, connect
from local.running_note import running_system
from local.services import PORT_SETTINGS
from local.system import Choices, LocalSystem
from local.up import FAREWELLS, choices_from_environment, end_on_signals, introduction, missing_keys, up
from tests.local.waiting import processes_mentioning, until

# No test is stricter than the processes' own limits, of which a start and an end are the sums.
START_SECONDS = 150
END_SECONDS = 45
pytestmark = [pytest.mark.long, pytest.mark.timeout(2 * (START_SECONDS + END_SECONDS))]

ROOT = Path(__file__).resolve().parents[2]
UP = """
import asyncio, pathlib, sys
from local.system import Choices
from local.up import up
choices = Choices(simulate=True, usual_ports=False, without=("codec", "api", "media-1", "worker"), media_processes=1)
asyncio.run(up(pathlib.Path(sys.argv[1]), choices, say=lambda line: print(line, flush=True)))
"""

Run = Callable[[], Awaitable[asyncio.subprocess.Process]]


@pytest_asyncio.fixture
async def run(tmp_path: Path) -> AsyncIterator[Run]:
    """Starts `outbound up` in the test's folder; what is still there afterwards is ended."""
    started: list[asyncio.subprocess.Process] = []

    async def start() -> asyncio.subprocess.Process:
        command = (sys.executable, "-c", UP, str(tmp_path))
        started.append(
            await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
        )
        return started[-1]

    yield start
    for process in started:
        if process.returncode is None:
            process.kill()
            await process.wait()
    await until(lambda: processes_mentioning(tmp_path) == [])


async def all_of(process: asyncio.subprocess.Process) -> str:
    """Everything it printed, once it has ended."""
    output, _ = await asyncio.wait_for(process.communicate(), END_SECONDS)
    return output.decode()


async def said_until(process: asyncio.subprocess.Process, words: str) -> str:
    """What it prints up to the line with these words."""
    assert process.stdout is not None
    said = ""
    async with asyncio.timeout(START_SECONDS):
        while words not in said:
            said += (line := await process.stdout.readline()).decode()
            assert line, said
    return said


@pytest.mark.parametrize("farewell", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_ends_everything_in_reverse_order(
    tmp_path: Path, run: Run, farewell: signal.Signals
) -> None:
    """Requirement 144."""
    process = await run()
    await until(lambda: running_system(tmp_path) is not None, START_SECONDS)
    process.send_signal(farewell)
    said = await all_of(process)
    assert 0 == process.returncode
    assert ["ending simulators", "ending temporal", "ending postgres"] == [
        line for line in said.splitlines() if line.startswith("ending ") and "everything" not in line
    ]
    assert [] == processes_mentioning(tmp_path)
    assert running_system(tmp_path) is None


async def test_a_signal_during_the_start_ends_what_was_started(tmp_path: Path, run: Run) -> None:
    process = await run()
    await until(lambda: (tmp_path / "run" / "postgres.pid").exists(), START_SECONDS)
    process.send_signal(signal.SIGINT)
    await all_of(process)
    assert [] == processes_mentioning(tmp_path)


async def test_after_a_kill_the_next_start_continues_on_the_same_data(tmp_path: Path, run: Run) -> None:
    """The first start alone shows the first admin's token, which is good then and after the second."""
    process = await run()
    assert 1 == len(tokens := re.findall("ol_[0-9a-f]{48}", await said_until(process, "outbound users link")))
    connection = await connect(EmbeddedPostgres(tmp_path).url)
    await connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
    process.kill()
    await process.wait()
    process = await run()
    await until(lambda: running_system(tmp_path) is not None, START_SECONDS)
    again = await connect(EmbeddedPostgres(tmp_path).url)
    assert 1 == await again.fetchval("SELECT one FROM kept")
    kept = await again.fetch("SELECT token_hash FROM one_time_links")
    assert [secret_hash(tokens[0])] == [row["token_hash"] for row in kept]
    process.send_signal(signal.SIGINT)
    assert "ol_" not in await all_of(process)
    await again.close()
    connection.terminate()


@pytest.mark.parametrize(("without", "built"), [((), 1), (("api",), 0)])
async def test_the_dashboard_is_built_for_the_api_that_serves_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, without: tuple[str, ...], built: int
) -> None:
    """Nothing is installed and built where somebody else starts that, as most of these tests do."""
    builds = list[int]()

    class NeverStarts(LocalSystem):
        async def __aenter__(self) -> NoReturn:
            raise LocalSystemError("Nothing is started here.")

    monkeypatch.setattr("local.dashboard.build", lambda: builds.append(1))
    monkeypatch.setattr("local.up.LocalSystem", NeverStarts)
    with pytest.raises(LocalSystemError, match="Nothing is started"):
        await up(tmp_path, Choices(usual_ports=False, without=without), say=lambda _: None)
    for each in FAREWELLS:
        asyncio.get_running_loop().remove_signal_handler(each)
    assert built == len(builds)


@pytest.mark.parametrize("number", FAREWELLS)
async def test_the_first_signal_asks_for_the_end_and_a_second_one_takes_it(number: signal.Signals) -> None:
    """Also that of a terminal that is closed."""
    said, killed = list[str](), list[bool]()
    system = cast("LocalSystem", SimpleNamespace(kill_all=lambda: killed.append(True)))

    async def stay() -> None:
        end_on_signals(system, said.append)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            os.kill(os.getpid(), number)
            await until(lambda: killed == [True], 5)
            raise

    staying = asyncio.create_task(stay())
    await asyncio.sleep(0)
    assert [] == killed
    os.kill(os.getpid(), number)
    with pytest.raises(asyncio.CancelledError):
        await staying
    for each in FAREWELLS:
        asyncio.get_running_loop().remove_signal_handler(each)
    assert (1, [True]) == (len(said), killed)


def test_the_farewells_are_ctrl_c_a_request_and_a_closed_terminal() -> None:
    assert {signal.SIGINT, signal.SIGTERM, signal.SIGHUP} == set(FAREWELLS)


def test_settings_demand_ports_and_name_own_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in (*PORT_SETTINGS.values(), "TEMPORAL_ADDRESS"):
        monkeypatch.delenv(setting, raising=False)
    monkeypatch.setenv("OUTBOUND_API_PORT", "9000")
    monkeypatch.setenv("DATABASE_URL", "postgresql://me@db/calls")
    choices = choices_from_environment(simulate=False)
    assert {"api": 9000} == choices.ports
    assert "postgresql://me@db/calls" == choices.database_url
    assert choices.temporal_address is None


@pytest.mark.parametrize("port", ["80a", "0", "65536", "-1", "٨٠"])
def test_a_port_that_is_no_number_is_an_error_that_names_its_setting(
    monkeypatch: pytest.MonkeyPatch, port: str
) -> None:
    monkeypatch.setenv("OUTBOUND_MEDIA_PORT", port)
    with pytest.raises(LocalSystemError, match=f"OUTBOUND_MEDIA_PORT is '{port}'"):
        choices_from_environment(simulate=False)
    monkeypatch.setenv("OUTBOUND_MEDIA_PORT", "65535")
    assert {"media-1": 65535} == choices_from_environment(simulate=False).ports


def test_what_a_world_is_told_is_chosen_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMPORAL_ADDRESS", "temporal.example:7233")
    choices = choices_from_environment(simulate=True, world_arguments=("--record-all",))
    assert (True, ("--record-all",), "temporal.example:7233") == (
        choices.simulate,
        choices.world_arguments,
        choices.temporal_address,
    )


def test_a_start_says_where_everything_is_and_not_where_the_data_is(tmp_path: Path) -> None:
    system = LocalSystem(tmp_path)
    system.environment = {"OUTBOUND_API_KEY": "ok_mine"}
    system.addresses = {
        name: f"http://127.0.0.1/{name}"
        for name in ("api", "api_docs", "temporal", "temporal_ui", "database", "simulators")
    }
    said = "\n".join(introduction(system))
    told = ["http://127.0.0.1/api", "ok_mine", str(tmp_path / "logs")]
    assert all(text in said for text in told)
    assert {"api", "api_docs", "temporal_ui", "simulators"} == set(re.findall(r"127\.0\.0\.1/(\w+)", said))
    assert "no keys" not in said


def test_starting_without_keys_says_that_calls_will_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    for names in PROVIDERS.values():
        for name in names:
            monkeypatch.setenv(name, "x")
    assert [] == missing_keys(simulated=False)
    monkeypatch.delenv("TWILIO_AUTH_TOKEN")
    [line] = missing_keys(simulated=False)
    assert "no keys for Twilio" in line
    assert [] == missing_keys(simulated=True)
