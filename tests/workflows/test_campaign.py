"""The campaign's workflow in skipped time: it feeds, rests, pauses, is paced and cancelled; its calls are real workflows."""

import asyncio
from contextlib import suppress
from datetime import datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from temporalio.client import WorkflowFailureError, WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError, CancelledError

from domain.campaigns import CampaignState
from tests.workflows.stage import Stage
from tests.workflows.steps import PlannedCall
from tests.workflows.test_call_news import _taken

pytestmark = pytest.mark.long

NEW_YORK, KOLKATA = ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")


async def test_one_closed_continent_holds_up_no_open_one(stage: Stage) -> None:
    """India sleeps while New York is called, through a window of two; then it is India's turn.

    Requirements 23 and 24.
    """
    morning = _ten_in_new_york(await stage.steps.now())
    await stage.skip_to(morning)
    indians = [PlannedCall(hours_key="in|Asia/Kolkata|IN|") for _ in range(5)]
    new_yorkers = [PlannedCall(hours_key="us|America/New_York|US|NY") for _ in range(5)]
    campaign = await stage.start_campaign([*indians, *new_yorkers], window=2)
    await campaign.result()
    dialled = {id(stage.steps.calls[dial.call_id]): dial.at for dial in stage.steps.dials}
    assert 10 == len(stage.steps.dials)
    assert all(dialled[id(lead)] - morning < timedelta(minutes=10) for lead in new_yorkers)
    assert all(10 <= dialled[id(lead)].astimezone(KOLKATA).hour < 19 for lead in indians)
    assert CampaignState.COMPLETED is stage.feeder.states[-1]


def _ten_in_new_york(now: datetime) -> datetime:
    """The next time it is ten in the morning there, when India's day is over."""
    tomorrow = now.astimezone(NEW_YORK).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(10), NEW_YORK)


async def test_sleeping_calls_do_not_fill_the_window(stage: Stage) -> None:
    """Design, section 5: the window counts calls that are due now."""
    tomorrow = await stage.steps.now() + timedelta(days=1)
    sleeping = [PlannedCall(not_before=tomorrow) for _ in range(6)]
    campaign = await stage.start_campaign([*sleeping, PlannedCall()], window=2)
    await campaign.result()
    first = stage.steps.dials[0]
    assert timedelta(minutes=2) > first.at - (tomorrow - timedelta(days=1))
    assert 7 == len(stage.steps.dials)


async def test_a_campaign_feeds_each_round_under_its_own_number(stage: Stage) -> None:
    """Design, section 5: claims are keyed by campaign and round."""
    campaign = await stage.start_campaign([PlannedCall() for _ in range(5)], window=2)
    await campaign.result()
    assert sorted(stage.feeder.rounds) == list(range(len(stage.feeder.rounds)))
    assert 5 == sum(len(calls) for calls in stage.feeder.rounds.values())


async def test_a_round_that_was_cut_short_goes_on_under_its_own_number(stage: Stage) -> None:
    """Its claims are found again under that number only; under another the rest of its leads would never be started."""
    stage.feeder.most_at_once = 2
    campaign = await stage.start_campaign([PlannedCall() for _ in range(5)], window=5)
    async with asyncio.timeout(30):  # one that forgot how far it had come would go on for ever
        await campaign.result()
    assert 5 == len(stage.feeder.rounds[0]) == len(stage.steps.dials)


async def test_a_paused_campaign_feeds_nobody_until_it_is_resumed(stage: Stage) -> None:
    """Requirement 101: the answers come at once, the waiting calls are woken."""
    held = PlannedCall(told=False)
    campaign = await stage.start_campaign([held, PlannedCall(), PlannedCall()], window=1)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    assert "paused" == await campaign.execute_update("pause", result_type=str)
    rounds = len(stage.feeder.rounds)
    await stage.steps.tell_leg_ended(stage.steps.dials[0].call_id, 1)
    await campaign.query("__temporal_workflow_metadata")
    assert (rounds, 1) == (len(stage.feeder.rounds), len(stage.steps.dials))
    resumed = await stage.steps.now()
    assert "running" == await campaign.execute_update("resume", result_type=str)
    await campaign.result()
    assert (3, 1) == (len(stage.steps.dials), stage.feeder.woken)
    assert all(dial.at - resumed < timedelta(minutes=1) for dial in stage.steps.dials)
    assert ["paused", "running", "completed"] == stage.feeder.states


