"""Finds steady tones in µ-law frames: mono, 8 kHz, 20 ms = 160 bytes. Pure; about 10 µs for a loud frame. What a tone means: tones.py.

A steady tone is one peak of 400-2,200 Hz (or the two peaks of North American busy, 480 and 620 Hz) holding more than
80 % of the energy for 160 ms or longer, louder than -41 dBFS. The figures were measured on generated beeps and on
speech, music, DTMF, ringback and noise (`make bench-amd`); vowels and chords fail the purity, clicks the length. A hole
of up to two frames is a lost packet.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from media.audio.voice_activity import FRAME_BYTES, FRAME_MS, LINEAR, power

_LOUD: Final = (32_768 * 10 ** (-41 / 20)) ** 2 / 2
_POINTS: Final = 512
_HERTZ: Final = 8_000 / _POINTS
_WINDOW: Final = np.hanning(2 * FRAME_BYTES).astype(np.float32)
_BAND: Final = slice(round(400 / _HERTZ), round(2_200 / _HERTZ) + 1)
_NEAR: Final = round(62 / _HERTZ)  # bins: a 40 ms window keeps a tone within ±50 Hz
_BUSY: Final = (480, 620)
_BUSY_BINS: Final = tuple(round(hertz / _HERTZ) for hertz in _BUSY)
_PURE: Final = 0.8
_STEADY_HERTZ: Final = 35
_SHORTEST_MS: Final = 160
_HOLE_FRAMES: Final = 2
# Speech is looked into every sixth frame: a tone that counts is longer, and is then read from its beginning.
_MOST_UNREAD: Final = 5
_LONG_TONELESS_FRAMES: Final = 50
_SWING: Final = 1.5  # strongest to weakest 10 ms of a tone
_SWING_WHEN_LONG: Final = 3.0
_LONG_MS: Final = 400
_DRIFT_HERTZ: Final = 8
_MOST_BEAT: Final = (
    2.0  # loudest to quietest frame: ringback's 440 and 480 Hz are one peak here, but beat at 40 Hz
)


@dataclass(frozen=True, slots=True)
class Steady:
    """A tone that has ended; second is its other frequency, 0 for none."""

    hertz: int
    lasted_ms: int
    second: int = 0

    def is_like(self, other: "Steady") -> bool:
        """The same tone again."""
        same = abs(self.hertz - other.hertz) <= _STEADY_HERTZ and self.second == other.second
        return same and abs(self.lasted_ms - other.lasted_ms) <= 60


class SteadyTones:
    """Reports a steady tone when it ends."""

    def __init__(self) -> None:
        self._before = bytes([0xFF]) * FRAME_BYTES
        self._hertz: list[float] = []
        self._levels: list[float] = []
        self._second = 0
        self._holes = 0
        self._toneless = 0
        self._unread: list[tuple[bytes, bytes]] = []

    @property
    def sounds(self) -> bool:
        """A tone may be sounding now."""
        return bool(self._hertz)

    def frame(self, frame: bytes, level: float) -> Steady | None:
        """Take one frame and its power; the tone that ended with it, if one did."""
        before, self._before = self._before, frame
        self._toneless += 1
        if level <= _LOUD or len(frame) != FRAME_BYTES:
            self._unread.clear()
            return self._take(None, frame)
        if self._toneless > _LONG_TONELESS_FRAMES and len(self._unread) < _MOST_UNREAD:
            self._unread.append((before, frame))
            return None
        return self._read(before, frame)

    def _read(self, before: bytes, frame: bytes) -> Steady | None:
        """Look into a frame and, if there is a tone, into those before it that were passed over."""
        found = self._tone(before, frame)
        if found is not None:
            self._toneless = 0
            for before_it, passed_over in self._unread:
                self._take(self._tone(before_it, passed_over), passed_over)
        self._unread.clear()
        return self._take(found, frame)

    def _take(self, found: tuple[float, int] | None, frame: bytes) -> Steady | None:
        if found is not None and self._goes_on(*found):
            self._hertz += [found[0]] * (1 + self._holes)
            self._levels += _halves(frame)
            self._holes = 0
            return None
        if self._hertz and self._holes < _HOLE_FRAMES and (found is None or self._holes):
            self._holes += 1
            return None
        ended = self._ended()
        self._hertz, self._levels = ([], []) if found is None else ([found[0]], _halves(frame))
        self._second = 0 if found is None else found[1]
        self._holes = 0
        return ended

    def _goes_on(self, hertz: float, second: int) -> bool:
        if not self._hertz:
            self._second = second
            return True
        return abs(hertz - self._hertz[-1]) <= _STEADY_HERTZ and second == self._second

    def _ended(self) -> Steady | None:
        """What has just ended, if it was steady; its first and last frame may be partly silent."""
        lasted_ms = len(self._hertz) * FRAME_MS
        if lasted_ms < _SHORTEST_MS:
            return None
        if not self._second and not self._is_steady(lasted_ms):
            return None
        return Steady(round(sum(self._hertz) / len(self._hertz)), lasted_ms, self._second)

    def _is_steady(self, lasted_ms: int) -> bool:
        """Neither beats nor sings: a vowel is as pure as a tone, but its strength and pitch move."""
        inner = self._levels[2 : -2 - self._halves_after_it()]
        levels, hertz = sorted(inner), self._hertz[1:-1]
        if not levels or any(max(pair) > _MOST_BEAT * min(pair) for pair in pairwise(inner)):
            return False
        swing = _SWING if lasted_ms < _LONG_MS else _SWING_WHEN_LONG
        spare = len(levels) // 20  # a lost packet's edges
        return levels[-1 - spare] <= swing * levels[spare] and max(hertz) - min(hertz) <= _DRIFT_HERTZ

    def _halves_after_it(self) -> int:
        """How many halves at the end are the line's noise after the tone: a window still sees its edge in them."""
        middle = self._levels[len(self._levels) // 2]
        return sum(level < middle / 4 for level in self._levels[-4:])

    def _tone(self, before: bytes, frame: bytes) -> tuple[float, int] | None:
        """The one tone in the last 40 ms, or busy's two; None when there is neither."""
        codes = np.frombuffer(before[-FRAME_BYTES:] + frame, np.uint8)
        if codes.size != 2 * FRAME_BYTES:
            return None
        spectrum = np.abs(np.fft.rfft(LINEAR[codes] * _WINDOW, _POINTS)) ** 2
        total = float(spectrum[2:].sum())
        if total <= 0:
            return None
        peak = int(spectrum[_BAND].argmax()) + _BAND.start
        if _share(spectrum, peak) > _PURE * total:
            return (peak + _offset(spectrum, peak)) * _HERTZ, 0
        low, high = (_share(spectrum, peak) / total for peak in _BUSY_BINS)
        return (float(_BUSY[0]), _BUSY[1]) if low + high > _PURE and min(low, high) > 0.25 else None


def _offset(spectrum: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]", peak: int) -> float:
    """Where between the bins the peak is: the vertex of the parabola through three logarithms."""
    low, middle, high = (float(np.log(spectrum[peak + step] + 1e-9)) for step in (-1, 0, 1))
    curve = low - 2 * middle + high
    return 0.0 if curve >= 0 else max(-0.5, min(0.5, 0.5 * (low - high) / curve))


def _share(spectrum: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]", peak: int) -> float:
    return float(spectrum[peak - _NEAR : peak + _NEAR + 1].sum())


def _halves(frame: bytes) -> list[float]:
    """The power of a frame's two halves."""
    half = len(frame) // 2
    return [power(frame[:half]), power(frame[half:])]
