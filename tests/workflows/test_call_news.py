"""What a call is told late, early or while somebody else is asked: nothing of it is lost, at any moment of its life."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from temporalio.client import WorkflowHandle
from temporalio.exceptions import ApplicationError
from temporalio.testing import WorkflowEnvironment

from domain.calls import (
    CallRef,
    Cancellation,
    ConversationReported,
    DialAnswer,
    DialKind,
    MessageAnswer,
    PlannedMessage,
)
from domain.identifiers import CallId, attempt_id
from domain.outcomes import BusinessOutcome, TechnicalResult
from tests.workflows.stage import Stage
from tests.workflows.steps import PlannedCall
from tests.workflows.test_call_ends import (
    _begun,
    _by_temporal,
    _by_update,
    _ended,
    _idle,
    _on_the_line,
    _opt_out,
    _report,
)
from workflows.search_attributes import CALL_OUTCOME

pytestmark = pytest.mark.long

Handle = WorkflowHandle[Any, Any]
LOST_THEN_TALKED = [TechnicalResult.CONVERSATION_LOST, TechnicalResult.TALKED]


async def hand_over(
    call: Handle, outcome: BusinessOutcome = BusinessOutcome.OPT_OUT, *, attempt: int = 1
) -> None:
    """The media server gives the workflow what it could not store."""
    report, of = _opt_out(call), attempt_id(CallId(call.id), attempt)
    report = replace(report, attempt_id=of, verdict=replace(report.verdict, outcome=outcome))
    await call.signal("conversation_reported", ConversationReported(f"{of}/reported", of, report))


@pytest.mark.parametrize("cancel", [_by_update, _by_temporal])
async def test_a_cancel_that_comes_with_the_first_task_dials_nobody(
    skipping: WorkflowEnvironment, cancel: Any
) -> None:
    """Requirement 19: asked while no worker runs, answered as soon as one does."""
    stage = Stage(skipping)
    call = await stage.start(PlannedCall(told=False))
    asked = asyncio.create_task(cancel(call))
    await asyncio.wait([asked], timeout=1)  # it has reached Temporal by then; nobody can answer it yet
    async with stage:
        await asked
        await _ended(call, cancel)
    assert ([], ["close cancelled"]) == (stage.steps.dials, stage.steps.log)


async def test_a_cancel_while_a_step_fails_again_and_again_closes_the_call(stage: Stage) -> None:
    """Law 5: whatever keeps the step from succeeding; the call is not left waiting under a workflow that failed."""
    stage.steps.prepare_failures = 10**6
    call = await stage.start(PlannedCall())
    await stage.until(lambda: stage.steps.prepare_failures < 10**6)
    assert "closed" == await call.execute_update("cancel", Cancellation("an operator"), result_type=str)
    await call.result()
    assert ["close cancelled"] == stage.steps.log


async def test_an_opt_out_handed_over_while_the_call_waits_ends_it_at_once(stage: Stage) -> None:
    """Law 4, requirement 35: it is stored now, not after the next dial; nobody is dialled again."""
    planned = PlannedCall(results=LOST_THEN_TALKED)
    call = await stage.start(planned)
    await stage.until(lambda: planned.state == "waiting")
    await hand_over(call)
    await stage.until(lambda: "store opt_out" in stage.steps.log)
    stored_at = await stage.steps.now()  # whoever awaits a result lets time be skipped
    await call.result()
    assert ["dial 1", "close 1", "store opt_out"] == stage.steps.log
    assert planned.not_before is not None
    assert stored_at < planned.not_before, "it did not wait for its next attempt"
    ended_at = (await call.describe()).close_time
    assert ended_at is not None
    assert ended_at < planned.not_before, "nor did the call, before it ended"


async def test_an_answer_that_is_not_final_is_stored_and_the_call_goes_on(stage: Stage) -> None:
    planned = PlannedCall(results=LOST_THEN_TALKED)
    call = await stage.start(planned)
    await stage.until(lambda: planned.state == "waiting")
    await hand_over(call, BusinessOutcome.CALLBACK)
    await call.result()
    assert ["dial 1", "close 1", "store callback", "dial 2", "close 2"] == stage.steps.log


async def test_a_late_report_that_is_stored_already_has_the_call_look(stage: Stage) -> None:
    """The record closed the call: the workflow ends with it, and follows through."""
    planned = PlannedCall(results=LOST_THEN_TALKED, sync_crm=True, messages=(PlannedMessage(0, 0.0),))
    call = await stage.start(planned)
    await stage.until(lambda: len(stage.steps.prepared) == 2)  # before the dial, and behind it
    planned.state, planned.outcome = "closed", BusinessOutcome.INTERESTED
    planned.closed_as = "conversation_lost"
    await call.signal("conversation_reported", _report(call))
    await call.result()
    assert (1, 1, 1) == (len(stage.steps.dials), len(stage.steps.synced), len(stage.steps.sent))
    assert planned.not_before is not None
    assert stage.steps.sent[0] < planned.not_before, "it was woken, and did not wait for its next attempt"


async def test_a_call_that_is_woken_waits_for_all_that_is_being_stored(stage: Stage) -> None:
    """Law 4, and the record is slow: asked before, the rules would not know what was said; a second report waits its turn."""
    planned = PlannedCall(results=LOST_THEN_TALKED)
    call = await stage.start(planned, task_timeout=timedelta(seconds=3))
    await stage.until(lambda: len(stage.steps.prepared) == 2)  # before the dial, and behind it
    stored = asyncio.Event()
    stage.steps.before_store = stored.wait
    await hand_over(call, BusinessOutcome.CALLBACK)
    await hand_over(call, BusinessOutcome.NONE, attempt=7)
    await call.signal("wake")
    await _taken(call, tasks=2)
    assert 2 == len(stage.steps.prepared)
    stored.set()
    await call.result()
    assert ["dial 1", "close 1", "store callback", "store none", "dial 2", "close 2"] == stage.steps.log


async def test_an_attempt_is_closed_when_all_that_was_said_in_it_is_stored(stage: Stage) -> None:
    """Law 4, and the record is slow: closed before, neither a retry nor the do-not-call list would know of it."""
    call, stored = await _on_the_line_while_the_record_is_slow(stage)
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    await _taken(call, tasks=2)
    stored.set()
    await call.result()
    assert ["dial 1", "store opt_out", "close 1"] == stage.steps.log


async def test_a_call_is_cancelled_when_all_that_was_said_in_it_is_stored(stage: Stage) -> None:
    """Law 4: its leg does not wait for a slow record."""
    call, stored = await _on_the_line_while_the_record_is_slow(stage)
    cancelled = asyncio.create_task(_by_update(call))
    await _taken(call, tasks=2, since="activity_task_completed", at_least=2)  # the dial, the hang-up
    stored.set()
    await cancelled
    await call.result()
    assert ["dial 1", "hang up", "store opt_out", "close cancelled"] == stage.steps.log


async def _on_the_line_while_the_record_is_slow(stage: Stage) -> tuple[Handle, asyncio.Event]:
    """A conversation whose report is being stored, until this is set."""
    stored = asyncio.Event()
    stage.steps.before_store = stored.wait
    call = await stage.start(PlannedCall(told=False, talking=True), task_timeout=timedelta(seconds=3))
    await stage.until(lambda: len(stage.steps.dials) == 1)
    await hand_over(call)
    await stage.until(lambda: stage.steps.stores > 0)
    return call, stored


async def test_an_opt_out_handed_over_before_a_follow_up_is_stored_before_it_is_sent(stage: Stage) -> None:
    """Law 4: the message's own decision then finds the number suppressed."""
    call = await stage.start(PlannedCall(messages=(PlannedMessage(0, 3600.0),)))
    await stage.until(lambda: "close 1" in stage.steps.log)
    await hand_over(call)
    await stage.until(lambda: "store opt_out" in stage.steps.log)
    assert [] == stage.steps.sent
    await call.result()


