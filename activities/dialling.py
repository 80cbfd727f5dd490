"""The dial: decide under the number's lock, take a slot, create the attempt, then ask the carrier once.

Laws 1 to 3 of the design live here. Whatever happens, an attempt that reached `placing` is never placed again:
a repetition of this activity looks the leg up instead. Of two that run at once only the one whose compare-and-set
placed the attempt may take it back.
"""

import asyncio
import time
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import structlog
from temporalio import activity

from activities.contact_facts import is_fictional, number_shown
from activities.dial_decisions import Allowed, AskCustomer, DialDecisions, SentBefore
from activities.dial_records import Admitted, Missed, Placing
from activities.elapsed_time import Moment
from activities.head_start import HeadStart
from activities.heartbeats import heartbeating
from activities.predial import Asked, CustomersWord
from activities.retry_after import asked_pause
from activities.slot_clock import SlotClock
from activities.tools import Tools
from activities.unknown_dials import UnknownDials
from database import call_facts, dialling, placing, trunks
from database.call_facts import CallFacts
from database.conversation_plans import conversation_plan
from database.json_columns import plan_of
from database.outages import OUTAGES
from database.placing import PlacingLost
from domain.calls import DialAnswer, DialKind, DialRequest
from domain.identifiers import AttemptId, attempt_id
from domain.outcomes import TechnicalResult
from domain.permits import MEDIA, PACE, TRUNK
from providers.carriers.contract import CallbackAddress, PlaceRequest
from providers.errors import (
    CredentialsRefused,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
    RecipientRefused,
    SendRefused,
)
from providers.telephony import Telephony

log = structlog.get_logger(__name__)

# A dial that has not left so long after its slot gives the slot up and takes the next.
LATE: Final = timedelta(milliseconds=30)
# With less left before its slot a dial gives it up at once: it must do for the compare-and-set.
LEAST_LEFT: Final = timedelta(milliseconds=50)
# Nothing is sent on an older decision.
OLDEST_DECISION: Final = timedelta(seconds=1)
# A process that misses more slots in a row is too busy to dial; by feel.
MOST_SLOTS: Final = 8
# So often the database is asked for the time by a process whose clock no quick answer has set, before it misses a slot.
_MOST_ASKED: Final = 3
_A_MOMENT: Final = timedelta(seconds=1)
_BREAKER: Final = timedelta(seconds=15)
_CREDENTIALS_BREAKER: Final = timedelta(minutes=5)


