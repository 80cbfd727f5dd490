"""`GET /wallboard`: what the account's calls do at this moment, on one screen."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar, Final

from pydantic import BaseModel, ConfigDict

from api.authentication import Principal
from api.permissions import CallsListed
from api.provider_limits import FailingResponse
from api.routing import Routes
from api.tools import Tools
from api.trunks import TrunkResponse
from database.trunks import list_trunks
from database.vendor_breakers import failing_vendors
from database.wallboard import Wallboard, read_wallboard
from domain.abandonment import abandonment_rules
from domain.access import Permission

router = Routes(prefix="/wallboard", tags=["wallboard"])

_TECHNICAL_TARGET: Final = 0.97
"""Requirement 141: of finished dials less than three in a hundred end by our, a vendor's or the carrier's fault."""
_MOST_TRUNKS: Final = 50


class Target(BaseModel):
    """A rate from 0 to 1, null before there is anything to count, and where it should be; is_met: null while there is no rate."""

    rate: float | None
    at_least: float | None = None
    at_most: float | None = None
    is_met: bool | None


class OpenCampaignResponse(BaseModel):
    """A campaign that has begun and is not over. queued: calls that are due and wait for something; next_at: when the first that sleeps wakes."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    name: str
    state: str
    window: int
    live: int
    dialling: int
    queued: int
    next_at: datetime | None


class WallboardResponse(BaseModel):
    """at: the moment of the figures. calls: open ones by state, without those that sleep; waits_for: due ones by what they are short of.

    dials, dials_last_minute: that began in the last hour, and minute. The rates are of the last hour: answered, by a person and technical of
    finished dials, goal of calls that are over; abandonment of the last 30 days, of the campaigns that run. trunks, vendors: null for
    whoever may not see them; vendors: those that failed the last conversations. campaigns: the newest fifty that have begun and are not over.
    """

    live: ClassVar = frozenset({"at"})
    at: datetime
    calls: Mapping[str, int]
    waits_for: Mapping[str, int]
    dials: int
    dials_last_minute: int
    answered: Target
    by_person: Target
    goal: Target
    technical: Target
    abandonment: Target
    needs_review: int
    campaigns: Sequence[OpenCampaignResponse]
    trunks: Sequence[TrunkResponse] | None
    vendors: Sequence[FailingResponse] | None


@router.get("")
async def show_wallboard(tools: Tools, principal: CallsListed) -> WallboardResponse:
    """Calls in flight, how the last hour went against its targets, what waits and why, campaigns, trunks and failing vendors."""
    async with tools.database.transaction() as session:
        board = await read_wallboard(session, principal.account_id, principal.members_only)
        trunks = (
            await list_trunks(session, principal.account_id, before=None, limit=_MOST_TRUNKS)
            if _may(principal, Permission.TRUNKS_READ)
            else None
        )
        vendors = (
            await failing_vendors(session, principal.account_id)
            if _may(principal, Permission.LIMITS_READ)
            else None
        )
    return WallboardResponse(
        at=board.at,
        calls=board.calls,
        waits_for=board.waits_for,
        dials=board.dials,
        dials_last_minute=board.dials_last_minute,
        answered=_at_least(board.answer_rate),
        by_person=_at_least(board.person_rate),
        goal=_at_least(board.goal_rate),
        technical=_at_least(board.technical_rate, _TECHNICAL_TARGET),
        abandonment=_abandonment(board),
        needs_review=board.needs_review,
        campaigns=[OpenCampaignResponse.model_validate(each) for each in board.campaigns],
        trunks=None if trunks is None else [TrunkResponse.model_validate(trunk) for trunk in trunks],
        vendors=None if vendors is None else [FailingResponse.model_validate(each) for each in vendors],
    )


def _may(principal: Principal, permission: Permission) -> bool:
    return permission in principal.permissions and principal.members_only is None


def _at_least(rate: float | None, least: float | None = None) -> Target:
    is_met = None if rate is None or least is None else rate >= least
    return Target(rate=rate, at_least=least, is_met=is_met)


def _abandonment(board: Wallboard) -> Target:
    """Against the limit that would bind anybody."""
    rate, most = board.abandonment.share, abandonment_rules().otherwise.most
    return Target(rate=rate, at_most=most, is_met=None if rate is None else rate < most)
