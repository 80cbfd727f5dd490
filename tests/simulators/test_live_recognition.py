"""Nova on loopback: its results as a rule over audio, its socket through Deepgram's SDK and a plain client."""

import asyncio
import json
from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Any

import pytest
from deepgram import AsyncDeepgramClient
from deepgram.environment import DeepgramClientEnvironment
from starlette.datastructures import QueryParams
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from simulators import speech_recognition
from simulators.ordered_faults import Fault, Faults
from simulators.speech_recognition import RecognitionTiming
from simulators.speech_recognition.live_parameters import live_parameters_of
from simulators.speech_recognition.segments import Report, Results, Segments, SpeechStarted, UtteranceEnd
from simulators.vendor_journal import Journal
from simulators.words import sounds
from simulators.words.voice import Mouth, Voice
from tests.simulators.loopback import serving

KEY = "deepgram-key"
VOICE = Voice()
GOOD_QUERY = (
    "model=nova-3&encoding=mulaw&sample_rate=8000&interim_results=true&punctuate=true&endpointing=300"
)


def said(*parts: str | int) -> bytes:
    """Sentences with pauses (ms) between them, in one stream."""
    mouth = Mouth(VOICE)
    return b"".join(
        mouth.say(part).mulaw if isinstance(part, str) else sounds.silence(part) for part in parts
    )


def reports_of(audio: bytes, query: str = GOOD_QUERY, frame_bytes: int = 160) -> list[Report]:
    segments = Segments(live_parameters_of(QueryParams(query)), RecognitionTiming())
    pieces = [audio[start : start + frame_bytes] for start in range(0, len(audio), frame_bytes)]
    return [report for piece in pieces for report in segments.hear(piece)]


def finals_of(reports: list[Report]) -> list[tuple[str, bool]]:
    """Text and speech_final of each final segment with words."""
    return [
        (" ".join(word.text for word in report.words), report.speech_final)
        for report in reports
        if isinstance(report, Results) and report.is_final and report.words
    ]


def test_silence_of_the_wanted_length_is_final() -> None:
    reports = reports_of(said(300, "Yes, I have two minutes.", 600))
    assert [("Yes, I have two minutes.", True)] == finals_of(reports)
    final = next(report for report in reports if isinstance(report, Results) and report.speech_final)
    assert 300 <= final.end_ms - final.words[-1].end_ms <= 360


def test_short_endpointing_cuts_a_sentence_at_its_pauses() -> None:
    texts = [
        text
        for text, _ in finals_of(reports_of(said("I think", 250, "it is late", 400), GOOD_QUERY[:-3] + "100"))
    ]
    assert ["I think", "it is late"] == texts


def test_endpointing_can_be_switched_off() -> None:
    reports = reports_of(said("Yes please", 4000), GOOD_QUERY[:-3] + "false")
    assert [("Yes please", False)] == finals_of(reports)


def test_long_speech_is_made_final_in_segments() -> None:
    sentence = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    finals = finals_of(reports_of(said(sentence, 600)))
    assert len(finals) >= 2
    assert sentence == " ".join(text for text, _ in finals)


def test_interims_grow_and_are_left_out_unless_asked_for() -> None:
    audio = said("one two three four five", 600)
    spoken = [
        len(report.words)
        for report in reports_of(audio)
        if isinstance(report, Results) and not report.is_final
    ]
    grown = [count for count in spoken if count]
    assert all(earlier <= later for earlier, later in pairwise(grown))
    quiet = reports_of(audio, GOOD_QUERY.replace("interim_results=true", "interim_results=false"))
    assert all(report.is_final for report in quiet if isinstance(report, Results))


def test_utterance_end_comes_once_after_the_gap() -> None:
    audio = said("Yes please", 3000, "Goodbye", 3000)
    ends = [
        r for r in reports_of(audio, GOOD_QUERY + "&utterance_end_ms=1000") if isinstance(r, UtteranceEnd)
    ]
    words = [
        r.words[-1].end_ms for r in reports_of(audio) if isinstance(r, Results) and r.is_final and r.words
    ]
    assert words == [end.last_word_end_ms for end in ends]


