"""Conversations that change their language: on request, and after two whole turns in another one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest

from domain.conversations import ConversationPlan, EndReason, Verdict
from domain.language.fixed_texts import FIXED_TEXTS
from domain.outcomes import BusinessOutcome
from media.engine.actions import Ask, SpeakIn, StoreOptOut
from media.engine.events import Hearing, Words
from media.engine.guards import ask_to_repeat, truth_about_us, we_were_cut_off
from tests.media.plans import plan
from tests.media.script import Script

OPENING: Final = "Hello, Ava here."
ANNOUNCED: Final = "This call is recorded."
SPANISH: Final = FIXED_TEXTS["es"]
IN_SPANISH: Final = "Go on in Spanish."
WHOLE_TURN: Final = "Sí, estoy muy contento con el servicio."
ANOTHER: Final = "Me gusta mucho como trabajan ustedes."


def of_two_languages(**changes: str) -> ConversationPlan:
    """English first; Spanish as spoken in Mexico is known as well."""
    return plan(opening=f"{OPENING} {ANNOUNCED}", announcement=ANNOUNCED, languages=("es-MX",), **changes)


def talking(conversation: ConversationPlan | None = None) -> Script:
    """The opening was heard."""
    return Script(conversation or of_two_languages()).until_silent()


def said_in(script: Script, text: str, language: str | None) -> Script:
    """The person's whole turn, which the ear heard in this language."""
    script.starts(text.split()[0]).later(1_000)
    return script.handle(Words(Hearing.FINAL, text, language))


def changes(script: Script) -> list[str]:
    """The languages the agent changed to."""
    return [action.language for action in script.all_of(SpeakIn)]


# In whichever of them


@pytest.mark.parametrize(
    "way", ["the end of a turn", "the line's end", "a turn without words", "after a number"]
)
def test_a_word_that_opts_out_in_another_of_their_languages_counts_however_it_ends(way: str) -> None:
    """Law 4: "baja" alone demands it in Spanish only, and English is spoken."""
    script = talking()
    match way:
        case "the end of a turn":
            script.says("Baja.")
        case "the line's end":
            script.starts("Baja.").later(200).hangs_up()
        case "a turn without words":
            script.starts("Baja.").later(500).handle(Words(Hearing.FINAL, ""))
        case "after a number":
            script.says("Four one five, five five").later(500).says("Baja.")
    assert 1 == len(script.all_of(StoreOptOut))


# On request


@pytest.mark.parametrize("request_", ["Can we speak Spanish?", "¿Hablas español?"])
def test_who_asks_for_a_language_of_the_agents_gets_it(request_: str) -> None:
    """Requirement 215."""
    script = talking().says(request_)
    assert ["es-MX"] == changes(script)
    assert IN_SPANISH in script.asked().notes
    assert request_ == script.asked().history[-1].text


def test_the_voice_changes_before_it_is_given_the_reply() -> None:
    script = talking().says("Spanish, please.").model_says("Claro que sí.").until_silent()
    done = [action for _, action in script.done]
    assert done.index(SpeakIn("es-MX")) < done.index(script.asked())
    assert ["agent: Claro que sí."] == script.transcript()[-1:]


def test_every_later_reply_is_in_the_language_asked_for() -> None:
    script = talking().says("Spanish, please.").model_says("Claro que sí.").until_silent()
    script.says("Siete")
    assert IN_SPANISH in script.asked().notes


def test_nothing_of_the_opening_is_said_again() -> None:
    """Requirement 215: disclosures that were given are not repeated."""
    script = talking().says("Can we speak Spanish?").model_says("Claro que sí.").until_silent()
    assert 1 == sum(ANNOUNCED in text for text in script.spoken())


def test_who_asks_for_another_language_is_told_by_the_model() -> None:
    script = talking().says("Können wir Deutsch sprechen?")
    assert [] == changes(script)
    assert any("You cannot speak German" in note for note in script.asked().notes)


def test_one_may_go_back() -> None:
    script = talking().says("Spanish, please.").model_says("Claro.").until_silent()
    script.says("En inglés, por favor.")
    assert ["es-MX", "en"] == changes(script)
    assert "Go on in English." in script.asked().notes
    assert IN_SPANISH not in script.asked().notes


def test_asking_for_the_present_language_changes_nothing() -> None:
    script = talking().says("Do you speak English?")
    assert ([], ()) == (changes(script), script.asked().notes)


def test_no_reply_is_guessed_at_in_the_language_before() -> None:
    script = talking().starts("Can").handle(Words(Hearing.EAGER, "Can we speak Spanish?"))
    assert [] == script.all_of(Ask)
    script.handle(Words(Hearing.FINAL, "Can we speak Spanish?"))
    assert 1 == len(script.all_of(Ask))


# Heard


def test_two_whole_turns_in_another_language_change_to_it() -> None:
    """Requirement 215."""
    script = said_in(talking(), WHOLE_TURN, "es")
    assert [] == changes(script)
    said_in(script.model_says("Good.").until_silent(), ANOTHER, "es")
    assert ["es-MX"] == changes(script)
    assert IN_SPANISH in script.asked().notes


