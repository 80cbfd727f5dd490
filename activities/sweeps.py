"""Repairs over all accounts: calls that are open in PostgreSQL but closed or absent in Temporal."""

from typing import Final

import structlog
from temporalio import activity

from activities.closing import ClosingActivities
from activities.legs import LegActivities
from activities.tools import Tools
from activities.unknown_dials import UnknownDials
from database import attempts, claims
from database.claims import OpenCall
from domain.calls import AttemptRef, CallOrder
from domain.identifiers import AttemptId, call_workflow_id
from domain.outcomes import TechnicalResult
from domain.phone_numbers import masked
from providers.errors import ProviderError

log = structlog.get_logger(__name__)

_PAGE: Final = 100


class _DialUnderWay(Exception):
    """A dial that was waiting for its slot was placed while its call was being closed."""


class SweepActivities:
    """The sweep."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._legs = LegActivities(tools)
        self._closing = ClosingActivities(tools)
        self._unknown_dials = UnknownDials(tools)

    @activity.defn
    async def sweep(self) -> int:
        """Put right every open call whose workflow is gone; how many those were. May be repeated and goes on where cut.

        A call that never began is started. Any other is closed, and its line freed, only once the carrier agrees
        that its leg is over (hung up if need be); until then it is left to the next sweep, and holds up no other.
        """
        repaired, after = 0, _begin()
        while True:
            async with self._tools.database.transaction() as session:
                page = await claims.open_calls(
                    session, None, self._tools.key_ring, after=after, overdue=True, limit=_PAGE
                )
            for call in page:
                repaired += await self._repair(call)
                after = call.call_id
                activity.heartbeat(after)
            if len(page) < _PAGE:
                return repaired

    async def _repair(self, call: OpenCall) -> bool:
        workflow_id = call_workflow_id(call.call_id, call.campaign_id, call.lead_id)
        if await self._tools.starter.is_open(workflow_id):
            return False
        if call.state == "claimed":
            order = CallOrder(call.account_id, call.call_id, call.trunk_id, call.campaign_id)
            await self._tools.starter.start_call(order, call.lead_id, masked_number=masked(call.number))
            # One that was ended before its first step is not started a second time.
            if await self._tools.starter.is_open(workflow_id):
                return True
        return await self._close_orphan(call)

    async def _close_orphan(self, call: OpenCall) -> bool:
        async with self._tools.database.transaction() as session:
            placed = await attempts.placed_attempts(session, call.account_id, call.call_id)
        try:
            for attempt in placed:
                await self._end_leg(_ref(call, attempt))
                await self._closing.close_attempt(_ref(call, attempt))
            await self._close_call(call)
        except (ProviderError, _DialUnderWay) as error:
            log.warning("sweep.leg_may_live", call_id=call.call_id, error=type(error).__name__)
            return False
        log.warning("sweep.closed_orphan", call_id=call.call_id)
        return True

    async def _end_leg(self, ref: AttemptRef) -> None:
        """Return once the leg is over for certain, or its dial was given up. Raises ProviderError."""
        if not (await self._legs.hang_up(ref)).ended:
            await self._unknown_dials.resolve(ref.account_id, ref.attempt_id)
            await self._legs.hang_up(ref)

    async def _close_call(self, call: OpenCall) -> None:
        async with self._tools.database.transaction() as session:
            await attempts.close_undialled(
                session,
                call.account_id,
                call.call_id,
                result=TechnicalResult.CANCELLED,
                why="Its workflow was gone.",
            )
            # The close withdrew an attempt that was not placed yet, unless its dial was quicker.
            if await attempts.placed_attempts(session, call.account_id, call.call_id):
                raise _DialUnderWay


def _begin() -> str:
    details = activity.info().heartbeat_details
    return str(details[0]) if details else ""


def _ref(call: OpenCall, attempt: AttemptId) -> AttemptRef:
    return AttemptRef(call.account_id, call.call_id, attempt)
