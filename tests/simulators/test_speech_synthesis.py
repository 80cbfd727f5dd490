"""ElevenLabs on loopback: through its SDK, by plain HTTP and by socket; what it says can be heard."""

import base64
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import httpx
import numpy as np
import pytest
from elevenlabs.client import AsyncElevenLabs
from elevenlabs.core.api_error import ApiError
from elevenlabs.types import VoiceSettings
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from simulators import speech_synthesis
from simulators.ordered_faults import Fault, Faults
from simulators.settings import VOICE
from simulators.speech_synthesis import SynthesisTiming
from simulators.vendor_journal import Journal
from simulators.words import mulaw, sounds
from simulators.words.ear import Ear
from tests.simulators.loopback import serving, until

KEY = "elevenlabs-key"
SENTENCE = "Hello, this is Ava. Do you have two minutes?"
QUICK = SynthesisTiming(first_byte_ms=20, factor=100.0, inactivity_seconds=0.3)


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
async def address(faults: Faults, journal: Journal) -> AsyncIterator[str]:
    async with serving(speech_synthesis.routes(KEY, faults, journal, QUICK)) as host:
        yield host


def words_in(audio: bytes) -> str:
    return " ".join(word.text for word in Ear().feed(audio + sounds.silence(40)))


def seen(journal: Journal, event: str) -> list[dict[str, Any]]:
    return [entry for entry in journal.entries() if entry["event"] == event]


async def test_elevenlabs_sdk_receives_speech_that_can_be_heard(address: str, journal: Journal) -> None:
    client = AsyncElevenLabs(api_key=KEY, base_url=f"http://{address}")
    stream = client.text_to_speech.stream(
        VOICE,
        text=SENTENCE,
        model_id="eleven_flash_v2_5",
        output_format="ulaw_8000",
        voice_settings=VoiceSettings(speed=1.1),
    )
    audio = b"".join([chunk async for chunk in stream])
    assert SENTENCE == words_in(audio)
    first = seen(journal, "FirstByte")[0]
    assert (SENTENCE, True) == (first["text"], 20 <= first["delay_ms"] < 1000)


async def test_sdk_reports_a_wrong_key(address: str) -> None:
    client = AsyncElevenLabs(api_key="stolen", base_url=f"http://{address}")
    with pytest.raises(ApiError) as refused:
        await anext(client.text_to_speech.stream(VOICE, text="hello", output_format="ulaw_8000"))
    assert 401 == refused.value.status_code
    assert "invalid_api_key" == refused.value.body["detail"]["status"]


async def post(
    address: str, body: dict[str, Any], output_format: str = "ulaw_8000", voice: str = VOICE
) -> httpx.Response:
    async with httpx.AsyncClient(timeout=5) as client:
        return await client.post(
            f"http://{address}/v1/text-to-speech/{voice}/stream",
            params={"output_format": output_format},
            headers={"xi-api-key": KEY},
            json=body,
        )


async def test_linear_speech_is_the_same_speech(address: str) -> None:
    response = await post(address, {"text": SENTENCE}, "pcm_8000")
    linear = np.frombuffer(response.content, dtype="<i2")
    assert SENTENCE == words_in(mulaw.encode(linear))
    assert str(len(SENTENCE)) == response.headers["character-cost"]


@pytest.mark.parametrize(
    "body, output_format, voice, status, named",
    [
        ({}, "ulaw_8000", VOICE, 422, "text"),
        ({"text": 7}, "ulaw_8000", VOICE, 422, "text"),
        ({"text": "hi", "voice_settings": {"speed": 3}}, "ulaw_8000", VOICE, 422, "speed"),
        ({"text": "hi"}, "wax_cylinder", VOICE, 422, "output_format"),
        ({"text": "hi"}, "mp3_44100_128", VOICE, 403, "output_format_not_allowed"),
        ({"text": "hi"}, "ulaw_8000", "no-such-voice", 404, "voice_not_found"),
        ({"text": "hi", "model_id": "eleven_unheard_of"}, "ulaw_8000", VOICE, 400, "model_not_found"),
        (
            {"text": "hi", "model_id": "eleven_flash_v2_5", "language_code": "fa"},
            "ulaw_8000",
            VOICE,
            400,
            "does not support the language_code fa",
        ),
        (
            {"text": "hi", "model_id": "eleven_flash_v2", "language_code": "en"},
            "ulaw_8000",
            VOICE,
            400,
            "language_code",
        ),
    ],
)
async def test_bad_request_is_refused(
    address: str, body: dict[str, Any], output_format: str, voice: str, status: int, named: str
) -> None:
    response = await post(address, body, output_format, voice)
    assert (status, True) == (response.status_code, named in json.dumps(response.json()["detail"]))


