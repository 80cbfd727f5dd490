"""What the API asks of Temporal: start, update, signal; and what can come of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from typing import Final, Protocol

from temporalio.client import Client, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from api.errors import WorkflowGone, WorkflowRefused, WorkflowsUnreachable
from domain.calls import CallOrder, Cancellation, ConversationReported, LegEnded, Reschedule
from domain.campaigns import CampaignOrder
from domain.identifiers import CampaignId, LeadId, act_update_id, campaign_workflow_id
from startup.temporal import start_call, start_campaign

# An update is answered between two local activities of its workflow, a second or two; a live hang-up takes longer.
_LIMIT_SECONDS: Final = 20.0
_HEALTH_LIMIT: Final = timedelta(seconds=2)


class Workflows(Protocol):
    """Temporal, as far as the API speaks to it. Every method raises WorkflowsUnreachable; a repeated start is no error."""

    async def start_campaign(self, order: CampaignOrder, *, name: str) -> None:
        """Make sure that the campaign's workflow has been started."""
        ...

    async def start_call(
        self, order: CallOrder, lead_id: LeadId | None, *, masked_number: str, not_before: datetime | None
    ) -> None:
        """Make sure that the call's workflow has been started."""
        ...

    async def update_campaign(
        self, campaign_id: CampaignId, update: str, act: int, window: int | None = None
    ) -> str:
        """The state after pause, resume, cancel or set_pace. Raises WorkflowGone, WorkflowRefused.

        act: the number of the operator's act that it carries out; repeated with the same number it has no second effect.
        """
        ...

    async def tell_leads_added(self, campaign_id: CampaignId) -> None:
        """Signal that there are more leads to call. Raises WorkflowGone."""
        ...

    async def cancel_call(self, workflow_id: str, cancellation: Cancellation) -> None:
        """End the call. Raises WorkflowGone, WorkflowRefused."""
        ...

    async def reschedule_call(self, workflow_id: str, reschedule: Reschedule) -> None:
        """Let the call wait for another moment. Raises WorkflowGone, WorkflowRefused."""
        ...

    async def tell_leg_ended(self, workflow_id: str, news: LegEnded) -> None:
        """Signal the end of a leg. Raises WorkflowGone."""
        ...

    async def tell_conversation_reported(self, workflow_id: str, news: ConversationReported) -> None:
        """Signal that a conversation's report is stored. Raises WorkflowGone."""
        ...

    async def check(self) -> None:
        """Return if the service answers."""
        ...


class TemporalWorkflows:
    """The real ones, on a Temporal client."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def start_campaign(self, order: CampaignOrder, *, name: str) -> None:
        with suppress(WorkflowAlreadyStartedError):
            async with _failures_named():
                await start_campaign(self._client, order, name=name)

    async def start_call(
        self, order: CallOrder, lead_id: LeadId | None, *, masked_number: str, not_before: datetime | None
    ) -> None:
        with suppress(WorkflowAlreadyStartedError):
            async with _failures_named():
                await start_call(
                    self._client, order, lead_id, masked_number=masked_number, not_before=not_before
                )

    async def update_campaign(
        self, campaign_id: CampaignId, update: str, act: int, window: int | None = None
    ) -> str:
        arguments: list[object] = [] if window is None else [window]
        # As the update's id, which workers of before know nothing of and take all the same.
        return str(
            await self._update(campaign_workflow_id(campaign_id), update, arguments, act_update_id(act))
        )

    async def tell_leads_added(self, campaign_id: CampaignId) -> None:
        async with _failures_named():
            await self._client.get_workflow_handle(campaign_workflow_id(campaign_id)).signal("look_again")

    async def cancel_call(self, workflow_id: str, cancellation: Cancellation) -> None:
        await self._update(workflow_id, "cancel", [cancellation])

    async def reschedule_call(self, workflow_id: str, reschedule: Reschedule) -> None:
        await self._update(workflow_id, "reschedule", [reschedule])

    async def _update(
        self, workflow_id: str, update: str, arguments: list[object], update_id: str | None = None
    ) -> object:
        async with _failures_named():
            handle = self._client.get_workflow_handle(workflow_id)
            return await handle.execute_update(update, args=arguments, id=update_id)

    async def tell_leg_ended(self, workflow_id: str, news: LegEnded) -> None:
        await self._signal(workflow_id, "leg_ended", news)

    async def tell_conversation_reported(self, workflow_id: str, news: ConversationReported) -> None:
        await self._signal(workflow_id, "conversation_reported", news)

    async def _signal(self, workflow_id: str, signal: str, news: object) -> None:
        async with _failures_named():
            await self._client.get_workflow_handle(workflow_id).signal(signal, news)

    async def check(self) -> None:
        async with _failures_named():
            if not await self._client.service_client.check_health(timeout=_HEALTH_LIMIT):
                raise WorkflowsUnreachable


@asynccontextmanager
async def _failures_named() -> AsyncIterator[None]:
    """Give what Temporal's client raises our own names, and no exchange more than the limit."""
    try:
        async with asyncio.timeout(_LIMIT_SECONDS):
            yield
    except WorkflowUpdateFailedError as error:
        raise _refusal(error) from error
    except RPCError as error:
        if error.status == RPCStatusCode.NOT_FOUND:
            raise WorkflowGone from error
        raise WorkflowsUnreachable from error
    except (TimeoutError, WorkflowUpdateRPCTimeoutOrCancelledError, RuntimeError) as error:
        # A lazy client that cannot connect raises RuntimeError.
        raise WorkflowsUnreachable from error


def _refusal(error: WorkflowUpdateFailedError) -> WorkflowRefused:
    """The validator's own sentence; of other failures only that there was one."""
    cause = error.cause
    return WorkflowRefused(cause.message if isinstance(cause, ApplicationError) else None)
