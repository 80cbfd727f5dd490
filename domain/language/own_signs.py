"""Which of a script's own outcomes a turn states, by the phrases that the script gives for them.

A phrase proves nothing where the sentence asks, denies or doubts it: rules say only what is certain, the rest is the model's.
"""

from collections.abc import Sequence
from typing import Final

from domain.language.opt_outs_and_goodbyes import is_all
from domain.language.outcome_signs import Sign
from domain.language.phrases import Phrases, plain_words, says, spoken_in
from domain.language.statements import stated
from domain.language.tables.every import phrases_of
from domain.language.utterance import Utterance
from domain.own_outcomes import OutcomeDefinition

_NO: Final = phrases_of(lambda one: one.wishes.no)
_HEDGES: Final = phrases_of(lambda one: one.wishes.hedges)
_COURTESIES: Final = (
    phrases_of(lambda one: one.asides.courtesies),
    phrases_of(lambda one: one.wishes.wants_end),
)
_LONGEST_PHRASE: Final = 6
"""In words: the longest courtesy that is looked for as one."""


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
    """Whether a sentence says this, and beside it nothing but answers and courtesies: a "no" only where the phrase denies as well.

    Recognisers write no commas: "no I will come" may be two words of two kinds, or one that denies the other.
    """
    words, is_question = stated(sentence.text, *sentence.languages)
    wanted = plain_words(phrase)
    before, found, after = f" {words} ".partition(f" {wanted} ")
    if not found or is_question:
        return False
    denies = any(says(wanted, spoken_in(table, *sentence.languages)) for table in (_NO, _HEDGES))
    tables = (*_COURTESIES, _NO) if denies else _COURTESIES
    return _consists_of(tables, before, sentence.languages) and _consists_of(
        _COURTESIES, after, sentence.languages
    )


def _consists_of(tables: Sequence[Phrases], words: str, languages: tuple[str, ...]) -> bool:
    """Whether plain words are nothing but phrases of these tables, the longest first."""
    left = words.split()
    while left:
        lengths = range(min(_LONGEST_PHRASE, len(left)), 0, -1)
        known = (n for n in lengths if any(is_all(" ".join(left[:n]), table, *languages) for table in tables))
        if (length := next(known, 0)) == 0:
            return False
        left = left[length:]
    return True
