"""What two do at once, and the limits over several processes: counted on the functions that every API process calls."""

import asyncio
import os
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Final

from benchmarks.access.people import signed_in
from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage
from database.request_limits import Limits, take_request
from database.session import Database, engine_for
from database.sign_ins import exchange_token
from domain.access import Role

_RACES: Final = 1_000
_PROCESSES: Final = 4
_LIMITS: Final = Limits(a_minute=100, burst=120, an_hour=1_000)
_HOUR: Final = 3_600


async def measure(stage: Stage, say: Say) -> Measured:
    """Refresh tokens that two use at once; requests of one key from four processes over an hour of their own."""
    url = stage.system.environment["DATABASE_URL"]
    one, two = (Database(engine_for(url, connections=2)) for _ in range(2))
    try:
        say(f"{_RACES} races for a refresh token")
        odd = await _races(one, two, (await signed_in(stage, Role.ADMIN)).refresh_token)
    finally:
        await one.close()
        await two.close()
    say(f"an hour of requests of one key over {_PROCESSES} processes")
    taken = await _an_hour(url)
    return Measured(
        [
            Figure("refresh races with other than one winner", odd, f"of {_RACES}", 0),
            Figure(
                "requests accepted minus allowed, four processes and a virtual hour", beyond(taken), "", 0
            ),
        ],
        {"taken": len(taken)},
    )


async def _races(one: Database, two: Database, token: str) -> int:
    odd = 0
    for _ in range(_RACES):
        offered = [os.urandom(12).hex() for _ in range(2)]
        won = await asyncio.gather(
            *(_won(each, token, new) for each, new in zip((one, two), offered, strict=True))
        )
        odd += sum(won) != 1
        token = offered[won.index(True)]
    return odd


async def _won(database: Database, token: str, new_token: str) -> bool:
    async with database.transaction() as session:
        return await exchange_token(session, token, new_token) is not None


async def _an_hour(url: str) -> list[float]:
    """The moments, in seconds from the beginning, at which a request was taken."""
    actor = f"bench/{os.urandom(6).hex()}"
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(_PROCESSES) as processes:
        found = await asyncio.gather(
            *(loop.run_in_executor(processes, _ask, url, actor, turn) for turn in range(_PROCESSES))
        )
    return sorted(moment for each in found for moment in each)


def _ask(url: str, actor: str, turn: int) -> list[float]:
    return asyncio.run(_asked(url, actor, turn))


async def _asked(url: str, actor: str, turn: int) -> list[float]:
    """Ask at every fourth second and a burst at each tenth minute; every process moves through the hour by itself."""
    database, began, taken = Database(engine_for(url, connections=1)), datetime(2026, 1, 1, tzinfo=UTC), []
    try:
        for second in range(0, _HOUR, 4):
            for _ in range(40 if second % 600 == 0 else 1):
                at = second + turn
                async with database.transaction() as session:
                    found = await take_request(session, actor, _LIMITS, began + timedelta(seconds=at))
                if not found.wait:
                    taken.append(float(at))
        return taken
    finally:
        await database.close()


def beyond(taken: list[float]) -> int:
    """How many more were taken within any window than the limits allow; processes that lag behind each other ask out of order, which
    may cost requests and never gains any."""
    windows = [(60 * n, _LIMITS.a_minute * n + _LIMITS.burst - _LIMITS.a_minute) for n in range(1, 10)]
    windows.append((_HOUR, _LIMITS.an_hour))
    beyond_each = (
        sum(at - span < then <= at for then in taken) - most for span, most in windows for at in taken
    )
    return max(0, max(beyond_each, default=0))
