"""What a call waits for in skipped time: hours, week-ends, clock changes, back-off, a line, another moment."""

import asyncio
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from temporalio.testing import WorkflowEnvironment

from domain.calls import Cancellation, DialAnswer, DialKind, Readiness, ReadinessKind, Reschedule
from domain.campaigns import AttemptCaps, CampaignPlan, CustomWindow, RetryRule
from domain.identifiers import CallId, line_queue
from domain.outcomes import TechnicalResult
from tests.workflows.stage import Stage
from tests.workflows.steps import PlannedCall
from workflows.search_attributes import ATTEMPT, CALL_STATE, NEXT_ATTEMPT_AT

NEW_YORK = ZoneInfo("America/New_York")
WEEKDAYS = CampaignPlan(
    caps=AttemptCaps(gap_seconds=0), hours=(CustomWindow((0, 1, 2, 3, 4), "09:00", "17:00"),)
)
SOON = timedelta(seconds=2)  # so that an update is heard soon while a step stands still
NEW_YORKER = "us|America/New_York|US|NY"


async def test_a_call_waits_over_a_week_end_and_a_clock_change(stage: Stage) -> None:
    """Requirements 23 and 24: asked on a Friday evening, dialled on Monday at nine of the new summer time."""
    friday = _friday_before_summer_time(await stage.steps.now())
    await stage.skip_to(friday)
    call = await stage.start(PlannedCall(hours_key=NEW_YORKER, plan=WEEKDAYS))
    await call.result()
    [dial] = stage.steps.dials
    monday = datetime.combine(friday.astimezone(NEW_YORK).date() + timedelta(days=3), time(9), NEW_YORK)
    assert timedelta(0) <= dial.at - monday.astimezone(UTC) < timedelta(seconds=5)
    assert timedelta(hours=62) == monday.astimezone(UTC) - friday
    asked = [
        later - earlier
        for earlier, later in zip(stage.steps.prepared, stage.steps.prepared[1:], strict=False)
    ]
    assert timedelta(days=1, seconds=5) > max(asked)


def _friday_before_summer_time(now: datetime) -> datetime:
    """Friday, 18:00 in New York, before the second Sunday of the next March."""
    year = now.year + (1 if now.month > 2 else 0)
    first = datetime(year, 3, 1, tzinfo=NEW_YORK)
    sunday = first + timedelta(days=(6 - first.weekday()) % 7 + 7)
    return (sunday - timedelta(days=2)).replace(hour=18).astimezone(UTC)


async def test_three_attempts_back_off_over_days(stage: Stage) -> None:
    """Requirements 30 to 33 and 83: each wait is longer than the one before, and the last attempt ends the call."""
    rule = RetryRule(attempts=3, first_wait_seconds=43_200, factor=4, jitter=0.1)
    plan = CampaignPlan(caps=AttemptCaps(gap_seconds=0), retries={TechnicalResult.BUSY: rule})
    call = await stage.start(PlannedCall(plan=plan, results=[TechnicalResult.BUSY]))
    await call.result()
    first, second, third = stage.steps.dials
    assert [1, 2, 3] == [dial.attempt for dial in stage.steps.dials]
    assert timedelta(hours=12) <= second.at - first.at <= timedelta(hours=13.3)
    assert timedelta(hours=48) <= third.at - second.at <= timedelta(hours=53)
    assert "busy" == stage.steps.calls[_call_id(stage)].closed_as


@pytest.mark.parametrize(
    ("by_temporal", "wait_seconds"), [(timedelta(minutes=-1), 30.0), (timedelta(hours=1), 0.0)]
)
async def test_a_wait_lasts_as_the_clock_says_that_chose_it(
    stage: Stage, by_temporal: timedelta, wait_seconds: float
) -> None:
    """By Temporal's clock the moment is past already, and the call would ask again and again; or it is not past yet."""
    now = await stage.steps.now()
    postponed = DialAnswer(
        DialKind.DEFERRED, now + by_temporal, "The trunk is paused.", wait_seconds=wait_seconds
    )
    stage.steps.dial_answers = [postponed]
    call = await stage.start(PlannedCall())
    await call.result()
    [dial] = stage.steps.dials
    assert timedelta(seconds=wait_seconds) <= dial.at - now < timedelta(seconds=wait_seconds + 10)
    assert 2 == len(stage.steps.prepared)


