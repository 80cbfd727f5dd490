"""What is said without the model, in each language for which there are phrases; a script's own words come first."""

from collections.abc import Mapping
from typing import Final

from domain.language.tables.every import EVERY, language_of
from domain.language.tables.shape import FixedTexts

FIXED_TEXTS: Final[Mapping[str, FixedTexts]] = {one.tag: one.fixed_texts for one in EVERY}


def fixed_texts(language: str) -> FixedTexts:
    """The texts of a language ("es-MX"), of English where there are none."""
    return language_of(language).fixed_texts
