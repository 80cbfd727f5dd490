"""What an ear does while nothing is fed and how long it waits, in time that is skipped, over a socket that only remembers."""

import asyncio
import json
from base64 import b64decode
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest
from websockets.protocol import State

from providers.errors import ProviderUnavailable
from providers.language_models.anthropic import AnthropicModel, AnthropicSettings
from providers.language_models.asking import decided
from providers.language_models.contract import Tool
from providers.language_models.openai import OpenAIModel, OpenAISettings
from providers.speech.contract import Heard, HeardKind
from providers.speech.deepgram_aura import AuraSettings, AuraSynthesiser
from providers.speech.deepgram_flux import FluxRecogniser, FluxRecognition, FluxSettings
from providers.speech.deepgram_nova import NovaRecogniser, NovaRecognition, NovaSettings
from providers.speech.elevenlabs import ElevenLabsSettings, ElevenLabsSynthesiser
from providers.speech.openai_transcription import (
    TranscriptionRecogniser,
    TranscriptionRecognition,
    TranscriptionSettings,
)
from providers.speech.recogniser_socket import ListeningSocket
from providers.speech_to_speech.contract import ReplyNews, SessionLost, SessionRequest
from providers.speech_to_speech.limits import Limits
from providers.speech_to_speech.openai_realtime import RealtimeSession
from providers.speech_to_speech.realtime_configuration import RealtimeSettings, configuration
from tests.media.skipped_time import skipped_time

FRAME = b"\x00" * 160
TENTH = 800  # bytes of µ-law in 100 ms


@pytest.fixture(autouse=True)
async def skipped() -> AsyncIterator[None]:
    with skipped_time():
        yield


def now() -> float:
    """Seconds of the loop's clock."""
    return asyncio.get_running_loop().time()


@dataclass
class Socket:
    """Tells this, each so many seconds after the one before; what it was sent, and when, in tenths of seconds."""

    news: list[tuple[float, dict[str, Any]]] = field(default_factory=list)
    sent: list[tuple[float, bytes]] = field(default_factory=list)
    aborted: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False

    def __post_init__(self) -> None:
        self.began = now()

    def send_audio(self, audio: bytes) -> None:
        self.sent.append((round(now() - self.began, 1), audio))

    send_text = send_audio

    async def messages(self) -> AsyncIterator[bytes]:
        for seconds, told in [*self.news, (1e6, {})]:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.aborted.wait(), seconds)
            if self.aborted.is_set():
                raise ProviderUnavailable("gone")
            yield json.dumps(told).encode()

    def abort(self) -> None:
        self.aborted.set()

    async def close(self) -> None:
        self.closed = True

    def audio(self) -> list[tuple[float, int]]:
        """When audio was sent, and how many bytes."""
        return [(at, len(each)) for at, each in self.sent if not each.startswith(b"{")]

    def said(self, kind: str) -> list[float]:
        """When such a message was sent."""
        return [at for at, each in self.sent if each.startswith(b"{") and json.loads(each)["type"] == kind]

    def appended(self) -> list[tuple[float, int]]:
        """The same of audio within messages."""
        told = [(at, json.loads(each)) for at, each in self.sent if each.startswith(b"{")]
        kind = "input_audio_buffer.append"
        return [(at, len(b64decode(each["audio"]))) for at, each in told if each["type"] == kind]


def as_socket(socket: Socket) -> ListeningSocket:
    return cast("ListeningSocket", socket)


async def hears(ear: Any, seconds: float) -> list[Heard]:
    """What an ear tells in so many seconds; it is closed then."""
    news: list[Heard] = []

    async def listen() -> None:
        async for heard in ear.heard():
            news.append(heard)  # noqa: PERF401 - what came until it is cancelled

    listening = asyncio.create_task(listen())
    await asyncio.sleep(seconds)
    listening.cancel()
    await asyncio.wait({listening})
    await ear.close()
    await asyncio.sleep(1)
    return news


async def test_flux_is_kept_open_by_silence_after_four_tenths_without_audio() -> None:
    socket = Socket()
    ear = FluxRecognition(as_socket(socket))
    await asyncio.sleep(0.3)
    ear.feed(FRAME)
    await hears(ear, 0.75)
    assert [(0.3, 160), (0.7, TENTH), (0.8, TENTH), (0.9, TENTH), (1.0, TENTH)] == socket.audio()
    assert socket.closed


async def test_flux_is_asked_to_end_a_turn() -> None:
    socket = Socket()
    ear = FluxRecognition(as_socket(socket))
    ear.finalize()
    await ear.close()
    assert [0.0] == socket.said("ForceEndTurn")


