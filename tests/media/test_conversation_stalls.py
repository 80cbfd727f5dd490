"""What comes late, twice or never: a model and a voice that stall, marks out of order, replies that were overtaken."""

import pytest

from domain.conversations import EndReason
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.events import (
    Cut,
    Ending,
    Failed,
    Hearing,
    ModelDone,
    ModelText,
    Part,
    Played,
    ToolCall,
    Words,
)
from media.engine.state import Floor
from media.engine.transition import FIRST_WORDS_MS, MARK_WAIT_MS, REPLY_WAIT_MS
from tests.media.script import MS_PER_CHARACTER, Script
from tests.media.situations import ANSWER, answering, asked, guessing, listening

REPEAT = "Sorry, could you say that again?"


# The model


def test_for_a_model_that_stays_silent_the_person_is_asked_again() -> None:
    """Requirement 68: before the first word; the model has been asked beside itself meanwhile."""
    script = asked().later(FIRST_WORDS_MS + 40).until_silent()
    assert f"agent: {REPEAT}" == script.transcript()[-1]


def test_a_model_that_stays_silent_in_the_next_turn_too_is_taken_leave_for() -> None:
    """Nobody is asked to say it again for ever."""
    script = asked().later(FIRST_WORDS_MS + 40).until_silent().says("Are you there?")
    script.later(FIRST_WORDS_MS + 40).until_silent().later(1_000)
    assert [REPEAT, script.plan.closing] == [
        text for text in script.spoken() if text in (REPEAT, script.plan.closing)
    ]
    assert EndReason.BROKEN is script.report().end_reason


def test_a_model_that_stalls_in_the_middle_has_said_what_the_voice_was_given() -> None:
    """Requirement 62: what was written and never spoken was not heard."""
    script = asked()
    script.handle(ModelText(script.asked().reply, "Of course, we have a new"))
    script.later(20_000)
    assert "agent: Of course," in script.transcript()
    assert not [turn for turn in script.transcript() if "we have a new" in turn]


def test_a_model_that_stalls_in_the_middle_costs_three_seconds_of_silence() -> None:
    """Then what was said is taken for all; the person may speak, and is prompted if they do not."""
    script = asked()
    script.handle(ModelText(script.asked().reply, "Of course, we have a new"))
    said_ms = len("Of course,") * MS_PER_CHARACTER
    floors = [script.later(said_ms + 2_900).floor, script.later(400).floor]
    assert [Floor.OURS, Floor.IDLE] == floors


def test_a_model_that_stalls_behind_its_filler_is_asked_again() -> None:
    script = asked().later(1_700)
    first = script.asked().reply
    script.handle(ModelText(first, "We have")).later(REPLY_WAIT_MS - 1_000)
    assert 2 == len(script.all_of(actions.Ask))
    script.model_says("We sell shoes.").until_silent()
    assert "agent: Let me see. We sell shoes." == script.transcript()[-1]


def test_a_model_that_goes_on_after_a_short_stall_is_heard_to_its_end() -> None:
    script = asked()
    reply = script.asked().reply
    script.handle(ModelText(reply, "Of course, we have a new")).later(3_000)
    script.handle(ModelText(reply, " service.")).handle(ModelDone(reply)).until_silent()
    assert "agent: Of course, we have a new service." == script.transcript()[-1]


def test_failures_are_counted_anew_once_an_answer_was_heard() -> None:
    """Each time the model is asked again beside itself; nobody has to say anything twice."""
    script = listening()
    for question in ("Who are you?", "What do you sell?", "What does it cost?", "Where are you?"):
        script.says(question).handle(Failed(Part.MODEL, script.asked().reply))
        script.model_says(f"{question} Good.").until_silent()
    assert 8 == len(script.all_of(actions.Ask))
    assert REPEAT not in script.spoken()
    assert not script.has_ended


# The voice


def test_a_voice_that_stops_in_mid_word_is_given_up_and_what_was_heard_is_kept() -> None:
    """Requirement 62: rounded down to whole words."""
    script = asked()
    script.voice_is_away = True
    script.model_says(ANSWER)
    script.voice_is_away = False
    script.later(REPLY_WAIT_MS + 40)
    assert REPEAT == script.spoken()[-1]
    (turn,) = [turn for turn in script.state.transcript if turn.interrupted]
    played = len(ANSWER) // 2
    assert ANSWER.startswith(turn.text)
    assert 0 < len(turn.text) <= played


