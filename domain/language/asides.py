"""What people say about the conversation itself: say that again, one moment, I will put her on, mhm.

A turn counts as an aside only when it is nothing else, so these patterns match whole turns, unless a function says
otherwise.
"""

import re
from enum import StrEnum
from functools import cache
from typing import Final

from domain.language.passing_on import passes_on
from domain.language.phrases import Phrases, base_of, in_any_language, plain_words, spoken_in
from domain.language.tables.every import phrases_of


class Aside(StrEnum):
    """What a turn asks of the conversation instead of answering."""

    SAY_AGAIN = "say_again"
    ONE_MOMENT = "one_moment"
    PASSES_ON = "passes_on"


_LONGEST_ASIDE: Final = 12
_LONGEST_BACKCHANNEL: Final = 6
"""In words: whoever says more says something else, and patterns of patterns take long to refuse it."""

_COURTESIES: Final = phrases_of(lambda one: one.asides.courtesies)
_SAY_AGAIN: Final = phrases_of(lambda one: one.asides.say_again)
_ONE_MOMENT: Final = phrases_of(lambda one: one.asides.one_moment)
_BACKCHANNEL: Final = phrases_of(lambda one: one.asides.backchannel)
_BACKCHANNEL_BEGINS: Final = phrases_of(lambda one: one.asides.backchannel_begins)
_ASSENTS: Final = frozenset(in_any_language(phrases_of(lambda one: one.asides.assents)))
"""After a wish to wait they end the wait: "one moment ... yes"."""


def get_ready(language: str) -> None:
    """Compile what turns in this language are held against."""
    for begun in ((), spoken_in(_BACKCHANNEL_BEGINS, language)):
        _one_after_another(spoken_in(_BACKCHANNEL, language), begun)
    for table in (_ONE_MOMENT, _SAY_AGAIN):
        _whole_turns(spoken_in(table, language), base_of(language))


def aside(text: str, language: str) -> Aside | None:
    """What this turn asks of the conversation, if it asks nothing else."""
    words = plain_words(text)
    if not words:
        return None
    if passes_on(text, language):
        return Aside.PASSES_ON
    if _is_all(words, _ONE_MOMENT, language) and words.split()[-1] not in _ASSENTS:
        return Aside.ONE_MOMENT
    if _is_all(words, _SAY_AGAIN, language):
        return Aside.SAY_AGAIN
    return None


def is_backchannel(text: str, language: str) -> bool:
    """Whether these words only tell that somebody listens: "mhm", "okay, yeah"."""
    return _is_listening(plain_words(text), spoken_in(_BACKCHANNEL, language))


def may_be_backchannel(text: str, language: str) -> bool:
    """Whether these words are one, or may yet become one: "got" of "got it"."""
    patterns = spoken_in(_BACKCHANNEL, language)
    return _is_listening(plain_words(text), patterns, spoken_in(_BACKCHANNEL_BEGINS, language))


def _is_listening(words: str, patterns: tuple[str, ...], begun: tuple[str, ...] = ()) -> bool:
    if not words or len(words.split()) > _LONGEST_BACKCHANNEL:
        return False
    return _one_after_another(patterns, begun).fullmatch(words) is not None


@cache
def _one_after_another(patterns: tuple[str, ...], begun: tuple[str, ...]) -> re.Pattern[str]:
    one = "|".join(patterns)
    last = "|".join((*patterns, *begun))
    return re.compile(rf"(?:(?:{one}) ){{0,5}}(?:{last})")


def _is_all(words: str, table: Phrases, language: str) -> bool:
    if len(words.split()) > _LONGEST_ASIDE:
        return False
    return _whole_turns(spoken_in(table, language), base_of(language)).fullmatch(words) is not None


@cache
def _whole_turns(patterns: tuple[str, ...], language: str) -> re.Pattern[str]:
    """Turns of such phrases alone, with courtesies before, between and after them; language: without its region."""
    own = _COURTESIES.get(language, ())
    courtesy = rf"(?:{'|'.join(dict.fromkeys((*own, *_COURTESIES['en'])))})"
    core = "|".join(patterns)
    return re.compile(rf"(?:{courtesy} ){{0,9}}(?:{core})(?: (?:{courtesy}|{core})){{0,9}}")
