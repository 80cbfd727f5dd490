"""The data tone: symbols as one of eight frequencies, and the strength of each frequency in received samples.

A tone lasts 64 samples (8 ms) and its frequency is a multiple of 125 Hz, so every symbol holds whole cycles: the
phase is continuous from symbol to symbol and the tones do not leak into each other.
"""

import numpy as np
from numpy.typing import NDArray

SYMBOL_SAMPLES = 64
SYMBOL_MS = 8
TONES = 8
HIGHEST_VOICE_HZ = 2_300

_LOWEST_HZ = 2_500
_STEP_HZ = 125
_SAMPLE_RATE = 8_000
_RAMP_SAMPLES = 16

# 12 dB below a voice whose active level is 2,000 (RMS).
AMPLITUDE = 2_000 / 4 * 2**0.5


def _phases() -> NDArray[np.float64]:
    hertz = _LOWEST_HZ + _STEP_HZ * np.arange(TONES)
    return np.asarray(2 * np.pi * np.outer(hertz, np.arange(SYMBOL_SAMPLES)) / _SAMPLE_RATE)


_WAVES = (AMPLITUDE * np.sin(_phases())).astype(np.float32)
_RAMP = np.linspace(0, 1, _RAMP_SAMPLES, endpoint=False, dtype=np.float32)

# Columns: eight cosines, eight sines; windows of 64 samples times this give every tone's two halves.
CORRELATORS = np.ascontiguousarray(
    np.concatenate([np.cos(_phases()), np.sin(_phases())]).T.astype(np.float32)
)

# The power a tone of this amplitude has in a window: below it nothing is listened to.
QUIETEST_POWER = (40 * SYMBOL_SAMPLES / 2) ** 2


def sound_of(symbols: list[int]) -> NDArray[np.float32]:
    """The tones of these symbols, ramped at both ends; 64 samples a symbol, 16-bit scale."""
    sound: NDArray[np.float32] = _WAVES[symbols].ravel()
    sound[:_RAMP_SAMPLES] *= _RAMP
    sound[-_RAMP_SAMPLES:] *= _RAMP[::-1]
    return sound
