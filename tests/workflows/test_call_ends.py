"""How a dialled call ends: two ends in any order, deadlines where the word is lost, and the one path of a cancel."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from temporalio.client import WorkflowFailureError, WorkflowHandle, WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError, CancelledError

from domain.calls import Cancellation, ConversationReported, DialAnswer, DialKind, LegEnded, Reschedule
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.identifiers import AccountId, CallId, attempt_id
from domain.outcomes import BusinessOutcome, TechnicalResult
from tests.workflows.stage import Stage
from tests.workflows.steps import PlannedCall
from workflows.search_attributes import CALL_OUTCOME, CALL_STATE

Handle = WorkflowHandle[object, None]
Cancel = Callable[[Handle], Awaitable[Any]]


async def _by_update(call: Handle) -> None:
    await call.execute_update("cancel", Cancellation("an operator"), result_type=str)


async def _by_temporal(call: Handle) -> None:
    await call.cancel(reason="an operator")


both_ways = pytest.mark.parametrize("cancel", [_by_update, _by_temporal])


async def test_the_end_of_the_leg_may_be_told_before_the_dial_answers(stage: Stage) -> None:
    """Law 5: a callback overtakes the answer to the request that caused it."""
    call = await stage.start(PlannedCall())
    began = await stage.steps.now()
    await call.result()
    assert ["dial 1", "close 1"] == stage.steps.log
    assert [] == stage.steps.asked
    assert timedelta(seconds=10) > stage.steps.closed_at[0] - began


async def test_a_call_closes_when_both_ends_are_in(stage: Stage) -> None:
    """Law 5: the conversation was connected, so the leg's end alone does not close the call."""
    call = await _on_the_line(stage, PlannedCall(told=False, talking=True))
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    await _idle(stage, call)
    assert ["dial 1"] == stage.steps.log
    await call.signal("conversation_reported", _report(call))
    await call.result()
    assert ["dial 1", "close 1"] == stage.steps.log


async def test_the_report_may_come_before_the_leg_ends(stage: Stage) -> None:
    """Law 5: completed before the conversation's report, or after it."""
    call = await _on_the_line(stage, PlannedCall(told=False, talking=True))
    await call.signal("conversation_reported", _report(call))
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    began = await stage.steps.now()
    await call.result()
    assert timedelta(seconds=10) > stage.steps.closed_at[0] - began


async def test_a_report_that_media_could_not_store_is_stored_before_the_close(stage: Stage) -> None:
    """Law 4: the record was away while the person opted out. Handed over twice, it is stored once, and waited for no longer."""
    call = await _on_the_line(stage, PlannedCall(told=False, talking=True))
    for _ in range(2):
        await call.signal("conversation_reported", replace(_report(call), unstored=_opt_out(call)))
    await call.signal("conversation_reported", _report(call))
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    ended = await stage.steps.now()
    await call.result()
    assert ["dial 1", "store opt_out", "close 1"] == stage.steps.log
    assert timedelta(seconds=10) > stage.steps.closed_at[0] - ended


async def test_a_report_that_comes_while_the_call_is_cancelled_is_stored_too(stage: Stage) -> None:
    call = await _on_the_line(stage, PlannedCall(told=False, talking=True))
    await call.signal("conversation_reported", replace(_report(call), unstored=_opt_out(call)))
    await _by_update(call)
    await call.result()
    assert ["dial 1", "store opt_out", "hang up", "close cancelled"] == stage.steps.log


async def test_repeated_signals_change_nothing(stage: Stage) -> None:
    """Law 5, requirement 13: the first word counts, the later ones neither close nor dial anything again."""
    call = await _on_the_line(stage, PlannedCall(told=False, talking=True))
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    stage.steps.calls[CallId(call.id)].talking = False
    for _ in range(3):
        await stage.steps.tell_leg_ended(CallId(call.id), 1)
        await call.signal("leg_ended", LegEnded("another", attempt_id(CallId("call_of_nobody"), 1), False))
    await _idle(stage, call)
    assert ["dial 1"] == stage.steps.log
    for _ in range(3):
        await call.signal("conversation_reported", _report(call))
    await call.result()
    # A signal that comes during a workflow task may have its local activity, the close, run again.
    assert {"dial 1", "close 1"} == set(stage.steps.log)
    assert 1 == len(stage.steps.dials)


