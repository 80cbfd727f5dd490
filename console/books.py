"""What the database believes of one campaign, read by SQL of its own. Knows nothing of the ledger."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import asyncpg

from console.ledger import words_of
from database.people import Person
from database.sealing import KeyRing
from domain.outcomes import BusinessOutcome, TechnicalResult
from domain.scripts import fill


@dataclass(frozen=True, slots=True)
class BookedAttempt:
    """One attempt that reached `placing`. sent: the carrier gave it an id.

    duration_seconds counts from the answer, None if there was none. opening and voicemail are the words that the
    script has for this person.
    """

    attempt_id: str
    carrier_call_id: str | None
    to: str
    result: TechnicalResult | None
    answered_at: datetime | None
    duration_seconds: int | None
    opening: tuple[str, ...] = ()
    voicemail: tuple[str, ...] = ()

    @property
    def sent(self) -> bool:
        """Whether it was really dialled, as far as the database knows."""
        return self.carrier_call_id is not None


@dataclass(frozen=True, slots=True)
class BookedCall:
    """One planned call. wants_message: its outcome has a follow-up rule; has_record: the CRM is said to keep it."""

    call_id: str
    to: str
    state: str
    result: str | None
    outcome: str | None
    wants_message: bool
    has_record: bool


@dataclass(frozen=True, slots=True)
class BookedMessage:
    """One follow-up message."""

    message_id: str
    call_id: str
    to: str
    state: str


@dataclass(frozen=True, slots=True)
class OptOut:
    """From this moment on the number may not be contacted."""

    to: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Books:
    """The database's side. strangers: ids of calls and messages that belong to other campaigns."""

    attempts: Sequence[BookedAttempt] = ()
    calls: Sequence[BookedCall] = ()
    messages: Sequence[BookedMessage] = ()
    opt_outs: Sequence[OptOut] = ()
    strangers: frozenset[str] = frozenset()
    syncs_crm: bool = False
    lines: int = 1
    calls_per_second: float = 1.0


_CAMPAIGN: Final = """
    SELECT m.plan, v.content AS script, t.calls_per_second,
           (SELECT count(*) FROM lines WHERE lines.trunk_id = t.id) AS lines
    FROM campaigns m JOIN script_versions v ON v.id = m.script_version_id JOIN trunks t ON t.id = m.trunk_id
    WHERE m.id = $1
"""
_ATTEMPTS: Final = """
    SELECT a.id, a.account_id, a.carrier_call_id, a.result, a.answered_at, a.duration_seconds, l.person_sealed
    FROM attempts a JOIN calls c ON c.id = a.call_id JOIN leads l ON l.id = c.lead_id
    WHERE c.campaign_id = $1 AND a.placing_at IS NOT NULL
"""
_CALLS: Final = """
    SELECT c.id, c.account_id, c.state, c.result, c.outcome, EXISTS (
               SELECT FROM conversations v WHERE v.call_id = c.id AND v.outcome = c.outcome
               AND (v.outcome_flags ->> 'follows_up')::boolean) AS follows_up, l.person_sealed, k.call_id IS NOT NULL AS has_record
    FROM calls c JOIN leads l ON l.id = c.lead_id LEFT JOIN crm_links k ON k.call_id = c.id
    WHERE c.campaign_id = $1
"""
_MESSAGES: Final = """
    SELECT s.id, s.account_id, s.call_id, s.state, l.person_sealed
    FROM messages s JOIN calls c ON c.id = s.call_id JOIN leads l ON l.id = c.lead_id WHERE c.campaign_id = $1
"""
_OPT_OUTS: Final = """
    SELECT s.account_id, s.created_at, l.person_sealed
    FROM suppressions s JOIN calls c ON c.id = s.call_id JOIN leads l ON l.id = c.lead_id
    WHERE c.campaign_id = $1 AND s.removed_at IS NULL
"""
_STRANGERS: Final = """
    SELECT id FROM calls WHERE campaign_id IS DISTINCT FROM $1
    UNION ALL SELECT s.id FROM messages s JOIN calls c ON c.id = s.call_id WHERE c.campaign_id IS DISTINCT FROM $1
"""


async def read_books(database_url: str, campaign_id: str, key_ring: KeyRing) -> Books:
    """Everything the database has about this campaign's dials, messages and CRM records, at one moment."""
    connection = await asyncpg.connect(database_url)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            campaign = await connection.fetchrow(_CAMPAIGN, campaign_id)
            found = [
                await connection.fetch(query, campaign_id)
                for query in (_ATTEMPTS, _CALLS, _MESSAGES, _OPT_OUTS, _STRANGERS)
            ]
    finally:
        await connection.close()
    attempts, calls, messages, opt_outs, strangers = found
    plan, script = json.loads(campaign["plan"]), json.loads(campaign["script"])
    followed = {outcome for rule in plan.get("follow_ups", ()) for outcome in rule["outcomes"]}
    return Books(
        attempts=[_attempt(row, script, _person(row, key_ring)) for row in attempts],
        calls=[_call(row, followed, _person(row, key_ring)) for row in calls],
        messages=[
            BookedMessage(row["id"], row["call_id"], _person(row, key_ring).number, row["state"])
            for row in messages
        ],
        opt_outs=[OptOut(_person(row, key_ring).number, row["created_at"]) for row in opt_outs],
        strangers=frozenset(row["id"] for row in strangers),
        syncs_crm=bool(plan.get("sync_crm")),
        lines=campaign["lines"],
        calls_per_second=campaign["calls_per_second"],
    )


def _person(row: asyncpg.Record, key_ring: KeyRing) -> Person:
    return key_ring.open_record(row["person_sealed"], row["account_id"], Person)


def _attempt(row: asyncpg.Record, script: dict[str, Any], person: Person) -> BookedAttempt:
    values = person.script_values()
    return BookedAttempt(
        attempt_id=row["id"],
        carrier_call_id=row["carrier_call_id"],
        to=person.number,
        result=TechnicalResult(row["result"]) if row["result"] else None,
        answered_at=row["answered_at"],
        duration_seconds=row["duration_seconds"],
        opening=words_of(fill(script["opening"], values)),
        voicemail=words_of(fill(script["voicemail"], values)),
    )


def _call(row: asyncpg.Record, followed: set[str], person: Person) -> BookedCall:
    is_closed = row["state"] == "closed"
    return BookedCall(
        call_id=row["id"],
        to=person.number,
        state=row["state"],
        result=row["result"],
        outcome=row["outcome"],
        wants_message=is_closed
        and (row["outcome"] in followed or (row["follows_up"] and BusinessOutcome.FOLLOW_UP in followed)),
        has_record=row["has_record"],
    )
