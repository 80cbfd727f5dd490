"""The far end's ear for keys: each one once, at any place in the stream, and none where nobody presses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.audio.dtmf import KEYS, tones
from simulators.language_model.menus import key_to_a_person
from simulators.phone_network.dtmf_ear import KeyEar
from simulators.words import sounds

FRAME_BYTES = 160


def heard(audio: bytes) -> str:
    ear = KeyEar()
    return "".join(
        ear.feed(audio[start : start + FRAME_BYTES]) for start in range(0, len(audio), FRAME_BYTES)
    )


@given(st.text(KEYS, max_size=8), st.integers(0, FRAME_BYTES - 1))
def test_every_key_is_heard_once(keys: str, offset: int) -> None:
    assert keys == heard(b"\xff" * offset + tones(keys) + b"\xff" * FRAME_BYTES)


@pytest.mark.parametrize("audio", [sounds.silence(500), sounds.beep(941, 500), sounds.beep(1_000, 500)])
def test_what_is_no_key_is_none(audio: bytes) -> None:
    assert "" == heard(audio)


@pytest.mark.parametrize(
    ("menu", "key"),
    [
        ("For sales, press one. For support, press two. To speak to an operator, press zero.", "0"),
        ("Press 1 for sales; for anything else press 3.", "3"),
        ("For orders, press four. For returns, press five.", "5"),
        ("To reach reception press the star key", "*"),
        ("Welcome to Northern Supplies.", ""),
    ],
)
def test_the_key_that_leads_to_a_person(menu: str, key: str) -> None:
    assert key == key_to_a_person(menu)
