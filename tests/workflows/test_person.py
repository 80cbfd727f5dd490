"""What one person asks for, as its workflow orders it: calls end first, rows go before the CRM is told, a legal hold stops all."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from temporalio import activity
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from domain.identifiers import AccountId
from domain.person_requests import PersonOrder, Step, StepEnd
from domain.workflow_messages import PERSON_ERASURE, PERSON_EXPORT, Workflow
from providers.errors import ProviderUnavailable
from worker import WORKFLOWS, workflow_runner

ORDER = PersonOrder(AccountId("acc_1"), "preq_1")
STEPS = ("look_for_person", "end_calls", "erase_records", "erase_person", "erase_histories", "tell_crm")


class Steps:
    """Answers DONE, but for those whose next answers are given; asked: in this order, at those moments. down: the CRM takes nothing."""

    def __init__(
        self,
        skipping: WorkflowEnvironment,
        answers: Mapping[str, Sequence[Step]] | None = None,
        *,
        down: bool = False,
    ) -> None:
        self._skipping = skipping
        self.asked: list[str] = []
        self.at: list[datetime] = []
        self._answers, self._down = {name: list(each) for name, each in (answers or {}).items()}, down

    def served(self) -> list[Any]:
        """Activities by the names of the real ones."""
        return [self._step(name) for name in STEPS] + [
            self._end(name) for name in ("conclude_erasure", "keep_person", "gather_export")
        ]

    def _step(self, name: str) -> Any:
        @activity.defn(name=name)
        async def step(order: PersonOrder) -> StepEnd:
            await self._note(name, order)
            if self._down and name == "tell_crm":
                raise ProviderUnavailable
            left = self._answers.get(name)
            return StepEnd(left.pop(0) if left else Step.DONE)

        return step

    def _end(self, name: str) -> Any:
        @activity.defn(name=name)
        async def end(order: PersonOrder) -> None:
            await self._note(name, order)

        return end

    async def _note(self, name: str, order: PersonOrder) -> None:
        assert order == ORDER
        self.asked.append(name)
        self.at.append(await self._skipping.get_current_time())

    async def run(self, workflow: Workflow[PersonOrder] = PERSON_ERASURE) -> list[str]:
        """What was asked for, by the time it ended; repeats of a step as one."""
        worker = Worker(
            self._skipping.client,
            task_queue="people",
            workflows=WORKFLOWS,
            activities=self.served(),
            workflow_runner=workflow_runner(),
        )
        async with worker:
            await self._skipping.client.execute_workflow(
                workflow.name, ORDER, id="person/preq_1", task_queue="people"
            )
        return [name for place, name in enumerate(self.asked) if [name] != self.asked[place - 1 : place]]


async def test_an_erasure_goes_through_all_steps_in_their_order(skipping: WorkflowEnvironment) -> None:
    assert [*STEPS, "conclude_erasure"] == await Steps(skipping).run()


async def test_nothing_is_deleted_while_a_call_goes_on(skipping: WorkflowEnvironment) -> None:
    steps = Steps(skipping, {"end_calls": [Step.AGAIN] * 5})
    assert [*STEPS, "conclude_erasure"] == await steps.run()
    assert 6 == steps.asked.count("end_calls")


@pytest.mark.parametrize(
    ("answers", "steps", "waited"),
    [
        ({}, ("end_calls", "erase_records"), timedelta(minutes=1)),
        ({"end_calls": [Step.AGAIN]}, ("end_calls", "end_calls"), timedelta(seconds=15)),
        ({"end_calls": [Step.AGAIN] * 100}, ("end_calls", "look_for_person"), timedelta(seconds=30)),
        ({"erase_person": [Step.AGAIN]}, ("erase_person", "look_for_person"), timedelta(seconds=15)),
        ({"erase_histories": [Step.AGAIN]}, ("erase_histories", "erase_histories"), timedelta(minutes=5)),
    ],
    ids=[
        "for what was recorded of a call that ended a moment ago",
        "for calls to end",
        "for calls that go on and on",
        "for whoever turns up",
        "for workflows to end",
    ],
)
async def test_how_long_an_erasure_waits(
    skipping: WorkflowEnvironment,
    answers: Mapping[str, Sequence[Step]],
    steps: tuple[str, str],
    waited: timedelta,
) -> None:
    """Between two steps, since the clock runs on behind the workflow's end."""
    asked = Steps(skipping, answers)
    await asked.run()
    moments = {
        after - before
        for (first, before), (second, after) in pairwise(zip(asked.asked, asked.at, strict=True))
        if (first, second) == steps
    }
    assert moments
    assert all(waited <= moment < waited + timedelta(seconds=10) for moment in moments)


async def test_who_turns_up_meanwhile_is_looked_for_again(skipping: WorkflowEnvironment) -> None:
    steps = Steps(skipping, {"erase_person": [Step.AGAIN]})
    assert [*STEPS[:4], *STEPS, "conclude_erasure"] == await steps.run()


async def test_an_erasure_goes_on_in_another_run(skipping: WorkflowEnvironment) -> None:
    """Somebody whose calls begin anew again and again is forgotten all the same."""
    steps = Steps(skipping, {"look_for_person": [Step.AGAIN] * 150})
    assert [*STEPS, "conclude_erasure"] == await steps.run()
    assert 151 == steps.asked.count("look_for_person")


@pytest.mark.parametrize("held", STEPS)
async def test_a_legal_hold_ends_it_at_once(skipping: WorkflowEnvironment, held: str) -> None:
    steps = Steps(skipping, {held: [Step.HELD]})
    assert [*STEPS[: STEPS.index(held) + 1], "keep_person"] == await steps.run()


async def test_workflows_that_still_run_are_waited_for_before_the_crm_is_told(
    skipping: WorkflowEnvironment,
) -> None:
    steps = Steps(skipping, {"erase_histories": [Step.AGAIN] * 7})
    assert [*STEPS, "conclude_erasure"] == await steps.run()
    assert 8 == steps.asked.count("erase_histories")


async def test_a_crm_that_is_down_for_a_week_keeps_no_erasure_from_its_end(
    skipping: WorkflowEnvironment,
) -> None:
    steps = Steps(skipping, down=True)
    assert [*STEPS, "conclude_erasure"] == await steps.run()
    assert steps.asked.count("tell_crm") > 100


async def test_an_export_is_gathered(skipping: WorkflowEnvironment) -> None:
    assert ["gather_export"] == await Steps(skipping).run(PERSON_EXPORT)
