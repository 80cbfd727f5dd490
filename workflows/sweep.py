"""The system's own round, by a schedule: lines and calls whose workflow is gone are put right (law 6)."""

from datetime import timedelta

from temporalio import workflow

from activities.orphan_sweep import SweepActivities
from domain.workflow_messages import SWEEP
from workflows.activity_options import CAMPAIGN_WALK


@workflow.defn(name=SWEEP.name)
class SweepWorkflow:
    """One sweep over all open calls."""

    @workflow.run
    async def run(self) -> int:
        """How many calls were repaired."""
        return await workflow.execute_activity_method(
            SweepActivities.sweep,
            summary="calls without a workflow",
            schedule_to_close_timeout=timedelta(minutes=10),
            **CAMPAIGN_WALK,
        )
