"""How often somebody asks: each request of a key or person is noted for an hour, and one too many is refused.

The limits: startup/settings.py; told in every answer: api/request_limits.py. Kept in a table without a write-ahead log: after a crash of
the database everybody begins anew.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True)
class Limits:
    """Requests of one actor: in any n minutes a_minute * n and what a burst is above it, in any hour an_hour."""

    a_minute: int
    burst: int
    an_hour: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left. wait: seconds until a request that was refused would be taken, 0 for one that was; *_left: how many more now;
    *_next: seconds until one more."""

    wait: float
    burst_left: int
    burst_next: float
    hour_left: int
    hour_next: float


async def take_request(
    session: AsyncSession, actor: str, limits: Limits, at: datetime | None = None
) -> Allowance:
    """Count a request of this actor at this moment, the database's own where none is given, if there is room for one."""
    found = await session.execute(
        text("""
            SELECT * FROM take_request_v1(:actor, :a_minute, :burst, :an_hour, COALESCE(:at, clock_timestamp()))
        """),
        {
            "actor": actor,
            "a_minute": limits.a_minute,
            "burst": limits.burst,
            "an_hour": limits.an_hour,
            "at": at,
        },
    )
    return Allowance(**found.mappings().one())


async def forget_old_requests(session: AsyncSession) -> None:
    """Those that count no more."""
    await session.execute(text("DELETE FROM requests_taken WHERE at < now() - interval '1 hour'"))
