"""Once a second: this process lives, does so much, and its conversations stand so. One statement, whatever there is to tell.

Kept in database/media_processes.py. Heartbeats of Temporal's steps: activities/heartbeats.py.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

import structlog

from database.media_processes import Beat, TakenSnapshot
from domain.conversations import Snapshot
from domain.identifiers import AttemptId
from media.tools import Records

log = structlog.get_logger()

_EVERY_SECONDS: Final = 1.0
_LIMIT_SECONDS: Final = 5.0


class Heartbeat:
    """Tells, until cancelled; a record that is away is told again a second later."""

    def __init__(
        self,
        records: Records,
        status: Callable[[], Beat],
        conversations: Callable[[], Iterable[TakenSnapshot]],
    ) -> None:
        self._records = records
        self._status = status
        self._conversations = conversations
        self._loop = asyncio.get_running_loop()
        self._began_at = self._loop.time()
        self._kept: dict[AttemptId, Snapshot] = {}
        self._is_away = False

    async def run(self) -> None:
        """Tell every second."""
        due_at = self._loop.time()
        while True:
            await self.tell()
            due_at = max(due_at + _EVERY_SECONDS, self._loop.time())
            await asyncio.sleep(due_at - self._loop.time())

    async def tell(self) -> None:
        """Tell now. Never fails: what could not be kept is told with the next beat."""
        standing = {taken.attempt_id: taken for taken in self._conversations()}
        changed = [taken for taken in standing.values() if self._is_news(taken)]
        try:
            async with asyncio.timeout(_LIMIT_SECONDS):
                age_seconds = self._loop.time() - self._began_at
                await self._records.beat(self._status(), changed, age_seconds=age_seconds)
        except Exception:  # whatever the record's failure is, conversations go on without it
            if not self._is_away:
                log.warning("media.beat_not_kept", exc_info=True)
            self._is_away = True
            return
        self._is_away = False
        self._kept = {attempt_id: _without_time(taken.snapshot) for attempt_id, taken in standing.items()}

    def _is_news(self, taken: TakenSnapshot) -> bool:
        return self._kept.get(taken.attempt_id) != _without_time(taken.snapshot)


def _without_time(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, taken_ms=0)
