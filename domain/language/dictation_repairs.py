"""What people say while they dictate that is no digit and no letter: corrections of what came before, and explanations.

"Zero one seven one, no wait, zero one seven two" is one number, and in "alice forty two, that's the digits, at aol dot com"
nothing is called digits.
"""

import re
from typing import Final

from domain.language.phrases import base_of, plain_words, says, spoken_in, without
from domain.language.tables.every import EVERY, phrases_of

_CORRECTIONS: Final = phrases_of(lambda one: one.dictation.corrections)
_CORRECTS_ALONE: Final = phrases_of(lambda one: one.dictation.corrects_alone)
_EXPLAINS: Final = tuple(rf"^(?:{pattern})" for one in EVERY for pattern in one.dictation.explains)
_CLAUSE_END: Final = re.compile(r"[,;]\s+")


def attempts_in(words: str, language: str) -> list[str]:
    """Plain words between corrections, the first attempt first, without empty ones."""
    own = _CORRECTS_ALONE.get(base_of(language), ())
    parts = without(words, (*spoken_in(_CORRECTIONS, language), *own)).split("|")
    return [attempt.strip() for attempt in parts if attempt.strip()]


def corrected(digits: str, better: str) -> str:
    """The digits with what was said after a correction: a new beginning replaces them, a few more replace their end."""
    if not digits or not better:
        return better or digits
    is_anew = 2 * len(better) > len(digits)
    return better if is_anew else digits[: -len(better)] + better


def without_explanations(text: str) -> str:
    """The text without clauses behind the first that only explain what was spelled."""
    first, *others = _CLAUSE_END.split(text)
    return ", ".join([first, *(clause for clause in others if not says(plain_words(clause), _EXPLAINS))])
