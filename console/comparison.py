"""Holds the simulated world's ledger against the database: what was really dialled against what we believe.

The two sides are read by separate code (the ledger over HTTP, the database by its own SQL) and meet only here.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import asyncpg
import httpx

from database.people import Person
from database.sealing import KeyRing
from domain.outcomes import RESULT_FLAGS, TechnicalResult

# What our results mean in the ledger's words; every other result belongs to a call that was answered.
_UNANSWERED: Final[dict[TechnicalResult, frozenset[str]]] = {
    TechnicalResult.BUSY: frozenset({"busy"}),
    TechnicalResult.NO_ANSWER: frozenset({"no-answer"}),
    TechnicalResult.CARRIER_FAILED: frozenset({"failed"}),
    TechnicalResult.INVALID_NUMBER: frozenset({"failed"}),
    TechnicalResult.CANCELLED: frozenset({"canceled", "completed"}),
}
_ANSWERED: Final = frozenset({"completed"})


@dataclass(frozen=True, slots=True)
class LedgerCall:
    """One dial as the world saw it. ended_at is None while it lasts."""

    sid: str
    attempt_id: str
    to: str
    status: str
    dialled_at: datetime
    ended_at: datetime | None
    heard: str


@dataclass(frozen=True, slots=True)
class BookedAttempt:
    """One attempt as the database has it. sent: the carrier accepted it, or may have."""

    attempt_id: str
    carrier_call_id: str | None
    to: str
    result: TechnicalResult | None
    sent: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One point on which the two sides differ, in words for people; never carries a number."""

    attempt_id: str
    text: str


def compare(ledger: Sequence[LedgerCall], attempts: Sequence[BookedAttempt]) -> list[Disagreement]:
    """Every point on which ledger and database differ; empty when they agree."""
    dialled: dict[str, list[LedgerCall]] = defaultdict(list)
    for call in ledger:
        dialled[call.attempt_id].append(call)
    booked = {attempt.attempt_id: attempt for attempt in attempts}
    found = [
        Disagreement(attempt_id, "was dialled, but the database has no such attempt")
        for attempt_id in dialled
        if attempt_id not in booked
    ]
    for attempt in attempts:
        found += _differences(attempt, dialled.get(attempt.attempt_id, []))
    return found + list(_overlapping(ledger))


def _differences(attempt: BookedAttempt, calls: Sequence[LedgerCall]) -> Iterable[Disagreement]:
    expected = 1 if attempt.sent else 0
    if len(calls) != expected:
        yield Disagreement(attempt.attempt_id, f"was dialled {len(calls)} times, expected {expected}")
        return
    for call in calls:
        if call.to != attempt.to:
            yield Disagreement(attempt.attempt_id, "went to another number than booked")
        if call.sid != attempt.carrier_call_id:
            yield Disagreement(attempt.attempt_id, "has another carrier id than booked")
        if attempt.result is None:
            yield Disagreement(attempt.attempt_id, f"has no result, the ledger says {call.status}")
        elif call.status not in _UNANSWERED.get(attempt.result, _ANSWERED):
            yield Disagreement(
                attempt.attempt_id, f"is booked as {attempt.result}, the ledger says {call.status}"
            )
        elif RESULT_FLAGS[attempt.result].person and not call.heard:
            yield Disagreement(attempt.attempt_id, f"is booked as {attempt.result}, but nothing was heard")


def _overlapping(ledger: Sequence[LedgerCall]) -> Iterable[Disagreement]:
    """Two live legs to one number, which may never be (law 1)."""
    by_number: dict[str, list[LedgerCall]] = defaultdict(list)
    for call in sorted(ledger, key=lambda call: call.dialled_at):
        by_number[call.to].append(call)
    for calls in by_number.values():
        for earlier, later in itertools.pairwise(calls):
            if earlier.ended_at is None or later.dialled_at < earlier.ended_at:
                yield Disagreement(later.attempt_id, "was dialled while another leg to the number was live")


def read_ledger(document: Mapping[str, Any], attempts_of: Iterable[str]) -> list[LedgerCall]:
    """The ledger's dials of these planned calls (their ids)."""
    wanted = set(attempts_of)
    return [
        LedgerCall(
            sid=call["sid"],
            attempt_id=call["correlation"],
            to=call["to"],
            status=call["status"],
            dialled_at=datetime.fromisoformat(call["requested_at"]),
            ended_at=datetime.fromisoformat(call["ended_at"]) if call["ended_at"] else None,
            heard=call["heard_text"],
        )
        for call in document["calls"]
        if call["correlation"].rpartition("-")[0] in wanted
    ]


def fetch_ledger(world_url: str) -> dict[str, Any]:
    """The whole ledger of the simulated world."""
    answer = httpx.get(f"{world_url}/ledger", timeout=30, trust_env=False)
    answer.raise_for_status()
    document: dict[str, Any] = answer.json()
    return document


async def read_attempts(
    database_url: str, campaign_id: str, key_ring: KeyRing
) -> tuple[list[str], list[BookedAttempt]]:
    """The campaign's planned calls, and all their attempts that reached `placing`."""
    connection = await asyncpg.connect(database_url)
    try:
        calls = await connection.fetch("SELECT id FROM calls WHERE campaign_id = $1", campaign_id)
        rows = await connection.fetch(
            """
            SELECT a.id, a.account_id, a.carrier_call_id, a.result, a.state, l.person_sealed
            FROM attempts a JOIN calls c ON c.id = a.call_id JOIN leads l ON l.id = c.lead_id
            WHERE c.campaign_id = $1 AND a.placing_at IS NOT NULL
            """,
            campaign_id,
        )
    finally:
        await connection.close()
    return [call["id"] for call in calls], [_booked(row, key_ring) for row in rows]


def _booked(row: asyncpg.Record, key_ring: KeyRing) -> BookedAttempt:
    person = key_ring.open_record(row["person_sealed"], row["account_id"], Person)
    return BookedAttempt(
        attempt_id=row["id"],
        carrier_call_id=row["carrier_call_id"],
        to=person.number,
        result=TechnicalResult(row["result"]) if row["result"] else None,
        sent=row["carrier_call_id"] is not None,
    )
