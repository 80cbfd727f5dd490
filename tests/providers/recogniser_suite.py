"""What every recogniser must do, proved against a simulated vendor that reads the words from the audio it receives.

A recogniser's own test file inherits RecogniserSuite and offers a fixture `vendor`.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from providers.errors import CredentialsRefused, ProviderError, ProviderThrottled, ProviderUnavailable
from providers.speech.contract import Heard, HeardKind, Recogniser, Recognition
from simulators import speech_recognition
from simulators.ordered_faults import Fault, Faults
from simulators.vendor_journal import Journal
from simulators.words import sounds
from simulators.words.voice import Mouth, Voice
from tests.simulators.loopback import serving

VOICE = Voice()
FRAME_BYTES = 160
LIMIT_SECONDS = 10


@dataclass(frozen=True)
class Ears:
    """A simulated vendor and the adapters under test."""

    recogniser: Recogniser
    stranger: Recogniser  # has a wrong key
    unreachable: Recogniser  # nothing listens where it asks
    faults: Faults
    service: str  # the vendor's name in faults


KEY = "deepgram-key"


@asynccontextmanager
async def deepgram_ears(connect: Callable[[str, str], Recogniser]) -> AsyncIterator[Ears]:
    """Deepgram's two listening sockets; connect makes an adapter from a key and an address."""
    faults = Faults()
    async with serving(speech_recognition.routes(KEY, faults, Journal())) as host:
        yield Ears(
            recogniser=connect(KEY, f"ws://{host}"),
            stranger=connect("stolen", f"ws://{host}"),
            unreachable=connect(KEY, "ws://127.0.0.1:9"),
            faults=faults,
            service="deepgram",
        )


def said(*parts: str | int) -> bytes:
    """Sentences with pauses (ms) between them, in one stream."""
    mouth = Mouth(VOICE)
    return b"".join(
        mouth.say(part).mulaw if isinstance(part, str) else sounds.silence(part) for part in parts
    )


def feed(ear: Recognition, audio: bytes) -> None:
    """The audio in frames of 20 ms, faster than real time."""
    for start in range(0, len(audio), FRAME_BYTES):
        ear.feed(audio[start : start + FRAME_BYTES])


async def heard_until(
    ear: Recognition, kind: HeardKind, times: int = 1, limit_seconds: float = LIMIT_SECONDS
) -> list[Heard]:
    """The news until this kind came so often; fails with TimeoutError when it does not come in time."""
    heard: list[Heard] = []
    async with asyncio.timeout(limit_seconds):
        async for news in ear.heard():
            heard.append(news)
            if sum(each.kind is kind for each in heard) == times:
                break
    return heard


async def hear(ears: Ears, audio: bytes, ends: int = 1) -> list[Heard]:
    """What a fresh ear makes of this audio, until so many turns have ended."""
    ear = await ears.recogniser.open("en")
    feed(ear, audio)
    heard = await heard_until(ear, HeardKind.ENDED, ends)
    await ear.close()
    return heard


def ends_of(heard: list[Heard]) -> list[str]:
    return [news.text for news in heard if news.kind is HeardKind.ENDED]


