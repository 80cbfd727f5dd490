"""One running system for all end-to-end tests of a process, and one simulated world that outlives every fault."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from local import simulated_world
from local.ports import free_port
from local.processes import Child
from local.system import Choices, LocalSystem
from tests.end_to_end.house import House

# Law 1 waits a minute and more in production; nothing is proved by waiting as long here.
LIMITS = {
    "OUTBOUND_UNCONFIRMED_AFTER": "PT4S",
    "OUTBOUND_SEND_LIMIT": "PT4S",
    "OUTBOUND_REDELIVER_AFTER": "PT1S",
}


_SECONDS = 120
"""What one test may take by itself: the system is started for all of them, with a limit for each of its processes."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them are tests of the whole system, whose start is no part of the time of whichever comes first."""
    for item in items:
        if "end_to_end" in item.path.parts:
            item.add_marker(pytest.mark.end_to_end)
            limit = item.get_closest_marker("timeout")
            seconds = limit.args[0] if limit else _SECONDS
            item.add_marker(pytest.mark.timeout(seconds, func_only=True), append=False)


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    """A folder outside pytest's: started by root, PostgreSQL is another user and must reach it."""
    folder = Path(tempfile.mkdtemp(prefix="outbound-e2e-")).resolve()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest_asyncio.fixture(scope="session")
async def world_url(home: Path) -> AsyncIterator[str]:
    """The simulated world, in a process of its own that no test ever kills."""
    port = free_port()
    world = simulated_world.program(home, port, ("--unlimited-crm",))
    child = await Child.start(world, home / "world.pid")
    yield f"http://127.0.0.1:{port}"
    await child.stop()


@pytest_asyncio.fixture(scope="session")
async def house(home: Path, world_url: str) -> AsyncIterator[House]:
    """The running system. Nothing is started again by itself: the tests say when."""
    choices = Choices(world_url=world_url, usual_ports=False, restarts=False, extra_environment=LIMITS)
    async with LocalSystem(home, choices) as system:
        opened = House(system, world_url)
        yield opened
        try:
            assert [] == await opened.calls_held_otherwise_now()
        finally:
            await opened.close()
