"""Whatever a vendor sends that cannot be read, or says of its own failure, has one of our names and ends nothing else."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import ServerConnection, serve

from domain.transcripts import WordTime
from providers.errors import MalformedMessage, ProviderRefused, ProviderUnavailable
from providers.language_models.anthropic import AnthropicModel, AnthropicSettings
from providers.language_models.contract import LanguageModel, ReplyRequest
from providers.language_models.openai import OpenAIModel, OpenAISettings
from providers.speech.contract import Recogniser, SpeechRequest
from providers.speech.deepgram_flux import FluxRecogniser, FluxSettings
from providers.speech.deepgram_nova import NovaRecogniser, NovaSettings
from providers.speech.elevenlabs import ElevenLabsSettings, ElevenLabsSynthesiser
from providers.speech.openai_transcription import TranscriptionRecogniser, TranscriptionSettings
from tests.providers.listeners import answer, events, listening
from tests.providers.model_suite import person, reply_of

ACCEPTED = '{"type": "session.updated"}'
EARS: dict[str, tuple[Callable[[str], Recogniser], tuple[str, ...]]] = {
    "flux": (lambda url: FluxRecogniser(FluxSettings("key", url)), ()),
    "nova": (lambda url: NovaRecogniser(NovaSettings("key", url)), ()),
    "openai": (lambda url: TranscriptionRecogniser(TranscriptionSettings("key", url)), (ACCEPTED,)),
}


@asynccontextmanager
async def saying(*messages: str) -> AsyncIterator[str]:
    """The address of a recogniser that says this and stays there."""
    is_over = asyncio.Event()

    async def converse(connection: ServerConnection) -> None:
        for message in messages:
            await connection.send(message)
        await is_over.wait()

    async with serve(converse, "127.0.0.1", 0) as server:
        yield f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
        is_over.set()


@pytest.mark.parametrize(
    ("name", "message", "code"),
    [
        *((name, nonsense, "") for name in EARS for nonsense in ("nonsense", "[1]", '{"type": 5}')),
        ("flux", '{"type": "Error", "code": "INTERNAL_SERVER_ERROR"}', "INTERNAL_SERVER_ERROR"),
        ("nova", '{"type": "Error", "variant": "NET-0001"}', "NET-0001"),
    ],
)
async def test_an_ear_that_says_nonsense_or_fails_has_gone_away(name: str, message: str, code: str) -> None:
    """Another takes over, or it is opened anew."""
    opened, before = EARS[name]
    async with saying(*before, message) as address, asyncio.timeout(10):
        ear = await opened(address).open("en")
        with pytest.raises(ProviderUnavailable) as gone:
            async for _ in ear.heard():
                pass
        await ear.close()
    assert code == gone.value.code


MODELS: dict[str, Callable[[str], LanguageModel]] = {
    "gpt-6-luna": lambda url: OpenAIModel(OpenAISettings("key", url)),
    "claude-haiku-4-5": lambda url: AnthropicModel(AnthropicSettings("key", url)),
}


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("nonsense", ["nonsense", "[1]", '{"choices": 5, "type": 5}'])
async def test_what_a_model_writes_is_malformed_where_it_cannot_be_read(name: str, nonsense: str) -> None:
    request = ReplyRequest(name, (person("Hello?"),))
    for says in (events(nonsense), answer(nonsense.encode(), status="200 OK")):
        async with listening(says=says) as service:
            model = MODELS[name](service.url)
            with pytest.raises(MalformedMessage):
                await (reply_of(model, request) if says.count(b"data:") else model.decide(request, "x", {}))
            await model.close()


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("body", [b"", b"<html>", b"[1]", b'{"error": null}', b'{"error": {"type": null}}'])
async def test_a_models_refusal_that_names_nothing_is_known_by_its_status(name: str, body: bytes) -> None:
    async with listening(says=answer(body, status="418 Teapot")) as service:
        model = MODELS[name](service.url)
        with pytest.raises(ProviderRefused) as refused:
            await reply_of(model, ReplyRequest(name, (person("Hello?"),)))
        await model.close()
    assert "418" == refused.value.code


PIECE = {
    "audio_base64": "AAAA",
    "alignment": {
        "characters": ["H", "i"],
        "character_start_times_seconds": [0.0, 0.1],
        "character_end_times_seconds": [0.1, 0.2],
    },
}


async def spoken(body: bytes) -> list[bytes | WordTime]:
    """What a voice with word times makes of this answer."""
    async with listening(says=answer(body, status="200 OK")) as service:
        voice = ElevenLabsSynthesiser(ElevenLabsSettings("key", service.url))
        try:
            return [
                piece async for piece in voice.speak_timed(SpeechRequest("Hi", "ava", "eleven_flash_v2_5"))
            ]
        finally:
            await voice.close()


async def test_blank_lines_between_pieces_of_speech_are_passed_over() -> None:
    line = json.dumps(PIECE).encode()
    assert [bytes(3), WordTime(2, 200)] == await spoken(b"\n" + line + b"\n\n")


async def test_a_line_of_speech_that_cannot_be_read_is_malformed() -> None:
    with pytest.raises(MalformedMessage):
        await spoken(b"nonsense\n")
