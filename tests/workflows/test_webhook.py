"""A program's workflow: rounds while something waits, none when nothing does, news heard at any moment."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from temporalio import activity
from temporalio.client import WorkflowHandle
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from domain.identifiers import WEBHOOK_QUEUE, AccountId
from domain.webhook_orders import WebhookOrder, WebhookRound
from domain.workflow_messages import SOMETHING_IS_DUE
from worker import WORKFLOWS, workflow_runner

ORDER = WebhookOrder(AccountId("acc_1"), "wh_1")


class Rounds:
    """How long after each round the next one is due; nothing waits any more after the last. news_within: the round in which something
    falls due behind its look at the rows.
    """

    def __init__(self, env: WorkflowEnvironment, *waits: timedelta, news_within: int | None = None) -> None:
        self._env, self.waits, self._news_within = env, list(waits), news_within
        self.at: list[datetime] = []

    @activity.defn
    async def tell_program(self, order: WebhookOrder) -> WebhookRound:
        assert order == ORDER
        now = await self._env.get_current_time()
        self.at.append(now)
        if len(self.at) == self._news_within:
            workflow_id = activity.info().workflow_id
            assert workflow_id is not None
            await self._env.client.get_workflow_handle(workflow_id).signal(SOMETHING_IS_DUE.name)
        return WebhookRound(now + self.waits.pop(0) if self.waits else None)


@asynccontextmanager
async def told(env: WorkflowEnvironment, rounds: Rounds) -> AsyncIterator[WorkflowHandle[object, None]]:
    queue = f"queue-{os.urandom(6).hex()}"
    async with (
        Worker(env.client, task_queue=queue, workflows=WORKFLOWS, workflow_runner=workflow_runner()),
        Worker(env.client, task_queue=WEBHOOK_QUEUE, activities=[rounds.tell_program]),
    ):
        yield await env.client.start_workflow(
            "WebhookWorkflow", ORDER, id=queue, task_queue=queue, result_type=type(None)
        )


async def test_it_waits_as_long_as_the_rows_say_and_ends(skipping: WorkflowEnvironment) -> None:
    waits = (timedelta(seconds=5), timedelta(minutes=5), timedelta(hours=24))
    rounds = Rounds(skipping, *waits)
    async with told(skipping, rounds) as workflow:
        await workflow.result()
    gaps = [later - earlier for earlier, later in zip(rounds.at, rounds.at[1:], strict=False)]
    assert len(waits) == len(gaps)
    assert all(wait <= gap < wait + timedelta(seconds=5) for wait, gap in zip(waits, gaps, strict=True))


async def test_news_ends_a_wait(skipping: WorkflowEnvironment) -> None:
    rounds = Rounds(skipping, timedelta(hours=20))
    async with told(skipping, rounds) as workflow:
        async with asyncio.timeout(10):
            while not rounds.at:
                await skipping.get_current_time()
        await workflow.signal(SOMETHING_IS_DUE.name)
        await workflow.result()
    assert rounds.at[1] - rounds.at[0] < timedelta(hours=1)


@pytest.mark.parametrize(
    ("waits", "news_within"),
    [((), 1), ((timedelta(hours=20),), 1), ((timedelta(seconds=1), timedelta(hours=20)), 2)],
    ids=["nothing waits", "the next is far", "in a later round"],
)
async def test_news_that_come_while_a_round_is_under_way_are_looked_for_at_once(
    skipping: WorkflowEnvironment, waits: tuple[timedelta, ...], news_within: int
) -> None:
    """The round looked at the rows before they came, and says that there is nothing to do by now."""
    rounds = Rounds(skipping, *waits, news_within=news_within)
    async with told(skipping, rounds) as workflow:
        await workflow.result()
    before, after = rounds.at[news_within - 1 :]
    assert after - before < timedelta(hours=1)


async def test_it_goes_on_in_another_run(skipping: WorkflowEnvironment) -> None:
    rounds = Rounds(skipping, *[timedelta(seconds=1)] * 250)
    async with told(skipping, rounds) as workflow:
        first = (await workflow.describe()).run_id
        await workflow.result()
        last = (await skipping.client.get_workflow_handle(workflow.id).describe()).run_id
    assert 251 == len(rounds.at)
    assert first != last
