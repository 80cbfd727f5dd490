"""Which key of a ring seals, told to every process by the database; and which processes know which keys.

A key seals only once every running process knows it, or what one sealed would be refused by another. What a process does with
this: startup/key_rings.py; how a rotation goes: startup/key_rotation.py, decision 0060.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from domain.errors import InvalidInput

SILENT: Final = "interval '30 s'"
"""Who has told nothing for so long is gone: processes tell every two seconds (startup/key_rings.py)."""

_LOCK: Final = "hashtextextended('sealing key ' || :ring, 0)"


@dataclass(frozen=True, slots=True)
class Holder:
    """A running process: the ids that it knows, and the one it seals with."""

    process: str
    known: tuple[int, ...]
    seals_with: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """The key that seals since then."""

    key_id: int
    at: datetime


# A rotation looks at who is there in the same turn: whoever begins is seen by it, or is told what it chose.
_TURN: Final = text(f"SELECT pg_advisory_xact_lock({_LOCK})")
_ANNOUNCE: Final = text("""
    INSERT INTO key_holders (process, ring, known, seals_with, seen_at)
    VALUES (:process, :ring, CAST(:known AS smallint[]), :seals_with, clock_timestamp())
    ON CONFLICT (process, ring) DO UPDATE
    SET known = EXCLUDED.known, seals_with = EXCLUDED.seals_with, seen_at = EXCLUDED.seen_at
""")
_FIRST: Final = text("""
    INSERT INTO sealing_keys (ring, key_id)
    SELECT :ring, :key_id WHERE NOT EXISTS (SELECT FROM sealing_keys WHERE ring = :ring)
""")


async def announce(session: AsyncSession, process: str, ring: str, keys: KeyRing) -> int:
    """This process lives, knows these keys and seals with that one; the answer is which one it shall seal with.

    Of a ring that nobody used before its newest key seals.
    """
    told = {"process": process, "ring": ring, "known": sorted(keys.known), "seals_with": keys.sealing}
    await session.execute(_TURN, {"ring": ring})
    await session.execute(_ANNOUNCE, told)
    await session.execute(_FIRST, {"ring": ring, "key_id": max(keys.known)})
    return (await chosen_keys(session, ring))[-1].key_id


async def leave(session: AsyncSession, process: str) -> None:
    """The process ends, and needs to know no key any more."""
    await session.execute(text("DELETE FROM key_holders WHERE process = :process"), {"process": process})


async def forget_silent(session: AsyncSession) -> None:
    """Remove processes that told nothing for a day: whoever is killed does not leave by itself, and never comes back by this name."""
    await session.execute(
        text("DELETE FROM key_holders WHERE seen_at < clock_timestamp() - interval '1 day'")
    )


async def holders(session: AsyncSession, ring: str) -> list[Holder]:
    """The processes that run, by name."""
    rows = await session.execute(
        text(
            "SELECT process, known, seals_with FROM key_holders "
            f"WHERE ring = :ring AND seen_at > clock_timestamp() - {SILENT} ORDER BY process"
        ),
        {"ring": ring},
    )
    return [Holder(row.process, tuple(row.known), row.seals_with) for row in rows]


async def choose(session: AsyncSession, ring: str, key_id: int) -> Collection[Holder]:
    """Have this key seal from now on; or not, as long as these processes, which the answer names, do not know it.

    Raises InvalidInput for a key that sealed before another one: its id is used up.
    """
    await session.execute(_TURN, {"ring": ring})
    ignorant = [holder for holder in await holders(session, ring) if key_id not in holder.known]
    chosen = [each.key_id for each in await chosen_keys(session, ring)]
    if ignorant or chosen[-1:] == [key_id]:
        return ignorant
    if key_id in chosen:
        raise InvalidInput(f"Key {key_id} was replaced by another one; give a new key an id of its own.")
    await session.execute(
        text("INSERT INTO sealing_keys (ring, key_id, chosen_at) VALUES (:ring, :key_id, clock_timestamp())"),
        {"ring": ring, "key_id": key_id},
    )
    return []


async def chosen_keys(session: AsyncSession, ring: str) -> list[Chosen]:
    """The keys that sealed, one after the other; the last one does now."""
    rows = await session.execute(
        text("SELECT key_id, chosen_at FROM sealing_keys WHERE ring = :ring ORDER BY chosen_at"),
        {"ring": ring},
    )
    return [Chosen(row.key_id, row.chosen_at) for row in rows]
