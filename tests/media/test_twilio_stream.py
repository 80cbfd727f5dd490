"""Twilio's media stream messages, read and written."""

import base64
import json

import pytest

from media.carriers import stream
from media.carriers import twilio_stream as twilio

START = {
    "event": "start",
    "sequenceNumber": "1",
    "streamSid": "MZ1",
    "start": {
        "accountSid": "AC1",
        "streamSid": "MZ1",
        "callSid": "CA1",
        "tracks": ["inbound"],
        "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
        "customParameters": {"a": "b"},
    },
}
MEDIA = {
    "track": "inbound",
    "chunk": "1",
    "timestamp": "5",
    "payload": base64.b64encode(b"\x7f" * 160).decode(),
}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ({"event": "connected", "protocol": "Call", "version": "1.0.0"}, stream.Connected()),
        (START, stream.Start("MZ1", "CA1", {"a": "b"})),
        (
            {"event": "media", "sequenceNumber": "3", "streamSid": "MZ1", "media": MEDIA},
            stream.Media((b"\x7f" * 160,)),
        ),
        (
            {"event": "mark", "sequenceNumber": "4", "streamSid": "MZ1", "mark": {"name": "1.1"}},
            stream.Mark("1.1"),
        ),
        (
            {"event": "dtmf", "streamSid": "MZ1", "dtmf": {"track": "inbound_track", "digit": "1"}},
            stream.Digit("1"),
        ),
        (
            {"event": "stop", "streamSid": "MZ1", "stop": {"accountSid": "AC1", "callSid": "CA1"}},
            stream.Stop(),
        ),
        ({"event": "something new"}, None),
    ],
)
def test_each_message_is_read(message: dict[str, object], expected: stream.Incoming | None) -> None:
    assert twilio.TwilioStream().read(json.dumps(message).encode()) == expected


@pytest.mark.parametrize(("encoding", "rate"), [("audio/x-mulaw", 16_000), ("audio/l16", 8_000)])
def test_a_stream_that_we_could_not_hear_is_refused(encoding: str, rate: int) -> None:
    sound = {"encoding": encoding, "sampleRate": rate, "channels": 1}
    began: dict[str, object] = {"streamSid": "MZ1", "callSid": "CA1", "mediaFormat": sound}
    with pytest.raises(stream.MalformedMessage):
        twilio.TwilioStream().read(json.dumps({"event": "start", "start": began}).encode())


@pytest.mark.parametrize(
    "message", [b"", b"[]", b'{"event":1}', b'{"event":"media","media":{"payload":"?a"}}']
)
def test_nonsense_is_refused(message: bytes) -> None:
    with pytest.raises(stream.MalformedMessage):
        twilio.TwilioStream().read(message)


def test_messages_are_written_exactly_as_documented() -> None:
    """A missing or extra field is Twilio's warning 31951."""
    composer = twilio.Composer('MZ"1')
    (media,) = map(json.loads, composer.media(b"\x00\xff" * 400, 0.0))
    assert media == {
        "event": "media",
        "streamSid": 'MZ"1',
        "media": {"payload": base64.b64encode(b"\x00\xff" * 400).decode()},
    }
    (mark,) = map(json.loads, composer.mark("1.2"))
    assert mark == {"event": "mark", "streamSid": 'MZ"1', "mark": {"name": "1.2"}}
    (clear,) = map(json.loads, composer.clear())
    assert clear == {"event": "clear", "streamSid": 'MZ"1'}
