"""What is stored for a workflow reaches it, whatever is away meanwhile; through the list of upkeep that production runs.

It goes through all accounts, the oldest first and so many at once: each test has a database of its own, or it would wait for
what other tests left behind.
"""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
import structlog
from sqlalchemy import text

from api.live_events import Tail
from api.tools import ApiTools
from api.unstarted_workflows import start_forgotten
from api.upkeep import upkeep
from api.webhooks.event_delivery import redeliver
from database.session import Database
from domain.person_requests import PersonOrder, RequestKind
from tests.api.conftest import Operator
from tests.api.dialled_call import DialledCall, dial
from tests.api.dialled_call import dialled as dialled
from tests.api.outages import be_away
from tests.api.test_outbound_calls import body
from tests.media.house import until


@pytest_asyncio.fixture
async def database(fresh_database: Database) -> Database:
    """Nobody else's."""
    return fresh_database


def _impatient(tools: ApiTools) -> ApiTools:
    return replace(tools, settings=tools.settings.model_copy(update={"redeliver_after": timedelta(0)}))


async def test_what_temporal_missed_is_told_by_the_upkeep(dialled: DialledCall) -> None:
    """Law 5: lost callbacks change nothing but latency."""
    with dialled.operator.workflows.away():
        assert (await dialled.status("completed", 3)).status_code == 204
    assert [] == dialled.told
    async with upkeep(_impatient(dialled.operator.tools), Tail()), asyncio.timeout(10):
        while not dialled.told:
            await dialled.row("SELECT state FROM attempts WHERE id = :id")


