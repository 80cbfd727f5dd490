"""Which of a script's own outcomes a turn states, by the phrases that the script gives for them.

A phrase proves nothing where the sentence asks, denies or doubts it: rules say only what is certain, the rest is the model's.
"""

from collections.abc import Sequence
from typing import Final

from domain.language.outcome_signs import Sign
from domain.language.phrases import plain_words, says, spoken_in
from domain.language.statements import GAP, stated
from domain.language.tables.every import phrases_of
from domain.language.utterance import Utterance
from domain.language.wishes import is_all
from domain.language.yes_or_no import yes_or_no
from domain.own_outcomes import OutcomeDefinition

_NO: Final = phrases_of(lambda one: one.wishes.no)
_HEDGES: Final = phrases_of(lambda one: one.wishes.hedges)
_COURTESIES: Final = phrases_of(lambda one: one.asides.courtesies)


def own_sign(said: Utterance, own: Sequence[OutcomeDefinition], turn: int) -> Sign | None:
    """The last statement of one of these outcomes in a turn; None where there is none, or one sentence states two."""
    found = None
    for sentence in said.sentences:
        names = {each.name for each in own if any(_is_stated(phrase, sentence) for phrase in each.phrases)}
        if len(names) > 1:
            return None
        found = Sign(names.pop(), sentence.text, turn) if names else found
    return found


def _is_stated(phrase: str, sentence: Utterance) -> bool:
    """Whether a sentence says this: behind nothing but an answer or a courtesy, and before nothing that takes it back."""
    words, is_question = stated(sentence.text, *sentence.languages)
    before, found, after = f" {words} ".partition(f" {plain_words(phrase)} ")
    if not found or is_question or GAP in after.split():
        return False
    takes_back = any(says(after.strip(), spoken_in(table, *sentence.languages)) for table in (_NO, _HEDGES))
    return not takes_back and _only_leads_in(before.strip(), sentence)


def _only_leads_in(words: str, sentence: Utterance) -> bool:
    if not words or yes_or_no(words, *sentence.languages).is_plain:
        return True
    return all(is_all(word, _COURTESIES, *sentence.languages) for word in words.split())
