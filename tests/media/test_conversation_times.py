"""How long everybody waits for everybody, in milliseconds: whoever waits does not read our constants, so neither does this."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from domain.conversations import EndReason, Menus
from domain.timeouts import Timeouts
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.conversation import begin, step
from media.engine.events import Drain, Hearing, ModelText, TimePassed, ToolCall, Words
from media.engine.resuming import snapshot_of
from media.engine.state import Floor, Machine, wake_at
from tests.media.plans import plan
from tests.media.script import BEGAN_AT, MS_PER_CHARACTER, Script
from tests.media.situations import (
    MAILBOX,
    MENU,
    NO_NUMBER,
    SCREENING,
    answering,
    asked,
    choosing,
    listening,
    machine,
    message,
)
from tests.media.test_conversation_unread import Duplex, known_person

AGAIN = "Sorry, could you say that again?"
HEARD_MS = 100
"""So much of a wait is over where a situation begins."""


def says(text: str) -> Callable[[Script], bool]:
    """The voice is given this."""
    return lambda script: script.spoken()[-1:] == [text]


def asks(script: Script) -> bool:
    """The model is asked to answer somebody."""
    return script.floor is Floor.THINKING and script.state.reply is not None


def closes(script: Script) -> bool:
    """The line is freed."""
    return bool(script.all_of(actions.Close))


def reports(script: Script) -> bool:
    """The workflow is told."""
    return bool(script.all_of(actions.Notify))


def ended_by(reason: EndReason) -> Callable[[Script], bool]:
    """It takes leave, or is over, for this reason."""
    return lambda script: script.state.end_reason is reason


@dataclass(frozen=True)
class Wait:
    """From where a wait begins until what it ends with; within: what the frames of 20 ms may add."""

    begins: Callable[[], Script]
    ends: Callable[[Script], bool]
    lasts_ms: int
    within: int = 60


def mid_sentence() -> Script:
    """They have been saying something, and nothing more is heard of it."""
    return listening().starts("I").goes_on("I would like to")


def written(text: str) -> Script:
    """The model has written so much, and writes no more."""
    script = asked()
    return script.handle(ModelText(script.asked().reply, text))


def half_said() -> Script:
    """One sentence of an answer has been heard, and no other follows."""
    sentence = "We sell many shoes."
    return written(f"{sentence} ").later(len(sentence) * MS_PER_CHARACTER)


def all_said() -> Script:
    """An answer has just been heard to its end, but for the carrier's word of it."""
    script = Script(marks_are_lost=True).until_silent().later(3_000).says("Tell me more please")
    script.model_says("We sell shoes.")
    while script.sounds:
        script.later(20)
    return script


def goodbye() -> Script:
    """Our last words have just been heard."""
    script = listening().says("Goodbye")
    while script.state.lingers_since is None:
        script.later(20)
    return script


def goodbye_into(*, words: str = "", sounds: bool = False) -> Script:
    """The same, while they say something."""
    script = listening().says("Goodbye").later(300)
    if sounds:
        script.handle(Voice(True))
    if words:
        script.starts(words)
    while script.state.lingers_since is None:
        script.later(20)
    return script


def opted_out() -> Script:
    """The confirmation of an opt-out has just been heard."""
    script = listening().says("Please do not call me again.")
    while script.state.lingers_since == script.state.opt_out.said_ms:
        script.later(20)
    return script


def hung_up(*, owed: bool = False, verdict: bool = True, record: bool = True) -> Script:
    """They have hung up, perhaps in the midst of a sentence; verdict, record: are at hand."""
    script = Script(verdict_is_away=not verdict, record_is_away=not record)
    script.until_silent().says("Yes, I am here.").later(100)
    if owed:
        script.starts("And").goes_on("And I would like")
    return script.hangs_up()


def not_bound() -> Script:
    """A demand that no record takes."""
    return Script(record_is_away=True).until_silent().says("Please do not call me again.")


def drained() -> Script:
    """The process is to stop."""
    return listening().handle(Drain())


def speaking_beyond() -> Script:
    """The longest call is over, and they are in the midst of a sentence."""
    script = Script(plan(timeouts=Timeouts(longest_call=12_000))).at(11_900).starts("So")
    return script.goes_on("So that is a long story").at(12_000)


def message_beyond() -> Script:
    """The longest call is over, and we are in the midst of a message that has no end."""
    script = Script(plan(voicemail="Please call us back. " * 60, timeouts=Timeouts(longest_call=12_000)))
    script.at(500).handle(Voice(True)).starts("You").goes_on(MAILBOX).later(3_000).handle(Voice(False))
    return script.handle(Words(Hearing.FINAL, MAILBOX)).at(12_000)


def proving() -> Script:
    """Our message to a mailbox has been heard."""
    script = message()
    while script.floor is not Floor.IDLE:
        script.later(20)
    return script


