"""Whether somebody speaks, by the energy of µ-law frames: mono, 8 kHz, 20 ms = 160 bytes. Pure; a few µs a frame.

What a voice does to what we say: media/engine/barge_in.py; whether a turn is over: media/engine/turn_taking.py.
"""

import audioop
from typing import Final

import numpy as np

FRAME_BYTES: Final = 160
FRAME_MS: Final = 20
CEASED_MS: Final = 300
"""So long ago a voice ceased when that is told."""


def _linear() -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    """The 256 codes of ITU-T G.711 µ-law as 16-bit samples."""
    code = ~np.arange(256, dtype=np.uint8)
    exponent = (code >> 4) & 7
    magnitude = ((((code & 15).astype(np.int32) << 3) + 132) << exponent) - 132
    return np.where(code & 128, -magnitude, magnitude).astype(np.int16)


LINEAR: Final = _linear()


def power(frame: bytes) -> float:
    """The mean square of a µ-law frame on the 16-bit scale, of its whole root; 0 for no audio."""
    rms = audioop.rms(audioop.ulaw2lin(frame, 2), 2)
    return float(rms * rms)


_FORGETS: Final = 0.5 ** (FRAME_MS / 5_000)  # the loudest voice counts half after five seconds
_FAR_BELOW: Final = 1 / 10
_BLOCK_FRAMES: Final = 20
_BLOCKS: Final = 5
_OUR_BLOCK_FRAMES: Final = 10
_OUR_BLOCKS: Final = 6
_ECHO: Final = 10 ** (-12 / 10)  # echoes are 15 to 30 dB below what we send


class _QuietestLately:
    """How quiet a line becomes: the middle one of the lowest powers over 60 ms in five stretches of 0.4 s."""

    def __init__(self) -> None:
        self._last = self._last_but_one = 0.0
        self._blocks = [0.0] * _BLOCKS
        self._middle = 0.0
        self._frames = 0

    def with_frame(self, level: float) -> float:
        smooth = (level + self._last + self._last_but_one) / 3
        self._last_but_one, self._last = self._last, level
        self._frames += 1
        if self._frames % _BLOCK_FRAMES == 0:
            self._blocks = [*self._blocks[1:], smooth]
        elif smooth < self._blocks[-1]:
            self._blocks[-1] = smooth
        else:
            return self._middle
        self._middle = sorted(self._blocks)[_BLOCKS // 2]
        return self._middle


def loudest(audio: bytes) -> float:
    """The power of the loudest frame in a piece of µ-law audio."""
    frames = (audio[start : start + FRAME_BYTES] for start in range(0, len(audio), FRAME_BYTES))
    return max(map(power, frames), default=0.0)


class _OursLately:
    """How loud we were in the last 1.2 s: sent up to 0.4 s ahead, an echo of it comes back within 0.6 s."""

    def __init__(self) -> None:
        self._blocks = [0.0] * _OUR_BLOCKS
        self._frames = 0
        self.level = 0.0

    def spoke(self, level: float) -> None:
        self._blocks[-1] = max(self._blocks[-1], level)
        self.level = max(self.level, level)

    def next_frame(self) -> None:
        self._frames += 1
        if self._frames == _OUR_BLOCK_FRAMES:
            self._frames = 0
            self._blocks = [*self._blocks[1:], 0.0]
            self.level = max(self._blocks)


class VoiceGate:
    """Says when a voice begins and ceases.

    The threshold is six times (8 dB above) the line's own noise, and never below quietest. The noise is how
    quiet the line becomes between syllables, over the last two seconds: a noise that was there from the start opens the gate, but soon
    closes it again, while speech always has holes. Nor is a background heard as speech that is 10 dB below the voice,
    nor anything 12 dB below what we said in the last second: an echo, or somebody further away.
    Speech begins after three loud frames of four and ceases after 300 ms below the threshold: figures chosen by feel,
    since words from the recogniser confirm every candidate.
    """

    def __init__(self, quietest_rms: float = 180.0) -> None:
        self._quietest = quietest_rms**2
        self._ours = _OursLately()
        self._noise = _QuietestLately()
        self._voice = 0.0
        self._recent = 0
        self._quiet_frames = 0
        self.on = False

    def spoke(self, audio: bytes) -> None:
        """We send this; it is heard within 0.4 s."""
        self._ours.spoke(loudest(audio))

    @property
    def is_quiet(self) -> bool:
        """Whether the last frame was below the threshold."""
        return not self._recent & 1

    def frame(self, level: float) -> bool | None:
        """Take one frame's power; True when a voice began with it, False when it ceased, else None."""
        self._ours.next_frame()
        masked = max(self._voice * _FAR_BELOW, self._ours.level * _ECHO)
        loud = level > max(self._quietest, self._noise.with_frame(level) * 6, masked)
        self._voice = max(level, self._voice * _FORGETS)
        self._recent = ((self._recent << 1) | loud) & 0b1111
        if self.on:
            return self._still_on(loud)
        if self._recent.bit_count() < 3:
            return None
        self.on = True
        self._quiet_frames = 0
        return True

    def _still_on(self, loud: bool) -> bool | None:
        self._quiet_frames = 0 if loud else self._quiet_frames + 1
        if self._quiet_frames * FRAME_MS < CEASED_MS:
            return None
        self.on = False
        return False
