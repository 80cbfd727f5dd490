"""What signing in and counting cost: the same time for who is here and who is not, a loop that is not held up, statements a request."""

import asyncio
import re
import statistics
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from benchmarks.access.people import PASSWORD, login, signed_in
from benchmarks.report import Figure, Measured, percentile
from benchmarks.stage import Say, Stage
from domain.access import Role

_SIGN_INS: Final = 40
_A_SECOND: Final = 20
_SECONDS: Final = 10
_REQUESTS: Final = 200
_STATEMENT: Final = re.compile(r'"message":"(?:statement|execute [^:]*): (?!BEGIN|COMMIT|ROLLBACK)')


async def measure(stage: Stage, say: Say) -> Measured:
    """In turn, so that a busy moment meets both sides of each ratio."""
    person = await signed_in(stage, Role.ADMIN)
    say(f"{_SIGN_INS} tries to sign in, by turns as somebody and as nobody")
    known, unknown = await _by_turns(
        lambda: login(stage.api, person.email, "another password"),
        lambda: login(stage.api, "nobody@example.com", "another password"),
        _SIGN_INS,
    )
    say(f"{_A_SECOND} sign-ins a second for {_SECONDS} s")
    lags = await _lags_while_people_sign_in(stage, person.email)
    say(f"{_REQUESTS} requests, by turns counted and not")
    key = (await stage.post("/api-keys", {"name": "bench"}))["key"]
    counted, bare = await _by_turns(
        lambda: stage.api.get("/account", headers={"Authorization": f"Bearer {key}"}),
        lambda: stage.api.get("/account"),
        _REQUESTS,
    )
    statements = await _statements(stage, key)
    ratio = statistics.median(known) / statistics.median(unknown)
    return Measured(
        [
            Figure("sign-in time, known account ÷ unknown", ratio, "ratio", 1.1),
            Figure("sign-in time, known account ÷ unknown, at least", ratio, "ratio", 0.9, "at least"),
            Figure(
                f"event-loop lag at {_A_SECOND} sign-ins a second, p95",
                percentile(lags, 0.95) * 1_000,
                "ms",
                20,
            ),
            Figure(
                "request counted ÷ not counted",
                statistics.median(counted) / statistics.median(bare),
                "ratio",
                1.25,
            ),
            Figure("statements a request, with key and limits", statements, "statements", 3),
        ],
        {"known": known, "unknown": unknown, "lags": lags, "counted": counted, "bare": bare},
    )


async def _by_turns(
    one: Callable[[], Awaitable[object]], other: Callable[[], Awaitable[object]], turns: int
) -> tuple[list[float], list[float]]:
    took: tuple[list[float], list[float]] = [], []
    for _ in range(turns):
        for ask, kept in zip((one, other), took, strict=True):
            began = time.perf_counter()
            await ask()
            kept.append(time.perf_counter() - began)
    return took


async def _lags_while_people_sign_in(stage: Stage, email: str) -> list[float]:
    """How long /healthz, which does nothing, waits in the API process that hashes passwords."""
    health = f"{stage.system.addresses['api']}/healthz"
    lags, ends = [], time.perf_counter() + _SECONDS
    async with asyncio.TaskGroup() as group:
        while time.perf_counter() < ends:
            group.create_task(login(stage.api, email, PASSWORD))
            began = time.perf_counter()
            await stage.api.get(health)
            lags.append(time.perf_counter() - began)
            await asyncio.sleep(max(0, 1 / _A_SECOND - lags[-1]))
    return lags


async def _statements(stage: Stage, key: str) -> float:
    """By PostgreSQL's own log, less what the system asks in as long a time while nobody does."""
    log = stage.system.home / "postgres" / "log" / "postgres.json"
    await stage.execute("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()")
    try:
        began = time.perf_counter()
        busy = await _logged(log, _asked(stage, key))
        took = time.perf_counter() - began
        idle = await _logged(log, asyncio.sleep(took))
    finally:
        await stage.execute("ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()")
    return round(max(0, busy - idle) / _REQUESTS, 1)  # what runs by itself is not the same twice


async def _asked(stage: Stage, key: str) -> None:
    for _ in range(_REQUESTS):
        (await stage.api.get("/account", headers={"Authorization": f"Bearer {key}"})).raise_for_status()


async def _logged(log: Path, work: Awaitable[object]) -> int:
    before = await asyncio.to_thread(_size, log)
    await work
    return await asyncio.to_thread(_statements_from, log, before)


def _size(log: Path) -> int:
    return log.stat().st_size


def _statements_from(log: Path, offset: int) -> int:
    with log.open("rb") as file:
        file.seek(offset)
        return len(_STATEMENT.findall(file.read().decode(errors="replace")))
