"""Requirement 51: what every carrier's stream dialect does, whatever its messages look like, one contract for all."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.carriers import stream
from media.carriers.dialects import StreamPath, stream_path
from media.carriers.exotel_stream import ExotelStream
from media.carriers.mulaw import mulaw_of, samples_of
from media.carriers.twilio_stream import TwilioStream


@dataclass(frozen=True)
class Wire:
    """One carrier's wire: its dialect, how it names and fills things, how it writes µ-law down."""

    name: str
    dialect: Callable[[], stream.Dialect]
    sid: str
    call_sid: str
    custom: str
    sound: dict[str, Any]
    encode: Callable[[bytes], bytes]
    decode: Callable[[bytes], bytes]

    def message(self, event: str, **fields: Any) -> bytes:
        return json.dumps({"event": event, self.sid: "S1", **fields}).encode()

    def start(self) -> bytes:
        body = {self.sid: "S1", self.call_sid: "C1", self.custom: {"a": "b"}, **self.sound}
        return self.message("start", start=body)

    def media(self, mulaw: bytes) -> bytes:
        return self.message("media", media={"payload": base64.b64encode(self.encode(mulaw)).decode()})


WIRES = [
    Wire(
        "twilio",
        TwilioStream,
        "streamSid",
        "callSid",
        "customParameters",
        {"mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1}},
        lambda mulaw: mulaw,
        lambda payload: payload,
    ),
    Wire(
        "exotel",
        ExotelStream,
        "stream_sid",
        "call_sid",
        "custom_parameters",
        {"media_format": {"encoding": "audio/x-raw", "sample_rate": "8000", "bit_rate": "16"}},
        samples_of,
        mulaw_of,
    ),
]
each_wire = pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.name)

# 0x7F is µ-law's second zero: as a 16-bit sample it is the same as 0xFF.
audio = st.lists(st.integers(0, 255).filter(lambda code: code != 0x7F), max_size=5_000).map(bytes)


@each_wire
@pytest.mark.parametrize(
    ("event", "fields", "expected"),
    [
        ("connected", {}, stream.Connected()),
        ("mark", {"mark": {"name": "1.1"}}, stream.Mark("1.1")),
        ("dtmf", {"dtmf": {"digit": "5", "duration": "100"}}, stream.Digit("5")),
        ("dtmf", {"dtmf": {"digit": 5, "duration": None}, "mark": None, "start": None}, stream.Digit("5")),
        ("stop", {"stop": {"reason": "callended"}}, stream.Stop()),
        ("something new", {"media": {"payload": "AAAA"}}, None),
    ],
)
def test_each_event_is_read_and_an_unknown_one_passed_over(
    wire: Wire, event: str, fields: dict[str, Any], expected: stream.Incoming | None
) -> None:
    assert expected == wire.dialect().read(wire.message(event, **fields))


@each_wire
def test_a_start_names_its_stream_as_often_as_it_comes(wire: Wire) -> None:
    dialect = wire.dialect()
    expected = stream.Start("S1", "C1", {"a": "b"})
    assert [expected, expected] == [dialect.read(wire.start()), dialect.read(wire.start().decode())]


@each_wire
@pytest.mark.parametrize(
    "message",
    [b"", b"[]", b"\xff", b'{"event":[]}', b'{"event":"media","media":{"payload":"?a"}}'],
)
def test_nonsense_is_refused(wire: Wire, message: bytes) -> None:
    with pytest.raises(stream.MalformedMessage):
        wire.dialect().read(message)


@each_wire
@pytest.mark.parametrize("frames", [1, 5])
def test_the_persons_audio_comes_in_frames_of_20_ms(wire: Wire, frames: int) -> None:
    heard = bytes(range(100)) * 8
    media = wire.dialect().read(wire.media(heard[: 160 * frames]))
    assert media == stream.Media(tuple(heard[160 * n : 160 * (n + 1)] for n in range(frames)))


@each_wire
@given(pieces=st.lists(audio, max_size=6))
def test_all_audio_is_played_in_order_before_its_mark(wire: Wire, pieces: list[bytes]) -> None:
    composer = wire.dialect().composer("S1")
    messages = [message for piece in pieces for message in composer.media(piece, 0.0)]
    messages += composer.mark("end")
    *media, mark = [json.loads(message) for message in messages]
    assert ("mark", {"name": "end"}) == (mark["event"], mark["mark"])
    played = b"".join(wire.decode(base64.b64decode(each["media"]["payload"])) for each in media)
    said = b"".join(pieces)
    assert said == played[: len(said)]
    assert set() == set(played[len(said) :]) - {0xFF}
    assert {"S1"} == {each[wire.sid] for each in (*media, mark)}


@each_wire
def test_nothing_that_waited_is_played_after_a_clear(wire: Wire) -> None:
    composer = wire.dialect().composer("S1")
    composer.media(b"\x01" * 200, 0.0)
    (clear,) = composer.clear()
    assert {"event": "clear", wire.sid: "S1"}.items() <= json.loads(clear).items()
    assert () == composer.overdue(1_000.0)
    assert 1 == len(composer.mark("next"))


@each_wire
def test_audio_waits_only_while_there_is_something_else_to_play(wire: Wire) -> None:
    """A model that stalls in the middle of a reply must not keep the end of its last word."""
    composer = wire.dialect().composer("S1")
    sent = len(composer.media(b"\x01" * 1_600, 0.0) + composer.media(b"\x02" * 400, 0.0))
    sent += len(composer.overdue(100.0)) + len(composer.overdue(180.0))
    assert 2 == sent
    assert () == composer.overdue(200.0)


@each_wire
def test_names_are_written_as_json(wire: Wire) -> None:
    composer = wire.dialect().composer('S"1')
    (mark,) = map(json.loads, composer.mark('m"1'))
    assert ('S"1', 'm"1') == (mark[wire.sid], mark["mark"]["name"])


@each_wire
def test_a_piece_fits_into_what_may_be_sent_ahead(wire: Wire) -> None:
    dialect = wire.dialect()
    assert dialect.piece_ms * 2 <= dialect.ahead_ms <= 400


@pytest.mark.parametrize("payload", ["?a", "é" * 8, "\u0915" * 4])
@pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.name)
def test_audio_that_is_no_base64_is_nonsense(wire: Wire, payload: str) -> None:
    with pytest.raises(stream.MalformedMessage):
        wire.dialect().read(wire.message("media", media={"payload": payload}))


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("/stream/twilio/p1/t1", StreamPath("twilio", "p1", "t1")),
        ("/stream/exotel/p1/t1?sample-rate=8000", StreamPath("exotel", "p1", "t1")),
        ("/stream/p1/t1", StreamPath("twilio", "p1", "t1")),
        ("/exotel/p1/t1?a=/b", StreamPath("exotel", "p1", "t1")),
        ("/other/p1/t1", None),
        ("/stream/t1", None),
        ("/stream/twilio/p1/t1/more", None),
        ("/", None),
    ],
)
def test_a_path_names_its_stream(path: str, named: StreamPath | None) -> None:
    assert named == stream_path(path)
