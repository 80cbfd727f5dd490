"""Deepgram Aura against the simulated /v1/speak."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from providers.errors import CredentialsRefused, ProviderRefused
from providers.speech.deepgram_aura import AuraSettings, AuraSynthesiser
from simulators import speech_synthesis
from simulators.ordered_faults import Fault
from tests.providers.synthesiser_suite import SynthesiserSuite, Voices, audio_of, voices_of, words_in


@pytest_asyncio.fixture(scope="module")
async def vendor() -> AsyncIterator[Voices]:
    def connect(key: str, url: str) -> AuraSynthesiser:
        return AuraSynthesiser(AuraSettings(key, url))

    async with voices_of(
        speech_synthesis.aura_routes,
        connect,
        model="aura-2",
        unknown_voice="somebody",
        service="deepgram.speak",
    ) as voices:
        yield voices


class TestAura(SynthesiserSuite):
    async def test_a_voice_speaks_its_own_language(self, voices: Voices) -> None:
        spanish = replace(voices.request, text="Buenos días, ¿cómo está usted?", voice="aura-2-celeste-es")
        assert spanish.text == words_in(await audio_of(voices.synthesiser, spanish))

    async def test_text_that_is_too_long_is_refused(self, voices: Voices) -> None:
        with pytest.raises(ProviderRefused) as refused:
            await audio_of(voices.synthesiser, replace(voices.request, text="word " * 500))
        assert "413" == refused.value.code

    async def test_an_account_without_credit_is_told_from_a_bad_request(self, voices: Voices) -> None:
        voices.faults.add(Fault("deepgram.speak", "402"))
        with pytest.raises(CredentialsRefused):
            await audio_of(voices.synthesiser, voices.request)
