"""Campaigns: what an operator wants of one, and where it stands. What the feeder claims stands in claims.py; numbers in
campaign_figures.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.campaign_members import only_theirs
from database.same_account import check_parts
from database.session import new_id
from domain.campaigns import CampaignPlan, CampaignStanding, CampaignState
from domain.contactability import PAUSE_RECHECK
from domain.errors import NotFound
from domain.identifiers import AccountId, AgentId, CampaignId, ScriptVersionId, TrunkId, UserId

_SELECT = """
    SELECT id, name, state, script_version_id, agent_id, trunk_id, default_region, plan, created_at, started_at, finished_at
    FROM campaigns WHERE account_id = :account_id
"""


@dataclass(frozen=True, slots=True)
class CampaignView:
    """One campaign; default_region is the country of numbers written without one."""

    id: CampaignId
    name: str
    state: CampaignState
    script_version_id: ScriptVersionId
    agent_id: AgentId
    trunk_id: TrunkId
    default_region: str | None
    plan: CampaignPlan
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class CampaignChange:
    """What a campaign is to be: the whole of it that an operator may decide."""

    name: str
    script_version_id: str
    agent_id: str
    trunk_id: str
    default_region: str | None
    plan: CampaignPlan


async def add_campaign(
    session: AsyncSession, account_id: AccountId, wanted: CampaignChange, campaign_id: str | None = None
) -> CampaignView:
    """A new draft; one that exists under the given id already is returned as it is. Raises InvalidInput."""
    await check_parts(
        session,
        account_id,
        script_version_id=wanted.script_version_id,
        agent_id=wanted.agent_id,
        trunk_id=wanted.trunk_id,
        plan=wanted.plan,
    )
    chosen = campaign_id or new_id("camp")
    await session.execute(
        text("""
            INSERT INTO campaigns (id, account_id, name, script_version_id, agent_id, trunk_id, default_region, plan)
            VALUES (:id, :account_id, :name, :script_version_id, :agent_id, :trunk_id, :default_region, CAST(:plan AS jsonb))
            ON CONFLICT (id) DO NOTHING
        """),
        {"id": chosen, "account_id": account_id, **_columns(wanted)},
    )
    return await get_campaign(session, account_id, chosen)


async def change_campaign(
    session: AsyncSession, account_id: AccountId, campaign_id: str, wanted: CampaignChange
) -> CampaignView:
    """The campaign as it is wanted. The caller has locked it and found it changeable. Raises InvalidInput, NotFound."""
    await check_parts(
        session,
        account_id,
        script_version_id=wanted.script_version_id,
        agent_id=wanted.agent_id,
        trunk_id=wanted.trunk_id,
        plan=wanted.plan,
    )
    await session.execute(
        text("""
            UPDATE campaigns SET name = :name, script_version_id = :script_version_id, agent_id = :agent_id,
                trunk_id = :trunk_id, default_region = :default_region, plan = CAST(:plan AS jsonb)
            WHERE id = :id AND account_id = :account_id
        """),
        {"id": campaign_id, "account_id": account_id, **_columns(wanted)},
    )
    return await get_campaign(session, account_id, campaign_id)


def _columns(wanted: CampaignChange) -> dict[str, Any]:
    return {
        "name": wanted.name,
        "script_version_id": wanted.script_version_id,
        "agent_id": wanted.agent_id,
        "trunk_id": wanted.trunk_id,
        "default_region": wanted.default_region,
        "plan": msgspec.json.encode(wanted.plan).decode(),
    }


async def get_campaign(
    session: AsyncSession, account_id: AccountId, campaign_id: str, *, lock: bool = False
) -> CampaignView:
    """The campaign; with lock it stays as it is until the transaction ends. Raises NotFound."""
    found = await session.execute(
        text(f"{_SELECT} AND id = :id{' FOR UPDATE' if lock else ''}"),
        {"account_id": account_id, "id": campaign_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such campaign.")
    return _view(row)


async def list_campaigns(
    session: AsyncSession,
    account_id: AccountId,
    *,
    state: CampaignState | None,
    before: str | None,
    limit: int,
    members_only: UserId | None = None,
) -> list[CampaignView]:
    """The newest campaigns, or those older than the one named by before."""
    rows = await session.execute(
        text(f"""
            {_SELECT} AND (CAST(:before AS text) IS NULL OR id < :before)
              AND (CAST(:state AS text) IS NULL OR state = :state) AND {only_theirs("id")}
            ORDER BY id DESC LIMIT :limit
        """),
        {
            "account_id": account_id,
            "before": before,
            "limit": limit,
            "state": state,
            "members_only": members_only,
        },
    )
    return [_view(row) for row in rows.mappings()]


def _view(row: RowMapping) -> CampaignView:
    fields: Mapping[str, Any] = {
        **row,
        "state": CampaignState(row["state"]),
        "plan": msgspec.convert(row["plan"], CampaignPlan),
    }
    return CampaignView(**fields)


async def mark_started(session: AsyncSession, account_id: AccountId, campaign_id: str, at: datetime) -> None:
    """Note when the campaign was started; the first time counts."""
    await session.execute(
        text("""
            UPDATE campaigns SET started_at = COALESCE(started_at, :at) WHERE id = :id AND account_id = :account_id
        """),
        {"id": campaign_id, "account_id": account_id, "at": at},
    )


@dataclass(frozen=True, slots=True)
class RunningCampaign:
    """A campaign whose workflow must exist. round: the last one in which its feeder claimed leads, 0 for none."""

    account_id: AccountId
    campaign_id: CampaignId
    name: str
    state: CampaignState
    round: int


_LAST_ROUND = "COALESCE((SELECT max(l.claim_round) FROM leads l WHERE l.campaign_id = campaigns.id), 0)"


async def last_round(session: AsyncSession, account_id: AccountId, campaign_id: CampaignId) -> int:
    """The last round in which the campaign's feeder claimed leads, 0 for none: where another feeder goes on."""
    found = await session.execute(
        text(f"SELECT {_LAST_ROUND} FROM campaigns WHERE id = :id AND account_id = :account_id"),
        {"id": campaign_id, "account_id": account_id},
    )
    return int(found.scalar_one())


