"""Parses a phrase to what it asks for, in one language's words; resolver.py makes moments of that."""

from typing import Final

from domain.callbacks.clauses import clauses_of
from domain.callbacks.items import Day
from domain.callbacks.lexicon.shape import OF_TIME, Kind, Lexicon
from domain.callbacks.options import Reading
from domain.callbacks.scan import Clause
from domain.callbacks.tokens import tokens_of
from domain.callbacks.wished_times import Assembly

_ITEMS_BEGIN: Final = (
    *OF_TIME, Kind.NUMBER, Kind.ARTICLE, Kind.ORDINAL, Kind.MONTH, Kind.NEXT, Kind.THIS, Kind.WEEK, Kind.AFTER_NEXT,
)  # fmt: skip
_OF_ONE_LANGUAGE: Final = (
    Kind.WEEKDAY, Kind.WORKDAYS, Kind.RELATIVE, Kind.TODAYS_PART, Kind.PART, Kind.UNIT, Kind.SPAN, Kind.OCLOCK, Kind.MINUTES_BEFORE,
    Kind.MONTH, Kind.HOLIDAY, Kind.WISH,
)  # fmt: skip


def read(phrase: str, words: Lexicon) -> Reading:
    """What the phrase asks for, in one language's words."""
    tokens = tokens_of(phrase, words)
    clauses = clauses_of(tokens, words)
    named: Day | None = None
    for clause in clauses:
        scanned = Clause(clause.tokens, named)
        named = scanned.named or named
        clause.items, clause.stray, clause.loose = scanned.items, scanned.stray, scanned.loose
    return Assembly(tokens, clauses).reading()


def is_surely_in(phrase: str, words: Lexicon) -> bool:
    """Whether a phrase has a word of time that is long enough to be this language's and no other's by chance ("mon")."""
    return any(len(token.text) > 3 and token.has(*_OF_ONE_LANGUAGE) for token in tokens_of(phrase, words))


def mentions(phrase: str, words: Lexicon) -> bool:
    """Whether these words say anything about when."""
    tokens = tokens_of(phrase, words)
    if not any(token.has(*_ITEMS_BEGIN) for token in tokens):
        return False
    for clause in clauses_of(tokens, words):
        if Clause(clause.tokens).items:
            return True
        if clause.has(Kind.LATER) and clause.has(Kind.RELATIVE):
            return True
    return False
