"""Starts what stands in the database and has no workflow: never begun while Temporal was away, or ended wrongly."""

from api.tools import ApiTools
from database.campaigns import running_campaigns
from database.direct_calls import unbegun_calls
from database.people import number_to_show
from domain.calls import CallOrder
from domain.campaigns import CampaignOrder
from domain.phone_numbers import masked


async def start_forgotten(tools: ApiTools) -> None:
    """Start campaigns and direct calls anew, from where their rows stand; those that have a workflow are left as they are.

    A campaign's own calls are repaired by its feeder. Raises WorkflowsUnreachable.
    """
    async with tools.database.transaction() as session:
        campaigns = await running_campaigns(session)
        calls = await unbegun_calls(session)
    for campaign in campaigns:
        campaign_order = CampaignOrder(
            campaign.account_id, campaign.campaign_id, campaign.round, campaign.state
        )
        await tools.workflows.start_campaign(campaign_order, name=campaign.name)
    for call in calls:
        number = number_to_show(call.person_sealed, call.account_id, call.lead_id, tools.key_ring)
        await tools.workflows.start_call(
            CallOrder(call.account_id, call.call_id, call.trunk_id),
            call.lead_id,
            masked_number=masked(number),
            not_before=call.not_before,
        )
