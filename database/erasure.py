"""What was said in a call, forgotten: the sealed contents of its conversations, and the words of its do-not-call entry and
of the person's preferences. That they were held, and their outcomes, stay, and so do entry and preferences with source and moment."""

from dataclasses import asdict
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.conversations import nothing_said
from database.sealing import KeyRing
from domain.identifiers import AccountId

# The row stays, so that a report which is told once more finds it and brings nothing back.
_FORGET: Final = text("""
    WITH forgotten AS (
        DELETE FROM conversation_snapshots s USING attempts a
        WHERE s.attempt_id = a.id AND a.call_id = :call_id AND a.account_id = :account_id
    ),
    unwished AS (UPDATE preferences SET phrase_sealed = NULL WHERE call_id = :call_id AND account_id = :account_id),
    unsaid AS (UPDATE suppressions SET words_sealed = NULL, taken_back_sealed = NULL WHERE call_id = :call_id AND account_id = :account_id)
    UPDATE conversations SET content_sealed = :nothing WHERE call_id = :call_id AND account_id = :account_id
""")


async def forget_conversations(
    session: AsyncSession, account_id: AccountId, call_id: str, key_ring: KeyRing, *, at: datetime
) -> None:
    """Put nothing in the place of what was said, quoted and answered in this call. May be repeated."""
    parameters = {
        "account_id": account_id,
        "call_id": call_id,
        "nothing": key_ring.seal_record(asdict(nothing_said(at)), account_id),
    }
    await session.execute(_FORGET, parameters)
