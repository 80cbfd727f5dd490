"""Calls whose time is over, in two steps: first what was said in them and of whom, then that they were held. In batches: each one's
transaction holds its calls' numbers and rows, waits for nobody, and passes over what a legal hold keeps or somebody else works on.

A call that is not over, in flight or promised, is never among them. Files go before rows (activities/retention.py): what is said of a call
here tells where they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
import structlog
from sqlalchemy import Row, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.conversations import nothing_said
from database.legal_holds import may_go
from database.people import Person
from database.retention_consents import keep_numbers_agreed_with
from database.sealing import CannotOpen, KeyRing
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, LeadId, call_workflow_id

log = structlog.get_logger(__name__)

DAYS_OF_LEAD: Final = """
    COALESCE(CAST(:days AS jsonb) ->> split_part(l.hours_key, '|', 3), CAST(:days AS jsonb) ->> '*')::int
"""
"""How long what is about the lead l is kept, of days as domain.retention.KeptFor has them, as JSON."""
WITH_CONTENT: Final = f"""
    c.account_id = :account_id AND c.state = 'closed' AND c.content_gone_at IS NULL
    AND c.closed_at < now() - make_interval(days => :shortest) AND c.closed_at < now() - make_interval(days => {DAYS_OF_LEAD})
"""
"""The call c has contents, and their time is over."""
WITHOUT_CONTENT: Final = f"""
    c.account_id = :account_id AND c.content_gone_at IS NOT NULL
    AND c.closed_at < now() - make_interval(days => :shortest) AND c.closed_at < now() - make_interval(days => {DAYS_OF_LEAD})
    AND NOT EXISTS (SELECT FROM decisions d
                    WHERE d.call_id = c.id AND d.decided_at >= now() - make_interval(days => {DAYS_OF_LEAD}))
    AND NOT EXISTS (SELECT FROM call_events e
                    WHERE e.call_id = c.id AND e.stored_at >= now() - make_interval(days => {DAYS_OF_LEAD}))
"""
"""The call c has none any more, and the time of the evidence is over as well, that of its youngest piece too."""

_PAGE: Final = """
    SELECT c.id, c.lead_id, c.campaign_id, c.closed_at, l.number_hash, l.person_sealed
    FROM calls c JOIN leads l ON l.id = c.lead_id
    WHERE {due} AND (CAST(:after AS timestamptz) IS NULL OR (c.closed_at, c.id) > (:after, :after_id))
    ORDER BY c.closed_at, c.id LIMIT :limit FOR UPDATE OF c, l SKIP LOCKED
"""
_CONTENT_PAGE: Final = text(_PAGE.format(due=WITH_CONTENT))
_EVIDENCE_PAGE: Final = text(_PAGE.format(due=WITHOUT_CONTENT))


@dataclass(frozen=True, slots=True)
class DueCall:
    """A call whose time is over. attempts: its dials; number: of its person, E.164, empty where nobody knows it (any more)."""

    call_id: CallId
    lead_id: LeadId
    campaign_id: CampaignId | None
    attempts: tuple[AttemptId, ...]
    number: str

    @property
    def workflow_id(self) -> str:
        """The call's workflow."""
        return call_workflow_id(self.call_id, self.campaign_id, self.lead_id)


@dataclass(frozen=True, slots=True)
class Place:
    """Behind which call the next ones are asked for."""

    closed_at: datetime
    call_id: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Calls that may go now, in one transaction; last: the last one looked at, None when there was none."""

    calls: Sequence[DueCall]
    last: Place | None


async def calls_with_content(
    session: AsyncSession,
    account_id: AccountId,
    days: Mapping[str, int],
    key_ring: KeyRing,
    after: Place | None,
    limit: int,
) -> Batch:
    """The next calls of which the time of what was said is over, locked. days: by country. One whose person cannot be opened is not among
    them, and the log names its lead."""
    rows = await _page(session, account_id, _CONTENT_PAGE, days, after, limit)
    numbers = {row.id: _number(row, account_id, key_ring) for row in rows}
    return await _batch(session, account_id, rows, numbers)


async def calls_to_delete(
    session: AsyncSession, account_id: AccountId, days: Mapping[str, int], after: Place | None, limit: int
) -> Batch:
    """The next calls of which the time of the evidence is over too, locked. days: by country."""
    rows = await _page(session, account_id, _EVIDENCE_PAGE, days, after, limit)
    return await _batch(session, account_id, rows, dict.fromkeys((row.id for row in rows), ""))


async def _page(
    session: AsyncSession,
    account_id: AccountId,
    page: TextClause,
    days: Mapping[str, int],
    after: Place | None,
    limit: int,
) -> Sequence[Row[Any]]:
    place = {
        "after": None if after is None else after.closed_at,
        "after_id": "" if after is None else after.call_id,
    }
    found = await session.execute(page, days_of(account_id, days) | place | {"limit": limit})
    return found.all()


def _number(row: Row[Any], account_id: AccountId, key_ring: KeyRing) -> str | None:
    try:
        return key_ring.open_record(bytes(row.person_sealed), account_id, Person).number
    except CannotOpen:
        log.error("lead.unreadable", lead_id=row.lead_id)
        return None


async def _batch(
    session: AsyncSession, account_id: AccountId, rows: Sequence[Row[Any]], known: Mapping[str, str | None]
) -> Batch:
    if not rows:
        return Batch((), None)
    last = Place(rows[-1].closed_at, rows[-1].id)
    dialled = await session.execute(
        text("""
            SELECT id, call_id, number_hash FROM attempts
            WHERE call_id = ANY(:calls) AND account_id = :account_id ORDER BY id
        """),
        {"calls": [row.id for row in rows], "account_id": account_id},
    )
    attempts: dict[str, list[AttemptId]] = {row.id: [] for row in rows}
    numbers = {row.id: {bytes(row.number_hash)} for row in rows}
    for each in dialled:
        attempts[each.call_id].append(AttemptId(each.id))
        numbers[each.call_id].add(bytes(each.number_hash))
    free = await may_go(session, account_id, set[bytes]().union(*numbers.values()))
    calls = [
        DueCall(row.id, row.lead_id, row.campaign_id, tuple(attempts[row.id]), number)
        for row in rows
        if numbers[row.id] <= free and (number := known[row.id]) is not None
    ]
    return Batch(calls, last)


def days_of(account_id: AccountId, days: Mapping[str, int]) -> dict[str, object]:
    """The parameters of WITH_CONTENT and WITHOUT_CONTENT."""
    return {
        "account_id": account_id,
        "days": msgspec.json.encode(days).decode(),
        "shortest": min(days.values()),
    }


_FORGET_SAID: Final = text("""
    WITH snapshots AS (
        DELETE FROM conversation_snapshots s USING attempts a
        WHERE s.attempt_id = a.id AND a.call_id = ANY(:calls) AND a.account_id = :account_id RETURNING 1
    ),
    said AS (
        UPDATE conversations SET content_sealed = :nothing, sentiment = 'neutral', language = NULL
        WHERE call_id = ANY(:calls) AND account_id = :account_id RETURNING 1
    ),
    called AS (
        UPDATE calls SET content_gone_at = now(), why = '', plan = plan - 'follow_ups'
        WHERE id = ANY(:calls) AND account_id = :account_id RETURNING 1
    )
    SELECT (SELECT count(*) FROM snapshots) AS conversation_snapshots, (SELECT count(*) FROM said) AS conversations,
           (SELECT count(*) FROM called) AS calls
