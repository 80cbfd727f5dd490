"""What one person asks for: to be given all that is known of them, or to be forgotten. The rows say what is theirs; here is the order.

An erasure ends their calls first, then deletes what the rows lead to (recordings, answers), then the rows, then what their calls' workflows
left, and has the CRM told last, when nothing of ours can bring anything there any more.
"""

from datetime import timedelta
from typing import Final

from temporalio import workflow
from temporalio.exceptions import ActivityError

from activities.people import PeopleActivities
from domain.person_requests import PersonOrder, Step, StepEnd
from domain.workflow_messages import PERSON_ERASURE, PERSON_EXPORT
from workflows.activity_options import CRM, PERSON_STEP

_ROUNDS: Final = 100
# A call that is asked to end hangs up and reports; what was recorded of it comes within seconds after that, and so it does of one that
# ended by itself a moment ago.
_CALLS_END: Final = timedelta(seconds=15)
_RECORDS_COME: Final = timedelta(minutes=1)
# What follows a closed call asks again within half an hour at the latest, and then finds nobody (activities/crm.py).
_WORKFLOWS_END: Final = timedelta(minutes=5)


@workflow.defn(name=PERSON_EXPORT.name)
class PersonExportWorkflow:
    """One export."""

    @workflow.run
    async def run(self, order: PersonOrder) -> None:
        """Ends when it can be fetched."""
        await workflow.execute_activity_method(
            PeopleActivities.gather_export, order, summary="all that is known", **PERSON_STEP
        )


@workflow.defn(name=PERSON_ERASURE.name)
class PersonErasureWorkflow:
    """One erasure; may be started again at any point, and then looks anew at what is left."""

    @workflow.run
    async def run(self, order: PersonOrder) -> None:
        """Ends with the receipt."""
        for _ in range(_ROUNDS):
            step = await self._forget(order)
            if step is not Step.AGAIN:
                await self._conclude(order, step)
                return
            await workflow.sleep(_CALLS_END)
        workflow.continue_as_new(order)

    async def _conclude(self, order: PersonOrder, step: Step) -> None:
        if step is Step.HELD:
            await workflow.execute_activity_method(
                PeopleActivities.keep_person, order, summary="a legal hold", **PERSON_STEP
            )
            return
        await workflow.execute_activity_method(
            PeopleActivities.conclude_erasure, order, summary="the receipt", **PERSON_STEP
        )

    async def _forget(self, order: PersonOrder) -> Step:
        """One round through all steps, to the first that does not succeed."""
        looked: StepEnd = await workflow.execute_activity_method(
            PeopleActivities.look_for_person, order, summary="where they are found", **PERSON_STEP
        )
        if looked.step is not Step.DONE:
            return looked.step
        if (ended := await self._end_calls(order)) is not Step.DONE:
            return ended
        recorded: StepEnd = await workflow.execute_activity_method(
            PeopleActivities.erase_records, order, summary="recordings and answers", **PERSON_STEP
        )
        if recorded.step is not Step.DONE:
            return recorded.step
        rows: StepEnd = await workflow.execute_activity_method(
            PeopleActivities.erase_person, order, summary="rows", **PERSON_STEP
        )
        return rows.step if rows.step is not Step.DONE else await self._clear_up(order)

    async def _end_calls(self, order: PersonOrder) -> Step:
        for _ in range(_ROUNDS):
            end: StepEnd = await workflow.execute_activity_method(
                PeopleActivities.end_calls, order, summary="open calls", **PERSON_STEP
            )
            if end.step is not Step.AGAIN:
                break
            await workflow.sleep(_CALLS_END)
        if end.step is Step.DONE:
            await workflow.sleep(_RECORDS_COME)
        return end.step

    async def _clear_up(self, order: PersonOrder) -> Step:
        """What their calls' workflows left, then the CRM: one that takes nothing for a week keeps no erasure from its end."""
        for _ in range(_ROUNDS):
            left: StepEnd = await workflow.execute_activity_method(
                PeopleActivities.erase_histories, order, summary="histories of workflows", **PERSON_STEP
            )
            if left.step is not Step.AGAIN:
                break
            await workflow.sleep(_WORKFLOWS_END)
        if left.step is not Step.DONE:
            return left.step
        try:
            told: StepEnd = await workflow.execute_activity_method(
                PeopleActivities.tell_crm, order, summary="the CRM", **CRM
            )
        except ActivityError:
            return Step.DONE  # the receipt says so
        return told.step
