"""What is stored for a workflow reaches it, whatever is away meanwhile; through the list of upkeep that production runs."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
import structlog
from sqlalchemy import text

from api.live_events import Tail
from api.tools import ApiTools
from api.unstarted_workflows import start_forgotten
from api.upkeep import upkeep
from api.webhooks.event_delivery import redeliver
from tests.api.conftest import Operator
from tests.api.dialled_call import DialledCall, dial
from tests.api.dialled_call import dialled as dialled
from tests.api.outages import be_away
from tests.media.house import until


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