async def test_another_pace_is_heeded_at_once_by_a_campaign_that_rests(stage: Stage) -> None:
    """Requirement 101: it had nothing to do for a quarter of an hour. From one call to a thousand is a pace."""
    campaign = await stage.start_campaign([PlannedCall()], window=0)
    await stage.until(lambda: len(stage.feeder.fed) == 1)
    for window in (1000, 1):
        assert "running" == await campaign.execute_update("set_pace", window, result_type=str)
        assert window == stage.feeder.window
    await stage.until(lambda: len(stage.steps.dials) == 1)
    await campaign.result()


async def test_leads_that_come_while_a_round_is_under_way_are_looked_for_at_once(stage: Stage) -> None:
    """The round had found nobody, and would have the campaign rest."""
    asleep = PlannedCall(not_before=await stage.steps.now() + timedelta(days=1))
    campaign = await stage.start_campaign([asleep], window=1, task_timeout=timedelta(seconds=3))
    await stage.until(lambda: asleep.state == "waiting")
    await campaign.query("__temporal_workflow_metadata")  # answered when it rests

    async def come() -> None:
        stage.feeder.leads.append(PlannedCall())
        await campaign.signal("look_again")
        await _taken(campaign)

    stage.feeder.after_look = come
    await campaign.signal("look_again")
    await stage.until(lambda: len(stage.steps.dials) == 1)
    await campaign.result()


async def test_another_pace_holds_from_the_next_round_on(stage: Stage) -> None:
    """Requirement 101."""
    held = [PlannedCall(told=False) for _ in range(4)]
    campaign = await stage.start_campaign(held, window=1)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    assert "running" == await campaign.execute_update("set_pace", 4, result_type=str)
    await stage.until(lambda: len(stage.steps.dials) == 4)
    for dial in stage.steps.dials:
        await stage.steps.tell_leg_ended(dial.call_id, 1)
    await campaign.result()


@pytest.mark.parametrize("by_temporal", [False, True], ids=["by update", "by Temporal's Cancel"])
async def test_a_cancelled_campaign_ends_every_call_and_hangs_up(stage: Stage, by_temporal: bool) -> None:
    """Requirement 101: one live call, one that sleeps, one never started."""
    live = PlannedCall(told=False)
    asleep = PlannedCall(not_before=await stage.steps.now() + timedelta(days=9))
    campaign = await stage.start_campaign([asleep, live, PlannedCall()], window=1)
    await stage.until(lambda: len(stage.steps.dials) == 1 and asleep.state == "waiting")
    if by_temporal:
        await campaign.cancel()
        with pytest.raises(WorkflowFailureError):
            await campaign.result()
    else:
        assert "cancelling" == await campaign.execute_update("cancel", result_type=str)
        await campaign.result()
    assert {"cancelled"} == {call.closed_as for call in stage.steps.calls.values()}
    assert not live.leg_live
    assert CampaignState.CANCELLED is stage.feeder.states[-1]
    assert (2, 1) == (len(stage.feeder.calls), len(stage.feeder.leads))


async def test_a_paused_campaign_is_cancelled_at_once(stage: Stage) -> None:
    """Requirement 101: it rests for an hour by itself."""
    campaign = await stage.start_campaign([PlannedCall()], window=1, state=CampaignState.PAUSED)
    assert "cancelling" == await campaign.execute_update("cancel", result_type=str)
    await stage.until(lambda: CampaignState.CANCELLED in stage.feeder.states)
    await campaign.result()
    assert [] == stage.steps.dials


async def test_temporals_cancel_on_top_of_a_cancel_still_ends_every_call(stage: Stage) -> None:
    """Law 6: the campaign is not left in cancelling for ever."""
    live = PlannedCall(told=False)
    campaign = await stage.start_campaign([live], window=1)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    await campaign.execute_update("cancel", result_type=str)
    await campaign.cancel()
    try:
        await campaign.result()
    except WorkflowFailureError:
        assert not live.leg_live
    assert ("cancelled", CampaignState.CANCELLED) == (live.closed_as, stage.feeder.states[-1])


