"""The real system as storms come over it: two workers, two media processes, clocks that can be moved, short limits."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from local import simulated_world
from local.ports import free_port
from local.processes import Child
from local.system import Choices, LocalSystem
from tests.chaos.clocks import on_clocks
from tests.chaos.storm_run import Weather
from tests.chaos.storms import CLOCKED, MEDIA, WORKERS
from tests.end_to_end.conftest import LIMITS
from tests.end_to_end.house import House


@asynccontextmanager
async def storm_house(home: Path) -> AsyncIterator[tuple[House, Weather]]:
    """The running system in this folder, and the weather over it. A process that dies is started again by the weather."""
    clocks = home / "clocks"
    port = free_port()
    world = await Child.start(simulated_world.program(home, port, ("--unlimited-crm",)), home / "world.pid")
    choices = Choices(
        world_url=f"http://127.0.0.1:{port}",
        usual_ports=False,
        restarts=False,
        workers=len(WORKERS),
        media_processes=len(MEDIA),
        extra_environment=LIMITS,
        before=on_clocks(clocks, CLOCKED),
    )
    try:
        async with LocalSystem(home, choices) as system:
            house = House(system, f"http://127.0.0.1:{port}")
            try:
                yield house, Weather(house, clocks)
            finally:
                await house.close()
    finally:
        await world.stop()
