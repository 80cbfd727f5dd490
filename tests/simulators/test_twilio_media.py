"""The media stream: real-time frames, playout, marks and clears, misuse; checked at a real socket."""

import base64
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.people.person import LineQuality
from simulators.phone_network.line import is_audible
from simulators.phone_network.line_quality import Impairment
from simulators.phone_network.playout import FRAME_BYTES, Speaker
from simulators.serving import ServedWorld
from simulators.words import mulaw, sounds
from tests.simulators.conftest import THEIRS, Dial, listener
from tests.simulators.customer import Customer, Session, until

pytestmark = pytest.mark.long


async def _listen(session: Session, frames: int) -> list[dict[str, Any]]:
    def media() -> list[dict[str, Any]]:
        return [message for message in session.messages if message["event"] == "media"]

    await session.until(lambda: len(media()) >= frames or session.is_closed)
    return media()


async def test_stream_begins_with_connected_and_start(customer: Customer, dial: Dial) -> None:
    call = await dial()
    await until(lambda: customer.sessions and len(customer.sessions[0].messages) > 2)
    connected, start, media = customer.sessions[0].messages[:3]
    assert {"event": "connected", "protocol": "Call", "version": "1.0.0"} == connected
    assert "1" == start["sequenceNumber"]
    assert start["start"] == {
        "accountSid": call.account_sid,
        "streamSid": start["streamSid"],
        "callSid": call.sid,
        "tracks": ["inbound"],
        "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
        "customParameters": {"call_key": "k1"},
    }
    assert "2" == media["sequenceNumber"]
    assert {"track": "inbound", "chunk": "1", "timestamp": "0"} == {
        key: value for key, value in media["media"].items() if key != "payload"
    }


async def test_frames_come_in_real_time_and_hold_noise_when_nobody_speaks(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    await dial()
    await until(lambda: customer.sessions and customer.sessions[0].start)
    frames = await _listen(customer.sessions[0], 60)
    payloads = [base64.b64decode(frame["media"]["payload"]) for frame in frames]
    assert {len(payload) for payload in payloads} == {FRAME_BYTES}
    assert len(set(payloads)) > 30
    assert not any(is_audible(payload) for payload in payloads)
    timestamps = [int(frame["media"]["timestamp"]) for frame in frames]
    assert timestamps[:60] == [20 * number for number in range(60)]


async def test_mark_comes_back_when_what_was_sent_before_it_has_been_heard(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    async def agent(session: Session) -> None:
        await session.say("Good morning to you.")
        await session.mark("greeting")
        await session.until(lambda: session.marks)

    customer.agent = agent
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    entry = world.ledger.entries()[0]
    assert "Good morning to you." == entry["heard_text"]
    assert ["greeting"] == entry["marks"]
    assert ["greeting"] == customer.sessions[0].marks


async def test_clear_silences_what_is_left_and_returns_every_mark(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    async def agent(session: Session) -> None:
        await session.mark("first")
        await session.say("One two three four five six seven eight nine ten eleven twelve.")
        await session.mark("never heard")
        await session.until(lambda: world.ledger.entries()[0]["heard"])
        await session.clear()
        await session.until(lambda: len(session.marks) == 2)

    customer.agent = agent
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    entry = world.ledger.entries()[0]
    assert ["first", "never heard"] == customer.sessions[0].marks
    assert "One" in entry["heard_text"]
    assert "twelve" not in entry["heard_text"]
    assert 1 == entry["clears"]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"event": "dance", "streamSid": "STREAM"}, 31951),
        ({"event": "media", "media": {"payload": ""}}, 31951),
        ({"event": "media", "streamSid": "STREAM", "media": {"payload": "", "track": "outbound"}}, 31951),
        ({"event": "media", "streamSid": "STREAM", "media": {"payload": "no base64!"}}, 31951),
        ({"event": "mark", "streamSid": "STREAM", "mark": {}}, 31951),
        ({"event": "clear", "streamSid": "STREAM", "now": True}, 31951),
    ],
)
async def test_misused_message_is_a_violation_reported_once(
    world: ServedWorld, customer: Customer, dial: Dial, message: dict[str, Any], code: int
) -> None:
    async def agent(session: Session) -> None:
        named = {key: session.stream_sid if value == "STREAM" else value for key, value in message.items()}
        await session.send(named)
        await session.send(named)
        await session.mark("after")
        await session.until(lambda: session.marks)

    customer.agent = agent
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    assert [(code, 2)] == [(each["code"], each["count"]) for each in world.ledger.entries()[0]["violations"]]


async def test_binary_frame_is_a_violation(world: ServedWorld, customer: Customer, dial: Dial) -> None:
    async def agent(session: Session) -> None:
        await session.socket.send_bytes(b"\xff" * FRAME_BYTES)
        await session.mark("after")
        await session.until(lambda: session.marks)

    customer.agent = agent
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    assert [31950] == [each["code"] for each in world.ledger.entries()[0]["violations"]]


async def test_wrong_stream_closes_the_socket(world: ServedWorld, customer: Customer, dial: Dial) -> None:
    async def agent(session: Session) -> None:
        await session.send({"event": "clear", "streamSid": "MZ" + "0" * 32})
        await session.until(lambda: session.is_closed)

    customer.agent = agent
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    assert [31951] == [each["code"] for each in world.ledger.entries()[0]["violations"]]


