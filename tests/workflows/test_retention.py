"""The round of retention: account after account, stretch by stretch, whatever becomes of one of them; and its schedule."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from temporalio import activity
from temporalio.client import (
    Client,
    ScheduleActionStartWorkflow,
    ScheduleOverlapPolicy,
)
from temporalio.exceptions import ApplicationError
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

import worker
from domain.identifiers import AccountId
from domain.retention import DueRun, RetentionOrder, SweepEnd, SweepOrder
from domain.workflow_messages import RETENTION
from startup.temporal import WORKFLOW_QUEUE, start_retention
from tests.workflows.schedules import remembered_schedules
from worker import WORKFLOWS, workflow_runner

ACCOUNTS = [AccountId(f"acc_{number}") for number in range(3)]


class Steps:
    """Each account takes so many stretches; failing: one whose stretches fail; off: one that has no run."""

    def __init__(
        self, stretches: int = 3, *, failing: Sequence[AccountId] = (), off: Sequence[AccountId] = ()
    ) -> None:
        self.did: list[tuple[str, str]] = []
        self.places: list[tuple[int, tuple[str, ...]]] = []
        self._stretches, self._failing, self._off = stretches, failing, off

    def served(self) -> list[Any]:
        """Activities by the names of the real ones."""

        @activity.defn(name="due_retention")
        async def due(order: RetentionOrder) -> DueRun:
            if order.only is not None:
                return DueRun(order.only, f"run of {order.only}")
            account = next((each for each in ACCOUNTS if each > order.after), None)
            if account is None:
                return DueRun()
            return DueRun(account, None if account in self._off else f"run of {account}")

        @activity.defn(name="sweep_retention")
        async def sweep(run: SweepOrder) -> SweepEnd:
            self.places.append((run.step, run.behind))
            if run.account_id in self._failing:
                raise ApplicationError("the database is away")
            self.did.append(("stretch", run.account_id))
            done = self.did.count(("stretch", run.account_id))
            return SweepEnd(done < self._stretches, done, (f"row {done}",))

        @activity.defn(name="conclude_retention")
        async def conclude(run: DueRun) -> None:
            self.did.append((f"receipt of {run.run_id}", run.account_id))

        return [due, sweep, conclude]

    async def run(self, skipping: WorkflowEnvironment, order: RetentionOrder) -> list[tuple[str, str]]:
        """What was done, by the time it ended."""
        async with Worker(
            skipping.client,
            task_queue="retention",
            workflows=WORKFLOWS,
            activities=self.served(),
            workflow_runner=workflow_runner(),
        ):
            await skipping.client.execute_workflow(
                RETENTION.name, order, id="retention", task_queue="retention"
            )
        return self.did


def _whole(account: AccountId, stretches: int = 3) -> list[tuple[str, str]]:
    swept: list[tuple[str, str]] = [("stretch", account)] * stretches
    return [*swept, (f"receipt of run of {account}", account)]


async def test_every_account_is_swept_to_its_end_one_behind_the_other(skipping: WorkflowEnvironment) -> None:
    assert [step for account in ACCOUNTS for step in _whole(account)] == await Steps().run(
        skipping, RetentionOrder()
    )


async def test_one_account_alone_for_whoever_asked(skipping: WorkflowEnvironment) -> None:
    steps = Steps()
    assert _whole(ACCOUNTS[1]) == await steps.run(skipping, RetentionOrder(only=ACCOUNTS[1]))
    assert [(0, ()), (1, ("row 1",)), (2, ("row 2",))] == steps.places, "each begins where the last one ended"


async def test_an_account_that_fails_for_hours_holds_up_no_other(skipping: WorkflowEnvironment) -> None:
    """Its run stays open; the next day's round goes on with it."""
    began = await skipping.get_current_time()
    steps = Steps(failing=[ACCOUNTS[0]], off=[ACCOUNTS[1]])
    assert _whole(ACCOUNTS[2]) == await steps.run(skipping, RetentionOrder())
    assert timedelta(hours=5) < await skipping.get_current_time() - began


async def test_a_long_run_goes_on_as_a_new_one(skipping: WorkflowEnvironment) -> None:
    """Thousands of stretches are no history too long: Temporal says when it is, and the account goes on where its rows stand."""
    steps = Steps(stretches=1500)
    assert _whole(ACCOUNTS[1], 1500) == await steps.run(skipping, RetentionOrder(only=ACCOUNTS[1]))


async def test_the_round_is_scheduled_once_each_day_and_one_that_was_missed_is_made_up_for(
    skipping: WorkflowEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = remembered_schedules(monkeypatch, skipping.client)
    for _ in range(2):
        await worker.ensure_retention(skipping.client)
    [(name, schedule)] = made
    action = schedule.action
    assert isinstance(action, ScheduleActionStartWorkflow)
    assert ("retention", RETENTION.name, WORKFLOW_QUEUE) == (name, action.workflow, action.task_queue)
    assert [RetentionOrder()] == list(action.args)
    [interval] = schedule.spec.intervals
    assert (timedelta(days=1), timedelta(hours=2, minutes=20)) == (interval.every, interval.offset)
    assert ScheduleOverlapPolicy.SKIP is schedule.policy.overlap
    assert timedelta(days=1) == schedule.policy.catchup_window


async def test_a_run_that_goes_on_is_not_started_twice(skipping: WorkflowEnvironment) -> None:
    client: Client = skipping.client
    for _ in range(2):
        await start_retention(client, ACCOUNTS[0])
    handle = client.get_workflow_handle(f"retention/{ACCOUNTS[0]}")
    assert 1 == len(
        [
            event
            async for event in handle.fetch_history_events()
            if event.HasField("workflow_execution_started_event_attributes")
        ]
    )
    await handle.terminate()
