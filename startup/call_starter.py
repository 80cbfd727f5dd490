"""Temporal as the feeder and the repairs use it: start once, ask whether it runs, cancel, wake."""

from collections.abc import Awaitable

from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.workflowservice.v1 import DeleteWorkflowExecutionRequest
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
        return await self._status(workflow_id) is WorkflowExecutionStatus.RUNNING

    async def is_known(self, workflow_id: str) -> bool:
        """Whether there is a history of it: of the newest run, the last that Temporal lets go by itself."""
        return await self._status(workflow_id) is not None

    async def _status(self, workflow_id: str) -> WorkflowExecutionStatus | None:
        try:
            return (await workflow_handle(self._client, workflow_id).describe()).status
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return None
            raise

    async def cancel(self, workflow_id: str, *, why: str) -> bool:
        """Ask for a cancel, for this reason; False when the workflow is closed or absent.

        Temporal accepts a cancel of a closed workflow without a word (tried on 1.29.1), so it is asked first.
        """
        return await self.is_open(workflow_id) and await self._reach(
            workflow_handle(self._client, workflow_id).cancel(reason=why)
        )

    async def forget(self, workflow_id: str) -> int:
        """Delete the histories of this workflow's runs; one that is deleted already is no error."""
        runs = await self._runs(workflow_id)
        for run_id in runs:
            execution = WorkflowExecution(workflow_id=workflow_id, run_id=run_id)
            request = DeleteWorkflowExecutionRequest(
                namespace=self._client.namespace, workflow_execution=execution
            )
            await self._reach(_done(self._client.workflow_service.delete_workflow_execution(request)))
        return len(runs)

    async def _runs(self, workflow_id: str) -> list[str]:
        """The newest by its own word too: what is listed is late by a moment."""
        query = f"WorkflowId = '{workflow_id}'"
        runs = {found.run_id async for found in self._client.list_workflows(query)}
        try:
            runs.add((await workflow_handle(self._client, workflow_id).describe()).run_id)
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise
        return sorted(runs)

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


async def _done(request: Awaitable[object]) -> None:
    await request
