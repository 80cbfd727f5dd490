"""Calls as people look at them: lists, one call, and everything that happened on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.campaign_members import only_theirs
from database.people import Person
from database.sealing import KeyRing
from domain.errors import NotFound
from domain.identifiers import AccountId, CallId, CampaignId, LeadId, TrunkId, UserId


def _showing(ids: str) -> str:
    """The statement that shows the calls of these ids (a query), in any order.

    They are chosen out of an index, before anything is joined to them: joined first, all of an account's calls would be. What a
    call is made with is read as call_made_with_v1 has it, which would read each call again.
    """
    return f"""
    SELECT c.id, c.campaign_id, c.lead_id, COALESCE(m.trunk_id, c.trunk_id) AS trunk_id, COALESCE(m.agent_id, c.agent_id) AS agent_id,
           c.direction, c.state, c.why, c.result, c.outcome, v.sentiment, v.language, v.disclosed_at_ms, c.needs_review, c.not_before, c.next_attempt_at, c.created_at, c.closed_at, l.person_sealed,
           (SELECT count(*) FROM attempts a WHERE a.call_id = c.id AND a.placing_at IS NOT NULL) AS attempts,
           (SELECT sum(a.duration_seconds) FROM attempts a WHERE a.call_id = c.id) AS duration_seconds
    FROM (SELECT * FROM calls WHERE account_id = :account_id AND id = ANY(ARRAY({ids}))) c
    JOIN leads l ON l.id = c.lead_id LEFT JOIN campaigns m ON m.id = c.campaign_id
    LEFT JOIN LATERAL (
        SELECT sentiment, language, disclosed_at_ms FROM conversations WHERE call_id = c.id ORDER BY began_at DESC LIMIT 1
    ) v ON true
    """


_OURS: Final = "calls c WHERE c.account_id = :account_id"
_BEHIND_ALL: Final = "call_z"  # an id begins with digits of its moment
_PAGE: Final = "ORDER BY c.id DESC LIMIT :limit"
# What is not asked for is left out: for what is, there is an index.
_WANTED: Final = {
    "before": "AND c.id < :before",
    "campaign_id": "AND c.campaign_id = :campaign_id",
    "state": "AND c.state = :state",
    "outcome": "AND c.outcome = :outcome",
    "result": "AND c.result = :result",
    "needs_review": "AND c.needs_review",
    "sentiment": "AND (SELECT sentiment FROM conversations WHERE call_id = c.id ORDER BY began_at DESC LIMIT 1) = :sentiment",
}


@dataclass(frozen=True, slots=True)
class CallView:
    """One planned call. why: what it waits for or why it ended; not_before: the chosen moment of a scheduled call.

    sentiment, language, disclosed_at_ms: of its last conversation, None before the first; language: the one in which it
    ended; disclosed_at_ms: when the disclosure had been heard, counted from the conversation's beginning.
    """

    id: CallId
    campaign_id: CampaignId | None
    lead_id: LeadId
    trunk_id: TrunkId
    agent_id: str
    direction: str
    state: str
    why: str
    result: str | None
    outcome: str | None
    sentiment: str | None
    language: str | None
    disclosed_at_ms: int | None
    needs_review: bool
    not_before: datetime | None
    next_attempt_at: datetime | None
    created_at: datetime
    closed_at: datetime | None
    attempts: int
    duration_seconds: int | None
    person: Person


@dataclass(frozen=True, slots=True)
class CallFilter:
    """Which calls are wanted; None and False mean any. members_only: those of this person's campaigns."""

    campaign_id: str | None = None
    state: str | None = None
    outcome: str | None = None
    result: str | None = None
    sentiment: str | None = None
    needs_review: bool = False
    members_only: UserId | None = None


async def list_calls(
    session: AsyncSession,
    account_id: AccountId,
    key_ring: KeyRing,
    wanted: CallFilter,
    *,
    before: str | None,
    limit: int,
) -> list[CallView]:
    """The newest calls, or those older than the one named by before. Raises CannotOpen."""
    asked = {name: value for name in _WANTED if (value := getattr(wanted, name, before))}
    conditions = " ".join(_WANTED[name] for name in asked)
    rows = await session.execute(
        text(f"{_showing(_page(conditions, of_theirs=wanted.members_only is not None))} ORDER BY c.id DESC"),
        {
            "account_id": account_id,
            "limit": limit,
            "members_only": wanted.members_only,
            "behind": before or _BEHIND_ALL,
            **asked,
        },
    )
    return [_view(row, account_id, key_ring) for row in rows.mappings()]