async def test_a_signal_of_an_earlier_attempt_does_not_end_a_later_one(stage: Stage) -> None:
    """Law 5: a late callback of attempt one comes while attempt two rings."""
    planned = PlannedCall(results=[TechnicalResult.BUSY, TechnicalResult.TALKED])
    call = await stage.start(planned)
    await stage.until(lambda: "close 1" in stage.steps.log)
    planned.told = False
    await stage.skip_to(planned.not_before or await stage.steps.now())
    await stage.until(lambda: len(stage.steps.dials) == 2)
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    planned.leg_live = True
    await _idle(stage, call)
    assert "close 2" not in stage.steps.log
    await stage.steps.tell_leg_ended(CallId(call.id), 2)
    await call.result()
    assert ["dial 1", "close 1", "dial 2", "close 2"] == stage.steps.log


async def test_a_lost_callback_is_asked_for_at_the_ring_deadline(stage: Stage) -> None:
    """Law 5, requirement 39: our rows and the carrier are asked, so a lost callback costs time only."""
    planned = PlannedCall(told=False)
    call = await _on_the_line(stage, planned)
    planned.leg_live = False
    began = await stage.steps.now()
    await call.result()
    assert [f"{call.id}-1"] == stage.steps.asked
    assert timedelta(seconds=30) < stage.steps.closed_at[0] - began < timedelta(seconds=40)


async def test_a_leg_that_ends_after_the_carrier_was_asked_says_itself_whether_somebody_talked(
    stage: Stage,
) -> None:
    """The carrier's older answer does not: it rang when it was given, and the report is waited for."""
    planned = PlannedCall(told=False)
    call = await _on_the_line(stage, planned)
    await stage.skip_to(await stage.steps.now() + timedelta(seconds=40))
    await stage.until(lambda: stage.steps.asked != [])
    planned.talking, began = True, await stage.steps.now()
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    await call.result()
    assert timedelta(seconds=15) <= stage.steps.closed_at[0] - began < timedelta(seconds=20)


async def test_a_leg_that_never_ends_is_hung_up_at_the_deadline_of_the_whole_call(stage: Stage) -> None:
    """Ring limit, then longest call, each with its slack."""
    call = await _on_the_line(stage, PlannedCall(told=False))
    began = await stage.steps.now()
    await call.result()
    assert ["dial 1", "hang up", "close 1"] == stage.steps.log
    limit = timedelta(seconds=25 + 10 + 300 + 30)
    assert limit <= stage.steps.closed_at[0] - began < limit + timedelta(seconds=10)


async def test_a_leg_that_outlives_a_hang_up_is_hung_up_until_the_carrier_says_that_it_is_over(
    stage: Stage,
) -> None:
    """Law 6: closed before, the attempt would free its line under a leg that lives. Asked every quarter of a minute."""
    planned = PlannedCall(told=False, outlives=3)
    call = await _on_the_line(stage, planned)
    began = await stage.steps.now()
    await call.result()
    assert ["dial 1", *["hang up"] * 4, "close 1"] == stage.steps.log
    assert not planned.leg_live
    asked_since = stage.steps.closed_at[0] - began - timedelta(seconds=25 + 10 + 300 + 30)
    assert timedelta(seconds=3 * 15) <= asked_since < timedelta(seconds=4 * 15)


async def test_a_report_that_never_comes_is_waited_for_fifteen_seconds(stage: Stage) -> None:
    """Law 5: if media was connected, the call closes 15 s after the leg's end."""
    call = await stage.start(PlannedCall(talking=True))
    began = await stage.steps.now()
    await call.result()
    assert timedelta(seconds=15) <= stage.steps.closed_at[0] - began < timedelta(seconds=20)
    assert ["dial 1", "close 1"] == stage.steps.log


