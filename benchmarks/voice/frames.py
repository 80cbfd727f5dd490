"""Audio that carries its own number, so that every frame is known wherever it turns up. µ-law, mono, 8 kHz, 20 ms.

A frame of 160 bytes begins with a mark and eleven digits of sixteen levels: who speaks (24 bits) and the frame's place
in that speech (20 bits). Mark and digits are quieter than any voice; what follows is silence, or noise as loud as speech.
No level of one kind occurs in another, so a frame is found again in any repacking, and in PCM as well.
"""

import random
from collections.abc import Iterator
from typing import Final

import numpy as np

from media.audio.voice_activity import LINEAR

FRAME_BYTES: Final = 160
FRAME_SECONDS: Final = 0.02

_MARK: Final = b"\xee\x6e"
_DIGITS: Final = 11
_HEAD: Final = len(_MARK) + _DIGITS
_LEVELS: Final = bytes(range(0xFF, 0xEF, -1))  # µ-law 0 to 120 of 32,768
_HEX: Final = b"0123456789abcdef"
_TO_LEVELS: Final = bytes.maketrans(_HEX, _LEVELS)
_TO_HEX: Final = bytes.maketrans(_LEVELS, _HEX)
_LOUD_CODES: Final = (*range(0xA0, 0xC0), *range(0x20, 0x40))
_QUIET: Final = b"\xff" * (FRAME_BYTES - _HEAD)


def _noise() -> bytes:
    dice = random.Random(8)
    return bytes(dice.choice(_LOUD_CODES) for _ in range(FRAME_BYTES - _HEAD))


_LOUD: Final = _noise()
_MULAW: Final = np.full(65_536, 0xFF, np.uint8)
_MULAW[LINEAR.view(np.uint16)] = np.arange(256, dtype=np.uint8)
_MULAW[0] = 0xFF  # µ-law has two codes for zero


def frame(source: int, number: int, *, loud: bool) -> bytes:
    """20 ms of this source's audio."""
    digits = b"%06x%05x" % (source, number)
    return _MARK + digits.translate(_TO_LEVELS) + (_LOUD if loud else _QUIET)


def speech(source: int, frames: int) -> bytes:
    """An utterance of so many frames, numbered from 0."""
    return b"".join(frame(source, number, loud=True) for number in range(frames))


def numbers_in(audio: bytes) -> tuple[list[tuple[int, int]], bytes]:
    """The (source, number) of every frame that begins in this audio; and the tail, to be put before the next audio."""
    if len(audio) == FRAME_BYTES and audio.startswith(_MARK):
        return [_read(audio, 0)], b""
    found = list(_places(audio))
    numbers = [_read(audio, place) for place in found if place + _HEAD <= len(audio)]
    if found and found[-1] + _HEAD > len(audio):
        return numbers, audio[found[-1] :]
    return numbers, audio[-1:] if audio.endswith(_MARK[:1]) else b""


def to_pcm(mulaw: bytes) -> bytes:
    """The same audio as 16-bit little-endian samples."""
    pcm: bytes = LINEAR[np.frombuffer(mulaw, np.uint8)].astype("<i2").tobytes()
    return pcm


def from_pcm(pcm: bytes) -> bytes:
    """The µ-law of 16-bit little-endian samples that were µ-law before; anything else becomes silence."""
    mulaw: bytes = _MULAW[np.frombuffer(pcm, "<u2")].tobytes()
    return mulaw


def _places(audio: bytes) -> Iterator[int]:
    place = audio.find(_MARK)
    while place >= 0:
        yield place
        place = audio.find(_MARK, place + _HEAD)


def _read(audio: bytes, place: int) -> tuple[int, int]:
    digits = audio[place + len(_MARK) : place + _HEAD].translate(_TO_HEX)
    return int(digits[:6], 16), int(digits[6:], 16)
