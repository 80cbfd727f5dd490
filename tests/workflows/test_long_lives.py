"""What may last for months goes on in another run before its history is too long, and takes along what it must know.

Every history counts as long here, so that each chance to go on is taken. Nothing is told to a workflow that is about to:
Temporal fails such a task and gives it again with the news, without end if the news keep coming; and this Temporal
refuses what is told between two runs.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from temporalio.client import WorkflowExecutionStatus, WorkflowHandle, WorkflowUpdateFailedError
from temporalio.testing import WorkflowEnvironment

from domain.calls import (
    AfterAttempt,
    Cancellation,
    DialAnswer,
    DialKind,
    MessageAnswer,
    PlannedMessage,
    Reschedule,
)
from domain.campaigns import CampaignState
from domain.outcomes import BusinessOutcome, TechnicalResult
from tests.workflows.long_histories import LongHistories
from tests.workflows.stage import Stage
from tests.workflows.steps import PlannedCall
from tests.workflows.test_call_news import hand_over

pytestmark = pytest.mark.long

Handle = WorkflowHandle[Any, Any]


# So that a call hears soon what it is told while a step of it fails.
SOON = timedelta(seconds=2)
LIMIT = 60.0  # seconds for what would never come


@pytest.fixture
def histories() -> LongHistories:
    """All of them."""
    return LongHistories()


@pytest_asyncio.fixture
async def stage(skipping: WorkflowEnvironment, histories: LongHistories) -> AsyncIterator[Stage]:
    """Where every history is long."""
    async with Stage(skipping, runner=histories) as opened:
        yield opened
        # A worker does not end before its steps do.
        opened.steps.reschedule_failure = opened.steps.store_failure = None


async def _went_on(stage: Stage, started: Handle) -> bool:
    first = stage.client.get_workflow_handle(started.id, run_id=started.first_execution_run_id)
    return (await first.describe()).status is WorkflowExecutionStatus.CONTINUED_AS_NEW


async def _ends(started: Handle) -> None:
    """In whichever run; one that goes on for ever fails here."""
    async with asyncio.timeout(LIMIT):
        await started.result()


def _latest(stage: Stage, started: Handle) -> Handle:
    """Whichever run it is in."""
    return stage.client.get_workflow_handle(started.id)


async def test_a_call_that_waits_for_months_goes_on(stage: Stage) -> None:
    planned = PlannedCall(not_before=await stage.steps.now() + timedelta(days=20))
    call = await stage.start(planned)
    await stage.env.sleep(timedelta(days=2, hours=12))
    assert await _went_on(stage, call)
    assert (3, 0) == (len(stage.steps.prepared), len(stage.steps.dials))
    cancelled = await _latest(stage, call).execute_update(
        "cancel", Cancellation("an operator"), result_type=str
    )
    assert ("closed", "cancelled") == (cancelled, planned.closed_as)
    await _ends(call)


async def test_a_call_whose_turn_is_lost_again_and_again_goes_on(stage: Stage) -> None:
    """A trunk that stays paused: each dial is postponed to no moment, and waits for its line anew."""
    stage.steps.dial_answers = [DialAnswer(DialKind.DEFERRED, why="The trunk is paused.")] * 2
    call = await stage.start(PlannedCall())
    await _ends(call)
    assert await _went_on(stage, call)
    assert (["dial 1"] * 3 + ["close 1"], 1) == (stage.steps.log, len(stage.steps.dials))


async def _about_to_go_on(stage: Stage, histories: LongHistories) -> tuple[Handle, asyncio.Task[str]]:
    """A call that would go on if a change of its moment could be stored, and the change, which is answered then."""
    now = await stage.steps.now()
    call = await stage.start(PlannedCall(not_before=now + timedelta(days=20)), task_timeout=SOON)
    await stage.until(lambda: len(stage.steps.prepared) == 1)
    stage.steps.reschedule_failure = ConnectionError("the record is away")
    change = Reschedule(now + timedelta(days=10))
    changed = asyncio.create_task(call.execute_update("reschedule", change, result_type=str))
    await stage.until(lambda: stage.steps.reschedules > 0)
    await call.signal("wake")
    await stage.until(lambda: "wake" in histories.signals)
    return call, changed


async def test_a_cancel_of_a_call_that_is_about_to_go_on_ends_it(
    stage: Stage, histories: LongHistories
) -> None:
    """Requirement 89: there is no other run, which would know nothing of it."""
    call, changed = await _about_to_go_on(stage, histories)
    async with asyncio.timeout(LIMIT):
        assert "closed" == await call.execute_update("cancel", Cancellation("an operator"), result_type=str)
    stage.steps.reschedule_failure = None
    await changed
    await _ends(call)
    assert not await _went_on(stage, call)
    assert ["close cancelled"] == stage.steps.log


async def test_what_a_call_is_told_that_is_about_to_go_on_is_stored(
    stage: Stage, histories: LongHistories
) -> None:
    """Law 4: handed over because the record is away, it is in no row; another run would know nothing of it."""
    call, changed = await _about_to_go_on(stage, histories)
    stage.steps.store_failure = ConnectionError("the record is away")
    await hand_over(call)
    await stage.until(lambda: stage.steps.stores > 0)
    stage.steps.reschedule_failure = None
    await changed
    stage.steps.store_failure = None
    await stage.until(lambda: "store opt_out" in stage.steps.log)
    await _ends(call)
    assert [] == stage.steps.dials


async def test_a_closed_call_that_went_on_refuses_a_cancel_from_its_first_task_on(
    skipping: WorkflowEnvironment,
) -> None:
    """Taken in, it would be waited for by the next run's beginning, and wait for that one's end itself."""
    stage = Stage(skipping, runner=LongHistories())
    left = AfterAttempt(
        True, TechnicalResult.TALKED, BusinessOutcome.NONE, messages=(PlannedMessage(0, 86_400.0),)
    )
    stage.steps.message_answers = [MessageAnswer(False, until=await stage.steps.now() + timedelta(days=2))]
    call = await stage.start(PlannedCall(), following=left)
    asked = asyncio.create_task(call.execute_update("cancel", Cancellation("an operator"), result_type=str))
    await asyncio.wait([asked], timeout=1)  # it has reached Temporal by then; nobody can answer it yet
    async with stage:
        with pytest.raises(WorkflowUpdateFailedError):
            await asked
        await _ends(call)
    assert 1 == len(stage.steps.sent)


async def test_a_paused_campaign_goes_on_and_stays_paused(stage: Stage) -> None:
    campaign = await stage.start_campaign([PlannedCall()], window=1, state=CampaignState.PAUSED)
    await stage.env.sleep(timedelta(hours=2, minutes=30))
    assert await _went_on(stage, campaign)
    assert {} == stage.feeder.rounds
    assert "running" == await _latest(stage, campaign).execute_update("resume", result_type=str)
    await _ends(campaign)
    assert (1, CampaignState.COMPLETED) == (len(stage.steps.dials), stage.feeder.states[-1])


async def test_a_pause_of_a_campaign_that_is_about_to_go_on_holds(stage: Stage) -> None:
    """Requirement 101: it waits for a walk through its calls to end, and is paused again meanwhile."""
    walk = asyncio.Event()
    stage.feeder.before_wake = walk.wait
    campaign = await stage.start_campaign([PlannedCall()], window=1, state=CampaignState.PAUSED)
    await campaign.query("__temporal_workflow_metadata")  # answered when it rests
    assert "running" == await campaign.execute_update("resume", result_type=str)
    await stage.until(lambda: stage.feeder.woken == 1)
    assert "paused" == await campaign.execute_update("pause", result_type=str)
    walk.set()
    await stage.env.sleep(timedelta(hours=2, minutes=30))
    assert await _went_on(stage, campaign)
    assert ({}, []) == (stage.feeder.rounds, stage.steps.dials)
    assert "running" == await _latest(stage, campaign).execute_update("resume", result_type=str)
    await _ends(campaign)
    assert 1 == len(stage.steps.dials)


async def test_a_campaign_uses_no_rounds_number_twice(stage: Stage) -> None:
    """Design, section 5: a repeated round claims the same leads, so a number that came again would start nobody."""
    campaign = await stage.start_campaign([PlannedCall() for _ in range(5)], window=1)
    await _ends(campaign)
    assert await _went_on(stage, campaign)
    assert stage.feeder.fed == list(range(len(stage.feeder.fed)))
    assert 5 == sum(len(calls) for calls in stage.feeder.rounds.values()) == len(stage.steps.dials)


async def test_a_campaign_goes_on_between_two_rounds_not_within_one(stage: Stage) -> None:
    """Another run would not know which of the round's calls were started, and start them all again."""
    stage.feeder.most_at_once = 2
    campaign = await stage.start_campaign([PlannedCall() for _ in range(5)], window=5)
    await _ends(campaign)
    assert await _went_on(stage, campaign)
    assert 5 == len(stage.feeder.rounds[0]) == len(stage.steps.dials)


