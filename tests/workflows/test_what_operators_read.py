"""What Temporal's own pages say of a call and a campaign: what it waits for, and how it ended (requirement 161)."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from temporalio.api.sdk.v1 import WorkflowMetadata
from temporalio.client import WorkflowFailureError, WorkflowHandle, WorkflowUpdateFailedError

from domain.calls import Cancellation, ConversationReported, DialAnswer, DialKind, Reschedule
from domain.identifiers import CallId, attempt_id
from tests.workflows.stage import Stage
from tests.workflows.steps import PlannedCall

Handle = WorkflowHandle[object, None]
NUMBER = "+49***001"


async def _details(workflow: Handle) -> str:
    told = await workflow.query("__temporal_workflow_metadata", result_type=WorkflowMetadata)
    return str(told.current_details)


async def _until_told(workflow: Handle, details: str) -> None:
    async with asyncio.timeout(10):
        while details != await _details(workflow):
            continue


async def _refusal(call: Handle) -> str:
    """Why the call cannot be moved to another moment now."""
    with pytest.raises(WorkflowUpdateFailedError) as refused:
        await call.execute_update("reschedule", Reschedule(datetime(2030, 1, 1, tzinfo=UTC)), result_type=str)
    return str(refused.value.cause)


async def _summaries(stage: Stage, workflow: Handle) -> list[str]:
    """What stands at each activity and timer, in their order."""
    events: list[Any] = list((await workflow.fetch_history()).events)
    sealed = [each.user_metadata.summary for each in events if each.user_metadata.HasField("summary")]
    return list(await stage.client.data_converter.decode(sealed, [str] * len(sealed)))


async def test_a_call_says_at_each_step_what_it_waits_for(stage: Stage) -> None:
    line, dial = asyncio.Event(), asyncio.Event()
    stage.steps.before_line = line.wait
    planned = PlannedCall(line_free=False, told=False, talking=True)

    async def answered(_: object) -> None:
        await dial.wait()

    stage.steps.during_dial = answered
    call = await stage.start(planned)
    await _until_told(call, f"**Waits for a free line** ({NUMBER}).")
    assert "Conflict: The call is queued." == await _refusal(call)
    line.set()
    await _until_told(call, f"**Dialling** {NUMBER}.")
    assert "Conflict: The call is dialling." == await _refusal(call)
    dial.set()
    await _until_told(call, f"**On the line** with {NUMBER}.")
    assert "Conflict: The call is live." == await _refusal(call)
    await stage.steps.tell_leg_ended(CallId(call.id), 1)
    await _until_told(call, "**The line is free again**; waits for the conversation's report.")
    attempt = attempt_id(CallId(call.id), 1)
    await call.signal("conversation_reported", ConversationReported("reported", attempt))
    await call.result()
    assert (await _details(call)).startswith("**Closed**: talked, none. ")
    assert [
        "waits for a free line",
        f"dial {NUMBER}",
        "ringing, then talking",
        "the conversation's report",
    ] == await _summaries(stage, call)


async def test_a_call_in_line_says_for_which_of_all_things_it_waits(stage: Stage) -> None:
    line = asyncio.Event()
    stage.steps.before_line = line.wait
    call = await stage.start(PlannedCall(line_free=False, waits_for="vendor/model/openai"))
    await _until_told(call, f"**Waits for the language model openai** ({NUMBER}).")
    line.set()
    await call.result()


async def test_a_call_that_another_step_closed_says_so(stage: Stage) -> None:
    """Law 5: a late answer, a refusal or the sweep was quicker; what it came to stands in the row."""
    call = await stage.start(PlannedCall(state="closed", closed_as="talked", outcome="interested"))
    await call.result()
    assert "**Closed**: talked, interested. The call is closed." == await _details(call)


async def test_a_call_that_waits_says_why_and_not_more_at_its_timer_than_temporal_keeps(stage: Stage) -> None:
    why, now = "x" * 300, await stage.steps.now()
    stage.steps.dial_answers = [DialAnswer(DialKind.DEFERRED, now + timedelta(hours=1), why)]
    call = await stage.start(PlannedCall())
    await _until_told(call, f"**Waits** before attempt 1. {why}")
    await call.result()
    assert [f"dial {NUMBER}", "x" * 180] == (await _summaries(stage, call))[:2]


@pytest.mark.parametrize("reason", ["an operator", ""])
async def test_a_cancelled_call_says_who_wished_it(stage: Stage, reason: str) -> None:
    """Temporal's own Cancel may come without a reason."""
    dial = asyncio.Event()

    async def answered(_: object) -> None:
        await dial.wait()

    stage.steps.during_dial = answered
    call = await stage.start(PlannedCall(told=False))
    await _until_told(call, f"**Dialling** {NUMBER}.")
    told = reason or "cancelled in Temporal"
    if reason:
        cancelling = asyncio.create_task(call.execute_update("cancel", Cancellation(reason), result_type=str))
    else:
        await call.cancel()
    await _until_told(call, f"**Is being cancelled**: {told}.")
    dial.set()
    if reason:
        assert "closed" == await cancelling
        await call.result()
    else:
        with pytest.raises(WorkflowFailureError):
            await call.result()
    assert f"**Closed**: cancelled. {told}" == await _details(call)
    assert [told] == [each.reason for each in stage.steps.closed]
    assert [f"dial {NUMBER}", "hang up"] == await _summaries(stage, call)


async def test_a_campaign_says_in_which_round_it_is_and_why_it_rests(stage: Stage) -> None:
    walk = asyncio.Event()
    stage.feeder.before_cancel = walk.wait
    campaign = await stage.start_campaign([PlannedCall(told=False)], window=1)
    async with asyncio.timeout(10):
        while not re.fullmatch(r"\*\*running\*\*, round [1-9]\d*: 1 due\.", await _details(campaign)):
            continue
    await campaign.execute_update("cancel", result_type=str)
    await _until_told(campaign, "**cancelling**: ends every call that is not closed.")
    walk.set()
    await campaign.result()
    assert {"1 due; then look again", "cancel the open calls", "for the calls to end"} == set(
        await _summaries(stage, campaign)
    )
