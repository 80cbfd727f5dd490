"""Languages an agent may change to: when a person asks for one, and that every one has its phrases and texts."""

from dataclasses import astuple
from typing import Final

import pytest

from domain.language.fixed_texts import FIXED_TEXTS, fixed_texts
from domain.language.languages import LANGUAGES, asked_for, name_of, tag_of
from domain.language.opt_outs_and_goodbyes import is_opt_out, is_robot_question
from domain.language.tables.every import language_of

REQUESTS: Final = [
    ("Can we speak Spanish?", "es"),
    ("Could you please talk to me in Spanish?", "es"),
    ("Sorry, do you speak any Hindi?", "hi"),
    ("Speak German, please.", "de"),
    ("Hm. In French, please.", "fr"),
    ("I only speak Portuguese.", "pt"),
    ("I would prefer to speak Spanish.", "es"),
    ("Please switch to English.", "en"),
    ("Can we continue in Spanish instead of English?", "es"),
    ("Do you speak English? No, can we speak Hindi?", "hi"),
    ("¿Hablas español?", "es"),
    ("Perdone, ¿podemos hablar en español?", "es"),
    ("Solo hablo español.", "es"),
    ("¿Habla inglés?", "en"),
    ("En español, por favor.", "es"),
    ("Sprechen Sie Deutsch?", "de"),
    ("Können wir bitte Deutsch sprechen?", "de"),
    ("Parlez-vous français ?", "fr"),
    ("On peut parler en français ?", "fr"),
    ("Você fala português?", "pt"),
    ("Podemos falar em português?", "pt"),
    ("Hindi mein baat kijiye.", "hi"),
    ("Kya aap Hindi bolte hain?", "hi"),
    ("क्या हम हिंदी में बात कर सकते हैं?", "hi"),
    ("क्या आप अंग्रेज़ी बोलते हैं?", "en"),
    ("English please", "en"),
    ("I want Spanish.", "es"),
    ("i want spanish i don't understand you", "es"),
    ("I'd prefer German if that's possible.", "de"),
    ("I prefer French because my English is bad.", "fr"),
    ("I would like to continue in Portuguese, please.", "pt"),
    ("could you repeat that in spanish", "es"),
    ("Can you say it again in German?", "de"),
    ("Does anyone there speak Spanish?", "es"),
    ("Is there somebody who speaks Hindi?", "hi"),
    ("Can I talk to a Spanish speaker?", "es"),
    ("Can we do this in French instead?", "fr"),
    ("Let's talk in Spanish about it.", "es"),
    ("We only speak Spanish here.", "es"),
]
NO_REQUESTS: Final = [
    "",
    "Yes, that is right.",
    "I don't speak Spanish.",
    "Sorry, I do not speak English very well.",
    "My wife is Spanish and I teach English.",
    "They speak German there.",
    "I speak Spanish as well.",
    "We had an English breakfast.",
    "No hablo inglés.",
    "Ich spreche kein Englisch.",
    "Can you speak louder?",
    "Gracias, adiós.",
    "To continue in Spanish, press two.",
    "Para continuar en español, oprima dos.",
    "My wife speaks Spanish",
    "Do you ship to Spanish islands?",
    "No Spanish please",
    "not Spanish please",
    "I don't speak any Spanish, please.",
    "I'd like a Spanish omelette",
    "I want French fries",
    "I'd like French fries please",
    "I prefer German cars",
    "i prefer german beer",
    "I'd prefer French wine",
    "We want English breakfast.",
    "I'd like English tea.",
    "Can we talk about French fries?",
    "Can you speak to my German colleague?",
    "Can I talk to the Spanish department?",
    "I'd like to speak Spanish fluently one day.",
    "Do you speak Spanish at home?",
    "We would like Hindi films.",
    "I want to learn Spanish.",
    "I want German quality.",
    "How do you say that in Spanish?",
    "Is the form in German?",
    "He switched to German wine.",
    "change to German beer",
    "I prefer Portuguese food.",
]


@pytest.mark.parametrize("text, language", REQUESTS)
def test_a_person_asks_for_a_language(text: str, language: str) -> None:
    """Requirement 215."""
    assert language == asked_for(text)


@pytest.mark.parametrize("text", NO_REQUESTS)
def test_naming_a_language_is_not_asking_for_it(text: str) -> None:
    """Requirement 215."""
    assert asked_for(text) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_phrases_and_texts(language: str) -> None:
    wishes = language_of(language).wishes
    for table in (
        wishes.opt_out,
        wishes.robot_question,
        wishes.wants_end,
        language_of(language).asides.pickup,
    ):
        assert table
    assert all(astuple(FIXED_TEXTS[language]))


def test_no_language_has_more_texts_than_phrases() -> None:
    assert LANGUAGES.keys() == FIXED_TEXTS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_fixed_text_would_be_taken_for_a_demand(language: str) -> None:
    """The person's echo of us must not opt them out."""
    for text in astuple(FIXED_TEXTS[language]):
        assert not is_opt_out(text, language)
        assert not is_robot_question(text, language)


def test_a_region_speaks_its_language() -> None:
    assert FIXED_TEXTS["es"] == fixed_texts("es-MX")
    assert FIXED_TEXTS["en"] == fixed_texts("it")
    assert ("Spanish", "it") == (name_of("es-MX"), name_of("it"))


def test_an_agent_speaks_a_language_in_its_own_region() -> None:
    spoken = ("en-US", "es-MX")
    assert ["es-MX", "en-US", None] == [tag_of(language, spoken) for language in ("es", "en-GB", "de")]


def test_a_word_that_opts_out_counts_in_every_language_of_the_agent() -> None:
    """Requirement 215: "baja" alone means something in Spanish only."""
    assert [False, True] == [is_opt_out("Baja.", "en"), is_opt_out("Baja.", "en", "es-MX")]