def _page(conditions: str, *, of_theirs: bool) -> str:
    """The query of the ids of a page of calls; of_theirs: of the campaigns of :members_only, a page of each of which is looked at.

    Those are found between two ends of an index's order: whoever plans the statement knows no campaign, and, told that it is equal to
    one, might look at all of the account's calls for it.
    """
    if not of_theirs:
        return f"SELECT c.id FROM {_OURS} {conditions} {_PAGE}"
    return f"""
        SELECT c.id FROM campaign_members m CROSS JOIN LATERAL (
            SELECT c.id FROM calls c
            WHERE (c.account_id, c.campaign_id, c.id) > (:account_id, m.campaign_id, '')
              AND (c.account_id, c.campaign_id, c.id) < (:account_id, m.campaign_id, :behind) {conditions}
            ORDER BY c.account_id DESC, c.campaign_id DESC, c.id DESC LIMIT :limit
        ) c WHERE m.user_id = :members_only {_PAGE}
    """


_SCHEDULED: Final = f"""
    SELECT c.id FROM {_OURS} AND c.not_before > clock_timestamp() AND NOT c.backs_off AND c.state <> 'closed'
      AND (CAST(:moment AS timestamptz) IS NULL OR (c.not_before, c.id) > (:moment, :call_id)) AND {only_theirs("c.campaign_id")}
    ORDER BY c.not_before, c.id LIMIT :limit
"""


async def list_scheduled(
    session: AsyncSession,
    account_id: AccountId,
    key_ring: KeyRing,
    *,
    after: tuple[datetime, str] | None,
    limit: int,
    members_only: UserId | None = None,
) -> list[CallView]:
    """Calls whose chosen moment, by whomever, is still to come, the next one first; after: (moment, id) of the last seen."""
    moment, call_id = after or (None, None)
    rows = await session.execute(
        text(f"""
            {_showing(_SCHEDULED)} ORDER BY c.not_before, c.id
        """),
        {
            "account_id": account_id,
            "moment": moment,
            "call_id": call_id,
            "limit": limit,
            "members_only": members_only,
        },
    )
    return [_view(row, account_id, key_ring) for row in rows.mappings()]


async def get_call(session: AsyncSession, account_id: AccountId, call_id: str, key_ring: KeyRing) -> CallView:
    """The call. Raises NotFound, CannotOpen."""
    found = await session.execute(
        text(_showing("SELECT CAST(:id AS text)")), {"account_id": account_id, "id": call_id}
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such call.")
    return _view(row, account_id, key_ring)


def _view(row: RowMapping, account_id: AccountId, key_ring: KeyRing) -> CallView:
    fields = {name: value for name, value in row.items() if name != "person_sealed"}
    return CallView(**fields, person=key_ring.open_record(row["person_sealed"], account_id, Person))


@dataclass(frozen=True, slots=True)
class AttemptView:
    """One dial of a call."""

    id: str
    number: int
    state: str
    result: str | None
    reason: str | None
    carrier_call_id: str | None
    machine_hint: str | None
    placing_at: datetime | None
    answered_at: datetime | None
    ended_at: datetime | None
    duration_seconds: int | None


async def attempts_of(session: AsyncSession, account_id: AccountId, call_id: str) -> list[AttemptView]:
    """The call's dials, first one first."""
    rows = await session.execute(
        text("""
            SELECT id, number, state, result, reason, carrier_call_id, machine_hint, placing_at, answered_at, ended_at,
                   duration_seconds
            FROM attempts WHERE call_id = :call_id AND account_id = :account_id ORDER BY number
        """),
        {"account_id": account_id, "call_id": call_id},
    )
    return [AttemptView(**row) for row in rows.mappings()]


@dataclass(frozen=True, slots=True)
class EventView:
    """Something that happened; seq is None for the moment before it is numbered."""

    id: int
    seq: int | None
    kind: str
    attempt_id: str | None
    detail: Mapping[str, Any]
    occurred_at: datetime


async def events_of(
    session: AsyncSession, account_id: AccountId, call_id: str, *, after: int, limit: int
) -> list[EventView]:
    """The call's events in the order they were stored, those with an id above after."""
    rows = await session.execute(
        text("""
            SELECT id, seq, kind, attempt_id, detail, occurred_at FROM call_events
            WHERE call_id = :call_id AND account_id = :account_id AND id > :after ORDER BY id LIMIT :limit
        """),
        {"account_id": account_id, "call_id": call_id, "after": after, "limit": limit},
    )
    return [EventView(**row) for row in rows.mappings()]
