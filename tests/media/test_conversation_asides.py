"""Asides: saying it again, waiting for a moment, music on hold, another person who takes the telephone, mhm."""

import pytest

from domain.conversations import EndReason
from domain.timeouts import Timeouts
from domain.transcripts import Speaker
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.events import Hearing, Words
from media.engine.state import Floor, Phase
from tests.media.plans import SCRIPT, plan
from tests.media.script import Script

OFFER = "We offer many things to all of our customers in every town."


def talking() -> Script:
    """The agent has greeted, was asked, and has answered."""
    return Script().until_silent().says("Tell me more please").model_says(OFFER).until_silent()


# Say that again


def test_what_was_said_last_is_said_again_without_the_model() -> None:
    """Requirement 62."""
    script = talking()
    asked = len(script.all_of(actions.Ask))
    script.says("Sorry, could you say that again?").until_silent()
    assert [f"agent: {OFFER}", "person: Sorry, could you say that again?", f"agent: {OFFER}"] == (
        script.transcript()[-3:]
    )
    assert asked == len(script.all_of(actions.Ask))
    assert script.state.transcript[-1].response_ms == 0


def test_all_of_it_is_said_again_though_only_a_part_was_heard() -> None:
    script = Script().until_silent().says("Tell me more please").model_says(OFFER).later(1_500)
    script.starts("Pardon?").later(200).handle(Words(Hearing.FINAL, "Pardon?")).until_silent()
    assert script.state.transcript[-3].interrupted
    assert OFFER == script.state.transcript[-1].text


def test_the_greeting_is_said_again_with_its_disclosure() -> None:
    script = Script().at(2_500).handle(Words(Hearing.FINAL, "Sorry, what did you say?")).until_silent()
    assert SCRIPT.opening == script.state.transcript[-1].text
    assert Phase.TALKING is script.state.phase


def test_a_prompt_is_not_what_is_said_again() -> None:
    script = talking().later(6_100).until_silent().says("Can you repeat that?")
    assert OFFER == script.spoken()[-1]


def test_no_reply_is_guessed_at_for_an_aside() -> None:
    script = talking()
    asked = len(script.all_of(actions.Ask))
    script.starts("One").handle(Words(Hearing.EAGER, "One moment please."))
    assert asked == len(script.all_of(actions.Ask))


# One moment


TAKE_YOUR_TIME = "Take your time, I am here."


def test_somebody_who_asks_for_a_moment_is_waited_for_for_a_minute() -> None:
    """Nine seconds of it in silence: whoever meant something else is not left without a word for a minute."""
    script = talking()
    said = len(script.spoken())
    script.says("One moment please.").later(8_900)
    assert (said, Floor.IDLE) == (len(script.spoken()), script.floor)
    script.later(50_000)
    assert ([TAKE_YOUR_TIME], Floor.IDLE) == (script.spoken()[said:], script.floor)
    script.later(1_200).until_silent()
    assert [TAKE_YOUR_TIME, script.plan.silence_prompt] == script.spoken()[said:]


@pytest.mark.parametrize(("prompts", "made"), [((6_000, 6_000), 1), ((4_000, 5_000, 6_000), 1), ((), 0)])
def test_after_the_wait_there_is_one_prompt_and_a_polite_end(prompts: tuple[int, ...], made: int) -> None:
    """And none from an agent that makes none."""
    script = Script(plan(timeouts=Timeouts(prompts=prompts))).until_silent().says("Hold on.")
    said = len(script.spoken())
    script.later(100_000)
    after = [*[script.plan.silence_prompt] * made, script.plan.silence_goodbye]
    assert [TAKE_YOUR_TIME, *after] == script.spoken()[said:]
    assert EndReason.NO_RESPONSE is script.report().end_reason


def test_whoever_comes_back_goes_on_where_the_talk_was() -> None:
    script = talking().says("One moment please.").later(20_000).says("Okay, I am back, go ahead with it")
    assert "is back" in script.asked().notes[-1]
    script.model_says("Good.").until_silent().says("And what does it cost?")
    assert () == script.asked().notes


def test_another_moment_is_given_too() -> None:
    script = talking().says("One moment please.").later(50_000).says("One more second please.").later(50_000)
    assert script.plan.silence_prompt not in script.spoken()


def test_whoever_answers_the_reassurance_is_answered() -> None:
    script = talking().says("Wait.").later(9_500).says("No no, I wanted to ask what it costs")
    assert "No no, I wanted to ask what it costs" == script.asked().history[-1].text


def test_an_objection_is_answered_at_once() -> None:
    script = talking().says("I have to check with my wife first.")
    assert "I have to check with my wife first." == script.asked().history[-1].text


# Music and other sounds without words


def music(script: Script, seconds: int) -> Script:
    """Sound with short holes."""
    for _ in range(seconds):
        script.handle(Voice(True)).later(800).handle(Voice(False)).later(200)
    return script


def test_music_after_a_request_to_wait_changes_nothing() -> None:
    script = talking().says("One moment please.")
    said = len(script.spoken())
    music(script, 55)
    assert (said, Floor.IDLE) == (len(script.spoken()), script.floor)
    assert [] == script.all_of(actions.Hold)


def test_a_silence_full_of_music_is_waited_out() -> None:
    script = talking()
    said = len(script.spoken())
    music(script, 50)
    assert said == len(script.spoken())
    assert not script.has_ended