async def test_a_follow_up_that_is_woken_waits_for_an_opt_out_that_is_being_stored(stage: Stage) -> None:
    """Law 4, and the record is slow: asked before, the message's decision would not find the number suppressed."""
    stored, began = asyncio.Event(), await stage.steps.now()
    stage.steps.before_store = stored.wait
    stage.steps.message_answers = [MessageAnswer(sent=False, until=began + timedelta(days=9), why="paused")]
    call = await stage.start(
        PlannedCall(messages=(PlannedMessage(0, 0.0),)), task_timeout=timedelta(seconds=3)
    )
    await stage.until(lambda: not stage.steps.message_answers)
    await _idle(stage, call)
    await hand_over(call)
    await call.signal("wake")
    await _taken(call, tasks=3)  # what the first one asks for leaves with the second
    assert [] == stage.steps.sent
    stored.set()
    await call.result()
    assert 1 == len(stage.steps.sent)


async def test_a_report_that_the_database_refuses_for_good_does_not_hold_the_call(stage: Stage) -> None:
    stage.steps.store_failure = ApplicationError("cannot hold this", type="InvalidInput")
    call = await _on_the_line(stage, PlannedCall(told=False, talking=True))
    await hand_over(call)
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    await call.result()
    assert ["dial 1", "close 1"] == stage.steps.log


