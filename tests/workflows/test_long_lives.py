"""What may last for months goes on in another run before its history is too long, and takes along what it must know.

A history counts as long here when it has a few events more than an ordinary one.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from temporalio import workflow
from temporalio.client import WorkflowExecutionStatus, WorkflowHandle
from temporalio.service import RPCError
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import UnsandboxedWorkflowRunner

from database.sealing import KeyRing
from domain.calls import Cancellation, MessageAnswer, PlannedMessage
from domain.campaigns import CampaignState
from tests.workflows.conftest import time_skipping
from tests.workflows.stage import Stage
from tests.workflows.steps import PlannedCall

Handle = WorkflowHandle[Any, Any]
pytestmark = pytest.mark.alone


@pytest_asyncio.fixture(scope="module")
async def skipping(key_ring: KeyRing) -> AsyncIterator[WorkflowEnvironment]:
    """Of their own: histories are looked at again and again here, and nobody else's months may lie in between."""
    async with time_skipping(key_ring) as env:
        yield env


@pytest_asyncio.fixture
async def stage(skipping: WorkflowEnvironment, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """Outside the sandbox, where what a workflow is told of its history cannot be replaced."""

    def is_long(info: workflow.Info) -> bool:
        return info.get_current_history_length() > 25

    monkeypatch.setattr(workflow.Info, "is_continue_as_new_suggested", is_long)
    async with Stage(skipping, runner=UnsandboxedWorkflowRunner()) as opened:
        yield opened


async def _goes_on(call: Handle, say: Callable[[], Any]) -> None:
    """Say it again, each time it was taken in, until another run has begun."""
    first = seen = await call.describe()
    async with asyncio.timeout(90):
        while seen.run_id == first.run_id:
            with suppress(RPCError):  # what is said between two runs this test server refuses
                await say()
            before = seen
            # The signal, and a task that was scheduled, started and completed for it.
            while seen.run_id == first.run_id and seen.history_length < before.history_length + 4:
                seen = await call.describe()
    assert WorkflowExecutionStatus.RUNNING is seen.status


async def test_a_call_that_waits_for_months_goes_on(stage: Stage) -> None:
    """A paused campaign's calls look again every quarter of an hour."""
    planned = PlannedCall(not_before=await stage.steps.now() + timedelta(days=20))
    call = await stage.start(planned)
    await _goes_on(call, lambda: call.signal("wake"))
    assert [] == stage.steps.dials
    handle = stage.client.get_workflow_handle(call.id)
    assert "closed" == await handle.execute_update("cancel", Cancellation("an operator"), result_type=str)
    assert "cancelled" == planned.closed_as


async def test_a_paused_campaign_goes_on_and_stays_paused(stage: Stage) -> None:
    campaign = await stage.start_campaign([PlannedCall()], window=1, state=CampaignState.PAUSED)
    await _goes_on(campaign, lambda: campaign.signal("look_again"))
    assert {} == stage.feeder.rounds
    handle = stage.client.get_workflow_handle(campaign.id)
    assert "running" == await handle.execute_update("resume", result_type=str)
    await stage.until(lambda: stage.feeder.states[-1:] == [CampaignState.COMPLETED])
    assert 1 == len(stage.steps.dials)


async def test_a_campaign_uses_no_rounds_number_twice(stage: Stage) -> None:
    """Design, section 5: a repeated round claims the same leads, so a number that came again would start nobody."""
    campaign = await stage.start_campaign([PlannedCall() for _ in range(30)], window=1)
    await campaign.result()
    assert sorted(stage.feeder.rounds) == list(range(len(stage.feeder.rounds)))
    assert 30 == sum(len(calls) for calls in stage.feeder.rounds.values()) == len(stage.steps.dials)
    first = stage.client.get_workflow_handle(campaign.id, run_id=campaign.first_execution_run_id)
    assert WorkflowExecutionStatus.CONTINUED_AS_NEW is (await first.describe()).status


async def test_a_cancel_that_cannot_end_goes_on(stage: Stage) -> None:
    """A call whose carrier cannot be reached: the campaign waits for it as long as it takes."""
    stage.feeder.never_ending = 12
    campaign = await stage.start_campaign([], window=1, state=CampaignState.CANCELLING)
    await campaign.result()
    assert (13, CampaignState.CANCELLED) == (stage.feeder.cancel_walks, stage.feeder.states[-1])
    first = stage.client.get_workflow_handle(campaign.id, run_id=campaign.first_execution_run_id)
    assert WorkflowExecutionStatus.CONTINUED_AS_NEW is (await first.describe()).status


async def test_a_message_that_is_deferred_for_months_goes_on_and_is_sent_once(stage: Stage) -> None:
    now = await stage.steps.now()
    stage.steps.message_answers = [
        MessageAnswer(sent=False, until=now + timedelta(hours=hour), why="The campaign is paused.")
        for hour in range(1, 13)
    ]
    call = await stage.start(
        PlannedCall(sync_crm=True, messages=(PlannedMessage(0, 0.0), PlannedMessage(1, 86_400.0 * 3)))
    )
    await call.result()
    assert (2, 1, 1) == (len(stage.steps.sent), len(stage.steps.synced), len(stage.steps.dials))
    assert timedelta(days=2, hours=23) < stage.steps.sent[1] - now
    first = stage.client.get_workflow_handle(call.id, run_id=call.first_execution_run_id)
    assert WorkflowExecutionStatus.CONTINUED_AS_NEW is (await first.describe()).status
