"""Starts what stands in the database and has no workflow: never begun while Temporal was away, or ended wrongly.

Calls that have lost a workflow which began: activities/orphan_sweep.py.
"""

import asyncio
from collections.abc import Awaitable

import structlog

from api.errors import WorkflowsUnreachable
from api.tools import ApiTools
from database.campaigns import RunningCampaign, running_campaigns
from database.direct_calls import UnbegunCall, unbegun_calls
from database.people import masked_number
from database.person_requests import unbegun_requests
from domain.calls import CallOrder
from domain.campaigns import CampaignOrder

log = structlog.get_logger()


async def start_forgotten(tools: ApiTools) -> None:
    """Start campaigns, direct calls and what people asked for anew, from where their rows stand; those that have a workflow are left as they are.

    A campaign's own calls are repaired by its feeder. One that cannot be started now holds up no other; it is tried again
    with the next repair.
    """
    async with tools.database.transaction() as session:
        campaigns = await running_campaigns(session)
        calls = await unbegun_calls(session)
        asked = await unbegun_requests(session)
    starts = [_start_campaign(tools, campaign) for campaign in campaigns]
    starts += [_attempt(tools.workflows.start_person_request(*each), each[1].request_id) for each in asked]
    await asyncio.gather(*starts, *(_start_call(tools, call) for call in calls))


async def _start_campaign(tools: ApiTools, campaign: RunningCampaign) -> None:
    order = CampaignOrder(campaign.account_id, campaign.campaign_id, campaign.round, campaign.state)
    await _attempt(tools.workflows.start_campaign(order, name=campaign.name), campaign.campaign_id)


async def _start_call(tools: ApiTools, call: UnbegunCall) -> None:
    number = masked_number(call.person_sealed, call.account_id, call.lead_id, tools.key_ring)
    order = CallOrder(call.account_id, call.call_id, call.trunk_id)
    start = tools.workflows.start_call(order, call.lead_id, masked_number=number, not_before=call.not_before)
    await _attempt(start, call.call_id)


async def _attempt(start: Awaitable[None], what: str) -> None:
    try:
        await start
    except WorkflowsUnreachable:
        log.warning("repair.not_started", id=what)