async def test_busy_vendor_refuses_once(address: str, faults: Faults) -> None:
    faults.add(Fault("elevenlabs", "429"))
    refused = await post(address, {"text": "hi"})
    assert (429, "too_many_concurrent_requests") == (refused.status_code, refused.json()["detail"]["status"])
    assert 200 == (await post(address, {"text": "hi"})).status_code


async def test_broken_off_speech_is_an_error_and_not_a_short_sentence(address: str, faults: Faults) -> None:
    faults.add(Fault("elevenlabs", "close"))
    with pytest.raises(httpx.RemoteProtocolError):
        await post(address, {"text": SENTENCE})


async def test_slow_vendor_delays_the_first_byte(address: str, faults: Faults, journal: Journal) -> None:
    faults.add(Fault("elevenlabs", "slow", parameters={"seconds": 0.2}))
    await post(address, {"text": "hi"})
    assert seen(journal, "FirstByte")[0]["delay_ms"] >= 220


async def test_stalled_vendor_stops_after_the_first_chunk(
    address: str, faults: Faults, journal: Journal
) -> None:
    faults.add(Fault("elevenlabs", "stall", parameters={"seconds": 0.2}))
    response = await post(address, {"text": SENTENCE})
    assert SENTENCE == words_in(response.content)
    stalled_ms = seen(journal, "Finished")[0]["at_ms"] - seen(journal, "stall")[0]["at_ms"]
    assert stalled_ms >= 190  # whole milliseconds, and a timer may be a tick of the clock early


async def test_text_without_words_is_a_short_silence(address: str) -> None:
    assert sounds.silence(20) == (await post(address, {"text": "..."})).content


async def test_other_languages_are_spoken(address: str) -> None:
    response = await post(
        address, {"text": "नमस्ते आप कैसे हैं", "model_id": "eleven_flash_v2_5", "language_code": "hi"}
    )
    assert "नमस्ते आप कैसे हैं" == words_in(response.content)


async def test_elevenlabs_sdk_finds_the_accounts_voice_and_models(address: str) -> None:
    client = AsyncElevenLabs(api_key=KEY, base_url=f"http://{address}")
    assert VOICE == (await client.voices.get(VOICE)).voice_id
    assert "eleven_flash_v2_5" in [model.model_id for model in await client.models.list()]
    with pytest.raises(ApiError) as refused:
        await client.voices.get("21m00Tcm4TlvDq8ikWAN")
    assert "voice_not_found" == refused.value.body["detail"]["status"]


async def test_speech_stops_when_the_client_leaves(faults: Faults, journal: Journal) -> None:
    """A barge-in closes the request: what nobody waits for is not made."""
    real_time = SynthesisTiming(first_byte_ms=0, factor=1.0)
    async with serving(speech_synthesis.routes(KEY, faults, journal, real_time)) as address:
        url = f"http://{address}/v1/text-to-speech/{VOICE}/stream?output_format=ulaw_8000"
        async with (
            httpx.AsyncClient() as client,
            client.stream("POST", url, headers={"xi-api-key": KEY}, json={"text": SENTENCE}) as response,
        ):
            assert await anext(response.aiter_raw())
        await until(lambda: seen(journal, "Cancelled"))
    assert [] == seen(journal, "Finished")


def speaking(address: str, query: str = "output_format=ulaw_8000&auto_mode=true", key: str = KEY) -> connect:
    url = f"ws://{address}/v1/text-to-speech/{VOICE}/stream-input?{query}"
    return connect(url, additional_headers={"xi-api-key": key}, compression=None)


async def say(socket: ClientConnection, *messages: dict[str, Any]) -> None:
    """Send these, as far as the vendor listens."""
    with suppress(ConnectionClosed):
        for message in messages:
            await socket.send(json.dumps(message))


