"""Whose calls a database holds: real people's, or the simulated world's. The two never share one."""

from enum import StrEnum

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


class World(StrEnum):
    """Where this database's calls go."""

    REAL = "real"
    SIMULATED = "simulated"


async def claim_world(session: AsyncSession, world: World) -> World:
    """Let the database belong to this world; whose it is afterwards.

    It changes hands only as long as no campaign was started and nothing was dialled: a real campaign that went on in
    the simulated world would call its leads off as called, and the other way round strangers would be called.
    """
    await session.execute(
        text("""
            INSERT INTO worlds (id, name) VALUES (1, :world)
            ON CONFLICT (id) DO UPDATE SET name = :world
            WHERE NOT EXISTS (SELECT FROM attempts) AND NOT EXISTS (SELECT FROM campaigns WHERE started_at IS NOT NULL)
        """),
        {"world": str(world)},
    )
    return World((await session.execute(text("SELECT name FROM worlds"))).scalar_one())
