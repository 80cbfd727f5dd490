"""Contactability decisions with their reasons: the evidence of why somebody was, or was not, contacted then."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId, CallId


async def store_decision(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    *,
    attempt: int,
    channel: str,
    verdict: str,
    until: datetime | None,
    reasons: str,
    rule_set: str,
    now: datetime,
) -> None:
    """Keep one contactability decision with its reasons: the evidence."""
    await session.execute(
        text("""
            INSERT INTO decisions (account_id, call_id, attempt, channel, verdict, until, reasons, rule_set, decided_at)
            VALUES (:account_id, :call_id, :attempt, :channel, :verdict, :until, CAST(:reasons AS jsonb), :rule_set, :now)
        """),
        {
            "account_id": account_id,
            "call_id": call_id,
            "attempt": attempt,
            "channel": channel,
            "verdict": verdict,
            "until": until,
            "reasons": reasons,
            "rule_set": rule_set,
            "now": now,
        },
    )


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One contactability decision: the evidence of why somebody was, or was not, contacted then."""

    id: int
    attempt: int
    channel: str
    verdict: str
    until: datetime | None
    reasons: Any
    rule_set: str
    decided_at: datetime


async def decisions_of(session: AsyncSession, account_id: AccountId, call_id: str) -> list[DecisionView]:
    """The call's decisions, first one first; a call has at most a few for each of its attempts."""
    rows = await session.execute(
        text("""
            SELECT id, attempt, channel, verdict, until, reasons, rule_set, decided_at FROM decisions
            WHERE call_id = :call_id AND account_id = :account_id ORDER BY id LIMIT 1000
        """),
        {"account_id": account_id, "call_id": call_id},
    )
    return [DecisionView(**row) for row in rows.mappings()]
