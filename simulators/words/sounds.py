"""Sounds of the telephone that carry no words, as mono µ-law at 8 kHz."""

import numpy as np

from simulators.words import mulaw

_SAMPLE_RATE = 8_000
_RAMP_MS = 5


def silence(duration_ms: int) -> bytes:
    """Digital silence."""
    return bytes([mulaw.SILENCE_BYTE]) * (duration_ms * mulaw.SAMPLES_PER_MS)


def comfort_noise(duration_ms: int, *, level: float = 2.0, seed: int = 0) -> bytes:
    """A quiet line: noise of this RMS on the 16-bit scale, the same for the same seed."""
    dice = np.random.default_rng(seed)
    return mulaw.encode(dice.normal(0.0, level, duration_ms * mulaw.SAMPLES_PER_MS))


def beep(hertz: float, duration_ms: int, *, level: float = 3_000.0) -> bytes:
    """The single tone of an answering machine; level is its RMS."""
    return mulaw.encode(_tones([hertz], duration_ms, level))


def ringback(duration_ms: int, *, level: float = 1_500.0) -> bytes:
    """What a caller hears while it rings in North America: 440 + 480 Hz, two seconds on, four off."""
    sound = _tones([440.0, 480.0], duration_ms, level)
    second = np.arange(sound.size) / _SAMPLE_RATE % 6
    return mulaw.encode(np.where(second < 2, sound, 0))


def _tones(
    hertz: list[float], duration_ms: int, level: float
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    moment = np.arange(duration_ms * mulaw.SAMPLES_PER_MS) / _SAMPLE_RATE
    sound = sum((np.sin(2 * np.pi * each * moment) for each in hertz), np.zeros(moment.size))
    sound *= level * (2 / len(hertz)) ** 0.5
    ramp = np.minimum(np.arange(sound.size) / (_RAMP_MS * mulaw.SAMPLES_PER_MS), 1)
    return np.asarray(sound * ramp * ramp[::-1])
