"""The dial: decide anew under the number's lock, take a slot, create the attempt, then ask the carrier once.

Laws 1 to 3 of the design live here. Whatever happens, an attempt that reached `placing` is never placed again:
a repetition of this activity looks the leg up instead.
"""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import structlog
from temporalio import activity

from activities.contact_rules import is_fictional, may_contact, reasons_as_json, why
from activities.slot_clock import SlotClock
from activities.tools import Tools
from activities.unknown_dials import UnknownDials
from database import attempts, dialling
from database.conversation_plans import conversation_plan
from database.dialling import CallFacts, Slot
from database.media_processes import MediaPlace
from database.outages import OUTAGES
from database.records import plan_of
from domain.calls import AttemptState, CallState, DialAnswer, DialKind, DialRequest
from domain.contactability import Channel, ContactVerdict
from domain.identifiers import AttemptId, attempt_id
from domain.outcomes import TechnicalResult
from providers.carriers.contract import PlaceRequest
from providers.errors import (
    CredentialsRefused,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
    RecipientRefused,
    SendRefused,
)

log = structlog.get_logger(__name__)

# A dial that has not left so long after its slot gives the slot up and takes the next.
LATE: Final = timedelta(milliseconds=30)
# The compare-and-set is done so long before the slot: a database that stalls then costs the slot, not the pace.
HEAD_START: Final = timedelta(milliseconds=150)
DECIDE_AGAIN_AFTER: Final = timedelta(seconds=1)
_PACE_RETRY: Final = timedelta(seconds=3)
_BREAKER: Final = timedelta(seconds=15)
_CREDENTIALS_BREAKER: Final = timedelta(minutes=5)
_BETWEEN: Final = frozenset(
    {AttemptState.PLACING, AttemptState.PLACED, AttemptState.RINGING, AttemptState.ANSWERED}
)


@dataclass(frozen=True, slots=True)
class _Admitted:
    """The attempt exists and its slot is taken; facts are those it was decided on, due is on the monotonic clock.

    place: where its conversation will be held.
    """

    facts: CallFacts
    slot: Slot
    due: float
    place: MediaPlace


