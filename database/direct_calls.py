"""Calls outside any campaign: placed at once, or at a chosen moment."""

from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.same_account import check_parts
from domain.campaigns import CampaignPlan
from domain.identifiers import AccountId, CallId, LeadId, TrunkId


@dataclass(frozen=True, slots=True)
class DirectCall:
    """A call to be made. not_before: the chosen moment, None for at once; may_queue: may wait for a free line."""

    call_id: CallId
    lead_id: LeadId
    trunk_id: str
    script_version_id: str
    agent_id: str
    plan: CampaignPlan
    may_queue: bool
    not_before: datetime | None


async def add_direct_call(session: AsyncSession, account_id: AccountId, call: DirectCall) -> bool:
    """Plan the call; False if one of this id is planned already. Raises InvalidInput for an unknown part."""
    await check_parts(
        session,
        account_id,
        script_version_id=call.script_version_id,
        agent_id=call.agent_id,
        trunk_id=call.trunk_id,
        plan=call.plan,
    )
    added = await session.execute(
        text("""
            INSERT INTO calls (id, account_id, lead_id, trunk_id, script_version_id, agent_id, plan, may_queue, not_before,
                               state, why, next_attempt_at)
            VALUES (:id, :account_id, :lead_id, :trunk_id, :script_version_id, :agent_id, CAST(:plan AS jsonb), :may_queue,
                    :not_before, 'claimed', 'claimed', :not_before)
            ON CONFLICT (id) DO NOTHING RETURNING id
        """),
        {
            "id": call.call_id,
            "account_id": account_id,
            "lead_id": call.lead_id,
            "trunk_id": call.trunk_id,
            "script_version_id": call.script_version_id,
            "agent_id": call.agent_id,
            "plan": msgspec.json.encode(call.plan).decode(),
            "may_queue": call.may_queue,
            "not_before": call.not_before,
        },
    )
    return added.one_or_none() is not None


@dataclass(frozen=True, slots=True)
class UnbegunCall:
    """A direct call whose row is there and whose workflow may be missing."""

    account_id: AccountId
    call_id: CallId
    lead_id: LeadId
    trunk_id: TrunkId
    not_before: datetime | None
    person_sealed: bytes


async def unbegun_calls(session: AsyncSession) -> list[UnbegunCall]:
    """Every account's direct calls that were planned over 20 seconds ago and have come no further."""
    rows = await session.execute(
        text("""
            SELECT c.account_id, c.id AS call_id, c.lead_id, c.trunk_id, c.not_before, l.person_sealed
            FROM calls c JOIN leads l ON l.id = c.lead_id
            WHERE c.campaign_id IS NULL AND c.state <> 'closed' AND c.state IN ('claimed', 'queued')
              AND c.created_at < clock_timestamp() - interval '20 s'
              AND NOT EXISTS (SELECT FROM attempts a WHERE a.call_id = c.id)
            ORDER BY c.id LIMIT 100
        """)
    )
    return [UnbegunCall(**row) for row in rows.mappings()]
