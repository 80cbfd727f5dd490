"""What people say about the conversation itself, and what only sounds like it."""

import pytest

from domain.asides import Aside, aside, calls_out, is_backchannel, nobody_comes

SAY_AGAIN = {
    "en": [
        "Say that again?",
        "Sorry, could you say that again please?",
        "Pardon?",
        "Sorry?",
        "What?",
        "Can you repeat that?",
        "Could you repeat the question, please?",
        "What did you say?",
        "I didn't catch that.",
        "Sorry, I couldn't hear you.",
        "Come again?",
        "What was the question again?",
        "One more time, please.",
        "Sorry, you broke up there.",
    ],
    "de": [
        "Wie bitte?",
        "Können Sie das bitte noch einmal wiederholen?",
        "Das habe ich nicht verstanden.",
        "Was haben Sie gesagt?",
    ],
    "es": ["¿Cómo?", "¿Puede repetirlo, por favor?", "Perdón, no le entendí.", "Otra vez, por favor."],
    "fr": [
        "Pardon ? Comment ?",
        "Vous pouvez répéter, s'il vous plaît ?",
        "Je n'ai pas compris.",
        "Répétez la question.",
    ],
    "pt": ["Pode repetir, por favor?", "Como?", "Desculpe, não entendi.", "De novo, por favor."],
    "hi": ["phir se boliye", "kya kaha aapne", "फिर से बोलिए", "समझ नहीं आया"],
}
ONE_MOMENT = {
    "en": [
        "One moment please.",
        "Hold on.",
        "Hang on a second.",
        "Just a sec.",
        "Yes, give me one minute.",
        "Can you hold on a moment?",
        "Wait.",
        "Let me check my calendar.",
        "Okay, let me just grab a pen.",
        "I'll be right back.",
        "Bear with me.",
        "I'm going to put you on hold.",
    ],
    "de": ["Einen Moment bitte.", "Moment mal.", "Bleiben Sie dran.", "Ja, eine Sekunde."],
    "es": ["Un momento, por favor.", "Espere un segundo.", "Déjeme ver.", "No cuelgue."],
    "fr": ["Un instant, s'il vous plaît.", "Ne quittez pas.", "Attendez, une seconde."],
    "pt": ["Só um momento.", "Espera um pouquinho.", "Aguarde, por favor."],
    "hi": ["ek minute", "zara rukiye", "एक मिनट", "रुकिए"],
}
PASSES_ON = {
    "en": [
        "I'll put her on.",
        "One second, I'll get him.",
        "Sure, he's in the garden, I'll get him for you.",
        "Let me get my husband.",
        "Hold on, I'll put you through.",
        "I'm transferring you to my manager.",
        "Here she is.",
        "Hang on, she's coming.",
    ],
    "de": ["Moment, ich hole ihn.", "Ich gebe Sie weiter.", "Ich verbinde Sie."],
    "es": ["Se lo paso.", "Ahora viene.", "Un momento, se la paso."],
    "fr": ["Je vous la passe.", "Je vais le chercher.", "Elle arrive."],
    "pt": ["Vou chamar ela.", "Ele já vem."],
    "hi": ["main unko bulata hoon", "मैं उनको बुलाता हूँ"],
}
NONE_OF_THEM = [
    "Yes.",
    "Eight out of ten.",
    "What do you want from me?",
    "Say that again and I will hang up on you.",
    "I will get back to you tomorrow.",
    "I'll tell her to call you.",
    "What is the price of it?",
    "One moment, who is calling?",
    "I waited for a minute in the line.",
    "I didn't get the letter.",
    "We repeat our orders every month.",
    "I'll ask my wife to call you back.",
    "What kind of service is that?",
    "The second one.",
    "I will think about it.",
    "I will take two of them.",
    "I have to check it later.",
    "Put me on the list.",
    "I'll ask my wife about it.",
    "",
]


def of_all(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    """(language, text)."""
    return [(language, text) for language, texts in table.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), of_all(SAY_AGAIN))
def test_a_wish_to_hear_it_again_is_noticed(language: str, text: str) -> None:
    assert aside(text, language) is Aside.SAY_AGAIN


@pytest.mark.parametrize(("language", "text"), of_all(ONE_MOMENT))
def test_a_request_to_wait_is_noticed(language: str, text: str) -> None:
    assert aside(text, language) is Aside.ONE_MOMENT


@pytest.mark.parametrize(("language", "text"), of_all(PASSES_ON))
def test_a_telephone_that_is_passed_on_is_noticed(language: str, text: str) -> None:
    assert aside(text, language) is Aside.PASSES_ON


@pytest.mark.parametrize("text", NONE_OF_THEM)
def test_what_says_anything_else_is_no_aside(text: str) -> None:
    assert aside(text, "en") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mhm."),
        ("en", "Uh-huh"),
        ("en", "Okay."),
        ("en", "Yeah, okay"),
        ("en", "I see."),
        ("de", "Ja, genau."),
        ("es", "Sí, claro."),
        ("fr", "D'accord."),
        ("pt", "Uhum, certo."),
        ("hi", "ठीक है"),
        ("hi", "ji haan"),
    ],
)
def test_a_listeners_sounds_are_known(language: str, text: str) -> None:
    assert is_backchannel(text, language)


@pytest.mark.parametrize(
    "text", ["", "No.", "Stop", "Wait", "Okay but I have no time", "Yes please stop", "Hello?"]
)
def test_what_wants_the_floor_is_no_backchannel(text: str) -> None:
    assert not is_backchannel(text, "en")


def test_words_into_the_room_and_an_absence_are_told_apart() -> None:
    assert calls_out("Mary! Phone for you!", "en")
    assert nobody_comes("Sorry, she is not here right now.", "en")
    assert nobody_comes("She can't come to the phone, can I take a message?", "en")
    assert not nobody_comes("Hello, this is Mary.", "en")
    assert not calls_out("Hello, this is Mary.", "en")
