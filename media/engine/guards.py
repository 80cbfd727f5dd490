"""Rules that stand above the model: they read what the person said and decide without it."""

from enum import StrEnum
from typing import Final

from domain.language.phrases import base_of
from domain.language.verdicts import is_opt_out, is_robot_question, wants_end


class Guard(StrEnum):
    """What a person's words demand at once."""

    OPT_OUT = "opt_out"
    ROBOT_QUESTION = "robot_question"
    WANTS_END = "wants_end"


def guard(text: str, language: str, *others: str) -> Guard | None:
    """The rule that these words set off; an opt-out outranks the others, and counts in the other languages as well."""
    if is_opt_out(text, language, *others):
        return Guard.OPT_OUT
    if wants_end(text, language):
        return Guard.WANTS_END
    if is_robot_question(text, language):
        return Guard.ROBOT_QUESTION
    return None


_TRUTH: Final = {
    "de": "Ja, ich bin ein automatischer Assistent.",
    "en": "Yes, I am an automated assistant.",
    "es": "Sí, soy un asistente automático.",
    "fr": "Oui, je suis un assistant automatique.",
    "hi": "जी हाँ, मैं एक स्वचालित सहायक हूँ।",
    "pt": "Sim, sou um assistente automático.",
}

_REPEAT: Final = {
    "de": "Entschuldigung, können Sie das bitte wiederholen?",
    "en": "Sorry, could you say that again?",
    "es": "Perdone, ¿puede repetirlo?",
    "fr": "Pardon, pouvez-vous répéter ?",
    "hi": "माफ़ कीजिए, क्या आप दोहरा सकते हैं?",
    "pt": "Desculpe, pode repetir?",
}


def truth_about_us(language: str) -> str:
    """What is said first when a person asks whether they speak with a machine."""
    return _TRUTH.get(base_of(language), _TRUTH["en"])


def ask_to_repeat(language: str) -> str:
    """What is said when no reply could be made."""
    return _REPEAT.get(base_of(language), _REPEAT["en"])


_NOTED: Final = {
    "de": "Gern, das ist notiert.",
    "en": "Of course, I have noted that.",
    "es": "Claro, queda anotado.",
    "fr": "Bien sûr, c'est noté.",
    "hi": "ठीक है, यह नोट हो गया है।",
    "pt": "Claro, está anotado.",
}


def it_is_noted(language: str) -> str:
    """What is said of a wish to be called later when the model says nothing about it."""
    return _NOTED.get(base_of(language), _NOTED["en"])


_CUT_OFF: Final = {
    "de": "Entschuldigung, wir wurden unterbrochen.",
    "en": "Sorry, we were cut off.",
    "es": "Perdone, se cortó la llamada.",
    "fr": "Pardon, nous avons été coupés.",
    "hi": "माफ़ कीजिए, हमारी बात कट गई थी।",
    "pt": "Desculpe, a ligação foi interrompida.",
}


def we_were_cut_off(language: str) -> str:
    """What is said first when a conversation goes on after its line was lost for a moment."""
    return _CUT_OFF.get(base_of(language), _CUT_OFF["en"])