@pytest.mark.parametrize("kind", ["CredentialsRefused", "ProviderRefused"])
async def test_a_carrier_that_refuses_our_question_ends_no_call(stage: Stage, kind: str) -> None:
    """A rotated token: the person talks on, and the callback that comes meanwhile is enough, the report as due as ever."""
    planned = PlannedCall(told=False, talking=True)
    stage.steps.carrier_failure = ApplicationError("refused", type=kind)
    call = await _on_the_line(stage, planned)
    await stage.skip_to(await stage.steps.now() + timedelta(minutes=2))
    await stage.until(lambda: len(stage.steps.asked) > 1)
    assert planned.leg_live
    ended = await stage.steps.now()
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    await call.result()
    assert ["dial 1", "close 1"] == stage.steps.log
    assert timedelta(seconds=15) <= stage.steps.closed_at[0] - ended < timedelta(seconds=20)


async def test_a_carrier_that_takes_our_key_again_is_asked_without_a_hand(stage: Stage) -> None:
    planned = PlannedCall(told=False)
    stage.steps.carrier_failure = ApplicationError("refused", type="CredentialsRefused")
    call = await _on_the_line(stage, planned)
    await stage.skip_to(await stage.steps.now() + timedelta(minutes=2))
    await stage.until(lambda: len(stage.steps.asked) > 1)
    stage.steps.carrier_failure, planned.leg_live = None, False
    await call.result()
    assert ["dial 1", "close 1"] == stage.steps.log


async def test_a_carrier_that_refuses_us_is_asked_nothing_more_by_a_cancelled_call_than_to_hang_up(
    stage: Stage,
) -> None:
    planned = PlannedCall(told=False)
    stage.steps.carrier_failure = ApplicationError("refused", type="CredentialsRefused")
    call = await _on_the_line(stage, planned)
    await stage.skip_to(await stage.steps.now() + timedelta(minutes=2))
    await stage.until(lambda: len(stage.steps.asked) > 1)
    cancelled = asyncio.create_task(_by_update(call))
    await stage.until(lambda: len(stage.steps.hung_up) > 1)
    await _taken(call, since="activity_task_cancel_requested")
    stage.steps.carrier_failure = None
    await cancelled
    await call.result()
    assert ["dial 1", "hang up", "close cancelled"] == stage.steps.log


async def test_the_crm_gets_a_call_that_was_refused_after_an_attempt(stage: Stage) -> None:
    """Requirement 91: screen and CRM agree."""
    planned = PlannedCall(results=[TechnicalResult.BUSY], sync_crm=True)
    call = await stage.start(planned)
    await stage.until(lambda: "close 1" in stage.steps.log)
    planned.hours_key = "simulation|||"  # may never be called, as after an opt-out by text message
    await call.result()
    assert ("closed", 1, 1) == (planned.state, len(stage.steps.dials), len(stage.steps.synced))


