"""What a sentence states: its words without what only sounds like an outcome, and without what is asked."""

from typing import Final

from domain.language.phrases import plain_words, says, spoken_in, without
from domain.language.tables.every import phrases_of

_NO_OUTCOME: Final = phrases_of(lambda one: (*one.wishes.no_outcome, *one.wishes.questions))
_SOUNDS_ONLY: Final = phrases_of(lambda one: one.wishes.no_outcome)
_TAGS: Final = phrases_of(lambda one: (*one.wishes.yes, *one.wishes.no))

GAP: Final = "|"
"""Stands in plain words for what was taken out of them."""

_TAG_WORDS: Final = 2
"""So many words behind a last comma ask nothing of their own."""


def stated(sentence: str, *languages: str) -> tuple[str, bool]:
    """A sentence's plain words without what carries no outcome, and whether what is left is a question as a whole."""
    words = without(plain_words(sentence), spoken_in(_NO_OUTCOME, *languages))
    if not sentence.rstrip().endswith(("?", "？")) or words.endswith(GAP):
        return words, False
    return words, not _ends_with_a_tag(sentence, words, languages)


def _ends_with_a_tag(sentence: str, words: str, languages: tuple[str, ...]) -> bool:
    """Whether only the last words of a sentence ask, and that for nothing: "I'm not interested, okay?"."""
    before, _, tag = sentence.rpartition(",")
    if before and len(plain_words(tag).split()) <= _TAG_WORDS:
        return True
    stated_before, _, last = words.rpartition(" ")
    return bool(stated_before) and says(last, spoken_in(_TAGS, *languages))


def only_asks_beside(sentence: str, *languages: str) -> bool:
    """Whether all that was taken out of a sentence's words are questions, which may have swallowed what was said in one breath with them."""
    return GAP not in without(plain_words(sentence), spoken_in(_SOUNDS_ONLY, *languages)).split()


def states_nothing(sentence: str, *languages: str) -> bool:
    """Whether a sentence asks, or has something in it that only sounds like an outcome."""
    words, is_question = stated(sentence, *languages)
    return is_question or GAP in words.split()
