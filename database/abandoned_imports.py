"""Lists whose reader died: nothing waits for them for ever, neither another upload nor what programs send to hooks."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.lead_imports import ImportState, discard_import
from domain.identifiers import AccountId

ABANDONED_AFTER_MINUTES: Final = 15
"""Without a row stored. A chunk is read in a second; chosen by feel, for a database that is away in the middle of a list."""


async def end_abandoned(session: AsyncSession) -> str | None:
    """End the next list, of any account, that nobody reads any more: the system's own repair; its id, None if there is none.

    Whoever reads it after all is told that it takes no more rows.
    """
    found = await session.execute(
        text("""
            SELECT account_id, id FROM lead_imports
            WHERE state = 'validating' AND read_at < clock_timestamp() - make_interval(mins => :minutes)
            ORDER BY read_at LIMIT 1 FOR UPDATE SKIP LOCKED
        """),
        {"minutes": ABANDONED_AFTER_MINUTES},
    )
    row = found.one_or_none()
    if row is None:
        return None
    await discard_import(session, AccountId(row.account_id), row.id, ImportState.FAILED)
    return str(row.id)
