"""Both sides of a call as they were really heard, cut into segments of ten seconds. Pure; the caller brings the time.

µ-law, mono, 8 kHz: 8 bytes are one millisecond. Positions are samples since the call's first stream began.
Which side is which channel of the WAV that people hear: providers/recordings/wav.py.
"""

from typing import Final

from providers.recordings.segments import SEGMENT_SAMPLES, Segment
from providers.recordings.wav import SILENCE

_PER_MS: Final = 8
_LATE_SAMPLES: Final = 2_000 * _PER_MS
"""How long a full segment waits for the person's side when the network holds it up; chosen by feel."""


class _Side:
    """One side of the open segment; start is the position of its first byte."""

    def __init__(self, start: int) -> None:
        self.start = start
        self._audio = bytearray()

    @property
    def end(self) -> int:
        return self.start + len(self._audio)

    def lay(self, at: int, audio: bytes) -> None:
        """Put audio at this position or, where it begins before the open segment, what is left of it."""
        audio = audio[max(0, self.start - at) :]
        if audio:
            self._audio += SILENCE * (at - self.end)
            self._audio += audio

    def shorten(self, end: int) -> None:
        """Nothing is heard from this position on."""
        del self._audio[max(0, end - self.start) :]

    def cut(self, samples: int) -> bytes:
        """Take the first so many samples away; what never came is silence."""
        first = bytes(self._audio[:samples])
        del self._audio[:samples]
        self.start += samples
        return first.ljust(samples, SILENCE)


class Recorder:
    """Keeps no more than the open segment, and nothing of what passes before it begins."""

    def __init__(self, stream_began_ms: float = 0) -> None:
        self._theirs: _Side | None = None
        self._ours: _Side | None = None
        self._came = self._played_until = int(stream_began_ms) * _PER_MS

    def begin(self, now_ms: float) -> None:
        """Keep what passes from now on."""
        start = int(now_ms) * _PER_MS
        self._theirs, self._ours = _Side(start), _Side(start)

    def person(self, audio: bytes) -> None:
        """What came in; the carrier sends it without gaps."""
        if self._theirs is not None:
            self._theirs.lay(self._came, audio)
        self._came += len(audio)

    def agent(self, audio: bytes, now_ms: float) -> None:
        """What went out now; it plays when what was sent before has been played."""
        at = max(self._played_until, int(now_ms) * _PER_MS)
        if self._ours is not None:
            self._ours.lay(at, audio)
        self._played_until = at + len(audio)

    def cleared(self, now_ms: float) -> None:
        """What was sent but not yet played is not heard."""
        now = int(now_ms) * _PER_MS
        if self._ours is not None:
            self._ours.shorten(now)
        self._played_until = min(self._played_until, now)

    def full(self, now_ms: float) -> Segment | None:
        """The open segment, once nothing can change it any more; another one is open then."""
        if self._theirs is None:
            return None
        end, now = self._theirs.start + SEGMENT_SAMPLES, int(now_ms) * _PER_MS
        if now < end or (self._theirs.end < end and now < end + _LATE_SAMPLES):
            return None
        return self._cut(SEGMENT_SAMPLES)

    def rest(self, now_ms: float) -> list[Segment]:
        """The line is down: everything that was heard and not yet cut."""
        self.cleared(now_ms)
        if self._theirs is None or self._ours is None:
            return []
        segments = []
        while left := max(self._theirs.end, self._ours.end) - self._theirs.start:
            segments.append(self._cut(min(left, SEGMENT_SAMPLES)))
        return segments

    def _cut(self, samples: int) -> Segment:
        assert self._theirs is not None
        assert self._ours is not None
        starts_at = self._theirs.start
        return Segment(starts_at, self._theirs.cut(samples), self._ours.cut(samples))
