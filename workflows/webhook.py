"""Telling one program what happens: as long as something waits for it, and not a moment longer."""

from datetime import timedelta

from temporalio import workflow

from activities.webhooks import WebhookActivities
from domain.identifiers import WEBHOOK_QUEUE
from domain.webhook_orders import WebhookOrder, WebhookRound
from domain.workflow_messages import SOMETHING_IS_DUE, WEBHOOK
from workflows.activity_options import WEBHOOK_ROUND

_ROUNDS = 200
_LONGEST = timedelta(days=1)


@workflow.defn(name=WEBHOOK.name)
class WebhookWorkflow:
    """Rounds over what is due to one program; the rows say what is, here is waited only."""

    def __init__(self) -> None:
        self._news = False

    @workflow.run
    async def run(self, order: WebhookOrder) -> None:
        """Ends when nothing waits; whoever has something for the program starts it again."""
        for _ in range(_ROUNDS):
            self._news = False
            done = await self._round(order)
            if self._news:
                continue
            if done.next_at is None:
                return
            wait = min(max(done.next_at - workflow.now(), timedelta(0)), _LONGEST)
            try:
                await workflow.wait_condition(lambda: self._news, timeout=wait)
            except TimeoutError:
                continue
        workflow.continue_as_new(order)

    async def _round(self, order: WebhookOrder) -> WebhookRound:
        return await workflow.execute_activity_method(
            WebhookActivities.tell_program,
            order,
            summary="what is due",
            task_queue=WEBHOOK_QUEUE,
            **WEBHOOK_ROUND,
        )

    @workflow.signal(name=SOMETHING_IS_DUE.name)
    def something_is_due(self) -> None:
        """Something is due to the program."""
        self._news = True
