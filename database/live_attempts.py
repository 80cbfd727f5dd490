"""Attempts as the carrier's requests ask for them: no account is known yet, the ids themselves are unguessable."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AttemptId


async def attempt_of_leg(session: AsyncSession, carrier_call_id: str) -> AttemptId | None:
    """The attempt that the carrier's leg belongs to."""
    found = await session.execute(
        text("SELECT id FROM attempts WHERE carrier_call_id = :carrier_call_id"),
        {"carrier_call_id": carrier_call_id},
    )
    attempt_id = found.scalar_one_or_none()
    return None if attempt_id is None else AttemptId(attempt_id)
