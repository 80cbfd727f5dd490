"""Keys as tones: heard by a decoder of its own, and by nobody as a beep."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from media.audio.dtmf import KEYS, tones
from media.audio.line_sounds import Tone
from media.audio.tones import LineSounds
from media.audio.voice_activity import FRAME_BYTES
from simulators.words import mulaw

ROWS, COLUMNS = (697, 770, 852, 941), (1_209, 1_336, 1_477, 1_633)


def strength(samples: NDArray[np.float64], hertz: int) -> float:
    """How much of this frequency there is (Goertzel)."""
    wave = np.exp(-2j * np.pi * hertz * np.arange(len(samples)) / 8_000)
    return float(abs(samples @ wave) / len(samples))


def decoded(audio: bytes) -> str:
    """The keys in the sound, each from 100 ms with 80 ms of silence after it."""
    keys = ""
    for start in range(0, len(audio), 1_440):
        sound = mulaw.decode(audio[start : start + 800]).astype(float)
        silence = mulaw.decode(audio[start + 800 : start + 1_440])
        assert not np.abs(silence).max() > 10
        low, high = ([strength(sound, hertz) for hertz in group] for group in (ROWS, COLUMNS))
        for group in (low, high):
            first, second = sorted(group)[:-3:-1]
            assert first > 8 * second
        assert 0.5 < max(low) / max(high) < 1.0
        keys += KEYS[4 * int(np.argmax(low)) + int(np.argmax(high))]
    return keys


@given(st.text(KEYS, max_size=12))
def test_every_key_is_decoded(keys: str) -> None:
    audio = tones(keys)
    assert keys == decoded(audio)
    assert 180 * 8 * len(keys) == len(audio)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_loud_but_not_clipped(key: str) -> None:
    peak = np.abs(mulaw.decode(tones(key)).astype(int)).max()
    assert 10_000 < peak < 20_000


def test_keys_are_no_beep() -> None:
    sounds, audio = LineSounds(), tones("0123456789*#") + b"\xff" * 8_000
    events = [
        event
        for at in range(0, len(audio), FRAME_BYTES)
        for event in sounds.frame(audio[at : at + FRAME_BYTES])
    ]
    assert [] == [event for event in events if isinstance(event, Tone)]


def test_what_is_no_key_is_refused() -> None:
    with pytest.raises(ValueError):
        tones("1x")
