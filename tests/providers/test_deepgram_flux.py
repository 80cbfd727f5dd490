"""Deepgram Flux against the simulated /v2/listen."""

import asyncio
from collections.abc import AsyncIterator

import pytest_asyncio

from providers.speech.contract import HeardKind
from providers.speech.deepgram_flux import FluxRecogniser, FluxSettings
from tests.providers.recogniser_suite import Ears, LanguageSuite, RecogniserSuite, deepgram_ears, hear, said


@pytest_asyncio.fixture(scope="module")
async def vendor() -> AsyncIterator[Ears]:
    def connect(key: str, url: str) -> FluxRecogniser:
        return FluxRecogniser(FluxSettings(key, url))

    async with deepgram_ears(connect) as ears:
        yield ears


class TestFlux(RecogniserSuite, LanguageSuite):
    async def test_the_eager_end_carries_the_text_of_the_end(self, ears: Ears) -> None:
        """Requirement 63."""
        heard = await hear(ears, said(200, "Good morning to you", 800))

        kinds = [news.kind for news in heard if news.kind is not HeardKind.INTERIM]
        assert [HeardKind.STARTED, HeardKind.EAGER_END, HeardKind.ENDED] == kinds
        assert {"Good morning to you"} == {news.text for news in heard[-2:]}

    async def test_a_person_who_goes_on_resumes_the_turn(self, ears: Ears) -> None:
        heard = await hear(ears, said("I think", 350, "it is a good idea", 800))

        kinds = [news.kind for news in heard if news.kind is not HeardKind.INTERIM]
        assert [HeardKind.STARTED, HeardKind.EAGER_END, HeardKind.RESUMED] == kinds[:3]
        assert "I think it is a good idea" == heard[-1].text

    async def test_an_ear_that_is_fed_nothing_is_kept_by_silence(self, ears: Ears) -> None:
        """Requirement 21: an ear opened while it rings stays open."""
        ear = await ears.recogniser.open("en")
        async with asyncio.timeout(10):
            assert HeardKind.INTERIM is (await anext(ear.heard())).kind
        await ear.close()
