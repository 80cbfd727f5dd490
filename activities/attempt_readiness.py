"""May the next attempt be dialled now? Reads the rows, asks the rules, reserves a line. No attempt is made here.

Asked once more behind the lock, immediately before the dial: dial_decisions.py. Whether a process is ready: api/health.py.
"""

import asyncio
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.contact_facts import may_contact, why
from activities.line_queue import Place, Rank, wanted_thing
from activities.tools import Tools
from database import call_facts, closing, dialling, trunk_lines
from database.call_facts import CallFacts
from database.json_columns import plan_of
from database.trunk_lines import Reservation
from domain.calls import CallRef, CallState, Readiness, ReadinessKind, Reschedule
from domain.contactability import Channel, Contactability, ContactVerdict
from domain.identifiers import AccountId, CallId
from domain.outcomes import TechnicalResult
from domain.permits import TURN, waits_for_text
from domain.phone_numbers import masked

log = structlog.get_logger(__name__)

# For what falls free in another process; the foremost of those that wait here looks so often.
_LOOK_AGAIN_SECONDS: Final = (1.5, 2.5)
# The foremost call of any other process has looked within this: the longest between two looks, and what they take themselves
# while the database is busy, which is by feel.
_ALL_HAVE_LOOKED_SECONDS: Final = 4.0
# The others look as well, for the rules may change meanwhile: all together so often, however many they are.
_OTHERS_LOOKS_PER_SECOND: Final = 20
# Well within the activity's heartbeat limit.
_BEAT_SECONDS: Final = 5.0
# A permit that was not to be had for so long is worth a word to whoever runs the system; by feel.
_LONG_PERMIT_WAIT: Final = timedelta(minutes=5)


_CLOSED: Final = Readiness(ReadinessKind.FINAL, why="The call is closed.")


@dataclass(frozen=True, slots=True)
class Look:
    """What the call may do now; if it is to wait in line, its rank there and when it is worth while to look again."""

    readiness: Readiness
    rank: Rank | None = None
    look_in: timedelta | None = None

    def wanted(self, account_id: AccountId) -> str:
        """What has to fall free for it."""
        assert self.readiness.trunk_id is not None
        return wanted_thing(account_id, self.readiness.trunk_id, self.readiness.waits_for)


async def ready_calls(
    tools: Tools, account_id: AccountId, calls: Sequence[CallId]
) -> dict[CallId, Readiness]:
    """Of these calls, those that the rules allow to be dialled now for the first time: those with a line are ready, the others
    wait for one.

    It is what the call's own look would find, at a statement for all of them. It decides nothing: the dial reads and
    decides anew (law 2), and a call that is not among them looks for itself.
    """
    async with tools.database.transaction() as session:
        found = await call_facts.facts_of_new_calls(session, account_id, calls, tools.key_ring)
        packs = {
            facts.call_id: await tools.rule_packs.of(session, account_id, facts.rule_versions)
            for facts in found
        }
    return {
        facts.call_id: _readiness(facts, 1, TURN if facts.line is None else "")
        for facts in found
        if may_contact(facts, packs[facts.call_id], facts.now, channel=Channel.VOICE).verdict
        is ContactVerdict.ALLOW
    }


