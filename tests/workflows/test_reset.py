"""A forgotten password, as its workflow has it: a letter for each account, none twice, and nothing more for five minutes."""

from datetime import timedelta
from typing import Any

import pytest
from temporalio import activity
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from domain.identifiers import UserId
from domain.letters import LetterOrder, ResetOrder
from domain.workflow_messages import PASSWORD_RESET
from providers.errors import ProviderUnavailable, RecipientRefused
from worker import WORKFLOWS, workflow_runner

ORDER = ResetOrder("ab" * 32)


class Letters:
    """Two people have the address; failing: those whose letters fail, and how."""

    def __init__(self, failing: dict[str, list[Exception]] | None = None) -> None:
        self.failing = failing or {}
        self.sent: list[str] = []

    def served(self) -> list[Any]:
        @activity.defn(name="who_forgot")
        async def who_forgot(order: ResetOrder) -> list[UserId]:
            assert order == ORDER
            return [UserId("usr_1"), UserId("usr_2")]

        @activity.defn(name="send_reset_letter")
        async def send_reset_letter(order: LetterOrder) -> None:
            if left := self.failing.get(order.user_id):
                raise left.pop(0)
            self.sent.append(order.user_id)

        return [who_forgot, send_reset_letter]

    async def run(self, skipping: WorkflowEnvironment) -> timedelta:
        """How long it took, in time that is skipped."""
        worker = Worker(
            skipping.client,
            task_queue="letters",
            workflows=WORKFLOWS,
            activities=self.served(),
            workflow_runner=workflow_runner(),
        )
        async with worker:
            handle = await skipping.client.start_workflow(
                PASSWORD_RESET.name, ORDER, id="reset/ab", task_queue="letters"
            )
            await handle.result()
            ended = await handle.describe()
        assert ended.close_time is not None
        return ended.close_time - ended.start_time


async def test_each_gets_a_letter_and_the_address_is_quiet_for_a_while(skipping: WorkflowEnvironment) -> None:
    letters = Letters()
    assert timedelta(minutes=5) <= await letters.run(skipping) < timedelta(minutes=6)
    assert ["usr_1", "usr_2"] == letters.sent


@pytest.mark.parametrize(
    ("failures", "sent"),
    [
        ([ProviderUnavailable(), ProviderUnavailable()], ["usr_1", "usr_2"]),
        ([RecipientRefused()], ["usr_2"]),
        ([ProviderUnavailable() for _ in range(50)], ["usr_2"]),
    ],
    ids=["down for a moment", "refused for good", "down for longer than a link is good"],
)
async def test_a_letter_that_fails_is_sent_again_and_stops_no_other(
    skipping: WorkflowEnvironment, failures: list[Exception], sent: list[str]
) -> None:
    letters = Letters({"usr_1": failures})
    assert await letters.run(skipping) < timedelta(hours=1)
    assert sent == letters.sent
