"""The daily round of retention, by a schedule: account after account, what is older than it may be goes (activities/retention.py).

An account whose run fails for hours holds up no other; its run stays open, and the next round goes on with it.
"""

from temporalio import workflow
from temporalio.exceptions import ActivityError, is_cancelled_exception

from activities.retention import RetentionActivities
from domain.retention import DueRun, RetentionOrder, SweepEnd, SweepOrder
from domain.workflow_messages import RETENTION
from workflows.activity_options import QUICK_STEP, RETENTION_STRETCH


@workflow.defn(name=RETENTION.name)
class RetentionWorkflow:
    """All accounts whose retention is on, or the one whose run somebody asked for."""

    @workflow.run
    async def run(self, order: RetentionOrder) -> None:
        """Ends when no account is left."""
        while True:
            due: DueRun = await workflow.execute_activity_method(
                RetentionActivities.due_retention, order, summary="the next account", **QUICK_STEP
            )
            if due.run_id is not None and not await self._swept(due):
                workflow.continue_as_new(order)
            if order.only is not None or not due.account_id:
                return
            order = RetentionOrder(after=due.account_id)
            if workflow.info().is_continue_as_new_suggested():
                workflow.continue_as_new(order)

    async def _swept(self, due: DueRun) -> bool:
        """Sweep the account to its end; False if this run of the workflow is long enough and another one goes on."""
        assert due.run_id is not None
        try:
            order = SweepOrder(due.account_id, due.run_id)
            while True:
                end: SweepEnd = await workflow.execute_activity_method(
                    RetentionActivities.sweep_retention, order, summary="a stretch", **RETENTION_STRETCH
                )
                if not end.more:
                    break
                order = SweepOrder(due.account_id, due.run_id, end.step, end.behind)
                if workflow.info().is_continue_as_new_suggested():
                    return False
            await workflow.execute_activity_method(
                RetentionActivities.conclude_retention, due, summary="the receipt", **RETENTION_STRETCH
            )
        except ActivityError as error:
            if is_cancelled_exception(error):
                raise
            workflow.logger.warning("retention.cut_off")
        return True