""")
_FORGET_WHO: Final = text("""
    WITH emptied AS (
        UPDATE leads l SET person_sealed = n.sealed, review = NULL
        FROM unnest(CAST(:leads AS text[]), CAST(:sealed AS bytea[])) AS n (id, sealed)
        WHERE l.id = n.id AND l.account_id = :account_id AND NOT EXISTS (
            SELECT FROM calls c WHERE c.lead_id = l.id AND c.account_id = :account_id AND c.content_gone_at IS NULL
              AND c.campaign_id IS NOT DISTINCT FROM l.campaign_id)
        RETURNING 1
    )
    SELECT count(*) FROM emptied
""")


async def forget_content(
    session: AsyncSession, account_id: AccountId, calls: Sequence[DueCall], key_ring: KeyRing, *, at: datetime
) -> dict[str, int]:
    """Put nothing in the place of what was said in these calls; of their people the number stays, since whom was called is evidence.

    How many rows of each table were emptied or deleted.
    """
    nothing = key_ring.seal_record(asdict(nothing_said(at)), account_id)
    parameters = {"account_id": account_id, "calls": [call.call_id for call in calls], "nothing": nothing}
    counted = dict((await session.execute(_FORGET_SAID, parameters)).mappings().one())
    bare = {call.lead_id: key_ring.seal_record(Person(call.number), account_id) for call in calls}
    counted["leads"] = (
        await session.execute(
            _FORGET_WHO,
            {"account_id": account_id, "leads": list(bare), "sealed": list(bare.values())},
        )
    ).scalar_one()
    return counted


# In the order in which they point at each other.
_EVIDENCE: Final[Mapping[str, str]] = {
    **{
        table: f"DELETE FROM {table} WHERE call_id = ANY(:calls) AND account_id = :account_id"
        for table in ("decisions", "call_events", "messages", "crm_links")
    },
    "conversation_snapshots": """
        DELETE FROM conversation_snapshots s USING attempts a
        WHERE s.attempt_id = a.id AND a.call_id = ANY(:calls) AND a.account_id = :account_id
    """,
    **{
        table: f"DELETE FROM {table} WHERE call_id = ANY(:calls) AND account_id = :account_id"
        for table in ("conversations", "attempts")
    },
    "calls": "DELETE FROM calls WHERE id = ANY(:calls) AND account_id = :account_id",
    "leads": """
        DELETE FROM leads l WHERE l.id = ANY(:leads) AND l.account_id = :account_id
          AND NOT EXISTS (SELECT FROM calls c WHERE c.lead_id = l.id)
    """,
}


async def delete_calls(
    session: AsyncSession, account_id: AccountId, calls: Sequence[DueCall], key_ring: KeyRing
) -> dict[str, int]:
    """Delete that these calls were held, and their people's rows. How many rows of each table went."""
    await open_the_door(session, account_id)
    await keep_numbers_agreed_with(session, account_id, [call.lead_id for call in calls], key_ring)
    parameters = {
        "account_id": account_id,
        "calls": [call.call_id for call in calls],
        "leads": [call.lead_id for call in calls],
    }
    counted = {}
    for table, statement in _EVIDENCE.items():
        gone = await session.execute(
            text(f"WITH gone AS ({statement} RETURNING 1) SELECT count(*) FROM gone"), parameters
        )
        counted[table] = gone.scalar_one()
    return counted


async def open_the_door(session: AsyncSession, account_id: AccountId) -> None:
    """Let this transaction delete evidence of this account whose five years are over (keep_evidence_v1.sql)."""
    await session.execute(
        text("SELECT set_config('outbound.retention', :account_id, true)"), {"account_id": account_id}
    )
