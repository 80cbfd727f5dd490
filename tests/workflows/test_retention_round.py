"""A whole round of retention: the real workflow and steps over a year of calls in a database of its own, with time skipped between tries.

Requirement 160.
"""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

import activities.retention
from activities.registry import activities_of
from activities.retention import RetentionActivities
from database import retention, retention_calls
from database.retention import RunView
from database.sealing import KeyRing
from database.session import Database
from domain.retention import RetentionOrder
from domain.workflow_messages import RETENTION
from startup.first_connections import open_account
from tests.activities.aged import acted, everything, held, turned_on
from tests.activities.scene import Scene, scene_of
from tests.activities.test_retention import FIVE_YEARS, SEVEN_YEARS, hold
from tests.database.campaign_rows import running_campaign
from worker import WORKFLOWS, workflow_runner


@pytest_asyncio.fixture
async def scenes(fresh_database: Database, key_ring: KeyRing) -> AsyncIterator[list[Scene]]:
    """Two accounts, each with a campaign; the first one's retention is on."""
    made = []
    for name in ("on", "off"):
        async with fresh_database.transaction() as session:
            account_id = await open_account(session, name)
        made.append(scene_of(await running_campaign(fresh_database, key_ring, account_id)))
    await turned_on(made[0].campaign)
    yield made


async def rounds(skipping: WorkflowEnvironment, scene: Scene, times: int) -> None:
    """So many nights, one after the other."""
    async with Worker(
        skipping.client,
        task_queue="retention",
        workflows=WORKFLOWS,
        activities=activities_of([RetentionActivities], scene.tools),
        workflow_runner=workflow_runner(),
    ):
        for night in range(times):
            await skipping.client.execute_workflow(
                RETENTION.name, RetentionOrder(), id=f"retention-{night}", task_queue="retention"
            )


async def runs_of(scene: Scene) -> list[RunView]:
    """The account's runs, newest first."""
    async with scene.campaign.database.transaction() as session:
        return list(await retention.list_runs(session, scene.campaign.account_id, before=None, limit=9))


async def test_a_year_is_swept_though_its_steps_die_and_a_hold_and_another_account_keep_theirs(
    skipping: WorkflowEnvironment, scenes: list[Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step dies once in the middle; Temporal repeats it, and it goes on where the rows stand. The second night finds nothing."""
    swept, kept = scenes
    for days in (*range(5, 360, 10), FIVE_YEARS):
        await held(swept, f"+49305557{days:05}", days)
    for scene in scenes:
        await acted(scene.campaign, SEVEN_YEARS, times=4)
    await held(kept, "+4930555700100", FIVE_YEARS)
    await hold(swept, "+4930555700305")
    monkeypatch.setattr(activities.retention, "_STRETCH_SECONDS", 0.0)
    died: set[str] = set()
    for name in ("forget_content", "delete_calls"):
        step = getattr(retention_calls, name)

        async def dies_once(*given: Any, name: str = name, step: Any = step, **more: Any) -> Any:
            if name not in died:
                died.add(name)
                raise ConnectionError("killed")
            return await step(*given, **more)

        monkeypatch.setattr(retention_calls, name, dies_once)
    before = await everything(kept.campaign)
    await rounds(skipping, swept, 2)
    assert {"forget_content", "delete_calls"} == died
    assert before == await everything(kept.campaign)
    second, first = await runs_of(swept)
    over = len([days for days in range(5, 360, 10) if days > 183])
    assert (over, 1, 1, 4) == tuple(
        first.gone[name]
        for name in ("content/calls", "evidence/calls", "evidence/leads", "audit/audit_events")
    )
    assert {} == second.gone
    assert second.receipt is not None
    assert [("content", "calls", 1)] == [
        (line.data_class, line.store, line.held)
        for line in second.receipt.lines
        if line.held and line.store == "calls"
    ]
    assert [] == await runs_of(kept)
    assert not any(line.left for line in second.receipt.lines)
