"""What follows a closed call: the CRM record and the follow-up messages, side by side; neither waits for the other."""

import asyncio
from datetime import timedelta

from temporalio import workflow
from temporalio.exceptions import ActivityError

from activities.crm import CrmActivities
from activities.messages import MessageActivities
from domain.calls import AfterAttempt, CallRef, MessageRequest, PlannedMessage
from workflows.activity_options import CRM, MESSAGE
from workflows.moments import left_until


async def follow_through(ref: CallRef, after: AfterAttempt) -> None:
    """Bring the call into the CRM and send its follow-ups; what finally fails is seen in the history, nothing else stops."""
    steps = [_message(ref, message) for message in after.messages]
    if after.sync_crm:
        steps.append(_crm(ref))
    await asyncio.gather(*steps)


async def _crm(ref: CallRef) -> None:
    try:
        await workflow.execute_activity_method(
            CrmActivities.sync_crm, ref, summary="bring the call into the CRM", **CRM
        )
    except ActivityError:
        workflow.logger.warning("crm.not_synced")


async def _message(ref: CallRef, message: PlannedMessage) -> None:
    """Wait the rule's delay, then send; a deferral (hours, pause) is waited out, a refusal is final."""
    wait = timedelta(seconds=message.delay_seconds)
    request = MessageRequest(ref.account_id, ref.call_id, message.rule)
    while True:
        if wait > timedelta(0):
            await workflow.sleep(wait, summary="before the follow-up message")
        try:
            answer = await workflow.execute_activity_method(
                MessageActivities.send_message, request, summary="follow-up message", **MESSAGE
            )
        except ActivityError:
            return workflow.logger.warning("message.not_sent")
        if answer.sent or answer.until is None:
            return None
        wait = max(left_until(answer.until, answer.wait_seconds), timedelta(seconds=1))
