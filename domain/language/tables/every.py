"""Every language there is: a new one is its own file and an entry here."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.language.phrases import Phrases, base_of, spelled_alike
from domain.language.tables.de import GERMAN
from domain.language.tables.en import ENGLISH
from domain.language.tables.es import SPANISH
from domain.language.tables.fr import FRENCH
from domain.language.tables.hi import HINDI
from domain.language.tables.pt import PORTUGUESE
from domain.language.tables.shape import Language, Patterns

EVERY: Final = (ENGLISH, SPANISH, GERMAN, FRENCH, PORTUGUESE, HINDI)
"""English, which is heard everywhere, first."""

_BY_TAG: Final[Mapping[str, Language]] = {one.tag: one for one in EVERY}


def phrases_of(table: Callable[[Language], Patterns]) -> Phrases:
    """One table of all languages; those for which it is not written yet are left out."""
    return {one.tag: tuple(map(spelled_alike, patterns)) for one in EVERY if (patterns := table(one))}


def language_of(tag: str) -> Language:
    """The language of a tag ("es-MX"); English where there is none."""
    return _BY_TAG.get(base_of(tag), ENGLISH)
