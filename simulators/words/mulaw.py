"""µ-law (ITU-T G.711) to linear samples and back, by table. Mono, 8 kHz, one byte a sample."""

import numpy as np
from numpy.typing import NDArray

SAMPLES_PER_MS = 8
SILENCE_BYTE = 0xFF

_BIAS = 132
_CLIP = 32635


def _encoding_table() -> NDArray[np.uint8]:
    """The µ-law byte of every 16-bit sample, indexed by the sample's unsigned bit pattern."""
    sample = np.arange(65536, dtype=np.uint16).view(np.int16).astype(np.int32)
    magnitude = np.minimum(np.abs(sample), _CLIP) + _BIAS
    exponent = np.floor(np.log2(magnitude)).astype(np.int32) - 7
    mantissa = (magnitude >> (exponent + 3)) & 0x0F
    sign = np.where(sample < 0, 0x80, 0)
    return np.asarray(~(sign | (exponent << 4) | mantissa) & 0xFF, np.uint8)


def _decoding_table() -> NDArray[np.float32]:
    code = ~np.arange(256, dtype=np.int32) & 0xFF
    magnitude = ((((code & 0x0F) << 3) + _BIAS) << ((code & 0x70) >> 4)) - _BIAS
    return np.where(code & 0x80, -magnitude, magnitude).astype(np.float32)


_BYTE_OF_SAMPLE = _encoding_table()
_SAMPLE_OF_BYTE = _decoding_table()


def encode(samples: NDArray[np.floating] | NDArray[np.int16]) -> bytes:
    """µ-law bytes of linear samples on the 16-bit scale; louder ones are clipped."""
    whole = np.clip(np.rint(samples), -32768, 32767).astype(np.int16)
    return _BYTE_OF_SAMPLE[whole.view(np.uint16)].tobytes()


def decode(mulaw: bytes) -> NDArray[np.float32]:
    """Linear samples on the 16-bit scale, one for each byte."""
    return _SAMPLE_OF_BYTE[np.frombuffer(mulaw, dtype=np.uint8)]