def test_a_greeting_whose_voice_stops_in_mid_word_ends_the_call() -> None:
    script = Script(voice_is_away=True).later(30_000)
    assert script.is_over
    assert script.report().transcript[0].interrupted


def test_a_goodbye_whose_voice_stops_in_mid_word_ends_the_call_all_the_same() -> None:
    script = listening()
    script.voice_is_away = True
    script.says("Goodbye").later(20_000)
    assert script.is_over


# Marks


def test_a_mark_that_comes_twice_proves_once() -> None:
    script = asked().model_says(ANSWER)
    reply = script.asked().reply
    script.until_silent()
    before = script.state
    assert before == script.handle(Played(reply)).state
    assert 1 == script.transcript().count(f"agent: {ANSWER}")


@pytest.mark.parametrize("event", [Played, Ending])
def test_a_mark_of_an_earlier_reply_proves_nothing_of_this_one(event: type[Played | Ending]) -> None:
    script = answering()
    before = script.state
    assert before == script.handle(event(1)).state


def test_a_mark_that_comes_after_the_clear_proves_nothing() -> None:
    """Requirement 62: Twilio returns all marks when it clears."""
    script = answering().starts("Stop").goes_on("Stop it there please")
    reply = script.all_of(actions.Clear)[-1].reply
    turn = script.state.transcript[-1]
    script.handle(Played(reply)).handle(Cut(reply, ANSWER)).until_silent()
    assert turn == script.state.transcript[-1]
    assert turn.interrupted


def test_a_mark_that_comes_before_the_clear_proves_the_whole() -> None:
    script = asked().model_says(ANSWER).until_silent().starts("Stop").goes_on("Stop it there please")
    assert f"agent: {ANSWER}" == script.transcript()[-1]
    assert [] == script.all_of(actions.Clear)


def test_without_any_mark_the_clock_proves_nothing_but_lets_the_talk_go_on() -> None:
    script = Script(marks_are_lost=True)
    lasts_ms = len(script.plan.opening) * MS_PER_CHARACTER
    before = script.at(lasts_ms + MARK_WAIT_MS - 20).floor
    assert (Floor.OURS, Floor.IDLE) == (before, script.later(20).floor)


# What was overtaken


def late_words_of(script: Script, reply: int) -> Script:
    """Everything that may still come of a reply."""
    script.handle(ModelText(reply, "Much too late. ")).handle(ToolCall(reply, "note_callback", "never"))
    script.handle(ToolCall(reply, "end_call", "done")).handle(ModelDone(reply)).handle(Played(reply))
    return script.handle(Failed(Part.MODEL, reply)).handle(Failed(Part.SPEECH, reply))


@pytest.mark.parametrize("overtaken_by", [Hearing.RESUMED, Hearing.FINAL])
def test_an_overtaken_guess_leaves_no_trace_and_runs_no_tool(overtaken_by: Hearing) -> None:
    """Requirement 62: neither in what the model is told nor in the transcript."""
    script = guessing()
    guess = script.asked().reply
    script.handle(Words(overtaken_by, "I am fine, thank you, but who is there?"))
    before = script.state
    assert before == late_words_of(script, guess).state
    script.handle(Words(Hearing.FINAL, "I am fine, thank you, but who is there?"))
    assert not [turn for turn in script.asked().history if "Glad" in turn.text]
    script.model_says("This is Ava.").until_silent().hangs_up()
    report = script.report()
    assert not [turn for turn in report.transcript if "Glad" in turn.text or "late" in turn.text]
    assert "" == report.verdict.callback_phrase


def test_an_interrupted_answer_that_goes_on_writing_says_no_more() -> None:
    script = asked()
    first = script.asked().reply
    script.handle(ModelText(first, f"{ANSWER} And")).later(1_000).starts("Stop").goes_on(
        "Stop it there please"
    )
    before = script.state
    assert before == late_words_of(script, first).state


# Silence of a voice that is held


def test_a_reply_that_is_held_back_again_and_again_is_heard_in_the_end() -> None:
    script = answering()
    for _ in range(5):
        script.handle(Voice(True)).later(300).handle(Voice(False)).later(700)
    script.until_silent()
    assert f"agent: {ANSWER}" == script.transcript()[-1]
    assert not script.state.transcript[-1].interrupted
