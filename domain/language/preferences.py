"""Wishes about when, how, by which channel or how often somebody is contacted; none of them is an opt-out.

What one comes to: preference_values.py; what it binds: domain/preferences.py.
"""

from dataclasses import dataclass
from typing import Final

from domain.language.phrases import plain_words, says, spoken_in
from domain.language.tables.every import phrases_of
from domain.preferences import PreferenceKind


@dataclass(frozen=True, slots=True)
class Preference:
    """A wish; phrase: the person's own sentence."""

    kind: PreferenceKind
    phrase: str


_TABLES: Final = (
    (PreferenceKind.WRITING, phrases_of(lambda one: one.preferences.writing)),
    (PreferenceKind.HOW_OFTEN, phrases_of(lambda one: one.preferences.how_often)),
    (PreferenceKind.WHEN, phrases_of(lambda one: one.preferences.when)),
)
PREFERENCES: Final = tuple(table for _, table in _TABLES)
"""All phrases of such wishes."""


def preferences_in(sentence: str, *languages: str) -> tuple[Preference, ...]:
    """Every wish of this kind in one sentence, at most one of each."""
    words = plain_words(sentence)
    return tuple(
        Preference(kind, sentence) for kind, table in _TABLES if says(words, spoken_in(table, *languages))
    )