async def test_a_cancel_that_cannot_end_goes_on(stage: Stage) -> None:
    """A call whose carrier cannot be reached: the campaign waits for it as long as it takes."""
    stage.feeder.never_ending = 3
    campaign = await stage.start_campaign([], window=1, state=CampaignState.CANCELLING)
    await _ends(campaign)
    assert await _went_on(stage, campaign)
    assert (4, CampaignState.CANCELLED) == (stage.feeder.cancel_walks, stage.feeder.states[-1])


async def test_messages_that_are_deferred_for_months_go_on_and_are_sent_once(stage: Stage) -> None:
    """The first is deferred and sent, the second deferred when only it is left."""
    now = await stage.steps.now()
    later = MessageAnswer(sent=False, until=now + timedelta(hours=1), why="The campaign is paused.")
    much_later = MessageAnswer(sent=False, until=now + timedelta(days=9), why="The campaign is paused.")
    stage.steps.message_answers = [later, later, MessageAnswer(sent=True), much_later]
    messages = (PlannedMessage(0, 0.0), PlannedMessage(1, 86_400.0 * 3))
    call = await stage.start(PlannedCall(sync_crm=True, messages=messages))
    await _ends(call)
    assert await _went_on(stage, call)
    assert (2, 1, 1) == (len(stage.steps.sent), len(stage.steps.synced), len(stage.steps.dials))
    assert [0, 1] == stage.steps.sent_rules
    assert timedelta(days=3) <= stage.steps.first_asked[1] - now < timedelta(days=4), (
        "its own delay went on too"
    )
    first, second = (sent - now for sent in stage.steps.sent)
    assert timedelta(hours=1) <= first < timedelta(hours=2) < timedelta(days=9) <= second