async def test_the_crm_gets_a_cancelled_conversation_with_its_report(stage: Stage) -> None:
    """Requirement 91: the operator is answered at once, the record waits for what was said, however slow ours is."""
    planned, stored = PlannedCall(told=False, talking=True, sync_crm=True), asyncio.Event()
    stage.steps.before_store = stored.wait
    call = await stage.start(planned, task_timeout=timedelta(seconds=3))
    await stage.until(lambda: len(stage.steps.dials) == 1)

    async def note() -> None:
        stage.steps.log.append("sync")

    stage.steps.before_crm = note
    await _by_update(call)
    assert ["dial 1", "hang up", "close cancelled"] == stage.steps.log
    await _idle(stage, call)
    assert "sync_crm" not in await _begun(call)
    await hand_over(call)
    await _taken(call, tasks=2)
    assert "sync_crm" not in await _begun(call)
    stored.set()
    await call.result()
    assert ["dial 1", "hang up", "close cancelled", "store opt_out", "sync"] == stage.steps.log


async def test_a_cancelled_talk_whose_end_is_told_while_the_carrier_refuses_us_is_waited_for(
    stage: Stage,
) -> None:
    """Its callback says what our question cannot: somebody talked, so the record waits for what was said."""
    stage.steps.carrier_failure = ApplicationError("refused", type="CredentialsRefused")
    call = await _on_the_line(stage, PlannedCall(told=False, talking=True, sync_crm=True))
    cancelled = asyncio.create_task(_by_update(call))
    await stage.until(lambda: len(stage.steps.hung_up) > 1)
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    ended = await stage.steps.now()
    await cancelled
    await call.result()
    [synced] = stage.steps.synced
    assert timedelta(seconds=15) <= synced - ended < timedelta(seconds=25)


async def test_the_crm_gets_a_cancelled_call_in_which_nobody_talked_at_once(stage: Stage) -> None:
    """There is no conversation whose report would have to be waited for."""
    call = await _on_the_line(stage, PlannedCall(told=False, sync_crm=True))
    began = await stage.steps.now()
    await _by_update(call)
    await call.result()
    [synced] = stage.steps.synced
    assert timedelta(seconds=10) > synced - began


async def test_temporals_cancel_of_a_closed_call_closes_it_no_second_time(stage: Stage) -> None:
    """Law 5: it interrupts the wait for a message; the call keeps its end, and what is left to be told is told."""
    later = await stage.steps.now() + timedelta(days=2)
    stage.steps.message_answers = [MessageAnswer(sent=False, until=later, why="paused")]
    planned = PlannedCall(outcome=BusinessOutcome.INTERESTED, messages=(PlannedMessage(0, 0.0),))
    call = await stage.start(planned)
    await stage.until(lambda: not stage.steps.message_answers)
    await _idle(stage, call)
    await _by_temporal(call)
    await _ended(call, _by_temporal)
    assert (["dial 1", "close 1"], "talked", 1) == (
        stage.steps.log,
        planned.closed_as,
        len(stage.steps.sent),
    )
    assert "interested" == (await call.describe()).typed_search_attributes.get(CALL_OUTCOME)


async def test_a_call_that_was_never_dialled_is_not_the_crms_business(stage: Stage) -> None:
    call = await stage.start(PlannedCall(hours_key="simulation|||", sync_crm=True))
    await call.result()
    assert [] == stage.steps.synced


async def test_a_woken_call_asks_again_for_its_deferred_message(stage: Stage) -> None:
    """A campaign that is resumed after a minute sends then, not a quarter of an hour later."""
    began = await stage.steps.now()
    stage.steps.message_answers = [MessageAnswer(sent=False, until=began + timedelta(days=9), why="paused")]
    call = await stage.start(PlannedCall(messages=(PlannedMessage(0, 0.0),)))
    await stage.until(lambda: not stage.steps.message_answers)
    await _idle(stage, call)
    await call.signal("wake")
    await call.result()
    [sent] = stage.steps.sent
    assert timedelta(minutes=1) > sent - began


async def test_a_wake_that_comes_while_the_rules_are_asked_is_heeded(stage: Stage) -> None:
    """The record is slow, and the campaign is resumed meanwhile: what the rules said before is not slept upon."""
    began = await stage.steps.now()
    planned, asked = PlannedCall(not_before=began + timedelta(days=9)), []

    async def during_prepare(ref: CallRef) -> None:
        asked.append(ref)
        if len(asked) > 1:
            planned.not_before = None
            return
        await _woken(stage, ref)

    stage.steps.during_prepare = during_prepare
    call = await stage.start(planned, task_timeout=timedelta(seconds=3))
    await call.result()
    [dial] = stage.steps.dials
    assert timedelta(minutes=1) > dial.at - began


