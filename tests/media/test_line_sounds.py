"""Voice and beeps on the line, from µ-law frames."""

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from media.audio.line_sounds import Tone, ToneKind
from media.audio.tones import LineSounds
from media.audio.voice_activity import FRAME_BYTES, LINEAR, VoiceGate, power
from simulators.words import mulaw
from simulators.words.voice import Voice

RATE = 8_000


def tone(*hertz: float, ms: int, level: float = 6_000) -> NDArray[np.int16]:
    """Sines of equal level."""
    times = np.arange(ms * 8) / RATE
    return sum(level * np.sin(2 * np.pi * h * times) for h in hertz).astype(np.int16)  # type: ignore[union-attr]


def quiet(ms: int, level: float = 20) -> NDArray[np.int16]:
    """Comfort noise."""
    return np.random.default_rng(1).normal(0, level, ms * 8).astype(np.int16)


def frames(*parts: NDArray[np.int16]) -> list[bytes]:
    """The sounds after one another, as the carrier sends them."""
    audio = mulaw.encode(np.concatenate(parts))
    return [audio[i : i + FRAME_BYTES] for i in range(0, len(audio) - FRAME_BYTES + 1, FRAME_BYTES)]


def tones(heard: list[bytes]) -> list[Tone]:
    """Every tone that was made sense of."""
    ears = LineSounds()
    return [event for frame in heard for event in ears.frame(frame) if isinstance(event, Tone)]


def beeps(heard: list[bytes]) -> list[tuple[int, int]]:
    """Every beep found."""
    return [(tone.hertz, tone.lasted_ms) for tone in tones(heard) if tone.is_beep]


@pytest.mark.parametrize("hertz", [470, 620, 850, 1_000, 1_400, 1_950])
@pytest.mark.parametrize("ms", [220, 400, 1_000])
@pytest.mark.parametrize("offset_ms", [500, 507, 513])
def test_a_beep_is_found_when_it_ends(hertz: int, ms: int, offset_ms: int) -> None:
    """Requirement 55."""
    (found,) = beeps(frames(quiet(offset_ms), tone(hertz, ms=ms), quiet(500)))
    assert abs(found[0] - hertz) < 20
    assert abs(found[1] - ms) <= 60


@pytest.mark.parametrize("talked_ms", [1_500, 1_520, 1_540, 1_560])
def test_a_beep_after_long_talk_is_measured_from_its_beginning(talked_ms: int) -> None:
    """Talk is looked into every fourth frame only."""
    (found,) = beeps(frames(quiet(talked_ms, 2_000), tone(1_000, ms=240), quiet(500)))
    assert 200 <= found[1] <= 260


@pytest.mark.parametrize("snr_db", [30, 15])
def test_a_beep_is_found_in_noise(snr_db: int) -> None:
    """Requirement 55."""
    noise = 6_000 / np.sqrt(2) / 10 ** (snr_db / 20)
    noisy = (tone(1_000, ms=500) + quiet(500, noise)).astype(np.int16)
    assert len(beeps(frames(quiet(500), noisy, quiet(500)))) == 1


@pytest.mark.parametrize(
    "sound",
    [
        tone(440, 480, ms=1_000),
        tone(697, 1_209, ms=300),
        tone(480, 620, ms=500),
        tone(1_000, ms=80),
        tone(1_000, ms=4_000),
        quiet(2_000, 3_000),
    ],
    ids=["ringback", "dtmf", "busy", "click", "endless", "noise"],
)
def test_other_sounds_are_no_beeps(sound: NDArray[np.int16]) -> None:
    assert beeps(frames(quiet(300), sound, quiet(300))) == []


def again_and_again(hertz: int, *, on: int, off: int, times: int) -> list[bytes]:
    """One tone so many times."""
    once = np.concatenate([tone(hertz, ms=on), quiet(off)])
    return frames(quiet(500), *[once] * times)


@pytest.mark.parametrize(
    "hertz, on, off, times, kind",
    [
        (425, 500, 500, 4, ToneKind.BUSY),
        (400, 750, 750, 4, ToneKind.BUSY),
        (425, 250, 250, 4, ToneKind.BUSY),
        (1_100, 500, 3_000, 2, ToneKind.FAX),
        (425, 1_000, 4_000, 3, None),
    ],
    ids=["busy", "India's busy", "fast busy", "a fax", "ringing"],
)
def test_a_networks_tone_is_no_beep_though_its_first_one_sounds_like_it(
    hertz: int, on: int, off: int, times: int, kind: ToneKind | None
) -> None:
    """Requirement 55."""
    found = tones(again_and_again(hertz, on=on, off=off, times=times))
    assert {kind} - {None} == {each.kind for each in found}


def test_a_mailbox_that_beeps_like_a_network_is_believed_once_the_tone_stayed_alone() -> None:
    first = frames(quiet(500), tone(425, ms=500), quiet(5_000))
    assert [] == beeps(first[:200])
    assert 1 == len(beeps(first))