def test_voice_is_noticed_before_its_words() -> None:
    reports = reports_of(said(500, "Good morning", 600), GOOD_QUERY + "&vad_events=true")
    started = next(place for place, report in enumerate(reports) if isinstance(report, SpeechStarted))
    worded = next(
        place for place, report in enumerate(reports) if isinstance(report, Results) and report.words
    )
    assert started < worded


def test_frames_of_any_length_give_the_same_reports() -> None:
    audio = said("Yes, I have two minutes.", 1500)
    assert reports_of(audio) == reports_of(audio, frame_bytes=1000)


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def address(faults: Faults) -> AsyncIterator[str]:
    timing = RecognitionTiming(no_audio_seconds=0.3)
    async with serving(speech_recognition.routes(KEY, faults, Journal(), timing)) as host:
        yield host


def listening(address: str, query: str = GOOD_QUERY, key: str = KEY) -> connect:
    headers = {"Authorization": f"Token {key}"}
    return connect(f"ws://{address}/v1/listen?{query}", additional_headers=headers, compression=None)


async def messages_until(socket: ClientConnection, kind: str, **having: Any) -> list[dict[str, Any]]:
    """The messages up to one of this type with these fields."""
    wanted = having | {"type": kind}
    messages: list[dict[str, Any]] = []
    while not messages or any(messages[-1].get(name) != value for name, value in wanted.items()):
        messages.append(json.loads(await socket.recv()))
    return messages


def best_of(message: dict[str, Any]) -> dict[str, Any]:
    best: dict[str, Any] = message["channel"]["alternatives"][0]
    return best


async def test_conversation_over_the_socket(address: str) -> None:
    async with listening(address) as socket:
        await socket.send(said("Yes, I have two minutes.", 700))
        final = (await messages_until(socket, "Results", speech_final=True))[-1]
        await socket.send('{"type":"CloseStream"}')
        metadata = (await messages_until(socket, "Metadata"))[-1]
        await socket.wait_closed()
    best = best_of(final)
    assert "Yes, I have two minutes." == best["transcript"]
    assert [("yes", "Yes,"), ("minutes", "minutes.")] == [
        (word["word"], word["punctuated_word"]) for word in (best["words"][0], best["words"][-1])
    ]
    assert (1, 1000) == (metadata["channels"], socket.close_code)


async def test_plain_transcript_has_no_punctuation(address: str) -> None:
    async with listening(address, GOOD_QUERY.replace("&punctuate=true", "")) as socket:
        await socket.send(said("Yes, I have two minutes.", 700))
        final = (await messages_until(socket, "Results", speech_final=True))[-1]
    assert "yes i have two minutes" == best_of(final)["transcript"]


async def test_finalize_tells_what_is_buffered(address: str) -> None:
    async with listening(address) as socket:
        await socket.send(said("Good morning", 20))
        await socket.send('{"type":"Finalize"}')
        final = (await messages_until(socket, "Results", from_finalize=True))[-1]
    assert (True, "Good morning") == (final["is_final"], best_of(final)["transcript"])


async def test_deepgram_sdk_understands_every_message(address: str) -> None:
    client = AsyncDeepgramClient(
        api_key=KEY,
        environment=DeepgramClientEnvironment(
            base=f"http://{address}",
            production=f"ws://{address}",
            agent=f"ws://{address}",
            agent_rest=f"http://{address}",
        ),
    )
    kinds: list[str] = []
    async with client.listen.v1.connect(
        model="nova-3",
        language="multi",
        language_hint=["en", "es"],
        encoding="mulaw",
        sample_rate=8000,
        interim_results="true",
        utterance_end_ms=1000,
        vad_events="true",
    ) as socket:
        await socket.send_keep_alive()
        await socket.send_media(said("Who is this?", 1500))
        async for message in socket:
            assert type(message).__name__.startswith("ListenV1")
            kinds.append(message.type)
            if kinds[-1] == "UtteranceEnd":
                break
        await socket.send_finalize()
        await socket.send_close_stream()
    assert {"SpeechStarted", "Results", "UtteranceEnd"} == set(kinds)


