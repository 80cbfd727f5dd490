"""A finished call as the CRM and the follow-up messages need it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.conversations import ConversationContent, read_content
from database.people import Person
from database.sealing import KeyRing
from domain.identifiers import AccountId, CallId, CampaignId, LeadId, MessageId
from domain.outcomes import BusinessOutcome, TechnicalResult


@dataclass(frozen=True, slots=True)
class CallRecord:
    """A closed call: its person, its last attempt and what was said."""

    person: Person
    caller_number: str
    at: datetime
    duration_ms: int
    result: TechnicalResult
    outcome: BusinessOutcome
    why: str
    content: ConversationContent | None


_RECORD = text("""
    SELECT l.person_sealed, t.caller_number, COALESCE(a.answered_at, a.placing_at, c.created_at) AS at,
           COALESCE(EXTRACT(epoch FROM a.ended_at - a.answered_at) * 1000, 0)::bigint AS duration_ms,
           c.result, c.outcome, c.why, v.content_sealed
    FROM calls c JOIN leads l ON l.id = c.lead_id
    LEFT JOIN LATERAL (SELECT * FROM attempts WHERE call_id = c.id ORDER BY number DESC LIMIT 1) a ON true
    JOIN trunks t ON t.id = COALESCE(a.trunk_id, c.trunk_id)
    LEFT JOIN conversations v ON v.attempt_id = a.id
    WHERE c.id = :call_id AND c.account_id = :account_id AND c.state = 'closed'
""")


async def read_call_record(
    session: AsyncSession, account_id: AccountId, call_id: CallId, key_ring: KeyRing
) -> CallRecord | None:
    """The call once it is closed; None before, or if the account has no such call."""
    row = (await session.execute(_RECORD, {"account_id": account_id, "call_id": call_id})).one_or_none()
    if row is None:
        return None
    return CallRecord(
        person=key_ring.open_record(row.person_sealed, account_id, Person),
        caller_number=row.caller_number,
        at=row.at,
        duration_ms=row.duration_ms,
        result=TechnicalResult(row.result),
        outcome=BusinessOutcome(row.outcome or "none"),
        why=row.why,
        content=read_content(row.content_sealed, account_id, key_ring) if row.content_sealed else None,
    )


async def store_crm_link(
    session: AsyncSession, account_id: AccountId, call_id: CallId, *, contact_id: str, record_id: str
) -> None:
    """Remember where the CRM keeps this call."""
    await session.execute(
        text("""
            INSERT INTO crm_links (call_id, account_id, contact_id, record_id)
            VALUES (:call_id, :account_id, :contact_id, :record_id)
            ON CONFLICT (call_id) DO UPDATE SET record_id = EXCLUDED.record_id, synced_at = clock_timestamp()
        """),
        {"account_id": account_id, "call_id": call_id, "contact_id": contact_id, "record_id": record_id},
    )


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A follow-up message as stored; sending_at is set once it may have left."""

    message_id: MessageId
    state: str
    sending_at: datetime | None


async def open_message(
    session: AsyncSession, account_id: AccountId, call_id: CallId, rule: int, *, message_id: MessageId
) -> MessageRow:
    """The row of this rule's message, created if it is the first time; it exists before anything is sent."""
    row: Any = (
        await session.execute(
            text("""
                INSERT INTO messages (id, account_id, call_id, rule) VALUES (:id, :account_id, :call_id, :rule)
                ON CONFLICT (call_id, rule) DO UPDATE SET channel = messages.channel
                RETURNING id, state, sending_at
            """),
            {"id": message_id, "account_id": account_id, "call_id": call_id, "rule": rule},
        )
    ).one()
    return MessageRow(MessageId(row.id), row.state, row.sending_at)


async def leads_with_deferred_messages(
    session: AsyncSession, account_id: AccountId, campaign_id: CampaignId
) -> list[tuple[CallId, LeadId]]:
    """The campaign's calls, with their leads, that are closed and have a message which was asked for and has not left."""
    rows = await session.execute(
        text("""
            SELECT DISTINCT c.id, c.lead_id FROM calls c JOIN messages g ON g.call_id = c.id
            WHERE c.campaign_id = :campaign_id AND c.account_id = :account_id AND c.state = 'closed'
              AND g.state = 'created' ORDER BY c.id
        """),
        {"account_id": account_id, "campaign_id": campaign_id},
    )
    return [(CallId(row.id), LeadId(row.lead_id)) for row in rows]


async def begin_sending(session: AsyncSession, account_id: AccountId, message_id: MessageId) -> bool:
    """The compare-and-set before the service is contacted; False if this message may have left before."""
    row = await session.execute(
        text("""
            UPDATE messages SET state = 'sending', sending_at = clock_timestamp()
            WHERE id = :id AND account_id = :account_id AND state = 'created' RETURNING id
        """),
        {"id": message_id, "account_id": account_id},
    )
    return row.one_or_none() is not None


async def settle_message(
    session: AsyncSession,
    account_id: AccountId,
    message_id: MessageId,
    *,
    state: str,
    provider_id: str | None = None,
    reason: str | None = None,
) -> None:
    """Store what became of the message: created again (nothing left), sent, refused or unconfirmed."""
    await session.execute(
        text("""
            WITH settled AS (
                UPDATE messages SET state = :state, provider_id = COALESCE(:provider_id, provider_id), reason = :reason,
                       sent_at = CASE WHEN :state = 'sent' THEN clock_timestamp() ELSE sent_at END
                WHERE id = :id AND account_id = :account_id AND state IN ('created', 'sending')
                RETURNING id, call_id
            )
            INSERT INTO call_events (account_id, campaign_id, call_id, kind, dedupe_key, detail)
            SELECT :account_id, c.campaign_id, c.id, 'message.' || :state, settled.id || '/' || :state,
                   jsonb_strip_nulls(jsonb_build_object('reason', CAST(:reason AS text)))
            FROM settled JOIN calls c ON c.id = settled.call_id WHERE :state <> 'created'
            ON CONFLICT (account_id, dedupe_key) DO NOTHING
        """),
        {
            "id": message_id,
            "account_id": account_id,
            "state": state,
            "provider_id": provider_id,
            "reason": reason,
        },
    )


async def suppress_number(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    *,
    channel: str,
    source: str,
    suppression_id: str,
) -> None:
    """Suppress the number of this call's person; harmless when repeated."""
    await session.execute(
        text("""
            INSERT INTO suppressions (id, account_id, number_hash, number_sealed, channel, source, call_id)
            SELECT :id, :account_id, l.number_hash, l.person_sealed, :channel, :source, c.id
            FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call_id AND c.account_id = :account_id
            ON CONFLICT (account_id, number_hash, channel) WHERE removed_at IS NULL DO NOTHING
        """),
        {
            "id": suppression_id,
            "account_id": account_id,
            "call_id": call_id,
            "channel": channel,
            "source": source,
        },
    )
