"""OpenAI's transcription on loopback: its voice detector as a rule over audio, its socket through the SDK."""

import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from openai import AsyncOpenAI
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from simulators import speech_recognition
from simulators.ordered_faults import Fault, Faults
from simulators.speech_recognition import RecognitionTiming
from simulators.speech_recognition.realtime_session import ServerVad, VoiceDetector, VoiceOff, VoiceOn
from simulators.vendor_journal import Journal
from simulators.words import sounds
from simulators.words.voice import Mouth, Voice
from tests.simulators.loopback import serving

KEY = "openai-key"
VOICE = Voice()
TRANSCRIPTION = "conversation.item.input_audio_transcription"


def said(*parts: str | int) -> bytes:
    """Sentences with pauses (ms) between them, in one stream."""
    mouth = Mouth(VOICE)
    return b"".join(
        mouth.say(part).mulaw if isinstance(part, str) else sounds.silence(part) for part in parts
    )


def changes_in(audio: bytes, **detection: Any) -> list[VoiceOn | VoiceOff]:
    detector = VoiceDetector()
    detector.detection = ServerVad(**detection)
    return list(detector.hear(audio))


def test_each_stretch_of_speech_has_its_words() -> None:
    changes = changes_in(said("Good morning", 900, "Who is this?", 900))
    assert [("Good", "morning"), ("Who", "is", "this?")] == [
        change.words for change in changes if isinstance(change, VoiceOff)
    ]
    assert [VoiceOn, VoiceOff] * 2 == [type(change) for change in changes]


def test_a_shorter_silence_cuts_sooner() -> None:
    audio = said("I think", 350, "it is late", 900)
    ends = [
        [
            change.at_ms
            for change in changes_in(audio, silence_duration_ms=silence_ms)
            if isinstance(change, VoiceOff)
        ]
        for silence_ms in (300, 600)
    ]
    assert (2, 1) == (len(ends[0]), len(ends[1]))


def test_the_padding_belongs_to_the_speech() -> None:
    audio = said(1000, "Good morning", 900)
    starts = [changes_in(audio, prefix_padding_ms=padding_ms)[0].at_ms for padding_ms in (0, 300)]
    assert 300 == starts[0] - starts[1]


def test_without_detection_the_client_commits() -> None:
    detector = VoiceDetector()
    detector.detection = None
    assert [] == list(detector.hear(said("Good morning", 900)))
    assert ("Good", "morning") == detector.commit()
    assert 0 == detector.buffered_ms


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def address(faults: Faults) -> AsyncIterator[str]:
    timing = RecognitionTiming(transcription_ms=20)
    async with serving(speech_recognition.transcription_routes(KEY, faults, Journal(), timing)) as host:
        yield host


def listening(address: str, query: str = "intent=transcription", key: str = KEY) -> connect:
    headers = {"Authorization": f"Bearer {key}"}
    return connect(f"ws://{address}/v1/realtime?{query}", additional_headers=headers, compression=None)


def session(**audio_input: Any) -> dict[str, Any]:
    """A message that asks for telephone audio to be transcribed."""
    wanted = {"format": {"type": "audio/pcmu"}, "transcription": {"model": "gpt-transcribe"}} | audio_input
    return {"type": "session.update", "session": {"type": "transcription", "audio": {"input": wanted}}}


def append(audio: bytes) -> dict[str, Any]:
    return {"type": "input_audio_buffer.append", "audio": base64.b64encode(audio).decode()}


async def tell(socket: ClientConnection, *messages: dict[str, Any]) -> None:
    for message in messages:
        await socket.send(json.dumps(message))


async def events_until(socket: ClientConnection, kind: str) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    while not events or events[-1]["type"] != kind:
        events.append(json.loads(await socket.recv()))
    return events


async def test_speech_is_told_in_the_vendors_order(address: str) -> None:
    async with listening(address) as socket:
        await tell(socket, session(), append(said(200, "Good morning", 700)))
        events = await events_until(socket, f"{TRANSCRIPTION}.completed")
    assert [
        "session.created",
        "session.updated",
        "input_audio_buffer.speech_started",
        "input_audio_buffer.speech_stopped",
        "input_audio_buffer.committed",
        "conversation.item.added",
        f"{TRANSCRIPTION}.delta",
        f"{TRANSCRIPTION}.delta",
        f"{TRANSCRIPTION}.completed",
    ] == [event["type"] for event in events]
    assert "Good morning" == events[-1]["transcript"] == "".join(event["delta"] for event in events[6:8])
    assert 1 == len({event["item_id"] for event in (*events[2:5], *events[6:])})


