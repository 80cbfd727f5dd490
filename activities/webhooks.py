"""Tells other people's programs what is due to them, and says when to look again."""

import asyncio
import json

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.tools import Tools
from database import webhook_deliveries, webhook_endpoints
from database.audit import record_act
from database.reported_events import record_event
from database.webhook_deliveries import DueDelivery, Receiver, TryEnd
from domain.webhook_orders import WebhookOrder, WebhookRound
from domain.webhook_rules import WhyDisabled, next_try, why_to_stop
from providers.errors import ProviderUnavailable, SendRefused
from providers.http import Clock, utc_now
from providers.webhooks import Notice, NoticeAnswer

_AT_ONCE = 20  # of one program's calls; those of one call go one after the other
_SYSTEM = "system"


class WebhookActivities:
    """The step of a program's workflow."""

    def __init__(self, tools: Tools, *, now: Clock = utc_now) -> None:
        self._tools, self._now = tools, now

    @activity.defn
    async def tell_program(self, order: WebhookOrder) -> WebhookRound:
        """Send what is due now, the first of each call; running it twice sends some of it twice, which a receiver knows by its id."""
        key_ring = self._tools.key_ring
        async with self._tools.database.transaction() as session:
            receiver = await webhook_deliveries.receiver_of(
                session, order.account_id, order.endpoint_id, key_ring
            )
            if receiver is None:
                return WebhookRound(None)
            due = await webhook_deliveries.due_deliveries(
                session, order.account_id, order.endpoint_id, key_ring, limit=_AT_ONCE
            )
        await asyncio.gather(*(self._tell(order, receiver, each) for each in due))
        async with self._tools.database.transaction() as session:
            return WebhookRound(
                await webhook_deliveries.next_due(session, order.account_id, order.endpoint_id)
            )

    async def _tell(self, order: WebhookOrder, receiver: Receiver, due: DueDelivery) -> None:
        answer, failure = await self._sent(receiver, due)
        now = self._now()
        end = TryEnd(
            due.id,
            due.attempts + 1,
            None if answer is None else answer.status,
            failure,
            b"" if answer is None else answer.start,
            None if failure is None else next_try(due.attempts + 1, now),
        )
        async with self._tools.database.transaction() as session:
            since = await webhook_deliveries.store_try(
                session, order.account_id, order.endpoint_id, end, now, self._tools.key_ring
            )
            why = None if failure is None else why_to_stop(end.status, since, now)
            if why is not None and await webhook_endpoints.disable_endpoint(
                session, order.account_id, order.endpoint_id, why
            ):
                await self._note_the_end(session, order, due, why)

    async def _note_the_end(
        self, session: AsyncSession, order: WebhookOrder, due: DueDelivery, why: WhyDisabled
    ) -> None:
        """In the audit log, and as an event that other programs and the dashboard hear."""
        detail = {"why": str(why)}
        await record_act(
            session, order.account_id, _SYSTEM, "webhook_endpoint.disabled", order.endpoint_id, detail
        )
        await record_event(
            session,
            order.account_id,
            "webhook_endpoint.disabled",
            f"{due.id}/disabled/{due.attempts}",
            detail=json.dumps({"endpoint_id": order.endpoint_id, **detail}),
        )

    async def _sent(self, receiver: Receiver, due: DueDelivery) -> tuple[NoticeAnswer | None, str | None]:
        """The answer, and why it is none that takes the notice."""
        try:
            answer = await self._tools.webhooks.send(Notice(due.id, receiver.url, receiver.secrets, due.body))
        except (ProviderUnavailable, SendRefused) as error:
            return None, error.code
        return answer, None if answer.taken else "refused"
