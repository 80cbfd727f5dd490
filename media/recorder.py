"""Both sides of a call as one two-channel WAV: the person left, the agent right; 16-bit, 8 kHz. Off the audio path."""

import wave
from pathlib import Path
from typing import Final

import numpy as np

from media.voice_activity import LINEAR

_BYTES_PER_MS: Final = 8
_SILENCE: Final = b"\xff"


class Recorder:
    """Keeps what passes by, in memory (about 1 MB a minute), until the call is over."""

    def __init__(self) -> None:
        self._theirs = bytearray()
        self._ours = bytearray()

    def person(self, audio: bytes) -> None:
        """What came in; the carrier sends it without gaps."""
        self._theirs += audio

    def agent(self, audio: bytes, now_ms: float) -> None:
        """What went out now; it plays when what was sent before has been played."""
        missing = int(now_ms) * _BYTES_PER_MS - len(self._ours)
        if missing > 0:
            self._ours += _SILENCE * missing
        self._ours += audio

    def cleared(self, now_ms: float) -> None:
        """What was sent but not yet played is not heard."""
        del self._ours[int(now_ms) * _BYTES_PER_MS :]

    def write(self, path: Path) -> None:
        """Write the file; blocks, so not on the audio loop."""
        length = max(len(self._theirs), len(self._ours))
        sides = [bytes(side).ljust(length, _SILENCE) for side in (self._theirs, self._ours)]
        samples = np.stack([LINEAR[np.frombuffer(side, np.uint8)] for side in sides], axis=1)
        path.parent.mkdir(parents=True, exist_ok=True)
        with wave.open(str(path), "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(8_000)
            file.writeframes(samples.astype("<i2").tobytes())
