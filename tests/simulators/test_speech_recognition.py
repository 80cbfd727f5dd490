"""Flux on loopback: its grammar as a rule over audio, its socket through Deepgram's SDK and a plain client."""

import json
from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from deepgram import AsyncDeepgramClient
from deepgram.environment import DeepgramClientEnvironment
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from simulators import speech_recognition
from simulators.ordered_faults import Fault, Faults
from simulators.speech_recognition import RecognitionTiming
from simulators.speech_recognition.parameters import Thresholds
from simulators.speech_recognition.turns import TurnEvent, TurnReport, Turns
from simulators.vendor_journal import Journal
from simulators.words import mulaw, sounds
from simulators.words.voice import Mouth, Voice
from tests.simulators.loopback import serving

KEY = "deepgram-key"
VOICE = Voice()
EAGER = Thresholds(eager_eot_threshold=0.5)


def reports_of(audio: bytes, thresholds: Thresholds = EAGER, frame_bytes: int = 160) -> list[TurnReport]:
    """What the recogniser reports about this audio, the regular updates left out."""
    turns = Turns(thresholds, RecognitionTiming())
    pieces = [audio[start : start + frame_bytes] for start in range(0, len(audio), frame_bytes)]
    reports = [report for piece in pieces for report in turns.hear(piece)]
    return [report for report in reports if report.event is not TurnEvent.UPDATE]


def said(*parts: str | int) -> bytes:
    """Sentences with pauses (ms) between them, in one stream."""
    mouth = Mouth(VOICE)
    return b"".join(
        mouth.say(part).mulaw if isinstance(part, str) else sounds.silence(part) for part in parts
    )


def grammar(reports: list[TurnReport]) -> list[str]:
    return [report.event.value for report in reports]


def transcript(report: TurnReport) -> tuple[str, str]:
    return report.event.value, report.transcript


def test_turn_begins_with_a_word_and_ends_after_silence() -> None:
    reports = reports_of(said(300, "Yes, I have two minutes.", 600))
    assert ["StartOfTurn", "EagerEndOfTurn", "EndOfTurn"] == grammar(reports)
    assert ("EndOfTurn", "Yes, I have two minutes.") == transcript(reports[-1])
    assert "model" == reports[-1].trigger


def test_end_comes_at_the_same_moment_every_time() -> None:
    audio = said("Yes, I have two minutes.", 600)
    eager, end = reports_of(audio)[-2:]
    assert 200 == end.window_end_ms - eager.window_end_ms
    assert 450 <= end.window_end_ms - end.words[-1].end_ms <= 520
    assert reports_of(audio) == reports_of(audio, frame_bytes=640)


def test_person_who_goes_on_resumes_the_turn() -> None:
    reports = reports_of(said("I think", 350, "it is a good idea", 700))
    assert ["StartOfTurn", "EagerEndOfTurn", "TurnResumed", "EagerEndOfTurn", "EndOfTurn"] == grammar(reports)
    assert "I think it is a good idea" == reports[-1].transcript


def test_end_says_what_the_eager_end_said() -> None:
    eager, end = reports_of(said("I think", 350, "it is a good idea", 700))[-2:]
    assert ("EagerEndOfTurn", end.transcript) == transcript(eager)


def test_no_eager_end_unless_asked_for() -> None:
    assert ["StartOfTurn", "EndOfTurn"] == grammar(reports_of(said("Yes please", 700), Thresholds()))


def test_threshold_of_one_leaves_the_end_to_the_time_limit() -> None:
    thresholds = Thresholds(eot_threshold=1.0, eot_timeout_ms=1500)
    reports = reports_of(said("Yes please", 2000), thresholds)
    assert ["StartOfTurn", "EndOfTurn"] == grammar(reports)
    assert ("timeout", True) == (reports[-1].trigger, reports[-1].window_end_ms >= 1500)


def test_turns_are_counted_and_keep_their_own_words() -> None:
    ends = [r for r in reports_of(said("good morning", 700, "goodbye", 700)) if r.event is TurnEvent.END]
    assert [(0, "good morning"), (1, "goodbye")] == [(end.turn_index, end.transcript) for end in ends]