@pytest.mark.parametrize("kind", [DialKind.FAILED, DialKind.UNCONFIRMED])
async def test_an_attempt_that_is_over_with_the_dial_is_closed_at_once(stage: Stage, kind: DialKind) -> None:
    stage.steps.dial_answers = [DialAnswer(kind, why="The carrier refused the call.")]
    call = await stage.start(PlannedCall())
    began = await stage.steps.now()
    await call.result()
    assert ["dial 1", "close 1"] == stage.steps.log
    assert [] == stage.steps.asked, "there is no leg"
    assert timedelta(seconds=10) > stage.steps.closed_at[0] - began


async def test_the_report_of_an_earlier_attempt_is_not_that_of_a_later_one(stage: Stage) -> None:
    """Law 5: the second conversation's own report is waited for."""
    results = [TechnicalResult.CONVERSATION_LOST, TechnicalResult.TALKED]
    call = await stage.start(PlannedCall(talking=True, results=results))
    await stage.until(lambda: len(stage.steps.dials) == 1)
    await call.signal("conversation_reported", _report(call))
    await call.result()
    assert ["dial 1", "close 1", "dial 2", "close 2"] == stage.steps.log
    lasted = [closed - dial.at for dial, closed in zip(stage.steps.dials, stage.steps.closed_at, strict=True)]
    assert lasted[0] < timedelta(seconds=15) <= lasted[1] < timedelta(seconds=20)


# Cancelling: by update and by Temporal's own Cancel, one path.


@both_ways
async def test_a_waiting_call_is_cancelled_without_a_dial(stage: Stage, cancel: Cancel) -> None:
    """Requirement 19."""
    planned = PlannedCall(not_before=await stage.steps.now() + timedelta(days=20))
    call = await stage.start(planned)
    await stage.until(lambda: len(stage.steps.prepared) == 1)
    await cancel(call)
    await _ended(call, cancel)
    assert (["close cancelled"], "cancelled") == (stage.steps.log, planned.closed_as)
    [closed] = stage.steps.closed
    assert (None, "an operator") == (closed.attempt_id, closed.reason)


async def test_a_cancel_without_a_reason_says_where_it_came_from(stage: Stage) -> None:
    call = await stage.start(PlannedCall(not_before=await stage.steps.now() + timedelta(days=20)))
    await stage.until(lambda: len(stage.steps.prepared) == 1)
    await call.cancel()
    await _ended(call, _by_temporal)
    assert ["cancelled in Temporal"] == [closed.reason for closed in stage.steps.closed]


@both_ways
async def test_a_call_whose_dial_was_postponed_has_no_attempt_to_end(stage: Stage, cancel: Cancel) -> None:
    """Law 3: it waits like any other; there is nothing to hang up."""
    later = await stage.steps.now() + timedelta(hours=9)
    stage.steps.dial_answers = [DialAnswer(DialKind.DEFERRED, until=later, why="The campaign is paused.")]
    call = await stage.start(PlannedCall())
    async with asyncio.timeout(10):
        while "waiting" != (await call.describe()).typed_search_attributes.get(CALL_STATE):
            continue
    await cancel(call)
    await _ended(call, cancel)
    assert ["dial 1", "close cancelled"] == stage.steps.log
    assert [None] == [closed.attempt_id for closed in stage.steps.closed]


@both_ways
async def test_a_call_whose_dial_was_refused_has_no_attempt_to_end(stage: Stage, cancel: Cancel) -> None:
    """The record is away when it asks the rules again."""
    stage.steps.dial_answers = [DialAnswer(DialKind.REFUSED, why="The number is on a do-not-call list.")]

    async def during_dial(_: object) -> None:
        stage.steps.prepare_failures = 10**6

    stage.steps.during_dial = during_dial
    call = await stage.start(PlannedCall())
    await stage.until(lambda: 0 < stage.steps.prepare_failures < 10**6)
    await cancel(call)
    await _ended(call, cancel)
    assert ["dial 1", "close cancelled"] == stage.steps.log
    assert [None] == [closed.attempt_id for closed in stage.steps.closed]


