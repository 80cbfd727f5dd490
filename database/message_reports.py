"""Delivery reports of follow-up messages; a final state is never left."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId, CallId


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
