"""Temporal as the feeder and the repairs use it: start once, ask whether it runs, cancel, wake."""

from collections.abc import Awaitable

from temporalio.client import Client, WorkflowExecutionStatus
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from domain.calls import CallOrder
from domain.identifiers import LeadId
from domain.workflow_messages import LOOK_AGAIN, WAKE
from startup.temporal import start_call, tell, workflow_handle


class TemporalCallStarter:
    """Starts and steers call workflows; repeated starts are no errors. Raises RPCError while Temporal is away."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def start_call(self, order: CallOrder, lead_id: LeadId, *, masked_number: str) -> None:
        """Start the call's workflow; one that was started before is left as it is."""
        try:
            await start_call(self._client, order, lead_id, masked_number=masked_number)
        except WorkflowAlreadyStartedError:
            return

    async def follow_up(self, order: CallOrder, lead_id: LeadId, *, masked_number: str) -> None:
        """Start the workflow of a call that was closed in its place, for what follows its end."""
        try:
            await start_call(self._client, order, lead_id, masked_number=masked_number, again=True)
        except WorkflowAlreadyStartedError:
            return

    async def is_open(self, workflow_id: str) -> bool:
        """Whether a workflow of this id is running."""
        try:
            description = await workflow_handle(self._client, workflow_id).describe()
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return False
            raise
        return description.status is WorkflowExecutionStatus.RUNNING

    async def cancel(self, workflow_id: str, *, why: str) -> bool:
        """Ask for a cancel, for this reason; False when the workflow is closed or absent.

        Temporal accepts a cancel of a closed workflow without a word (tried on 1.29.1), so it is asked first.
        """
        return await self.is_open(workflow_id) and await self._reach(
            workflow_handle(self._client, workflow_id).cancel(reason=why)
        )

    async def wake(self, workflow_id: str) -> None:
        """Have a waiting call look again."""
        await self._reach(tell(self._client, workflow_id, WAKE, None))

    async def look_again(self, workflow_id: str) -> None:
        """Have a campaign look at its rows now."""
        await self._reach(tell(self._client, workflow_id, LOOK_AGAIN, None))

    @staticmethod
    async def _reach(request: Awaitable[None]) -> bool:
        try:
            await request
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return False
            raise
        return True
