"""What operators ask of a campaign counts in the order of the numbers that the database gave their acts, not in the order
in which it comes to the workflow, or in which the row answers.

Another run, and a worker that takes a campaign up from its history, decide the same.
"""

import asyncio
from datetime import timedelta

import pytest
from temporalio.client import (
    WorkflowExecutionStatus,
    WorkflowFailureError,
    WorkflowHandle,
    WorkflowUpdateFailedError,
)
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Replayer

from domain.campaigns import CampaignState
from domain.identifiers import act_update_id
from tests.workflows.long_histories import LongHistories
from tests.workflows.stage import Stage
from tests.workflows.steps import PlannedCall
from worker import WORKFLOWS, workflow_runner

pytestmark = pytest.mark.long

Campaign = WorkflowHandle[object, None]
CANCELLED = [CampaignState.CANCELLING, CampaignState.CANCELLED]
SOON = timedelta(seconds=2)  # so that an update is heard soon while a step stands still


async def test_a_pause_that_is_older_than_a_resume_pauses_nobody(stage: Stage) -> None:
    """The row knows of the resume, which had nothing to change; the workflow never heard of it."""
    campaign = await _running(stage)
    stage.feeder.act = 2
    assert "running" == await _ask(campaign, "pause", 1)
    await _ends(stage, campaign)
    assert (3, [CampaignState.COMPLETED]) == (len(stage.steps.dials), stage.feeder.states)


async def test_a_resume_that_is_older_than_a_pause_wakes_nobody(stage: Stage) -> None:
    campaign = await _running(stage)
    assert "paused" == await _ask(campaign, "pause", 2)
    assert "paused" == await _ask(campaign, "resume", 1)
    assert (0, [CampaignState.PAUSED]) == (stage.feeder.woken, stage.feeder.states)
    assert "running" == await _ask(campaign, "resume", 3)
    await _ends(stage, campaign)
    assert (3, 1) == (len(stage.steps.dials), stage.feeder.woken)


async def test_an_answer_that_comes_late_sets_no_newer_one_back(stage: Stage) -> None:
    """The row was paused, then resumed; its first answer is the last to come."""
    campaign = await _running(stage, task_timeout=SOON)
    resumed = asyncio.Event()
    stage.feeder.late_answers[1] = resumed.wait
    paused = asyncio.create_task(_ask(campaign, "pause", 1))
    await stage.until(lambda: stage.feeder.acts == [1])
    assert "running" == await _ask(campaign, "resume", 2)
    resumed.set()
    assert "running" == await paused, "as it stands by then"
    await _ends(stage, campaign)
    assert 3 == len(stage.steps.dials)
    assert [CampaignState.PAUSED, CampaignState.RUNNING, CampaignState.COMPLETED] == stage.feeder.states


async def test_a_refusal_that_comes_late_sets_no_newer_act_back(stage: Stage) -> None:
    """The row knew of a resume when it refused the pause before it; a newer pause has come to the row since."""
    campaign = await _running(stage, task_timeout=SOON)
    refused = asyncio.Event()
    stage.feeder.act, stage.feeder.late_answers[1] = 2, refused.wait
    old = asyncio.create_task(_ask(campaign, "pause", 1))
    await stage.until(lambda: stage.feeder.acts == [1])
    assert "paused" == await _ask(campaign, "pause", 3)
    refused.set()
    assert "paused" == await old
    assert "running" == await _ask(campaign, "resume", 4)
    await _ends(stage, campaign)
    assert [CampaignState.PAUSED, CampaignState.RUNNING, CampaignState.COMPLETED] == stage.feeder.states


async def test_what_is_sent_again_has_no_second_effect(stage: Stage) -> None:
    campaign = await _running(stage)
    await _ask(campaign, "pause", 1)
    await _ask(campaign, "resume", 2)
    assert "paused" == await _ask(campaign, "pause", 1), "as it was answered then"
    await _ends(stage, campaign)
    assert (3, [1, 2, 0]) == (len(stage.steps.dials), stage.feeder.acts)


async def test_another_run_takes_no_older_act_either(skipping: WorkflowEnvironment) -> None:
    """Temporal remembers of each run only what was asked of that one."""
    async with Stage(skipping, runner=LongHistories()) as stage:
        campaign = await stage.start_campaign([PlannedCall()], window=1, state=CampaignState.PAUSED)
        stage.feeder.act = 2
        await skipping.sleep(timedelta(minutes=90))
        first = stage.client.get_workflow_handle(campaign.id, run_id=campaign.first_execution_run_id)
        assert (await first.describe()).status is WorkflowExecutionStatus.CONTINUED_AS_NEW
        latest = stage.client.get_workflow_handle(campaign.id, result_type=type(None))
        assert "paused" == await _ask(latest, "resume", 1)
        assert ([], 0) == (stage.feeder.states, stage.feeder.woken)
        assert "running" == await _ask(latest, "resume", 3)
        await campaign.result()
    assert 1 == len(stage.steps.dials)


