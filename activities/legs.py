"""What became of a leg: our rows first, then the carrier; and hanging it up."""

import asyncio
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.tools import Limits, Tools
from database import attempts, placing, reported_events
from database.attempts import AttemptEnd
from domain.calls import AttemptRef, AttemptState, LegStatus
from domain.identifiers import AttemptId
from domain.outcomes import TechnicalResult
from providers.carriers.contract import Leg, LegPhase
from providers.errors import ProviderError

_STATES: Final = {
    LegPhase.RINGING: AttemptState.RINGING,
    LegPhase.ANSWERED: AttemptState.ANSWERED,
    LegPhase.ENDED: AttemptState.ENDED,
}
_HANG_UP_CHECKS: Final = 20
_HANG_UP_PAUSE_S: Final = 0.5


def is_hopeless(known: AttemptEnd, limits: Limits) -> bool:
    """Whether a carrier that does not know the leg now, after this was read, will not come to know it (law 1)."""
    return known.read_at > known.sent_at + limits.send_limit + limits.unconfirmed_after


async def find_leg(tools: Tools, known: AttemptEnd) -> Leg | None:
    """The leg of an attempt whose answer was lost, in the carrier's list; None while it is not there.

    Accounts may share a carrier's account and a caller number, so one that belongs to another attempt is passed over.
    Raises ProviderError.
    """
    async with tools.database.transaction() as session:
        others = await attempts.carrier_calls_of_number(session, known.account_id, known.attempt_id)
    telephony = await tools.connections.telephony(known.connection)
    while True:
        leg = await telephony.carrier.find(
            to=known.to_number,
            from_number=known.caller_number,
            correlation=known.attempt_id,
            since=known.sent_at,
            fictional=known.fictional,
            not_these=others,
        )
        if leg is None:
            return None
        async with tools.database.transaction() as session:
            if not await attempts.is_anothers_leg(session, known.attempt_id, leg.carrier_call_id):
                return leg
        others.append(leg.carrier_call_id)


async def store_leg(session: AsyncSession, attempt_id: AttemptId, leg: Leg, now: datetime) -> None:
    """Keep what the carrier answered to a look-up, as if its callback had come."""
    state = _STATES.get(leg.phase)
    if state is None:
        return
    await reported_events.record_leg_event(
        session,
        attempt_id,
        reported_events.LegEvent(
            state=state,
            dedupe_key=f"{attempt_id}/looked-up/{state}",
            carrier_call_id=leg.carrier_call_id,
            occurred_at=now,
            result=leg.result,
            duration_seconds=leg.duration_seconds,
        ),
    )


class LegActivities:
    """The steps around a leg that is out in the world."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @activity.defn
    async def check_leg(self, ref: AttemptRef) -> LegStatus:
        """Whether the leg is over: from our rows, else from the carrier, whose answer is kept. May be repeated.

        A leg that the carrier does not know when its dial can no longer be under way is over, though nobody saw its end.
        Raises ProviderError when the carrier has to be asked and cannot be.
        """
        known = await self._known(ref)
        if known is None:
            return LegStatus(ended=True, talking=False, reported=False)
        if not known.leg_ended and known.carrier_call_id is not None:
            telephony = await self._tools.connections.telephony(known.connection)
            leg = await telephony.carrier.look_up(known.carrier_call_id, fictional=known.fictional)
            if leg is None and is_hopeless(known, self._tools.limits):
                leg = Leg(
                    known.carrier_call_id, LegPhase.ENDED, TechnicalResult.UNCONFIRMED, None, None, "unknown"
                )
            if leg is not None:
                known = await self._kept(known, leg) or known
        return _status(known)

    @activity.defn
    async def hang_up(self, ref: AttemptRef) -> LegStatus:
        """End the leg, found by its id or by look-up, and see that the carrier agrees. May be repeated.

        Raises ProviderError when the carrier cannot be reached; the caller repeats it.
        """
        known = await self._known(ref)
        if known is None or known.state is AttemptState.CREATED or known.leg_ended:
            return LegStatus(ended=True, talking=bool(known and known.talking), reported=False)
        telephony = await self._tools.connections.telephony(known.connection)
        carrier_call_id = known.carrier_call_id
        if carrier_call_id is None:
            leg = await find_leg(self._tools, known)
            if leg is None:
                return LegStatus(ended=False, talking=False, reported=False)
            carrier_call_id = leg.carrier_call_id
            async with self._tools.database.transaction() as session:
                await placing.adopt_leg(session, ref.account_id, ref.attempt_id, carrier_call_id)
        await telephony.carrier.hang_up(carrier_call_id, fictional=known.fictional)
        for _ in range(_HANG_UP_CHECKS):
            activity.heartbeat()
            status = await self.check_leg(ref)
            if status.ended:
                return status
            await asyncio.sleep(_HANG_UP_PAUSE_S)
        raise ProviderError("The carrier accepted the hang-up, but the leg goes on.")

    async def _known(self, ref: AttemptRef) -> AttemptEnd | None:
        async with self._tools.database.transaction() as session:
            return await attempts.read_attempt_end(
                session, ref.account_id, ref.attempt_id, self._tools.key_ring
            )

    async def _kept(self, known: AttemptEnd, leg: Leg) -> AttemptEnd | None:
        async with self._tools.database.transaction() as session:
            await store_leg(session, known.attempt_id, leg, known.read_at)
        return await self._known(AttemptRef(known.account_id, known.call_id, known.attempt_id))


def _status(known: AttemptEnd) -> LegStatus:
    return LegStatus(ended=known.leg_ended, talking=known.talking, reported=known.conversation is not None)