class DialActivities:
    """The dial of one attempt, on the trunk's own task queue."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._unknown = UnknownDials(tools)
        self._clock = SlotClock()

    @activity.defn
    async def dial(self, request: DialRequest) -> DialAnswer:
        """Dial this attempt if the rules allow it at this moment; bounded by the look-ups of an ambiguous answer.

        May be repeated: an attempt that was already sent is looked up, never sent again.
        """
        attempt = attempt_id(request.call_id, request.attempt)
        admitted = await self._admit(request, attempt)
        if isinstance(admitted, DialAnswer):
            return admitted
        if isinstance(admitted, CallFacts):
            return await self._unknown.resolve(admitted.account_id, attempt)
        preparing = asyncio.create_task(self._prepare(admitted, attempt))
        try:
            return await self._place_in_its_slot(request, admitted, attempt)
        finally:
            await preparing

    async def _admit(self, request: DialRequest, attempt: AttemptId) -> _Admitted | CallFacts | DialAnswer:
        """The dial transaction. Facts alone mean that this attempt was sent before."""
        async with self._tools.database.transaction() as session:
            facts = await dialling.read_facts(
                session,
                request.account_id,
                request.call_id,
                self._tools.key_ring,
                attempt_id=attempt,
                lock_number=True,
            )
            now = datetime.now(UTC)
            if facts is None or facts.call_state == CallState.CLOSED:
                return DialAnswer(DialKind.REFUSED, why="The call is closed.")
            if facts.attempt_state in _BETWEEN:
                return facts
            if facts.attempt_state in (AttemptState.ENDED, AttemptState.CLOSED):
                return DialAnswer(DialKind.FAILED, why="This attempt is over.")
            decision = may_contact(facts, self._tools.rule_packs, now, channel=Channel.VOICE)
            if decision.verdict is ContactVerdict.REFUSE:
                reason = why(decision, facts.hours_key)
                await attempts.refuse_call(
                    session,
                    facts.account_id,
                    facts.call_id,
                    attempt=request.attempt,
                    reasons=reasons_as_json(decision),
                    rule_set=decision.rule_set,
                    now=now,
                    why=reason,
                )
                return DialAnswer(DialKind.REFUSED, why=reason)
            until, reason = decision.until, why(decision, facts.hours_key)
            if decision.verdict is ContactVerdict.ALLOW:
                until, reason = self._trunk_hold(facts, now)
            if until is None:
                admission = await dialling.admit(
                    session,
                    facts,
                    attempt=request.attempt,
                    attempt_id=attempt,
                    fictional=is_fictional(facts),
                    reasons=reasons_as_json(decision),
                    rule_set=decision.rule_set,
                    now=now,
                )
                slot, place = admission.slot, admission.place
                if slot is not None and place is not None:
                    return _Admitted(facts, slot, self._clock.due(slot), place)
                until, reason = now + _PACE_RETRY, _what_is_missing(place)
            await dialling.defer(
                session,
                facts,
                attempt=request.attempt,
                attempt_id=attempt,
                until=until,
                why=reason,
                reasons=reasons_as_json(decision),
                rule_set=decision.rule_set,
                now=now,
            )
            return DialAnswer(DialKind.DEFERRED, until=until, why=reason)

    def _trunk_hold(self, facts: CallFacts, now: datetime) -> tuple[datetime | None, str]:
        """Until when the trunk itself keeps an allowed dial back, and why."""
        if facts.trunk_paused_until is not None and facts.trunk_paused_until > now:
            return facts.trunk_paused_until, f"The trunk is paused: {facts.trunk_paused_because}."
        if facts.line is None:
            return now, "The call holds no line."
        return None, ""

    async def _place_in_its_slot(
        self, request: DialRequest, admitted: _Admitted, attempt: AttemptId
    ) -> DialAnswer:
        facts, slot, due = admitted.facts, admitted.slot, admitted.due
        while True:
            late = await _sleep_until(due - HEAD_START.total_seconds())
            if slot.wait > DECIDE_AGAIN_AFTER:
                again = await self._decide_again(request, facts, attempt)
                if again is not None:
                    return again
            if late <= LATE:
                return await self._place(admitted, attempt, due)
            next_slot = await self._next_slot(facts)
            if next_slot is None:
                return await self._withdraw(
                    facts, request.attempt, attempt, _PACE_RETRY, "The trunk's pace is fully used."
                )
            slot, due = next_slot

    async def _next_slot(self, facts: CallFacts) -> tuple[Slot, float] | None:
        async with self._tools.database.transaction() as session:
            slot = await dialling.take_slot(session, facts.account_id, facts.trunk_id)
            return None if slot is None else (slot, self._clock.due(slot))

    async def _decide_again(
        self, request: DialRequest, facts: CallFacts, attempt: AttemptId
    ) -> DialAnswer | None:
        """The wait for the slot was long: ask the rules once more; an answer means that nothing may be sent."""
        async with self._tools.database.transaction() as session:
            fresh = await dialling.read_facts(
                session,
                facts.account_id,
                facts.call_id,
                self._tools.key_ring,
                attempt_id=attempt,
                lock_number=True,
            )
        now = datetime.now(UTC)
        if fresh is None or fresh.call_state == CallState.CLOSED:
            return await self._withdraw(
                facts, request.attempt, attempt, timedelta(0), "The call was closed meanwhile."
            )
        decision = may_contact(fresh, self._tools.rule_packs, now, channel=Channel.VOICE)
        if decision.verdict is ContactVerdict.ALLOW:
            return None
        # A refusal closes the call when it is prepared again, with its own decision.
        wait = (decision.until - now) if decision.until else timedelta(0)
        return await self._withdraw(facts, request.attempt, attempt, wait, why(decision, fresh.hours_key))

    async def _place(self, admitted: _Admitted, attempt: AttemptId, due: float) -> DialAnswer:
        """Compare and set, wait for the slot to the millisecond, send. due: the slot on the monotonic clock."""
        facts = admitted.facts
        carrier = self._tools.carriers[facts.carrier]
        async with self._tools.database.transaction() as session:
            send_before = await dialling.begin_placing(
                session, facts.account_id, attempt, send_limit=self._tools.limits.send_limit
            )
        if send_before is None:
            return await self._unknown.resolve(facts.account_id, attempt)
        activity.heartbeat()
        while True:
            await _sleep_until(due)
            too_late = min(send_before, _wall_clock(due) + LATE)
            try:
                carrier_call_id = await carrier.place(self._place_request(admitted, attempt, too_late))
                break
            except SendRefused as refused:
                if refused.code != "too_late" or datetime.now(UTC) >= send_before:
                    return await self._not_placed(facts, attempt, refused)
            except ProviderError as error:
                log.warning("dial.failed", attempt_id=attempt, error=type(error).__name__, code=error.code)
                return await self._not_placed(facts, attempt, error)
            next_slot = await self._next_slot(facts)
            if next_slot is None or next_slot[0].wait > DECIDE_AGAIN_AFTER:
                number = int(attempt.rpartition("-")[2])
                return await self._withdraw(facts, number, attempt, timedelta(0), "The slot was missed.")
            due = next_slot[1]
        async with self._tools.database.transaction() as session:
            await dialling.record_placed(session, facts.account_id, attempt, carrier_call_id)
        log.info("call.placed", attempt_id=attempt, carrier_call_id=carrier_call_id)
        return DialAnswer(DialKind.PLACED)

    def _place_request(self, admitted: _Admitted, attempt: AttemptId, send_before: datetime) -> PlaceRequest:
        facts, process = admitted.facts, admitted.place.process
        hooks = f"{self._tools.public_url}/api/webhooks/twilio"
        plan = plan_of(facts.plan)
        return PlaceRequest(
            to=facts.person.number,
            from_number=facts.caller_number,
            correlation=attempt,
            answer_url=f"{hooks}/voice/{attempt}/{process}",
            status_url=f"{hooks}/status/{attempt}",
            machine_url=f"{hooks}/machine/{attempt}/{process}",
            ring_seconds=plan.ring_seconds,
            longest_call_seconds=plan.longest_call_seconds,
            fictional=is_fictional(facts),
            send_before=send_before,
        )

    async def _not_placed(self, facts: CallFacts, attempt: AttemptId, error: ProviderError) -> DialAnswer:
        """What an error of the carrier means for the attempt; only an unknown outcome is looked up."""
        number = int(attempt.rpartition("-")[2])
        match error:
            case ProviderThrottled():
                wait = timedelta(seconds=error.retry_after or 1.0)
                return await self._withdraw(facts, number, attempt, wait, "The carrier asks us to slow down.")
            case ProviderUnavailable():
                await self._pause_trunk(facts, _BREAKER, "the carrier cannot be reached")
                return await self._withdraw(
                    facts, number, attempt, _BREAKER, "The carrier cannot be reached."
                )
            case CredentialsRefused():
                await self._pause_trunk(facts, _CREDENTIALS_BREAKER, "the carrier refuses our credentials")
                return await self._withdraw(
                    facts, number, attempt, _CREDENTIALS_BREAKER, "The carrier refuses our credentials."
                )
            case SendRefused(code="too_late"):
                return await self._withdraw(
                    facts, number, attempt, timedelta(0), "The sender woke up too late."
                )
            case RecipientRefused():
                return await self._end(facts, attempt, TechnicalResult.INVALID_NUMBER, error)
            case ProviderRefused() | SendRefused():
                return await self._end(facts, attempt, TechnicalResult.CARRIER_FAILED, error)
            case _:
                return await self._unknown.resolve(facts.account_id, attempt)

    async def _withdraw(
        self, facts: CallFacts, number: int, attempt: AttemptId, wait: timedelta, reason: str
    ) -> DialAnswer:
        """It is certain that nothing was sent: the attempt never was, and the call asks again later (law 3)."""
        now = datetime.now(UTC)
        async with self._tools.database.transaction() as session:
            await dialling.withdraw_unsent(session, facts.account_id, attempt)
            await dialling.defer(
                session,
                facts,
                attempt=number,
                attempt_id=attempt,
                until=now + wait,
                why=reason,
                reasons="[]",
                rule_set="carrier",
                now=now,
            )
        return DialAnswer(DialKind.DEFERRED, until=now + wait, why=reason)

    async def _end(
        self, facts: CallFacts, attempt: AttemptId, result: TechnicalResult, error: ProviderError
    ) -> DialAnswer:
        reason = f"The carrier refused the call ({error.code or type(error).__name__})."
        async with self._tools.database.transaction() as session:
            await dialling.end_undialled_attempt(
                session, facts.account_id, attempt, result=str(result), reason=reason
            )
        return DialAnswer(DialKind.FAILED, why=reason)

    async def _pause_trunk(self, facts: CallFacts, pause: timedelta, because: str) -> None:
        async with self._tools.database.transaction() as session:
            await dialling.pause_trunk(
                session, facts.account_id, facts.trunk_id, pause=pause, because=because
            )

    async def _prepare(self, admitted: _Admitted, attempt: AttemptId) -> None:
        """Have the media server get ready while the phone rings; without it the call still works, only slower."""
        try:
            await self._tools.stage.prepare(
                admitted.place.control_url, conversation_plan(admitted.facts, attempt)
            )
        except ProviderThrottled:
            await self._vendor_is_full(admitted.facts, attempt)
        except (OSError, TimeoutError, ProviderError) as error:
            log.warning("dial.not_prepared", attempt_id=attempt, error=type(error).__name__)

    async def _vendor_is_full(self, facts: CallFacts, attempt: AttemptId) -> None:
        """The vendor allows less than the account's limit, or there is none: let no dial follow this one for a while."""
        log.warning("dial.vendor_full", attempt_id=attempt)
        try:
            await self._pause_trunk(
                facts, _BREAKER, "a speech vendor takes no more calls; see outbound limits"
            )
        except OUTAGES as error:
            log.warning("dial.not_paused", attempt_id=attempt, error=type(error).__name__)


def _what_is_missing(place: MediaPlace | None) -> str:
    if place is None:
        return "No media process takes calls at the moment; see outbound doctor."
    return "The trunk's pace leaves no slot within five seconds."


async def _sleep_until(due: float) -> timedelta:
    """Sleep until this moment of the monotonic clock; returns how much later than that it woke."""
    await asyncio.sleep(due - time.monotonic())
    return timedelta(seconds=max(0.0, time.monotonic() - due))


def _wall_clock(moment: float) -> datetime:
    """A moment of the monotonic clock as the time of day."""
    return datetime.now(UTC) + timedelta(seconds=moment - time.monotonic())
