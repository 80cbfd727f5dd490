"""Routes that show leads."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from api.access import Authenticated
from api.pages import Page, Paging
from api.tools import Tools
from database import leads
from database.campaigns import get_campaign
from database.leads import LeadView
from domain.errors import InvalidInput
from domain.lead_zones import parse_hours_key

router = APIRouter(tags=["leads"])


class LeadResponse(BaseModel):
    """A lead; review says why a person has to look before it is called; zones are all it may live in."""

    id: str
    campaign_id: str | None
    import_id: str | None
    state: str
    number: str
    name: str
    email: str
    variables: Mapping[str, str]
    rules: str
    zones: Sequence[str]
    review: str | None
    consents: Sequence[str]
    created_at: datetime


def show(lead: LeadView) -> LeadResponse:
    """A lead for people."""
    rules, zones = _hours(lead.hours_key)
    return LeadResponse(
        id=lead.id,
        campaign_id=lead.campaign_id,
        import_id=lead.import_id,
        state=lead.state,
        number=lead.person.number,
        name=lead.person.name,
        email=lead.person.email,
        variables=lead.person.variables,
        rules=rules,
        zones=zones,
        review=lead.review,
        consents=lead.consents,
        created_at=lead.created_at,
    )


def _hours(key: str) -> tuple[str, Sequence[str]]:
    try:
        parsed = parse_hours_key(key)
    except InvalidInput:  # a lead in review has no hours yet
        return "", ()
    return parsed.pack, parsed.zones


@router.get("/campaigns/{campaign_id}/leads")
async def list_leads(
    campaign_id: str,
    tools: Tools,
    principal: Authenticated,
    paging: Paging,
    state: Annotated[str | None, Query(pattern=r"^[a-z_]{1,30}$")] = None,
) -> Page[LeadResponse]:
    """The campaign's leads, newest first."""
    async with tools.database.transaction() as session:
        await get_campaign(session, principal.account_id, campaign_id)
        found = await leads.list_leads(
            session,
            principal.account_id,
            campaign_id,
            tools.key_ring,
            state=state,
            before=paging.before,
            limit=paging.fetch,
        )
    return paging.of(found, show, lambda lead: lead.id)


@router.get("/leads/{lead_id}")
async def show_lead(lead_id: str, tools: Tools, principal: Authenticated) -> LeadResponse:
    """One lead."""
    async with tools.database.transaction() as session:
        return show(await leads.get_lead(session, principal.account_id, lead_id, tools.key_ring))
