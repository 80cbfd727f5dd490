"""What an agent's own words say about the keys of a telephone: that one of them stops the calls, or that digits are wanted."""

from typing import Final

from domain.language.dictation import digits_in
from domain.language.opt_outs_and_goodbyes import sentences
from domain.language.phrases import plain_words, says, spoken_in
from domain.language.tables.every import phrases_of

_PRESS: Final = phrases_of(lambda one: one.ours.press)
_NO_MORE_CALLS: Final = phrases_of(lambda one: one.ours.no_more_calls)
_WANTS_DIGITS: Final = phrases_of(lambda one: one.ours.wants_digits)


def announces_opt_out_key(text: str, key: str, *languages: str) -> bool:
    """Whether the text tells a listener that this digit stops the calls."""
    return any(_announces(sentence, key, languages) for sentence in sentences(text))


def wants_digits(text: str, key: str, *languages: str) -> bool:
    """Whether the text asks for a number, or for keys, other than the one that stops the calls."""
    patterns = spoken_in(_WANTS_DIGITS, *languages)
    return any(
        says(plain_words(sentence), patterns)
        for sentence in sentences(text)
        if not _announces(sentence, key, languages)
    )


def _announces(sentence: str, key: str, languages: tuple[str, ...]) -> bool:
    words = plain_words(sentence)
    if not says(words, spoken_in(_PRESS, *languages)) or not says(
        words, spoken_in(_NO_MORE_CALLS, *languages)
    ):
        return False
    return any(key in digits_in(sentence, language) for language in languages)
