"""The archive of recordings: keeps sealed segments while a call lasts, and finds, plays and deletes what was kept.

A recording needs no manifest to be found: after a kill the segments themselves say how far it goes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from domain.errors import OutboundError
from domain.identifiers import AccountId, AttemptId
from providers.errors import MalformedMessage
from providers.recordings.contract import ObjectStorage, Sealing
from providers.recordings.flights import FlightArchive
from providers.recordings.segments import (
    SEGMENT_SAMPLES,
    Deletion,
    Manifest,
    Segment,
    Take,
    deletion_name,
    seal_context,
    takes_among,
)
from providers.recordings.wav import FRAME_BYTES, HEADER_BYTES, SILENCE, wav_frames, wav_header

_LOST: Final = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Up to ten seconds of a recording; name is its object's, empty where it was lost."""

    name: str
    samples: int


@dataclass(frozen=True, slots=True)
class Recording:
    """What is kept of an attempt; starts_at is the sample of the call at which it begins.

    is_complete: every take came to its end and nothing of it was lost.
    """

    account_id: AccountId
    stretches: tuple[Stretch, ...]
    starts_at: int
    is_complete: bool

    @property
    def samples(self) -> int:
        """Its length."""
        return sum(stretch.samples for stretch in self.stretches)

    @property
    def lost_segments(self) -> int:
        """How many segments are silence because they could not be kept."""
        return sum(not stretch.name for stretch in self.stretches)

    @property
    def wav_bytes(self) -> int:
        """The size of the WAV made of it."""
        return HEADER_BYTES + FRAME_BYTES * self.samples