def test_music_under_our_words_holds_us_back_twice_at_most() -> None:
    script = Script().until_silent().says("Tell me more please").model_says(f"{OFFER} {OFFER} {OFFER}")
    music(script, 10)
    assert 2 == len(script.all_of(actions.Hold))
    assert [] == script.all_of(actions.Clear)


def test_words_make_us_attentive_again() -> None:
    script = Script().until_silent().says("Tell me more please").model_says(f"{OFFER} {OFFER}")
    music(script, 4).says("Uh-huh.").handle(Voice(True))
    assert 3 == len(script.all_of(actions.Hold))


# Passed on


@pytest.mark.parametrize("words", ["I'll put her on.", "One second, I'll get him."])
@pytest.mark.parametrize("pick_up", ["Hello?", "Yes, this is Maria, who is calling?", "Yeah, what is it?"])
def test_somebody_new_is_greeted_and_hears_who_calls(words: str, pick_up: str) -> None:
    """The disclosure is a part of the opening."""
    script = talking()
    asked = len(script.all_of(actions.Ask))
    script.says(words).later(25_000)
    assert asked == len(script.all_of(actions.Ask))
    script.says(pick_up).until_silent()
    assert f"agent: {SCRIPT.opening}" == script.transcript()[-1]
    assert 2 == [turn.text for turn in script.state.transcript if turn.speaker is Speaker.AGENT].count(
        SCRIPT.opening
    )
    script.says("Ah, all of that sounds good")
    assert "Another person" in script.asked().notes[-1]


def test_a_call_through_the_house_is_not_the_person() -> None:
    script = talking().says("I'll get her.").later(2_000).says("Mary! Phone for you!").later(5_000)
    assert SCRIPT.opening != script.spoken()[-1]
    assert SCRIPT.opening == script.says("Hello?").spoken()[-1]


def test_whoever_comes_back_alone_is_answered() -> None:
    script = talking().says("I'll get him.").later(9_000).says("Sorry, he is not here right now.")
    assert "Sorry, he is not here right now." == script.asked().history[-1].text
    assert SCRIPT.opening != script.spoken()[-1]


def test_somebody_new_who_asks_for_a_machine_hears_the_truth_and_the_greeting() -> None:
    script = talking().says("I'll put her on.").later(4_000).says("Is this a robot?")
    assert f"Yes, I am an automated assistant. {SCRIPT.opening}" == script.spoken()[-1]


def test_an_opt_out_while_waiting_holds() -> None:
    """Law 4."""
    script = talking().says("One moment please.").later(5_000).says("Please do not call me again")
    assert [actions.StoreOptOut("Please do not call me again")] == script.all_of(actions.StoreOptOut)


# Mhm


@pytest.mark.parametrize("sound", ["Mhm.", "Okay.", "Uh-huh", "Yeah, okay.", "I see."])
def test_a_listener_does_not_interrupt(sound: str) -> None:
    script = Script().until_silent().says("Tell me more please").model_says(OFFER).later(800)
    asked = len(script.all_of(actions.Ask))
    script.handle(Voice(True)).later(100).starts(sound).later(300).handle(Voice(False))
    script.handle(Words(Hearing.FINAL, sound)).later(700).until_silent()
    assert [] == script.all_of(actions.Clear)
    assert asked == len(script.all_of(actions.Ask))
    assert {OFFER, sound} <= {turn.text for turn in script.state.transcript}
    assert not any(turn.interrupted for turn in script.state.transcript)


def test_a_listener_who_goes_on_interrupts() -> None:
    script = Script().until_silent().says("Tell me more please").model_says(OFFER).later(800)
    script.starts("Okay").later(200).goes_on("Okay but I have no time")
    assert 1 == len(script.all_of(actions.Clear))
    assert Floor.THEIRS is script.floor


def test_a_listener_does_not_stop_the_model_either() -> None:
    script = Script().until_silent().says("Tell me more please").later(200).says("Okay.")
    assert 1 == len(script.all_of(actions.Ask))
    script.model_says(OFFER).until_silent()
    assert f"agent: {OFFER}" == script.transcript()[-1]


def test_the_same_word_in_a_questions_last_second_is_an_answer() -> None:
    question = "Are you satisfied with our service?"
    script = Script().until_silent().says("Go ahead please now").model_says(question)
    script.later(len(question) * 60 - 500).starts("Okay").later(100).handle(Words(Hearing.FINAL, "Okay."))
    assert [] == script.all_of(actions.Clear)
    assert "Okay." == script.asked().history[-1].text


@pytest.mark.parametrize(("before_ms", "is_answer"), [(1_600, True), (2_400, True), (5_000, False)])
def test_a_yes_shortly_before_that_is_an_answer_too(before_ms: int, is_answer: bool) -> None:
    question = "We ask all of our customers in every town, and so: are you satisfied with our service?"
    script = Script().until_silent().says("Go ahead please now").model_says(question)
    script.later(len(question) * 60 - before_ms).handle(Words(Hearing.FINAL, "Yes.")).later(before_ms + 500)
    assert question in [turn.text for turn in script.state.transcript if not turn.interrupted]
    assert is_answer == (len(script.all_of(actions.Ask)) == 2)


def test_a_cough_costs_half_a_second_and_no_word() -> None:
    script = Script().until_silent().says("Tell me more please").model_says(OFFER).later(800)
    script.handle(Voice(True)).later(350).handle(Voice(False)).later(400).until_silent()
    assert OFFER == script.state.transcript[-1].text
    assert ([], 1) == (script.all_of(actions.Clear), len(script.all_of(actions.Resume)))