async def answers(socket: ClientConnection) -> list[dict[str, Any]]:
    """Everything until the socket is closed, with whatever code."""
    received: list[dict[str, Any]] = []
    with suppress(ConnectionClosed):
        while True:
            received.append(json.loads(await socket.recv()))
    return received


OPENING = {"text": " ", "voice_settings": {"speed": 1.0}}


async def test_socket_speaks_and_tells_when_each_letter_sounds(address: str) -> None:
    async with speaking(address) as socket:
        await say(socket, OPENING, {"text": "Good morning. "}, {"text": "How are you? "}, {"text": ""})
        received = await answers(socket)
    *chunks, last = received
    assert (True, None) == (last["isFinal"], last["audio"])
    audio = b"".join(base64.b64decode(chunk["audio"]) for chunk in chunks)
    assert "Good morning. How are you?" == words_in(audio)
    letters = "".join("".join((chunk["alignment"] or {"chars": []})["chars"]) for chunk in chunks)
    assert "Good morning.How are you?" == letters
    assert all(
        0 <= start <= 100
        for chunk in chunks
        if chunk["alignment"]
        for start in chunk["alignment"]["charStartTimesMs"]
    )
    assert 1000 == socket.close_code


async def test_without_auto_mode_short_text_waits_for_a_flush(address: str, journal: Journal) -> None:
    async with speaking(address, "output_format=ulaw_8000") as socket:
        await say(socket, OPENING, {"text": "Good "}, {"text": "morning. ", "flush": True}, {"text": ""})
        await answers(socket)
    assert ["Good morning."] == [entry["text"] for entry in seen(journal, "Request")]


async def test_silent_client_is_turned_away(address: str) -> None:
    async with speaking(address) as socket:
        await say(socket, OPENING)
        received = await answers(socket)
    assert ("input_timeout_exceeded", 1008) == (received[-1]["error"], socket.close_code)


@pytest.mark.parametrize(
    "query, key, opening, error",
    [
        ("output_format=ulaw_8000", "stolen", OPENING, "invalid_api_key"),
        ("output_format=mp3_44100_128", KEY, OPENING, "output_format_not_allowed"),
        ("output_format=ulaw_8000", KEY, {"voice_settings": {}}, "invalid_message"),
        (
            "output_format=ulaw_8000",
            KEY,
            {"text": " ", "voice_settings": {"speed": 4}},
            "invalid_voice_settings",
        ),
    ],
)
async def test_bad_socket_is_turned_away(
    address: str, query: str, key: str, opening: dict[str, Any], error: str
) -> None:
    async with speaking(address, query, key) as socket:
        await say(socket, opening)
        received = await answers(socket)
    assert (error, 1008) == (received[-1]["error"], socket.close_code)


async def test_key_may_come_with_the_first_message(address: str) -> None:
    async with speaking(address, key="none") as socket:
        await say(socket, OPENING | {"xi_api_key": KEY}, {"text": "hello "}, {"text": ""})
        received = await answers(socket)
    assert "hello" == words_in(b"".join(base64.b64decode(message["audio"] or "") for message in received))


async def test_socket_broken_off_in_mid_speech(address: str, faults: Faults) -> None:
    faults.add(Fault("elevenlabs", "close"))
    async with speaking(address) as socket:
        await say(socket, OPENING, {"text": "Good morning. "})
        await answers(socket)
    assert 1011 == socket.close_code


async def test_sdk_receives_speech_with_the_times_of_its_letters(address: str) -> None:
    """Over HTTP the times count from the start of the text, not of the chunk."""
    client = AsyncElevenLabs(api_key=KEY, base_url=f"http://{address}")
    audio, letters, starts = b"", "", [0.0]
    async for chunk in client.text_to_speech.stream_with_timestamps(
        VOICE, text=SENTENCE, model_id="eleven_flash_v2_5", output_format="ulaw_8000"
    ):
        audio += base64.b64decode(chunk.audio_base_64)
        if chunk.alignment:
            letters += "".join(chunk.alignment.characters)
            starts += chunk.alignment.character_start_times_seconds
    assert (SENTENCE, SENTENCE) == (words_in(audio), letters)
    assert sorted(starts) == starts
    assert starts[-1] > 1.0
