"""Hears keys that the caller presses as tones (ITU-T Q.23) in µ-law frames: mono, 8 kHz, 20 ms = 160 bytes."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulators.words import mulaw

_KEYS: Final = ("123A", "456B", "789C", "*0#D")
_ROWS: Final = (697, 770, 852, 941)
_COLUMNS: Final = (1_209, 1_336, 1_477, 1_633)
_SAMPLES: Final = 160
_WAVES: Final = np.exp(-2j * np.pi * np.outer((*_ROWS, *_COLUMNS), np.arange(_SAMPLES)) / 8_000) / _SAMPLES
_LOUD: Final = 300.0  # of 32,768, as the amplitude of a tone's half
_CLEAR: Final = 3.0  # strongest to second strongest of a group; 50 Hz is all that 20 ms can tell apart
_FRAMES: Final = 2


class KeyEar:
    """Tells each key once, when it has sounded for 40 ms."""

    def __init__(self) -> None:
        self._sounds = ""
        self._frames = 0

    def feed(self, frame: bytes) -> str:
        """The key that is now certain; empty for none, or for one that was told."""
        key = _key_in(frame)
        self._frames = self._frames + 1 if key == self._sounds else 1
        self._sounds = key
        return key if self._frames == _FRAMES else ""


def _key_in(frame: bytes) -> str:
    if len(frame) != _SAMPLES:
        return ""
    strengths = np.abs(_WAVES @ mulaw.decode(frame).astype(np.float64))
    row, column = _clearest(strengths[:4]), _clearest(strengths[4:])
    return "" if row is None or column is None else _KEYS[row][column]


def _clearest(strengths: NDArray[np.float64]) -> int | None:
    second, first = sorted(strengths)[-2:]
    return int(strengths.argmax()) if first > _LOUD and first > _CLEAR * second else None
