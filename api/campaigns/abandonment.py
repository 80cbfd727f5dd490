"""`GET /campaigns/{id}/abandonment`: how many answered calls had no word of ours in time, and what follows from it."""

from datetime import date

from pydantic import BaseModel

from api.permissions import CampaignsRead
from api.routing import Routes
from api.tools import Tools
from database.abandonment import count_abandoned
from database.campaigns import get_campaign
from database.claims import hours_keys_of
from domain.abandonment import Abandonment, AbandonmentStanding, abandonment_rules
from domain.identifiers import CampaignId

router = Routes(prefix="/campaigns/{campaign_id}", tags=["campaigns"])


class AbandonmentCount(BaseModel):
    """Calls that a person answered, those that were abandoned, and their share from 0 to 1, null before the first."""

    answered: int
    abandoned: int
    share: float | None


class AbandonmentLimitResponse(BaseModel):
    """The share from which dialling slows, the one at which it holds, and the rule that says so."""

    slow_from: float
    most: float
    rule: str
    source: str


class AbandonmentResponse(BaseModel):
    """The abandoned calls of the last `days` days, counted from the rows at this moment.

    A call is abandoned if a person answered and heard no word of ours within `within_ms` of the end of their greeting, or of their answer.
    standing: too_few (fewer than `least_calls` answered: the share is not heeded yet), within, slowed (fewer calls are due at once:
    `window`), held (nobody is called until the share is below the limit again, which the campaign finds by itself). limit: the strictest
    of where its people live; null for the simulated world, which is counted and never held. account: of all its campaigns and single calls.
    """

    campaign: AbandonmentCount
    account: AbandonmentCount
    standing: AbandonmentStanding
    window: int
    limit: AbandonmentLimitResponse | None
    sentence: str
    rules_of: date
    days: int
    within_ms: int
    least_calls: int


@router.get("/abandonment")
async def show_abandonment(campaign_id: str, tools: Tools, principal: CampaignsRead) -> AbandonmentResponse:
    """The campaign's abandonment meter."""
    campaign_of = CampaignId(campaign_id)
    async with tools.database.transaction() as session:
        campaign = await get_campaign(session, principal.account_id, campaign_id)
        mine = await count_abandoned(session, principal.account_id, campaign_of)
        all_calls = await count_abandoned(session, principal.account_id)
        keys = await hours_keys_of(session, principal.account_id, campaign_of)
    rules = abandonment_rules()
    # Before it has leads the limit that would bind anybody.
    limit = rules.strictest(keys) if keys else rules.otherwise
    return AbandonmentResponse(
        campaign=_count(mine),
        account=_count(all_calls),
        standing=mine.standing(limit),
        window=mine.slowed(campaign.plan.window, limit),
        limit=None
        if limit is None
        else AbandonmentLimitResponse(
            slow_from=limit.slow_from, most=limit.most, rule=limit.rule.name, source=limit.rule.source
        ),
        sentence=mine.sentence(limit or rules.otherwise),
        rules_of=date.fromisoformat(rules.version),
        days=rules.period.days,
        within_ms=round(1000 * rules.within.total_seconds()),
        least_calls=rules.least_calls,
    )


def _count(count: Abandonment) -> AbandonmentCount:
    return AbandonmentCount(answered=count.answered, abandoned=count.abandoned, share=count.share)
