"""The installation's keys exchanged under load: `outbound keys rotate`, killed once and run again, while numbers are added and read."""

import asyncio
import sys
import time
from contextlib import suppress
from itertools import count
from typing import Final

import httpx

from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage
from database.sealing import KeyRing
from database.session import Database, engine_for
from database.suppressions import suppress as suppress_numbers
from domain.suppressions import SuppressionSource
from local.services import ROOT
from startup.first_connections import open_account
from startup.key_rings import DATA
from startup.key_rotation import keys_in_use

_NUMBERS: Final = 20_000
_READERS: Final = 3
_LIMIT: Final = 600.0
_KILLED_AFTER: Final = "rows sealed again"


async def measure(stage: Stage, say: Say) -> Measured:
    """Rows that are left on the former key, and reads that failed meanwhile."""
    environment = stage.system.environment
    database = Database(engine_for(environment["DATABASE_URL"], connections=2))
    ring = KeyRing.parse(environment["OUTBOUND_KEY_RING"], environment["OUTBOUND_LOOKUP_KEY"])
    try:
        say(f"{_NUMBERS} numbers on the list of opt-outs")
        await _fill(database, ring)
        say("a rotation, killed once, under load")
        began = time.monotonic()
        failed, answered = await _under_load(stage, say)
        seconds = time.monotonic() - began
        used = await keys_in_use(database, DATA)
    finally:
        await database.close()
    newest = max(used.seals_since)
    left = sum(used.rows_of(key) for key in used.key_ids - {newest})
    return Measured(
        [
            Figure("rows on an old key after a rotation under load", left, f"of {_sum(used.rows)}", 0),
            Figure("failed reads during a rotation", failed, f"of {answered}", 0),
        ],
        {"answered": answered, "keys": sorted(used.key_ids), "seconds": round(seconds, 1)},
    )


def _sum(rows: object) -> int:
    assert isinstance(rows, dict)
    return sum(sum(counted.values()) for counted in rows.values())


async def _fill(database: Database, ring: KeyRing) -> None:
    async with database.transaction() as session:
        account_id = await open_account(session, "local")
    for first in range(0, _NUMBERS, 2_000):
        numbers = [f"+4930556{number:06}" for number in range(first, first + 2_000)]
        async with database.transaction() as session:
            await suppress_numbers(
                session, account_id, numbers, ring, channel="voice", source=SuppressionSource.OPERATOR
            )


async def _under_load(stage: Stage, say: Say) -> tuple[int, int]:
    """How many requests failed while it went on, of how many."""
    statuses: list[int] = []
    over = asyncio.Event()

    async def read() -> None:
        while not over.is_set():
            await _noted(statuses, stage.api.get("/dnc", params={"limit": 50}))

    async def write() -> None:
        for number in count():
            if over.is_set():
                return
            body = {"numbers": [f"+4930557{number:06}"], "channel": "voice"}
            await _noted(statuses, stage.api.post("/dnc", json=body))

    async with asyncio.timeout(_LIMIT), asyncio.TaskGroup() as group:
        for work in (*[read] * _READERS, write):
            group.create_task(work())
        try:
            await _rotate(stage, say, kill=True)
            await _rotate(stage, say, kill=False)
        finally:
            over.set()
    return sum(status >= 400 for status in statuses), len(statuses)


async def _noted(statuses: list[int], asking: "asyncio.Future[httpx.Response] | object") -> None:
    try:
        answer = await asking  # type: ignore[misc]
        statuses.append(answer.status_code)
    except httpx.HTTPError:
        statuses.append(599)


async def _rotate(stage: Stage, say: Say, *, kill: bool) -> None:
    """Run the command; kill: as soon as it has sealed something again."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-u", "cli.py", "--home", str(stage.system.home), "keys", "rotate"),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    try:
        async for line in process.stdout:
            said = line.decode().strip()
            say(f"  {said}")
            if kill and _KILLED_AFTER in said:
                process.kill()
                return
    finally:
        with suppress(ProcessLookupError):
            if kill:
                process.kill()
        status = await process.wait()
    if status:
        raise RuntimeError(f"outbound keys rotate ended with {status}")