def moaning() -> Script:
    """Nobody has said a word for nearly as long as makes us ask, and it sounds."""
    return listening().later(5_900).handle(Voice(True))


def dictating() -> Script:
    """They pause in the midst of a number."""
    return listening().says("My number is four one five")


def unread() -> Duplex:
    """A person's turn is over, and nobody knows its words."""
    script = known_person()
    script.speaks_for(900).model_speaks("Thank you.")
    return script


def lost_ears() -> Duplex:
    """The same, and whoever heard it is gone."""
    script = known_person()
    script.speaks_for(900)
    script.handle(Words(Hearing.LOST))
    return script


WAITS: dict[str, Wait] = {
    "a filler": Wait(asked, says("Let me see."), 1_500),
    "a filler for a tool": Wait(
        lambda: asked().handle(ToolCall(2, "note_callback", "tomorrow")), says("Let me see."), 700
    ),
    "a second filler": Wait(lambda: asked().later(1_500), says("One moment, please."), 3_500),
    "a model that says nothing": Wait(asked, says(AGAIN), 8_000),
    "a model that stops between its sentences": Wait(
        half_said, lambda script: script.floor is not Floor.OURS, 3_000, 120
    ),
    "a mark that never comes": Wait(all_said, lambda script: script.floor is Floor.IDLE, 1_500),
    "a recogniser that stops in mid-sentence": Wait(mid_sentence, asks, 8_000),
    "a voice without words": Wait(
        lambda: answering().handle(Voice(True)), lambda script: script.floor is Floor.OURS, 600
    ),
    "the last key": Wait(lambda: listening().later(500).key("4"), asks, 1_800),
    "the rest of a number": Wait(dictating, asks, 1_500),
    "a draining process": Wait(drained, ended_by(EndReason.DRAINED), 10_000),
    "a sentence that never ends": Wait(speaking_beyond, ended_by(EndReason.TOO_LONG), 8_000, 250),
    "a message that never ends": Wait(message_beyond, closes, 30_000, 250),
    "after a goodbye": Wait(goodbye, closes, 400),
    "after a goodbye, with a sound": Wait(lambda: goodbye_into(sounds=True), closes, 2_400, 420),
    "after a goodbye, with words": Wait(lambda: goodbye_into(words="And"), closes, 10_000, 420),
    "after an opt-out": Wait(opted_out, closes, 900),
    "last words that are owed": Wait(lambda: hung_up(owed=True), reports, 3_000),
    "a verdict": Wait(lambda: hung_up(verdict=False), reports, 6_500),
    "the record": Wait(lambda: hung_up(record=False), reports, 5_000),
    "the record of an opt-out": Wait(not_bound, closes, 5_000),
    "proof of a message": Wait(proving, closes, 500),
    "an announcement": Wait(lambda: machine(NO_NUMBER), closes, 1_000 - HEARD_MS),
    "a menu's end": Wait(
        lambda: machine(MENU, Menus.NAVIGATE),
        lambda script: bool(script.all_of(actions.Ask)),
        1_000 - HEARD_MS,
    ),
    "a menu that leads nowhere": Wait(
        lambda: choosing(machine(MENU, Menus.NAVIGATE).later(1_000)), closes, 30_000 - HEARD_MS
    ),
    "a screening's end": Wait(
        lambda: machine(SCREENING), lambda script: script.state.machine is Machine.STATED, 300 - HEARD_MS
    ),
    "words that are owed": Wait(unread, lambda script: script.floor is Floor.OURS, 400),
    "words that never come": Wait(lambda: Duplex().until_silent().speaks_for(900), says(AGAIN), 8_000),
    "words that others are to hear": Wait(lost_ears, says(AGAIN), 3_000),
    "a silence with a sound in it": Wait(moaning, says(plan().silence_prompt), 5_000, 420),
}


@pytest.mark.parametrize("what", WAITS)
def test_a_wait_is_as_long_as_it_is(what: str) -> None:
    wait = WAITS[what]
    script = wait.begins()
    began = script.now
    assert not wait.ends(script)
    while not wait.ends(script):
        script.later(20)
        assert script.now - began <= wait.lasts_ms + wait.within
    assert wait.lasts_ms <= script.now - began


@pytest.mark.parametrize(
    ("prompts", "silences"),
    [
        ((3_000, 5_000, 8_000), [3_000, 5_000, 8_000, 8_000]),
        ((8_000, 3_000), [8_000, 3_000, 3_000]),
        ((4_000,), [4_000, 4_000]),
        ((), [10_000]),
    ],
)
def test_each_silence_is_as_long_as_the_agent_has_it(prompts: tuple[int, ...], silences: list[int]) -> None:
    """After each of them a prompt, and the goodbye after one more."""
    script = Script(plan(timeouts=Timeouts(prompts=prompts)))
    said = [*[script.plan.silence_prompt] * len(prompts), script.plan.silence_goodbye]
    for silence_ms, words in zip(silences, said, strict=True):
        script.until_silent()
        before = len(script.spoken())
        script.later(silence_ms - HEARD_MS)
        assert before == len(script.spoken())
        assert [words] == script.later(HEARD_MS).spoken()[before:]