class RecordingArchive:
    """Everything blocks, and may be called from several threads at once."""

    def __init__(self, storage: ObjectStorage, sealing: Sealing) -> None:
        self._storage, self._sealing = storage, sealing
        self.flights = FlightArchive(storage, sealing)

    def keep_segment(self, take: Take, number: int, segment: Segment) -> None:
        """Seal and keep a segment; of a recording that was deleted meanwhile none stays. Raises ProviderError."""
        name = take.segment_name(number)
        self._put(take.account_id, name, segment.packed())
        # Looked for behind the segment, as deleting writes it before it looks for segments: one of the two finds the other.
        if self._storage.get(deletion_name(take.attempt_id)) is not None:
            self._storage.delete([name])

    def keep_manifest(self, take: Take, manifest: Manifest) -> None:
        """Say that the take is over, and what it came to; nothing of it follows. If the recording was deleted while some of it was on
        its way, that is deleted too. Raises ProviderError."""
        self._put(take.account_id, take.manifest_name, msgspec.json.encode(manifest))
        if self._storage.get(deletion_name(take.attempt_id)) is not None:
            self._delete_takes(take.attempt_id)

    def delete_recording(
        self, account_id: AccountId, attempt_id: AttemptId, *, at: datetime, because: str
    ) -> None:
        """Delete every take of the attempt; what is left says when and why. May be repeated. Raises ProviderError.

        The stone comes first: whatever happens after it, the recording is not played any more.
        """
        stone = deletion_name(attempt_id)
        if self._storage.get(stone) is None:
            self._put(account_id, stone, msgspec.json.encode(Deletion(at.isoformat(), because)))
        self._delete_takes(attempt_id)

    def is_kept(self, attempt_id: AttemptId) -> bool:
        """Whether any sound of the attempt is kept. Raises ProviderError."""
        return any(name != deletion_name(attempt_id) for name in self._storage.names(attempt_id))

    def why_deleted(self, account_id: AccountId, attempt_id: AttemptId) -> str | None:
        """Why the attempt's recording was deleted; None if it was not, or what says so cannot be opened. Raises ProviderError."""
        name = deletion_name(attempt_id)
        sealed = self._storage.get(name)
        if sealed is None:
            return None
        try:
            stone = self._sealing.open(sealed, seal_context(account_id, name))
        except OutboundError:
            return None
        return msgspec.json.decode(stone, type=Deletion).because

    def forget(self, attempt_id: AttemptId) -> None:
        """Delete all there is of the attempt, also what says that its recording was deleted. May be repeated. Raises ProviderError."""
        self._storage.delete(self._storage.names(attempt_id))

    def _delete_takes(self, attempt_id: AttemptId) -> None:
        stone = deletion_name(attempt_id)
        self._storage.delete([name for name in self._storage.names(attempt_id) if name != stone])

    def find(self, account_id: AccountId, attempt_id: AttemptId) -> Recording | Deletion | None:
        """What is kept of this attempt, as far as it goes now; None if nothing is. Raises ProviderError, CannotOpen."""
        names = self._storage.names(attempt_id)
        if deletion_name(attempt_id) in names:
            stone = self._get(account_id, deletion_name(attempt_id))
            return msgspec.json.decode(stone, type=Deletion)
        takes = [
            self._take(Take(account_id, attempt_id, began_ms), kept)
            for began_ms, kept in takes_among(names).items()
        ]
        if not takes:
            return None
        return Recording(
            account_id,
            tuple(stretch for take in takes for stretch in take.stretches),
            takes[0].starts_at,
            all(take.is_complete for take in takes),
        )

    def wav(self, recording: Recording, first: int, last: int) -> Iterator[bytes]:
        """The bytes first to last (both included) of the WAV, piece by piece. Raises ProviderError, CannotOpen."""
        header = wav_header(recording.samples)
        if first < HEADER_BYTES:
            yield header[first : last + 1]
        begins = HEADER_BYTES
        for stretch in recording.stretches:
            ends = begins + FRAME_BYTES * stretch.samples
            if first < ends and last >= begins:
                frames = self._frames(recording.account_id, stretch)
                yield frames[max(0, first - begins) : last + 1 - begins]
            begins = ends

    def _take(self, take: Take, kept: set[int]) -> Recording:
        sealed = self._storage.get(take.manifest_name)
        manifest = self._measured(take, max(kept)) if sealed is None else self._manifest(take, sealed)
        samples, stretches = manifest.samples, []
        for number, begins in enumerate(range(0, samples, SEGMENT_SAMPLES)):
            name = take.segment_name(number) if number in kept else _LOST
            stretches.append(Stretch(name, min(SEGMENT_SAMPLES, samples - begins)))
        nothing_lost = all(stretch.name for stretch in stretches)
        return Recording(
            take.account_id, tuple(stretches), manifest.starts_at, sealed is not None and nothing_lost
        )

    def _manifest(self, take: Take, sealed: bytes) -> Manifest:
        plain = self._sealing.open(sealed, seal_context(take.account_id, take.manifest_name))
        return msgspec.json.decode(plain, type=Manifest)

    def _measured(self, take: Take, last: int) -> Manifest:
        """A take that was killed is as long as its last segment shows."""
        segment = Segment.unpacked(self._get(take.account_id, take.segment_name(last)))
        before = last * SEGMENT_SAMPLES
        return Manifest(segment.starts_at - before, before + len(segment.person))

    def _frames(self, account_id: AccountId, stretch: Stretch) -> bytes:
        if not stretch.name:
            return wav_frames(SILENCE * stretch.samples, SILENCE * stretch.samples)
        segment = Segment.unpacked(self._get(account_id, stretch.name))
        return wav_frames(segment.person, segment.agent)

    def _put(self, account_id: AccountId, name: str, plain: bytes) -> None:
        self._storage.put(name, self._sealing.seal(plain, seal_context(account_id, name)))

    def _get(self, account_id: AccountId, name: str) -> bytes:
        sealed = self._storage.get(name)
        if sealed is None:
            raise MalformedMessage("A part of the recording is not there any more.")
        return self._sealing.open(sealed, seal_context(account_id, name))
