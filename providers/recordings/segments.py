"""What a recording is kept as: segments of ten seconds and a manifest for each take, their names and their seals.

A take is what one media process recorded of an attempt, from the moment it was allowed to. A segment's plain content is
the position of its first sample in the call (8 bytes, big end first), then the person's side, then the agent's: µ-law,
mono, 8 kHz, one byte a sample, both equally long. All segments of a take but its last have SEGMENT_SAMPLES.
Names carry the attempt's id and numbers, nothing else (law 8); every object is bound to its account, attempt and place.
"""

import re
from dataclasses import dataclass
from typing import Final

from domain.identifiers import AccountId, AttemptId

SAMPLES_PER_SECOND: Final = 8_000
SEGMENT_SAMPLES: Final = 10 * SAMPLES_PER_SECOND
_POSITION_BYTES: Final = 8
_SEGMENT_NAME: Final = re.compile(r"[^/]+/(\d{13})/(\d{6})")
_MANIFEST_NAME: Final = re.compile(r"[^/]+/(\d{13})/manifest")


@dataclass(frozen=True, slots=True)
class Take:
    """Whose recording, and when it began: milliseconds since 1970, by which an attempt's takes are in order."""

    account_id: AccountId
    attempt_id: AttemptId
    began_ms: int

    def segment_name(self, number: int) -> str:
        """The object of the segment with this number, from 0."""
        return f"{self._folder}/{number:06d}"

    @property
    def manifest_name(self) -> str:
        """The object of the take's manifest."""
        return f"{self._folder}/manifest"

    @property
    def _folder(self) -> str:
        return f"{self.attempt_id}/{self.began_ms:013d}"


@dataclass(frozen=True, slots=True)
class Segment:
    """Both sides of up to ten seconds; starts_at is the place of the first sample in the call."""

    starts_at: int
    person: bytes
    agent: bytes

    def packed(self) -> bytes:
        """The plain content of its object."""
        return self.starts_at.to_bytes(_POSITION_BYTES) + self.person + self.agent

    @classmethod
    def unpacked(cls, plain: bytes) -> "Segment":
        """The segment with this plain content."""
        middle = (_POSITION_BYTES + len(plain)) // 2
        starts_at = int.from_bytes(plain[:_POSITION_BYTES])
        return cls(starts_at, plain[_POSITION_BYTES:middle], plain[middle:])


@dataclass(frozen=True, slots=True)
class Manifest:
    """Written when a take is over: where it began in the call, how long it is, and which segments could not be kept."""

    starts_at: int
    samples: int
    lost: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Deletion:
    """The stone that stands where a recording was; deleted_at is ISO 8601."""

    deleted_at: str
    because: str


def deletion_name(attempt_id: AttemptId) -> str:
    """The object that says that this attempt's recording was deleted."""
    return f"{attempt_id}/deleted"


def seal_context(account_id: AccountId, name: str) -> str:
    """What an object is bound to: the account, and by its name the attempt, the take and the place in it."""
    return f"recording/{account_id}/{name}"


def takes_among(names: list[str]) -> dict[int, set[int]]:
    """The numbers of the segments kept of each take, by when it began; a take of which only the manifest is there too."""
    takes: dict[int, set[int]] = {}
    for name in names:
        if found := _SEGMENT_NAME.fullmatch(name):
            takes.setdefault(int(found[1]), set()).add(int(found[2]))
        elif found := _MANIFEST_NAME.fullmatch(name):
            takes.setdefault(int(found[1]), set())
    return dict(sorted(takes.items()))