@pytest.mark.parametrize("action", ["pause", "resume"])
@pytest.mark.parametrize("by_temporal", [False, True], ids=["by update", "by Temporal's Cancel"])
async def test_a_campaign_that_is_cancelling_refuses_to_be_paused_or_resumed(
    stage: Stage, action: str, by_temporal: bool
) -> None:
    """Requirement 101, law 10: the answer says what is possible, and the cancel goes on as if nobody had asked."""
    live, go_on = PlannedCall(told=False), asyncio.Event()
    stage.feeder.before_cancel = go_on.wait
    campaign = await stage.start_campaign([live], window=1)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    await (campaign.cancel() if by_temporal else campaign.execute_update("cancel"))
    await stage.until(lambda: stage.feeder.cancel_walks == 1)
    with pytest.raises(WorkflowUpdateFailedError) as refused:
        await campaign.execute_update(action)
    assert isinstance(refused.value.cause, ApplicationError)
    assert ("IllegalTransition", ()) == (refused.value.cause.type, tuple(refused.value.cause.details))
    assert (
        f"A campaign that is cancelling cannot {action}; possible now: none." == refused.value.cause.message
    )
    assert "cancelling" == await campaign.execute_update("cancel", result_type=str)
    go_on.set()
    with suppress(WorkflowFailureError):  # Temporal's own Cancel
        await campaign.result()
    assert ("cancelled", False) == (live.closed_as, live.leg_live)
    assert {"cancelling", "cancelled"} == set(stage.feeder.states)
    assert (CampaignState.CANCELLED, 0) == (stage.feeder.states[-1], stage.feeder.woken)


async def test_a_campaign_is_started_again_from_where_its_row_stands(stage: Stage) -> None:
    """Paused: it feeds nobody until it is resumed. Cancelling: it goes on to cancel."""
    paused = await stage.start_campaign([PlannedCall()], window=1, state=CampaignState.PAUSED)
    await stage.skip_to(await stage.steps.now() + timedelta(hours=3, minutes=30))
    assert {} == stage.feeder.rounds
    assert 40 > len((await paused.fetch_history()).events), "it looks once in an hour"
    assert "running" == await paused.execute_update("resume", result_type=str)
    await paused.result()
    assert 1 == len(stage.steps.dials)
    cancelling = await stage.start_campaign([PlannedCall()], window=1, state=CampaignState.CANCELLING)
    await cancelling.result()
    assert (CampaignState.CANCELLED, 1) == (stage.feeder.states[-1], len(stage.steps.dials))


@pytest.mark.parametrize("end", [CampaignState.COMPLETED, CampaignState.CANCELLED])
async def test_a_campaign_whose_row_is_over_ends_at_its_first_step(stage: Stage, end: CampaignState) -> None:
    """A repair that read the row just before its end starts a run that finds it so."""
    campaign = await stage.start_campaign([PlannedCall()], window=0, state=CampaignState.RUNNING)
    stage.feeder.state = end
    await campaign.result()
    assert ([], []) == (stage.steps.dials, stage.feeder.states)


async def test_resume_answers_before_all_its_calls_are_woken(stage: Stage) -> None:
    """Requirement 101: however many wait, the operator is answered at once."""
    walk = asyncio.Event()
    stage.feeder.before_wake = walk.wait
    campaign = await stage.start_campaign([PlannedCall(told=False)], window=1)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    await campaign.execute_update("pause", result_type=str)
    assert "running" == await campaign.execute_update("resume", result_type=str)
    await stage.until(lambda: stage.feeder.woken == 1)
    walk.set()
    await _finish(stage, campaign.id)


@pytest.mark.parametrize("failure", [None, ApplicationError("unreadable", type="InvalidInput")])
async def test_a_resumed_campaign_looks_again_when_its_calls_are_woken(
    stage: Stage, failure: Exception | None
) -> None:
    """Before they woke it had found nothing to do for a quarter of an hour; also if not all could be woken."""

    async def walk() -> None:
        await stage.until(lambda: len(stage.feeder.fed) > 0)
        stage.feeder.window = 1
        if failure is not None:
            raise failure

    stage.feeder.before_wake = walk
    campaign = await stage.start_campaign([PlannedCall()], window=0, state=CampaignState.PAUSED)
    await campaign.execute_update("resume", result_type=str)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    await campaign.result()


