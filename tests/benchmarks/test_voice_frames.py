"""Numbered audio is known again in every repacking, and the driver's wire understands what servers send."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode

from benchmarks.voice import script, wire
from benchmarks.voice.frames import FRAME_BYTES, frame, from_pcm, numbers_in, speech, to_pcm
from domain.transcripts import Speaker, Turn
from media.audio.tones import LineSounds
from media.audio.voice_activity import VoiceGate, power
from media.engine import endless_talk
from media.engine.conversation import begin
from tests.media.plans import plan

numbers = st.tuples(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFF))


@given(numbers, st.booleans())
def test_a_frame_tells_its_number(number: tuple[int, int], loud: bool) -> None:
    audio = frame(*number, loud=loud)
    assert FRAME_BYTES == len(audio)
    assert ([number], b"") == numbers_in(audio)


@given(numbers, st.booleans())
def test_a_frame_survives_pcm(number: tuple[int, int], loud: bool) -> None:
    audio = frame(*number, loud=loud)
    assert audio == from_pcm(to_pcm(audio))


@given(st.lists(st.integers(1, 700), min_size=1, max_size=30), st.integers(0, 159))
def test_numbers_are_found_in_any_repacking(sizes: list[int], offset: int) -> None:
    audio, found, tail, start = b"\xff" * offset + speech(7, 20), [], b"", 0
    for size in [*sizes, len(audio)]:
        new, tail = numbers_in(tail + audio[start : start + size])
        found += new
        start += size
    assert [(7, place) for place in range(20)] == found


def test_only_loud_frames_are_speech_and_none_is_a_tone() -> None:
    gate, sounds = VoiceGate(), LineSounds()
    for place in range(100):
        assert gate.frame(power(frame(3, place, loud=False))) is None
    assert any(gate.frame(power(frame(3, place, loud=True))) for place in range(100, 105))
    heard = [event for place in range(300) for event in sounds.frame(frame(3, place, loud=place % 100 < 60))]
    assert {"Voice"} == {type(event).__name__ for event in heard}


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("size", [0, 125, 126, 70_000])
def test_messages_are_cut_wherever_the_stream_breaks(size: int, masked: bool) -> None:
    payload = random.Random(size).randbytes(size)
    theirs = b"".join(Frame(Opcode.BINARY, payload).serialize(mask=masked) for _ in range(2))
    ours = wire.message(wire.TEXT, payload, masked=masked)
    for step in (1 + len(theirs) // 3, len(theirs) * 2):
        messages, stream = wire.Messages(), theirs + ours
        found = [
            one
            for start in range(0, len(stream), step)
            for one in messages.take(stream[start : start + step])
        ]
        assert [(wire.BINARY, payload)] * 2 + [(wire.TEXT, payload)] == found


def test_what_is_said_tells_whose_turn_it_is() -> None:
    history = f"{script.said(12, 1)} … {script.said(12, 2)}".encode()
    assert (12, 2) == script.what_was_said(history)
    assert (0, 0) == script.what_was_said(b"hello")
    answer = "".join(script.reply(12, 2, sentences=2))
    assert (12, 2) == script.spoken_for(answer)
    assert (12, 0) == script.spoken_for(script.greeting(12))


def test_the_callees_are_no_machine_that_says_the_same_again_and_again() -> None:
    """What ends such talk would end the calls that are measured."""
    began_at = datetime(2026, 11, 30, tzinfo=UTC)
    turns = tuple(Turn(Speaker.PERSON, script.said(12, turn), turn, turn) for turn in range(1, 100))
    for so_far in range(1, len(turns) + 1):
        held = replace(begin(plan("call_a-1"), began_at), transcript=turns[:so_far])
        assert not endless_talk.goes_in_circles(held)
