"""May the next attempt be dialled now? Reads the rows, asks the rules, reserves a line. No attempt is made here."""

import random
from datetime import UTC, datetime, timedelta
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.contact_rules import may_contact, reasons_as_json, why
from activities.free_lines import wanted_thing
from activities.tools import Tools
from database import attempts, dialling, lines
from database.dialling import CallFacts
from database.lines import Reservation
from database.records import plan_of
from domain.calls import CallRef, CallState, Readiness, ReadinessKind, Reschedule
from domain.contactability import Channel, Contactability, ContactVerdict, ReasonCode
from domain.identifiers import AttemptId, attempt_id
from domain.outcomes import TechnicalResult
from domain.permits import LINE, waits_for_text
from domain.phone_numbers import masked

log = structlog.get_logger(__name__)

# For a line that fell free in another process.
_LOOK_AGAIN_SECONDS: Final = (1.5, 2.5)
# A call that got no permit for so long leaves its place among the calls that are due to others for a while; by feel.
_LONGEST_PERMIT_WAIT: Final = timedelta(minutes=5)
_PERMIT_REST: Final = timedelta(minutes=1)
_LEG_LOOK_AGAIN: Final = timedelta(seconds=15)
_CHOSEN_WAITS: Final = {ReasonCode.NOT_BEFORE, ReasonCode.TOO_SOON}


