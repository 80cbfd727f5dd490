"""Calls per second of campaigns without audio, against bare workflows on the same server in the same run."""

import asyncio
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Final

from temporalio.worker import Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from benchmarks.bare_workflow import BareCall, nothing
from benchmarks.pace import AT_ONCE_BUSY, ONE_ATTEMPT
from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage

_CALLS: Final = 300
_TRUNKS: Final = 3  # at the highest pace a trunk may have, so that the pace is not what is measured
_ROUNDS: Final = 2
_AT_ONCE: Final = 60
_QUEUE: Final = "benchmark"


async def measure(stage: Stage, say: Say) -> Measured:
    """Bare and ours in turn; the median of the rounds' ratios."""
    rounds = []
    trunks = [await stage.parts(lines=_AT_ONCE // _TRUNKS, calls_per_second=20) for _ in range(_TRUNKS)]
    for number in range(1, _ROUNDS + 1):
        say(f"round {number} of {_ROUNDS}: {_CALLS} bare workflows")
        bare = await _bare_per_second(stage)
        say(f"round {number} of {_ROUNDS}: campaigns of {_CALLS} busy people ({bare:.1f}/s bare)")
        ours = await _ours_per_second(stage, trunks)
        rounds.append({"bare_per_second": bare, "ours_per_second": ours, "ratio": ours / bare})
    ratio = median(each["ratio"] for each in rounds)
    return Measured(
        [Figure("campaign without audio ÷ bare workflow", ratio, "ratio", 0.35, "at least")],
        rounds,
        [f"{each['ours_per_second']:.2f}/s of {each['bare_per_second']:.2f}/s" for each in rounds],
    )


async def _ours_per_second(stage: Stage, trunks: Sequence[Mapping[str, str]]) -> float:
    campaigns = [
        await stage.draft(
            _CALLS // _TRUNKS, AT_ONCE_BUSY, parts, window=_AT_ONCE, sync_crm=False, retries=ONE_ATTEMPT
        )
        for parts in trunks
    ]
    began = time.monotonic()
    await asyncio.gather(*(stage.run(campaign_id, limit=300) for campaign_id in campaigns))
    return _CALLS / (time.monotonic() - began)


async def _bare_per_second(stage: Stage) -> float:
    """As many at once as the campaign has lines."""
    runner = SandboxedWorkflowRunner(
        restrictions=SandboxRestrictions.default.with_passthrough_modules("domain", "activities")
    )
    worker = Worker(
        stage.temporal,
        task_queue=_QUEUE,
        workflows=[BareCall],
        activities=[nothing],
        workflow_runner=runner,
    )
    mark, places = os.urandom(4).hex(), iter(range(_CALLS))
    async with worker:
        began = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for _ in range(_AT_ONCE):
                group.create_task(_run_each(stage, mark, places))
        return _CALLS / (time.monotonic() - began)


async def _run_each(stage: Stage, mark: str, places: Iterator[int]) -> None:
    for place in places:
        handle = await stage.temporal.start_workflow(
            BareCall.run, id=f"bare/{mark}/{place}", task_queue=_QUEUE
        )
        await handle.signal(BareCall.tell)
        await handle.signal(BareCall.tell)
        await handle.result()
