"""Another person who is to take the telephone: what announces them, what is called into the room, and who stays away.

An announcement counts clause by clause, and only of a person: "I'll get my wife" passes the telephone on, "I'll put it on
my calendar" does not. A clause ends with a comma as well as with a full stop.
"""

import re
from typing import Final

from domain.language.phrases import plain_words, says, spoken_in
from domain.language.tables.every import phrases_of

_CLAUSE_END: Final = re.compile(r"(?<=[.,;:!?।—–])\s+")
_LONGEST_ANNOUNCEMENT: Final = 16
"""In words, counted from a clause's end, where an announcement stands."""

_PASSES_ON: Final = phrases_of(lambda one: one.asides.passes_on)
_CALLS_OUT: Final = phrases_of(lambda one: one.asides.calls_out)
_NOBODY_COMES: Final = phrases_of(lambda one: one.asides.nobody_comes)


def passes_on(text: str, language: str) -> bool:
    """Whether somebody says anywhere in this turn that another person comes to the telephone."""
    patterns = spoken_in(_PASSES_ON, language)
    return any(says(_last_words(clause), patterns) for clause in _CLAUSE_END.split(text))


def _last_words(clause: str) -> str:
    return " ".join(plain_words(clause).split()[-_LONGEST_ANNOUNCEMENT:])


def calls_out(text: str, language: str) -> bool:
    """Whether somebody who fetches another says this to that person."""
    return says(plain_words(text), spoken_in(_CALLS_OUT, language))


def nobody_comes(text: str, language: str) -> bool:
    """Whether somebody who went to fetch another comes back alone."""
    return says(plain_words(text), spoken_in(_NOBODY_COMES, language))
