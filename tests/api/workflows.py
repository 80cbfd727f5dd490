"""A Temporal of the mind: it remembers what it was asked, and can be made to be away, to refuse, or to know nothing."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from api.errors import WorkflowGone, WorkflowRefused, WorkflowsUnreachable
from database.campaigns import set_campaign_state, set_window
from database.session import Database
from domain.calls import CallOrder, Cancellation, ConversationReported, LegEnded, Reschedule
from domain.campaigns import CampaignAction, CampaignOrder, CampaignState, next_state
from domain.identifiers import AccountId, CampaignId, LeadId, call_workflow_id, campaign_workflow_id
from domain.letters import ResetOrder
from domain.person_requests import PersonOrder, RequestKind
from domain.webhook_orders import WebhookOrder
from domain.workflow_messages import News, Update

_ACTIONS = {
    "pause": CampaignAction.PAUSE,
    "resume": CampaignAction.RESUME,
    "cancel": CampaignAction.CANCEL,
}


class Stall:
    """Where a request stands still between what it wrote and its update, until it may go on."""

    def __init__(self) -> None:
        self.reached, self.over = asyncio.Event(), asyncio.Event()

    async def stand_still(self) -> None:
        """The request has come here."""
        self.reached.set()
        await self.over.wait()


class RememberedWorkflows:
    """Campaign workflows really move their campaign's state; calls only remember. stalls: the next updates that stand
    still, by name."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.running: dict[str, CampaignOrder | CallOrder] = {}
        self.starts: list[str] = []
        self.updates: list[tuple[str, object]] = []
        self.signals: list[tuple[str, LegEnded | ConversationReported]] = []
        self.told_programs: list[WebhookOrder] = []
        self.asked: list[tuple[RequestKind, PersonOrder]] = []
        self.asked_retention: list[AccountId] = []
        self.resets: list[ResetOrder] = []
        self.masked_numbers: list[str] = []
        self.moments: list[datetime | None] = []
        self.states: dict[str, CampaignState] = {}
        self.is_away = False
        self.unreachable: set[str] = set()
        self.stalls: dict[str, Stall] = {}
        self.refusal: str | None = None

    @contextmanager
    def away(self) -> Iterator[None]:
        """Nothing answers inside this block."""
        self.is_away = True
        yield
        self.is_away = False

    def _answer(self, workflow_id: str = "") -> None:
        if self.is_away or workflow_id in self.unreachable:
            raise WorkflowsUnreachable

    def _find(self, workflow_id: str) -> None:
        self._answer(workflow_id)
        if workflow_id not in self.running:
            raise WorkflowGone
        if self.refusal is not None:
            raise WorkflowRefused(self.refusal)

    async def start_campaign(self, order: CampaignOrder, *, name: str) -> None:
        workflow_id = campaign_workflow_id(order.campaign_id)
        self._answer(workflow_id)
        if workflow_id not in self.running:
            self.starts.append(workflow_id)
            self.states[order.campaign_id] = order.state
        self.running[workflow_id] = order

    async def start_call(
        self, order: CallOrder, lead_id: LeadId | None, *, masked_number: str, not_before: datetime | None
    ) -> None:
        workflow_id = call_workflow_id(order.call_id, order.campaign_id, lead_id)
        self._answer(workflow_id)
        if workflow_id not in self.running:
            self.starts.append(workflow_id)
            self.masked_numbers.append(masked_number)
            self.moments.append(not_before)
        self.running[workflow_id] = order

    async def update_campaign(
        self, campaign_id: CampaignId, update: Update[News], given: News, act: int
    ) -> str:
        if stall := self.stalls.pop(update.name, None):
            await stall.stand_still()
        workflow_id = campaign_workflow_id(campaign_id)
        self._find(workflow_id)
        self.updates.append((update.name, given))
        order = self.running[workflow_id]
        if update.name in _ACTIONS:
            state = next_state(self.states[campaign_id], _ACTIONS[update.name])
            async with self._database.transaction() as session:
                standing = await set_campaign_state(session, order.account_id, campaign_id, state, act)
            self.states[campaign_id] = standing.state
        elif isinstance(given, int):
            async with self._database.transaction() as session:
                await set_window(session, order.account_id, campaign_id, given, act)
        return str(self.states[campaign_id])

    async def tell_program(self, order: WebhookOrder) -> None:
        self._answer()
        self.told_programs.append(order)

    async def start_person_request(self, kind: RequestKind, order: PersonOrder) -> None:
        self._answer()
        self.asked.append((kind, order))

    async def start_reset(self, order: ResetOrder) -> None:
        self._answer()
        self.resets.append(order)

    async def start_retention(self, account_id: AccountId) -> None:
        self._answer()
        self.asked_retention.append(account_id)

    async def tell_leads_added(self, campaign_id: CampaignId) -> None:
        self._find(campaign_workflow_id(campaign_id))
        self.updates.append(("look_again", None))

    async def cancel_call(self, workflow_id: str, cancellation: Cancellation) -> None:
        self._find(workflow_id)
        self.updates.append((workflow_id, cancellation))

    async def reschedule_call(self, workflow_id: str, reschedule: Reschedule) -> None:
        self._find(workflow_id)
        self.updates.append((workflow_id, reschedule))

    async def tell_leg_ended(self, workflow_id: str, news: LegEnded) -> None:
        self._find(workflow_id)
        self.signals.append((workflow_id, news))

    async def tell_conversation_reported(self, workflow_id: str, news: ConversationReported) -> None:
        self._find(workflow_id)
        self.signals.append((workflow_id, news))

    async def check(self) -> None:
        self._answer()