class DialActivities:
    """The dial of one attempt, on the trunk's own task queue."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._decisions = DialDecisions(tools)
        self._unknown = UnknownDials(tools)
        self._customer = CustomersWord(tools)
        self._clock = SlotClock()
        self._head_start = HeadStart()

    @activity.defn
    async def dial(self, request: DialRequest) -> DialAnswer:
        """Dial this attempt if the rules allow it at this moment; bounded by the look-ups of an ambiguous answer.

        May be repeated, also while it still runs: an attempt that was already sent is looked up, never sent again.
        """
        async with heartbeating():
            try:
                answer = await self._dial(request)
            except PlacingLost:
                answer = SentBefore()
            if isinstance(answer, SentBefore):
                attempt = attempt_id(request.call_id, request.attempt)
                return await self._unknown.resolve(request.account_id, attempt)
            return answer

    async def _dial(self, request: DialRequest) -> DialAnswer | SentBefore:
        """Slot after slot until it left in one, each on a decision of its own."""
        missed = Missed()
        for _ in range(MOST_SLOTS):
            admitted = await self._admit_asking(request, missed)
            if not isinstance(admitted, Admitted):
                return admitted
            tried = await self._try(admitted, missed.prepared)
            if not isinstance(tried, Missed):
                return tried
            missed = tried
        log.warning("dial.too_busy", call_id=request.call_id)
        return await self._withdraw(request, missed.token, PACE)

    async def _admit_asking(self, request: DialRequest, missed: Missed) -> Admitted | SentBefore | DialAnswer:
        """The dial transaction, on a fresh word of the customer's program where there is one: no transaction waits for that."""
        asked: Asked | None = None
        for _ in range(_MOST_ASKED):
            admitted = await self._admit(request, missed, asked)
            if not isinstance(admitted, AskCustomer):
                return admitted
            missed = replace(missed, token=None)
            asked = await self._customer.ask(request, admitted.facts, admitted.hook)
        return await self._withdraw(request, None, PACE)

    async def _admit(
        self, request: DialRequest, missed: Missed, asked: Asked | None
    ) -> Admitted | AskCustomer | SentBefore | DialAnswer:
        """The dial transaction: what missed its slot never was; decide anew, take a slot, create the attempt."""
        attempt = attempt_id(request.call_id, request.attempt)
        head_start = self._head_start.seconds
        async with self._tools.database.transaction() as session:
            if missed.token is not None:
                await placing.withdraw_placing(session, request.account_id, attempt, missed.token)
            allowed = await self._decisions.decide(session, request, asked)
            if not isinstance(allowed, Allowed):
                return allowed
            facts = allowed.facts
            asked_at, shown = time.monotonic(), number_shown(facts)
            admission = await dialling.admit(
                session,
                facts,
                allowed.decision,
                attempt=request.attempt,
                fictional=is_fictional(facts),
                head_start=head_start,
                caller_number=shown,
            )
            slot, place = admission.slot, admission.place
            if slot is None or place is None:
                return await self._decisions.wait(session, facts, MEDIA if place is None else PACE)
            self._clock.hear(slot.known_at, asked_at)
        await self._set_clock()
        due = self._clock.due(slot)
        return Admitted(request, facts, allowed.since, due, due - head_start, place, shown, asked)

    async def _set_clock(self) -> None:
        """Ask the database for the time until an answer is quick enough to keep slots by; a busy process may get none."""
        for _ in range(_MOST_ASKED):
            if self._clock.is_sure:
                return
            async with self._tools.database.transaction() as session:
                await dialling.time_of_day(session)  # the connection is there and the transaction begun
                asked_at = time.monotonic()
                self._clock.hear(await dialling.time_of_day(session), asked_at)

    async def _try(self, admitted: Admitted, prepared: str) -> DialAnswer | SentBefore | Missed:
        """Place it in its slot, while the media server gets ready, unless it is since the slot before."""
        preparing = asyncio.create_task(self._prepare(admitted, prepared))
        try:
            tried = await self._in_its_slot(admitted)
        except CredentialsRefused:
            tried = await self._credentials_refused(admitted, None)
        finally:
            prepared = await preparing
        return replace(tried, prepared=prepared) if isinstance(tried, Missed) else tried

    async def _in_its_slot(self, admitted: Admitted) -> DialAnswer | SentBefore | Missed:
        # Before anything of it is stored: opening a connection asks the database.
        telephony = await self._tools.connections.telephony(admitted.facts.connection)
        admitted = await self._with_a_fresh_word(admitted)
        late = await _sleep_until(admitted.begins)
        needed = (late + LEAST_LEFT).total_seconds()
        if needed > admitted.due - admitted.begins or not self._clock.is_sure:
            self._head_start.needed(needed)
            return Missed()
        return await self._place(admitted, telephony)

    async def _with_a_fresh_word(self, admitted: Admitted) -> Admitted:
        """The customer's program asked again, outside every transaction, where its word would be over a second old in the slot."""
        facts, asked = admitted.facts, admitted.asked
        if facts.predial_hook is None or asked is None or not asked.is_old_at(admitted.due):
            return admitted
        heard = await self._customer.ask_again(
            admitted.request, facts, facts.predial_hook, asked, admitted.begins
        )
        return replace(admitted, asked=heard, is_judged=False)

    async def _place(self, admitted: Admitted, telephony: Telephony) -> DialAnswer | SentBefore | Missed:
        """Compare and set; the request is made up before the slot, and leaves in it to the millisecond."""
        begun = await self._begin(admitted)
        if not isinstance(begun, Placing):
            return begun
        self._head_start.needed(time.monotonic() - admitted.begins)
        wanted = self._place_request(admitted, telephony, self._send_before(admitted.due, begun))
        try:
            carrier_call_id = await telephony.carrier.place(wanted)
        except SendRefused as refused:
            if refused.code == "too_late":
                return Missed(begun.token)
            return await self._not_placed(admitted, begun.token, refused)
        except ProviderError as error:
            log.warning(
                "dial.failed", attempt_id=admitted.attempt, error=type(error).__name__, code=error.code
            )
            return await self._not_placed(admitted, begun.token, error)
        return await self._placed(admitted, telephony, carrier_call_id)

    async def _begin(self, admitted: Admitted) -> Placing | DialAnswer | SentBefore | Missed:
        """The compare-and-set; first the rules once more if their answer would be over a second old in the slot, or the
        customer's program was asked since."""
        since = admitted.since
        async with self._tools.database.transaction() as session:
            if not admitted.is_judged or since.age_at(admitted.due) + LATE > OLDEST_DECISION:
                again = await self._decisions.decide(session, admitted.request, admitted.asked)
                if isinstance(again, AskCustomer):
                    return Missed()
                if not isinstance(again, Allowed):
                    return again
                if (
                    number_shown(again.facts) != admitted.shown
                ):  # its attempt says another: decide and write anew
                    return Missed()
                await self._decisions.keep(session, again, admitted.request)
                since = again.since
            at = Moment.now()
            token = await placing.begin_placing(session, admitted.request.account_id, admitted.attempt)
        return Missed() if token is None else Placing(token, _older(since, admitted.asked), at)

    def _send_before(self, due: float, begun: Placing) -> datetime:
        """Not long after the slot, nor on a decision over a second old, nor past the send limit; by the time of day."""
        now = Moment.now()
        left = min(
            timedelta(seconds=due - now.steady) + LATE,
            OLDEST_DECISION - begun.since.age_at(now.steady),
            self._tools.limits.send_limit - begun.at.age_at(now.steady),
        )
        return now.time_of_day + left

    def _place_request(self, admitted: Admitted, telephony: Telephony, send_before: datetime) -> PlaceRequest:
        facts = admitted.facts
        plan = plan_of(facts.plan)
        return PlaceRequest(
            to=facts.person.number,
            from_number=admitted.shown,
            callbacks=CallbackAddress(
                self._tools.public_url,
                admitted.attempt,
                admitted.place.process,
                telephony.proof(admitted.attempt),
            ),
            ring_seconds=plan.ring_seconds,
            longest_call_seconds=plan.longest_call_seconds,
            fictional=is_fictional(facts),
            due=admitted.due,
            send_before=send_before,
            machine_detection=telephony.carrier.detects_machines,
        )

    async def _placed(self, admitted: Admitted, telephony: Telephony, carrier_call_id: str) -> DialAnswer:
        facts, attempt = admitted.facts, admitted.attempt
        try:
            async with self._tools.database.transaction() as session:
                await placing.record_placed(session, facts.account_id, attempt, carrier_call_id)
        except PlacingLost:  # nothing can follow a leg without its row: it ends, and is not dialled again
            log.error("dial.row_lost", attempt_id=attempt, carrier_call_id=carrier_call_id)
            await telephony.carrier.hang_up(carrier_call_id, fictional=is_fictional(facts))
            return DialAnswer(DialKind.UNCONFIRMED, why="The attempt's row is gone.")
        log.info("call.placed", attempt_id=attempt, carrier_call_id=carrier_call_id)
        return DialAnswer(DialKind.PLACED)

    async def _not_placed(
        self, admitted: Admitted, token: str, error: ProviderError
    ) -> DialAnswer | SentBefore:
        """What an error of the carrier means for the attempt; only an unknown outcome is looked up."""
        request, facts = admitted.request, admitted.facts
        match error:
            case ProviderThrottled():
                pause = asked_pause(error) or _A_MOMENT
                await self._pause_trunk(facts, pause, "the carrier asks us to slow down")
                return await self._withdraw(request, token, TRUNK)
            case ProviderUnavailable():
                await self._pause_trunk(facts, _BREAKER, "the carrier cannot be reached")
                return await self._withdraw(request, token, TRUNK)
            case CredentialsRefused():
                return await self._credentials_refused(admitted, token)
            case RecipientRefused():
                return await self._end(admitted, token, TechnicalResult.INVALID_NUMBER, error)
            case ProviderRefused() | SendRefused():
                return await self._end(admitted, token, TechnicalResult.CARRIER_FAILED, error)
            case _:
                return SentBefore()

    async def _credentials_refused(self, admitted: Admitted, token: str | None) -> DialAnswer | SentBefore:
        facts = admitted.facts
        async with self._tools.database.transaction() as session:
            await trunks.pause_until_other_credentials(
                session, facts.trunk_id, facts.connection, pause=_CREDENTIALS_BREAKER
            )
        return await self._withdraw(admitted.request, token, TRUNK)

    async def _withdraw(
        self, request: DialRequest, token: str | None, waits_for: str
    ) -> DialAnswer | SentBefore:
        """It is certain that nothing was sent: the attempt never was, and the call waits for another turn (law 3)."""
        attempt = attempt_id(request.call_id, request.attempt)
        async with self._tools.database.transaction() as session:
            if token is not None:
                await placing.withdraw_placing(session, request.account_id, attempt, token)
            facts = await call_facts.read_facts(
                session, request.account_id, request.call_id, self._tools.key_ring, attempt_id=attempt
            )
            if facts is None:
                return DialAnswer(DialKind.REFUSED, why="The call does not exist.")
            return await self._decisions.wait(session, facts, waits_for)

    async def _end(
        self, admitted: Admitted, token: str, result: TechnicalResult, error: ProviderError
    ) -> DialAnswer:
        reason = f"The carrier refused the call ({error.code or type(error).__name__})."
        async with self._tools.database.transaction() as session:
            await placing.end_refused(
                session,
                admitted.facts.account_id,
                admitted.attempt,
                token,
                result=str(result),
                reason=reason,
            )
        return DialAnswer(DialKind.FAILED, why=reason)

    async def _pause_trunk(self, facts: CallFacts, pause: timedelta, because: str) -> None:
        async with self._tools.database.transaction() as session:
            await trunks.pause_trunk(session, facts.account_id, facts.trunk_id, pause=pause, because=because)

    async def _prepare(self, admitted: Admitted, prepared: str) -> str:
        """Have the media server get ready while the phone rings; without it the call still works, only slower.

        prepared: the process that is ready already. Returns the one that is now, empty for none.
        """
        place = admitted.place
        if place.process == prepared:
            return prepared
        try:
            await self._tools.stage.prepare(
                place.control_url, conversation_plan(admitted.facts, admitted.attempt)
            )
        except ProviderThrottled:
            await self._vendor_is_full(admitted.facts, admitted.attempt)
        except (OSError, TimeoutError, ProviderError) as error:
            log.warning("dial.not_prepared", attempt_id=admitted.attempt, error=type(error).__name__)
        else:
            return place.process
        return ""

    async def _vendor_is_full(self, facts: CallFacts, attempt: AttemptId) -> None:
        """The vendor allows less than the account's limit, or there is none: let no dial follow this one for a while."""
        log.warning("dial.vendor_full", attempt_id=attempt)
        try:
            await self._pause_trunk(
                facts, _BREAKER, "a speech vendor takes no more calls; see outbound limits"
            )
        except OUTAGES as error:
            log.warning("dial.not_paused", attempt_id=attempt, error=type(error).__name__)


def _older(since: Moment, asked: Asked | None) -> Moment:
    """Whichever is older: what we know ourselves, or the customer's word."""
    return since if asked is None else min(since, asked.at, key=lambda each: each.steady)


async def _sleep_until(due: float) -> timedelta:
    """Sleep until this moment of the monotonic clock; returns how much later than that it woke."""
    await asyncio.sleep(due - time.monotonic())
    return timedelta(seconds=max(0.0, time.monotonic() - due))