RESULT = {"channel": {"alternatives": [{"transcript": "Yes", "words": []}]}, "type": "Results"}


async def test_nova_hears_two_seconds_of_silence_first_and_lives_by_keepalives() -> None:
    """A KeepAlive counts only after an answer, and an answer needs audio."""
    socket = Socket()
    ear = NovaRecognition(as_socket(socket), NovaSettings("key").keep_alive_seconds)
    await hears(ear, 13)
    assert [(0.0, 16_000)] == socket.audio()
    assert [4.0, 8.0, 12.0] == [round(at) for at in socket.said("KeepAlive")]
    assert 1 == len(socket.said("CloseStream"))


async def test_silence_ends_a_turn_that_nova_has_begun() -> None:
    socket = Socket([(1.0, RESULT)])
    ear = NovaRecognition(as_socket(socket), 4.0)
    ear.finalize()
    assert [Heard(HeardKind.STARTED, "Yes")] == await hears(ear, 1.55)
    assert {TENTH} == {size for at, size in socket.audio() if at > 0}
    assert 5 <= len([at for at, _ in socket.audio() if at >= 1.0]) <= 7
    assert [0.0] == socket.said("Finalize")


@pytest.mark.parametrize("voiced", [True, False])
async def test_silence_is_heard_by_the_last_resort_only_while_somebody_speaks(voiced: bool) -> None:
    """It costs, and nothing else keeps a socket open that needs nothing."""
    news: list[tuple[float, dict[str, Any]]] = [(0.1, {"type": "input_audio_buffer.speech_started"})]
    socket = Socket(news if voiced else [])
    ear = TranscriptionRecognition(as_socket(socket))
    ear.feed(FRAME)
    ear.finalize()
    await hears(ear, 1.05)
    assert ([160] + [TENTH] * 7 if voiced else [160]) == [size for _, size in socket.appended()]
    assert [0.0] == socket.said("input_audio_buffer.commit")


# How they are asked to listen


