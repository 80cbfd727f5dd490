"""The embedded PostgreSQL, really started, ended, killed and started again."""

import json
import os
import signal
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import psutil
import pytest

from local import postgres
from local.errors import DatabaseUnreachable
from local.ports import free_port
from local.postgres import EmbeddedPostgres, check_reachable, connect, create_database, drop_database
from local.processes import Child
from tests.local.waiting import processes_mentioning, until

pytestmark = pytest.mark.long


async def one_row(url: str) -> int:
    connection = await connect(url)
    try:
        await connection.execute("CREATE TABLE IF NOT EXISTS calls (number int)")
        await connection.execute("INSERT INTO calls VALUES (1)")
        return int(await connection.fetchval("SELECT count(*) FROM calls"))
    finally:
        await connection.close()


async def test_start_gives_an_address_and_stop_leaves_no_process(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path, throwaway=True)
    url = await server.start()
    assert 1 == await one_row(url)
    await check_reachable(url.replace("postgresql://", "postgresql+asyncpg://"))
    await server.stop()
    assert [] == processes_mentioning(tmp_path)


async def test_committed_rows_survive_a_kill_of_the_server(tmp_path: Path) -> None:
    """Requirement: after kill -9 the next start continues where things stood."""
    server = EmbeddedPostgres(tmp_path)
    url = await server.start()
    assert 1 == await one_row(url)
    await server.child.kill()
    assert url == await server.start()
    assert 2 == await one_row(url)
    await server.stop()


async def test_a_note_of_a_killed_server_does_not_prevent_the_start(tmp_path: Path) -> None:
    """The number in postmaster.pid may belong to another living process of the same user by now."""
    server = EmbeddedPostgres(tmp_path, throwaway=True)
    await server.start()
    note = server.data / "postmaster.pid"
    lines = note.read_text().splitlines()
    await server.child.kill()
    note.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    url = await server.start()
    assert 1 == await one_row(url)
    await server.stop()


async def test_a_server_left_over_on_the_data_is_ended_first(tmp_path: Path) -> None:
    left = EmbeddedPostgres(tmp_path, throwaway=True)
    await left.start()
    old = left.child.pid
    server = EmbeddedPostgres(tmp_path, throwaway=True)
    await server.start()
    assert not psutil.pid_exists(old) or psutil.Process(old).status() == psutil.STATUS_ZOMBIE
    await server.stop()


async def test_half_made_data_is_made_anew(tmp_path: Path) -> None:
    """Killed during the very first start."""
    unfinished = tmp_path / "postgres" / "data.new"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18\n")
    server = EmbeddedPostgres(tmp_path, throwaway=True)
    assert 1 == await one_row(await server.start())
    await server.stop()


async def test_databases_are_made_once_and_dropped_with_their_sessions(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path, throwaway=True)
    url = await server.start()
    first = await create_database(url, "test_one")
    assert first == await create_database(url, "test_one")
    assert 1 == await one_row(first)
    session = await connect(first)
    await drop_database(first)
    with pytest.raises(DatabaseUnreachable, match="test_one"):
        await check_reachable(first)
    await session.close()
    await server.stop()


async def test_two_servers_run_side_by_side(tmp_path: Path) -> None:
    one, other = (EmbeddedPostgres(tmp_path / name, throwaway=True) for name in ("one", "other"))
    assert 1 == await one_row(await one.start())
    assert 1 == await one_row(await other.start())
    await one.stop()
    assert 2 == await one_row(other.url)
    await other.stop()


async def test_a_home_with_a_long_name_works(tmp_path: Path) -> None:
    """A socket's address is limited to about a hundred bytes."""
    server = EmbeddedPostgres(tmp_path / ("long" * 30), throwaway=True)
    assert 1 == await one_row(await server.start())
    await server.stop()


async def test_only_the_owner_can_reach_the_socket_and_the_log_is_json(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path, throwaway=True)
    await server.start()
    assert 0o700 == server.socket_folder.stat().st_mode & 0o777
    log = tmp_path / "postgres" / "log" / "postgres.json"
    await until(log.exists)
    assert all("message" in json.loads(line) for line in log.read_text().splitlines())
    await server.stop()


async def test_the_log_repeats_nothing_of_what_a_statement_said(tmp_path: Path) -> None:
    """Of a refused one neither its message nor its detail, which quote values."""
    server = EmbeddedPostgres(tmp_path, throwaway=True)
    connection = await connect(await server.start())
    await connection.execute("CREATE TABLE told (number text PRIMARY KEY)")
    await connection.execute("INSERT INTO told VALUES ('+14155559999')")
    for statement in ("INSERT INTO told VALUES ('+14155559999')", "SELECT '+14155559999x'::int"):
        with pytest.raises(asyncpg.PostgresError):
            await connection.execute(statement)
    await connection.close()
    await server.stop()
    log = (tmp_path / "postgres" / "log" / "postgres.json").read_text()
    assert "shut down" in log
    assert "4155559999" not in log


async def test_an_unreachable_database_url_is_an_error_that_says_how_to_mend_it() -> None:
    url = f"postgresql://somebody:secret@127.0.0.1:{free_port()}/calls"
    with pytest.raises(DatabaseUnreachable) as raised:
        await check_reachable(url)
    message = str(raised.value)
    assert "'calls' at 127.0.0.1" in message
    assert "unset it to use the embedded server" in message
    assert "secret" not in message


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to step down")
async def test_started_by_root_the_server_runs_as_a_user_of_its_own(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path, throwaway=True)
    await server.start()
    assert postgres.SERVER_USER == psutil.Process(server.child.pid).username()
    await server.stop()


async def test_stop_is_orderly(tmp_path: Path) -> None:
    """SIGINT lets PostgreSQL write a checkpoint, so the next start has nothing to recover."""
    server = EmbeddedPostgres(tmp_path, throwaway=True)
    await server.start()
    child: Child = server.child
    await server.stop()
    assert 0 == await child.wait()
    assert signal.SIGINT == child.program.stop_signal


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://u:p@h:5/a?x=1", "postgresql://u:p@h:5/b?x=1"),
        ("postgresql://postgres@/a?host=/run/x", "postgresql://postgres@/b?host=/run/x"),
        ("postgresql:///a", "postgresql:///b"),
    ],
)
def test_another_database_of_the_same_server(url: str, expected: str) -> None:
    assert expected == postgres.with_database(url, "b")
    assert urlsplit(url).query == urlsplit(expected).query
