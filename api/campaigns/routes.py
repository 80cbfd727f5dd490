"""Routes that make, show and change campaigns. What sets one in motion stands in actions.py."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict
from sqlalchemy.ext.asyncio import AsyncSession

from api.authentication import Principal
from api.campaigns.plans import PlanBody, changed
from api.etags import edit_of
from api.leads.default_regions import Region
from api.pagination import Page, Paging
from api.permissions import CampaignsListed, CampaignsRead, CampaignsWrite
from api.request_bodies import Body, Name
from api.routing import Routes
from api.tools import Tools
from database import campaigns
from database.abandonment import count_abandoned
from database.audit import record_act
from database.campaign_figures import campaign_figures
from database.campaigns import CampaignChange, CampaignView
from database.leads import has_leads
from database.scripts import get_version
from database.session import new_id
from domain.campaigns import CampaignState, legal_actions
from domain.errors import Conflict
from domain.identifiers import CampaignId

router = Routes(prefix="/campaigns", tags=["campaigns"])

_EXAMPLE: JsonDict = {
    "name": "Autumn survey",
    "script_version_id": "sv_01kaj0y5d7t8c9v0w1x2y3z4a5",
    "agent_id": "agent_01kaj0y5d7t8c9v0w1x2y3z4a6",
    "trunk_id": "trunk_01kaj0y5d7t8c9v0w1x2y3z4a7",
    "default_region": "US",
    "plan": {"purpose": "survey", "window": 20},
}


class NotChangeable(Conflict):
    """A campaign can be changed only while it is a draft or paused: pause one that runs; make a new one after its end."""

    code = "not_changeable"


class CampaignBody(Body):
    """A new campaign; default_region is the ISO country of numbers written without one."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})
    name: Name
    script_version_id: str = Field(max_length=100)
    agent_id: str = Field(max_length=100)
    trunk_id: str = Field(max_length=100)
    default_region: Region | None = None
    plan: PlanBody = Field(default_factory=PlanBody)


class CampaignPatch(Body):
    """What is to be different; fields that are not named stay as they are."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"plan": {"caps": {"per_day": 1}}}]})
    name: Name | None = None
    script_version_id: str | None = Field(None, max_length=100)
    agent_id: str | None = Field(None, max_length=100)
    trunk_id: str | None = Field(None, max_length=100)
    default_region: Region | None = None
    plan: PlanBody | None = None


class CampaignResponse(BaseModel):
    """A campaign, and what may be asked of it now."""

    id: str
    name: str
    state: CampaignState
    legal_actions: list[str]
    script_version_id: str
    agent_id: str
    trunk_id: str
    default_region: str | None
    plan: PlanBody
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class NumbersResponse(BaseModel):
    """A campaign's figures, counted from its rows at this moment; rates are null before there is anything to count.

    `needs_review` are calls whose outcome somebody should look at; in `leads` it counts those that are not called before
    somebody has. `deferred` are calls that sleep until a moment; the others that are not closed are due, at most `window` of them at once.
    technical_rate: the share of finished attempts that reached a definite end without our fault; answer_rate: that somebody
    or something picked up; goal_rate: the share of closed calls whose outcome is a success. Sentiments are those of
    conversations with a person. abandoned: of the calls answered by a person in the last 30 days, those that heard nothing in time; see
    `/abandonment`.
    """

    leads: Mapping[str, int]
    calls: Mapping[str, int]
    results: Mapping[str, int]
    outcomes: Mapping[str, int]
    attempt_results: Mapping[str, int]
    sentiments: Mapping[str, int]
    attempts: int
    retries: int
    deferred: int
    waits_for: Mapping[str, int]
    needs_review: int
    talk_seconds: int
    words: int
    technical_rate: float | None
    answer_rate: float | None
    goal_rate: float | None
    answered_by_person: int
    abandoned: int
    abandonment_rate: float | None


def show(campaign: CampaignView) -> CampaignResponse:
    """A campaign for people."""
    return CampaignResponse(
        id=campaign.id,
        name=campaign.name,
        state=campaign.state,
        legal_actions=[str(action) for action in legal_actions(campaign.state)],
        script_version_id=campaign.script_version_id,
        agent_id=campaign.agent_id,
        trunk_id=campaign.trunk_id,
        default_region=campaign.default_region,
        plan=PlanBody.model_validate(campaign.plan),
        created_at=campaign.created_at,
        started_at=campaign.started_at,
        finished_at=campaign.finished_at,
    )


@router.post("", status_code=201)
async def create_campaign(body: CampaignBody, tools: Tools, principal: CampaignsWrite) -> CampaignResponse:
    """Make a draft."""
    wanted = CampaignChange(
        name=body.name,
        script_version_id=body.script_version_id,
        agent_id=body.agent_id,
        trunk_id=body.trunk_id,
        default_region=body.default_region,
        plan=body.plan.plan(),
    )
    async with tools.database.transaction() as session:
        campaign = await campaigns.add_campaign(session, principal.account_id, wanted, new_id("camp"))
        await record_act(session, principal.account_id, principal.actor, "campaign.created", campaign.id)
    return show(campaign)


@router.get("")
async def list_campaigns(
    tools: Tools, principal: CampaignsListed, paging: Paging, state: CampaignState | None = None
) -> Page[CampaignResponse]:
    """The account's campaigns, newest first."""
    async with tools.database.transaction() as session:
        found = await campaigns.list_campaigns(
            session,
            principal.account_id,
            state=state,
            before=paging.before,
            limit=paging.fetch,
            members_only=principal.members_only,
        )
    return paging.of(found, show, lambda campaign: campaign.id)