class ReadinessActivities:
    """The steps before a dial."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @activity.defn
    async def prepare_attempt(self, ref: CallRef) -> Readiness:
        """What the call may do now: dial (a line is held), wait and until when, queue for a line, or nothing more.

        May be repeated: a line it holds is found again, a wait is the same wait.
        """
        return (await self.look(ref)).readiness

    @activity.defn
    async def reschedule_call(self, ref: CallRef, change: Reschedule) -> None:
        """Let the call wait for this moment instead, unless a newer act chose another."""
        async with self._tools.database.transaction() as session:
            await dialling.set_not_before(session, ref.account_id, ref.call_id, change.at, change.act)

    async def look(self, ref: CallRef, *, in_line: bool = False) -> Look:
        """What the call may do now. in_line: it is the foremost of those that wait here, and need not give way."""
        async with self._tools.database.transaction() as session:
            facts = await call_facts.read_facts(session, ref.account_id, ref.call_id, self._tools.key_ring)
            if facts is None or facts.call_state == CallState.CLOSED:
                return Look(_CLOSED)
            if (
                facts.is_placed
            ):  # by a step that was overtaken: the dial of this attempt finds it, and sees it through
                return Look(_readiness(facts, facts.attempts_made))
            if facts.is_answered:
                await closing.close_answered(session, facts)
                return Look(_CLOSED)
            attempt = facts.attempts_made + 1
            packs = await self._tools.rule_packs.of(session, facts.account_id, facts.rule_versions)
            decision = may_contact(facts, packs, facts.now, channel=Channel.VOICE)
            match decision.verdict:
                case ContactVerdict.REFUSE:
                    return Look(await self._refuse(session, facts, attempt, decision))
                case ContactVerdict.DEFER:
                    return Look(await self._defer(session, facts, attempt, decision))
                case ContactVerdict.ALLOW:
                    return await self._reserve_line(session, facts, attempt, in_line=in_line)

    async def _refuse(
        self,
        session: AsyncSession,
        facts: CallFacts,
        attempt: int,
        decision: Contactability,
    ) -> Readiness:
        reason = why(decision, facts)
        await closing.refuse_call(
            session,
            facts.account_id,
            facts.call_id,
            decision,
            attempt=attempt,
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
        reason = why(decision, facts)
        await dialling.defer(session, facts, decision, attempt=attempt, why=reason)
        return _wait(facts, attempt, decision.again_at, reason)

    async def _reserve_line(
        self, session: AsyncSession, facts: CallFacts, attempt: int, *, in_line: bool
    ) -> Look:
        if facts.line is not None:  # it came with the claim, or this is a repetition
            return Look(_readiness(facts, attempt))
        reserved = await trunk_lines.take_line(
            session, facts.account_id, facts.trunk_id, facts.call_id, in_line=in_line
        )
        if reserved == Reservation():
            return Look(_CLOSED)
        if reserved.waits_for is None:
            return Look(_readiness(facts, attempt))
        if not facts.may_queue:
            return Look(await self._give_up(session, facts, attempt, waits_for_text(reserved.waits_for)))
        return Look(_readiness(facts, attempt, reserved.waits_for), _rank(facts, reserved), reserved.look_in)

    async def _give_up(self, session: AsyncSession, facts: CallFacts, attempt: int, waits: str) -> Readiness:
        reason = f"The call {waits}, and the caller did not ask to queue."
        await closing.close_undialled(
            session, facts.account_id, facts.call_id, result=TechnicalResult.NEVER_DIALLED, why=reason
        )
        return Readiness(ReadinessKind.REFUSED, attempt=attempt, why=reason)


def _readiness(facts: CallFacts, attempt: int, waits_for: str = "") -> Readiness:
    plan = plan_of(facts.plan)
    return Readiness(
        ReadinessKind.WAIT_FOR_LINE if waits_for else ReadinessKind.READY,
        attempt=attempt,
        why=f"{masked(facts.person.number)}, attempt {attempt}",
        trunk_id=facts.trunk_id,
        ring_seconds=plan.ring_seconds,
        longest_call_seconds=plan.longest_call_seconds,
        waits_for=waits_for,
    )


def _rank(facts: CallFacts, reserved: Reservation) -> Rank | None:
    return None if reserved.planned_at is None else (reserved.planned_at, facts.call_id)


def _wait(facts: CallFacts, attempt: int, until: datetime, why: str) -> Readiness:
    wait_seconds = (until - facts.now).total_seconds()
    return Readiness(ReadinessKind.WAIT, attempt=attempt, until=until, why=why, wait_seconds=wait_seconds)


class LineWaitActivities:
    """The one step that lasts: waiting for a turn, on a queue of its own."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._readiness = ReadinessActivities(tools)

    @activity.defn
    async def wait_for_line(self, ref: CallRef) -> Readiness:
        """Wait until a line of the call's trunk, its turn there and its permits are taken for it, heartbeating.

        First come, first served by when the calls were planned; nothing is written while it waits.
        """
        look = await self._readiness.look(ref)
        if look.rank is None:
            return look.readiness
        free_lines = self._tools.free_lines
        with free_lines.place(look.rank, look.wanted(ref.account_id)) as place, self._alarm(ref, place):
            while True:
                await self._until_it_is_worth_while(place, look)
                in_line = free_lines.is_foremost(place) and not place.stands_back_for(
                    _ALL_HAVE_LOOKED_SECONDS
                )
                look = await self._readiness.look(ref, in_line=in_line)
                if look.rank is None:
                    return look.readiness
                free_lines.change(place, look.wanted(ref.account_id))

    async def _until_it_is_worth_while(self, place: Place, look: Look) -> None:
        """Sleep until the call is told or should look by itself, heartbeating."""
        seconds = random.uniform(*_LOOK_AGAIN_SECONDS)  # nosec B311 # nobody gains by guessing it
        if self._tools.free_lines.is_foremost(place):
            seconds = min(seconds, look.look_in.total_seconds()) if look.look_in is not None else seconds
            seconds = min(seconds, place.stands_back_for(_ALL_HAVE_LOOKED_SECONDS) or seconds)
        else:
            spread = random.uniform(0.8, 1.2)  # nosec B311 # nor this
            seconds = max(seconds, spread * len(self._tools.free_lines) / _OTHERS_LOOKS_PER_SECOND)
        while seconds > 0 and not await place.until_told(min(seconds, _BEAT_SECONDS)):
            activity.heartbeat()
            seconds -= _BEAT_SECONDS
        activity.heartbeat()

    @contextmanager
    def _alarm(self, ref: CallRef, place: Place) -> Iterator[None]:
        """Warn once if the foremost call has waited long for a permit (requirement 64)."""

        def warn() -> None:
            if self._tools.free_lines.is_foremost(place) and place.wanted.startswith(f"{ref.account_id}/"):
                log.warning("permits.exhausted", call_id=ref.call_id, wanted=place.wanted)

        timer = asyncio.get_running_loop().call_later(_LONG_PERMIT_WAIT.total_seconds(), warn)
        try:
            yield
        finally:
            timer.cancel()