@pytest.mark.parametrize(
    "query, named",
    [
        ("encoding=mulaw&sample_rate=8000", "model"),
        (GOOD_QUERY.replace("nova-3", "flux-general-en"), "model"),
        (GOOD_QUERY.replace("mulaw", "mp3"), "encoding"),
        (GOOD_QUERY.replace("8000", "44100"), "sample_rate"),
        (GOOD_QUERY.replace("&sample_rate=8000", ""), "sample_rate"),
        (GOOD_QUERY + "&utterance_end_ms=200", "utterance_end_ms"),
        (GOOD_QUERY.replace("=true", "=false", 1) + "&utterance_end_ms=1000", "interim_results"),
        (GOOD_QUERY[:-3] + "soon", "endpointing"),
        (GOOD_QUERY + "&language=english", "language"),
        (GOOD_QUERY + "&language=es-MX", "es-MX"),
        (GOOD_QUERY + "&language=en&language_hint=en", "multi"),
        (GOOD_QUERY + "&language=multi&language_hint=xx", "xx"),
        (GOOD_QUERY + "&keywords=Ava", "keyterm"),
        (GOOD_QUERY + "&eot_threshold=0.7", "eot_threshold"),
    ],
)
async def test_bad_parameter_is_refused_at_the_handshake(address: str, query: str, named: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await listening(address, query)
    response = refused.value.response
    assert (400, True) == (response.status_code, named in response.headers["dg-error"])


async def test_wrong_key_is_refused(address: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await listening(address, key="stolen")
    assert 401 == refused.value.response.status_code


async def test_stream_without_audio_is_given_up(address: str) -> None:
    async with listening(address) as socket:
        await socket.wait_closed()
    assert (1011, True) == (socket.close_code, "net0001" in (socket.close_reason or ""))


@pytest.mark.parametrize("audio_ms, survives", [(0, False), (1000, True)])
async def test_keep_alive_counts_after_the_first_answer(address: str, audio_ms: int, survives: bool) -> None:
    """As users report of the vendor: with no audio at all, KeepAlive holds nothing open."""
    async with listening(address) as socket:
        if audio_ms:
            await socket.send(sounds.silence(audio_ms))
            await messages_until(socket, "Results")
        alive = await stays_open_with_keep_alive(socket)
    assert survives == alive


async def stays_open_with_keep_alive(socket: ClientConnection) -> bool:
    """Say KeepAlive, listening for 0.1 s after each, for three times as long as the vendor waits."""
    try:
        for _ in range(9):
            await socket.send('{"type":"KeepAlive"}')
            await messages_within(socket, 0.1)
    except ConnectionClosed:
        return False
    return True


async def messages_within(socket: ClientConnection, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            while True:
                await socket.recv()
    except TimeoutError:
        return


async def test_unknown_message_is_an_error_and_changes_nothing(address: str) -> None:
    async with listening(address) as socket:
        await socket.send('{"type":"ForceEndTurn"}')
        assert "SchemaError" == (await messages_until(socket, "Error"))[-1]["variant"]
        await socket.send(said("Hello?", 700))
        final = (await messages_until(socket, "Results", speech_final=True))[-1]
    assert "Hello?" == best_of(final)["transcript"]


async def test_vendor_breaks_off_in_mid_speech(address: str, faults: Faults) -> None:
    faults.add(Fault("deepgram", "close"))
    async with listening(address) as socket:
        await socket.send(said("good morning", 700))
        with pytest.raises(ConnectionClosed):
            await messages_until(socket, "Results", speech_final=True)
    assert 1011 == socket.close_code