async def test_the_upkeep_outlives_a_database_that_is_away(
    dialled: DialledCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dialled.operator.workflows.away():
        await dialled.status("completed", 3)
    be_away(dialled.operator.tools.database, 8, monkeypatch)
    async with upkeep(_impatient(dialled.operator.tools), Tail()), asyncio.timeout(10):
        await until(lambda: dialled.told != [], 10)


async def test_what_cannot_be_told_yet_stays_to_be_told(dialled: DialledCall) -> None:
    tools = _impatient(dialled.operator.tools)
    with dialled.operator.workflows.away():
        await dialled.status("completed", 3)
        await redeliver(tools)
    await redeliver(tools)
    assert [dialled.attempt_id] == [news.attempt_id for news in dialled.told]


async def test_one_workflow_that_cannot_be_reached_holds_no_other_up_and_is_named(
    operator: Operator,
) -> None:
    tools, parts = _impatient(operator.tools), await operator.parts()
    calls = [await dial(operator, parts, f"+1415555267{digit}") for digit in (1, 2, 3)]
    with operator.workflows.away():
        for call in calls:
            await call.status("completed", 3)
    lost = f"call/direct/{calls[0].call_id}"  # the oldest: the first to be told
    operator.workflows.unreachable = {lost}
    with structlog.testing.capture_logs() as logs:
        await redeliver(tools)
    assert [0, 1, 1] == [len(call.told) for call in calls]
    assert [lost] == [entry["workflow_id"] for entry in logs if entry["event"] == "event.not_delivered"]
    operator.workflows.unreachable = set()
    await redeliver(tools)
    assert [1, 1, 1] == [len(call.told) for call in calls]


async def test_a_callback_outlives_a_connection_that_died(
    dialled: DialledCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twilio does not repeat a callback that was answered with an error."""
    be_away(dialled.operator.tools.database, 1, monkeypatch)
    assert (await dialled.status("completed", 3)).status_code == 204
    assert [dialled.attempt_id] == [news.attempt_id for news in dialled.told]


async def _never_begun(operator: Operator, *numbers: str) -> list[str]:
    """The workflows of calls to these numbers that were asked for while Temporal was away."""
    body = {**await operator.parts(), "variables": {"city": "Reno"}, "rules": "simulation"}
    with operator.workflows.away():
        for number in numbers:
            await operator.client.post("/api/calls/outbound", json={**body, "to": number})
    async with operator.tools.database.transaction() as session:
        found = await session.execute(
            text(
                "UPDATE calls SET created_at = created_at - interval '1 hour' WHERE account_id = :id RETURNING id"
            ),
            {"id": operator.account_id},
        )
    return sorted(f"call/direct/{call_id}" for call_id in found.scalars())


async def test_a_workflow_that_cannot_be_started_holds_up_no_other(operator: Operator) -> None:
    first, second = await _never_begun(operator, "+14155552671", "+14155552672")
    operator.workflows.unreachable = {first}
    await start_forgotten(operator.tools)
    assert [second] == [start for start in operator.workflows.starts if start in (first, second)]


async def test_a_call_that_was_never_begun_is_begun_by_the_upkeep(operator: Operator) -> None:
    await _never_begun(operator, "+14155552672")
    async with upkeep(operator.tools, Tail()), asyncio.timeout(10):
        while not operator.workflows.starts:
            await operator.client.get("/api/calls")


async def test_what_was_stored_and_not_told_is_told_by_the_sweep(dialled: DialledCall) -> None:
    """Killed between storing and signalling, nothing is lost."""
    with dialled.operator.workflows.away():
        await dialled.status("busy", 2)
    tools = _impatient(dialled.operator.tools)
    await asyncio.gather(redeliver(tools), redeliver(tools))  # two processes sweep at once
    assert len(dialled.told) == 1


async def test_the_sweep_holds_up_no_close_while_temporal_takes_its_time(
    dialled: DialledCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An attempt's close marks its events; it does not wait for an answer of Temporal's to the sweep."""
    with dialled.operator.workflows.away():
        await dialled.status("busy", 2)
    tools = _impatient(dialled.operator.tools)
    asked, answered = asyncio.Event(), asyncio.Event()

    async def slow(workflow_id: str, news: object) -> None:
        asked.set()
        await answered.wait()

    monkeypatch.setattr(dialled.operator.workflows, "tell_leg_ended", slow)
    sweep = asyncio.create_task(redeliver(tools))
    await asyncio.wait_for(asked.wait(), 10)
    async with asyncio.timeout(5), tools.database.transaction() as session:
        await session.execute(
            text(
                "UPDATE call_events SET delivered_at = now() WHERE attempt_id = :id AND delivered_at IS NULL"
            ),
            {"id": dialled.attempt_id},
        )
    answered.set()
    assert 1 == await sweep


async def test_the_sweep_forgets_nobody_while_temporal_is_away(dialled: DialledCall) -> None:
    tools = _impatient(dialled.operator.tools)
    with dialled.operator.workflows.away():
        await dialled.status("busy", 2)
        await redeliver(tools)
    assert [] == dialled.told
    await redeliver(tools)
    assert 1 == len(dialled.told)


async def test_the_api_sweeps_by_itself(dialled: DialledCall) -> None:
    with dialled.operator.workflows.away():
        await dialled.status("busy", 2)
    async with upkeep(_impatient(dialled.operator.tools), Tail()):
        await until(lambda: dialled.told != [])


async def test_a_call_that_was_never_begun_is_started_by_the_repairs(operator: Operator) -> None:
    with operator.workflows.away():
        await operator.client.post("/api/calls/outbound", json=await body(operator))
    call = (await operator.client.get("/api/calls")).json()["data"][0]
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE calls SET created_at = created_at - interval '1 min' WHERE id = :id"),
            {"id": call["id"]},
        )
    await start_forgotten(operator.tools)
    assert f"call/direct/{call['id']}" in operator.workflows.starts


async def test_a_repair_starts_a_call_for_the_moment_and_the_person_it_was_asked_for(
    operator: Operator,
) -> None:
    wanted = await body(operator, at=(datetime.now(UTC) + timedelta(days=3)).isoformat(timespec="seconds"))
    call = await operator.made("/api/calls/outbound/schedule", wanted)
    known, workflow_id = operator.workflows, f"call/direct/{call['id']}"
    asked = (known.running.pop(workflow_id), known.masked_numbers.pop(), known.moments.pop())
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE calls SET created_at = created_at - interval '1 min' WHERE id = :id"),
            {"id": call["id"]},
        )
    await start_forgotten(operator.tools)
    begun = [start for start in known.starts if start.startswith("call/")][1:].index(workflow_id)
    assert asked == (known.running[workflow_id], known.masked_numbers[begun], known.moments[begun])


async def test_what_was_asked_for_while_temporal_was_away_is_started_later(operator: Operator) -> None:
    with operator.workflows.away():
        asked = await operator.made("/api/people/erasures", {"number": "+14155552679"})
    mine = (RequestKind.ERASURE, PersonOrder(operator.account_id, asked["id"]))
    await start_forgotten(operator.tools)
    assert mine not in operator.workflows.asked, "its own start may be under way"
    await _in_database(
        operator,
        "UPDATE person_requests SET created_at = now() - interval '21 s' WHERE id = :id",
        asked["id"],
    )
    await start_forgotten(operator.tools)
    assert mine in operator.workflows.asked
    operator.workflows.asked.clear()
    await _in_database(operator, "UPDATE person_requests SET state = 'done' WHERE id = :id", asked["id"])
    await start_forgotten(operator.tools)
    assert mine not in operator.workflows.asked


async def _in_database(operator: Operator, statement: str, request_id: str) -> None:
    async with operator.tools.database.transaction() as session:
        await session.execute(text(statement), {"id": request_id})
