"""Languages that an agent may change to during a call, and how a person asks for one.

Which languages there are: tables/every.py; how to add one: docs/ways_in.md.
A request names a language in any language: "Can we speak Spanish?", "¿Habla español?", "हिंदी में बात कीजिए".
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from domain.language.phrases import base_of, plain_words
from domain.language.tables.every import EVERY

LANGUAGES: Final[Mapping[str, str]] = dict(sorted((one.tag, one.name) for one in EVERY))
"""Those for which there are phrases and fixed texts, with their English names."""

_NAMED: Final = {one.tag: f"(?:{'|'.join(one.named)})" for one in EVERY}
_names_a_language: Final = re.compile("|".join(_NAMED.values())).search
_SENTENCE_END: Final = re.compile(r"(?<=[.!?।])\s+")
_ASKING: Final = "|".join(f"(?:{pattern})" for one in EVERY for pattern in one.asking)
_IN_A_MENU: Final = "|".join(word for one in EVERY for word in one.menu_words)
_NO_MENU: Final = rf"(?! (?:please )?(?:{_IN_A_MENU})(?!\S))"


def asked_for(text: str) -> str | None:
    """The language ("es") in which the person asks to go on, the last one named; None when they ask for none."""
    if not _names_a_language(plain_words(text)):
        return None
    asked = None
    for sentence in _SENTENCE_END.split(text):
        words = plain_words(sentence)
        found = [
            (match.end(), language) for language in LANGUAGES for match in _requests(language).finditer(words)
        ]
        asked = max(found)[1] if found else asked
    return asked


def get_ready() -> None:
    """Compile how each language is asked for."""
    for language in LANGUAGES:
        _requests(language)


@cache
def _requests(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{_ASKING.replace('NAMED', _NAMED[language])})(?!\S){_NO_MENU}")


def tag_of(language: str, spoken: tuple[str, ...]) -> str | None:
    """The tag among those an agent speaks ("es-MX") that is this language ("es"); None if it does not speak it."""
    return next((tag for tag in spoken if base_of(tag) == base_of(language)), None)


def name_of(language: str) -> str:
    """A language's English name; its tag where it has none here."""
    return LANGUAGES.get(base_of(language), language)
