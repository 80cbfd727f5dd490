"""Two requests about one campaign, of which the first stands still: the API, its workflow on a real Temporal, and the rows."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest_asyncio
from httpx import AsyncClient
from temporalio.client import Client

from api.workflows import TemporalWorkflows
from domain.identifiers import CampaignId, TrunkId, campaign_workflow_id
from domain.workflow_messages import News, Update
from tests.activities.scene import RememberedTemporal, scene_of
from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.workflows import Stall
from tests.database.campaign_rows import CampaignRows
from tests.media.house import until
from tests.workflows.test_starting import temporal as temporal
from worker import main_worker


class StallingWorkflows(TemporalWorkflows):
    """The real ones; stalls: the next updates that stand still before they leave, by name."""

    def __init__(self, client: Client) -> None:
        super().__init__(client)
        self.stalls: dict[str, Stall] = {}

    async def update_campaign(
        self, campaign_id: CampaignId, update: Update[News], given: News, act: int
    ) -> str:
        if stall := self.stalls.pop(update.name, None):
            await stall.stand_still()
        return await super().update_campaign(campaign_id, update, given, act)


@dataclass
class Running:
    """A started campaign: its requests, and the calls that its feeder started."""

    id: str
    http: AsyncClient
    workflows: StallingWorkflows
    starter: RememberedTemporal
    temporal: Client

    async def ask(self, action: str) -> str:
        """The state that the API answers."""
        answer = await self.http.post(f"/api/campaigns/{self.id}/{action}")
        assert answer.is_success, answer.text
        return str(answer.json()["state"])

    async def feed(self, operator: Operator, number: str) -> None:
        """Add a lead and wait until its call was started; fails after a minute."""
        before = len(self.starter.started)
        staged = await operator.upload(self.id, f"phone,city\n{number},Reno\n".encode(), rules="simulation")
        await operator.made(f"/api/lead-imports/{staged.json()['id']}/commit", {})
        handle = self.temporal.get_workflow_handle(campaign_workflow_id(CampaignId(self.id)))
        await handle.signal("look_again")
        await until(lambda: len(self.starter.started) > before)


@pytest_asyncio.fixture
async def running(operator: Operator, temporal: Client) -> AsyncIterator[Running]:
    """A campaign of one lead, whose call was started, as the worker runs it."""
    campaign = await operator.running_campaign()
    rows = CampaignRows(
        operator.tools.database,
        operator.tools.key_ring,
        operator.account_id,
        CampaignId(campaign["id"]),
        TrunkId(campaign["trunk_id"]),
    )
    scene = scene_of(rows)
    workflows = StallingWorkflows(temporal)
    app = application(replace(operator.tools, workflows=workflows))
    async with (
        main_worker(temporal, scene.tools),
        client_of(app, headers={"Authorization": f"Bearer {operator.key}"}) as http,
    ):
        one = Running(campaign["id"], http, workflows, scene.temporal, temporal)
        await one.ask("start")
        await until(lambda: len(scene.temporal.started) == 1)
        yield one
        await temporal.get_workflow_handle(campaign_workflow_id(CampaignId(one.id))).terminate()


async def test_a_pause_that_stood_still_does_not_undo_a_later_resume(
    operator: Operator, running: Running
) -> None:
    """It is on record, and has told the workflow nothing yet; the resume finds a campaign that runs."""
    stall = running.workflows.stalls["pause"] = Stall()
    paused = asyncio.create_task(running.ask("pause"))
    await stall.reached.wait()
    assert "running" == await running.ask("resume")
    stall.over.set()
    assert "running" == await paused
    await running.feed(operator, "+14155552673")


async def test_a_resume_that_stood_still_does_not_undo_a_later_pause(
    operator: Operator, running: Running
) -> None:
    await running.ask("pause")
    stall = running.workflows.stalls["resume"] = Stall()
    resumed = asyncio.create_task(running.ask("resume"))
    await stall.reached.wait()
    assert "paused" == await running.ask("pause")
    stall.over.set()
    assert "paused" == await resumed
    assert "running" == await running.ask("resume")
    await running.feed(operator, "+14155552673")
