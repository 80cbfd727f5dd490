"""OpenAI's realtime transcription against the simulated socket, and how its events become turns."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import Any

import pytest
import pytest_asyncio
from websockets.asyncio.server import ServerConnection, serve

from providers.errors import CredentialsRefused, ProviderError, ProviderRefused, ProviderUnavailable
from providers.facts.openai import TRANSCRIPTION_MODELS
from providers.speech.contract import Heard, HeardKind
from providers.speech.openai_socket import transcription
from providers.speech.openai_transcription import TranscriptionRecogniser, TranscriptionSettings
from simulators import speech_recognition
from simulators.ordered_faults import Fault, Faults
from simulators.vendor_journal import Journal
from tests.providers.recogniser_suite import Ears, RecogniserSuite, ends_of, feed, hear, heard_until, said
from tests.simulators.loopback import serving

KEY = "openai-key"
NOWHERE = "ws://127.0.0.1:9/v1"


@pytest_asyncio.fixture(scope="module")
async def vendor() -> AsyncIterator[Ears]:
    faults = Faults()
    async with serving(speech_recognition.transcription_routes(KEY, faults, Journal())) as host:
        address = f"ws://{host}/v1"
        yield Ears(
            recogniser=TranscriptionRecogniser(TranscriptionSettings(KEY, address)),
            stranger=TranscriptionRecogniser(TranscriptionSettings("stolen", address)),
            unreachable=TranscriptionRecogniser(TranscriptionSettings(KEY, NOWHERE)),
            faults=faults,
            service="openai.realtime",
        )


class TestTranscription(RecogniserSuite):
    async def test_a_turn_that_cannot_be_transcribed_is_passed_over(self, ears: Ears) -> None:
        ears.faults.add(Fault("openai.realtime", "failed"))
        assert ["Goodbye"] == ends_of(await hear(ears, said("Good morning", 1500, "Goodbye", 1500)))

    async def test_words_that_are_owed_are_told_until_none_are(self, ears: Ears) -> None:
        """Design, section 6: failover by slowness needs to know what is late."""
        ears.faults.add(Fault("openai.realtime", "failed"))
        ear = await ears.recogniser.open("en")
        feed(ear, said("Good morning", 1_500))
        failed = await heard_until(ear, HeardKind.SETTLED)
        feed(ear, said("Who is this?", 1_500))
        heard = await heard_until(ear, HeardKind.SETTLED)
        await ear.close()
        assert [HeardKind.OWED, HeardKind.SETTLED] == [news.kind for news in failed]
        assert HeardKind.OWED is heard[0].kind
        assert ["Who is this?"] == ends_of(heard)

    async def test_a_language_may_be_a_tag(self, ears: Ears) -> None:
        ear = await ears.recogniser.open("en-GB")
        feed(ear, said("Good morning", 1500))
        assert ["Good morning"] == ends_of(await heard_until(ear, HeardKind.ENDED))
        await ear.close()

    async def test_a_person_of_several_languages_is_heard_and_their_language_stays_unknown(
        self, ears: Ears
    ) -> None:
        ear = await ears.recogniser.open("en", "es")
        feed(ear, said("Me gusta mucho", 1500))
        heard = await heard_until(ear, HeardKind.ENDED)
        assert ("Me gusta mucho", None) == (heard[-1].text, heard[-1].language)
        await ear.close()

    async def test_ending_a_turn_without_audio_is_of_no_consequence(self, ears: Ears) -> None:
        ear = await ears.recogniser.open("en")
        ear.finalize()
        feed(ear, said("Good morning", 1500))
        assert ["Good morning"] == ends_of(await heard_until(ear, HeardKind.ENDED))
        await ear.close()


async def test_settings_that_the_service_refuses_are_refused_for_good() -> None:
    async with serving(speech_recognition.transcription_routes(KEY, Faults(), Journal())) as host:
        settings = TranscriptionSettings(KEY, f"ws://{host}/v1", model="unheard-of")
        with pytest.raises(ProviderRefused) as refused:
            await TranscriptionRecogniser(settings).open("en")
    assert "invalid_value" == refused.value.code


@asynccontextmanager
async def ears_on(day: date, model: str) -> AsyncIterator[TranscriptionRecogniser]:
    """The vendor as it is on a day, asked for this model."""
    routes = speech_recognition.transcription_routes(KEY, Faults(), Journal(), today=lambda: day)
    async with serving(routes) as host:
        yield TranscriptionRecogniser(TranscriptionSettings(KEY, f"ws://{host}/v1", model))


@pytest.mark.parametrize("model", TRANSCRIPTION_MODELS)
@pytest.mark.parametrize("languages", [("en",), ("en-US", "es-MX")])
async def test_every_model_of_the_facts_listens_until_its_vendor_ends_it(
    model: str, languages: tuple[str, ...]
) -> None:
    ends_on = TRANSCRIPTION_MODELS[model].ends_on
    async with ears_on((ends_on or date(2099, 1, 1)) - timedelta(days=1), model) as recogniser:
        ear = await recogniser.open(*languages)
        feed(ear, said("Good morning", 1500))
        assert ["Good morning"] == ends_of(await heard_until(ear, HeardKind.ENDED))
        await ear.close()
    if ends_on is not None:
        async with ears_on(ends_on, model) as recogniser:
            with pytest.raises(ProviderRefused) as refused:
                await recogniser.open(*languages)
        assert "model_not_found" == refused.value.code


@asynccontextmanager
async def vendor_that(
    says: Callable[[ServerConnection], Awaitable[None]], answer_seconds: float = 3.0
) -> AsyncIterator[TranscriptionRecogniser]:
    """A socket that answers the session's configuration like this, and stays open until the client leaves."""

    async def answer(socket: ServerConnection) -> None:
        await socket.recv()
        await says(socket)
        await socket.wait_closed()

    async with serve(answer, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        settings = TranscriptionSettings(KEY, f"ws://127.0.0.1:{port}", answer_seconds=answer_seconds)
        yield TranscriptionRecogniser(settings)


@pytest.mark.parametrize(
    "code, kind, error",
    [
        ("insufficient_quota", "insufficient_quota", CredentialsRefused),
        ("invalid_api_key", "invalid_request_error", CredentialsRefused),
        (None, "server_error", ProviderUnavailable),
        ("engine_overloaded", "server_error", ProviderUnavailable),
        (None, "invalid_request_error", ProviderRefused),
    ],
)
async def test_a_refused_session_says_why(code: str | None, kind: str, error: type[ProviderError]) -> None:
    async def refuse(socket: ServerConnection) -> None:
        await socket.send(json.dumps({"type": "error", "error": {"type": kind, "code": code}}))

    async with vendor_that(refuse) as recogniser:
        with pytest.raises(error):
            await recogniser.open("en")


async def test_a_service_that_does_not_answer_is_unavailable() -> None:
    async def say_nothing(socket: ServerConnection) -> None:
        pass

    async with vendor_that(say_nothing, answer_seconds=0.1) as recogniser:
        with pytest.raises(ProviderUnavailable):
            await recogniser.open("en")


async def test_a_service_that_answers_nonsense_is_unavailable() -> None:
    """A call whose ears were being opened again ended of it."""

    async def talk_nonsense(socket: ServerConnection) -> None:
        await socket.send("<html>")

    async with vendor_that(talk_nonsense) as recogniser:
        with pytest.raises(ProviderUnavailable):
            await recogniser.open("en")


# How events become turns


def delta(item: str, text: str) -> dict[str, str]:
    return {"type": "conversation.item.input_audio_transcription.delta", "item_id": item, "delta": text}


def completed(item: str, text: str) -> dict[str, str]:
    kind = "conversation.item.input_audio_transcription.completed"
    return {"type": kind, "item_id": item, "transcript": text}


def failed(item: str) -> dict[str, str]:
    return {"type": "conversation.item.input_audio_transcription.failed", "item_id": item}


@pytest.mark.parametrize(
    "events, news",
    [
        pytest.param(
            [delta("a", "Yes"), delta("a", ", sure"), completed("a", "Yes, sure.")],
            [
                Heard(HeardKind.STARTED, "Yes"),
                Heard(HeardKind.INTERIM, "Yes, sure"),
                Heard(HeardKind.ENDED, "Yes, sure."),
            ],
            id="deltas grow",
        ),
        pytest.param(
            [completed("a", "Yes.")],
            [Heard(HeardKind.STARTED, "Yes."), Heard(HeardKind.ENDED, "Yes.")],
            id="a transcript without deltas has a start all the same",
        ),
        pytest.param([completed("a", " ")], [], id="noise says nothing"),
        pytest.param(
            [delta("a", "Yes"), failed("a")],
            [Heard(HeardKind.STARTED, "Yes"), Heard(HeardKind.ENDED, "Yes")],
            id="what came before a failure counts",
        ),
        pytest.param([{"type": "error"}, {"type": "something.new"}], [], id="others are passed over"),
    ],
)
async def test_events_become_turns(events: list[dict[str, str]], news: list[Heard]) -> None:
    async def tell(socket: ServerConnection) -> None:
        for event in [{"type": "session.updated"}, *events, completed("last", "Goodbye.")]:
            await socket.send(json.dumps(event))

    async with vendor_that(tell) as recogniser, asyncio.timeout(10):
        ear = await recogniser.open("en")
        heard: list[Heard] = []
        async for each in ear.heard():
            heard.append(each)
            if each == Heard(HeardKind.ENDED, "Goodbye."):
                break
        await ear.close()
    assert news == heard[:-2]


@pytest.mark.parametrize(
    ("model", "languages", "told"),
    [
        ("gpt-transcribe", ("en-US",), {"language": "en"}),
        ("gpt-transcribe", ("en-US", "en-GB"), {"language": "en"}),
        ("gpt-transcribe", ("en-US", "es-MX"), {"languages": ["en", "es"]}),
        ("whisper-1", ("en-US", "es-MX"), {}),
    ],
)
def test_a_model_is_told_languages_only_as_it_may_be(
    model: str, languages: tuple[str, ...], told: dict[str, Any]
) -> None:
    """One that is told the first of two writes the other down in it."""
    assert {"model": model} | told == transcription(model, languages)
