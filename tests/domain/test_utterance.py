"""What was said, as one value: it means what its words mean, and is asked for it once."""

import pytest

from domain.language import (
    asides,
    languages,
    opt_outs_and_goodbyes,
    passing_on,
    person_or_machine_words,
    utterance,
)
from domain.language.intents import Finding
from domain.language.utterance import Utterance

TEXTS = (
    "",
    "Hello?",
    "Mhm.",
    "Yes. Stop.",
    "Sorry, could you say that again?",
    "Are you a robot?",
    "Okay, goodbye.",
    "I will get my wife.",
    "It is for you.",
    "He is not here.",
    "Can we speak Spanish?",
    "Baja.",
    "Please leave a message after the tone.",
    "Rufen Sie mich bitte nicht mehr an.",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("language", ["en", "de", "es-MX"])
def test_an_utterance_means_what_its_words_mean(text: str, language: str) -> None:
    spoken = ("en", "es-MX")
    said = Utterance(text, language, spoken)
    assert opt_outs_and_goodbyes.is_opt_out(text, language, *spoken) is said.opts_out
    assert opt_outs_and_goodbyes.wants_end(text, language) is said.wants_end
    assert opt_outs_and_goodbyes.is_robot_question(text, language) is said.asks_for_the_truth
    assert opt_outs_and_goodbyes.is_pickup_phrase(text, language) is said.picks_up
    assert asides.aside(text, language) is said.aside
    assert asides.is_backchannel(text, language) is said.only_listens
    assert passing_on.calls_out(text, language) is said.calls_out
    assert passing_on.nobody_comes(text, language) is said.nobody_comes
    assert languages.asked_for(text) == said.asked_language
    assert person_or_machine_words.signs(text, *spoken) == said.signs
    assert person_or_machine_words.signs(text, *spoken, whole=True) == said.signs_if_whole


def test_what_is_asked_again_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(text: str, *languages: str) -> tuple[Finding, ...]:
        asked.append(text)
        return opt_outs_and_goodbyes.rules_on_contact(text, *languages)

    monkeypatch.setattr(utterance, "rules_on_contact", counted)
    said = Utterance("No. Stop.", "en", ("en",))
    assert [] == asked
    assert said.opts_out
    assert said.opts_out
    assert ["No. Stop."] == asked


def test_a_demand_for_no_more_calls_is_the_same_when_the_language_changes() -> None:
    """Which word takes leave depends on the language that is spoken now."""
    said = Utterance("Hasta luego.", "en", ("en", "es-MX"))
    assert not said.wants_end
    assert said.held_in("es-MX").wants_end
    stop = Utterance("Baja.", "en", ("en", "es-MX"))
    assert stop.opts_out
    assert stop.held_in("es-MX").opts_out


def test_the_same_words_are_the_same_value() -> None:
    said = Utterance("Goodbye.", "en", ("en",))
    assert said is said.of("Goodbye.")
    assert said is said.held_in("en")
    assert (said,) == said.sentences
    assert said is said.sentences[0]
    assert ["Okay.", "Goodbye."] == [one.text for one in said.of("Okay. Goodbye.").sentences]