@both_ways
async def test_a_ringing_call_is_hung_up_before_it_is_closed(stage: Stage, cancel: Cancel) -> None:
    """Requirement 19: cancel hangs up the live leg and frees the line."""
    call = await _on_the_line(stage, PlannedCall(told=False))
    await _idle(stage, call)
    await cancel(call)
    await _ended(call, cancel)
    assert ["dial 1", "hang up", "close cancelled"] == stage.steps.log
    assert [f"{call.id}-1"] == [closed.attempt_id for closed in stage.steps.closed]


@both_ways
async def test_a_cancel_waits_for_the_answer_of_a_dial_under_way(stage: Stage, cancel: Cancel) -> None:
    """Placing is shielded: the leg that the carrier is about to make is hung up, not left behind."""
    asked, may_answer = asyncio.Event(), asyncio.Event()

    async def hold(_: object) -> None:
        asked.set()
        await may_answer.wait()

    stage.steps.during_dial = hold
    call = await stage.start(PlannedCall(told=False))
    await asyncio.wait_for(asked.wait(), 10)
    cancelling = asyncio.create_task(_quietly(cancel(call)))
    await _heard_of_the_cancel(call)
    assert ["dial"] == await _begun(call)
    may_answer.set()
    await _ended(call, cancel)
    await cancelling
    assert ["dial 1", "hang up", "close cancelled"] == stage.steps.log
    assert not stage.steps.calls[CallId(call.id)].leg_live


async def test_a_cancel_on_top_of_a_cancel_drops_nothing(stage: Stage) -> None:
    """Law 6: the second one must not end the workflow before the leg is hung up and the line free."""
    call = await _on_the_line(stage, PlannedCall(told=False))
    await asyncio.gather(_quietly(_by_update(call)), _by_temporal(call))
    await _quietly(call.result())
    assert ["dial 1", "hang up", "close cancelled"] == list(dict.fromkeys(stage.steps.log))
    assert not stage.steps.calls[CallId(call.id)].leg_live


async def test_a_closed_call_refuses_a_cancel(stage: Stage) -> None:
    """Law 10: the validator says why, and nothing is written to the history."""
    stage.steps.crm_failures = 10**6
    call = await stage.start(PlannedCall(sync_crm=True))
    await stage.until(lambda: "close 1" in stage.steps.log)
    await _idle(stage, call)
    with pytest.raises(WorkflowUpdateFailedError) as refused:
        await _by_update(call)
    assert ("The call is closed.", "Conflict") == _told(refused.value)
    await call.terminate()


async def test_a_call_that_is_dialled_or_live_refuses_another_moment(stage: Stage) -> None:
    """Requirement 27, law 10."""
    call = await _on_the_line(stage, PlannedCall(told=False))
    with pytest.raises(WorkflowUpdateFailedError) as refused:
        await call.execute_update("reschedule", Reschedule(await stage.steps.now()))
    assert _told(refused.value) in [(f"The call is {state}.", "Conflict") for state in ("dialling", "live")]
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    await call.result()
    assert 0 == stage.steps.reschedules


async def test_a_call_in_line_refuses_another_moment(stage: Stage) -> None:
    """Requirement 27: its turn may come at any instant."""
    may_go_on = asyncio.Event()
    stage.steps.before_line = may_go_on.wait
    call = await stage.start(PlannedCall(line_free=False))
    await stage.until(lambda: "waited for a line" in stage.steps.log)
    with pytest.raises(WorkflowUpdateFailedError) as refused:
        await call.execute_update("reschedule", Reschedule(await stage.steps.now()))
    assert ("The call is queued.", "Conflict") == _told(refused.value)
    may_go_on.set()
    await call.result()
    assert (1, 0) == (len(stage.steps.dials), stage.steps.reschedules)


