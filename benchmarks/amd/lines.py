"""What lies between a mouth and us: level, noise, narrow bands, second encodings, lost packets. Made from a seed."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.amd.sounds import ACTIVE_LEVEL, PER_MS, RATE, Sound
from simulators.words import mulaw

NOISES: Final = ("quiet", "comfort", "street", "babble", "hum", "fan")
_FRAME: Final = 20 * PER_MS


@dataclass(frozen=True, slots=True)
class Line:
    """One line: gain in dB, kind of noise and its distance below the voice, highest frequency, share of lost frames."""

    gain_db: float
    noise: str
    snr_db: float
    highest_hertz: float
    lost: float
    encoded_twice: bool


def any_line(dice: np.random.Generator) -> Line:
    """A line as calls have it: most are good, some are not; never below 10 dB of SNR."""
    noise = str(dice.choice(NOISES, p=[0.3, 0.25, 0.15, 0.1, 0.1, 0.1]))
    return Line(
        gain_db=float(dice.uniform(-12, 4)),
        noise=noise,
        snr_db=float(dice.uniform(10, 30)) if noise != "quiet" else 50.0,
        highest_hertz=float(dice.choice((3_400, 3_000, 2_600))),
        lost=float(dice.choice((0.0, 0.0, 0.005, 0.02))),
        encoded_twice=bool(dice.random() < 0.3),
    )


def over(line: Line, sound: Sound, background: Sound, dice: np.random.Generator) -> bytes:
    """What arrives of a sound: µ-law of whole 20 ms frames. background: other people's voices, for babble."""
    sound = sound[: sound.size // _FRAME * _FRAME]
    heard = _narrowed(sound, line.highest_hertz) + _noise(line, sound.size, background, dice)
    heard *= 10 ** (line.gain_db / 20)
    if line.encoded_twice:
        heard = mulaw.decode(mulaw.encode(heard)) * 0.9
    audio = bytearray(mulaw.encode(heard))
    for place in np.flatnonzero(dice.random(len(audio) // _FRAME) < line.lost):
        audio[place * _FRAME : (place + 1) * _FRAME] = bytes([mulaw.SILENCE_BYTE]) * _FRAME
    return bytes(audio)


def _narrowed(sound: Sound, highest: float) -> Sound:
    if highest >= 3_400:
        return sound.copy()
    spectrum = np.fft.rfft(sound)
    hertz = np.linspace(0, RATE / 2, spectrum.size)
    return np.asarray(np.fft.irfft(spectrum * np.clip((highest - hertz) / 200, 0, 1), sound.size), np.float32)


def _noise(line: Line, samples: int, background: Sound, dice: np.random.Generator) -> Sound:
    level = ACTIVE_LEVEL / 10 ** (line.snr_db / 20)
    raw: NDArray[np.floating]
    if line.noise == "babble":
        raw = np.resize(np.roll(background, int(dice.integers(background.size))), samples)
    elif line.noise == "hum":
        moments = np.arange(samples) / RATE
        raw = sum(np.sin(2 * np.pi * 50 * n * moments) / n for n in (1, 2, 3, 5)) + dice.normal(
            0, 0.2, samples
        )
    else:
        raw = dice.normal(0, 1, samples)
    if line.noise in ("street", "fan"):
        raw = np.convolve(raw, np.ones(12) / 12, "same")
    if line.noise == "street":
        slow = np.repeat(dice.uniform(0.3, 1.0, samples // 4_000 + 2), 4_000)[:samples]
        raw = raw * np.convolve(slow, np.ones(2_000) / 2_000, "same")
    return np.asarray(raw * level / max(1e-9, float(np.sqrt(np.mean(np.square(raw))))), np.float32)
