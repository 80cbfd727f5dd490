"""Dictated numbers and addresses: longer patience at the turn's end, and one read-back."""

import pytest

from domain.scripts import Question
from domain.transcripts import Speaker
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.dictating import PATIENCE_MS
from media.engine.ending import OWED_WORDS_MS
from media.engine.events import Hearing, Words
from media.engine.state import Floor
from tests.media.plans import plan
from tests.media.script import Script

PHONE = "What is the best number to reach you at?"
EMAIL = "What is your e-mail address?"
CODE = "What is your post code?"
QUESTIONS = (
    Question("phone", PHONE, "phone"),
    Question("email", EMAIL, "email"),
    Question("code", CODE, "digits"),
    Question("score", "How many points from one to ten would you give us?", "number"),
)


def asking(question: str, language: str = "en") -> Script:
    """The agent has just asked this."""
    script = Script(plan(questions=QUESTIONS, language=language)).until_silent().says("Yes, I am listening")
    return script.model_says(question).until_silent()


def their_last(script: Script) -> str:
    return [turn.text for turn in script.state.transcript if turn.speaker is Speaker.PERSON][-1]


def asks(script: Script) -> int:
    return len(script.all_of(actions.Ask))


def test_groups_of_a_number_are_one_answer_that_is_said_back() -> None:
    script = asking(PHONE)
    before = asks(script)
    script.says("four one five").later(1_200).says("double five five").later(1_200)
    assert (before, Floor.THEIRS) == (asks(script), script.floor)
    script.says("oh one two three")
    assert "four one five double five five oh one two three" == their_last(script)
    assert "4 1 5, 5 5 5, 0 1 2 3. Is that right?" == script.spoken()[-1]
    script.until_silent().says("Yes, it is")
    assert "4155550123" in script.asked().notes[-1]
    assert before + 1 == asks(script)


def test_a_number_that_stays_short_is_taken_after_a_while() -> None:
    script = asking(CODE).says("nine oh two one oh").later(PATIENCE_MS - 40)
    assert "nine oh two one oh" not in [turn.text for turn in script.state.transcript]
    assert "9 0 2, 1 0. Is that right?" == script.later(80).spoken()[-1]


def test_who_is_heard_already_gets_the_time_to_go_on() -> None:
    script = asking(CODE).says("nine oh two").later(1_400).handle(Voice(True)).later(700)
    script.starts("one").later(300).handle(Voice(False)).handle(Words(Hearing.FINAL, "one oh")).later(
        PATIENCE_MS + 40
    )
    assert "nine oh two one oh" == their_last(script)


def test_an_address_is_joined_and_spelled_back() -> None:
    script = asking(EMAIL).says("j o h n").later(900).says("underscore smith at").later(900)
    script.says("example dot com")
    assert "j o h n underscore s m i t h at example dot com. Is that right?" == script.spoken()[-1]
    script.until_silent().says("Correct.")
    assert "john_smith@example.com" in script.asked().notes[-1]


def test_a_correction_is_said_back_too_and_the_same_value_never_twice() -> None:
    script = asking(PHONE).says("415 555 0123").until_silent().says("No, 415 555 0124").until_silent()
    assert "4 1 5, 5 5 5, 0 1 2 4. Is that right?" == script.spoken()[-1]
    before = asks(script)
    script.says("415 555 0124")
    assert before + 1 == asks(script)


def test_no_guess_is_made_in_the_midst_of_a_number() -> None:
    script = asking(PHONE)
    before = asks(script)
    script.starts("four").handle(Words(Hearing.EAGER, "four one five"))
    script.handle(Words(Hearing.FINAL, "four one five")).later(300)
    script.starts("five").handle(Words(Hearing.EAGER, "five five"))
    assert before == asks(script)


def test_number_groups_are_noticed_without_a_question() -> None:
    script = asking("May I call you again?").says("four one five").later(1_000)
    script.says("five five five oh one two three").later(PATIENCE_MS + 40)
    assert "4 1 5, 5 5 5, 0 1 2 3. Is that right?" == script.spoken()[-1]


@pytest.mark.parametrize(
    "answer", ["Eight", "I would say eight points", "Yes, of course", "I have two of them"]
)
def test_other_answers_are_not_waited_with(answer: str) -> None:
    script = asking(QUESTIONS[3].text)
    assert answer == script.says(answer).asked().history[-1].text


def test_whoever_refuses_is_answered_at_once() -> None:
    script = asking(PHONE).says("I would rather not say")
    assert "I would rather not say" == script.asked().history[-1].text


def test_an_opt_out_after_a_part_of_a_number_counts() -> None:
    """Law 4."""
    script = asking(PHONE).says("four one five").later(500).says("no, please do not call me again")
    assert script.all_of(actions.StoreOptOut)


def test_what_was_dictated_is_kept_when_the_line_goes_down() -> None:
    script = asking(PHONE).says("four one five").later(500).hangs_up().later(OWED_WORDS_MS)
    assert "four one five" == their_last(script)


def test_what_was_dictated_before_keys_belongs_to_the_same_answer() -> None:
    script = asking(PHONE).says("zero one seven").later(300).key("4").key("2").key("#")
    assert "zero one seven 42" == their_last(script)


def test_a_noise_in_the_pause_loses_nothing() -> None:
    script = asking(CODE).says("nine oh two").later(500).handle(Words(Hearing.FINAL, "")).later(PATIENCE_MS)
    assert "nine oh two" == their_last(script)


def test_it_is_said_back_in_the_language_of_the_call() -> None:
    script = (
        asking(PHONE, "es").says("seis uno dos tres cuatro cinco seis siete ocho").later(PATIENCE_MS + 40)
    )
    assert "6 1 2, 3 4 5, 6 7 8. ¿Es correcto?" == script.spoken()[-1]


def test_the_report_has_the_number_as_it_is_written_and_corrected() -> None:
    script = asking(PHONE).says("four one five, double five five, oh one two three").until_silent()
    assert (
        "4155550123"
        == script.cut_off().at(script.now + 3_000).hangs_up().later(2_000).report().answers["phone"]
    )
    script.says("No, four one five, triple five, oh one two four").until_silent().says("Yes, thank you")
    assert "4155550124" == script.hangs_up().later(2_000).report().answers["phone"]


def test_stop_behind_a_pause_in_a_number_opts_out() -> None:
    """Law 4: alone it is a demand, whatever was dictated a moment before."""
    script = asking(PHONE).says("four one five").later(600).says("stop")
    assert [actions.StoreOptOut("four one five stop")] == script.all_of(actions.StoreOptOut)


def test_stop_behind_a_pause_in_a_number_opts_out_of_a_call_that_ends_with_it() -> None:
    """Law 4: understood in full or only so far."""
    understood = asking(PHONE).says("four one five").later(600).starts("stop").hangs_up()
    cut_off = asking(PHONE).says("four one five").later(600).starts("st").hangs_up()
    cut_off.handle(Words(Hearing.FINAL, "stop"))
    for script in (understood, cut_off):
        assert [actions.StoreOptOut("four one five stop")] == script.all_of(actions.StoreOptOut)