def _told(refused: WorkflowUpdateFailedError) -> tuple[str, str | None]:
    """What the API tells by: the sentence, and the type behind the status."""
    assert isinstance(refused.cause, ApplicationError)
    return refused.cause.message, refused.cause.type


async def _on_the_line(stage: Stage, planned: PlannedCall) -> Handle:
    """A call whose telephone rings and of which nothing was told yet."""
    call = await stage.start(planned)
    await stage.until(lambda: len(stage.steps.dials) == 1)
    return call


async def _idle(stage: Stage, call: Handle) -> None:
    """Until the workflow has taken in all that it was told: a query is answered after the tasks before it."""
    await call.query("__temporal_workflow_metadata")


async def _heard_of_the_cancel(call: Handle) -> None:
    """Until the workflow has said what it does about it."""
    async with asyncio.timeout(10):
        while True:
            kinds = [event.WhichOneof("attributes") async for event in call.fetch_history_events()]
            if _UPDATED in kinds or (_CANCELLED in kinds and _TAKEN in kinds[kinds.index(_CANCELLED) :]):
                return


_UPDATED = "workflow_execution_update_accepted_event_attributes"
_CANCELLED = "workflow_execution_cancel_requested_event_attributes"
_TAKEN = "workflow_task_completed_event_attributes"


async def _begun(call: Handle) -> list[str]:
    """The activities that the workflow has asked for so far."""
    return [
        event.activity_task_scheduled_event_attributes.activity_type.name
        async for event in call.fetch_history_events()
        if event.HasField("activity_task_scheduled_event_attributes")
    ]


async def _ended(call: Handle, cancel: Cancel) -> None:
    """The update ends the workflow normally, Temporal's own Cancel as cancelled."""
    if cancel is _by_update:
        await call.result()
        return
    with pytest.raises(WorkflowFailureError) as failed:
        await call.result()
    assert isinstance(failed.value.cause, CancelledError)


async def _quietly(request: Awaitable[Any]) -> None:
    try:
        await request
    except (WorkflowFailureError, WorkflowUpdateFailedError):
        return


def _report(call: Handle) -> ConversationReported:
    attempted = attempt_id(CallId(call.id), 1)
    return ConversationReported(f"{attempted}/reported", attempted)


def _opt_out(call: Handle) -> ConversationReport:
    began = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    return ConversationReport(
        AccountId("acc_1"),
        CallId(call.id),
        attempt_id(CallId(call.id), 1),
        AnsweredBy.PERSON,
        EndReason.OPT_OUT,
        Verdict(BusinessOutcome.OPT_OUT, "never call me again"),
        (),
        began,
        began,
    )


@pytest.mark.parametrize(
    ("planned", "outcome"),
    [
        (PlannedCall(), "none"),
        (PlannedCall(outcome=BusinessOutcome.INTERESTED), "interested"),
        (PlannedCall("simulation|||"), "none"),
        (PlannedCall(state="closed", outcome=BusinessOutcome.OPT_OUT), "opt_out"),
    ],
    ids=["nothing was said", "they are interested", "nobody may be called", "it was closed before"],
)
async def test_what_is_searched_by_says_how_a_call_ended_and_not_why(
    stage: Stage, planned: PlannedCall, outcome: str
) -> None:
    """Law 8: reasons are for people and may name what they like; search attributes are not sealed."""
    call = await stage.start(replace(planned))
    await call.result()
    found = (await call.describe()).typed_search_attributes
    assert ("closed", outcome) == (found.get(CALL_STATE), found.get(CALL_OUTCOME))


async def test_a_cancelled_call_is_found_as_such(stage: Stage) -> None:
    call = await _on_the_line(stage, PlannedCall(told=False))
    await _by_update(call)
    await call.result()
    found = (await call.describe()).typed_search_attributes
    assert ("closed", "cancelled") == (found.get(CALL_STATE), found.get(CALL_OUTCOME))
