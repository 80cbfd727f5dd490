"""Calls per second without audio against bare workflows in the same run."""

import asyncio
import time

from temporalio.client import Client
from temporalio.worker import Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from benchmarks import scripts
from benchmarks.bare import BareCall, nothing
from benchmarks.figures import Figure
from benchmarks.stage import Stage

CALLS = 100
_QUEUE = "benchmark"


def measure_throughput(stage: Stage, client: Client) -> list[Figure]:
    """A campaign of busy people, between two runs of bare workflows; the ratio to their mean."""
    before = asyncio.run(_bare_per_second(client, "before"))
    began = time.monotonic()
    campaign = stage.campaign(
        "throughput",
        "busy",
        CALLS,
        script=scripts.SHORT,
        lines=CALLS,
        calls_per_second=20,
        window=CALLS,
        sync_crm=False,
    )
    stage.finished(campaign, limit=180)
    ours = CALLS / (time.monotonic() - began)
    after = asyncio.run(_bare_per_second(client, "after"))
    bare = (before + after) / 2
    return [
        Figure(
            "campaign without audio ÷ bare workflow",
            ours / bare,
            "",
            0.35,
            at_most=False,
            samples=[{"calls_per_second": ours, "bare_per_second": [before, after]}],
        )
    ]


async def _bare_per_second(client: Client, name: str) -> float:
    runner = SandboxedWorkflowRunner(
        restrictions=SandboxRestrictions.default.with_passthrough_modules("benchmarks.bare")
    )
    worker = Worker(
        client, task_queue=_QUEUE, workflows=[BareCall], activities=[nothing], workflow_runner=runner
    )
    async with worker:
        began = time.monotonic()
        await asyncio.gather(*(_one(client, f"bare/{name}/{began}/{place}") for place in range(CALLS)))
        return CALLS / (time.monotonic() - began)


async def _one(client: Client, workflow_id: str) -> None:
    handle = await client.start_workflow(BareCall.run, id=workflow_id, task_queue=_QUEUE)
    await handle.signal(BareCall.tell)
    await handle.signal(BareCall.tell)
    await handle.result()