def test_updates_grow_with_the_words() -> None:
    turns = Turns(EAGER, RecognitionTiming())
    audio = said("one two three four five six seven", 700)
    spoken = [report.transcript for report in turns.hear(audio) if report.event is TurnEvent.UPDATE]
    assert len(spoken) >= 5
    assert all(later.startswith(earlier) for earlier, later in pairwise(spoken[:5]))


@pytest.mark.parametrize("sound", [sounds.silence(2000), sounds.beep(1000, 2000), sounds.comfort_noise(2000)])
def test_sounds_without_words_start_no_turn(sound: bytes) -> None:
    assert [] == grammar(reports_of(sound))


def test_damaged_frame_is_missing_from_the_transcript() -> None:
    """The words come from the audio: what the line destroyed cannot be recognised."""
    whole = VOICE.say("call me again tomorrow")
    again = whole.words[2]
    middle = (again.start_ms + again.end_ms) // 2 // 20 * 160
    damaged = whole.mulaw[:middle] + sounds.comfort_noise(20, level=2000) + whole.mulaw[middle + 160 :]
    assert "call me tomorrow" == reports_of(damaged + sounds.silence(600))[-1].transcript


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
async def address(faults: Faults, journal: Journal) -> AsyncIterator[str]:
    timing = RecognitionTiming(no_audio_seconds=0.3)
    async with serving(speech_recognition.routes(KEY, faults, journal, timing)) as host:
        yield host


GOOD_QUERY = "model=flux-general-en&encoding=mulaw&sample_rate=8000&eager_eot_threshold=0.4"


def listening(address: str, query: str = GOOD_QUERY, key: str = KEY) -> connect:
    headers = {"Authorization": f"Token {key}"}
    return connect(f"ws://{address}/v2/listen?{query}", additional_headers=headers, compression=None)


async def send_audio(socket: ClientConnection, audio: bytes) -> None:
    for start in range(0, len(audio), 160):
        await socket.send(audio[start : start + 160])


async def messages_until(socket: ClientConnection, event: str) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = []
    while not messages or messages[-1].get("event", messages[-1]["type"]) != event:
        messages.append(json.loads(await socket.recv()))
    return messages


async def test_conversation_over_the_socket(address: str, journal: Journal) -> None:
    async with listening(address) as socket:
        await send_audio(socket, said("Yes, I have two minutes.", 700))
        messages = await messages_until(socket, "EndOfTurn")
        await socket.send('{"type":"CloseStream"}')
        await socket.wait_closed()

    assert "Connected" == messages[0]["type"]
    assert list(range(len(messages))) == [message["sequence_id"] for message in messages]
    end = messages[-1]
    assert ("Yes, I have two minutes.", 0, "model") == (end["transcript"], end["turn_index"], end["trigger"])
    assert ["Yes,", "I", "have", "two", "minutes."] == [word["word"] for word in end["words"]]
    assert 1000 == socket.close_code
    noted = next(entry for entry in journal.entries() if entry["event"] == "EndOfTurn")
    assert ("Yes, I have two minutes.", end["words"][-1]["end"] * 1000) == (
        noted["transcript"],
        noted["last_word_end_ms"],
    )


async def test_linear_audio_is_heard_as_well(address: str) -> None:
    audio = said("good morning", 600)
    linear = mulaw.decode(audio).astype(np.int16).tobytes()
    async with listening(address, GOOD_QUERY.replace("mulaw", "linear16")) as socket:
        await socket.send(linear)
        assert "good morning" == (await messages_until(socket, "EndOfTurn"))[-1]["transcript"]


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
    events = []
    async with client.listen.v2.connect(
        model="flux-general-en", encoding="mulaw", sample_rate=8000, eager_eot_threshold=0.5
    ) as socket:
        await socket.send_media(said("Who is this?", 700))
        async for message in socket:
            assert type(message).__name__.startswith("ListenV2")
            events.append(getattr(message, "event", message.type))
            if events[-1] == "EndOfTurn":
                break
        await socket.send_close_stream()
    assert ["Connected", "StartOfTurn", "EagerEndOfTurn", "EndOfTurn"] == [e for e in events if e != "Update"]


