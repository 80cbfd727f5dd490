"""The workflows as the worker runs them, on a queue of the test's own, with activities that follow a script."""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Self

from temporalio.api.testservice.v1 import UnlockTimeSkippingRequest
from temporalio.client import WorkflowHandle
from temporalio.service import RPCError
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker, WorkflowRunner

from activities.registry import DIALS, LINE_WAITS, STEPS, ActivityClass, activity_names
from domain.calls import AfterAttempt, CallOrder, Readiness
from domain.campaigns import CampaignOrder, CampaignState
from domain.identifiers import CallId, CampaignId, TrunkId, dial_queue, line_queue
from tests.workflows.feeder import Feeder
from tests.workflows.steps import ACCOUNT, LONGEST, PlannedCall, Steps
from worker import INTERCEPTORS, WORKFLOWS, workflow_runner

_A_SLEEP = timedelta(milliseconds=300)


class Stage:
    """Runs the workflows on a queue of the test's own; starts and steers calls.

    steps_at_once: how many activities the worker takes besides dials and waits for a line. runner: the worker's own if None.
    """

    def __init__(
        self, env: WorkflowEnvironment, *, steps_at_once: int = 100, runner: WorkflowRunner | None = None
    ) -> None:
        self.env, self.client = env, env.client
        self._started: list[str] = []
        self.queue = f"queue-{os.urandom(6).hex()}"
        self.steps = Steps(env, TrunkId(self.queue))
        self.feeder = Feeder(self.steps, self.start)
        self._workers = [
            Worker(
                self.client,
                task_queue=self.queue,
                workflows=WORKFLOWS,
                activities=self._scripted(STEPS),
                interceptors=INTERCEPTORS,
                workflow_runner=runner or workflow_runner(),
                max_concurrent_activities=steps_at_once,
            ),
            Worker(self.client, task_queue=line_queue(self.queue), activities=self._scripted(LINE_WAITS)),
            Worker(self.client, task_queue=dial_queue(self.queue), activities=self._scripted(DIALS)),
        ]

    def _scripted(self, classes: Sequence[ActivityClass]) -> list[Callable[..., Any]]:
        """The script's own for each activity that the real worker serves; one that the script lacks is an error."""
        return [
            getattr(self.feeder if hasattr(self.feeder, name) else self.steps, name)
            for name in sorted(activity_names(classes))
        ]

    async def __aenter__(self) -> Self:
        for one in self._workers:
            await one.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for started in self._started:
            with suppress(RPCError):  # it has ended
                await self.client.get_workflow_handle(started).terminate()
        for one in self._workers:
            await one.__aexit__(kind, error, trace)
        while not await self._is_skipping():
            await self.client.test_service.unlock_time_skipping(UnlockTimeSkippingRequest())

    async def _is_skipping(self) -> bool:
        """Whether a sleep takes no time.

        The server holds its time for each activity and workflow task that is under way, and for ever for those of a workflow
        that was closed meanwhile: the tests after this one would wait for their days in real time.
        """
        began, since = time.monotonic(), await self.steps.now()
        await self.env.sleep(_A_SLEEP)
        took = timedelta(seconds=time.monotonic() - began)
        return await self.steps.now() - since > took + _A_SLEEP / 2

    async def start(
        self,
        call: PlannedCall,
        *,
        following: AfterAttempt | None = None,
        ready: Readiness | None = None,
        task_timeout: timedelta | None = None,
    ) -> WorkflowHandle[object, None]:
        """Start this call's workflow; its id is the call's. Its order names a trunk of before, its rows the one of now.

        What it is told during a step it hears at most four fifths of a task_timeout later; of ten seconds if None.
        """
        call_id = CallId(f"call_{os.urandom(8).hex()}")
        self.steps.calls[call_id] = call
        self._started.append(call_id)
        return await self.client.start_workflow(
            "CallWorkflow",
            CallOrder(ACCOUNT, call_id, TrunkId("trunk_of_before"), following=following, ready=ready),
            id=call_id,
            task_queue=self.queue,
            execution_timeout=LONGEST,
            task_timeout=task_timeout,
            result_type=type(None),
        )

    async def start_campaign(
        self,
        leads: list[PlannedCall],
        *,
        window: int,
        state: CampaignState = CampaignState.RUNNING,
        task_timeout: timedelta | None = None,
    ) -> WorkflowHandle[object, None]:
        """Start the workflow of a campaign with these leads, whose row stands so. task_timeout: as of a call."""
        self.feeder.leads, self.feeder.window, self.feeder.state = list(leads), window, state
        campaign_id = CampaignId(f"camp_{os.urandom(8).hex()}")
        self._started.append(campaign_id)
        return await self.client.start_workflow(
            "CampaignWorkflow",
            CampaignOrder(ACCOUNT, campaign_id, state=state),
            id=campaign_id,
            task_queue=self.queue,
            execution_timeout=LONGEST,
            task_timeout=task_timeout,
            result_type=type(None),
        )

    async def skip_to(self, at: datetime) -> None:
        """Let Temporal's time run to this moment."""
        await self.env.sleep(at - await self.steps.now())

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait, in real time, for something the workflows do; fails after ten seconds."""
        async with asyncio.timeout(10):
            while not condition():
                await self.steps.now()
