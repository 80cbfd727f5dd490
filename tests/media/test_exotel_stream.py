"""What is Exotel's own: its sound, its chunk sizes, the fields its pages disagree about, its handshake."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.carriers import exotel_stream as exotel
from media.carriers import stream
from media.carriers.mulaw import mulaw_of, samples_of


def media(samples: bytes) -> bytes:
    """A message of the person's side."""
    return json.dumps({"event": "media", "media": {"payload": base64.b64encode(samples).decode()}}).encode()


def start(**fields: Any) -> bytes:
    """A start with these fields beside its ids."""
    return json.dumps({"event": "start", "start": {"stream_sid": "S1", "call_sid": "C1", **fields}}).encode()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"media_format": {"encoding": "slin", "sample_rate": 8000, "bit_rate": "128kbps"}},
        {
            "media_format": {"encoding": "base64", "sample_rate": "8000", "bit_rate": 16},
            "custom_parameters": None,
        },
        {"mediaFormat": {"encoding": "audio/x-raw"}, "customParameters": {}},
        {"mediaFormat": {"encoding": None, "sample_rate": None}, "streamSid": None, "callSid": None},
    ],
)
def test_a_start_is_read_as_each_page_writes_it(fields: dict[str, Any]) -> None:
    assert stream.Start("S1", "C1", {}) == exotel.ExotelStream().read(start(**fields))


def test_a_parameter_may_be_a_number() -> None:
    assert stream.Start("S1", "C1", {"lead": "7"}) == exotel.ExotelStream().read(
        start(custom_parameters={"lead": 7})
    )


@pytest.mark.parametrize(
    "message",
    [
        start(media_format={"encoding": "raw", "sample_rate": "16000"}),
        start(media_format={"encoding": "audio/x-mulaw", "sample_rate": "8000"}),
        b'{"event":"start","start":{"call_sid":"C1"}}',
    ],
    ids=["other rate", "other sound", "no stream"],
)
def test_a_stream_that_we_could_not_hear_or_answer_is_refused(message: bytes) -> None:
    with pytest.raises(stream.MalformedMessage):
        exotel.ExotelStream().read(message)


@given(st.lists(st.integers(0, 2_000), max_size=20))
def test_pieces_of_any_size_become_whole_frames_and_lose_nothing(sizes: list[int]) -> None:
    samples = bytes(number * 7 % 251 for number in range(sum(sizes)))
    dialect, at = exotel.ExotelStream(), 0
    heard: list[bytes] = []
    for size in sizes:
        read = dialect.read(media(samples[at : at + size]))
        assert isinstance(read, stream.Media)
        heard += read.frames
        at += size
    assert {160} >= {len(frame) for frame in heard}
    assert mulaw_of(samples[: len(samples) // 320 * 320]) == b"".join(heard)


@given(st.lists(st.integers(0, 60_000), max_size=8))
def test_every_chunk_is_one_that_exotel_takes(sizes: list[int]) -> None:
    """Multiples of 320 bytes, 3,200 to 100,000 of them, with a number, a chunk and a timestamp each."""
    composer = exotel.Composer("S1")
    messages = [message for size in sizes for message in composer.media(b"\x01" * size, 0.0)]
    *chunks, _ = map(json.loads, (*messages, *composer.mark("end")))
    lengths = [len(base64.b64decode(chunk["media"]["payload"])) for chunk in chunks]
    assert all(3_200 <= length <= 100_000 and length % 320 == 0 for length in lengths)
    assert list(range(1, len(chunks) + 1)) == [chunk["sequence_number"] for chunk in chunks]
    assert list(range(1, len(chunks) + 1)) == [chunk["media"]["chunk"] for chunk in chunks]
    assert list(range(1, len(chunks) + 1)) == [chunk["media"]["sequenceNumber"] for chunk in chunks]
    assert [sum(lengths[:place]) // 16 for place in range(len(chunks))] == [
        int(chunk["media"]["timestamp"]) for chunk in chunks
    ]


def payloads(messages: stream.Messages) -> list[bytes]:
    return [base64.b64decode(json.loads(message)["media"]["payload"]) for message in messages]


@given(
    st.lists(st.integers(1, 60_000), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 300)), max_size=6),
)
def test_after_a_clear_everything_leaves_as_on_a_fresh_stream(
    before: list[int], after: list[tuple[int, int]]
) -> None:
    """An answer after an interruption waits for no audio that was dropped, and none of it stands before it."""
    interrupted, fresh, now = exotel.Composer("S1"), exotel.Composer("S1"), 1_000.0
    for size in before:
        interrupted.media(b"\x02" * size, now)
    interrupted.clear()
    for size, pause_ms in after:
        audio = b"\x01" * size
        assert payloads(fresh.media(audio, now)) == payloads(interrupted.media(audio, now))
        now += pause_ms
        assert payloads(fresh.overdue(now)) == payloads(interrupted.overdue(now))


