"""What follows a closed call: the CRM record and the follow-up messages, side by side; neither waits for the other.

Which messages follow is decided by activities/closing.py, by the plan's FollowUpRule (domain/campaigns.py).
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from temporalio import workflow
from temporalio.exceptions import ActivityError

from activities.crm import CrmActivities
from activities.messages import MessageActivities
from domain.calls import AfterAttempt, CallRef, MessageAnswer, MessageRequest, PlannedMessage
from workflows.activity_options import CRM, MESSAGE
from workflows.time_left import left_until

# Where a run that began before does otherwise (law 9).
_WOKEN_WHILE_ASKED: Final = "woken while a message is asked for"


class FollowThrough:
    """Brings the call into the CRM and sends its follow-ups; what finally fails is seen in the history, nothing else stops.

    reports_stored is awaited before each message: what a late report says (an opt-out) is known by then.
    """

    def __init__(
        self, ref: CallRef, after: AfterAttempt, reports_stored: Callable[[], Awaitable[None]]
    ) -> None:
        self._ref, self._after, self._reports_stored = ref, after, reports_stored
        self._due: dict[int, datetime] = {}  # by rule: neither sent nor refused yet
        self._wakes = 0
        self._is_long = False

    def wake(self) -> None:
        """Ask again for the messages that were deferred."""
        self._wakes += 1

    async def run(self) -> AfterAttempt | None:
        """What is left for another run of the workflow, whose history has become long; None when all is done."""
        for message in self._after.messages:
            self._due[message.rule] = workflow.now() + timedelta(seconds=message.delay_seconds)
        steps = [self._message(message.rule) for message in self._after.messages]
        if self._after.sync_crm:
            steps.append(self._crm())
        await asyncio.gather(*steps)
        return self._left() if self._due else None

    def _left(self) -> AfterAttempt:
        waits = {rule: (due - workflow.now()).total_seconds() for rule, due in self._due.items()}
        messages = tuple(PlannedMessage(rule, max(0.0, wait)) for rule, wait in waits.items())
        return replace(self._after, sync_crm=False, messages=messages)

    async def _crm(self) -> None:
        try:
            await workflow.execute_activity_method(
                CrmActivities.sync_crm, self._ref, summary="bring the call into the CRM", **CRM
            )
        except ActivityError:
            workflow.logger.warning("crm.not_synced", extra={"call_id": self._ref.call_id})

    async def _message(self, rule: int) -> None:
        """Wait the rule's delay, then send; a deferral (hours, pause) is waited out, a refusal is final."""
        await self._wait(rule, until_woken=False)
        while not self._is_long:
            await self._reports_stored()
            wakes = self._wakes
            answer = await self._send(rule)
            if answer is None or answer.sent or answer.until is None:
                del self._due[rule]
                return
            wait = max(left_until(answer.until, answer.wait_seconds), timedelta(seconds=1))
            if self._wakes > wakes and workflow.patched(_WOKEN_WHILE_ASKED):
                wait = timedelta(0)  # the answer may be older than what woke it
            self._due[rule] = workflow.now() + wait
            self._is_long = workflow.info().is_continue_as_new_suggested()
            await self._wait(rule, until_woken=True)

    async def _send(self, rule: int) -> MessageAnswer | None:
        request = MessageRequest(self._ref.account_id, self._ref.call_id, rule)
        try:
            return await workflow.execute_activity_method(
                MessageActivities.send_message, request, summary="follow-up message", **MESSAGE
            )
        except ActivityError:
            workflow.logger.warning("message.not_sent", extra={"call_id": self._ref.call_id})
            return None

    async def _wait(self, rule: int, *, until_woken: bool) -> None:
        """Until the message is due, or another run has to go on with it."""
        wait, wakes = self._due[rule] - workflow.now(), self._wakes
        if wait <= timedelta(0):
            return
        try:
            await workflow.wait_condition(
                lambda: self._is_long or (until_woken and self._wakes > wakes),
                timeout=wait,
                timeout_summary="before the follow-up message",
            )
        except TimeoutError:
            return