@pytest.mark.parametrize("number", ["4d6f1c", "act/", "act/one"])
async def test_what_has_no_number_is_taken_as_it_comes(stage: Stage, number: str) -> None:
    """An API of before sends none, and neither does Temporal's own interface."""
    campaign = await _running(stage)
    await _ask(campaign, "pause", 1)
    await _ask(campaign, "resume", 2)
    assert "paused" == await campaign.execute_update("pause", id=number, result_type=str)
    assert "running" == await campaign.execute_update("resume", result_type=str)
    await _ends(stage, campaign)
    assert [1, 2, 0, 0, 0] == stage.feeder.acts


async def test_a_cancel_counts_whatever_its_number(stage: Stage) -> None:
    """Nobody wishes for anything after it."""
    campaign = await _running(stage)
    stage.feeder.act = 2
    await _ask(campaign, "cancel", 1)
    await campaign.result()
    assert CANCELLED == stage.feeder.states


async def test_no_late_answer_sets_a_campaign_going_that_is_cancelling(stage: Stage) -> None:
    """Temporal's own Cancel has no number; the row was paused before it, and says so while the cancel is being stored."""
    campaign = await _running(stage, task_timeout=SOON)
    answered, heard, go_on = asyncio.Event(), asyncio.Event(), asyncio.Event()
    stage.feeder.late_answers = {1: answered.wait, 0: heard.wait}
    stage.feeder.before_cancel = go_on.wait
    paused = asyncio.create_task(_ask(campaign, "pause", 1))
    await stage.until(lambda: stage.feeder.acts == [1])
    await campaign.cancel()
    await stage.until(lambda: stage.feeder.acts == [1, 0])
    answered.set()
    assert "cancelling" == await paused
    heard.set()
    await stage.until(lambda: stage.feeder.cancel_walks == 1)
    with pytest.raises(WorkflowUpdateFailedError):
        await _ask(campaign, "resume", 2)
    go_on.set()
    with pytest.raises(WorkflowFailureError):
        await campaign.result()
    assert [CampaignState.PAUSED, *CANCELLED] == stage.feeder.states


@pytest.mark.parametrize("action", ["pause", "resume"])
async def test_what_is_asked_in_the_moment_of_the_end_leaves_no_workflow_behind(
    stage: Stage, action: str
) -> None:
    """The row is completed, which the workflow has not heard yet."""
    campaign = await stage.start_campaign([], window=1, state=CampaignState.PAUSED)
    stage.feeder.state = CampaignState.COMPLETED
    assert "completed" == await _ask(campaign, action, 1)
    await campaign.result()
    assert ([], 0) == (stage.feeder.states, stage.feeder.woken)


async def test_another_pace_is_stored_with_the_number_of_its_act(stage: Stage) -> None:
    """The row refuses an older one."""
    campaign = await _running(stage)
    await campaign.execute_update("set_pace", 2, id=act_update_id(7))
    await campaign.execute_update("set_pace", 1)
    assert [7, 0] == stage.feeder.pace_acts
    await _ends(stage, campaign)


async def test_a_campaign_that_was_given_leads_while_its_end_was_stored_goes_on(stage: Stage) -> None:
    async def come() -> None:
        stage.feeder.before_end = None
        stage.feeder.leads = [PlannedCall()]

    stage.feeder.before_end = come
    campaign = await stage.start_campaign([PlannedCall()], window=1)
    await campaign.result()
    await _replays(stage, campaign)
    assert (2, [CampaignState.COMPLETED]) == (len(stage.steps.dials), stage.feeder.states)


async def _running(stage: Stage, task_timeout: timedelta | None = None) -> Campaign:
    """A campaign of three leads, the first of whom is being called."""
    leads = [PlannedCall(told=False), PlannedCall(), PlannedCall()]
    campaign = await stage.start_campaign(leads, window=1, task_timeout=task_timeout)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    return campaign


async def _ask(campaign: Campaign, update: str, act: int) -> str:
    """What the workflow answers to this act."""
    answer: str = await campaign.execute_update(update, id=act_update_id(act), result_type=str)
    return answer


async def _ends(stage: Stage, campaign: Campaign) -> None:
    """The first call ends, and with the others the campaign."""
    await stage.steps.tell_leg_ended(stage.steps.dials[0].call_id, 1)
    await campaign.result()
    await _replays(stage, campaign)


async def _replays(stage: Stage, campaign: Campaign) -> None:
    """A worker that takes it up from its history does the same."""
    replayer = Replayer(
        workflows=WORKFLOWS, data_converter=stage.client.data_converter, workflow_runner=workflow_runner()
    )
    await replayer.replay_workflow(await campaign.fetch_history())
