"""A process's key rings, kept up to date: new keys from their source, and from the database which key seals.

Every two seconds a process reads its keys again if their source changed, tells the database which ones it knows, and is told
which one seals. So a key seals only once everybody knows it (database/sealing_keys.py, decision 0060).
"""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Final

import structlog

from database import sealing_keys
from database.outages import OUTAGES
from database.sealing import KeyRing
from database.session import Database
from domain.errors import InvalidInput
from startup.renewal import Renewal
from startup.secrets import UnfitSecret
from startup.settings import Settings

log = structlog.get_logger()
DATA, RECORDINGS = "data", "recordings"
VARIABLES: Final = {DATA: "OUTBOUND_KEY_RING", RECORDINGS: "RECORDINGS_KEY_RING"}
_EVERY: Final = 2.0  # seconds
_LIMIT: Final = 5.0


@dataclass(frozen=True, slots=True)
class KeyRings:
    """data: for rows and Temporal's payloads; recordings: for recordings, the same ring where they have no keys of their own."""

    data: KeyRing
    recordings: KeyRing

    @property
    def by_name(self) -> dict[str, KeyRing]:
        """Each ring once."""
        own = self.recordings is not self.data
        return {DATA: self.data, **({RECORDINGS: self.recordings} if own else {})}

    def renew(self, settings: Settings) -> None:
        """Take the keys of these settings. Raises InvalidInput, and changes nothing, where a key in use would go."""
        new = key_rings(settings)
        if set(new.by_name) != set(self.by_name):
            raise InvalidInput("RECORDINGS_KEY_RING cannot be added or taken away while processes run.")
        for name, ring in self.by_name.items():
            ring.renew(new.by_name[name])


def key_rings(settings: Settings) -> KeyRings:
    """The rings of these settings. Until it is told otherwise each seals with its oldest key, which everybody else knows too.

    Raises InvalidInput.
    """
    data = _oldest_seals(settings.key_ring, settings.lookup_key)
    own = settings.recordings.key_ring
    return KeyRings(data, _oldest_seals(own, settings.lookup_key) if own else data)


def _oldest_seals(ring: str, lookup_key: str) -> KeyRing:
    parsed = KeyRing.parse(ring, lookup_key)
    parsed.seal_with(min(parsed.known))
    return parsed


@asynccontextmanager
async def renewed(renewal: Renewal) -> AsyncIterator[None]:
    """Have secrets renewed until the block ends, in a process that seals nothing that others read."""

    async def look_again() -> None:
        while True:
            await asyncio.sleep(_EVERY)
            await renewal.look()

    async with _beside(look_again()):
        yield


@asynccontextmanager
async def kept_up(database: Database, rings: KeyRings, renewal: Renewal, program: str) -> AsyncIterator[None]:
    """Keep the rings up to date until the block ends; nothing is sealed or opened before it begins.

    program: what this process is, for whoever asks who knows which keys. Raises UnfitSecret if it lacks the key that seals; a
    database that is away holds nothing up.
    """
    process = f"{program}@{socket.gethostname()}:{os.getpid()}"
    with suppress(*OUTAGES):
        async with asyncio.timeout(_LIMIT):
            await _tell(database, rings, process)
    try:
        async with _beside(_keep(database, rings, renewal, process)):
            yield
    finally:
        with suppress(*OUTAGES):
            async with asyncio.timeout(_LIMIT), database.transaction() as session:
                await sealing_keys.leave(session, process)


@asynccontextmanager
async def _beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    working = asyncio.create_task(work, name="key rings")
    try:
        yield
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working


async def _keep(database: Database, rings: KeyRings, renewal: Renewal, process: str) -> None:
    while True:
        await asyncio.sleep(_EVERY)
        try:
            await renewal.look()
            async with asyncio.timeout(_LIMIT):
                await _tell(database, rings, process)
        except OUTAGES as error:
            log.warning("key_rings.not_told", error=type(error).__name__)
        except UnfitSecret as error:
            log.error("key_rings.key_missing", why=str(error))
        except Exception as error:  # a defect may cost one look, not all: who is silent counts as gone
            log.error("key_rings.failed", error=type(error).__name__)


async def _tell(database: Database, rings: KeyRings, process: str) -> None:
    for name, ring in rings.by_name.items():
        async with database.transaction() as session:
            chosen = await sealing_keys.announce(session, process, name, ring)
        if chosen not in ring.known:
            raise UnfitSecret(
                f"{VARIABLES[name]} lacks key {chosen}, with which other processes seal: this one could not read what they "
                "write. To mend: give it the same keys as they have."
            )
        if chosen != ring.sealing:
            ring.seal_with(chosen)
            log.info("key_rings.seals_with", ring=name, key_id=chosen)