async def test_a_postponed_dial_uses_no_attempt_and_grows_no_back_off(stage: Stage) -> None:
    """Law 3: deferred five times, the call still makes its first attempt."""
    now = await stage.steps.now()
    stage.steps.dial_answers = [
        DialAnswer(DialKind.DEFERRED, until=now + timedelta(hours=hour), why="The trunk is paused.")
        for hour in range(1, 6)
    ]
    call = await stage.start(PlannedCall())
    await call.result()
    [dial] = stage.steps.dials
    assert 1 == dial.attempt
    assert ["dial 1"] * 6 + ["close 1"] == stage.steps.log
    assert timedelta(0) <= dial.at - (now + timedelta(hours=5)) < timedelta(seconds=5)


async def test_a_call_that_was_found_ready_dials_without_a_look_of_its_own(stage: Stage) -> None:
    """The feeder has looked as it planned the call; who was busy is looked at again before the next attempt."""
    planned = PlannedCall(results=[TechnicalResult.BUSY, TechnicalResult.TALKED])
    ready = Readiness(ReadinessKind.READY, trunk_id=stage.steps.trunk_id)
    call = await stage.start(planned, ready=ready)
    await call.result()
    assert ["dial 1", "close 1", "dial 2", "close 2"] == stage.steps.log
    assert stage.steps.dials[0].at <= stage.steps.prepared[0]


async def test_what_the_feeder_found_is_good_for_one_dial(stage: Stage) -> None:
    """Law 2: the dial found otherwise, so the call looks for itself from then on."""
    now = await stage.steps.now()
    stage.steps.dial_answers = [
        DialAnswer(DialKind.DEFERRED, until=now + timedelta(hours=1), why="The campaign is paused.")
    ]
    chosen = now + timedelta(days=2)
    ready = Readiness(ReadinessKind.READY, trunk_id=stage.steps.trunk_id)
    call = await stage.start(PlannedCall(not_before=chosen), ready=ready)
    await call.result()
    [dial] = stage.steps.dials
    assert ["dial 1", "dial 1", "close 1"] == stage.steps.log
    assert timedelta(0) <= dial.at - chosen < timedelta(seconds=5)


async def test_a_dial_that_is_refused_closes_the_call_without_an_attempt(stage: Stage) -> None:
    """Law 4: an opt-out came between preparation and dial; the next preparation finds the call closed."""
    stage.steps.dial_answers = [DialAnswer(DialKind.REFUSED, why="The number is on a do-not-call list.")]
    planned = PlannedCall()

    async def opt_out(_: object) -> None:
        planned.state = "closed"

    stage.steps.during_dial = opt_out
    call = await stage.start(planned)
    await call.result()
    assert ([], ["dial 1"]) == (stage.steps.dials, stage.steps.log)


async def test_a_call_without_a_free_line_waits_in_one_activity(stage: Stage) -> None:
    """Requirement 15: waiting for a line costs neither slots nor events."""
    call = await stage.start(PlannedCall(line_free=False))
    await call.result()
    assert ["waited for a line", "dial 1", "close 1"] == stage.steps.log


async def test_calls_that_wait_for_a_line_hold_up_no_hang_up(skipping: WorkflowEnvironment) -> None:
    """Requirement 15: they wait on a queue of their own, though the worker has a single place left."""
    line_free = asyncio.Event()
    async with Stage(skipping, steps_at_once=1) as stage:
        stage.steps.before_line = line_free.wait
        live = await stage.start(PlannedCall(told=False))
        await stage.until(lambda: len(stage.steps.dials) == 1)
        waiting = [await stage.start(PlannedCall(line_free=False)) for _ in range(3)]
        await stage.until(lambda: stage.steps.log.count("waited for a line") == 3)
        assert "closed" == await live.execute_update("cancel", Cancellation("an operator"), result_type=str)
        assert 1 == len(stage.steps.hung_up)
        line_free.set()
        for call in waiting:
            await call.result()


async def test_a_call_waits_on_its_trunks_own_queue(stage: Stage) -> None:
    """Requirement 44: thousands that wait for a paused trunk fill its places, and nobody else's."""
    call = await stage.start(PlannedCall(line_free=False))
    await call.result()
    events = (await call.fetch_history()).events
    steps = (event.activity_task_scheduled_event_attributes for event in events)
    queues = {step.activity_type.name: step.task_queue.name for step in steps}
    assert line_queue(stage.steps.trunk_id) == queues["wait_for_line"]


