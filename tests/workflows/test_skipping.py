"""One server's time is every test's: what one of them leaves behind must not let the next wait in real time."""

import asyncio
from datetime import timedelta

from temporalio.testing import WorkflowEnvironment

from domain.calls import DialRequest
from tests.workflows.stage import Stage
from tests.workflows.steps import PlannedCall


async def test_time_runs_on_after_a_workflow_that_was_ended_during_a_step(
    skipping: WorkflowEnvironment,
) -> None:
    async def for_ever(request: DialRequest) -> None:
        await asyncio.Event().wait()

    async with Stage(skipping) as stage:
        stage.steps.during_dial = for_ever
        await stage.start(PlannedCall())
        await stage.until(lambda: stage.steps.log == ["dial 1"])
    await asyncio.wait_for(skipping.sleep(timedelta(days=1)), 20)
