"""Real sounds of a line while the agent speaks or waits: through the voice gate into the engine."""

import numpy as np
import pytest
from numpy.typing import NDArray

from domain.conversations import AnsweredBy
from media.audio.tones import LineSounds
from media.audio.voice_activity import FRAME_BYTES
from media.engine import actions
from media.engine.state import Floor
from simulators.words import mulaw
from tests.media.plans import SCRIPT
from tests.media.script import Script

RATE, FRAME_MS = 8_000, 20


def tone(*hertz: float, ms: int) -> NDArray[np.float64]:
    times = np.arange(ms * 8) / RATE
    return sum((3_000 * np.sin(2 * np.pi * each * times) for each in hertz), np.zeros(ms * 8))


def quiet(ms: int) -> NDArray[np.float64]:
    return np.random.default_rng(1).normal(0, 20, ms * 8)


RINGBACK = np.concatenate([tone(440, 480, ms=2_000), quiet(4_000)] * 3)
EUROPEAN_RINGBACK = np.concatenate([tone(425, ms=1_000), quiet(4_000)] * 3)
CHORDS = [(262, 330, 392), (294, 370, 440), (330, 415, 494), (349, 440, 523)]
MUSIC = np.concatenate([part for chord in CHORDS * 8 for part in (tone(*chord, ms=450), quiet(50))])
COUGHS = np.concatenate(
    [part for _ in range(3) for part in (np.random.default_rng(2).normal(0, 4_000, 200 * 8), quiet(3_000))]
)
SOUNDS = {"ringback": RINGBACK, "European ringback": EUROPEAN_RINGBACK, "coughs": COUGHS, "music": MUSIC}
LONG_AFTER_PICK_UP = 13_000
"""Only then: sound without an end from the first second on is a mailbox's."""


def hearing(script: Script, sound: NDArray[np.float64]) -> Script:
    """The line sounds like this."""
    line, audio = LineSounds(), mulaw.encode(sound.astype(np.int16))
    for at in range(0, len(audio) - FRAME_BYTES + 1, FRAME_BYTES):
        for event in line.frame(audio[at : at + FRAME_BYTES]):
            script.handle(event)
        script.later(FRAME_MS)
    return script


@pytest.mark.parametrize("name", ["ringback", "European ringback", "coughs"])
def test_no_sound_without_words_cuts_our_greeting_or_is_a_turn(name: str) -> None:
    script = hearing(Script(), SOUNDS[name])
    assert [] == script.all_of(actions.Clear)
    assert [] == script.all_of(actions.Ask)
    assert f"agent: {SCRIPT.opening}" == script.transcript()[0]
    assert script.state.answered_by in (AnsweredBy.UNKNOWN, AnsweredBy.PERSON)
    assert () == script.state.their_turns


@pytest.mark.parametrize("name", SOUNDS)
def test_an_answer_is_held_back_for_them_twice_at_most(name: str) -> None:
    answer = "We offer many things to all of our customers in every town of this country. " * 4
    script = Script().until_silent().says("Tell me more please").model_says("Gladly.").at(LONG_AFTER_PICK_UP)
    hearing(script.says("I am listening to you").model_says(answer), SOUNDS[name])
    assert len(script.all_of(actions.Hold)) <= 2
    assert [] == script.all_of(actions.Clear)
    assert answer.strip() == script.later(700).until_silent().state.transcript[-1].text


def test_music_on_hold_is_waited_out_without_a_word() -> None:
    script = Script().until_silent().says("Tell me more please").model_says("Gladly.").until_silent()
    said = len(script.spoken())
    hearing(script.says("One moment please."), np.concatenate([MUSIC, MUSIC]))
    assert (said, Floor.IDLE) == (len(script.spoken()), script.floor)
    script.says("Okay, I am back and listening now")
    assert "is back" in script.asked().notes[-1]
