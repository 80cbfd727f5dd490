"""Routes that set a campaign in motion and stop it: start, pause, resume, cancel, pace.

Which action is legal when: domain/campaigns.py; obeyed by workflows/campaign.py.
"""

from fastapi.responses import Response
from pydantic import Field

from api.authentication import Principal
from api.campaigns.plans import WIDEST_WINDOW
from api.campaigns.routes import CampaignResponse, show, show_campaign
from api.errors import WorkflowGone
from api.etags import edit_of
from api.idempotency import Once
from api.permissions import CampaignsRun
from api.request_bodies import Body, Whole
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import campaigns
from database.audit import record_act
from database.campaigns import CampaignView, set_campaign_state, set_window
from database.leads import has_ready_leads
from domain.campaigns import CampaignAction, CampaignOrder, CampaignState, legal_actions, next_state
from domain.errors import IllegalTransition, InvalidInput
from domain.identifiers import CampaignId
from domain.workflow_messages import CANCEL_CAMPAIGN, PAUSE, RESUME, SET_PACE, News, Update

router = Routes(prefix="/campaigns/{campaign_id}", tags=["campaigns"])

_ACTS = {
    CampaignAction.PAUSE: "campaign.paused",
    CampaignAction.RESUME: "campaign.resumed",
    CampaignAction.CANCEL: "campaign.cancelled",
}
_UPDATES = {
    CampaignAction.PAUSE: PAUSE,
    CampaignAction.RESUME: RESUME,
    CampaignAction.CANCEL: CANCEL_CAMPAIGN,
}


class WindowSize(Body):
    """How many calls may be due at once."""

    window: Whole = Field(ge=1, le=WIDEST_WINDOW)


@router.post("/start", status_code=202, response_model=CampaignResponse)
async def start_campaign(campaign_id: str, tools: Tools, principal: CampaignsRun, once: Once) -> Response:
    """Begin to call the leads. Starting a running campaign again has no second effect."""

    async def work(_: str) -> CampaignResponse:
        campaign = await _mark_running(tools, principal, campaign_id)
        order = CampaignOrder(principal.account_id, campaign.id, state=campaign.state)
        await tools.workflows.start_campaign(order, name=campaign.name)
        return show(campaign)

    return await once.run("camp", 202, work)


async def _mark_running(tools: ApiTools, principal: Principal, campaign_id: str) -> CampaignView:
    """The row first: a campaign that is marked and whose workflow could not be started is started by the repairs."""
    async with tools.database.transaction() as session:
        campaign = await campaigns.get_campaign(session, principal.account_id, campaign_id, lock=True)
        state = next_state(campaign.state, CampaignAction.START)
        if state is campaign.state:
            return campaign
        if not await has_ready_leads(session, principal.account_id, campaign_id):
            raise InvalidInput(
                "No lead of this campaign is ready to be called; import leads and commit the import.",
                code="no_leads",
            )
        await set_campaign_state(session, principal.account_id, campaign.id, state)
        await campaigns.mark_started(session, principal.account_id, campaign_id, tools.now())
        await record_act(session, principal.account_id, principal.actor, "campaign.started", campaign_id)
        return await campaigns.get_campaign(session, principal.account_id, campaign_id)


@router.post("/pause", status_code=200)
async def pause_campaign(campaign_id: str, tools: Tools, principal: CampaignsRun) -> CampaignResponse:
    """Begin no further call; calls under way end by themselves."""
    return await _act(tools, principal, campaign_id, CampaignAction.PAUSE)


@router.post("/resume", status_code=200)
async def resume_campaign(campaign_id: str, tools: Tools, principal: CampaignsRun) -> CampaignResponse:
    """Go on after a pause."""
    return await _act(tools, principal, campaign_id, CampaignAction.RESUME)


@router.post("/cancel", status_code=202)
async def cancel_campaign(campaign_id: str, tools: Tools, principal: CampaignsRun) -> CampaignResponse:
    """End the campaign for good: live calls are hung up, waiting ones never made."""
    return await _act(tools, principal, campaign_id, CampaignAction.CANCEL)


async def _act(
    tools: ApiTools, principal: Principal, campaign_id: str, action: CampaignAction
) -> CampaignResponse:
    async with tools.database.transaction() as session:
        campaign = await campaigns.get_campaign(session, principal.account_id, campaign_id, lock=True)
        state = next_state(campaign.state, action)
        act = await record_act(session, principal.account_id, principal.actor, _ACTS[action], campaign_id)
        if campaign.state is CampaignState.DRAFT:  # no workflow yet that could answer
            await set_campaign_state(session, principal.account_id, campaign.id, state)
        elif state is campaign.state:
            await campaigns.confirm_campaign_state(session, principal.account_id, campaign.id, act)
    if campaign.state is CampaignState.DRAFT:
        return await _present(tools, principal, campaign_id)
    # A campaign that is still being cancelled may have lost its workflow; asked again, it gets another.
    if state is not campaign.state or state is CampaignState.CANCELLING:
        await _ask_workflow(tools, principal, campaign, _UPDATES[action], None, act)
    return await _present(tools, principal, campaign_id)


async def _ask_workflow(
    tools: ApiTools,
    principal: Principal,
    campaign: CampaignView,
    update: Update[News],
    given: News,
    act: int,
) -> None:
    """The workflow's own answer counts. One that never began, or ended wrongly, begins now from where the row stands; of
    a campaign that is over by now there is nothing to ask."""
    try:
        await tools.workflows.update_campaign(campaign.id, update, given, act)
    except WorkflowGone:
        async with tools.database.transaction() as session:
            campaign = await campaigns.get_campaign(session, principal.account_id, campaign.id)
            round_number = await campaigns.last_round(session, principal.account_id, campaign.id)
        if campaign.state in (CampaignState.COMPLETED, CampaignState.CANCELLED):
            return
        order = CampaignOrder(principal.account_id, campaign.id, round_number, campaign.state)
        await tools.workflows.start_campaign(order, name=campaign.name)
        await tools.workflows.update_campaign(campaign.id, update, given, act)


@router.put("/pace")
@edit_of(show_campaign, in_turn=True)
async def change_campaign_pace(
    campaign_id: str, body: WindowSize, tools: Tools, principal: CampaignsRun
) -> CampaignResponse:
    """Change how many of the campaign's calls may be due at once."""
    async with tools.database.transaction() as session:
        campaign = await campaigns.get_campaign(session, principal.account_id, campaign_id, lock=True)
        detail = {"window": body.window, "was": {"window": campaign.plan.window}}
        act = await record_act(
            session, principal.account_id, principal.actor, "campaign.pace_changed", campaign_id, detail
        )
        if campaign.state is CampaignState.DRAFT:
            await set_window(session, principal.account_id, CampaignId(campaign_id), body.window, act)
        elif campaign.state not in (CampaignState.RUNNING, CampaignState.PAUSED):
            raise IllegalTransition(
                "campaign", campaign.state, "change its pace", legal_actions(campaign.state)
            )
    if campaign.state is not CampaignState.DRAFT:
        await _ask_workflow(tools, principal, campaign, SET_PACE, body.window, act)
    return await _present(tools, principal, campaign_id)


async def _present(tools: ApiTools, principal: Principal, campaign_id: str) -> CampaignResponse:
    async with tools.database.transaction() as session:
        return show(await campaigns.get_campaign(session, principal.account_id, campaign_id))
