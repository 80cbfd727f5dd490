"""Attempts as the carrier's requests ask for them: no account is known yet, the ids themselves are unguessable."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AttemptId


async def attempts_of_leg(session: AsyncSession, carrier_call_id: str) -> list[AttemptId]:
    """The attempts that the carrier's leg belongs to: one, or none.

    More where two accounts share a carrier's account and dialled one person at once from one number: whichever of them
    lost its answer found the other's leg in the list. That leg's end is then the end of both.
    """
    found = await session.execute(
        text("SELECT id FROM attempts WHERE carrier_call_id = :carrier_call_id ORDER BY id"),
        {"carrier_call_id": carrier_call_id},
    )
    return [AttemptId(attempt_id) for attempt_id in found.scalars()]
