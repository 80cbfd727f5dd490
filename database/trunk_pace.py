"""How often a trunk dials: its next slot is a moment in its row, which each dial moves on; the database's clock decides."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId

BETWEEN_DIALS: Final = "interval '1.08 s'"
"""How far apart two dials are at a pace of one a second. What is above one second is what the dials of a window may differ
in lateness, on the way to the carrier included, before the cap is broken there."""

_APART: Final = f"{BETWEEN_DIALS} / calls_per_second"

# Ahead by what must be done before the dial, so that it fits; none beyond five seconds, nor while the breaker is open.
NEXT_SLOT: Final = f"""
    UPDATE trunks SET next_dial_at = GREATEST(next_dial_at, clock_timestamp() + make_interval(secs => :head_start)) + {_APART}
    WHERE id = :trunk_id AND account_id = :account_id AND next_dial_at < clock_timestamp() + interval '5 s'
      AND (paused_until IS NULL OR paused_until <= clock_timestamp()) AND EXISTS (SELECT FROM place)
    RETURNING next_dial_at - {_APART} AS at
"""
"""Takes the slot at which the trunk may dial next, if there is one; place: what must be there as well, head_start: seconds."""

# What was given by the old pace lies one old distance before the next slot; the next one follows it by the new distance.
_SET_PACE: Final = text(f"""
    WITH before AS (SELECT id AS found, calls_per_second AS was FROM trunks WHERE id = :id AND account_id = :account_id FOR UPDATE)
    UPDATE trunks SET calls_per_second = CAST(:cps AS double precision),
        next_dial_at = next_dial_at - {_APART} + {BETWEEN_DIALS} / CAST(:cps AS double precision),
        next_line_at = next_line_at - {_APART} + {BETWEEN_DIALS} / CAST(:cps AS double precision)
    FROM before WHERE id = found RETURNING was
""")


async def set_pace(
    session: AsyncSession, account_id: AccountId, trunk_id: str, calls_per_second: float
) -> float | None:
    """Let the trunk dial at most this often, from its last slot on; how often it did until now, None if there is no such trunk."""
    changed = await session.execute(
        _SET_PACE, {"cps": calls_per_second, "id": trunk_id, "account_id": account_id}
    )
    return changed.scalar()