async def test_a_wake_that_comes_while_a_message_is_asked_for_is_heeded(stage: Stage) -> None:
    """The campaign was paused when its step began: resumed meanwhile, it does not wait for the next look at the pause."""
    began = await stage.steps.now()
    stage.steps.message_answers = [MessageAnswer(sent=False, until=began + timedelta(days=9), why="paused")]

    async def during_message(ref: CallRef) -> None:
        stage.steps.during_message = None
        await _woken(stage, ref)

    stage.steps.during_message = during_message
    call = await stage.start(PlannedCall(messages=(PlannedMessage(0, 0.0),)))
    await call.result()
    [sent] = stage.steps.sent
    assert timedelta(minutes=1) > sent - began


async def _woken(stage: Stage, ref: CallRef) -> None:
    """The call is told to look again, and has taken it in."""
    call = stage.client.get_workflow_handle(ref.call_id)
    await call.signal("wake")
    await _taken(call)


async def _taken(
    call: Handle, *, tasks: int = 1, since: str = "workflow_execution_signaled", at_least: int = 1
) -> None:
    """The last of such events has reached the workflow, though a step of it lasts, and so many tasks have begun since."""
    async with asyncio.timeout(20):
        while True:
            kinds = [event.WhichOneof("attributes") async for event in call.fetch_history_events()]
            told = [place for place, kind in enumerate(kinds) if kind == f"{since}_event_attributes"]
            if (
                len(told) >= at_least
                and kinds[told[-1] :].count("workflow_task_started_event_attributes") >= tasks
            ):
                return


async def test_a_wake_does_not_send_a_message_before_its_time(stage: Stage) -> None:
    call = await stage.start(PlannedCall(messages=(PlannedMessage(0, 3600.0),)))
    await stage.until(lambda: "close 1" in stage.steps.log)
    await call.signal("wake")
    await call.result()
    [closed], [sent] = stage.steps.closed_at, stage.steps.sent
    assert timedelta(minutes=59) < sent - closed


async def test_a_refused_dial_is_asked_of_the_rules_again(stage: Stage) -> None:
    """The dial's refusal closed the call: its own first step says so, and no attempt is closed in its name."""
    stage.steps.dial_answers = [DialAnswer(DialKind.REFUSED, why="The number is on a do-not-call list.")]
    planned = PlannedCall()
    call = await stage.start(planned)
    await stage.until(lambda: "dial 1" in stage.steps.log)
    planned.state = "closed"
    await call.result()
    assert (["dial 1"], [], 2) == (stage.steps.log, stage.steps.dials, len(stage.steps.prepared))


@pytest.mark.parametrize("cancelled", ["before it is followed", "when nothing is left", "never"])
async def test_a_report_handed_over_while_a_call_is_followed_is_stored(stage: Stage, cancelled: str) -> None:
    """Law 4: the CRM has its record, the report has no row yet; the workflow ends behind both, also by Temporal's Cancel."""
    planned = PlannedCall(told=cancelled != "before it is followed", sync_crm=True)
    call = await stage.start(planned, task_timeout=timedelta(seconds=2))
    crm, in_crm = asyncio.Event(), asyncio.Event()

    async def before_crm() -> None:
        in_crm.set()
        await crm.wait()

    stage.steps.before_crm = before_crm
    await stage.until(lambda: len(stage.steps.dials) == 1)
    if cancelled == "before it is followed":
        await call.cancel()
    await stage.until(in_crm.is_set)
    stage.steps.store_failure = ConnectionError("the record is away")
    await hand_over(call)
    await stage.until(lambda: stage.steps.stores > 0)
    crm.set()
    await stage.until(lambda: len(stage.steps.synced) == 1)
    # Three seconds from the first; the workflow hears of the CRM within two.
    await stage.until(lambda: stage.steps.stores >= 5)
    if cancelled == "when nothing is left":
        await call.cancel()
        await stage.until(lambda: stage.steps.stores >= 6)
    stage.steps.store_failure = None
    await stage.until(lambda: "store opt_out" in stage.steps.log)
    await _ended(call, _by_temporal if cancelled == "before it is followed" else _by_update)