@pytest.mark.parametrize(
    "query, named",
    [
        ("encoding=mulaw&sample_rate=8000", "model"),
        (GOOD_QUERY.replace("flux-general-en", "nova-3"), "model"),
        (GOOD_QUERY.replace("mulaw", "mp3"), "encoding"),
        (GOOD_QUERY + "&eot_threshold=0.2", "eot_threshold"),
        (GOOD_QUERY.replace("general-en", "general-multi") + "&language_hint=ta", "ta"),
        (GOOD_QUERY + "&eot_timeout_ms=100", "eot_timeout_ms"),
        (GOOD_QUERY.replace("0.4", "0.8"), "eager_eot_threshold"),
        (GOOD_QUERY + "&interim_results=true", "interim_results"),
    ],
)
async def test_bad_parameter_is_refused_at_the_handshake(address: str, query: str, named: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await listening(address, query)
    response = refused.value.response
    assert (400, True) == (response.status_code, named in response.headers["dg-error"])
    assert json.loads(response.body)["request_id"] == response.headers["dg-request-id"]


async def test_wrong_key_is_refused(address: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await listening(address, key="stolen")
    assert 401 == refused.value.response.status_code
    assert "INVALID_AUTH" == json.loads(refused.value.response.body)["err_code"]


async def test_busy_vendor_refuses_once(address: str, faults: Faults) -> None:
    faults.add(Fault("deepgram", "429"))
    with pytest.raises(InvalidStatus) as refused:
        await listening(address)
    assert 429 == refused.value.response.status_code
    async with listening(address) as socket:
        assert "Connected" == json.loads(await socket.recv())["type"]


async def test_stream_without_audio_is_given_up(address: str) -> None:
    async with listening(address) as socket:
        messages = await messages_until(socket, "Error")
        await socket.wait_closed()
    assert "NET-0001" == messages[-1]["code"]
    assert 1011 == socket.close_code


async def test_vendor_breaks_off_in_mid_turn(address: str, faults: Faults) -> None:
    faults.add(Fault("deepgram", "close"))
    async with listening(address) as socket:
        await socket.send(said("good morning", 700))
        with pytest.raises(ConnectionClosed):
            await messages_until(socket, "EndOfTurn")
    assert 1011 == socket.close_code


async def test_stalled_vendor_delivers_late(address: str, faults: Faults, journal: Journal) -> None:
    faults.add(Fault("deepgram", "stall", parameters={"seconds": 0.2}))
    async with listening(address) as socket:
        await send_audio(socket, said("good morning", 700))
        await messages_until(socket, "EndOfTurn")
    stalled, start = (
        entry["at_ms"] for entry in journal.entries() if entry["event"] in ("stall", "StartOfTurn")
    )
    assert start - stalled >= 200


async def test_thresholds_can_be_changed_on_the_way(address: str) -> None:
    async with listening(address) as socket:
        await socket.send('{"type":"Configure","thresholds":{"eot_threshold":0.9},"keyterms":["Ava"]}')
        success = (await messages_until(socket, "ConfigureSuccess"))[-1]
        await socket.send('{"type":"Configure","thresholds":{"eot_threshold":7}}')
        failure = (await messages_until(socket, "ConfigureFailure"))[-1]
    assert (0.9, ["Ava"]) == (success["thresholds"]["eot_threshold"], success["keyterms"])
    assert "INVALID_THRESHOLDS" == failure["code"]


async def test_client_can_end_the_turn(address: str) -> None:
    async with listening(address) as socket:
        await socket.send(said("good morning"))
        await socket.send('{"type":"ForceEndTurn"}')
        end = (await messages_until(socket, "EndOfTurn"))[-1]
    assert "manual" == end["trigger"]


async def test_unknown_message_ends_the_stream(address: str) -> None:
    async with listening(address) as socket:
        await socket.send('{"type":"KeepAlive"}')
        assert "UNPARSABLE_CLIENT_MESSAGE" == (await messages_until(socket, "Error"))[-1]["code"]
        await socket.wait_closed()
    assert 1008 == socket.close_code


async def test_swapped_sockets_swap_transcripts(address: str) -> None:
    """Nothing but the received audio decides what is recognised: no side channel knows the call."""
    async with listening(address) as first, listening(address) as second:
        await send_audio(second, said("I am the first", 700))
        await send_audio(first, said("I am the second", 700))
        heard = [(await messages_until(socket, "EndOfTurn"))[-1]["transcript"] for socket in (first, second)]
    assert ["I am the second", "I am the first"] == heard