async def test_pressed_keys_arrive_as_messages(world: ServedWorld, customer: Customer, dial: Dial) -> None:
    async def agent(session: Session) -> None:
        await session.say("Press one to agree.")
        await session.until(lambda: any(message["event"] == "dtmf" for message in session.messages))

    customer.agent = agent
    world.cast.assign(THEIRS, listener(replies=[{"when": "press one", "press": "1"}]))
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    assert "1" == world.ledger.entries()[0]["dtmf"]
    pressed = next(message for message in customer.sessions[0].messages if message["event"] == "dtmf")
    assert {"track": "inbound_track", "digit": "1"} == pressed["dtmf"]


async def test_turn_is_stamped_where_the_callee_hears_it(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    """Requirement 3: end of the person's speech to the first audible audio of the reply."""

    async def agent(session: Session) -> None:
        await session.reply()
        await session.play(sounds.silence(200))
        await session.say("Hello, how are you?")
        await session.mark("said")
        await session.until(lambda: session.marks)

    customer.agent = agent
    world.cast.assign(THEIRS, listener(greeting="Hello?", greeting_after_ms=50))
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    turn = world.ledger.entries()[0]["turns"][0]
    assert turn["person_began_ms"] < turn["person_ended_ms"] < turn["reply_received_ms"]
    assert 160 <= turn["reply_began_ms"] - turn["reply_received_ms"] <= 1000
    assert turn["reply_received_ms"] - turn["person_ended_ms"] > 450
    assert not turn["overlapped"]


async def test_turn_names_the_stream_that_carried_all_of_it(
    world: ServedWorld, customer: Customer, dial: Dial
) -> None:
    async def agent(session: Session) -> None:
        await session.reply()
        await session.say("And you?")
        await session.until(lambda: "never" in " ".join(session.heard).lower())

    customer.agent = agent
    customer.after_stream = '<Response><Pause length="1"/><Hangup/></Response>'
    replies = [{"when": "you", "say": "Never ever call me again, do you hear?"}]
    world.cast.assign(THEIRS, listener(greeting="Hello?", greeting_after_ms=50, replies=replies))
    call = await dial()
    await until(lambda: world.ledger.calls[call.sid].is_over)
    entry = world.ledger.entries()[0]
    assert [1, None] == [turn["stream"] for turn in entry["turns"]]
    assert [] == entry["streams_lost"]


@given(st.lists(st.one_of(st.binary(max_size=700), st.text("ab", min_size=1, max_size=2)), max_size=12))
def test_speaker_plays_everything_in_order_and_each_mark_after_its_audio(queued: list[bytes | str]) -> None:
    speaker = Speaker()
    sent, expected, returned = 0, [], []
    for item in queued:
        if isinstance(item, bytes):
            speaker.accept(item)
            sent += len(item)
        else:
            returned += [(name, 0) for name in speaker.mark(item)]
            expected.append((item, sent))
    heard = b""
    while speaker.waiting_ms or len(heard) < sent:
        frame, due = speaker.play()
        heard += frame or b""
        returned += [(name, len(heard)) for name in due]
    assert heard[:sent] == b"".join(item for item in queued if isinstance(item, bytes))
    assert [name for name, _ in returned] == [name for name, _ in expected]
    assert all(at >= after for (_, at), (_, after) in zip(returned, expected, strict=True))


def test_cleared_speaker_is_silent_and_owes_no_mark() -> None:
    speaker = Speaker()
    speaker.accept(b"\x00" * 1000)
    speaker.mark("a")
    speaker.play()
    speaker.accept(b"\x00" * 10)
    speaker.mark("b")
    assert ["a", "b"] == speaker.clear()
    assert (None, []) == speaker.play()
    assert (160, 850) == (speaker.played_bytes, speaker.cleared_bytes)
    assert ["c"] == speaker.mark("c")


def test_held_frames_arrive_in_a_bunch_and_none_is_lost() -> None:
    line = Impairment(LineQuality(held_share=0.05), seed="call")
    sent = [bytes([number % 256]) * FRAME_BYTES for number in range(5000)]
    arrivals = [line.arriving(frame) for frame in sent]
    arrived = [frame for frames in arrivals for frame in frames]
    assert sent[: len(arrived)] == arrived
    assert len(sent) - len(arrived) < 15
    bunches = [len(frames) for frames in arrivals if len(frames) > 1]
    assert 5 <= min(bunches) <= max(bunches) <= 15
    assert 0.02 < sum(bunches) / len(sent) < 0.1


@pytest.mark.parametrize("echo_ms", [40, 20, 300])
def test_echo_is_our_own_sound_later_and_quieter(echo_ms: int) -> None:
    line, late = Impairment(LineQuality(echo_db=20, echo_ms=echo_ms), seed="call"), echo_ms // 20
    ours = sounds.beep(440, 20)
    silence = sounds.silence(20)
    came_back = []
    for frame in (ours, *[None] * (late + 1)):
        came_back.append(line.with_echo(silence))
        line.heard(frame)
    loud = np.abs(mulaw.decode(ours)).max()
    assert [number == late for number in range(late + 2)] == [is_audible(frame) for frame in came_back]
    assert 0.08 * loud < np.abs(mulaw.decode(came_back[late])).max() < 0.12 * loud
