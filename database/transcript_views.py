"""Conversations as people read them, opened."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.conversations import ConversationContent
from database.sealing import KeyRing
from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class ConversationView:
    """One conversation: who picked up, how it ended, what was said.

    language: the one in which it ended, None where that was not noted yet; disclosed_at_ms: when the disclosure had been
    heard, None if it was not.
    """

    attempt_id: str
    answered_by: str
    end_reason: str
    outcome: str
    decided_by: str
    sentiment: str
    language: str | None
    needs_review: bool
    words: int
    voicemail_proved: bool
    greeting_ms: int | None
    disclosed_at_ms: int | None
    began_at: datetime
    ended_at: datetime
    content: ConversationContent


async def conversations_of(
    session: AsyncSession, account_id: AccountId, call_id: str, key_ring: KeyRing
) -> list[ConversationView]:
    """The call's conversations, first one first. Raises CannotOpen."""
    rows = await session.execute(
        text("""
            SELECT attempt_id, answered_by, end_reason, outcome, decided_by, sentiment, language, needs_review, words,
                   voicemail_proved, greeting_ms, disclosed_at_ms, began_at, ended_at, content_sealed
            FROM conversations WHERE call_id = :call_id AND account_id = :account_id ORDER BY began_at, attempt_id
        """),
        {"account_id": account_id, "call_id": call_id},
    )
    found = []
    for row in rows.mappings():
        fields = {name: value for name, value in row.items() if name != "content_sealed"}
        content = key_ring.open_record(row["content_sealed"], account_id, ConversationContent)
        found.append(ConversationView(**fields, content=content))
    return found
