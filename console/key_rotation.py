"""`outbound keys rotate` and `outbound keys status`: the keys by which this installation seals.

They work on the system itself and not over the API, for whoever runs it alone: on the system of the home folder, or, with
DATABASE_URL and the key rings in the environment, on the one that has these.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from console.exit_codes import CommandFailed, Exit
from console.screen import Screen
from database.outages import OUTAGES
from database.resealing import read_progress
from database.sealing import KeyRing
from database.sealing_keys import chosen_keys
from database.session import Database, engine_for
from domain.errors import OutboundError
from local.keys import add_key, local_keys
from local.running_note import read_note, running_system
from startup.key_rings import RECORDINGS, VARIABLES, key_rings
from startup.key_rotation import KeysInUse, Rotated, have_newest_seal, keys_in_use, rotate
from startup.open_payloads import begun_before
from startup.settings import RecordingSettings, Settings, TemporalSettings

T = TypeVar("T")
_NOT_FOUND: Final = "No system runs in {home}, and DATABASE_URL is not set."


def rotate_keys(home: Path, ring: str, out: Screen) -> None:
    """Have the newest key seal, and seal every row again with it. Raises CommandFailed where some open with no key."""

    def say(line: str) -> None:
        if not out.as_json:
            out.say(line)

    async def turned(database: Database, settings: Settings) -> Rotated:
        keys = _ring_of(settings, ring)
        if ring == RECORDINGS:  # what was recorded keeps the key that sealed it
            await have_newest_seal(database, ring, keys, say=say)
            return Rotated(keys.sealing, 0, 0, {})
        return await rotate(database, ring, keys, say=say)

    done = _on_system(home, turned, renewed=ring)
    out.record(
        {
            "key": done.key_id,
            "passes": done.passes,
            "resealed": done.resealed,
            "unreadable": sum(done.unreadable.values()),
        }
    )
    if done.unreadable:
        tables = ", ".join(f"{table} ({rows})" for table, rows in done.unreadable.items())
        raise CommandFailed(
            Exit.REFUSED,
            f"Some rows open with no key of the ring: {tables}.",
            "Put the key that sealed them back into the ring, and run this again; `outbound keys status` tells its id.",
        )


def show_status(home: Path, ring: str, out: Screen) -> None:
    """Which key seals, what each one still has, and how many processes know it."""

    async def found(database: Database, settings: Settings) -> list[dict[str, Any]]:
        used = await keys_in_use(database, ring)
        keys = sorted({*_ring_of(settings, ring).known, *used.seals_since, *used.key_ids})
        return [await _row(settings, ring, used, key) for key in keys]

    out.rows(_on_system(home, found), ("key", "state", "rows", "open_workflows", "audit_seals", "known_to"))


async def _row(settings: Settings, ring: str, used: KeysInUse, key: int) -> dict[str, Any]:
    since, now = used.seals_since.get(key), max(used.seals_since, key=used.seals_since.__getitem__, default=0)
    return {
        "key": key,
        "state": "seals" if key == now else "known" if since is None else "replaced",
        **({} if ring == RECORDINGS else await _of_data(settings, used, key)),
        "known_to": f"{sum(key in each.known for each in used.holders)} of {len(used.holders)}",
        "seals_since": since and since.isoformat(),
    }


async def _of_data(settings: Settings, used: KeysInUse, key: int) -> dict[str, Any]:
    until = _replaced_at(used, used.seals_since.get(key))
    return {
        "rows": used.rows_of(key),
        "open_workflows": None if until is None else await begun_before(settings, until),
        "audit_seals": used.audit_seals.get(key, 0),
    }


def _replaced_at(used: KeysInUse, since: datetime | None) -> datetime | None:
    later = [at for at in used.seals_since.values() if since is not None and at > since]
    return min(later, default=None)


def _ring_of(settings: Settings, ring: str) -> KeyRing:
    rings = key_rings(settings).by_name
    if ring not in VARIABLES:
        raise CommandFailed(Exit.USAGE, f"There is no ring {ring!r}.", "Name data or recordings.")
    if ring not in rings:
        raise CommandFailed(
            Exit.REFUSED, "Recordings have no keys of their own here: they are sealed by those of the data."
        )
    return rings[ring]


def _on_system(
    home: Path, work: Callable[[Database, Settings], Awaitable[T]], *, renewed: str | None = None
) -> T:
    """What the work finds on the system; its ring is given another key first, unless a rotation of it is unfinished."""

    async def done() -> T:
        settings = Settings()
        is_local = not settings.database_url
        if is_local:
            settings = _local_settings(home)
        database = Database(engine_for(settings.database_url, connections=2))
        try:
            if is_local and renewed is not None and await _is_finished(database, settings, renewed):
                add_key(home, VARIABLES[renewed])
                settings = _local_settings(home)
            return await work(database, settings)
        finally:
            await database.close()

    try:
        return asyncio.run(done())
    except OutboundError as error:
        raise CommandFailed(Exit.REFUSED, str(error)) from error
    except OUTAGES as error:
        raise CommandFailed(
            Exit.UNREACHABLE, f"The database does not answer ({type(error).__name__})."
        ) from error


async def _is_finished(database: Database, settings: Settings, ring: str) -> bool:
    """Whether the newest key seals, and everything is sealed with it, so that the next rotation is one to another key."""
    newest = max(_ring_of(settings, ring).known)
    async with database.transaction() as session:
        chosen = await chosen_keys(session, ring)
        progress = await read_progress(session, ring, newest)
    if newest not in [each.key_id for each in chosen]:
        return False
    if ring == RECORDINGS or progress.done_at is not None:
        return True
    return (
        len(chosen) == 1 and not progress.passes
    )  # the first key, which nothing had to be sealed with again


def _local_settings(home: Path) -> Settings:
    if running_system(home) is None:
        raise CommandFailed(
            Exit.UNREACHABLE,
            _NOT_FOUND.format(home=home.absolute()),
            "Start it with `outbound up`, or set DATABASE_URL, OUTBOUND_KEY_RING and the other settings of its processes.",
        )
    addresses, keys = read_note(home)["addresses"], local_keys(home)
    return Settings(
        home=home,
        database_url=addresses["database"],
        key_ring=keys["OUTBOUND_KEY_RING"],
        lookup_key=keys["OUTBOUND_LOOKUP_KEY"],
        recordings=RecordingSettings(key_ring=keys["RECORDINGS_KEY_RING"]),
        temporal=TemporalSettings(address=addresses["temporal"]),
    )