async def test_a_person_who_may_never_be_called_is_never_dialled(stage: Stage) -> None:
    call = await stage.start(PlannedCall(hours_key="nowhere|Europe/Berlin|DE|"))
    await call.result()
    assert ([], []) == (stage.steps.dials, stage.steps.log)


async def test_a_call_whose_row_is_final_ends_at_its_first_step(stage: Stage) -> None:
    """Law 1: a workflow that is started again after the namespace forgot it dials nobody."""
    call = await stage.start(PlannedCall(state="closed"))
    await call.result()
    assert ([], 1) == (stage.steps.dials, len(stage.steps.prepared))


async def test_a_waiting_call_can_be_moved_to_another_moment(stage: Stage) -> None:
    """Requirement 27: earlier or later, the call goes by the new moment."""
    now = await stage.steps.now()
    call = await stage.start(PlannedCall(not_before=now + timedelta(days=20)))
    await stage.until(lambda: len(stage.steps.prepared) == 1)
    wanted = now + timedelta(days=3)
    assert "waiting" == await call.execute_update("reschedule", Reschedule(wanted), result_type=str)
    await call.result()
    [dial] = stage.steps.dials
    assert timedelta(0) <= dial.at - wanted < timedelta(seconds=5)


async def test_a_call_that_was_planned_a_moment_ago_can_be_moved(stage: Stage) -> None:
    """Requirement 27: its rows are being looked at; what they say then is slept upon no more."""
    looked, may_go_on = asyncio.Event(), asyncio.Event()
    wanted = await stage.steps.now() + timedelta(hours=1)

    async def hold(_: object) -> None:
        looked.set()
        await may_go_on.wait()

    stage.steps.during_prepare = hold
    call = await stage.start(PlannedCall(not_before=wanted + timedelta(days=9)), task_timeout=SOON)
    await asyncio.wait_for(looked.wait(), 10)
    assert "claimed" == await call.execute_update("reschedule", Reschedule(wanted), result_type=str)
    may_go_on.set()
    await call.result()
    [dial] = stage.steps.dials
    assert timedelta(0) <= dial.at - wanted < timedelta(seconds=5)


async def test_a_call_goes_by_its_new_moment_when_that_is_stored_and_not_before(stage: Stage) -> None:
    """Requirement 27: the record is away when the operator asks; what the rules say until then is the old moment."""
    now = await stage.steps.now()
    call = await stage.start(PlannedCall(not_before=now + timedelta(days=20)))
    await stage.until(lambda: len(stage.steps.prepared) == 1)
    stage.steps.reschedule_failure = ConnectionError("the record is away")
    wanted = now + timedelta(hours=1)
    changed = asyncio.create_task(call.execute_update("reschedule", Reschedule(wanted), result_type=str))
    await stage.until(lambda: stage.steps.reschedules > 1)
    stage.steps.reschedule_failure = None
    await changed
    await call.result()
    [dial] = stage.steps.dials
    assert timedelta(0) <= dial.at - wanted < timedelta(seconds=5)


async def test_a_waiting_call_is_found_by_its_moment_and_asks_the_rules_every_day(stage: Stage) -> None:
    """Requirement 161; zones and holidays change, so nobody sleeps longer on one answer."""
    until = await stage.steps.now() + timedelta(days=2, hours=12)
    call = await stage.start(PlannedCall(attempts_made=1, not_before=until))
    await stage.until(lambda: len(stage.steps.prepared) == 1)
    await call.query("__temporal_workflow_metadata")  # answered when it waits
    found = (await call.describe()).typed_search_attributes
    assert ("waiting", 2) == (found.get(CALL_STATE), found.get(ATTEMPT))
    told = found.get(NEXT_ATTEMPT_AT)
    assert told is not None
    assert abs(told - until) < timedelta(seconds=1)
    await call.result()
    days = [round((until - asked).total_seconds() / 43_200) for asked in stage.steps.prepared]
    assert [5, 3, 1, 0] == days


async def test_a_woken_call_asks_the_rules_at_once(stage: Stage) -> None:
    """Requirement 101: a resumed campaign's calls do not sleep on."""
    now = await stage.steps.now()
    planned = PlannedCall(not_before=now + timedelta(days=20))
    call = await stage.start(planned)
    await stage.until(lambda: len(stage.steps.prepared) == 1)
    planned.not_before = None
    await call.signal("wake")
    await call.result()
    [dial] = stage.steps.dials
    assert timedelta(minutes=1) > dial.at - now


def _call_id(stage: Stage) -> CallId:
    [call_id] = stage.steps.calls
    return call_id
