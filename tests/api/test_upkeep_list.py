"""Everything that the upkeep is to do is on its list, is done again and again, and outlives what may fail."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import replace
from typing import cast

import pytest
import sqlalchemy.exc
import structlog

from api import upkeep as module
from api.errors import WorkflowsUnreachable
from api.live_events import Tail
from api.tools import ApiTools
from api.upkeep import upkeep
from database.session import Database
from providers.errors import ProviderUnavailable
from startup.connections import Connections
from tests.api.conftest import Operator
from tests.api.workflows import RememberedWorkflows
from tests.database.locks import locks_taken
from tests.locks import held_to
from tests.media.house import until

WORK = (
    "publish",
    "redeliver",
    "tell_programs",
    "tell_forgotten",
    "start_forgotten",
    "_finish_commits",
    "_take_waiting",
    "ask_carriers",
    "read_missed",
    "seal_logs",
    "_forget",
)


class Worked:
    """Takes the place of each work. fails: with what the first turns of each end."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *fails: Exception) -> None:
        self.turns = dict.fromkeys(WORK, 0)
        self._fails = fails
        for name in WORK:
            monkeypatch.setattr(module, name, self._doing(name))
        for interval in ("NUMBERING", "SWEEP", "REPAIR", "ASK", "READ", "SEAL", "FORGET"):
            monkeypatch.setattr(module, f"{interval}_EVERY", 0.001)

    def _doing(self, name: str) -> object:
        async def work(*_: object) -> None:
            self.turns[name] += 1
            if self.turns[name] <= len(self._fails):
                raise self._fails[self.turns[name] - 1]

        return work


async def test_all_of_it_is_done_again_and_again_and_ends_with_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worked = Worked(monkeypatch)
    async with asyncio.timeout(10), upkeep(cast("ApiTools", None), Tail()):
        await until(lambda: min(worked.turns.values()) >= 2, 5)


async def test_none_of_it_stops_at_what_may_be_away_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    away = (
        sqlalchemy.exc.OperationalError("SELECT 1", None, OSError()),
        OSError("refused"),
        WorkflowsUnreachable(),
        ProviderUnavailable("away"),
    )
    worked = Worked(monkeypatch, *away)
    async with asyncio.timeout(10), upkeep(cast("ApiTools", None), Tail()):
        await until(lambda: min(worked.turns.values()) > len(away), 5)


async def test_all_that_is_old_is_forgotten(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the module knows how to forget, once; of what goes in pieces, all of it."""
    names = [name for name in vars(module) if name.startswith("forget_")]
    forgotten, pieces = [], [2, 1]

    def forgetting(name: str) -> object:
        async def forget(_: object) -> int:
            forgotten.append(name)
            return pieces.pop() if name == "forget_replaced" and pieces else 0

        return forget

    for name in names:
        monkeypatch.setattr(module, name, forgetting(name))
    await module._forget(operator.tools)
    assert sorted([*names, "forget_replaced", "forget_replaced"]) == sorted(forgotten)


async def test_each_work_takes_its_turn(
    operator: Operator, fresh_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside other processes that do the same."""
    works = {}

    async def every(_: float, name: str, work: Callable[[], Awaitable[object]]) -> None:
        works[name] = work

    monkeypatch.setattr(module, "_every", every)
    connections = Connections(operator.tools.settings, fresh_database, operator.tools.key_ring)
    tools = replace(
        operator.tools,
        database=fresh_database,
        workflows=RememberedWorkflows(fresh_database),
        connections=connections,
    )
    async with asyncio.timeout(10), upkeep(tools, Tail()):
        await until(lambda: len(works) == len(WORK), 5)
    locks: dict[str, list[str]] = {}
    async with aclosing(connections):
        for name, work in works.items():
            with locks_taken(fresh_database) as locks[name]:
                await work()
    held_to("upkeep", locks)


async def test_each_of_it_has_its_own_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """In seconds: what people wait for at once, what was missed each minute, what nobody waits for each hour."""
    paces = {}

    async def every(seconds: float, name: str, _: object) -> None:
        paces[name] = seconds

    monkeypatch.setattr(module, "_every", every)
    async with asyncio.timeout(10), upkeep(cast("ApiTools", None), Tail()):
        await until(lambda: len(paces) == len(WORK), 5)
    assert {
        "number_events": 0.2,
        "redeliver": 1,
        "tell_programs": 1,
        "tell_forgotten": 15,
        "start_forgotten": 15,
        "finish_commits": 15,
        "take_waiting_leads": 15,
        "ask_carriers": 5,
        "read_messages": 60,
        "seal_audit_logs": 60,
        "forget_old": 3600,
    } == paces


async def test_what_failed_is_named_in_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    worked = Worked(monkeypatch, ProviderUnavailable("+14155552671 is away"))
    with structlog.testing.capture_logs() as logs:
        async with asyncio.timeout(10), upkeep(cast("ApiTools", None), Tail()):
            await until(lambda: min(worked.turns.values()) > 1, 5)
    assert {("upkeep.failed", "ProviderUnavailable")} == {(each["event"], each["error"]) for each in logs}
    assert {
        "number_events",
        "redeliver",
        "tell_programs",
        "tell_forgotten",
        "start_forgotten",
        "finish_commits",
        "take_waiting_leads",
        "ask_carriers",
        "read_messages",
        "seal_audit_logs",
        "forget_old",
    } == {each["work"] for each in logs}
    assert "4155552671" not in str(logs)
