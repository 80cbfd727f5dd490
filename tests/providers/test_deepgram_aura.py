"""Deepgram Aura against the simulated /v1/speak."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from providers.errors import ProviderRefused
from providers.speech.contract import SpeechRequest
from providers.speech.deepgram_aura import AuraSettings, AuraSynthesiser
from simulators import speech_synthesis
from simulators.faults import Faults
from simulators.journal import Journal
from tests.providers.synthesiser_suite import (
    QUICK,
    REAL_TIME,
    SENTENCE,
    SynthesiserSuite,
    Voices,
    audio_of,
    closing,
    words_in,
)
from tests.simulators.loopback import serving

KEY = "deepgram-key"
NOWHERE = "http://127.0.0.1:9"


@pytest_asyncio.fixture(scope="module")
async def vendor() -> AsyncIterator[Voices]:
    faults, journal = Faults(), Journal()
    async with (
        serving(speech_synthesis.aura_routes(KEY, faults, journal, QUICK)) as quick,
        serving(speech_synthesis.aura_routes(KEY, faults, journal, REAL_TIME)) as slow,
    ):
        voices = Voices(
            synthesiser=AuraSynthesiser(AuraSettings(KEY, f"http://{quick}")),
            leisurely=AuraSynthesiser(AuraSettings(KEY, f"http://{slow}")),
            stranger=AuraSynthesiser(AuraSettings("stolen", f"http://{quick}")),
            unreachable=AuraSynthesiser(AuraSettings(KEY, NOWHERE)),
            request=SpeechRequest(SENTENCE, "default", "aura-2"),
            unknown_voice="somebody",
            faults=faults,
            journal=journal,
            service="deepgram.speak",
        )
        async with closing(voices.synthesiser, voices.leisurely, voices.stranger, voices.unreachable):
            yield voices


class TestAura(SynthesiserSuite):
    async def test_a_voice_speaks_its_own_language(self, voices: Voices) -> None:
        spanish = replace(voices.request, text="Buenos días, ¿cómo está usted?", voice="aura-2-celeste-es")
        assert spanish.text == words_in(await audio_of(voices.synthesiser, spanish))

    async def test_text_that_is_too_long_is_refused(self, voices: Voices) -> None:
        with pytest.raises(ProviderRefused) as refused:
            await audio_of(voices.synthesiser, replace(voices.request, text="word " * 500))
        assert "413" == refused.value.code
