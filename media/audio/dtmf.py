"""Keys pressed by us: dual tones in the audio itself (ITU-T Q.23, Q.24). µ-law, mono, 8 kHz: 8 bytes are one millisecond.

Media streams carry no key events towards the carrier, so the far end hears what a telephone would send.
Keys that the person presses: media/engine/pressed_keys.py.
"""

from functools import cache
from typing import Final

import numpy as np

from media.audio.voice_activity import LINEAR

KEYS: Final = "123A456B789C*0#D"
_ROWS: Final = (697, 770, 852, 941)
_COLUMNS: Final = (1_209, 1_336, 1_477, 1_633)
_ON_MS: Final = 100
_OFF_MS: Final = 80
_LOW: Final = 6_500  # about -14 dBm0; the higher tone is 2 dB louder, since lines attenuate it more
_HIGH: Final = 8_200
_RATE: Final = 8_000
_ORDER: Final = np.argsort(LINEAR, kind="stable")
_SORTED: Final = LINEAR[_ORDER].astype(np.int32)


def tones(keys: str) -> bytes:
    """The sound of these keys, 100 ms each and 80 ms of silence after each. Raises ValueError for what is no key."""
    return b"".join(_tone(key) for key in keys)


@cache
def _tone(key: str) -> bytes:
    row, column = divmod(KEYS.index(key), len(_COLUMNS))
    times = np.arange(_ON_MS * _RATE // 1_000) / _RATE
    low = _LOW * np.sin(2 * np.pi * _ROWS[row] * times)
    high = _HIGH * np.sin(2 * np.pi * _COLUMNS[column] * times)
    return _encode((low + high).astype(np.int32)) + b"\xff" * (_OFF_MS * _RATE // 1_000)


def _encode(samples: "np.ndarray[tuple[int], np.dtype[np.int32]]") -> bytes:
    """The µ-law codes of the nearest values."""
    above = np.searchsorted(_SORTED, samples).clip(1, len(_SORTED) - 1)
    nearer_below = samples - _SORTED[above - 1] < _SORTED[above] - samples
    codes = _ORDER[above - nearer_below].astype(np.uint8)
    return bytes(codes)
