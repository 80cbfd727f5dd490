"""The local system around the product's processes: PostgreSQL, Temporal, the simulated world, keys and addresses."""

import asyncio
import dataclasses
import json
import stat
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from database.api_keys import ensure_account
from database.sealing import KeyRing
from database.session import Database, engine_for
from local.errors import DatabaseUnreachable, LocalSystemError, PortTaken
from local.ports import free_port
from local.postgres import connect
from local.ready_conditions import http_status
from local.running_note import running_system
from local.system import Choices, LocalSystem
from local.temporal import is_serving
from tests.database.campaign_rows import running_campaign
from tests.local.waiting import processes_mentioning

pytestmark = pytest.mark.long

PRODUCT = ("codec", "api", "media-1", "media-2", "media-3", "media-4", "worker")
AROUND = Choices(simulate=True, usual_ports=False, without=PRODUCT)
ALONE = Choices(usual_ports=False, without=PRODUCT)


@pytest_asyncio.fixture(scope="module")
async def system() -> AsyncIterator[LocalSystem]:
    """One system for the tests that only look at it or mend what they break."""
    with tempfile.TemporaryDirectory(prefix="outbound-test-") as folder:
        async with LocalSystem(Path(folder), AROUND) as started:
            yield started


async def test_everything_around_the_product_is_there(system: LocalSystem) -> None:
    assert ["postgres", "temporal", "simulators"] == list(system.children)
    assert await is_serving(system.addresses["temporal"], system.environment["TEMPORAL_NAMESPACE"])
    assert 200 == await http_status(f"{system.environment['TWILIO_BASE_URL']}/healthz")
    connection = await connect(system.environment["DATABASE_URL"])
    assert await connection.fetchval("SELECT count(*) FROM alembic_version")
    await connection.close()


async def test_the_command_line_finds_the_running_system(system: LocalSystem) -> None:
    running = running_system(system.home)
    assert running is not None
    assert system.addresses == running.addresses
    assert system.environment["OUTBOUND_API_KEY"] == running.api_key


async def test_secrets_lie_in_files_of_their_owner(system: LocalSystem) -> None:
    for file in (system.home / "keys.json", system.home / "running.json"):
        assert 0o600 == stat.S_IMODE(file.stat().st_mode)
    logs = "".join(log.read_text() for log in (system.home / "logs").glob("*"))
    for secret in ("OUTBOUND_KEY_RING", "OUTBOUND_API_KEY"):
        assert system.environment[secret] not in logs


async def test_a_killed_part_comes_back_at_the_same_address(system: LocalSystem) -> None:
    for name in ("postgres", "temporal"):
        before = system.children[name].pid
        await system.kill(name)
        await asyncio.wait_for(system.until_running(name), 30)
        assert before != system.children[name].pid
    assert await is_serving(system.addresses["temporal"], "outbound")


async def test_two_systems_run_side_by_side(tmp_path: Path) -> None:
    async with (
        LocalSystem(tmp_path / "one", ALONE) as one,
        LocalSystem(tmp_path / "other", ALONE) as other,
    ):
        for name in ("api", "temporal", "database"):
            assert one.addresses[name] != other.addresses[name]
        assert one.environment["OUTBOUND_KEY_RING"] != other.environment["OUTBOUND_KEY_RING"]


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


async def test_a_database_of_one_world_is_not_used_for_the_other(
    system: LocalSystem, key_ring: KeyRing
) -> None:
    """Its campaigns would call strangers, or call their leads off as called."""
    url = system.environment["DATABASE_URL"]  # which is held for the simulated world
    database = Database(engine_for(url, connections=1))
    async with database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    campaign = await running_campaign(database, key_ring, account_id)
    await campaign.run("UPDATE campaigns SET started_at = now()")
    await database.close()
    with tempfile.TemporaryDirectory(prefix="outbound-test-") as folder:
        real = dataclasses.replace(ALONE, database_url=url, temporal_address=system.addresses["temporal"])
        with pytest.raises(LocalSystemError, match="holds calls of the simulated world"):
            await LocalSystem(Path(folder), real).__aenter__()


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
