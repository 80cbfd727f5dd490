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
from domain.identifiers import AccountId, CampaignId, LeadId, act_update_id, campaign_workflow_id
from domain.letters import ResetOrder
from domain.person_requests import PersonOrder, RequestKind
from domain.webhook_orders import WebhookOrder
from domain.workflow_messages import (
    CANCEL_CALL,
    CONVERSATION_REPORTED,
    LEG_ENDED,
    LOOK_AGAIN,
    RESCHEDULE,
    News,
    Signal,
    Update,
)
from startup.temporal import (
    ask,
    start_call,
    start_campaign,
    start_person_request,
    start_reset,
    start_retention,
    tell,
    tell_program,
)

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
        self, campaign_id: CampaignId, update: Update[News], given: News, act: int
    ) -> str:
        """The state after this update of the campaign's workflow. Raises WorkflowGone, WorkflowRefused.

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

    async def tell_program(self, order: WebhookOrder) -> None:
        """Have a program told what is due to it."""
        ...

    async def start_person_request(self, kind: RequestKind, order: PersonOrder) -> None:
        """Make sure that the workflow of what a person asked for has been started."""
        ...

    async def start_reset(self, order: ResetOrder) -> None:
        """Make sure that whoever signs in under this address is written to."""
        ...

    async def start_retention(self, account_id: AccountId) -> None:
        """Make sure that the account's open run of retention goes on."""
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
        self, campaign_id: CampaignId, update: Update[News], given: News, act: int
    ) -> str:
        # As the update's id, which workers of before know nothing of and take all the same.
        return await self._ask(campaign_workflow_id(campaign_id), update, given, act_update_id(act))

    async def tell_leads_added(self, campaign_id: CampaignId) -> None:
        await self._tell(campaign_workflow_id(campaign_id), LOOK_AGAIN, None)

    async def cancel_call(self, workflow_id: str, cancellation: Cancellation) -> None:
        await self._ask(workflow_id, CANCEL_CALL, cancellation)

    async def reschedule_call(self, workflow_id: str, reschedule: Reschedule) -> None:
        await self._ask(workflow_id, RESCHEDULE, reschedule)

    async def _ask(
        self, workflow_id: str, update: Update[News], given: News, update_id: str | None = None
    ) -> str:
        async with _failures_named():
            return await ask(self._client, workflow_id, update, given, update_id=update_id)

    async def tell_leg_ended(self, workflow_id: str, news: LegEnded) -> None:
        await self._tell(workflow_id, LEG_ENDED, news)

    async def tell_conversation_reported(self, workflow_id: str, news: ConversationReported) -> None:
        await self._tell(workflow_id, CONVERSATION_REPORTED, news)

    async def _tell(self, workflow_id: str, signal: Signal[News], news: News) -> None:
        async with _failures_named():
            await tell(self._client, workflow_id, signal, news)

    async def tell_program(self, order: WebhookOrder) -> None:
        async with _failures_named():
            await tell_program(self._client, order)

    async def start_retention(self, account_id: AccountId) -> None:
        async with _failures_named():
            await start_retention(self._client, account_id)

    async def start_reset(self, order: ResetOrder) -> None:
        async with _failures_named():
            await start_reset(self._client, order)

    async def start_person_request(self, kind: RequestKind, order: PersonOrder) -> None:
        async with _failures_named():
            await start_person_request(self._client, kind, order)

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