def test_a_short_reply_leaves_with_silence_behind_it() -> None:
    composer = exotel.Composer("S1")
    assert () == composer.media(b"\x01" * 80, 0.0)
    chunk, mark = map(json.loads, composer.mark("end"))
    assert samples_of(b"\x01" * 80) + b"\x00" * 3_040 == base64.b64decode(chunk["media"]["payload"])
    ids = {"stream_sid": "S1", "streamSid": "S1"}
    assert {"event": "mark", "sequence_number": 2, **ids, "mark": {"name": "end"}} == mark


def test_a_reply_that_begins_in_small_pieces_is_not_torn_apart() -> None:
    composer = exotel.Composer("S1")
    assert () == composer.media(b"\x01" * 800, 0.0) + composer.overdue(20.0) + composer.overdue(80.0)
    (chunk,) = map(json.loads, composer.media(b"\x01" * 800, 80.0) + composer.overdue(80.0))
    assert samples_of(b"\x01" * 1_600) == base64.b64decode(chunk["media"]["payload"])


@given(st.integers(-32_635, 32_635))
def test_a_sample_survives_the_codec_within_its_step(sample: int) -> None:
    """G.711 keeps 14 bits of the small and about 1/32 of the large."""
    back = int.from_bytes(
        samples_of(mulaw_of(sample.to_bytes(2, "little", signed=True))), "little", signed=True
    )
    assert abs(back - sample) <= max(8, abs(sample) // 16)


def test_every_code_survives_the_way_to_samples_and_back() -> None:
    codes = bytes(range(256))
    assert codes.replace(b"\x7f", b"\xff") == mulaw_of(samples_of(codes))


def test_ids_in_camel_case_name_the_stream_and_the_call() -> None:
    message = {
        "event": "start",
        "start": {"streamSid": "S2", "callSid": "C2", "customParameters": {"lead": 7}},
    }
    assert stream.Start("S2", "C2", {"lead": "7"}) == exotel.ExotelStream().read(json.dumps(message))


def test_how_long_the_far_end_plays_counts_from_when_it_was_sent() -> None:
    """A line that was silent for long has not played for so long."""
    composer = exotel.ExotelStream().composer("S1")
    assert 1 == len(composer.media(b"\x00" * 1_600, 10_000.0))
    assert () == composer.media(b"\x00" * 160, 10_000.0)
    assert () == composer.overdue(10_150.0)
    assert 1 == len(composer.overdue(10_160.0))


def test_a_small_piece_waits_until_the_far_end_is_about_to_fall_silent() -> None:
    """All that was sent plays one after the other; and its own last audio is a while ago."""
    composer = exotel.ExotelStream().composer("S1")
    assert 2 == len(composer.media(b"\x00" * 1_600, 0.0) + composer.media(b"\x00" * 1_600, 0.0))
    assert () == composer.media(b"\x00" * 160, 0.0)
    assert () == composer.overdue(359.0)
    assert 1 == len(composer.overdue(360.0)), "plays until 400, and then 200 more"
    assert () == composer.media(b"\x00" * 160, 540.0)
    assert () == composer.overdue(639.0)
    assert 1 == len(composer.overdue(640.0))


def test_what_was_padded_late_plays_from_then_on() -> None:
    composer = exotel.ExotelStream().composer("S1")
    assert () == composer.media(b"\x00" * 160, 0.0)
    assert 1 == len(composer.overdue(1_000.0))
    assert () == composer.media(b"\x00" * 160, 1_050.0)
    assert () == composer.overdue(1_159.0)
    assert 1 == len(composer.overdue(1_160.0))