@pytest.mark.parametrize("away_ms", [0, 20_000])
def test_a_carrier_whose_stream_never_starts_is_waited_for_ten_seconds(away_ms: int) -> None:
    """From the connection on, also where another process had held the conversation before."""
    lost = listening()
    cut_off = snapshot_of(lost.state, lost.now) if away_ms else None
    state = begin(plan(cut_off=cut_off), BEGAN_AT + timedelta(milliseconds=away_ms))
    assert away_ms + 10_000 == wake_at(state)
    ended, _ = step(state, TimePassed(), away_ms + 10_000)
    assert EndReason.BROKEN is ended.end_reason


@pytest.mark.parametrize(
    ("what", "script", "times"),
    [
        (actions.StoreReport, lambda: hung_up(record=False), [0, 500, 1_000, 1_500]),
        (actions.StoreOptOut, not_bound, [0, 500, 1_000, 1_500]),
    ],
)
def test_what_was_not_stored_is_tried_again_twice_a_second(
    what: type[actions.Action], script: Callable[[], Script], times: list[int]
) -> None:
    made = script()
    began = made.now
    made.later(1_800)
    assert times == [at - began for at, action in made.done if isinstance(action, what)]


@pytest.mark.parametrize(("ago_ms", "is_owed"), [(300, True), (900, True), (1_100, False)])
def test_a_voice_that_ceased_lately_may_have_said_something(ago_ms: int, is_owed: bool) -> None:
    """The gate tells of its end 300 ms late, recognisers of their words half a second later."""
    script = listening().handle(Voice(True)).later(800).handle(Voice(False)).later(ago_ms - 300)
    script.hangs_up().handle(Words(Hearing.FINAL, "Please do not call me again."))
    assert is_owed is bool(script.all_of(actions.StoreOptOut))


def test_a_conversation_whose_demand_was_taken_back_may_go_on_for_a_minute() -> None:
    script = (
        listening().says("Please do not call me again.").later(1_000).says("No, no, keep me on the list.")
    )
    began = script.now
    script.model_says("I keep you on it.").until_silent()
    while script.state.end_reason is None:
        part = f"I am telling a story, this is part {script.now} and it has {script.now + 7} words"
        script.says(part).model_says("I see.").until_silent()
        assert script.now - began < 75_000
    assert (EndReason.TOO_LONG, True) == (script.state.end_reason, script.now - began >= 60_000)


def test_a_draining_process_leaves_no_conversation_more_time_than_it_had() -> None:
    script = Script(plan(timeouts=Timeouts(longest_call=12_000))).at(9_000).handle(Drain()).at(12_000)
    assert EndReason.DRAINED is script.state.end_reason


@pytest.mark.parametrize(("pause_ms", "is_taken"), [(2_400, True), (2_700, False)])
def test_a_listeners_word_shortly_before_our_questions_end_answers_it(pause_ms: int, is_taken: bool) -> None:
    """Longer ago it only listened."""
    question = "We have a new service for all of our customers. May I tell you more of it?"
    script = asked().model_says(question)
    script.later(len(question) * MS_PER_CHARACTER - pause_ms - 20).starts("Yes").later(20)
    script.handle(Words(Hearing.FINAL, "Yes")).until_silent()
    assert is_taken is (script.asked().history[-1].text == "Yes")


def test_a_second_filler_follows_what_was_owed_only_after_a_second_of_silence() -> None:
    script = Script().at(1_500).starts("Who").goes_on("Who is calling me there?").later(300)
    script.handle(Words(Hearing.FINAL, "Who is calling me there?"))
    assert script.spoken()[-1:] == [script.plan.opening], "which they had not heard to its end"
    script.later(len(script.plan.opening) * MS_PER_CHARACTER + 980)
    before = script.spoken()[-1]
    assert (script.plan.opening, "One moment, please.") == (before, script.later(40).spoken()[-1])


def test_a_turn_that_goes_on_as_we_end_is_waited_for() -> None:
    """They began as a listener does: they are not asked whether they are there, and what they say is answered."""
    script = asked().model_says("We sell shoes and boots.").later(200).starts("Okay").until_silent()
    assert Floor.THEIRS is script.floor
    script.later(7_000)
    assert script.plan.silence_prompt not in script.spoken()
    script.handle(Words(Hearing.FINAL, "Okay, and what about boots for winter?"))
    assert "Okay, and what about boots for winter?" == script.asked().history[-1].text


def test_whoever_demanded_no_more_calls_is_waited_for_no_longer_once_they_hang_up() -> None:
    """Whatever else they were saying then, it is bound."""
    script = listening().says("Please do not call me again.").later(300).handle(Voice(True)).later(300)
    assert script.hangs_up().is_over
