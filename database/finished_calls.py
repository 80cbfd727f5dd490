"""A finished call as the CRM needs it.

Asked for by activities/crm.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.connections import CRM_OF_ACCOUNT, crm_of
from database.conversations import ConversationContent, read_content
from database.people import Person
from database.sealing import KeyRing
from domain.connections import ConnectionRef
from domain.identifiers import AccountId, CallId
from domain.outcomes import BusinessOutcome, TechnicalResult


@dataclass(frozen=True, slots=True)
class CallRecord:
    """A closed call: its person, its last attempt, and what was said in it, or, if another brought what the call
    came to, in that one; crm: where its account's records go, if anywhere."""

    person: Person
    caller_number: str
    at: datetime
    duration_ms: int
    result: TechnicalResult
    outcome: str
    why: str
    content: ConversationContent | None
    crm: ConnectionRef | None


_RECORD = text(f"""
    SELECT l.person_sealed, COALESCE(a.caller_number, t.caller_number) AS caller_number, COALESCE(a.answered_at, a.placing_at, c.created_at) AS at,
           COALESCE(EXTRACT(epoch FROM a.ended_at - a.answered_at) * 1000, 0)::bigint AS duration_ms,
           c.result, c.outcome, c.why, v.content_sealed,
           crm.id AS crm_id, crm.vendor AS crm_vendor, crm.version AS crm_version
    FROM calls c JOIN leads l ON l.id = c.lead_id JOIN call_made_with_v1 w ON w.call_id = c.id
    LEFT JOIN LATERAL (SELECT * FROM attempts WHERE call_id = c.id ORDER BY number DESC LIMIT 1) a ON true
    JOIN trunks t ON t.id = COALESCE(a.trunk_id, w.trunk_id)
    LEFT JOIN LATERAL (SELECT said.content_sealed FROM conversations said JOIN attempts held ON held.id = said.attempt_id
                       WHERE held.call_id = c.id AND (said.outcome <> 'none' OR held.id = a.id)
                       ORDER BY said.outcome = c.outcome DESC, said.outcome <> 'none' DESC, held.number DESC LIMIT 1) v ON true
    LEFT JOIN LATERAL ({CRM_OF_ACCOUNT}) crm ON true
    WHERE c.id = :call_id AND c.account_id = :account_id AND c.state = 'closed' AND l.state <> 'erased'
""")


async def read_call_record(
    session: AsyncSession, account_id: AccountId, call_id: CallId, key_ring: KeyRing
) -> CallRecord | None:
    """The call once it is closed; None before, if its person was erased, or if the account has no such call."""
    row = (await session.execute(_RECORD, {"account_id": account_id, "call_id": call_id})).one_or_none()
    if row is None:
        return None
    return CallRecord(
        person=key_ring.open_record(row.person_sealed, account_id, Person),
        caller_number=row.caller_number,
        at=row.at,
        duration_ms=row.duration_ms,
        result=TechnicalResult(row.result),
        outcome=row.outcome or BusinessOutcome.NONE,
        why=row.why,
        content=read_content(row.content_sealed, account_id, key_ring) if row.content_sealed else None,
        crm=crm_of(row._mapping, account_id),
    )


async def store_crm_link(
    session: AsyncSession, account_id: AccountId, call_id: CallId, *, contact_id: str, record_id: str
) -> None:
    """Remember where the CRM keeps this call."""
    await session.execute(
        text("""
            INSERT INTO crm_links (call_id, account_id, contact_id, record_id)
            VALUES (:call_id, :account_id, :contact_id, :record_id)
            ON CONFLICT (call_id) DO UPDATE SET
                contact_id = EXCLUDED.contact_id, record_id = EXCLUDED.record_id, synced_at = clock_timestamp()
            WHERE crm_links.account_id = EXCLUDED.account_id
        """),
        {"account_id": account_id, "call_id": call_id, "contact_id": contact_id, "record_id": record_id},
    )


async def crm_links_of(
    session: AsyncSession, account_id: AccountId, calls: Sequence[str]
) -> list[tuple[str, str]]:
    """Where the CRM keeps these calls: the contact's id and the record's."""
    rows = await session.execute(
        text("""
            SELECT contact_id, record_id FROM crm_links
            WHERE call_id = ANY(:calls) AND account_id = :account_id ORDER BY call_id
        """),
        {"calls": list(calls), "account_id": account_id},
    )
    return [(row.contact_id, row.record_id) for row in rows]