@router.get("/{campaign_id}")
async def show_campaign(campaign_id: str, tools: Tools, principal: CampaignsRead) -> CampaignResponse:
    """One campaign."""
    async with tools.database.transaction() as session:
        return show(await campaigns.get_campaign(session, principal.account_id, campaign_id))


@router.patch("/{campaign_id}")
@edit_of(show_campaign)
async def change_campaign(
    campaign_id: str, body: CampaignPatch, tools: Tools, principal: CampaignsWrite
) -> CampaignResponse:
    """Change a draft or a paused campaign."""
    async with tools.database.transaction() as session:
        campaign = await campaigns.get_campaign(session, principal.account_id, campaign_id, lock=True)
        if campaign.state not in (CampaignState.DRAFT, CampaignState.PAUSED):
            raise NotChangeable
        wanted = _wanted(campaign, body)
        await _check_variables(session, principal, campaign, wanted)
        campaign = await campaigns.change_campaign(session, principal.account_id, campaign_id, wanted)
        act = await record_act(
            session, principal.account_id, principal.actor, "campaign.changed", campaign_id
        )
        if body.plan is not None and "window" in body.plan.model_fields_set:
            await campaigns.set_window(session, principal.account_id, campaign.id, wanted.plan.window, act)
    return show(campaign)


def _wanted(campaign: CampaignView, body: CampaignPatch) -> CampaignChange:
    return CampaignChange(
        name=body.name or campaign.name,
        script_version_id=body.script_version_id or campaign.script_version_id,
        agent_id=body.agent_id or campaign.agent_id,
        trunk_id=body.trunk_id or campaign.trunk_id,
        default_region=body.default_region or campaign.default_region,
        plan=campaign.plan if body.plan is None else changed(campaign.plan, body.plan),
    )


async def _check_variables(
    session: AsyncSession, principal: Principal, campaign: CampaignView, wanted: CampaignChange
) -> None:
    """Leads were checked for what the campaign needed when they were imported; it may not need more afterwards."""
    if not await has_leads(session, principal.account_id, campaign.id):
        return
    before = await get_version(session, principal.account_id, campaign.script_version_id)
    after = await get_version(session, principal.account_id, wanted.script_version_id)
    checked = before.content.variables() | campaign.plan.variables()
    more = sorted((after.content.variables() | wanted.plan.variables()) - checked)
    if more:
        raise Conflict(
            f"The imported leads were not checked for {', '.join(more)}, which this change needs; "
            "make a new campaign with it and import the leads there."
        )


@router.get("/{campaign_id}/metrics")
async def show_metrics(campaign_id: str, tools: Tools, principal: CampaignsRead) -> NumbersResponse:
    """The campaign's figures at this moment."""
    async with tools.database.transaction() as session:
        await campaigns.get_campaign(session, principal.account_id, campaign_id)
        numbers = await campaign_figures(session, principal.account_id, campaign_id)
        abandonment = await count_abandoned(session, principal.account_id, CampaignId(campaign_id))
    return NumbersResponse(
        **asdict(numbers),
        technical_rate=numbers.technical_rate,
        answer_rate=numbers.answer_rate,
        goal_rate=numbers.goal_rate,
        answered_by_person=abandonment.answered,
        abandoned=abandonment.abandoned,
        abandonment_rate=abandonment.share,
    )
