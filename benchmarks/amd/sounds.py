"""Sounds for generated calls: mono float samples on the 16-bit scale at 8 kHz (8 samples a millisecond)."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulators.words import espeak

RATE: Final = 8_000
PER_MS: Final = 8
ACTIVE_LEVEL: Final = 2_000.0  # RMS of a voice where it sounds, about -24 dBFS

Sound = NDArray[np.float32]


@lru_cache(maxsize=4_000)
def speech(text: str, voice: str, words_per_minute: int) -> Sound:
    """One sentence as a telephone carries it (200-3,400 Hz), without the silence around it."""
    raw, _ = espeak.speak(text, voice=voice, words_per_minute=words_per_minute)
    blocks = -(-(raw.size + 1) // 441)  # 441 samples there are 160 here
    spectrum = np.fft.rfft(raw.astype(np.float32), blocks * 441)[: blocks * 80 + 1]
    hertz = np.linspace(0, RATE / 2, spectrum.size)
    spectrum *= np.clip((3_400 - hertz) / 200, 0, 1) * np.clip((hertz - 100) / 100, 0, 1)
    samples = np.fft.irfft(spectrum, blocks * 160)
    audible = np.flatnonzero(np.abs(samples) > 0.05 * np.abs(samples).max(initial=1.0))
    if not audible.size:
        return silence(0)
    samples = samples[audible[0] : audible[-1] + 1]
    active = samples[np.abs(samples) > 0.05 * np.abs(samples).max()]
    return np.asarray(samples * (ACTIVE_LEVEL / np.sqrt(np.mean(active**2))), np.float32)


def silence(ms: float) -> Sound:
    """Nothing."""
    return np.zeros(round(ms * PER_MS), np.float32)


def tones(*hertz: float, ms: float, level: float = 3_000.0) -> Sound:
    """Sines of equal strength with ramps of 5 ms; level is the RMS of their sum."""
    moments = np.arange(round(ms * PER_MS)) / RATE
    sound = sum((np.sin(2 * np.pi * each * moments) for each in hertz), np.zeros(moments.size))
    ramp = np.minimum(np.arange(sound.size) / (5 * PER_MS), 1)
    return np.asarray(sound * ramp * ramp[::-1] * level * (2 / len(hertz)) ** 0.5, np.float32)


def no_such_number(*, level: float = 2_500.0) -> Sound:
    """The special information tones before an announcement (ITU-T E.180): three rising tones of a third of a second."""
    return np.concatenate([tones(hertz, ms=330, level=level) for hertz in (950, 1_400, 1_800)])


def busy(ms: float, *, european: bool = False, level: float = 2_000.0) -> Sound:
    """Busy tone: half a second on and off; 480 + 620 Hz in North America, 425 Hz in most of Europe."""
    one = np.concatenate([tones(*((425,) if european else (480, 620)), ms=500, level=level), silence(500)])
    return np.tile(one, round(ms / 1_000))


def ringback(ms: float, *, european: bool = False, level: float = 1_500.0) -> Sound:
    """440 + 480 Hz, two seconds on, four off, as in North America; 425 Hz, one on, four off, as in most of Europe."""
    tone = tones(425, ms=1_000, level=level) if european else tones(440, 480, ms=2_000, level=level)
    one = np.concatenate([tone, silence(4_000)])
    return np.tile(one, round(ms * PER_MS) // one.size + 1)[: round(ms * PER_MS)]


def fax(*, answers: bool, level: float = 2_500.0) -> Sound:
    """A fax that answers (2,100 Hz for 3 s) or one that calls (1,100 Hz, half a second on, three off)."""
    if answers:
        return tones(2_100, ms=3_000, level=level)
    return np.tile(np.concatenate([tones(1_100, ms=500, level=level), silence(3_000)]), 2)


def digits(dice: np.random.Generator, ms: float, *, level: float = 2_500.0) -> Sound:
    """Random keys pressed one after another (ITU-T Q.23)."""
    parts: list[Sound] = []
    while sum(part.size for part in parts) < ms * PER_MS:
        low, high = dice.choice((697, 770, 852, 941)), dice.choice((1_209, 1_336, 1_477, 1_633))
        on, off = dice.uniform(80, 400), dice.uniform(60, 300)
        parts += [tones(float(low), float(high), ms=on, level=level), silence(off)]
    return np.concatenate(parts)[: round(ms * PER_MS)]


def music(dice: np.random.Generator, ms: float, *, level: float = 1_800.0) -> Sound:
    """Chords and a melody with overtones, vibrato and decaying notes over a beat."""
    beat = round(dice.uniform(180, 450)) * PER_MS
    sound = silence(ms)
    scale = 220 * 2 ** (np.array([0, 2, 4, 5, 7, 9, 11, 12, 14, 16, 17, 19, 21, 23, 24]) / 12)
    for start in range(0, sound.size, beat):
        for place in (dice.integers(0, 6), dice.integers(3, 9), dice.integers(7, 15)):
            note = _note(dice, float(scale[place]), beat * int(dice.integers(1, 4)))
            piece = sound[start : start + note.size]
            piece += note[: piece.size]
    return np.asarray(sound * level / np.sqrt(np.mean(sound**2)), np.float32)


def _note(dice: np.random.Generator, hertz: float, samples: int) -> Sound:
    moments = np.arange(samples) / RATE
    phase = 2 * np.pi * hertz * moments + 0.3 * np.sin(2 * np.pi * dice.uniform(4, 6) * moments)
    overtones = dice.uniform(0.1, 0.6, 4)
    sound = np.sin(phase) + sum(k * np.sin((n + 2) * phase) for n, k in enumerate(overtones))
    return np.asarray(sound * np.exp(-moments / dice.uniform(0.15, 0.8)), np.float32)