class ReadinessActivities:
    """The steps before a dial."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @activity.defn
    async def prepare_attempt(self, ref: CallRef) -> Readiness:
        """What the call may do now: dial (a line is held), wait and until when, queue for a line, or nothing more.

        May be repeated: a line it holds is found again, a wait is the same wait.
        """
        return await self.look(ref, patient=True)

    @activity.defn
    async def reschedule_call(self, ref: CallRef, change: Reschedule) -> None:
        """Let the call wait for this moment instead."""
        async with self._tools.database.transaction() as session:
            await dialling.set_not_before(session, ref.account_id, ref.call_id, change.at)

    async def look(self, ref: CallRef, *, patient: bool) -> Readiness:
        """What the call may do now; one that is not patient any more is postponed where it would wait for a permit."""
        async with self._tools.database.transaction() as session:
            facts = await dialling.read_facts(
                session, ref.account_id, ref.call_id, self._tools.key_ring, attempt_id=AttemptId("")
            )
            if facts is None or facts.call_state == CallState.CLOSED:
                return Readiness(ReadinessKind.FINAL, why="The call is closed.")
            if facts.is_placed:
                return _under_way(facts)
            attempt = facts.attempts_made + 1
            decision = may_contact(facts, self._tools.rule_packs, facts.now, channel=Channel.VOICE)
            match decision.verdict:
                case ContactVerdict.REFUSE:
                    return await self._refuse(session, facts, attempt, decision)
                case ContactVerdict.DEFER:
                    return await self._defer(session, facts, attempt, decision)
                case ContactVerdict.ALLOW:
                    return await self._reserve_line(session, facts, attempt, patient=patient)

    async def _refuse(
        self,
        session: AsyncSession,
        facts: CallFacts,
        attempt: int,
        decision: Contactability,
    ) -> Readiness:
        reason = why(decision, facts.hours_key)
        await attempts.refuse_call(
            session,
            facts.account_id,
            facts.call_id,
            attempt=attempt,
            reasons=reasons_as_json(decision),
            rule_set=decision.rule_set,
            now=facts.now,
            why=reason,
        )
        return Readiness(ReadinessKind.REFUSED, attempt=attempt, why=reason)

    async def _defer(
        self,
        session: AsyncSession,
        facts: CallFacts,
        attempt: int,
        decision: Contactability,
    ) -> Readiness:
        until = decision.until or facts.now + timedelta(minutes=15)
        backs_off = facts.attempts_made and {reason.code for reason in decision.reasons} <= _CHOSEN_WAITS
        # The last attempt's close said why and until when; that is worth more than "another time was chosen".
        reason = facts.why if backs_off else why(decision, facts.hours_key)
        await dialling.defer(
            session,
            facts,
            attempt=attempt,
            attempt_id=attempt_id(facts.call_id, attempt),
            until=until,
            why=reason,
            reasons=reasons_as_json(decision),
            rule_set=decision.rule_set,
        )
        return _wait(facts, attempt, until, reason)

    async def _reserve_line(
        self, session: AsyncSession, facts: CallFacts, attempt: int, *, patient: bool
    ) -> Readiness:
        waits_for = None
        if facts.line is None:  # the claim gave it none, and this is no repetition
            reserved = await lines.take_line(session, facts.account_id, facts.trunk_id, facts.call_id)
            if reserved == Reservation():
                return Readiness(ReadinessKind.FINAL, why="The call is closed.")
            waits_for = reserved.waits_for
        if waits_for is not None and not facts.may_queue:
            reason = f"The call {waits_for_text(waits_for)}, and the caller did not ask to queue."
            await attempts.close_undialled(
                session, facts.account_id, facts.call_id, result=TechnicalResult.NEVER_DIALLED, why=reason
            )
            return Readiness(ReadinessKind.REFUSED, attempt=attempt, why=reason)
        if waits_for not in (None, LINE) and not patient:
            return await self._rest(session, facts, attempt, waits_for_text(waits_for))
        plan = plan_of(facts.plan)
        return Readiness(
            ReadinessKind.READY if waits_for is None else ReadinessKind.WAIT_FOR_LINE,
            attempt=attempt,
            why=f"{masked(facts.person.number)}, attempt {attempt}",
            trunk_id=facts.trunk_id,
            ring_seconds=plan.ring_seconds,
            longest_call_seconds=plan.longest_call_seconds,
            waits_for=waits_for or "",
        )

    async def _rest(self, session: AsyncSession, facts: CallFacts, attempt: int, why: str) -> Readiness:
        """Postpone a call that got no permit for minutes (law 3: that is no attempt)."""
        log.warning("permits.exhausted", call_id=facts.call_id, why=why)
        until, reason = facts.now + _PERMIT_REST, f"The call {why}; it asks again in a minute."
        await dialling.defer(
            session,
            facts,
            attempt=attempt,
            attempt_id=attempt_id(facts.call_id, attempt),
            until=until,
            why=reason,
            reasons="[]",
            rule_set="permits",
        )
        return _wait(facts, attempt, until, reason)


def _under_way(facts: CallFacts) -> Readiness:
    """This step was overtaken: the call's dial is out in the world, and its own end decides what comes next."""
    until = facts.now + _LEG_LOOK_AGAIN
    return _wait(facts, facts.attempts_made, until, "A dial of this call is under way.")


def _wait(facts: CallFacts, attempt: int, until: datetime, why: str) -> Readiness:
    wait_seconds = (until - facts.now).total_seconds()
    return Readiness(ReadinessKind.WAIT, attempt=attempt, until=until, why=why, wait_seconds=wait_seconds)


class LineWaitActivities:
    """The one step that lasts: waiting for a line, on a queue of its own."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._readiness = ReadinessActivities(tools)

    @activity.defn
    async def wait_for_line(self, ref: CallRef) -> Readiness:
        """Wait until a line of the call's trunk and its permits are free and taken for it, heartbeating.

        Looks when one of them falls free, first come first served. A call that waited long for a permit is postponed.
        """
        free_lines = self._tools.free_lines
        place, give_up_at = free_lines.queue(), datetime.now(UTC) + _LONGEST_PERMIT_WAIT
        while True:
            readiness = await self._readiness.look(ref, patient=datetime.now(UTC) < give_up_at)
            if readiness.kind is not ReadinessKind.WAIT_FOR_LINE or readiness.trunk_id is None:
                return readiness
            activity.heartbeat()
            wanted = wanted_thing(ref.account_id, readiness.trunk_id, readiness.waits_for)
            await free_lines.wait(wanted, place, random.uniform(*_LOOK_AGAIN_SECONDS))
