"""The local system around the product's processes: PostgreSQL, Temporal, the simulated world, keys and addresses."""

import asyncio
import json
import stat
from pathlib import Path

import pytest

from local.errors import DatabaseUnreachable, PortTaken
from local.ports import free_port
from local.postgres import connect
from local.readiness import http_status
from local.running import running_system
from local.system import Choices, LocalSystem
from local.temporal import is_serving
from tests.local.waiting import processes_mentioning

PRODUCT = ("codec", "api", "media", "worker")
AROUND = Choices(simulate=True, usual_ports=False, without=PRODUCT)


async def test_everything_around_the_product_starts_and_nothing_is_left(tmp_path: Path) -> None:
    async with LocalSystem(tmp_path, AROUND) as system:
        assert ["postgres", "temporal", "simulators"] == list(system.children)
        assert await is_serving(system.addresses["temporal"], system.environment["TEMPORAL_NAMESPACE"])
        assert 200 == await http_status(f"{system.environment['TWILIO_BASE_URL']}/healthz")
        connection = await connect(system.environment["DATABASE_URL"])
        assert await connection.fetchval("SELECT count(*) FROM alembic_version")
        await connection.close()
        running = running_system(tmp_path)
        assert running is not None
        assert system.addresses == running.addresses
    assert [] == processes_mentioning(tmp_path)
    assert running_system(tmp_path) is None


async def test_two_systems_run_side_by_side(tmp_path: Path) -> None:
    async with (
        LocalSystem(tmp_path / "one", AROUND) as one,
        LocalSystem(tmp_path / "other", AROUND) as other,
    ):
        for name in ("api", "temporal", "database", "simulators"):
            assert one.addresses[name] != other.addresses[name]
        assert one.environment["OUTBOUND_KEY_RING"] != other.environment["OUTBOUND_KEY_RING"]


async def test_a_killed_part_comes_back_at_the_same_address(tmp_path: Path) -> None:
    async with LocalSystem(tmp_path, AROUND) as system:
        for name in ("postgres", "temporal"):
            before = system.children[name].pid
            await system.kill(name)
            await asyncio.wait_for(system.until_running(name), 30)
            assert before != system.children[name].pid
        assert await is_serving(system.addresses["temporal"], "outbound")


async def test_a_system_that_cannot_start_leaves_no_process(tmp_path: Path) -> None:
    choices = Choices(
        simulate=True, usual_ports=False, without=PRODUCT, world_arguments=("--no-such-argument",)
    )
    with pytest.raises(Exception, match="simulators ended with status 2"):
        await LocalSystem(tmp_path, choices).__aenter__()
    assert [] == processes_mentioning(tmp_path)


async def test_an_unreachable_database_of_ones_own_is_never_replaced(tmp_path: Path) -> None:
    own = Choices(usual_ports=False, database_url=f"postgresql://me@127.0.0.1:{free_port()}/calls")
    with pytest.raises(DatabaseUnreachable):
        await LocalSystem(tmp_path, own).__aenter__()
    assert not (tmp_path / "postgres").exists()


async def test_a_demanded_port_that_is_taken_stops_the_start(tmp_path: Path) -> None:
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    with pytest.raises(PortTaken, match=f"Port {port}, asked for for api"):
        await LocalSystem(tmp_path, Choices(ports={"api": port}, usual_ports=False)).__aenter__()
    server.close()
    await server.wait_closed()


async def test_after_a_kill_the_same_ports_are_taken_again(tmp_path: Path) -> None:
    """Open calls know the callback address of the run before."""
    port = free_port()
    (tmp_path / "running.json").write_text(json.dumps({"pid": 1, "ports": {"api": port}, "addresses": {}}))
    async with LocalSystem(tmp_path, Choices(without=PRODUCT)) as system:
        assert f"http://127.0.0.1:{port}" == system.addresses["api"]


async def test_secrets_lie_in_files_of_their_owner(tmp_path: Path) -> None:
    async with LocalSystem(tmp_path, AROUND) as system:
        for file in (tmp_path / "keys.json", tmp_path / "running.json"):
            assert 0o600 == stat.S_IMODE(file.stat().st_mode)
        for secret in ("OUTBOUND_KEY_RING", "OUTBOUND_API_KEY"):
            logs = "".join(log.read_text() for log in (tmp_path / "logs").glob("*"))
            assert system.environment[secret] not in logs
