"""Segments on their way to the archive: sealed and stored by threads of their own, so that no call ever waits for it.

What the storage does not take in time is lost, counted, and named in the manifest. A take whose person refuses is
deleted at once, and again after what was on its way then has arrived.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Final

import structlog

from providers.errors import ProviderError
from providers.recordings.archive import RecordingArchive
from providers.recordings.segments import SAMPLES_PER_SECOND, Manifest, Segment, Take

log = structlog.get_logger()

REFUSED: Final = "refused by the person"
_MOST_OF_A_CALL: Final = 3


@dataclass(slots=True)
class RecordingFigures:
    """Segments kept, lost and on their way; recordings deleted at a person's demand, and those that could not be; parts of
    flight records kept, lost and on their way."""

    kept: int = 0
    lost: int = 0
    waiting: int = 0
    deleted: int = 0
    not_deleted: int = 0
    flight_parts_kept: int = 0
    flight_parts_lost: int = 0
    flight_parts_waiting: int = 0


@dataclass(frozen=True, slots=True)
class Storeroom:
    """What all shelves of a process share; the lock guards the figures and every shelf's counts."""

    archive: RecordingArchive
    clock: Callable[[], datetime]
    threads: ThreadPoolExecutor
    lock: Lock
    most_waiting: int
    figures: RecordingFigures = field(default_factory=RecordingFigures)


class Shelf:
    """One take. The loop's thread hands segments over; the room's threads store them."""

    def __init__(self, room: Storeroom, take: Take) -> None:
        self._room, self._take = room, take
        self._starts_at = self._samples = self._segments = self._waiting = 0
        self._lost: list[int] = []
        self._is_finished = self._is_refused = False

    def keep(self, segment: Segment) -> None:
        """Store this segment soon, or lose it when too many wait already."""
        with self._room.lock:
            number = self._segments
            self._starts_at = self._starts_at if number else segment.starts_at
            self._segments += 1
            self._samples += len(segment.person)
            if self._waiting >= _MOST_OF_A_CALL or self._room.figures.waiting >= self._room.most_waiting:
                self._lose(number)
                return
            self._waiting += 1
            self._room.figures.waiting += 1
        self._room.threads.submit(self._store, number, segment)

    def finish(self) -> None:
        """No segment follows: write the manifest when all are stored or lost."""
        with self._room.lock:
            self._is_finished = True
        self._room.threads.submit(self._settle)

    def refuse(self) -> None:
        """Nothing of this take may stay."""
        self._is_refused = True
        self._room.threads.submit(self._delete)

    def _store(self, number: int, segment: Segment) -> None:
        try:
            if not self._is_refused:
                self._room.archive.keep_segment(self._take, number, segment)
        except ProviderError as error:
            self._arrived(number, lost=True)
            log.warning(
                "recording.segment_lost", attempt_id=self._take.attempt_id, error=type(error).__name__
            )
        except Exception:  # a defect here may cost this segment, not the recording its end
            self._arrived(number, lost=True)
            log.exception("recording.defect", attempt_id=self._take.attempt_id)
        else:
            self._arrived(number, lost=False)
        self._settle()

    def _arrived(self, number: int, *, lost: bool) -> None:
        with self._room.lock:
            self._waiting -= 1
            self._room.figures.waiting -= 1
            if lost:
                self._lose(number)
            else:
                self._room.figures.kept += 1

    def _lose(self, number: int) -> None:
        self._lost.append(number)
        self._room.figures.lost += 1

    def _settle(self) -> None:
        """When nothing is on its way any more: the manifest, or the deletion of what has arrived since the first."""
        with self._room.lock:
            if self._waiting:
                return
            is_finished, self._is_finished = self._is_finished, False
        if self._is_refused:
            self._delete()
        elif is_finished:
            self._write_manifest()

    def _write_manifest(self) -> None:
        manifest = Manifest(self._starts_at, self._samples, tuple(sorted(self._lost)))
        try:
            self._room.archive.keep_manifest(self._take, manifest)
        except ProviderError as error:  # the segments are found without it
            log.warning("recording.no_manifest", attempt_id=self._take.attempt_id, error=type(error).__name__)
        else:
            log.info(
                "recording.kept",
                attempt_id=self._take.attempt_id,
                seconds=self._samples // SAMPLES_PER_SECOND,
                lost=len(self._lost),
            )
        if self._is_refused:  # meanwhile; what was not acknowledged may be there all the same
            self._delete()

    def _delete(self) -> None:
        account_id, attempt_id = self._take.account_id, self._take.attempt_id
        try:
            self._room.archive.delete_recording(
                account_id, attempt_id, at=self._room.clock(), because=REFUSED
            )
        except Exception:  # whatever the failure is: somebody must delete it
            log.exception("recording.not_deleted", attempt_id=attempt_id)
            with self._room.lock:
                self._room.figures.not_deleted += 1
        else:
            log.info("recording.deleted", attempt_id=attempt_id)
            with self._room.lock:
                self._room.figures.deleted += 1
