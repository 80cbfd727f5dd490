"""`GET /campaigns/{id}/preflight`: whom the campaign would call now, later and never, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncSession

from api.agents.routes import shown
from api.permissions import CampaignsRead
from api.routing import Routes
from api.tools import ApiTools, Tools
from database.abandonment import count_abandoned
from database.agents import AgentProfile, get_agent
from database.caller_identities import picked_callers
from database.campaigns import CampaignView, get_campaign
from database.preflight_facts import LeadsAlike, leads_alike
from database.scripts import get_version
from database.suppression_lists import named_lists
from database.trunks import get_trunk
from domain.caller_identities import TRUNKS_NUMBER, CallerChoice
from domain.contactability import Channel, Contactability, ContactFacts, decide_contact
from domain.conversations import Engine
from domain.dial_conditions import DialConditions
from domain.errors import InvalidInput
from domain.identifiers import AccountId, CampaignId
from domain.lead_time_zones import parse_hours_key, review_named
from domain.preferences import Preferences
from domain.preflight import preflight
from domain.recordings import unannounced
from domain.rule_packs import RulePack, RulePacks
from domain.suppression_lists import NamedList, what_lists_lack

router = Routes(prefix="/campaigns/{campaign_id}", tags=["campaigns"])
_VARIABLES = "variables_missing:"


@dataclass(frozen=True, slots=True)
class _Campaigns:
    """What all leads of the campaign have in common."""

    lists: Sequence[NamedList]
    conditions: DialConditions


class ReasonResponse(BaseModel):
    """How many leads one reason holds or refuses."""

    model_config = ConfigDict(from_attributes=True)
    code: str
    text: str
    leads: int


class PreflightResponse(BaseModel):
    """The leads that were not called yet, as if the campaign started at this moment; sentence says it in words.

    warnings: what the calls would have to do without, and how to mend it.
    """

    now: int
    later: int
    refused: int
    total: int
    later_from: datetime | None
    later_by: datetime | None
    later_because: Sequence[ReasonResponse]
    refused_because: Sequence[ReasonResponse]
    sentence: str
    warnings: Sequence[str]


@router.get("/preflight")
async def show_preflight(campaign_id: str, tools: Tools, principal: CampaignsRead) -> PreflightResponse:
    """X callable now, Y later, Z refused, because …"""
    async with tools.database.transaction() as session:
        campaign = await get_campaign(session, principal.account_id, campaign_id)
        agent = await get_agent(session, principal.account_id, campaign.agent_id)
        version = await get_version(session, principal.account_id, campaign.script_version_id)
        groups = await leads_alike(session, principal.account_id, campaign_id, campaign.plan.purpose)
        packs = await tools.rule_packs.now(session, principal.account_id)
        lists = await named_lists(session, principal.account_id)
        abandonment = await count_abandoned(session, principal.account_id, CampaignId(campaign_id))
        callers = await _callers(session, campaign, principal.account_id)
    of_all = _Campaigns(lists, DialConditions(abandonment, callers))
    found = preflight(_answers(packs, campaign, groups, of_all, tools.now()))
    return PreflightResponse(
        now=found.now,
        later=found.later,
        refused=found.refused,
        total=found.total,
        later_from=found.later_from,
        later_by=found.later_by,
        later_because=[ReasonResponse.model_validate(reason) for reason in found.later_because],
        refused_because=[ReasonResponse.model_validate(reason) for reason in found.refused_because],
        sentence=found.sentence(),
        warnings=[
            *_warnings(tools, agent),
            *_stale_lists(tools, campaign, lists),
            *filter(None, [unannounced(campaign.plan.record, version.content)]),
        ],
    )


def _warnings(tools: ApiTools, agent: AgentProfile) -> Iterator[str]:
    yield from (f"The agent {agent.name}: {warning}" for warning in shown(agent, tools).warnings)
    if agent.engine == Engine.REALTIME and not tools.settings.openai.api_key:
        yield (
            f"The agent {agent.name} speaks by the realtime engine, which needs a key of OpenAI's (OPENAI_API_KEY); without"
            " one its calls are held by its recogniser, model and voice."
        )


def _stale_lists(tools: ApiTools, campaign: CampaignView, lists: Sequence[NamedList]) -> Iterator[str]:
    plan = campaign.plan
    lacking = what_lists_lack(
        lists, plan.required_lists, Channel.VOICE, plan.purpose, tools.now().astimezone(UTC).date()
    )
    yield from (f"{lack} Nobody is called before: outbound dnc lists fill." for lack in lacking)


async def _callers(session: AsyncSession, campaign: CampaignView, account_id: AccountId) -> CallerChoice:
    """What the campaign's calls may show; which of several fitting ones a lead sees is not asked."""
    picked = campaign.plan.caller_identities
    if not picked:
        return TRUNKS_NUMBER
    trunk = await get_trunk(session, account_id, campaign.trunk_id)
    return CallerChoice(picked, tuple(await picked_callers(session, account_id, picked)), trunk.connection_id)


def _answers(
    packs: RulePacks,
    campaign: CampaignView,
    groups: Sequence[LeadsAlike],
    of_all: _Campaigns,
    now: datetime,
) -> Iterator[tuple[Contactability, int]]:
    for group in groups:
        decision = decide_contact(_facts(campaign, group, of_all), _pack(packs, group.hours_key), now)
        yield decision, group.leads


def _facts(campaign: CampaignView, group: LeadsAlike, of_all: _Campaigns) -> ContactFacts:
    plan, review = campaign.plan, group.review or ""
    missing = review.removeprefix(_VARIABLES).split(",") if review.startswith(_VARIABLES) else []
    return ContactFacts(
        channel=Channel.VOICE,
        hours_key=group.hours_key,
        purpose=plan.purpose,
        hours=plan.hours,
        closed_on=plan.closed_on,
        caps=plan.caps,
        suppressed=group.suppressed,
        consents=group.consents,
        missing_variables=frozenset(missing),
        zone_review=review_named(review),
        preferences=Preferences.of(group.preferences),
        lists=tuple(of_all.lists),
        required_lists=plan.required_lists,
        conditions=of_all.conditions,
    )


def _pack(packs: RulePacks, key: str) -> RulePack | None:
    try:
        return packs.for_hours(parse_hours_key(key))
    except InvalidInput:
        return None
