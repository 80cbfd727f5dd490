"""Fillers against dead air, and replies that were made in vain."""

from media.engine import actions
from media.engine.actions import Discard
from media.engine.events import Failed, Hearing, ModelDone, ModelText, Part, ToolCall, Words
from media.engine.fillers import SECOND_FILLER_MS
from media.engine.state import Floor
from media.engine.transition import FILLER_MS, FIRST_WORDS_MS, TOOL_FILLER_MS
from media.metrics import Figures
from media.vendor_health import Health
from tests.media.script import BEGAN_AT, Script

FILLER = "Let me see."


def asked() -> Script:
    """The person has asked something, and the model is silent."""
    return Script().until_silent().says("Tell me more please")


def test_a_silent_model_is_covered_by_a_filler() -> None:
    """Requirement 139."""
    script = asked().later(FILLER_MS - 20)
    assert FILLER not in script.spoken()
    script.later(40)
    assert FILLER == script.spoken()[-1]
    script.later(1_000).model_says("We sell shoes.").until_silent()
    assert f"{FILLER} We sell shoes." == script.state.transcript[-1].text
    assert FILLER_MS <= (script.state.transcript[-1].response_ms or 0) <= FILLER_MS + 40


def test_a_model_that_has_begun_needs_none() -> None:
    script = asked().later(1_000)
    script.handle(ModelText(script.asked().reply, "We have a new ")).later(400)
    script.handle(ModelText(script.asked().reply, "service, and it works.")).later(3_000)
    assert FILLER not in script.spoken()


def test_after_a_filler_the_first_clause_is_still_spoken_early() -> None:
    script = asked().later(FILLER_MS + 40)
    script.handle(ModelText(script.asked().reply, "Of course, we have a new"))
    assert [FILLER, "Of course,"] == script.spoken()[-2:]


def test_a_tool_without_words_is_covered_sooner() -> None:
    script = asked()
    script.handle(ToolCall(script.asked().reply, "note_callback", "tomorrow")).later(TOOL_FILLER_MS + 40)
    assert FILLER == script.spoken()[-1]


def test_a_tool_of_a_guess_counts_from_its_release() -> None:
    script = Script().until_silent().starts("Call").handle(Words(Hearing.EAGER, "Call me tomorrow"))
    script.handle(ToolCall(script.asked().reply, "note_callback", "tomorrow")).later(2_000)
    assert FILLER not in script.spoken()
    script.handle(Words(Hearing.FINAL, "Call me tomorrow")).later(TOOL_FILLER_MS + 40)
    assert FILLER == script.spoken()[-1]


def test_there_is_one_filler_in_a_turn() -> None:
    script = asked()
    reply = script.asked().reply
    script.handle(ToolCall(reply, "note_callback", "tomorrow")).later(800).handle(ModelDone(reply))
    assert 2 == len(script.all_of(actions.Ask))
    script.later(4_000).model_says("I have noted that.").until_silent()
    assert 1 == script.spoken().count(FILLER)
    script.says("And what does it cost?").later(FILLER_MS + 40)
    assert 2 == script.spoken().count(FILLER)


def test_a_tool_behind_the_filler_hastens_no_second_one() -> None:
    script = asked().later(FILLER_MS + 40)
    script.handle(ToolCall(script.asked().reply, "note_callback", "tomorrow")).later(SECOND_FILLER_MS - 60)
    assert FILLER == script.spoken()[-1]
    assert "One moment, please." == script.later(40).spoken()[-1]


def test_a_model_that_stays_silent_after_its_filler_has_failed() -> None:
    script = asked().later(6_100)
    script.handle(Failed(Part.MODEL, script.asked().reply))
    assert 2 == len(script.all_of(actions.Ask))
    script.handle(Failed(Part.MODEL, script.asked().reply))
    assert "Sorry, could you say that again?" == script.spoken()[-1]


def test_a_model_that_hangs_leaves_nobody_in_silence_for_long() -> None:
    """It has been asked twice by then, so whoever waits is asked to say it again."""
    script = asked()
    began = script.now
    script.later(15_000)
    said = [(at - began, action.text) for at, action in script.done if isinstance(action, actions.Speak)]
    assert [
        (FILLER_MS, FILLER),
        (FILLER_MS + SECOND_FILLER_MS, "One moment, please."),
        (FIRST_WORDS_MS, "Sorry, could you say that again?"),
    ] == said[1:4]


def test_the_second_filler_is_part_of_the_answer_that_comes_after_it() -> None:
    script = asked().later(6_000).model_says("We sell shoes. All of them.").until_silent()
    assert f"agent: {FILLER} One moment, please. We sell shoes. All of them." == script.transcript()[-1]


def test_a_person_who_goes_on_speaks_over_no_filler_of_the_turn_before() -> None:
    script = asked().later(1_400).says("and one more thing that I want to know").later(200)
    assert FILLER not in script.spoken()


def test_a_filler_is_not_what_is_said_again() -> None:
    script = asked().later(FILLER_MS + 40).model_says("We sell shoes.").until_silent()
    assert "We sell shoes." == script.says("Could you repeat that?").spoken()[-1]


# In vain


def guessed() -> Script:
    """The model has answered what the person had probably said."""
    script = Script().until_silent().starts("Good").handle(Words(Hearing.EAGER, "Good to know, and"))
    return script.model_says("Thank you, and all the best.", ("end_call", "done"))


def test_an_overtaken_guess_leaves_no_trace_but_its_cost() -> None:
    script = guessed()
    guess = script.asked().reply
    before = script.transcript()
    script.handle(Words(Hearing.RESUMED, "Good to know, and"))
    (discard,) = script.all_of(Discard)
    written = len("Thank you, and all the best.")
    assert (guess, True, written, written) == (
        discard.reply,
        discard.was_guess,
        discard.written,
        discard.spoken,
    )
    assert discard.read > len(script.plan.system_prompt)
    assert before == script.transcript()
    script.handle(Words(Hearing.FINAL, "Good to know, and welcome back")).model_says("Hello again.")
    script.until_silent()
    assert (Floor.IDLE, False) == (script.floor, script.has_ended)
    assert not any("all the best" in turn.text for turn in script.state.transcript)


def test_a_guess_that_came_true_costs_nothing_extra() -> None:
    script = Script().until_silent().starts("Fine").handle(Words(Hearing.EAGER, "Fine for me"))
    script.model_says("Good.").handle(Words(Hearing.FINAL, "Fine for me.")).until_silent()
    assert [] == script.all_of(Discard)


def test_an_unheard_answer_that_was_no_guess_is_counted_too() -> None:
    script = asked().starts("and").later(500)
    (discard,) = script.all_of(Discard)
    assert (False, 0) == (discard.was_guess, discard.written)


def test_a_reply_that_was_heard_in_part_is_not_in_vain() -> None:
    script = asked().model_says("We offer many things to all of our customers.").later(1_000)
    script.starts("Stop it there")
    assert [] == script.all_of(Discard)


def test_what_was_made_in_vain_is_shown() -> None:
    figures = Figures(Health(lambda: BEGAN_AT))
    figures.discard(Discard(1, was_guess=True, read=900, written=40, spoken=20))
    figures.discard(Discard(2, was_guess=False, read=1_000, written=0, spoken=0))
    assert {
        "replies": 2,
        "guesses": 1,
        "characters_read": 1_900,
        "characters_written": 40,
        "characters_spoken": 20,
    } == figures.as_record()["discarded"]
