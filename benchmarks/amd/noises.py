"""Sounds on which no beep may be found: an hour in all of music, keys, ringback and talk, judged frame by frame."""

from typing import Final

import numpy as np

from benchmarks.amd import sounds
from benchmarks.amd.figures import Heard
from benchmarks.amd.judge import sounds_of
from benchmarks.amd.lines import any_line, over
from benchmarks.amd.sayings import Sayings
from benchmarks.amd.sounds import PER_MS, Sound
from media.audio.line_sounds import Tone

NOISES: Final = ("music", "keys", "ringback", "talk")
_PIECE_MS: Final = 60_000
_PIECES: Final = 15


def false_beeps_in(noise: str, half: str, seed: int) -> Heard:
    """Fifteen minutes of this sound over as many lines, and the tones found in it."""
    found = 0
    for number in range(_PIECES):
        dice = np.random.default_rng((seed, NOISES.index(noise), number))
        sound = _sound(noise, half, dice)
        audio = over(any_line(dice), sound, sounds.music(dice, 5_000), dice)
        found += sum(isinstance(event, Tone) and event.is_beep for _, event in sounds_of(audio))
    return Heard(noise, _PIECES * _PIECE_MS / 3_600_000, found)


def _sound(noise: str, half: str, dice: np.random.Generator) -> Sound:
    match noise:
        case "music":
            return sounds.music(dice, _PIECE_MS)
        case "keys":
            return sounds.digits(dice, _PIECE_MS)
        case "ringback":
            return sounds.ringback(_PIECE_MS, european=bool(dice.random() < 0.5))
        case _:
            return _talk(half, dice)


def _talk(half: str, dice: np.random.Generator) -> Sound:
    sayings = Sayings.read(half)
    parts: list[Sound] = []
    while sum(part.size for part in parts) < _PIECE_MS * PER_MS:
        kind = str(dice.choice(("voicemail", "ivr")))
        language = sayings.language(dice, kind)
        voice = sayings.voice(dice, language)
        parts += [sounds.speech(sayings.text(dice, language, kind), voice, 170), sounds.silence(400)]
    return np.concatenate(parts)[: _PIECE_MS * PER_MS]
