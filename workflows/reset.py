"""Somebody forgot their password: a letter for each account in which they sign in by one, then nothing for a while.

Its id is that of the address, so that whoever asks again within that while asks for nothing new.
"""

from datetime import timedelta
from typing import Final

from temporalio import workflow
from temporalio.exceptions import ActivityError

from activities.letters import LetterActivities
from domain.letters import LetterOrder, ResetOrder
from domain.workflow_messages import PASSWORD_RESET
from workflows.activity_options import LETTER, QUICK_STEP

_QUIET: Final = timedelta(minutes=5)


@workflow.defn(name=PASSWORD_RESET.name)
class PasswordResetWorkflow:
    """One address."""

    @workflow.run
    async def run(self, order: ResetOrder) -> None:
        """Ends when another letter may be asked for; one that cannot be delivered keeps no other from its way."""
        found = await workflow.execute_activity_method(
            LetterActivities.who_forgot, order, summary="whose address", **QUICK_STEP
        )
        for user_id in found:
            try:
                await workflow.execute_activity_method(
                    LetterActivities.send_reset_letter,
                    LetterOrder(user_id),
                    summary=f"a letter to {user_id}",
                    **LETTER,
                )
            except ActivityError:
                workflow.logger.warning("reset.not_sent", extra={"user_id": user_id})
        await workflow.sleep(_QUIET)
