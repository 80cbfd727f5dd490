"""The voice and model clients against the simulated vendors: what they send, understand and make of failures."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from providers.errors import CredentialsRefused, ProviderError, ProviderThrottled, ProviderUnavailable
from providers.language_models.contract import Line, ReplyRequest, Role, TextPiece, ToolRequest
from providers.language_models.openai import OpenAIModel, OpenAISettings
from providers.speech.contract import SpeechRequest
from providers.speech.elevenlabs import ElevenLabsSettings, ElevenLabsSynthesiser
from simulators.faults import Fault
from simulators.serving import ServedWorld, serve_world
from simulators.settings import Credentials, WorldSettings
from simulators.words import sounds
from simulators.words.ear import Ear

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
