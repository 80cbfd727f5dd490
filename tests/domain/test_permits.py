"""Which permits a call needs, and how a wait for one is told."""

from itertools import product

import pytest

from domain.conversations import Engine, RecogniserName
from domain.permits import (
    HELD_VENDOR,
    LINE,
    PERMITS,
    Permit,
    PermitKind,
    SpeechProvider,
    recogniser_of,
    synthesiser_of,
    waits_for_text,
)


@pytest.mark.parametrize(
    "recogniser, engine, provider",
    [
        (RecogniserName.FLUX, Engine.CASCADE, SpeechProvider.DEEPGRAM),
        (RecogniserName.NOVA, Engine.CASCADE, SpeechProvider.DEEPGRAM),
        (RecogniserName.OPENAI, Engine.CASCADE, SpeechProvider.OPENAI),
        (RecogniserName.FLUX, Engine.REALTIME, SpeechProvider.OPENAI),
    ],
)
def test_ears_tell_whose_sockets_a_call_opens(
    recogniser: RecogniserName, engine: Engine, provider: SpeechProvider
) -> None:
    assert provider is recogniser_of(recogniser, engine)


@pytest.mark.parametrize(
    "voice_model, provider",
    [
        ("eleven_flash_v2_5", SpeechProvider.ELEVENLABS),
        ("aura-2", SpeechProvider.DEEPGRAM),
        ("anything", SpeechProvider.ELEVENLABS),
    ],
)
def test_a_voices_model_tells_whose_it_is(voice_model: str, provider: SpeechProvider) -> None:
    assert provider is synthesiser_of(voice_model)


def test_every_permit_that_an_agent_may_need_can_be_limited() -> None:
    needed = {Permit(PermitKind.RECOGNISER, recogniser_of(*pair)) for pair in product(RecogniserName, Engine)}
    needed |= {Permit(PermitKind.SYNTHESISER, synthesiser_of(model)) for model in ("eleven", "aura")}
    assert set(PERMITS) == needed


def test_a_wait_is_told_in_words() -> None:
    assert "waits for a free line" == waits_for_text(LINE)
    [first, *_] = PERMITS
    assert "waits for a recogniser permit: all of deepgram's are in use" == waits_for_text(first.name)
    for work, named in (("model", "language model"), ("recogniser", "recogniser"), ("synthesiser", "voice")):
        assert f"waits for the {named} openai" == waits_for_text(f"{HELD_VENDOR}/{work}/openai")
