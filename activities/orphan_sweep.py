"""Repairs over all accounts: calls that are open in PostgreSQL but closed or absent in Temporal.

Events that were not delivered are another round: `api/webhooks/event_delivery.py`, run by `api/upkeep.py`.
"""

from typing import Final

from temporalio import activity

from activities.orphan_closing import Orphans
from activities.tools import Tools
from database import claims
from database.claims import OpenCall
from domain.calls import CallOrder
from domain.identifiers import call_workflow_id

_PAGE: Final = 100


class SweepActivities:
    """The sweep."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._orphans = Orphans(tools)

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
        order = CallOrder(call.account_id, call.call_id, call.trunk_id, call.campaign_id)
        if call.state == "claimed":
            await self._tools.starter.start_call(order, call.lead_id, masked_number=call.masked_number)
            # One that was ended before its first step is not started a second time.
            if await self._tools.starter.is_open(workflow_id):
                return True
        if not await self._orphans.close(call, why="Its workflow was gone."):
            return False
        # It finds the row closed, dials nobody, and brings the call into the CRM.
        await self._tools.starter.follow_up(order, call.lead_id, masked_number=call.masked_number)
        return True


def _begin() -> str:
    details = activity.info().heartbeat_details
    return str(details[0]) if details else ""
