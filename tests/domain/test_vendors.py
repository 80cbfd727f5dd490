"""Which vendors an agent cannot do without."""

from itertools import product

import pytest

from domain.conversations import Backup, Engine, RecogniserName
from domain.permits import HELD_VENDOR, waits_for_text
from domain.vendors import VENDORS, relied_on

DEFAULT = ["model/openai", "recogniser/deepgram", "synthesiser/elevenlabs"]


@pytest.mark.parametrize(
    "engine, backup, expected",
    [
        (Engine.CASCADE, Backup(), DEFAULT),
        (Engine.CASCADE, Backup(model="claude-haiku-4-5"), DEFAULT[1:]),
        (
            Engine.CASCADE,
            Backup(model="gpt-5-nano", recogniser=RecogniserName.NOVA, voice="a", voice_model="eleven_v3"),
            DEFAULT,
        ),
        (Engine.CASCADE, Backup(recogniser=RecogniserName.OPENAI), [DEFAULT[0], DEFAULT[2]]),
        (Engine.CASCADE, Backup(recogniser=RecogniserName.NOVA), DEFAULT),
        (Engine.CASCADE, Backup(voice="aura", voice_model="aura-2"), DEFAULT[:2]),
        (Engine.REALTIME, Backup(), DEFAULT[2:]),
    ],
)
def test_a_vendor_is_relied_on_unless_another_vendor_takes_its_place(
    engine: Engine, backup: Backup, expected: list[str]
) -> None:
    found = relied_on(
        engine=engine,
        recogniser=RecogniserName.FLUX,
        model="gpt-6-luna",
        voice_model="eleven_flash_v2_5",
        backup=backup,
    )
    assert expected == found


def test_every_vendor_that_an_agent_may_rely_on_is_named() -> None:
    found = {
        vendor
        for recogniser, model, voice_model in product(
            RecogniserName, ("gpt-6-luna", "claude"), ("eleven", "aura-2")
        )
        for vendor in relied_on(
            engine=Engine.CASCADE,
            recogniser=recogniser,
            model=model,
            voice_model=voice_model,
            backup=Backup(),
        )
    }
    assert found == set(VENDORS)


def test_a_wait_for_a_vendor_is_told_in_words() -> None:
    assert [
        "waits for the language model openai",
        "waits for the language model anthropic",
        "waits for the recogniser deepgram",
        "waits for the recogniser openai",
        "waits for the voice elevenlabs",
        "waits for the voice deepgram",
    ] == [waits_for_text(f"{HELD_VENDOR}/{vendor}") for vendor in VENDORS]