async def test_openai_sdk_understands_every_event(address: str) -> None:
    kinds: list[str] = []
    async with AsyncOpenAI(api_key=KEY, base_url=f"http://{address}/v1", max_retries=0) as client:
        realtime = client.realtime.connect(extra_query={"intent": "transcription"})
        async with realtime as connection:
            await connection.send(session())  # type: ignore[arg-type]
            await connection.input_audio_buffer.append(audio=append(said("Good morning", 700))["audio"])
            async for event in connection:
                kinds.append(event.type)
                if event.type == "conversation.item.input_audio_transcription.completed":
                    assert "Good morning" == event.transcript
                    break
    assert {"session.created", "session.updated", "input_audio_buffer.committed"} < set(kinds)


async def test_client_can_commit(address: str) -> None:
    async with listening(address) as socket:
        await tell(socket, session(turn_detection=None), append(said("Good morning", 20)))
        await tell(socket, {"type": "input_audio_buffer.commit"})
        assert "Good morning" == (await events_until(socket, f"{TRANSCRIPTION}.completed"))[-1]["transcript"]


async def test_without_a_model_nothing_is_transcribed(address: str) -> None:
    async with listening(address) as socket:
        await tell(socket, append(said("Good morning", 700)), {"type": "input_audio_buffer.commit"})
        events = await events_until(socket, "conversation.item.added")
        await tell(socket, session(), append(said("Goodbye", 700)))
        later = await events_until(socket, f"{TRANSCRIPTION}.completed")
    assert "input_audio_buffer.committed" in [event["type"] for event in events]
    assert "Goodbye" == later[-1]["transcript"]


@pytest.mark.parametrize(
    "message, code, parameter",
    [
        (session(format={"type": "audio/mp3"}), "invalid_value", "session.audio.input.format.type"),
        (
            session(transcription={"model": "nova-3"}),
            "invalid_value",
            "session.audio.input.transcription.model",
        ),
        (session(transcription={"model": "gpt-live-transcribe"}), "invalid_value", "session.audio.input"),
        (
            session(transcription={"model": "gpt-4o-transcribe", "languages": ["en", "es"]}),
            "invalid_value",
            "session.audio.input.transcription",
        ),
        (session(speed=2), "invalid_value", "session.audio.input.speed"),
        ({"type": "session.update", "session": {"type": "realtime"}}, "invalid_value", "session.type"),
        ({"type": "input_audio_buffer.append", "audio": "no base64!"}, "invalid_value", "audio"),
        ({"type": "input_audio_buffer.commit"}, "input_audio_buffer_commit_empty", None),
        ({"type": "KeepAlive"}, "invalid_value", "type"),
    ],
)
async def test_bad_message_is_an_error_and_changes_nothing(
    address: str, message: dict[str, Any], code: str, parameter: str | None
) -> None:
    async with listening(address) as socket:
        await tell(socket, message | {"event_id": "mine"})
        error = (await events_until(socket, "error"))[-1]["error"]
        assert (code, parameter, "mine") == (error["code"], error["param"], error["event_id"])
        await tell(socket, session(), append(said("Hello?", 700)))
        assert "Hello?" == (await events_until(socket, f"{TRANSCRIPTION}.completed"))[-1]["transcript"]


async def test_message_that_is_no_json_is_an_error(address: str) -> None:
    async with listening(address) as socket:
        await socket.send("hello")
        assert "invalid_json" == (await events_until(socket, "error"))[-1]["error"]["code"]


@pytest.mark.parametrize(
    "query, key, status", [("intent=transcription", "stolen", 401), ("model=", KEY, 400)]
)
async def test_bad_handshake_is_refused(address: str, query: str, key: str, status: int) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await listening(address, query, key)
    assert status == refused.value.response.status_code


async def test_vendor_breaks_off(address: str, faults: Faults) -> None:
    faults.add(Fault("openai.realtime", "close"))
    async with listening(address) as socket:
        await tell(socket, session(), append(said("Good morning", 700)))
        with pytest.raises(ConnectionClosed):
            await events_until(socket, f"{TRANSCRIPTION}.completed")
    assert 1011 == socket.close_code