async def running_campaigns(session: AsyncSession) -> list[RunningCampaign]:
    """Every account's campaigns that run or are paused or cancelling: the system's own repair looks at all of them."""
    rows = await session.execute(
        text(f"""
            SELECT account_id, id AS campaign_id, name, state, {_LAST_ROUND} AS round FROM campaigns
            WHERE state IN ('running', 'paused', 'cancelling') AND started_at < clock_timestamp() - interval '10 s'
        """)
    )
    return [RunningCampaign(**{**row, "state": CampaignState(row["state"])}) for row in rows.mappings()]


async def campaign_state(
    session: AsyncSession, account_id: AccountId, campaign_id: CampaignId
) -> CampaignState | None:
    """Where the campaign stands; None if the account has no such campaign."""
    found = await session.execute(
        text("SELECT state FROM campaigns WHERE id = :campaign_id AND account_id = :account_id"),
        {"account_id": account_id, "campaign_id": campaign_id},
    )
    state = found.scalar_one_or_none()
    return None if state is None else CampaignState(state)


async def set_campaign_state(
    session: AsyncSession,
    account_id: AccountId,
    campaign_id: CampaignId,
    state: CampaignState,
    act: int = 0,
) -> CampaignStanding:
    """Store where the campaign stands, and say where it stands then; a final state also stores when it was reached.

    act: the number of the act that paused or resumed it; nothing is written if a newer one has done so. A cancel needs
    none: nobody wishes for anything after it. 0 comes from a process that knows no numbers, and is taken as it comes.
    Over an end nothing is written, and over a cancel nothing but its end: a step that stood still meanwhile must set no
    campaign going again. A campaign is completed only while it runs and has nothing left to do. Of a campaign that runs
    again the calls that may have waited for nothing but that are due at once, before they are woken, so that the feeder
    lets no new lead overtake them.
    """
    parameters = {
        "account_id": account_id,
        "campaign_id": campaign_id,
        "state": str(state),
        "act": act,
        "recheck": PAUSE_RECHECK,
    }
    stands_at, newest = (await session.execute(_SET_STATE, parameters)).one()
    return CampaignStanding(CampaignState(stands_at), newest)


_SET_STATE = text(
    "SELECT stands_at, newest FROM set_campaign_state_v1(:account_id, :campaign_id, :state, :act, :recheck)"
)


async def complete_if_over(session: AsyncSession, account_id: AccountId, campaign_id: CampaignId) -> bool:
    """Whether the campaign is completed, which is stored now if no lead is left, no call open, no import half committed."""
    standing = await set_campaign_state(session, account_id, campaign_id, CampaignState.COMPLETED)
    return standing.state is CampaignState.COMPLETED


async def confirm_campaign_state(
    session: AsyncSession, account_id: AccountId, campaign_id: CampaignId, act: int
) -> None:
    """The campaign is to be as it is, says this act: an older one that is still under way must not change it. The caller
    has locked it."""
    await session.execute(
        text("UPDATE campaigns SET state_act = :act WHERE id = :campaign_id AND account_id = :account_id"),
        {"account_id": account_id, "campaign_id": campaign_id, "act": act},
    )


async def set_window(
    session: AsyncSession, account_id: AccountId, campaign_id: CampaignId, window: int, act: int
) -> None:
    """Change how many of the campaign's calls may be due at once.

    act: the number of the act that chose it; nothing is written if a newer one has chosen. 0 is taken as it comes.
    """
    await session.execute(
        text("""
            UPDATE campaigns SET plan = jsonb_set(plan, '{window}', to_jsonb(CAST(:window AS int))),
                window_act = GREATEST(window_act, :act)
            WHERE id = :campaign_id AND account_id = :account_id AND (:act = 0 OR window_act < :act)
        """),
        {"account_id": account_id, "campaign_id": campaign_id, "window": window, "act": act},
    )
