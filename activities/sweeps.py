"""Repairs over all accounts: calls that are open in PostgreSQL but closed or absent in Temporal."""

from typing import Final

import structlog
from temporalio import activity

from activities.legs import LegActivities
from activities.tools import Tools
from database import attempts, claims
from database.claims import OpenCall
from domain.calls import AttemptRef, CallOrder
from domain.identifiers import AttemptId, call_workflow_id
from domain.outcomes import TechnicalResult
from domain.phone_numbers import masked

log = structlog.get_logger(__name__)

_PAGE: Final = 100


class SweepActivities:
    """The sweep."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._legs = LegActivities(tools)

    @activity.defn
    async def sweep(self) -> int:
        """Put right every open call whose workflow is gone; how many those were. May be repeated and goes on where cut.

        A call that never began is started. Any other is closed, and its line freed, only once the carrier agrees
        that its leg is over (hung up if need be).
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
        if await self._tools.starter.is_open(call_workflow_id(call.call_id, call.campaign_id, call.lead_id)):
            return False
        if call.state == "claimed":
            order = CallOrder(call.account_id, call.call_id, call.trunk_id, call.campaign_id)
            await self._tools.starter.start_call(order, call.lead_id, masked_number=masked(call.number))
            return True
        return await self._close_orphan(call)

    async def _close_orphan(self, call: OpenCall) -> bool:
        async with self._tools.database.transaction() as session:
            live = await attempts.open_attempts(session, call.account_id, call.call_id)
        for attempt in live:
            status = await self._legs.hang_up(_ref(call, attempt))
            if not status.ended:
                return False
        async with self._tools.database.transaction() as session:
            for attempt in live:
                await attempts.close_cancelled_attempt(
                    session, call.account_id, attempt, why="Its workflow was gone."
                )
            await attempts.close_undialled(
                session,
                call.account_id,
                call.call_id,
                result=TechnicalResult.CANCELLED,
                why="Its workflow was gone.",
            )
        log.warning("sweep.closed_orphan", call_id=call.call_id)
        return True


def _begin() -> str:
    details = activity.info().heartbeat_details
    return str(details[0]) if details else ""


def _ref(call: OpenCall, attempt: AttemptId) -> AttemptRef:
    return AttemptRef(call.account_id, call.call_id, attempt)