def test_after_a_greeting_a_tone_of_a_networks_frequency_is_a_beep_at_once() -> None:
    greeting = Voice().say("Hello, this is the Miller family, please leave a message.").mulaw
    whole = greeting[: len(greeting) // FRAME_BYTES * FRAME_BYTES]
    spoken = [whole[i : i + FRAME_BYTES] for i in range(0, len(whole), FRAME_BYTES)]
    assert 1 == len(beeps([*frames(quiet(400)), *spoken, *frames(quiet(600), tone(425, ms=500), quiet(200))]))


def test_speech_is_no_beep_and_opens_the_gate() -> None:
    speech = (
        Voice().say("Hello, you have reached the Miller family, we cannot come to the phone right now.").mulaw
    )
    audio = mulaw.encode(quiet(400)) + speech + mulaw.encode(quiet(800))
    heard = [audio[i : i + FRAME_BYTES] for i in range(0, len(audio) - FRAME_BYTES, FRAME_BYTES)]
    assert beeps(heard) == []
    gate = VoiceGate()
    changes = [change for frame in heard if (change := gate.frame(power(frame))) is not None]
    assert changes[0] is True
    assert changes[-1] is False
    assert all(one != other for one, other in pairwise(changes))


def test_comfort_noise_opens_no_gate() -> None:
    gate = VoiceGate()
    assert all(gate.frame(power(frame)) is None for frame in frames(quiet(3_000)))


def test_mu_law_is_read_as_the_standard_says() -> None:
    assert (int(LINEAR[0xFF]), int(LINEAR[0x7F]), int(LINEAR[0x00]), int(LINEAR[0x80])) == (
        0,
        0,
        -32_124,
        32_124,
    )


def spoken(text: str) -> NDArray[np.int16]:
    """A voice says this."""
    return mulaw.decode(Voice().say(text).mulaw).astype(np.int16)


OURS = spoken("We offer many things to all of our customers in every town of this country.")


def gate_while_we_speak(line: NDArray[np.float64], *, ahead_ms: int = 200) -> VoiceGate:
    """What the gate makes of a line while we say the above, sent in pieces of 100 ms so far ahead."""
    gate, opened = VoiceGate(), False
    sent = mulaw.encode(OURS)
    noisy = line[: len(line) // 8 * 8] + quiet(len(line) // 8)
    for number, frame in enumerate(frames(noisy.clip(-32_000, 32_000).astype(np.int16))):
        at = number * FRAME_BYTES
        if number % 5 == 0:
            gate.spoke(sent[at : at + 800])
        heard_at = at - ahead_ms * 8
        if gate.frame(power(frame)) and heard_at >= 0:
            opened = True
    gate.on = gate.on or opened
    return gate


def late(sound: NDArray[np.int16], ms: int, db: float) -> NDArray[np.float64]:
    """The sound, so much later and quieter, with half a second of quiet after it."""
    return np.concatenate([np.zeros(ms * 8), sound * 10 ** (-db / 20), np.zeros(4_000)])


@pytest.mark.parametrize("db", [15, 20, 30])
@pytest.mark.parametrize("ms", [150, 300, 600])
@pytest.mark.parametrize("ahead_ms", [0, 200, 400])
def test_our_own_echo_opens_no_gate(db: int, ms: int, ahead_ms: int) -> None:
    assert not gate_while_we_speak(late(OURS, ms + ahead_ms, db), ahead_ms=ahead_ms).on


def test_a_bystander_under_our_voice_opens_no_gate() -> None:
    bystander = spoken("No, the other one, it is on the kitchen table over there.")
    assert not gate_while_we_speak(late(bystander, 700, 20)).on


@pytest.mark.parametrize("db", [0, 6])
def test_a_person_who_speaks_over_our_echo_opens_it(db: int) -> None:
    person = late(spoken("Wait a minute, please stop."), 1_500, db)
    echo = late(OURS, 500, 15)[: len(person)]
    assert gate_while_we_speak(person[: len(echo)] + echo).on


def test_once_we_are_silent_a_quiet_voice_counts_again() -> None:
    gate = VoiceGate()
    for number in range(100):
        if number < 20 and number % 5 == 0:
            gate.spoke(mulaw.encode(OURS)[8_000:8_800])
        gate.frame(power(frames(quiet(20))[0]))
    quietly = spoken("Hello, who is there please?") * 0.1
    assert any(gate.frame(power(frame)) for frame in frames(quietly.astype(np.int16)))


def test_the_three_tones_of_no_such_number_are_known_behind_another_one() -> None:
    parts = [tone(hertz, ms=330) for hertz in (600, 950, 1_400, 1_800)]
    kinds = [each.kind for each in tones(frames(quiet(500), *parts, quiet(500)))]
    assert [ToneKind.NO_SUCH_NUMBER] == kinds


def test_two_tones_of_one_length_are_no_busy_line_yet() -> None:
    heard = again_and_again(425, on=500, off=500, times=2)
    assert ToneKind.BUSY not in [each.kind for each in tones(heard)]


def gate_after(levels: str) -> list[bool | None]:
    """What a gate says of these frames: # is loud, - is not."""
    gate = VoiceGate()
    return [gate.frame(4e6 if level == "#" else 0.0) for level in levels]


def test_a_voice_is_three_loud_frames_of_four_and_ceases_after_300_ms_without_one() -> None:
    assert not any(gate_after("#--#--##--"))
    assert [None, None, None, True] == gate_after("##-#")
    told = gate_after("###" + "-" * 14 + "#" + "-" * 14)
    assert [True] == [each for each in told if each is not None], "a loud frame between begins the wait anew"
    assert False is gate_after("###" + "-" * 15)[-1]


def test_tones_at_uneven_intervals_are_no_busy_line() -> None:
    parts = [tone(425, ms=500), quiet(300), tone(425, ms=500), quiet(900), tone(425, ms=500), quiet(500)]
    assert ToneKind.BUSY not in [each.kind for each in tones(frames(quiet(500), *parts))]
