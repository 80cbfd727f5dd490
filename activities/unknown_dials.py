"""Dials of unknown fate: found again or, past all hope, closed as unconfirmed; never sent again (law 1)."""

import asyncio
from datetime import UTC, datetime
from typing import Final

import structlog
from temporalio import activity

from activities.legs import hopeless_after, store_leg
from activities.tools import Tools
from database import attempts, dialling
from database.attempts import AttemptEnd
from domain.calls import DialAnswer, DialKind
from domain.identifiers import AccountId, AttemptId
from domain.outcomes import TechnicalResult
from providers.carriers.contract import Leg
from providers.errors import ProviderError, ProviderUnavailable

log = structlog.get_logger(__name__)

_LOOK_UP_EVERY: Final = (0.5, 1.0, 2.0, 4.0)  # seconds; the last one repeats


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
            if known is None:
                return DialAnswer(DialKind.DEFERRED, until=datetime.now(UTC), why="Nothing had been sent.")
            if known.carrier_call_id is not None or known.leg_ended:
                return DialAnswer(DialKind.PLACED)
            try:
                leg = await self._find(known)
            except ProviderError as error:  # no answer is not the answer that there is no leg
                log.warning("dial.look_up_failed", attempt_id=attempt, error=type(error).__name__)
                if datetime.now(UTC) > hopeless_after(known, self._tools.limits):
                    raise ProviderUnavailable("The carrier cannot say whether it dialled.") from error
            else:
                if leg is not None:
                    await self._adopt(known, leg)
                    return DialAnswer(DialKind.PLACED)
                if datetime.now(UTC) > hopeless_after(known, self._tools.limits):
                    return await self._unconfirmed(known)
            await asyncio.sleep(next(waits, _LOOK_UP_EVERY[-1]))

    async def _known(self, account_id: AccountId, attempt: AttemptId) -> AttemptEnd | None:
        async with self._tools.database.transaction() as session:
            return await attempts.read_attempt_end(session, account_id, attempt, self._tools.key_ring)

    async def _find(self, known: AttemptEnd) -> Leg | None:
        """The leg in the carrier's list; None while it is not there. Raises ProviderError."""
        async with self._tools.database.transaction() as session:
            others = await attempts.carrier_calls_of_number(session, known.account_id, known.attempt_id)
        return await self._tools.carriers[known.carrier].find(
            to=known.to_number,
            from_number=known.caller_number,
            correlation=known.attempt_id,
            since=known.placing_at or known.created_at,
            fictional=known.fictional,
            not_these=others,
        )

    async def _adopt(self, known: AttemptEnd, leg: Leg) -> None:
        async with self._tools.database.transaction() as session:
            await dialling.record_placed(session, known.account_id, known.attempt_id, leg.carrier_call_id)
            await store_leg(session, known.attempt_id, leg, datetime.now(UTC))

    async def _unconfirmed(self, known: AttemptEnd) -> DialAnswer:
        reason = "The carrier never confirmed this dial."
        async with self._tools.database.transaction() as session:
            await dialling.end_undialled_attempt(
                session,
                known.account_id,
                known.attempt_id,
                result=str(TechnicalResult.UNCONFIRMED),
                reason=reason,
            )
        return DialAnswer(DialKind.UNCONFIRMED, why=reason)
