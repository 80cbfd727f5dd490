"""The processes of the product, as data: how each is started and when it counts as ready, in starting order."""

import os
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

from database.real_or_simulated import World, claim_world
from database.session import Database, engine_for
from local.errors import LocalSystemError
from local.processes import Program, run_to_end
from local.ready_conditions import Condition, answers_http, listens, polls, speaks_http
from startup.temporal import WORKFLOW_QUEUE

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = "127.0.0.1"

# Two at least: when one media process is lost, the other goes on with its calls.
MEDIA_PROCESSES = max(2, min(4, os.cpu_count() or 1))
# The setting by which a process is told its port; set by the user, it demands that port.
PORT_SETTINGS = {
    "api": "OUTBOUND_API_PORT",
    "media-1": "OUTBOUND_MEDIA_PORT",
    "media-1-control": "OUTBOUND_MEDIA_CONTROL_PORT",
    "codec": "OUTBOUND_CODEC_PORT",
}
MIGRATE_WITHIN = timedelta(minutes=5)


def usual_ports(media_processes: int) -> dict[str, int]:
    """The usual port of each process; taken if it is free."""
    media = {
        name: 8001 + 10 * number + place
        for number in range(media_processes)
        for place, name in enumerate((f"media-{number + 1}", f"media-{number + 1}-control"))
    }
    return {"api": 8000, **media, "codec": 8003, "simulators": 8100, "temporal": 7233, "temporal_ui": 8233}


def media_names(ports: Mapping[str, int]) -> list[str]:
    """The media processes among those that have ports."""
    return [name for name in ports if f"{name}-control" in ports]


def worker_names(workers: int) -> list[str]:
    """The worker processes: worker, worker-2 …"""
    return ["worker", *(f"worker-{number}" for number in range(2, workers + 1))]


def product(
    home: Path, ports: Mapping[str, int], environment: Mapping[str, str], *, workers: int = 1
) -> list[Program]:
    """Codec endpoint, API, media processes and workers."""

    def python(
        name: str,
        *arguments: str,
        ready: Condition,
        stop_within: timedelta,
        beating: Condition | None = None,
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> Program:
        return Program(
            name=name,
            command=(sys.executable, *arguments),
            log=home / "logs" / f"{name}.jsonl",
            is_ready=ready,
            environment={**environment, **more},
            folder=ROOT,
            ready_within=timedelta(seconds=60),
            stop_within=stop_within,
            is_beating=beating,
        )

    def media(name: str) -> Program:
        control = ports[f"{name}-control"]
        return python(
            name,
            *("-m", "media"),
            ready=listens(control),
            stop_within=long,
            beating=speaks_http(f"http://{LOOPBACK}:{control}/healthz"),
            more={
                "OUTBOUND_MEDIA_PROCESS": name,
                "OUTBOUND_MEDIA_PORT": str(ports[name]),
                "OUTBOUND_MEDIA_CONTROL_PORT": str(control),
                "OUTBOUND_MEDIA_URL": f"ws://{LOOPBACK}:{ports[name]}",
                "OUTBOUND_MEDIA_CONTROL_URL": f"http://{LOOPBACK}:{control}",
            },
        )

    short, long = timedelta(seconds=5), timedelta(seconds=15)
    at_work = polls(environment["TEMPORAL_ADDRESS"], environment["TEMPORAL_NAMESPACE"], WORKFLOW_QUEUE)
    healthy = answers_http(f"http://{LOOPBACK}:{ports['api']}/readyz")
    return [
        python("codec", "-m", "startup.codec", ready=listens(ports["codec"]), stop_within=short),
        python("api", "-m", "api", ready=healthy, stop_within=long),
        *map(media, media_names(ports)),
        *(python(name, "worker.py", ready=at_work, stop_within=long) for name in worker_names(workers)),
    ]


async def claim(database_url: str, world: World) -> None:
    """Use the database for this world's calls. Raises LocalSystemError if it holds the other's."""
    database = Database(engine_for(database_url, connections=1))
    try:
        async with database.transaction() as session:
            found = await claim_world(session, world)
    finally:
        await database.close()
    if found is not world:
        raise LocalSystemError(
            f"This database holds calls of the {found} world; in the {world} one they would go wrong. "
            "To mend: choose another folder (outbound --home FOLDER …) or, with DATABASE_URL, another database."
        )


async def migrate(home: Path, environment: Mapping[str, str]) -> None:
    """Bring the database to the newest tables. Raises ChildFailed."""

    async def never(_: int) -> bool:
        return False

    program = Program(
        name="migrate",
        command=(sys.executable, "-m", "startup.migrate"),
        log=home / "logs" / "migrate.jsonl",
        is_ready=never,
        environment=environment,
        folder=ROOT,
    )
    await run_to_end(program, MIGRATE_WITHIN)
