"""Contactability decisions with their reasons: the evidence of why somebody was, or was not, contacted then."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.contactability import Channel, Contactability, Reason
from domain.identifiers import AccountId, CallId


def deciding(rows: str) -> str:
    """The statement, or part of one, that keeps a decision for each row of this query.

    The query's columns: account, call, attempt, channel, verdict, until, reasons, rule set, consent entry, when it was decided.
    """
    return f"""
        INSERT INTO decisions (account_id, call_id, attempt, channel, verdict, until, reasons, rule_set, consent_id, decided_at)
        {rows}
    """


def decision_parameters(decision: Contactability, now: datetime) -> dict[str, object]:
    """verdict, until, reasons, rule_set, consent and now, as they are kept; now: when the facts were read."""
    return {
        "verdict": str(decision.verdict),
        "until": decision.until,
        "reasons": reasons_as_json(decision.reasons),
        "rule_set": decision.rule_set,
        "consent": decision.consent,
        "now": now,
    }


def reasons_as_json(reasons: Sequence[Reason]) -> str:
    """Reasons as they are kept beside a decision, each with the names of its rules: what stood there, the rule set says."""
    return json.dumps(
        [
            {"code": str(reason.code), "text": reason.text, "rules": [rule.name for rule in reason.rules]}
            for reason in reasons
        ]
    )


_STORE = text(
    deciding("""
        VALUES (:account_id, :call_id, :attempt, :channel, :verdict, CAST(:until AS timestamptz),
                CAST(:reasons AS jsonb), :rule_set, CAST(:consent AS text), :now)
    """)
)


async def store_decision(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    decision: Contactability,
    *,
    attempt: int,
    channel: Channel,
    now: datetime,
) -> None:
    """Keep one contactability decision with its reasons: the evidence. now: when its facts were read."""
    parameters = {
        "account_id": account_id,
        "call_id": call_id,
        "attempt": attempt,
        "channel": str(channel),
        **decision_parameters(decision, now),
    }
    await session.execute(_STORE, parameters)


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One contactability decision: the evidence of why somebody was, or was not, contacted then. consent_id: the entry of the
    consent ledger that it rests on, None where none is needed."""

    id: int
    attempt: int
    channel: str
    verdict: str
    until: datetime | None
    reasons: Any
    rule_set: str
    consent_id: str | None
    decided_at: datetime


async def decisions_of(session: AsyncSession, account_id: AccountId, call_id: str) -> list[DecisionView]:
    """The call's decisions, first one first; a call has at most a few for each of its attempts."""
    rows = await session.execute(
        text("""
            SELECT id, attempt, channel, verdict, until, reasons, rule_set, consent_id, decided_at FROM decisions
            WHERE call_id = :call_id AND account_id = :account_id ORDER BY id LIMIT 1000
        """),
        {"account_id": account_id, "call_id": call_id},
    )
    return [DecisionView(**row) for row in rows.mappings()]
