"""Calls whose workflow is gone: closed in its place, once the carrier agrees that no leg is left (law 6)."""

import structlog

from activities.closing import ClosingActivities
from activities.legs import LegActivities
from activities.tools import Tools
from activities.unknown_dials import UnknownDials
from database import attempts, closing
from database.claims import OpenCall
from domain.calls import AttemptRef
from domain.outcomes import TechnicalResult

log = structlog.get_logger(__name__)


class _DialUnderWay(Exception):
    """A dial that was waiting for its slot was placed while its call was being closed."""


class Orphans:
    """Ends what is left of such a call."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._legs = LegActivities(tools)
        self._closing = ClosingActivities(tools)
        self._unknown_dials = UnknownDials(tools)

    async def close(self, call: OpenCall, *, why: str) -> bool:
        """Hang up what lives, give every attempt its result, close the call and free its line; heartbeats.

        False, and the line is kept, while the carrier does not agree that the leg is over or a row of the call cannot
        be read: try again later.
        """
        async with self._tools.database.transaction() as session:
            placed = await attempts.placed_attempts(session, call.account_id, call.call_id)
        try:
            for attempt in placed:
                ref = AttemptRef(call.account_id, call.call_id, attempt)
                await self._end_leg(ref)
                await self._closing.close_attempt(ref)
            await self._close_call(call, why)
        except (
            Exception
        ) as error:  # whatever is wrong with this call, those that come after it are not held up
            log.warning("orphan.leg_may_live", call_id=call.call_id, error=type(error).__name__)
            return False
        log.warning("orphan.closed", call_id=call.call_id)
        return True

    async def _end_leg(self, ref: AttemptRef) -> None:
        """Return once the leg is over for certain, or its dial was given up. Raises ProviderError."""
        if not (await self._legs.hang_up(ref)).ended:
            await self._unknown_dials.resolve(ref.account_id, ref.attempt_id)
            await self._legs.hang_up(ref)

    async def _close_call(self, call: OpenCall, why: str) -> None:
        async with self._tools.database.transaction() as session:
            await closing.close_undialled(
                session, call.account_id, call.call_id, result=TechnicalResult.CANCELLED, why=why
            )
            # The close withdrew an attempt that was not placed yet, unless its dial was quicker.
            if await attempts.placed_attempts(session, call.account_id, call.call_id):
                raise _DialUnderWay
