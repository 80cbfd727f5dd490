"""Which words of a wish about hours deny, and what they reach: "after nine no calls please", "keine Anrufe am Sonntag"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.callbacks.items import Bound, Time
from domain.callbacks.lexicon.shape import Kind
from domain.callbacks.options import Option, Reading
from domain.callbacks.tokens import Token

_REFUSES: Final = (Kind.NOT, Kind.DONT, Kind.EXCEPT, Kind.BAD)
_LIMITS: Final = (Kind.FROM, Kind.BEFORE, Kind.AFTER, Kind.BY, Kind.UNTIL)
_NO: Final = frozenset(
    (
        *(
            "not",
            "no",
            "never",
            "dont",
            "cant",
            "nicht",
            "nie",
            "pas",
            "jamais",
            "nao",
            "nunca",
            "jamas",
            "nada",
        ),
        *("nenhum", "nenhuma"),
    )
)
"""Words in what limits a time by refusing it: "not before" is from then on."""
_DENIALS: Final = frozenset(("mat", "nahi", "nahin", "मत", "नही", "नहीं"))
"""Words that deny, where the grammar takes them for words that correct, or does not know them."""
_ANSWERS: Final = frozenset(("no", "nao", "non", "nein"))
_STOPS: Final = frozenset(
    (
        *(
            "stop",
            "quit",
            "avoid",
            "refrain",
            "vermeiden",
            "unterlassen",
            "arretez",
            "arrete",
            "cessez",
            "evitez",
        ),
        *("deje", "dejen", "deja", "dejad", "pare", "paren", "parem", "deixe", "deixem", "evite", "evitem"),
    )
)
"""Words that have us stop what we do at the time that is named."""
_AFTER: Final = (Kind.AFTER, Kind.AFTER_BEHIND, Kind.FROM, Kind.FROM_BEHIND)
_BEFORE: Final = (Kind.BEFORE, Kind.BEFORE_BEHIND, Kind.BY, Kind.UNTIL, Kind.UNTIL_BEHIND)


class NotUnderstood(Exception):
    """A time that leaves no hours that could be kept."""


def with_denial(reading: Reading, tokens: Sequence[Token]) -> Reading:
    """ "After nine no calls please", "keine Anrufe am Sonntag": a denial that reached nothing is of what is named.

    Where something else stands between them, nothing is certain.
    """
    denials = sum(_denies(token) for token in tokens)
    if not denials and any(_may_deny(one, two) for one, two in pairwise(tokens)):
        raise NotUnderstood
    if not denials or not reading.options:
        return reading
    if not reading.refused.is_empty:
        alike = any(_is_of_one_sort(option, reading.refused) for option in reading.options)
        if (alike or denials > 1) and not is_parted(tokens):  # "not in the morning not in the evening"
            raise NotUnderstood
        return reading
    times = [one for option in reading.options for one in option.times]
    bounds = {one.bound for one in times if one.bound in (Bound.AFTER, Bound.BEFORE)}
    said = {Bound.AFTER: _AFTER, Bound.BEFORE: _BEFORE}
    if bounds and not any(token.has(*said[one]) for token in tokens for one in bounds):
        return reading  # turned already: "not before five" is from five on
    if is_parted(tokens) or len(bounds) > 1 or (times and len(reading.options) > 1):
        raise NotUnderstood
    option = reading.options[0]
    if bounds:
        turned = {Bound.AFTER: Bound.BEFORE, Bound.BEFORE: Bound.AFTER}
        times = [replace(one, bound=turned.get(one.bound, one.bound)) for one in times]
        return replace(reading, options=(replace(option, times=tuple(times)),))
    days = () if times else tuple(day for option in reading.options for day in option.days)
    return replace(reading, options=(), refused=Option(days, option.times))


def times_of(*options: Option) -> list[Time]:
    """The times of all of these."""
    return [one for option in options for one in option.times]


def has_clock(times: Iterable[Time]) -> bool:
    """Whether any of them is one of the clock."""
    return any(one.clock is not None for one in times)


def is_refusal(tokens: Sequence[Token]) -> bool:
    """Whether the words say when not, rather than when."""
    return any(
        _denies(token) or (token.has(*_LIMITS) and not _NO.isdisjoint(token.text.split())) for token in tokens
    )


def _denies(token: Token) -> bool:
    """Whether it refuses what is named, also where the grammar does not know it as such a word ("we don't answer")."""
    if token.has(*_REFUSES) or token.text in _STOPS:
        return True
    return (token.has(Kind.CORRECT) and token.text in _DENIALS) or (
        token.has(Kind.WORD) and token.text in _NO | _DENIALS
    )


def _is_of_one_sort(option: Option, refused: Option) -> bool:
    """Whether a denial that reached the one may have been meant for the other as well: days and days, parts and parts."""
    days = bool(option.days and refused.days) and not option.times
    return days or bool(option.times and refused.times and not has_clock(times_of(option, refused)))


def _may_deny(token: Token, following: Token) -> bool:
    """A "no" that may only answer or correct, with nothing behind it that would tell."""
    return token.has(Kind.CORRECT) and token.text.split()[0] in _ANSWERS and not following.has(Kind.STOP)


def is_parted(tokens: Sequence[Token]) -> bool:
    """Whether something else is told in it, behind a comma."""
    return any(token.has(Kind.STOP) for token in tokens[:-1])
