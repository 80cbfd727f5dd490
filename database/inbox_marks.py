"""How far a messaging account's list of messages is read; what came after is read again."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def read_until(session: AsyncSession, messaging_account: str) -> datetime | None:
    """Up to when this account's messages are known to have been taken; None if it was never read."""
    found = await session.execute(
        text("SELECT read_until FROM inbox_marks WHERE messaging_account = :account"),
        {"account": messaging_account},
    )
    return found.scalar_one_or_none()


async def mark_read(session: AsyncSession, messaging_account: str, until: datetime) -> None:
    """Note it; a mark never moves back."""
    await session.execute(
        text("""
            INSERT INTO inbox_marks (messaging_account, read_until) VALUES (:account, :until)
            ON CONFLICT (messaging_account)
            DO UPDATE SET read_until = GREATEST(inbox_marks.read_until, EXCLUDED.read_until)
        """),
        {"account": messaging_account, "until": until},
    )
