"""Follow-up messages: a row before anything is sent, then what became of it; a final state is never left."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId, CallId, CampaignId, LeadId, MessageId


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


async def record_message_report(
    session: AsyncSession, message_id: str, *, state: str, reason: str | None
) -> tuple[AccountId, CallId, bytes] | None:
    """Store how a message fared (delivered, failed, sent); its account, call and sealed person, None if unknown."""
    found = await session.execute(
        text("""
            WITH known AS (
                SELECT m.id, m.account_id, m.call_id, c.campaign_id, l.person_sealed
                FROM messages m JOIN calls c ON c.id = m.call_id JOIN leads l ON l.id = c.lead_id
                WHERE m.id = :message_id
            ),
            moved AS (
                UPDATE messages SET state = :state, reason = COALESCE(:reason, reason) FROM known
                WHERE messages.id = known.id AND messages.state NOT IN ('delivered', 'failed')
                  AND :state IN ('delivered', 'failed')
                RETURNING messages.id
            ),
            noted AS (
                INSERT INTO call_events (account_id, campaign_id, call_id, kind, dedupe_key)
                SELECT known.account_id, known.campaign_id, known.call_id, 'message.' || :state, known.id || '/' || :state
                FROM known JOIN moved ON moved.id = known.id
                ON CONFLICT (account_id, dedupe_key) DO NOTHING
            )
            SELECT account_id, call_id, person_sealed FROM known
        """),
        {"message_id": message_id, "state": state, "reason": reason},
    )
    row = found.one_or_none()
    return None if row is None else (row.account_id, row.call_id, row.person_sealed)
