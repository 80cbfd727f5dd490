"""Dials of unknown fate: found again or, past all hope, closed as unconfirmed; never sent again (law 1)."""

import asyncio
from typing import Final

import structlog
from temporalio import activity

from activities.legs import find_leg, is_hopeless, store_leg
from activities.tools import Tools
from database import attempts, placing
from database.attempts import AttemptEnd
from domain.calls import AttemptState, DialAnswer, DialKind
from domain.identifiers import AccountId, AttemptId
from providers.carriers.contract import Leg
from providers.errors import ProviderError, ProviderUnavailable

log = structlog.get_logger(__name__)

_LOOK_UP_EVERY: Final = (0.5, 1.0, 2.0, 4.0)  # seconds; the last one repeats
_NEVER_CONFIRMED: Final = "The carrier never confirmed this dial."


class UnknownDials:
    """Resolves an ambiguous answer, or an attempt whose sender died."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    async def resolve(self, account_id: AccountId, attempt: AttemptId) -> DialAnswer:
        """Whether the dial happened: our rows first (a callback may have come), then the carrier's list.

        Looks until the carrier says, after the send deadline plus the configured time, that it knows no such call;
        heartbeating. Raises ProviderUnavailable when it cannot be asked by then: to be repeated.
        """
        waits = iter(_LOOK_UP_EVERY)
        while True:
            activity.heartbeat()
            known = await self._known(account_id, attempt)
            # Its sender took it back, so the call may ask again.
            if known is None or known.state is AttemptState.CREATED:
                return DialAnswer(DialKind.DEFERRED, why="Nothing had been sent.")
            if known.carrier_call_id is not None or known.leg_ended:
                return DialAnswer(DialKind.PLACED)
            try:
                leg = await find_leg(self._tools, known)
            except ProviderError as error:  # no answer is not the answer that there is no leg
                log.warning("dial.look_up_failed", attempt_id=attempt, error=type(error).__name__)
                if is_hopeless(known, self._tools.limits):
                    raise ProviderUnavailable("The carrier cannot say whether it dialled.") from error
            else:
                if leg is not None:
                    await self._adopt(known, leg)
                    return DialAnswer(DialKind.PLACED)
                if is_hopeless(known, self._tools.limits) and await self._give_up(known):
                    return DialAnswer(DialKind.UNCONFIRMED, why=_NEVER_CONFIRMED)
            await asyncio.sleep(next(waits, _LOOK_UP_EVERY[-1]))

    async def _known(self, account_id: AccountId, attempt: AttemptId) -> AttemptEnd | None:
        async with self._tools.database.transaction() as session:
            return await attempts.read_attempt_end(session, account_id, attempt, self._tools.key_ring)

    async def _adopt(self, known: AttemptEnd, leg: Leg) -> None:
        async with self._tools.database.transaction() as session:
            await placing.adopt_leg(session, known.account_id, known.attempt_id, leg.carrier_call_id)
            await store_leg(session, known.attempt_id, leg, known.read_at)

    async def _give_up(self, known: AttemptEnd) -> bool:
        """Whether the attempt is over now; not if a callback came, or another step found its leg."""
        async with self._tools.database.transaction() as session:
            return await placing.end_unconfirmed(
                session, known.account_id, known.attempt_id, known.sent_at, reason=_NEVER_CONFIRMED
            )
