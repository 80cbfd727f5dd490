"""Recordings for tests: storage in memory, takes, sides that can be told apart."""

from collections.abc import Sequence

from database.sealing import KeyRing
from domain.identifiers import AccountId, AttemptId
from providers.recordings.archive import Recording, RecordingArchive
from providers.recordings.segments import SEGMENT_SAMPLES, Segment, Take

TAKE = Take(AccountId("acc_1"), AttemptId("call_1-1"), 1_790_000_000_000)
KEYS = KeyRing({1: b"k" * 32}, b"l" * 32)


class MemoryStorage:
    """Objects in a dictionary."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}

    def put(self, name: str, content: bytes) -> None:
        self.objects[name] = content

    def get(self, name: str) -> bytes | None:
        return self.objects.get(name)

    def names(self, folder: str) -> list[str]:
        return sorted(name for name in self.objects if name.startswith(f"{folder}/"))

    def delete(self, names: Sequence[str]) -> None:
        for name in names:
            self.objects.pop(name, None)


def sound(samples: int, seed: int = 0) -> bytes:
    """µ-law in which every stretch differs from its neighbours."""
    return bytes((place // 7 + place * (seed + 3)) % 251 for place in range(samples))


def segments(samples: int, starts_at: int = 0) -> list[Segment]:
    """A take of this length, cut as the recorder cuts."""
    person, agent = sound(samples), sound(samples, seed=1)
    cuts = range(0, samples, SEGMENT_SAMPLES)
    return [
        Segment(starts_at + cut, person[cut : cut + SEGMENT_SAMPLES], agent[cut : cut + SEGMENT_SAMPLES])
        for cut in cuts
    ]


def played(archive: RecordingArchive, first: int = 0, last: int | None = None) -> bytes:
    """The WAV of TAKE's attempt, or these bytes of it."""
    found = archive.find(TAKE.account_id, TAKE.attempt_id)
    assert isinstance(found, Recording)
    return b"".join(archive.wav(found, first, found.wav_bytes - 1 if last is None else last))