async def test_a_campaign_that_ends_as_it_is_resumed_wakes_its_messages_first(stage: Stage) -> None:
    """Nobody is left to be called, but messages were deferred by the pause: they are not left to their next look."""
    walked = False

    async def walk() -> None:
        nonlocal walked
        await stage.until(lambda: stage.feeder.states[-1] is CampaignState.COMPLETED)
        for _ in range(20):  # a campaign that does not wait has ended long before
            await stage.steps.now()
        walked = True

    stage.feeder.before_wake = walk
    campaign = await stage.start_campaign([], window=1, state=CampaignState.PAUSED)
    await campaign.execute_update("resume", result_type=str)
    await campaign.result()
    assert walked


async def test_temporals_cancel_while_a_round_fails_again_and_again_cancels_the_campaign(
    stage: Stage,
) -> None:
    """Law 6: not a failed workflow over a running row."""
    stage.feeder.feed_failures = 10**6
    campaign = await stage.start_campaign([PlannedCall()], window=1)
    await stage.until(lambda: stage.feeder.feed_failures < 10**6)
    await campaign.cancel()
    with pytest.raises(WorkflowFailureError) as failed:
        await campaign.result()
    assert isinstance(failed.value.cause, CancelledError)
    assert CampaignState.CANCELLED is stage.feeder.states[-1]


@pytest.mark.parametrize("window", [0, 1001])
async def test_a_pace_that_cannot_be_is_refused_and_changes_nothing(stage: Stage, window: int) -> None:
    """Law 10."""
    campaign = await stage.start_campaign([PlannedCall(told=False)], window=1)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    with pytest.raises(WorkflowUpdateFailedError) as refused:
        await campaign.execute_update("set_pace", window)
    assert "between 1 and 1000" in str(refused.value.cause)
    assert 1 == stage.feeder.window
    await _finish(stage, campaign.id)


async def test_leads_that_are_added_are_looked_for_at_once(stage: Stage) -> None:
    """An import was committed while everybody else sleeps; the campaign had nothing to do for a quarter of an hour."""
    now = await stage.steps.now()
    campaign = await stage.start_campaign([PlannedCall(not_before=now + timedelta(days=1))], window=2)
    await stage.until(lambda: len(stage.steps.prepared) == 1)
    await stage.skip_to(now + timedelta(hours=1, minutes=1))
    stage.feeder.leads.append(PlannedCall())
    await campaign.signal("look_again")
    await stage.until(lambda: len(stage.steps.dials) == 1)
    await campaign.result()
    assert 2 == len(stage.steps.dials)


async def test_rows_and_temporal_are_compared_each_half_minute(stage: Stage) -> None:
    """Claimed but never begun: a worker that died between the two has left it so."""
    campaign = await stage.start_campaign([PlannedCall(told=False)], window=1)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    await stage.skip_to(await stage.steps.now() + timedelta(seconds=100))
    assert 3 == stage.feeder.repairs
    await stage.steps.tell_leg_ended(stage.steps.dials[0].call_id, 1)
    await campaign.result()


async def test_a_cancelling_campaign_looks_less_and_less_often_at_what_does_not_end(stage: Stage) -> None:
    """Half a minute apart at the most: 1, 2, 4, 8, 16, 30, 30, 30 seconds."""
    stage.feeder.never_ending, looked = 8, []

    async def note() -> None:
        looked.append(await stage.steps.now())

    stage.feeder.before_cancel = note
    campaign = await stage.start_campaign([], window=1, state=CampaignState.CANCELLING)
    await campaign.result()
    rests = [(after - before).total_seconds() for before, after in pairwise(looked)]
    assert [1, 2, 4, 8, 16, 30, 30, 30] == pytest.approx(rests, abs=0.9)


async def test_an_action_in_effect_answers_as_the_first_one_did(stage: Stage) -> None:
    """Requirement 101: a double resume is one."""
    campaign = await stage.start_campaign([PlannedCall(told=False)], window=1)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    assert "running" == await campaign.execute_update("resume", result_type=str)
    await _finish(stage, campaign.id)


async def _finish(stage: Stage, campaign: str) -> None:
    handle = stage.client.get_workflow_handle(campaign)
    await stage.steps.tell_leg_ended(stage.steps.dials[0].call_id, 1)
    await handle.result()
