"""Our own words that come back on the line are not the person's."""

import pytest

from domain.conversations import AnsweredBy
from domain.transcripts import Speaker
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.events import Hearing, Words
from media.engine.state import Floor
from tests.media.plans import SCRIPT
from tests.media.script import MS_PER_CHARACTER, Script

OFFER = "We offer many things to all of our customers in every town of this country."
LATE_MS = 700


def echoing(script: Script, text: str, mistakes: dict[str, str] | None = None) -> Script:
    """While we say this, a recogniser hears every word again, so much later, and ends the turn after us."""
    began, heard = script.now, ""
    for word in text.split():
        heard = f"{heard} {(mistakes or {}).get(word, word)}".strip()
        script.at(began + len(heard) * MS_PER_CHARACTER + LATE_MS)
        kind = Hearing.STARTED if " " not in heard else Hearing.INTERIM
        script.handle(Words(kind, heard))
    return (
        script.later(300).handle(Words(Hearing.EAGER, heard)).later(200).handle(Words(Hearing.FINAL, heard))
    )


def answering() -> Script:
    """The agent begins to say the above."""
    return Script().until_silent().says("Tell me more please").model_says(OFFER)


def their_words(script: Script) -> list[str]:
    return [turn.text for turn in script.state.transcript if turn.speaker is Speaker.PERSON]


@pytest.mark.parametrize(
    "mistakes",
    [{}, {"offer": "often", "town": "down"}, {"many": "money", "customers": "costumes"}],
    ids=["exact", "misheard", "misheard elsewhere"],
)
def test_an_echo_neither_interrupts_nor_makes_a_turn(mistakes: dict[str, str]) -> None:
    script = echoing(answering(), OFFER, mistakes).later(1_000)
    assert [] == script.all_of(actions.Clear)
    assert ["Tell me more please"] == their_words(script)
    assert (1, Floor.IDLE) == (len(script.all_of(actions.Ask)), script.floor)


def test_an_echo_of_our_greeting_is_nobody_who_picks_up() -> None:
    script = echoing(Script(), SCRIPT.opening).later(500)
    assert (AnsweredBy.UNKNOWN, []) == (script.state.answered_by, their_words(script))
    assert (SCRIPT.opening, []) == (script.state.transcript[0].text, script.all_of(actions.Clear))


def test_somebody_who_picks_up_with_our_own_hello_is_heard() -> None:
    script = Script().at(500).starts("Hello").later(200).handle(Words(Hearing.FINAL, "Hello?"))
    assert AnsweredBy.PERSON is script.state.answered_by


def test_a_person_who_speaks_over_the_echo_interrupts() -> None:
    script = answering().at(answering().now)
    heard = "We offer many things"
    script.later(len(heard) * MS_PER_CHARACTER + LATE_MS).starts("We").goes_on(heard)
    assert [] == script.all_of(actions.Clear)
    script.later(300).goes_on(f"{heard} wait how much is it")
    assert 1 == len(script.all_of(actions.Clear))
    script.later(500).handle(Words(Hearing.FINAL, f"{heard} wait how much is it"))
    assert "wait how much is it" == script.asked().history[-1].text


def test_a_voice_that_the_gate_heard_may_repeat_a_few_of_our_words() -> None:
    script = answering().later(2_000).handle(Voice(True)).later(100).starts("many things").later(400)
    script.handle(Voice(False)).handle(Words(Hearing.FINAL, "Many things?"))
    assert "Many things?" == script.asked().history[-1].text


def test_our_words_are_theirs_once_ours_are_long_gone() -> None:
    script = answering().until_silent().later(4_000).says("Many things")
    assert "Many things" == script.asked().history[-1].text


def test_a_choice_that_we_offered_may_be_taken_in_our_last_second() -> None:
    question = "Would you like the red one or the blue one?"
    script = Script().until_silent().says("Go ahead please now").model_says(question)
    script.later(len(question) * MS_PER_CHARACTER - 300).handle(Voice(True)).starts("The blue one")
    script.later(500).handle(Voice(False)).handle(Words(Hearing.FINAL, "The blue one."))
    assert "The blue one." == script.asked().history[-1].text


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Would you prefer the morning or the afternoon?", "Afternoon."),
        ("Would you prefer the morning or the afternoon?", "The afternoon."),
        ("Do you rent or own your home at the moment?", "Own."),
        ("Is it for your home or for your business?", "For my business."),
    ],
)
def test_a_choice_that_we_offered_may_be_taken_quietly(question: str, answer: str) -> None:
    """The gate does not hear a low voice just after ours; the words came after our question's end."""
    script = Script().until_silent().says("Go ahead please now").model_says(question).until_silent()
    script.later(400).starts(answer.split()[0]).later(500).handle(Words(Hearing.FINAL, answer))
    assert answer == script.asked().history[-1].text


def test_on_a_line_that_echoes_a_quiet_choice_is_an_echo() -> None:
    script = echoing(answering(), OFFER).later(3_000).says("Go on please")
    script.model_says("Would you prefer the morning or the afternoon?").until_silent().later(400)
    script.starts("Afternoon").later(500).handle(Words(Hearing.FINAL, "Afternoon."))
    assert "Go on please" == their_words(script)[-1]


def test_words_of_ours_that_we_have_not_said_yet_are_theirs() -> None:
    long = f"{OFFER} They are cheap and good, and nobody else sells them as well as we do."
    script = Script().until_silent().says("Tell me more please").model_says(long).later(600)
    script.starts("nobody").goes_on("nobody else sells them")
    assert 1 == len(script.all_of(actions.Clear))


@pytest.mark.parametrize("line_echoes", [False, True])
def test_opting_out_over_our_own_words_counts(line_echoes: bool) -> None:
    """Law 4: even the words of our question, and even where an echo of them may be expected."""
    script = echoing(answering(), OFFER).later(3_000) if line_echoes else Script().until_silent()
    script.says("Tell me more please")
    assert line_echoes is script.state.line_echoes
    script.model_says("Shall we go on, or do you say: do not call me again?").later(2_500)
    script.handle(Voice(True)).starts("do not").handle(Words(Hearing.FINAL, "Do not call me again"))
    assert [actions.StoreOptOut("Do not call me again")] == script.all_of(actions.StoreOptOut)


@pytest.mark.parametrize(
    "said", ["Satisfied with our service", "I am satisfied with our service", "With our service? No."]
)
def test_an_answer_in_our_words_stays_whole_on_a_line_without_echo(said: str) -> None:
    script = (
        Script().until_silent().says("Go ahead please now").model_says("Are you satisfied with our service?")
    )
    script.until_silent().handle(Voice(True)).later(100).starts(said).later(700).handle(Voice(False))
    script.later(200).handle(Words(Hearing.FINAL, said))
    assert said == script.asked().history[-1].text


def test_on_a_line_that_echoes_our_words_are_taken_out_of_a_loud_turn() -> None:
    script = echoing(answering(), OFFER).later(3_000).says("Go on please")
    script.model_says("Thank you. We sell them in every town of this country.").later(900).handle(Voice(True))
    script.goes_on("Thank you I have to ask").later(500).handle(
        Words(Hearing.FINAL, "Thank you. I have to ask.")
    )
    assert "I have to ask." == script.asked().history[-1].text
