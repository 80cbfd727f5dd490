"""A rotation: have the newest key of a ring seal, and seal every row again with it, while the system runs (decision 0060).

Killed, it is run again and goes on where it was: which key seals and how far the rows have come stand in the database. It is over
when a pass over every table found nothing of another key, and nobody could have written any behind it.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from database import resealing, sealing_keys
from database.resealing import Progress, Stretch, sealed_tables
from database.sealing import KeyRing
from database.session import Database
from domain.errors import Conflict

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds. known: until every process knows the new key; in_hands: what a process may hold sealed before it begins to write it
    down; look: between two looks."""

    known: float = 60.0
    in_hands: float = 10.0
    look: float = 0.5


@dataclass(frozen=True, slots=True)
class Rotated:
    """Everything is sealed with this key, but for so many rows of these tables, which do not open with any key of the ring."""

    key_id: int
    passes: int
    resealed: int
    unreadable: Mapping[str, int]


class NotKnownYet(Conflict):
    """Processes run that do not know the new key."""


async def rotate(
    database: Database, name: str, ring: KeyRing, *, say: Say, waits: Waits = Waits()
) -> Rotated:
    """Have the data's newest key seal, and seal every row again. Raises NotKnownYet; then nothing seals with the new key."""
    await have_newest_seal(database, name, ring, say=say, waits=waits)
    await asyncio.sleep(waits.in_hands)
    rotated = await reseal(database, name, ring, say=say, waits=waits)
    say(f"key {rotated.key_id} sealed {rotated.resealed} rows again in {rotated.passes} passes")
    return rotated


async def have_newest_seal(
    database: Database, name: str, ring: KeyRing, *, say: Say, waits: Waits = Waits()
) -> None:
    """Have the ring's newest key seal, in every process. Raises NotKnownYet."""
    key_id = max(ring.known)
    await _choose(database, name, key_id, say, waits)
    ring.seal_with(key_id)
    await _until_all_seal(database, name, key_id, say, waits)


async def reseal(
    database: Database, name: str, ring: KeyRing, *, say: Say, waits: Waits = Waits()
) -> Rotated:
    """Seal again whatever another key than the sealing one sealed, pass after pass, until one finds nothing."""
    async with database.transaction() as session:
        progress = await resealing.read_progress(session, name, ring.sealing)
    if progress.done_at is not None:
        progress = replace(progress, place=(), done_at=None)
    while True:
        # Whoever read a row before the last pass came to it may write down a copy of it until his transaction ends.
        await _until_older_end(database, say, waits)
        is_whole = not progress.place
        progress, found = await _pass(database, name, ring, progress, say)
        unreadable = {table: one.unreadable for table, one in found.items() if one.unreadable}
        left = sum(one.found - one.unreadable for one in found.values())
        if is_whole and not left:
            break
        if not sum(one.resealed for one in found.values()):
            await asyncio.sleep(waits.look)  # what is left, somebody holds
    async with database.transaction() as session:
        done = replace(progress, done_at=await resealing.moment_of(session))
        await resealing.keep_progress(session, name, done)
    return Rotated(ring.sealing, progress.passes, progress.resealed, unreadable)


async def _choose(database: Database, name: str, key_id: int, say: Say, waits: Waits) -> None:
    limit, told = time.monotonic() + waits.known, ""
    while True:
        async with database.transaction() as session:
            ignorant = await sealing_keys.choose(session, name, key_id)
        if not ignorant:
            say(f"key {key_id} seals from now on")
            return
        names = ", ".join(each.process for each in ignorant)
        if time.monotonic() > limit:
            raise NotKnownYet(
                f"Key {key_id} does not seal yet, since these processes do not know it: {names}. To mend: give them the same keys "
                "(those that read them from a file or a store take them by themselves, others are started again), and run this "
                "again."
            )
        if names != told:
            say(f"waiting until key {key_id} is known to {names}")
        told = names
        await asyncio.sleep(waits.look)


async def _until_all_seal(database: Database, name: str, key_id: int, say: Say, waits: Waits) -> None:
    told = ""
    while True:
        async with database.transaction() as session:
            others = [each for each in await sealing_keys.holders(session, name) if each.seals_with != key_id]
        if not others:
            return
        names = ", ".join(each.process for each in others)
        if names != told:
            say(f"waiting until {names} seal with it")
        told = names
        await asyncio.sleep(waits.look)


async def _until_older_end(database: Database, say: Say, waits: Waits) -> None:
    told = 0
    async with database.transaction() as session:
        began = await resealing.moment_of(session)
    while True:
        async with database.transaction() as session:
            open_ones = await resealing.older_transactions(session, began)
        if not open_ones:
            return
        if open_ones != told:
            say(f"waiting for {open_ones} transactions that began before")
        told = open_ones
        await asyncio.sleep(waits.look)


async def _pass(
    database: Database, name: str, ring: KeyRing, progress: Progress, say: Say
) -> tuple[Progress, Mapping[str, Stretch]]:
    """Every table once, from where the progress stands; what was found in each."""
    progress = progress if progress.place else replace(progress, passes=progress.passes + 1)
    names = [table.name for table in sealed_tables()]
    begins = names.index(progress.place[0]) if progress.place and progress.place[0] in names else 0
    found = {}
    for table in sealed_tables()[begins:]:
        after = progress.place[1:] if progress.place[:1] == (table.name,) else ()
        total = Stretch(after or ())
        while total.last is not None:
            async with database.transaction() as session:
                one = await resealing.reseal_stretch(session, table, total.last, ring)
                progress = replace(
                    progress,
                    place=(table.name, *(one.last or ())),
                    resealed=progress.resealed + one.resealed,
                )
                await resealing.keep_progress(session, name, progress)
            total = total.and_then(one)
        found[table.name] = total
        if total.found:
            say(f"{table.name}: {total.resealed} of {total.found} rows sealed again")
    return replace(progress, place=()), found


@dataclass(frozen=True, slots=True)
class KeysInUse:
    """What each key of a ring still has: the moment since which it seals (None for one that never did), rows by table, seals of
    audit logs."""

    seals_since: Mapping[int, datetime]
    rows: Mapping[str, Mapping[int, int]]
    audit_seals: Mapping[int, int]
    holders: list[sealing_keys.Holder]

    @property
    def key_ids(self) -> set[int]:
        """The keys that have rows."""
        return {key for counted in self.rows.values() for key in counted}

    def rows_of(self, key_id: int) -> int:
        """Over all tables."""
        return sum(counted.get(key_id, 0) for counted in self.rows.values())


async def keys_in_use(database: Database, name: str) -> KeysInUse:
    """Count it now; it reads every table with sealed columns."""
    rows = {table.name: await _counted(database, table) for table in sealed_tables()}
    async with database.transaction() as session:
        chosen = await sealing_keys.chosen_keys(session, name)
        return KeysInUse(
            {each.key_id: each.at for each in chosen},
            {table: counted for table, counted in rows.items() if counted},
            await resealing.audit_seals_by_key(session),
            await sealing_keys.holders(session, name),
        )


async def _counted(database: Database, table: resealing.SealedTable) -> Mapping[int, int]:
    counted: dict[int, int] = {}
    last: tuple[str, ...] | None = ()
    while last is not None:
        async with database.transaction() as session:
            some, last = await resealing.count_by_key(session, table, last)
        counted = {key: counted.get(key, 0) + some.get(key, 0) for key in {*counted, *some}}
    return counted
