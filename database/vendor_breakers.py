"""Breakers of vendors: an account's calls wait for a model, recogniser or voice that failed several conversations in a row.

Each conversation's report tells. A breaker holds the calls of agents that have nothing in the vendor's place (the column
agents.relies_on, see domain.vendors); lines are not given to them (database/trunk_lines.py). When its time is up one call is
let through to try, and holds the others meanwhile; an answer that a person heard ends it.
A trunk's breaker: trunks.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversations import ConversationReport
from domain.identifiers import AccountId
from domain.transcripts import Speaker, Transcript

MOST_FAILURES: Final = 3
"""So many conversations in a row that a vendor failed hold the dialling; chosen by feel."""

TRIAL: Final = "interval '90 s'"
"""How long one trying call holds the others: what ringing and the first answer take."""

# Doubled with each trial that failed, to five minutes: 15 s, 30 s, 60 s, ...
_PAUSE: Final = "LEAST(15 * 2 ^ LEAST(b.trials, 5), 300) * interval '1 s'"

ON_TRIAL: Final = f"""
    UPDATE vendor_breakers SET held_until = clock_timestamp() + {TRIAL}, trials = vendor_breakers.trials + 1
    FROM taken, mine
    WHERE vendor_breakers.account_id = :account_id AND vendor_breakers.vendor = ANY(mine.relies_on)
      AND vendor_breakers.held_until IS NOT NULL
"""
"""The call that was given a line tries the vendors that nobody may use but it; part of a statement with taken and mine."""

_FAILED = text(f"""
    INSERT INTO vendor_breakers AS b (account_id, vendor, failures, failed_at)
    VALUES (:account_id, :vendor, 1, clock_timestamp())
    ON CONFLICT (account_id, vendor) DO UPDATE SET
        failures = b.failures + 1, failed_at = clock_timestamp(),
        held_until = CASE WHEN b.failures + 1 >= {MOST_FAILURES} THEN clock_timestamp() + {_PAUSE} END
""")


async def note_failure(session: AsyncSession, report: ConversationReport) -> None:
    """A conversation, told once, that its vendor could not hold."""
    if report.failed_vendor:
        await session.execute(_FAILED, {"account_id": report.account_id, "vendor": report.failed_vendor})


def since_served(report: ConversationReport) -> timedelta | None:
    """How long before its end all vendors of the conversation were well; None if one failed, or nothing tells."""
    answered_ms = None if report.failed_vendor else _last_answer_ms(report.transcript)
    if answered_ms is None:
        return None
    return report.ended_at - report.began_at - timedelta(milliseconds=answered_ms)


def _last_answer_ms(transcript: Transcript) -> int | None:
    """When the last answer of the model was begun to be heard: then recogniser, model and voice were well."""
    answers = [
        turn.began_ms
        for turn in transcript
        if turn.speaker is Speaker.AGENT and turn.spans is not None and turn.spans.first_token is not None
    ]
    return max(answers, default=None)


@dataclass(frozen=True, slots=True)
class HeldVendor:
    """A vendor that failed the last conversations. held_until: None while it holds nobody yet; waiting: queued calls that
    wait for it."""

    vendor: str
    failures: int
    failed_at: datetime
    held_until: datetime | None
    waiting: int


async def failing_vendors(session: AsyncSession, account_id: AccountId) -> Sequence[HeldVendor]:
    """Every vendor whose last conversation failed, by name."""
    rows = await session.execute(
        text("""
            SELECT b.vendor, b.failures, b.failed_at, b.held_until,
                   (SELECT count(*) FROM calls c WHERE c.account_id = :account_id AND c.state = 'queued'
                    AND c.waits_for = 'vendor/' || b.vendor) AS waiting
            FROM vendor_breakers b WHERE b.account_id = :account_id ORDER BY b.vendor
        """),
        {"account_id": account_id},
    )
    return [HeldVendor(**row) for row in rows.mappings()]
