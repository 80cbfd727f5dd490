"""The speech and model clients against the simulated vendors: what they send, understand and make of failures."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from providers.errors import CredentialsRefused, ProviderError, ProviderThrottled, ProviderUnavailable
from providers.language_models.contract import Line, ReplyRequest, Role, TextPiece, ToolRequest
from providers.language_models.openai import OpenAIModel, OpenAISettings
from providers.speech.contract import Heard, HeardKind, SpeechRequest
from providers.speech.deepgram import FluxRecogniser, FluxRecognition, FluxSettings
from providers.speech.elevenlabs import ElevenLabsSettings, ElevenLabsSynthesiser
from simulators.faults import Fault
from simulators.serving import ServedWorld, serve_world
from simulators.settings import Credentials, WorldSettings
from simulators.words import sounds
from simulators.words.ear import Ear
from simulators.words.voice import Voice

KEYS = Credentials()
SPEECH = SpeechRequest("Good morning, how are you?", "default", "eleven_flash_v2_5")


@pytest_asyncio.fixture(scope="module")
async def world() -> AsyncIterator[ServedWorld]:
    async with serve_world(WorldSettings()) as served:
        yield served


@pytest_asyncio.fixture
async def synthesiser(world: ServedWorld) -> AsyncIterator[ElevenLabsSynthesiser]:
    opened = ElevenLabsSynthesiser(ElevenLabsSettings(KEYS.elevenlabs_api_key, world.base_url))
    yield opened
    await opened.close()
    world.faults.clear()


@pytest_asyncio.fixture
async def model(world: ServedWorld) -> AsyncIterator[OpenAIModel]:
    opened = OpenAIModel(OpenAISettings(KEYS.openai_api_key, f"{world.base_url}/v1"))
    yield opened
    await opened.close()
    world.faults.clear()


def recogniser(world: ServedWorld, key: str = KEYS.deepgram_api_key) -> FluxRecogniser:
    return FluxRecogniser(FluxSettings(key, world.base_url.replace("http", "ws")))


async def test_flux_tells_the_turn_from_the_audio(world: ServedWorld) -> None:
    """Requirement 63: the eager end carries the text of the end."""
    ear = await recogniser(world).open("en")
    audio = sounds.silence(200) + Voice().say("Good morning to you").mulaw + sounds.silence(800)
    for start in range(0, len(audio), 160):
        ear.feed(audio[start : start + 160])
    heard: list[Heard] = []
    async with asyncio.timeout(10):
        async for news in ear.heard():
            heard.append(news)
            if news.kind is HeardKind.ENDED:
                break
    await ear.close()
    kinds = [news.kind for news in heard if news.kind is not HeardKind.INTERIM]
    assert kinds == [HeardKind.STARTED, HeardKind.EAGER_END, HeardKind.ENDED]
    assert {news.text for news in heard[-2:]} == {"Good morning to you"}


async def test_a_recogniser_that_hears_nothing_is_kept_by_silence(world: ServedWorld) -> None:
    """Requirement 21: an ear opened while it rings stays open."""
    ear = await recogniser(world).open("en")
    async with asyncio.timeout(10):
        assert (await anext(ear.heard())).kind is HeardKind.INTERIM
    await ear.close()


@pytest.mark.parametrize(
    ("kind", "error"), [("401", CredentialsRefused), ("429", ProviderThrottled), ("503", ProviderUnavailable)]
)
async def test_a_refused_ear_says_why(world: ServedWorld, kind: str, error: type[ProviderError]) -> None:
    world.faults.add(Fault("deepgram", kind))
    with pytest.raises(error):
        await recogniser(world).open("en")


async def test_a_wrong_key_is_refused(world: ServedWorld) -> None:
    with pytest.raises(CredentialsRefused):
        await recogniser(world, "wrong").open("en")


async def test_an_ear_that_is_closed_by_the_service_is_unavailable(world: ServedWorld) -> None:
    world.faults.add(Fault("deepgram", "close"))
    ear = await recogniser(world).open("en")
    ear.feed(Voice().say("Good morning").mulaw)
    with pytest.raises(ProviderUnavailable):
        await asyncio.wait_for(all_news(ear), 10)
    await ear.close()


async def all_news(ear: FluxRecognition) -> list[Heard]:
    return [news async for news in ear.heard()]


async def test_speech_comes_as_mu_law_that_carries_its_words(synthesiser: ElevenLabsSynthesiser) -> None:
    """Requirement 65."""
    audio = b"".join([piece async for piece in synthesiser.speak(SPEECH)])
    words = [word.text for word in Ear().feed(audio + sounds.silence(400))]
    assert " ".join(words) == SPEECH.text


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("401", CredentialsRefused),
        ("429", ProviderThrottled),
        ("500", ProviderUnavailable),
        ("close", ProviderUnavailable),
    ],
)
async def test_refused_speech_says_why(
    world: ServedWorld, synthesiser: ElevenLabsSynthesiser, kind: str, error: type[ProviderError]
) -> None:
    world.faults.add(Fault("elevenlabs", kind))
    with pytest.raises(error):
        async for _ in synthesiser.speak(SPEECH):
            pass


def asked(*lines: Line) -> ReplyRequest:
    return ReplyRequest(
        "gpt-4o-mini", (Line(Role.SYSTEM, "Questions:\n1. How are you?\n\nClosing: Goodbye.\n"), *lines)
    )


async def test_a_reply_streams_in_pieces(model: OpenAIModel) -> None:
    """Requirement 68."""
    pieces = [piece async for piece in model.reply(asked(Line(Role.PERSON, "Hello?")))]
    text = "".join(piece.text for piece in pieces if isinstance(piece, TextPiece))
    assert len(pieces) > 2
    assert "How are you?" in text
    assert not [piece for piece in pieces if isinstance(piece, ToolRequest)]


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("401", CredentialsRefused),
        ("429", ProviderThrottled),
        ("insufficient_quota", CredentialsRefused),
        ("500", ProviderUnavailable),
        ("eof", ProviderUnavailable),
        ("close", ProviderUnavailable),
        ("error", ProviderUnavailable),
    ],
)
async def test_a_reply_that_fails_says_why(
    world: ServedWorld, model: OpenAIModel, kind: str, error: type[ProviderError]
) -> None:
    world.faults.add(Fault("openai", kind))
    with pytest.raises(error):
        async for _ in model.reply(asked(Line(Role.PERSON, "Hello?"))):
            pass