class RecogniserSuite:
    """A turn starts with its first words, grows, and ends once with all of them."""

    @pytest.fixture
    def ears(self, vendor: Ears) -> Ears:
        vendor.faults.clear()
        return vendor

    async def test_a_turn_is_told_from_the_audio(self, ears: Ears) -> None:
        """Requirement 62."""
        heard = [news for news in await hear(ears, said(200, "Good morning to you", 1500)) if news.text]

        assert HeardKind.STARTED is heard[0].kind
        assert Heard(HeardKind.ENDED, "Good morning to you") == heard[-1]
        assert all("Good morning to you".startswith(news.text) for news in heard)

    async def test_one_turn_starts_once_and_grows(self, ears: Ears) -> None:
        heard = await hear(ears, said("one two three four five six seven eight nine ten", 1500))

        starts = [news for news in heard if news.kind is HeardKind.STARTED]
        assert 1 == len(starts)
        lengths = [len(news.text) for news in heard if news.text]
        assert sorted(lengths) == lengths

    async def test_each_turn_has_its_own_words(self, ears: Ears) -> None:
        heard = await hear(ears, said("Good morning", 1800, "Who is this?", 1800), ends=2)

        assert ["Good morning", "Who is this?"] == ends_of(heard)

    async def test_an_end_is_told_once_however_long_the_silence(self, ears: Ears) -> None:
        """A slower signal for an end that was already told changes nothing."""
        heard = await hear(ears, said("Good morning", 4000, "Goodbye", 4000), ends=2)

        assert ["Good morning", "Goodbye"] == ends_of(heard)

    async def test_an_ear_that_is_fed_nothing_hears_silence(self, ears: Ears) -> None:
        """A carrier that stops sending frames must not leave a turn open."""
        assert ["Good morning"] == ends_of(await hear(ears, said("Good morning")))

    async def test_a_turn_can_be_ended_from_here(self, ears: Ears) -> None:
        ear = await ears.recogniser.open("en")
        feed(ear, said("Good morning", 100))
        ear.finalize()
        first = await heard_until(ear, HeardKind.ENDED)
        feed(ear, said(3000, "Goodbye", 1500))
        second = await heard_until(ear, HeardKind.ENDED)
        await ear.close()

        assert (["Good morning"], ["Goodbye"]) == (ends_of(first), ends_of(second))

    @pytest.mark.parametrize("sound", [sounds.beep(1000, 1500), sounds.comfort_noise(1500)])
    async def test_sounds_without_words_say_nothing(self, ears: Ears, sound: bytes) -> None:
        heard = await hear(ears, sound + said(1500, "Hello?", 1500))

        assert ["Hello?"] == [text for text in ends_of(heard) if text]
        assert all("Hello?".startswith(news.text) for news in heard)

    async def test_a_closed_ear_takes_no_harm(self, ears: Ears) -> None:
        ear = await ears.recogniser.open("en")
        await ear.close()
        ear.feed(sounds.silence(20))
        ear.finalize()
        await ear.close()

    @pytest.mark.parametrize(
        "kind, error",
        [
            ("401", CredentialsRefused),
            ("403", CredentialsRefused),
            ("429", ProviderThrottled),
            ("503", ProviderUnavailable),
        ],
    )
    async def test_a_refused_ear_says_why(self, ears: Ears, kind: str, error: type[ProviderError]) -> None:
        ears.faults.add(Fault(ears.service, kind))
        with pytest.raises(error):
            await ears.recogniser.open("en")

    async def test_a_wrong_key_is_refused(self, ears: Ears) -> None:
        with pytest.raises(CredentialsRefused):
            await ears.stranger.open("en")

    async def test_a_service_that_is_not_there_is_unavailable(self, ears: Ears) -> None:
        with pytest.raises(ProviderUnavailable):
            await ears.unreachable.open("en")

    async def test_an_ear_that_breaks_in_mid_turn_says_so(self, ears: Ears) -> None:
        ears.faults.add(Fault(ears.service, "close"))
        ear = await ears.recogniser.open("en")
        feed(ear, said("Good morning", 1500))
        with pytest.raises(ProviderUnavailable):
            await heard_until(ear, HeardKind.ENDED)
        await ear.close()


SPANISH = "Me gusta mucho hablar con ustedes"
ENGLISH = "I like to talk to you very much"


class LanguageSuite:
    """Ears that know several languages tell which one a whole turn was in."""

    @pytest.mark.parametrize(
        "language", ["es-MX", "de-AT", "fr-BE", "fr-CA", "pt-BR", "hi-IN", "en-IE", "ja"]
    )
    async def test_a_language_is_heard_whatever_its_region(self, ears: Ears, language: str) -> None:
        """Vendors list few regions, and refuse the others."""
        for others in ((), ("en",)) if not language.startswith("en") else ((),):
            ear = await ears.recogniser.open(language, *others)
            feed(ear, said("Me gusta mucho", 1500))
            assert ["Me gusta mucho"] == ends_of(await heard_until(ear, HeardKind.ENDED))
            await ear.close()

    @pytest.mark.parametrize(
        "sentence, language",
        [
            (SPANISH, "es"),
            (ENGLISH, "en"),
            (f"{ENGLISH} {SPANISH}", None),
            ("Ich habe heute nicht sehr viel Zeit", "de"),
        ],
        ids=["Spanish", "English", "mixed", "German"],
    )
    async def test_the_language_of_a_whole_turn_is_told(
        self, ears: Ears, sentence: str, language: str | None
    ) -> None:
        """Requirement 215."""
        ear = await ears.recogniser.open("en-US", "es-MX", "de")
        feed(ear, said(sentence, 1500))
        heard = await heard_until(ear, HeardKind.ENDED)
        await ear.close()
        assert (sentence, language) == (heard[-1].text, heard[-1].language)

    async def test_every_turn_has_its_own_language(self, ears: Ears) -> None:
        ear = await ears.recogniser.open("en", "es")
        feed(ear, said(SPANISH, 1500, ENGLISH, 1500))
        heard = await heard_until(ear, HeardKind.ENDED, times=2)
        await ear.close()
        assert ["es", "en"] == [news.language for news in heard if news.kind is HeardKind.ENDED]

    async def test_an_ear_of_one_language_tells_none(self, ears: Ears) -> None:
        assert {None} == {news.language for news in await hear(ears, said(ENGLISH, 1500))}