def test_a_reply_that_was_guessed_at_in_the_language_before_is_dropped() -> None:
    script = said_in(talking(), WHOLE_TURN, "es").model_says("Good.").until_silent()
    script.starts("Me").handle(Words(Hearing.EAGER, ANOTHER))
    guessed = script.asked()
    assert IN_SPANISH not in guessed.notes
    script.handle(Words(Hearing.FINAL, ANOTHER, "es"))
    assert IN_SPANISH in script.asked().notes
    assert guessed.reply < script.asked().reply


@pytest.mark.parametrize(
    "turns",
    [
        [(WHOLE_TURN, "es")],
        [("Sí, claro que sí.", None), (WHOLE_TURN, "es")],
        [("Muy bien, gracias.", "es")] * 3,
        [(WHOLE_TURN, "es"), ("Sorry, I mean yes, very much.", "en"), (ANOTHER, "es")],
        [(WHOLE_TURN, "es"), ("Non, je ne crois pas.", "fr"), (ANOTHER, "es")],
        [("Non, je ne crois pas.", "fr"), ("Je ne sais pas encore.", "fr")],
    ],
    ids=["once", "mixed first", "few words", "present between", "third between", "not spoken by the agent"],
)
def test_less_than_that_changes_nothing(turns: list[tuple[str, str | None]]) -> None:
    """Requirement 215: words borrowed from another language are no change."""
    script = talking()
    for text, language in turns:
        said_in(script, text, language).model_says("I see.").until_silent()
    assert [] == changes(script)


def test_few_words_between_are_no_evidence_either_way() -> None:
    script = talking()
    for text, language in [(WHOLE_TURN, "es"), ("OK, yes.", "en"), (ANOTHER, "es")]:
        said_in(script, text, language).model_says("I see.").until_silent()
    assert ["es-MX"] == changes(script)


def test_an_agent_of_one_language_keeps_it() -> None:
    script = talking(plan())
    for text in (WHOLE_TURN, ANOTHER):
        said_in(script, text, "es").model_says("I see.").until_silent()
    assert [] == changes(script)


# Everything afterwards


def spanish() -> Script:
    """The conversation has changed to Spanish."""
    return talking().says("Spanish, please.").model_says("Claro que sí.").until_silent()


def test_an_opt_out_is_confirmed_in_the_new_language() -> None:
    script = spanish().says("No me llame más.").until_silent().later(1_000)
    assert SPANISH.opt_out_confirmation == script.spoken()[-1]
    assert EndReason.OPT_OUT is script.report().end_reason


@pytest.mark.parametrize("words", ["Stop calling me.", "Stop.", "Baja."])
@pytest.mark.parametrize("begin", [talking, spanish])
def test_an_opt_out_counts_in_every_language_of_the_agent(begin: Callable[[], Script], words: str) -> None:
    """Requirement 215: at all times, also as a single word."""
    assert [StoreOptOut(words)] == begin().says(words).all_of(StoreOptOut)


def test_the_truth_is_told_in_the_new_language() -> None:
    assert truth_about_us("es") in spanish().says("¿Es usted un robot?").spoken()


def test_leave_is_taken_in_the_new_language() -> None:
    assert SPANISH.closing == spanish().says("Tengo que colgar, adiós.").spoken()[-1]


def test_silence_is_broken_in_the_new_language() -> None:
    script = spanish().later(60_000)
    assert [SPANISH.silence_prompt, SPANISH.silence_prompt, SPANISH.silence_goodbye] == script.spoken()[-3:]


def test_what_was_not_understood_is_asked_for_in_the_new_language() -> None:
    script = spanish().says("Siete").later(60_000)
    assert ask_to_repeat("es") in script.spoken()


def test_back_in_the_first_language_the_plans_own_words_hold() -> None:
    script = talking(replace(of_two_languages(), silence_prompt="Anybody there?"))
    script.says("Spanish, please.").model_says("Claro.").until_silent()
    script.says("English, please.").model_says("Sure.").until_silent().later(7_000)
    assert "Anybody there?" == script.spoken()[-1]


def test_the_report_tells_the_language_at_the_end() -> None:
    """Requirement 215."""
    assert "es-MX" == spanish().hangs_up().later(10_000).report().language
    assert "en" == talking().hangs_up().later(10_000).report().language


def test_answers_given_in_the_new_language_are_kept_by_question() -> None:
    """Requirement 215: those found with the verdict; what the rules found in the script's own words holds."""
    script = spanish().says("Un siete.")
    script.verdict = Verdict(BusinessOutcome.NONE, answers={"score": "Un siete.", "unheard_of": "Un siete."})
    report = script.hangs_up().later(10_000).report()
    assert {"score": "Un siete."} == report.answers


def test_another_process_goes_on_in_the_new_language() -> None:
    script = spanish().cut_off()
    assert ["es-MX"] == changes(script)
    assert script.spoken()[0].startswith(we_were_cut_off("es"))
    script.until_silent().says("Siete")
    assert IN_SPANISH in script.asked().notes
