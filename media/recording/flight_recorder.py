"""Records a conversation's flight while it lasts. The loop's thread only appends to a list; others write and seal it.

A part goes out every ten seconds, so that is what the loss of the process may cost. What storage does not take is lost
and counted; the record is good for what came before it.
"""

from datetime import datetime
from typing import Final

import structlog

from domain.conversations import ConversationPlan
from media.engine.events import Event
from media.recording.flight import Entry, Happened, Note, Noted, write_part
from media.recording.keep_or_delete import Storeroom
from providers.errors import ProviderError
from providers.recordings.segments import Take

log = structlog.get_logger()

_PART_MS: Final = 10_000
_MOST_WAITING: Final = 3


class FlightRecorder:
    """One conversation's flight; without a room nothing is kept."""

    def __init__(self, plan: ConversationPlan, room: Storeroom | None) -> None:
        self._plan, self._room = plan, room
        self._begins: tuple[ConversationPlan, datetime] | None = None
        self._take = Take(plan.account_id, plan.attempt_id, 0)
        self._entries: list[Entry] = []
        self._parts = self._waiting = 0
        self._part_since: int | None = None

    def begin(self, begun_at: datetime) -> None:
        """The conversation begins now; what was recorded before is forgotten."""
        self._begins = (self._plan, begun_at)
        self._take = Take(self._plan.account_id, self._plan.attempt_id, int(begun_at.timestamp() * 1000))
        self._entries, self._parts, self._part_since = [], 0, None

    def happens(self, now_ms: int, event: Event) -> Happened:
        """This reaches the engine now; what it asks for is added by the caller."""
        happened = Happened(now_ms, event)
        self._add(happened)
        return happened

    def note(self, now_ms: int, note: Note) -> None:
        """This happened beside the engine."""
        self._add(Noted(now_ms, note))

    def follow(self, now_ms: int) -> None:
        """A step is done: keep a part when it is time for one."""
        if self._part_since is None:
            self._part_since = now_ms
        elif now_ms - self._part_since >= _PART_MS:
            self._part_since = now_ms
            self._keep(ends=False)

    def end(self) -> None:
        """The conversation is over: keep the rest."""
        self._keep(ends=True)

    def _add(self, entry: Entry) -> None:
        if self._room is not None:
            self._entries.append(entry)

    def _keep(self, *, ends: bool) -> None:
        room, number, entries, begins = self._room, self._parts, self._entries, self._begins
        if room is None:
            return
        self._entries, self._begins, self._parts = [], None, number + 1
        with room.lock:
            figures = room.figures
            if self._waiting >= _MOST_WAITING or figures.flight_parts_waiting >= room.most_waiting:
                figures.flight_parts_lost += 1
                return
            self._waiting += 1
            figures.flight_parts_waiting += 1
        room.threads.submit(self._store, room, self._take, number, entries, begins, ends)

    def _store(
        self,
        room: Storeroom,
        take: Take,
        number: int,
        entries: list[Entry],
        begins: tuple[ConversationPlan, datetime] | None,
        ends: bool,
    ) -> None:
        is_kept = False
        try:
            lines = write_part(number, entries, begins=begins, ends=ends)
            room.archive.flights.keep_part(take, number, lines)
            is_kept = True
        except ProviderError as error:
            log.warning("flight.part_lost", attempt_id=take.attempt_id, error=type(error).__name__)
        except Exception:  # a defect here may cost this part, and never the count of those that wait
            log.exception("flight.defect", attempt_id=take.attempt_id)
        with room.lock:
            self._waiting -= 1
            room.figures.flight_parts_waiting -= 1
            room.figures.flight_parts_kept += is_kept
            room.figures.flight_parts_lost += not is_kept
