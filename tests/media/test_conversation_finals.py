"""The end of the person's turn as a recogniser tells it: early, late, empty, twice, taken back."""

import pytest

from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.events import Hearing, Words
from media.engine.state import Floor, Phase
from media.engine.transition import TURN_WAIT_MS
from tests.media.script import Script
from tests.media.situations import ANSWER, answering, asked, guessing, held, listening, prompting

SAID = "I would say so"


def final(text: str) -> Words:
    """The whole turn is this."""
    return Words(Hearing.FINAL, text)


def taken_late() -> Script:
    """The recogniser fell silent in the middle of a turn, which was taken as it stood."""
    return listening().starts("I").goes_on(SAID).later(TURN_WAIT_MS + 20)


def test_a_turn_whose_end_never_comes_is_answered_as_far_as_it_is_known() -> None:
    """Requirement 63."""
    script = taken_late()
    assert SAID == script.asked().history[-1].text


@pytest.mark.parametrize("late_ms", [0, 500, 3_000])
def test_an_end_that_comes_late_is_not_another_turn(late_ms: int) -> None:
    """Requirement 62: the same words once in the transcript, and one answer to them."""
    script = taken_late().later(late_ms)
    questions = len(script.all_of(actions.Ask))
    script.handle(final(f"{SAID}.")).later(100)
    assert 1 == len([turn for turn in script.transcript() if SAID in turn])
    assert questions == len(script.all_of(actions.Ask))


def test_an_end_that_comes_late_with_more_words_adds_them() -> None:
    """Requirement 62: no word twice, and the answer is to all of them."""
    script = taken_late().handle(final(f"{SAID}, but only on Mondays."))
    assert [SAID, "but only on Mondays."] == [turn.text for turn in script.asked().history[-2:]]


def test_a_demand_whose_end_comes_late_is_understood_whole() -> None:
    """Law 4: an opt-out that was cut in two is one."""
    script = listening().starts("Please").goes_on("Please do").later(TURN_WAIT_MS + 20)
    script.handle(final("Please do not call me.")).later(100)
    assert ["Please do not call me."] == [each.phrase for each in script.all_of(actions.StoreOptOut)]


def test_other_words_are_another_turn() -> None:
    script = taken_late().handle(final("I would not."))
    assert [f"person: {SAID}", "person: I would not."] == script.transcript()[-2:]


@pytest.mark.parametrize("times", [1, 2, 5])
@pytest.mark.parametrize("apart_ms", [0, 200, 1_000])
def test_an_end_that_is_told_again_is_one_turn(times: int, apart_ms: int) -> None:
    script = listening().says("Tell me more please")
    for _ in range(times):
        script.later(apart_ms).handle(final("Tell me more, please."))
    assert 1 == len(script.all_of(actions.Ask))
    assert 1 == len(script.state.their_turns)


def test_an_end_that_is_told_again_does_not_interrupt_its_answer() -> None:
    script = answering().handle(final("Tell me more please")).until_silent()
    assert [] == script.all_of(actions.Clear)
    assert f"agent: {ANSWER}" == script.transcript()[-1]


def test_whoever_says_the_same_again_is_answered_again() -> None:
    """They began anew, or we have said something since."""
    script = listening().says("Eight points.").model_says("Good, and for the price?").until_silent()
    script.handle(final("Eight points."))
    assert 2 == len(script.all_of(actions.Ask))
    script.starts("Eight").handle(final("Eight points."))
    assert 3 == len(script.all_of(actions.Ask))


@pytest.mark.parametrize(
    "where",
    [listening, asked, guessing, answering, prompting, lambda: held(answering()), lambda: Script().at(1_500)],
)
def test_an_end_without_words_changes_nothing_that_is_heard(where: type[Script]) -> None:
    """A noise, or the end of a turn of which nothing was understood."""
    script, alone = where(), where()
    script.handle(final("")).handle(final("  "))
    assert alone.transcript() == script.transcript()
    assert alone.floor == script.floor
    script.later(20_000)
    alone.later(20_000)
    assert alone.spoken() == script.spoken()


def test_a_turn_that_was_none_gives_the_floor_back() -> None:
    script = listening().starts("Uh").handle(final(""))
    assert Floor.IDLE is script.floor
    assert script.plan.silence_prompt == script.later(6_100).spoken()[-1]


def test_a_turn_that_goes_on_after_its_reply_was_released_takes_the_floor_back() -> None:
    """The person's turn was over, and was not."""
    script = listening().says("I think so")
    first = script.asked().reply
    script.later(60).handle(Words(Hearing.RESUMED, "I think so")).goes_on("I think so, but")
    assert Floor.THEIRS is script.floor
    assert actions.Cancel(first) in script.all_of(actions.Cancel)
    script.later(500).handle(final("I think so, but not today")).model_says("I see.").until_silent()
    assert "agent: I see." == script.transcript()[-1]
    assert Phase.TALKING is script.state.phase


def test_a_turn_that_goes_on_while_its_reply_is_heard_interrupts_it() -> None:
    script = (
        answering().handle(Words(Hearing.RESUMED, "Tell me more")).goes_on("Tell me more about the price")
    )
    assert Floor.THEIRS is script.floor
    assert script.state.transcript[-1].interrupted


def test_a_guess_that_is_taken_back_again_and_again_costs_no_answer() -> None:
    script = listening().starts("I am")
    for words in ("I am fine", "I am fine and", "I am fine and so is she"):
        script.handle(Words(Hearing.EAGER, words)).later(200).handle(Words(Hearing.RESUMED, words)).later(200)
    script.handle(final("I am fine and so is she")).model_says("Good to hear.").until_silent()
    assert ["person: I am fine and so is she", "agent: Good to hear."] == script.transcript()[-2:]
    assert 3 == len(script.all_of(actions.Discard))


def test_a_demand_outlasts_an_end_without_words() -> None:
    """Law 4: what was understood of it is enough."""
    script = listening().handle(Voice(True)).starts("Stop").goes_on("Stop calling me").later(300)
    script.handle(final(""))
    assert [actions.StoreOptOut("Stop calling me")] == script.all_of(actions.StoreOptOut)
