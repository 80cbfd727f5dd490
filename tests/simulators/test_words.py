"""Words travel inside the audio: what was received whole is heard, what was damaged is not, nothing is invented."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulators.words import mulaw, packet, sounds
from simulators.words.ear import Ear, HeardWord
from simulators.words.espeak import VoiceNotInstalled
from simulators.words.voice import Mouth, Utterance, Voice

FRAME = 160
VOICE = Voice()

SENTENCES = [
    "Hello there, this is Ava calling from Sunrise Energy. Is this a good time to talk?",
    "No, I'm not interested. Please don't call me again!",
    "Yes.",
    "One of the best of a kind of a thing I have seen all my life.",
    "I'd say about 25 - maybe 2026? Call me at 4:30 p.m. on Tuesday.",
    "The naïve café costs ₹500, नमस्ते …",
]


def frames(audio: bytes) -> list[bytes]:
    return [audio[start : start + FRAME] for start in range(0, len(audio), FRAME)]


def hear(audio: bytes) -> list[HeardWord]:
    ear = Ear()
    return [word for frame in frames(audio) for word in ear.feed(frame)]


def texts(words: list[HeardWord]) -> list[str]:
    return [word.text for word in words]


def padded(utterance: Utterance, misaligned_samples: int = 0) -> bytes:
    before = sounds.silence(40) + sounds.silence(20)[:misaligned_samples]
    return before + utterance.mulaw + sounds.silence(60)


def is_in_order_part_of(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(any(word == candidate for candidate in rest) for word in part)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_word_is_heard_whatever_the_alignment(sentence: str) -> None:
    audio = VOICE.say(sentence)
    for misaligned in range(0, 64, 5):
        assert sentence == " ".join(texts(hear(padded(audio, misaligned))))


def test_words_are_spoken_and_heard_at_the_same_time() -> None:
    """The packet lies under its word, late by no more than a short word needs to catch up."""
    utterance = VOICE.say(SENTENCES[0])
    for spoken, heard in zip(utterance.words, hear(padded(utterance)), strict=True):
        assert -10 <= heard.end_ms - 40 - spoken.end_ms <= 200


def with_noise(decibels_below_voice: float) -> Callable[[bytes], bytes]:
    level = 2000 / 10 ** (decibels_below_voice / 20)
    noise = np.random.default_rng(5)
    return lambda audio: mulaw.encode(mulaw.decode(audio) + noise.normal(0, level, len(audio)))


def at_gain(gain: float) -> Callable[[bytes], bytes]:
    return lambda audio: mulaw.encode(mulaw.decode(audio) * gain)


@pytest.mark.parametrize(
    "path",
    [at_gain(0.25), at_gain(1.5), with_noise(20), with_noise(15)],
    ids=["quiet", "loud", "20dB", "15dB"],
)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_survive_the_line(sentence: str, path: Callable[[bytes], bytes]) -> None:
    assert sentence == " ".join(texts(hear(path(padded(VOICE.say(sentence), 11)))))


def corrupted(frame: bytes, damage: str) -> bytes:
    if damage == "dropped":
        return b""
    if damage == "zeroed":
        return sounds.silence(20)
    if damage == "doubled":
        return frame + frame
    return sounds.comfort_noise(20, level=2000)


@settings(max_examples=120, deadline=None)
@given(
    sentence=st.sampled_from(SENTENCES),
    place=st.floats(0, 1, exclude_max=True),
    damage=st.sampled_from(["dropped", "zeroed", "doubled", "noise"]),
    misaligned=st.integers(0, 159),
)
def test_damaged_frame_costs_only_the_words_it_touches(
    sentence: str, place: float, damage: str, misaligned: int
) -> None:
    received = frames(padded(VOICE.say(sentence), misaligned))
    number = int(place * len(received))
    whole = hear(b"".join(received))
    touched = [word for word in whole if word.start_ms < number * 20 + 20 and word.end_ms > number * 20]

    received[number] = corrupted(received[number], damage)
    heard = texts(hear(b"".join(received)))

    assert is_in_order_part_of(heard, texts(whole))
    assert len(whole) - len(touched) <= len(heard) <= len(whole)


def test_corrupt_frame_loses_exactly_its_word() -> None:
    """Requirement of the simulated world: one frame of noise in mid-word loses that word and no other."""
    utterance = VOICE.say("please call me again tomorrow")
    word = utterance.words[3]
    middle = (word.start_ms + word.end_ms) // 2 // 20 * 20 * mulaw.SAMPLES_PER_MS
    audio = (
        utterance.mulaw[:middle] + sounds.comfort_noise(20, level=2000) + utterance.mulaw[middle + FRAME :]
    )

    heard = hear(audio + sounds.silence(60))

    assert ["please", "call", "me", "tomorrow"] == texts(heard)
    assert [0, 0, 0, 1] == [word.missed_before for word in heard]


def test_interrupted_word_is_not_heard() -> None:
    utterance = VOICE.say("I would like a refund")
    refund = utterance.words[-1]
    cut = (refund.end_ms - 60) * mulaw.SAMPLES_PER_MS
    assert ["I", "would", "like", "a"] == texts(hear(utterance.mulaw[:cut] + sounds.silence(500)))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SENTENCES), st.floats(0, 1), st.sampled_from(SENTENCES))
def test_speech_cut_off_by_other_speech_leaves_whole_words(first: str, place: float, second: str) -> None:
    """A barge-in: what was played of the first is heard up to the cut, the second is heard whole."""
    cut = int(place * len(VOICE.say(first).mulaw)) // FRAME * FRAME
    heard = " ".join(texts(hear(VOICE.say(first).mulaw[:cut] + padded(VOICE.say(second)))))
    assert heard.endswith(second)
    assert first.startswith(heard.removesuffix(second).strip())


@pytest.mark.parametrize(
    "sound",
    [
        sounds.silence(3000),
        sounds.comfort_noise(3000),
        sounds.comfort_noise(3000, level=2000),
        sounds.beep(1000, 800),
        sounds.beep(2750, 800),
        sounds.ringback(3000),
    ],
    ids=["silence", "comfort noise", "loud noise", "beep", "beep in the data band", "ringback"],
)
def test_other_sounds_hold_no_words(sound: bytes) -> None:
    assert [] == hear(sound)


def test_frames_of_any_length_give_the_same_words() -> None:
    audio = padded(VOICE.say(SENTENCES[1]))
    ear = Ear()
    odd = [audio[start : start + 333] for start in range(0, len(audio), 333)]
    assert SENTENCES[1] == " ".join(word.text for piece in odd for word in ear.feed(piece))


def test_sequence_runs_through_a_stream_and_shows_a_lost_utterance() -> None:
    mouth, ear = Mouth(VOICE), Ear()
    said = [mouth.say(text) for text in ("good morning", "are you there", "hello")]
    heard = ear.feed(said[0].mulaw + sounds.silence(200)) + ear.feed(said[2].mulaw + sounds.silence(60))
    assert [("good", 0), ("morning", 0), ("hello", 3)] == [(word.text, word.missed_before) for word in heard]


def test_new_stream_has_missed_nothing() -> None:
    ear = Ear()
    first = ear.feed(VOICE.say("good morning").mulaw + sounds.silence(100))
    second = ear.feed(VOICE.say("hello again").mulaw + sounds.silence(100))
    assert [0, 0, 0, 0] == [word.missed_before for word in first + second]


def test_long_word_travels_in_pieces_and_arrives_whole() -> None:
    address = "https://example.com/" + "a-rather-long-path/" * 4
    assert [address, "ok"] == texts(hear(padded(VOICE.say(f"{address} ok"))))


def test_long_word_missing_a_piece_is_not_heard() -> None:
    address = "https://example.com/" + "a-rather-long-path/" * 4
    audio = padded(VOICE.say(f"{address} ok"))
    damaged = audio[:3200] + sounds.comfort_noise(40, level=2000) + audio[3520:]
    assert ["ok"] == texts(hear(damaged))


def test_voice_is_told_from_quiet() -> None:
    ear, hello = Ear(), VOICE.say("hello")
    speaking = []
    for sound in (sounds.comfort_noise(500), hello.mulaw, sounds.comfort_noise(500)):
        ear.feed(sound)
        speaking.append(ear.speaking)
    assert [False, True, False] == speaking
    assert pytest.approx(500 + hello.duration_ms, abs=60) == ear.last_voice_ms


def test_quiet_line_has_no_voice() -> None:
    ear = Ear()
    ear.feed(sounds.comfort_noise(500))
    assert (None, 500) == (ear.last_voice_ms, ear.silence_ms)


def test_beep_counts_as_sound() -> None:
    ear = Ear()
    ear.feed(sounds.beep(1000, 200))
    assert ear.speaking


def test_text_without_letters_is_silent() -> None:
    assert Utterance(b"", (), 0) == VOICE.say(" … ")


def test_unknown_voice_is_refused() -> None:
    with pytest.raises(VoiceNotInstalled, match="atlantean"):
        VOICE.say("hello", voice="atlantean")


@given(
    st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1, max_size=60), st.integers(0, 7)
)
def test_packet_spells_any_word(word: str, sequence: int) -> None:
    spelled = ""
    for codes in packet.codes_of(word):
        symbols = packet.symbols_of(codes, sequence=sequence, fill_symbols=3)[len(packet.SYNC) :]
        header = packet.header_of(symbols)
        assert (sequence, 3) == (header.sequence, header.fill_symbols)
        spelled += packet.piece_of(packet.codes_in(header, symbols[: header.checked_symbols])).text
    assert word == spelled


@given(st.integers(0, 24), st.integers(1, 7))
def test_packet_with_a_changed_symbol_is_refused(place: int, change: int) -> None:
    symbols = packet.symbols_of(packet.codes_of("tomorrow")[0], sequence=3, fill_symbols=0)[
        len(packet.SYNC) :
    ]
    header = packet.header_of(symbols)
    assert 25 == len(symbols)
    symbols[place] ^= change
    with pytest.raises(packet.PacketBroken):
        packet.codes_in(header, symbols)


def test_mulaw_keeps_every_byte() -> None:
    every = bytes(range(256))
    again = mulaw.encode(mulaw.decode(every))
    assert every.replace(b"\x7f", b"\xff") == again  # both bytes of G.711 for zero become one
