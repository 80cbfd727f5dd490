"""A recording as a WAV: two channels (the person left, the agent right), 16 bit, 8 kHz; four bytes a sample."""

import struct
from typing import Final

from providers.recordings.segments import SAMPLES_PER_SECOND

HEADER_BYTES: Final = 44
FRAME_BYTES: Final = 4
SILENCE: Final = b"\xff"
"""One sample of silence in µ-law."""


def wav_header(samples: int) -> bytes:
    """What stands before this many samples."""
    sound = FRAME_BYTES * samples
    layout = struct.pack(
        "<HHIIHH", 1, 2, SAMPLES_PER_SECOND, FRAME_BYTES * SAMPLES_PER_SECOND, FRAME_BYTES, 16
    )
    return (
        struct.pack("<4sI4s4sI", b"RIFF", 36 + sound, b"WAVE", b"fmt ", 16)
        + layout
        + struct.pack("<4sI", b"data", sound)
    )


def wav_frames(person: bytes, agent: bytes) -> bytes:
    """Two µ-law sides of one length as the frames of a WAV."""
    frames = bytearray(FRAME_BYTES * len(person))
    for place, side in enumerate((person, agent)):
        frames[2 * place :: FRAME_BYTES] = side.translate(_LOW)
        frames[2 * place + 1 :: FRAME_BYTES] = side.translate(_HIGH)
    return bytes(frames)


def _linear(code: int) -> int:
    """ITU-T G.711: the 16-bit sample of a µ-law code."""
    code = ~code & 0xFF
    magnitude = ((((code & 15) << 3) + 132) << (code >> 4 & 7)) - 132
    return -magnitude if code & 128 else magnitude


_LOW: Final = bytes(_linear(code) & 0xFF for code in range(256))
_HIGH: Final = bytes(_linear(code) >> 8 & 0xFF for code in range(256))
