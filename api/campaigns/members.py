"""Routes for whose a campaign is: the people who see its calls though they do not see all."""

from datetime import datetime

from fastapi import Response
from pydantic import BaseModel, ConfigDict

from api.permissions import CampaignsRead, CampaignsWrite
from api.routing import Routes
from api.tools import Tools
from database import campaign_members
from database.audit import record_act
from database.campaigns import get_campaign

router = Routes(prefix="/campaigns/{campaign_id}/members", tags=["campaigns"])


class MemberResponse(BaseModel):
    """A person who sees the campaign, its calls, their transcripts and recordings."""

    model_config = ConfigDict(from_attributes=True)
    user_id: str
    name: str
    added_at: datetime


@router.get("")
async def list_members(campaign_id: str, tools: Tools, principal: CampaignsRead) -> list[MemberResponse]:
    """Who sees the campaign beside admins and managers of agents, who see all."""
    async with tools.database.transaction() as session:
        await get_campaign(session, principal.account_id, campaign_id)
        found = await campaign_members.list_members(
            session, principal.account_id, campaign_id, tools.key_ring
        )
    return [MemberResponse.model_validate(member) for member in found]


@router.put("/{user_id}", status_code=204)
async def add_member(campaign_id: str, user_id: str, tools: Tools, principal: CampaignsWrite) -> Response:
    """Let a person see the campaign; adding them twice is no error."""
    async with tools.database.transaction() as session:
        await campaign_members.add_member(session, principal.account_id, campaign_id, user_id)
        detail = {"user_id": user_id}
        await record_act(
            session, principal.account_id, principal.actor, "campaign.member_added", campaign_id, detail
        )
    return Response(status_code=204)


@router.delete("/{user_id}", status_code=204)
async def remove_member(campaign_id: str, user_id: str, tools: Tools, principal: CampaignsWrite) -> Response:
    """Let a person see the campaign no more, from their next request on."""
    async with tools.database.transaction() as session:
        await campaign_members.remove_member(session, principal.account_id, campaign_id, user_id)
        detail = {"user_id": user_id}
        await record_act(
            session, principal.account_id, principal.actor, "campaign.member_removed", campaign_id, detail
        )
    return Response(status_code=204)
