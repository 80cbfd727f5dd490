"""One planned call with all its attempts: wait for its hours and a line, dial, wait for both ends, follow through."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from temporalio import workflow
from temporalio.exceptions import ApplicationError, FailureError, is_cancelled_exception

from activities.attempt_readiness import LineWaitActivities, ReadinessActivities
from activities.closing import ClosingActivities
from activities.dialling import DialActivities
from activities.legs import LegActivities
from domain.calls import (
    AfterAttempt,
    AttemptRef,
    CallCancelled,
    CallOrder,
    CallRef,
    CallState,
    Cancellation,
    ConversationReported,
    DialAnswer,
    DialKind,
    DialRequest,
    LegEnded,
    LegStatus,
    Readiness,
    ReadinessKind,
    Reschedule,
)
from domain.conversations import ConversationReport
from domain.identifiers import AttemptId, attempt_id, dial_queue, line_queue
from domain.permits import LINE, waits_for_text
from domain.workflow_messages import CALL, CANCEL_CALL, CONVERSATION_REPORTED, LEG_ENDED, RESCHEDULE, WAKE
from workflows import search_attributes
from workflows.activity_options import CARRIER_QUESTION, DIAL, LINE_WAIT, QUICK_STEP
from workflows.carrier_questions import answer_unless_told
from workflows.follow_through import FollowThrough
from workflows.shielded import to_its_end
from workflows.time_left import left_until

# Carriers ring up to five seconds longer than asked.
_RING_SLACK: Final = timedelta(seconds=10)
_CALL_SLACK: Final = timedelta(seconds=30)
_REPORT_WAIT: Final = timedelta(seconds=15)
_LONGEST_SLEEP: Final = timedelta(days=1)
_ASK_AGAIN: Final = timedelta(seconds=15)
_THE_REPORT: Final = "the conversation's report"

# Where a run that began before does otherwise (law 9).
_CANCEL_AT_ONCE: Final = "cancel with the first task"
_EVERY_END_FOLLOWED: Final = "what follows every end"
_LATE_REPORTS: Final = "late reports wake"
_WAITING_GOES_ON: Final = "waiting calls continue as new"
_WOKEN_MESSAGES: Final = "waking wakes messages"


@workflow.defn(name=CALL.name)
class CallWorkflow:
    """Owns one call until it is closed for good. Addressed by its id, never by a run."""

    @workflow.init
    def __init__(self, order: CallOrder) -> None:
        self._order = order
        self._ref = CallRef(order.account_id, order.call_id)
        self._story: asyncio.Task[None] | None = None
        self._dialling: asyncio.Future[DialAnswer] | None = None
        self._attempt: AttemptId | None = None
        self._legs: dict[AttemptId, LegEnded] = {}
        self._reported: set[AttemptId] = set()
        self._unstored: list[ConversationReport] = []
        self._follow_through: FollowThrough | None = None
        self._state = CallState.CLAIMED if order.following is None else CallState.CLOSED
        self._woken = False
        self._awaits_report = False
        self._cancelled: Cancellation | None = None
        self._finished = False

    @workflow.run
    async def run(self, order: CallOrder) -> None:
        """The call's whole life; ends normally when it is closed, as cancelled when Temporal's own Cancel ended it."""
        keeper = asyncio.create_task(self._keep_reports())
        self._story = asyncio.create_task(self._live())
        try:
            await self._story
        except (asyncio.CancelledError, FailureError) as error:
            if not is_cancelled_exception(error):
                raise
            await to_its_end(self._end_cancelled())
            self._finished = True
            await to_its_end(self._follow_cancelled())
            if self._cancelled is None:
                await to_its_end(self._settled())
                raise asyncio.CancelledError from error
        finally:
            self._finished = True
        await to_its_end(self._settled())
        keeper.cancel()

    # What others tell the call.

    @workflow.signal(name=LEG_ENDED.name, description="The leg of an attempt is over.")
    def leg_ended(self, event: LegEnded) -> None:
        """One of the attempt's two ends; a repeated one changes nothing."""
        self._legs.setdefault(event.attempt_id, event)

    @workflow.signal(name=CONVERSATION_REPORTED.name, description="The report of an attempt is stored.")
    def conversation_reported(self, event: ConversationReported) -> None:
        """The other end of the attempt; a repeated one changes nothing."""
        if event.attempt_id in self._reported:
            return
        self._reported.add(event.attempt_id)
        if event.unstored is not None:
            self._unstored.append(event.unstored)
        elif event.attempt_id != self._attempt and workflow.patched(_LATE_REPORTS):
            self._woken = True  # its answer may have ended the call

    @workflow.signal(name=WAKE.name, description="Look at the rules again now.")
    def wake(self) -> None:
        """The campaign was resumed, or the rules changed."""
        self._woken = True
        if self._follow_through is not None and workflow.patched(_WOKEN_MESSAGES):
            self._follow_through.wake()

    @workflow.update(name=CANCEL_CALL.name, description="End this call, hang up if it is live.")
    async def cancel(self, cancellation: Cancellation) -> str:
        """Cancel the call; answers when it is closed and its leg, if any, hung up."""
        self._cancelled = cancellation
        if self._story is not None:
            self._story.cancel()
        await workflow.wait_condition(lambda: self._finished)
        return str(self._state)

    @cancel.validator
    def _may_cancel(self, cancellation: Cancellation) -> None:
        if self._state is CallState.CLOSED or self._finished:
            raise ApplicationError("The call is closed.", type="Conflict")

    @workflow.update(name=RESCHEDULE.name, description="Call at another moment.")
    async def reschedule(self, change: Reschedule) -> str:
        """Let the call wait for this moment instead; hours are checked again when it comes."""
        await workflow.execute_local_activity_method(
            ReadinessActivities.reschedule_call, args=[self._ref, change], **QUICK_STEP
        )
        self._woken = True
        return str(self._state)

    @reschedule.validator
    def _may_reschedule(self, change: Reschedule) -> None:
        if self._state not in (CallState.CLAIMED, CallState.WAITING):
            raise ApplicationError(f"The call is {self._state}.", type="Conflict")

    # The call's life.

    async def _live(self) -> None:
        if self._order.following is not None:
            return await self._follow(self._order.following)
        while True:
            self._heed_cancel()
            await self._reports_stored()
            self._woken = False
            readiness = await self._prepare()
            if readiness.kind is ReadinessKind.WAIT_FOR_LINE:
                readiness = await self._wait_for_line(readiness)
            match readiness.kind:
                case ReadinessKind.FINAL | ReadinessKind.REFUSED:
                    return await self._end_undialled(readiness)
                case ReadinessKind.WAIT:
                    await self._sleep(readiness, readiness.attempt)
                    if workflow.info().is_continue_as_new_suggested() and workflow.patched(_WAITING_GOES_ON):
                        await self._go_on(self._order)
                    continue
                case _:
                    after = await self._attempt_once(readiness)
            if after is not None and after.closed:
                self._close(f"{after.result}, {after.outcome}", after.why, outcome=str(after.outcome))
                return await self._follow(after)
            if workflow.info().is_continue_as_new_suggested():
                await self._go_on(self._order)

    def _heed_cancel(self) -> None:
        """A cancel that came with the call's first task found no story to cancel."""
        if self._cancelled is not None and workflow.patched(_CANCEL_AT_ONCE):
            raise asyncio.CancelledError

    async def _go_on(self, order: CallOrder) -> None:
        """In another run, with a short history; nothing that was told is left behind."""
        await self._settled()
        workflow.continue_as_new(args=[order])

    async def _end_undialled(self, readiness: Readiness) -> None:
        """The call is closed: by this step, or by another (a late answer, the sweep), whose outcome is in the row."""
        if not workflow.patched(_EVERY_END_FOLLOWED):
            return self._close("never dialled", readiness.why)
        after = await self._what_follows()
        self._close(f"{after.result}, {after.outcome}", readiness.why, outcome=str(after.outcome))
        return await self._follow(after)

    async def _what_follows(self) -> AfterAttempt:
        return await workflow.execute_local_activity_method(
            ClosingActivities.what_follows, self._ref, **QUICK_STEP
        )

    async def _follow(self, after: AfterAttempt) -> None:
        self._follow_through = FollowThrough(self._ref, after, self._reports_stored)
        left = await self._follow_through.run()
        if left is not None:
            await self._go_on(replace(self._order, following=left))

    async def _prepare(self) -> Readiness:
        """What the call may do now; before the first dial as the feeder found it, if it did."""
        if (ready := self._order.ready) is not None:
            self._order = replace(self._order, ready=None)
            return ready
        return await workflow.execute_local_activity_method(
            ReadinessActivities.prepare_attempt, self._ref, **QUICK_STEP
        )

    async def _wait_for_line(self, readiness: Readiness) -> Readiness:
        waits = waits_for_text(readiness.waits_for or LINE).capitalize()
        self._show(CallState.QUEUED, f"**{waits}** ({readiness.why}).")
        return await workflow.execute_activity_method(
            LineWaitActivities.wait_for_line,
            self._ref,
            task_queue=line_queue(readiness.trunk_id or ""),
            summary="waits for a free line",
            **LINE_WAIT,
        )

    async def _sleep(self, answer: Readiness | DialAnswer, attempt: int) -> None:
        """Sleep until then, a day at the most, or until woken; the rules are asked again afterwards."""
        until = answer.until
        if until is None or self._woken or (wait := left_until(until, answer.wait_seconds)) <= timedelta(0):
            return
        self._show(CallState.WAITING, f"**Waits** before attempt {attempt}. {answer.why}")
        workflow.upsert_search_attributes(
            [
                search_attributes.CALL_STATE.value_set(str(CallState.WAITING)),
                search_attributes.NEXT_ATTEMPT_AT.value_set(until),
                search_attributes.ATTEMPT.value_set(attempt),
            ]
        )
        await self._until(lambda: self._woken, min(wait, _LONGEST_SLEEP), answer.why)

    async def _attempt_once(self, readiness: Readiness) -> AfterAttempt | None:
        """Dial once and see it through; None when it was postponed, which is no attempt (law 3)."""
        attempt = attempt_id(self._ref.call_id, readiness.attempt)
        ref = AttemptRef(self._ref.account_id, self._ref.call_id, attempt)
        answer = await self._dial(readiness, attempt)
        match answer.kind:
            case DialKind.DEFERRED:
                self._attempt = None
                await self._sleep(answer, readiness.attempt)
                return None
            case DialKind.REFUSED:
                self._attempt = None
                return None
            case DialKind.PLACED:
                await self._both_ends(readiness, ref)
            case _:
                pass
        await self._reports_stored()
        after: AfterAttempt = await workflow.execute_local_activity_method(
            ClosingActivities.close_attempt, ref, **QUICK_STEP
        )
        self._attempt = None
        return after

    async def _dial(self, readiness: Readiness, attempt: AttemptId) -> DialAnswer:
        """Ask the carrier; a cancel waits for this bounded answer, so that no leg is left behind (shielded)."""
        self._show(CallState.DIALLING, f"**Dialling** {readiness.why}.")
        self._attempt = attempt
        self._dialling = asyncio.ensure_future(
            workflow.execute_activity_method(
                DialActivities.dial,
                DialRequest(self._ref.account_id, self._ref.call_id, readiness.attempt),
                task_queue=dial_queue(readiness.trunk_id or ""),
                summary=f"dial {readiness.why}",
                **DIAL,
            )
        )
        return await asyncio.shield(self._dialling)

    async def _both_ends(self, readiness: Readiness, ref: AttemptRef) -> None:
        """Wait for the leg's end and, if media was connected, for the conversation's, with a deadline for each."""
        self._show(CallState.LIVE, f"**On the line** with {readiness.why}.")
        ring = timedelta(seconds=readiness.ring_seconds) + _RING_SLACK
        whole = timedelta(seconds=readiness.longest_call_seconds) + _CALL_SLACK
        talking = await self._leg_end(ref, ring, whole)
        if talking and ref.attempt_id not in self._reported:
            self._show(CallState.LIVE, "**The line is free again**; waits for the conversation's report.")
            await self._until(lambda: ref.attempt_id in self._reported, _REPORT_WAIT, _THE_REPORT)

    async def _leg_end(self, ref: AttemptRef, ring: timedelta, whole: timedelta) -> bool:
        """Wait until the leg is over; whether media was connected. Every deadline asks PostgreSQL, then the carrier."""
        if await self._until(lambda: ref.attempt_id in self._legs, ring, "ringing, then talking"):
            return self._legs[ref.attempt_id].talking
        status = await self._check(ref)
        if not status.ended and not await self._until(
            lambda: ref.attempt_id in self._legs, whole, "talking, at most this long"
        ):
            status = await self._hang_up(ref)
            while not status.ended and not await self._until(
                lambda: ref.attempt_id in self._legs, _ASK_AGAIN, "the carrier's word that the leg is over"
            ):
                status = await self._hang_up(ref)
        told = self._legs.get(ref.attempt_id)
        return told.talking if told else status.talking

    async def _keep_reports(self) -> None:
        """Store what the media server could not, as soon as it is handed over, at any moment of the call's life.

        Outlasts a record that is away for a day; what was said ends a call that waits (laws 4 and 5).
        """
        while True:
            await workflow.wait_condition(lambda: bool(self._unstored))
            try:
                await workflow.execute_local_activity_method(
                    ClosingActivities.store_report, self._unstored[0], **QUICK_STEP
                )
            except FailureError:
                workflow.logger.error("conversation.cannot_be_stored", extra={"call_id": self._order.call_id})
            del self._unstored[0]
            self._woken = True

    async def _reports_stored(self) -> None:
        await workflow.wait_condition(lambda: not self._unstored)

    async def _settled(self) -> None:
        """Wait until nothing that was told would be lost with this run: both at once, since the one may outlast the other."""
        await workflow.wait_condition(lambda: not self._unstored and workflow.all_handlers_finished())

    async def _check(self, ref: AttemptRef) -> LegStatus:
        question = workflow.start_activity_method(
            LegActivities.check_leg, ref, summary="no word from the carrier: ask", **CARRIER_QUESTION
        )
        return await self._ask(question, ref)

    async def _hang_up(self, ref: AttemptRef) -> LegStatus:
        question = workflow.start_activity_method(
            LegActivities.hang_up, ref, summary="hang up", **CARRIER_QUESTION
        )
        return await self._ask(question, ref)

    async def _ask(self, question: workflow.ActivityHandle[LegStatus], ref: AttemptRef) -> LegStatus:
        answer = await answer_unless_told(question, lambda: ref.attempt_id in self._legs)
        return answer or LegStatus(ended=True, talking=self._legs[ref.attempt_id].talking, reported=False)

    async def _end_cancelled(self) -> None:
        """The one way a call is cancelled: wait for the dial's answer, hang up, close, free the line."""
        if self._state is CallState.CLOSED:
            return
        reason = self._cancelled.reason if self._cancelled else workflow.cancellation_reason()
        reason = reason or "cancelled in Temporal"
        self._show(CallState.LIVE if self._attempt else self._state, f"**Is being cancelled**: {reason}.")
        if self._dialling is not None and not self._dialling.done():
            await workflow.wait([self._dialling])
        if self._attempt is not None:
            ref = AttemptRef(self._ref.account_id, self._ref.call_id, self._attempt)
            self._awaits_report = (await self._hang_up(ref)).talking
        await self._reports_stored()
        await workflow.execute_local_activity_method(
            ClosingActivities.close_cancelled,
            CallCancelled(self._ref.account_id, self._ref.call_id, self._attempt, reason),
            **QUICK_STEP,
        )
        self._close("cancelled", reason, outcome="cancelled")

    async def _follow_cancelled(self) -> None:
        """What a cancelled call leaves to be told, once its conversation, if there was one, is reported."""
        if not workflow.patched(_EVERY_END_FOLLOWED):
            return
        if self._awaits_report and self._attempt not in self._reported:
            await self._until(lambda: self._attempt in self._reported, _REPORT_WAIT, _THE_REPORT)
        await self._reports_stored()
        await self._follow(await self._what_follows())

    def _close(self, what: str, why: str, *, outcome: str = "none") -> None:
        self._show(CallState.CLOSED, f"**Closed**: {what}. {why}")
        workflow.upsert_search_attributes(
            [
                search_attributes.CALL_STATE.value_set(str(CallState.CLOSED)),
                search_attributes.CALL_OUTCOME.value_set(outcome),
            ]
        )

    def _show(self, state: CallState, details: str) -> None:
        self._state = state
        workflow.set_current_details(details)

    async def _until(self, condition: Callable[[], bool], limit: timedelta, summary: str) -> bool:
        """Wait for the condition at most this long; whether it came true. The summary is shown at the timer."""
        try:
            await workflow.wait_condition(condition, timeout=limit, timeout_summary=summary[:180])
        except TimeoutError:
            return False
        return True
