"""What programs send to hooks becomes leads: at once, or when the list that is being read for the campaign is through."""

from collections.abc import Mapping, Sequence

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from database import lead_hook_messages
from database.audit import record_act
from database.campaigns import CampaignView
from database.lead_hook_messages import Content, HookMessage, Waiting
from database.lead_hooks import LeadHookView, hook_of_message
from database.lead_imports import ImportPending, ImportView
from domain.campaigns import CampaignState
from domain.errors import OutboundError
from domain.identifiers import AccountId
from lists.abandoned_lists import end_abandoned_lists
from lists.few_leads import FewLeads, add_few
from lists.messages import rows_of
from lists.tools import ListTools

log = structlog.get_logger()


async def take_message(
    tools: ListTools, account_id: AccountId, hook: LeadHookView, name: str, content: Content
) -> HookMessage:
    """The message as it is stored; its leads are added, unless that was done before, or it has to wait: for a list that is being read.

    name: the id that its program gave it, empty for none. Raises InvalidInput, NotFound and Conflict, which store nothing.
    """
    rows = rows_of(content.kind, content.body)
    async with tools.database.transaction() as session:
        message, is_new = await lead_hook_messages.begin_hook_message(
            session, account_id, hook.id, name, content, tools.key_ring
        )
        if not is_new:
            return message
        try:
            async with session.begin_nested():
                committed, campaign = await _add(session, tools, account_id, hook, message.id, rows)
        except ImportPending:
            await lead_hook_messages.keep_received(session, account_id, message.id, content, tools.key_ring)
            return message
    await _tell(tools, campaign)
    return HookMessage(message.id, committed.id, None, message.received_at, committed.committed_at)


async def take_waiting(tools: ListTools) -> None:
    """Add the leads of messages that waited, however long; one whose campaign is over by now is refused."""
    await end_abandoned_lists(tools)
    added = 1
    while added:
        async with tools.database.transaction() as session:
            waiting = await lead_hook_messages.waiting_messages(session)
        campaigns = [await _take(tools, message_id) for message_id in waiting]
        fed = {campaign.id: campaign for campaign in campaigns if campaign is not None}
        for campaign in fed.values():
            await _tell(tools, campaign)
        added = len(fed)


async def _take(tools: ListTools, message_id: str) -> CampaignView | None:
    """The campaign whose leads the message made; None for one that goes on waiting, that somebody else takes, or that is refused."""
    async with tools.database.transaction() as session:
        waiting = await lead_hook_messages.hold_waiting(session, message_id, tools.key_ring)
        if waiting is None:
            return None
        hook = await hook_of_message(session, waiting.account_id, waiting.hook_id, tools.key_ring)
        try:
            async with session.begin_nested():
                rows = rows_of(waiting.content.kind, waiting.content.body)
                _, campaign = await _add(session, tools, waiting.account_id, hook, waiting.id, rows)
        except ImportPending:
            return None
        except OutboundError as error:
            await _refuse(session, waiting, error)
            return None
        return campaign


async def _refuse(session: AsyncSession, waiting: Waiting, error: OutboundError) -> None:
    log.warning("lead_hook.refused", hook_id=waiting.hook_id, message_id=waiting.id, error=error.code)
    await lead_hook_messages.settle_hook_message(session, waiting.account_id, waiting.id, refusal=error.code)


async def _add(
    session: AsyncSession,
    tools: ListTools,
    account_id: AccountId,
    hook: LeadHookView,
    message_id: str,
    rows: Sequence[Mapping[str, str]],
) -> tuple[ImportView, CampaignView]:
    few = FewLeads(rows, hook.mapping, hook.default_region or None, hook.rules, came_by=hook.id)
    committed, campaign = await add_few(session, tools, account_id, hook.campaign_id, few)
    await lead_hook_messages.settle_hook_message(session, account_id, message_id, import_id=committed.id)
    await record_act(
        session,
        account_id,
        hook.id,
        "leads.received",
        committed.id,
        {"message": message_id, "accepted": committed.accepted},
    )
    return committed, campaign


async def _tell(tools: ListTools, campaign: CampaignView) -> None:
    if campaign.state is CampaignState.RUNNING:
        await tools.tell_feeder(campaign.id)
