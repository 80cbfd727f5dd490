"""What every synthesiser must do, proved against a simulated vendor whose audio carries its words.

A synthesiser's own test file inherits SynthesiserSuite and offers a fixture `vendor`.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import pytest
from starlette.routing import BaseRoute

from providers.errors import (
    CredentialsRefused,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
)
from providers.speech.contract import SpeechRequest, Synthesiser
from simulators.clock import now_ms
from simulators.ordered_faults import Fault, Faults
from simulators.speech_synthesis import SynthesisTiming
from simulators.vendor_journal import Journal
from simulators.words import sounds
from simulators.words.ear import Ear
from tests.providers.vendor import NOWHERE, Vendor
from tests.simulators.loopback import serving, until

KEY = "voice-key"
QUICK = SynthesisTiming(first_byte_ms=20, factor=100.0)
REAL_TIME = SynthesisTiming(first_byte_ms=0, factor=1.0)
SENTENCE = "Good morning, how are you? Do you have two minutes?"


@dataclass(frozen=True, kw_only=True)
class Voices(Vendor):
    """A simulated vendor and the adapters under test."""

    synthesiser: Synthesiser
    leisurely: Synthesiser  # its vendor speaks no faster than one can listen
    stranger: Synthesiser  # has a wrong key
    unreachable: Synthesiser  # nothing listens where it asks
    request: SpeechRequest  # asks for SENTENCE
    unknown_voice: str


Offer = Callable[[str, Faults, Journal, SynthesisTiming], list[BaseRoute]]
"""A vendor's routes for whoever knows this key."""


@asynccontextmanager
async def voices_of(
    offer: Offer,
    connect: Callable[[str, str], Synthesiser],
    *,
    model: str,
    unknown_voice: str,
    service: str,
) -> AsyncIterator[Voices]:
    """A vendor twice, quick and in real time; connect makes an adapter from a key and an address."""
    faults, journal = Faults(), Journal()
    async with (
        serving(offer(KEY, faults, journal, QUICK)) as host,
        serving(offer(KEY, faults, journal, REAL_TIME)) as slow_host,
    ):
        voices = Voices(
            synthesiser=connect(KEY, f"http://{host}"),
            leisurely=connect(KEY, f"http://{slow_host}"),
            stranger=connect("stolen", f"http://{host}"),
            unreachable=connect(KEY, NOWHERE),
            request=SpeechRequest(SENTENCE, "default", model),
            unknown_voice=unknown_voice,
            faults=faults,
            journal=journal,
            service=service,
        )
        yield voices
        for synthesiser in (voices.synthesiser, voices.leisurely, voices.stranger, voices.unreachable):
            await synthesiser.close()


async def audio_of(synthesiser: Synthesiser, request: SpeechRequest) -> bytes:
    return b"".join([piece async for piece in synthesiser.speak(request)])


def words_in(audio: bytes) -> str:
    return " ".join(word.text for word in Ear().feed(audio + sounds.silence(400)))


class SynthesiserSuite:
    """Text goes out as µ-law whose words can be heard, and every failure has our name for it."""

    @pytest.fixture
    def voices(self, vendor: Voices) -> Voices:
        vendor.faults.clear()
        return replace(vendor, since_ms=now_ms())

    async def test_speech_comes_as_mu_law_that_carries_its_words(self, voices: Voices) -> None:
        """Requirement 65."""
        assert SENTENCE == words_in(await audio_of(voices.synthesiser, voices.request))

    async def test_audio_begins_with_speech_and_not_with_a_file_header(self, voices: Voices) -> None:
        """A WAV header in µ-law is heard as a click."""
        assert b"RIFF" not in await audio_of(voices.synthesiser, voices.request)

    async def test_audio_comes_while_the_rest_is_being_made(self, voices: Voices) -> None:
        speaking = voices.leisurely.speak(voices.request)
        assert await anext(speaking)
        assert "Finished" not in voices.events()
        await speaking.aclose()  # type: ignore[attr-defined]

    async def test_speech_that_is_given_up_is_not_made(self, voices: Voices) -> None:
        """A barge-in costs no further characters."""
        speaking = voices.leisurely.speak(voices.request)
        await anext(speaking)
        await speaking.aclose()  # type: ignore[attr-defined]
        await until(lambda: "Cancelled" in voices.events())
        assert "Finished" not in voices.events()

    async def test_a_warm_connection_is_used(self, voices: Voices) -> None:
        await voices.synthesiser.warm()
        assert await audio_of(voices.synthesiser, voices.request)

    async def test_warming_never_fails(self, voices: Voices) -> None:
        await voices.unreachable.warm()

    @pytest.mark.parametrize(
        "kind, error",
        [
            ("401", CredentialsRefused),
            ("429", ProviderThrottled),
            ("500", ProviderUnavailable),
            ("503", ProviderUnavailable),
            ("close", ProviderUnavailable),
            ("empty", ProviderUnavailable),
        ],
    )
    async def test_refused_speech_says_why(
        self, voices: Voices, kind: str, error: type[ProviderError]
    ) -> None:
        voices.faults.add(Fault(voices.service, kind))
        with pytest.raises(error):
            await audio_of(voices.synthesiser, voices.request)

    async def test_a_wrong_key_is_refused(self, voices: Voices) -> None:
        with pytest.raises(CredentialsRefused):
            await audio_of(voices.stranger, voices.request)

    async def test_an_unknown_voice_is_refused_for_good(self, voices: Voices) -> None:
        with pytest.raises(ProviderRefused) as refused:
            await audio_of(voices.synthesiser, replace(voices.request, voice=voices.unknown_voice))
        assert not isinstance(refused.value, CredentialsRefused)

    async def test_a_service_that_is_not_there_is_unavailable(self, voices: Voices) -> None:
        with pytest.raises(ProviderUnavailable):
            await audio_of(voices.unreachable, voices.request)