def query_of(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


FLUX = {
    "encoding": ["mulaw"],
    "sample_rate": ["8000"],
    "eager_eot_threshold": ["0.5"],
    "eot_threshold": ["0.7"],
}
FLUX |= {"eot_timeout_ms": ["5000"]}
NOVA = {"model": ["nova-3"], "encoding": ["mulaw"], "sample_rate": ["8000"], "interim_results": ["true"]}
NOVA |= {
    "smart_format": ["true"],
    "endpointing": ["400"],
    "utterance_end_ms": ["1000"],
    "vad_events": ["true"],
}


@pytest.mark.parametrize(
    ("languages", "asked"),
    [
        (("en-US",), {"model": ["flux-general-en"]}),
        (("es-MX",), {"model": ["flux-general-multi"], "language_hint": ["es"]}),
        (("en", "es-MX", "es"), {"model": ["flux-general-multi"], "language_hint": ["en", "es"]}),
        (("en", "xx"), {"model": ["flux-general-multi"], "language_hint": ["en"]}),
    ],
)
def test_flux_is_told_how_to_listen(languages: tuple[str, ...], asked: dict[str, list[str]]) -> None:
    assert FLUX | asked == query_of(FluxRecogniser(FluxSettings("key"))._address(*languages))


@pytest.mark.parametrize(
    ("languages", "asked"),
    [
        (("en-US",), {"language": ["en-US"]}),
        (("en", "es-MX"), {"language": ["multi"], "language_hint": ["en", "es"]}),
        (("es-MX", "es"), {"language": ["es"]}),
        (("de-CH",), {"language": ["de-CH"]}),
        (("multi",), {"language": ["multi"]}),
    ],
)
def test_nova_is_told_how_to_listen(languages: tuple[str, ...], asked: dict[str, list[str]]) -> None:
    assert NOVA | asked == query_of(NovaRecogniser(NovaSettings("key"))._address(*languages))


def test_the_last_resort_is_told_how_to_listen() -> None:
    (told,) = [TranscriptionRecogniser(TranscriptionSettings("key"))._session("en-US")]
    heard = told["audio"]["input"]
    assert ("transcription", {"type": "audio/pcmu"}) == (told["type"], heard["format"])
    assert {"model": "gpt-transcribe", "language": "en"} == heard["transcription"]
    detection = {"type": "server_vad", "threshold": 0.5, "silence_duration_ms": 500}
    assert detection == heard["turn_detection"]


def test_a_session_is_told_how_to_listen_and_never_to_answer_by_itself() -> None:
    tools = [Tool("end_call", "End it.", "reason", "why"), Tool("look_up", "Find it.", "question", "what")]
    told = configuration(RealtimeSettings("key"), SessionRequest("Be kind.", ("en", "es"), tools))
    heard = told["audio"]["input"]
    detection = {"type": "server_vad", "threshold": 0.5, "silence_duration_ms": 500}
    assert detection | {"create_response": False, "interrupt_response": False} == heard["turn_detection"]
    assert ("Be kind.", ["audio"], 1_000) == (
        told["instructions"],
        told["output_modalities"],
        told["max_output_tokens"],
    )
    assert ["end_call", "look_up"] == [tool["name"] for tool in told["tools"]]
    assert {"format": {"type": "audio/pcmu"}, "voice": "marin"} == told["audio"]["output"]


# What a session owes us


@dataclass
class Session:
    """A realtime session over a socket that tells this."""

    socket: Socket
    told: list[ReplyNews] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.session = RealtimeSession(as_socket(self.socket), RealtimeSettings("key"))
        self.session.tell_replies_to(self.told.append)

    async def lost_after(self, seconds: float = 30) -> float:
        """When it is given up."""
        began = now()
        async with asyncio.timeout(seconds):
            with pytest.raises(ProviderUnavailable):
                [_ async for _ in self.session.heard()]
        assert [SessionLost()] == self.told
        return round(now() - began, 1)


ALIVE: list[tuple[float, dict[str, Any]]] = [(1.0, {"type": "session.updated"})] * 20


async def test_a_session_that_says_nothing_is_probed_and_given_up() -> None:
    session = Session(Socket())
    assert (3.0, [0.0]) == (await session.lost_after(), session.socket.said("session.update"))


async def test_a_session_that_lives_is_probed_every_three_seconds() -> None:
    session = Session(Socket(ALIVE))
    await hears(session.session, 10)
    assert [0.0, 3.0, 6.0, 9.0] == session.socket.said("session.update")
    assert [] == session.told


async def test_a_reply_that_does_not_begin_in_three_seconds_is_given_up_with_its_session() -> None:
    session = Session(Socket(ALIVE))
    session.session.ask(1)
    assert 3.0 == await session.lost_after()


async def test_words_that_do_not_come_in_five_seconds_are_given_up_with_their_session() -> None:
    session = Session(Socket([(0.0, {"type": "input_audio_buffer.committed", "item_id": "a"}), *ALIVE]))
    assert 5.0 == await session.lost_after()


async def test_what_has_come_is_waited_for_no_longer() -> None:
    words = "conversation.item.input_audio_transcription.completed"
    news: list[tuple[float, dict[str, Any]]] = [
        (0.0, {"type": "input_audio_buffer.committed", "item_id": "a"}),
        (0.5, {"type": words, "item_id": "a", "transcript": "Yes."}),
        *ALIVE,
    ]
    session = Session(Socket(news))
    told = await hears(session.session, 12)
    assert [HeardKind.UNREAD, HeardKind.ENDED] == [each.kind for each in told]
    assert [] == session.told


async def test_a_model_decides_within_four_seconds() -> None:
    class Connections:
        def asked(self, *_: Any) -> "Connections":
            return self

        async def __aenter__(self) -> "Connections":
            return self

        async def __aexit__(self, *_: object) -> None: ...

        async def whole(self) -> bytes:
            await asyncio.Event().wait()
            return b""

    began = now()
    with pytest.raises(ProviderUnavailable):
        await decided(cast("Any", Connections()), "/", {}, cast("Any", SimpleNamespace(decode=bytes)))
    assert 4.0 == round(now() - began, 1)


async def test_a_handshake_is_waited_for_three_seconds_and_goes_nowhere_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It carries the vendor's key; the library's own keep-alives, proxies and compression stay off."""
    asked: list[dict[str, Any]] = []

    async def unreachable(address: str, **options: Any) -> None:
        asked.append({"address": address, **options})
        raise TimeoutError

    monkeypatch.setattr("providers.speech.recogniser_socket._Straight", unreachable)
    with pytest.raises(ProviderUnavailable):
        await ListeningSocket.open("wss://ears", "Token key")
    (told,) = asked
    assert ("wss://ears", {"Authorization": "Token key"}) == (told["address"], told["additional_headers"])
    assert (3.0, 1, None, None, None) == tuple(
        told[name] for name in ("open_timeout", "close_timeout", "compression", "ping_interval", "proxy")
    )


@pytest.mark.parametrize(
    ("service", "silence"),
    [
        (lambda: OpenAIModel(OpenAISettings("key", most_connections=7)), 8.0),
        (lambda: AnthropicModel(AnthropicSettings("key", most_connections=7)), 8.0),
        (lambda: AuraSynthesiser(AuraSettings("key", most_connections=7)), 5.0),
        (lambda: ElevenLabsSynthesiser(ElevenLabsSettings("key", most_connections=7)), 5.0),
    ],
    ids=["OpenAI", "Anthropic", "Aura", "ElevenLabs"],
)
async def test_an_answer_may_pause_so_long_and_its_connection_is_kept_for_five_minutes(
    service: Callable[[], Any], silence: float
) -> None:
    """Network address translators forget a silent one after some minutes."""
    connections = service()._connections
    session = connections._opened()
    try:
        assert (3.0, silence, None) == (
            session.timeout.sock_connect,
            session.timeout.sock_read,
            session.timeout.total,
        )
        assert (7, 300.0) == (session.connector.limit, session.connector._keepalive_timeout)
    finally:
        await connections.close()
    assert session.closed


# More of the same of each


def realtime(socket: ListeningSocket) -> RealtimeSession:
    return RealtimeSession(socket, RealtimeSettings("key"))


VOICED: list[tuple[float, dict[str, Any]]] = [(0.0, {"type": "input_audio_buffer.speech_started"})]


@pytest.mark.parametrize(
    ("ear_of", "news"),
    [
        (FluxRecognition, []),
        (lambda socket: NovaRecognition(socket, 4.0), [(0.0, RESULT)]),
        (TranscriptionRecognition, VOICED),
        (realtime, VOICED),
    ],
    ids=["Flux", "Nova", "transcription", "realtime"],
)
async def test_an_ear_that_is_fed_hears_no_silence_of_ours(
    ear_of: Callable[[ListeningSocket], Any], news: list[tuple[float, dict[str, Any]]]
) -> None:
    socket = Socket(news)
    ear = ear_of(as_socket(socket))
    listening = asyncio.create_task(hears(ear, 2))
    for _ in range(20):
        ear.feed(FRAME)
        await asyncio.sleep(0.1)
    fed = [size for at, size in [*socket.audio(), *socket.appended()] if at <= 1.9 and size < 16_000]
    assert [160] * 20 == fed
    await listening


@pytest.mark.parametrize(("languages", "whole"), [(["es"], "es"), (["en", "es"], None), ([], None)])
async def test_a_turn_of_two_languages_is_of_none(languages: list[str], whole: str | None) -> None:
    told = {"type": "TurnInfo", "event": "EndOfTurn", "transcript": "Sí, yes", "languages": languages}
    ear = FluxRecognition(as_socket(Socket([(0.1, told)])))
    assert [Heard(HeardKind.ENDED, "Sí, yes", whole)] == await hears(ear, 1)


async def test_what_is_expected_already_keeps_its_time() -> None:
    socket = Socket()
    limits = Limits(as_socket(socket))
    limits.expect("words", 5)
    await asyncio.sleep(3)
    limits.expect("words", 5)
    limits.expect("reply", 5)
    limits.met("reply")
    await asyncio.sleep(1.9)
    assert not socket.aborted.is_set()
    await asyncio.sleep(0.2)
    assert socket.aborted.is_set()


@pytest.mark.parametrize(("unsent", "is_sent"), [(0, True), (63_000, True), (65_000, False)])
def test_a_socket_is_given_up_once_eight_seconds_of_audio_wait(unsent: int, is_sent: bool) -> None:
    """What was kept for new ears is written at once, and more than a little waits then."""
    written: list[bytes] = []
    transport = SimpleNamespace(
        get_write_buffer_size=lambda: unsent, write=written.append, abort=lambda: written.append(b"aborted")
    )
    connection = SimpleNamespace(protocol=SimpleNamespace(state=State.OPEN), transport=transport)
    ListeningSocket(cast("Any", connection)).send_audio(FRAME)
    assert 1 == len(written)
    assert is_sent is (written != [b"aborted"])


async def test_whether_a_voice_is_there_is_asked_for_three_seconds() -> None:
    """Nobody who does not answer says that it is not."""

    class Hanging:
        async def status_of(self, path: str) -> int:
            await asyncio.Event().wait()
            return 404

        async def close(self) -> None: ...

    class Settings(ElevenLabsSettings):
        def connections(self) -> Any:
            return Hanging()

    began = now()
    assert not await Settings("key").lacks("voice")
    assert 3.0 == round(now() - began, 1)
